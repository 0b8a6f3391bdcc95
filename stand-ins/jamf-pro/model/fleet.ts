import { SdpxError } from "../../../base/errors.ts";
import { makeComputer, submitInventory, type Computer, type ComputerSeed } from "./computer.ts";
import { meets } from "./criteria.ts";
import {
  difference,
  type ComputerGroup,
  type ComputerGroupInput,
  computerGroupSchema,
  type MembershipChange,
} from "./groups.ts";
import { makeMobile, type MobileDevice, type MobileGroup, type MobileSeed } from "./mobile.ts";
import { PROTECT_ATTRIBUTE } from "./vocabulary.ts";

/** What a change of the fleet sets off: events follow from it, in this order. */
export interface FleetChange {
  enrolled: readonly Computer[];
  inventoried: readonly Computer[];
  memberships: readonly MembershipChange[];
}

/** The records behind a Jamf Pro. In memory; every change says what it set off, and sends nothing itself. */
export class Fleet {
  readonly #computers = new Map<number, Computer>();
  readonly #groups = new Map<number, ComputerGroup>();
  readonly #members = new Map<number, Set<number>>();
  readonly #mobiles = new Map<number, MobileDevice>();
  readonly #mobileGroups = new Map<number, MobileGroup>();
  readonly #attributes = new Map<string, number>([[PROTECT_ATTRIBUTE, 1]]);
  #lastComputer = 0;
  #lastGroup = 0;
  #revision = 0;

  /** Grows with each change, so that readers can keep what they derived. */
  get revision(): number {
    return this.#revision;
  }

  get computers(): ReadonlyMap<number, Computer> {
    return this.#computers;
  }

  get groups(): ReadonlyMap<number, ComputerGroup> {
    return this.#groups;
  }

  get mobiles(): ReadonlyMap<number, MobileDevice> {
    return this.#mobiles;
  }

  get mobileGroups(): ReadonlyMap<number, MobileGroup> {
    return this.#mobileGroups;
  }

  /** Definition ids of extension attributes by name. */
  get attributes(): ReadonlyMap<string, number> {
    return this.#attributes;
  }

  /** @throws SdpxError `not-found` */
  computer(id: number): Computer {
    const found = this.#computers.get(id);
    if (found) return found;
    throw new SdpxError("not-found", `no computer has the id ${id}`, {
      where: "the Jamf Pro stand-in",
    });
  }

  membersOf(groupId: number): ReadonlySet<number> | undefined {
    return this.#members.get(groupId);
  }

  /** Groups of a computer in the order of their ids. */
  groupsOf(computerId: number): ComputerGroup[] {
    return [...this.#groups.values()].filter((group) =>
      this.#members.get(group.id)?.has(computerId),
    );
  }

  /** Enrols computers; they submit inventory at once. */
  enrol(seeds: readonly ComputerSeed[], nowMs: number): FleetChange {
    const enrolled = seeds.map((seed) => {
      this.#lastComputer += 1;
      const computer = makeComputer(this.#lastComputer, seed, nowMs);
      this.#store(computer);
      return computer;
    });
    return { enrolled, inventoried: enrolled, memberships: this.#recalculate(enrolled) };
  }

  /** Stores a record without inventory: what happens on the Mac before Jamf Pro hears of it. */
  touch(computer: Computer): void {
    this.#store(computer);
  }

  /** A computer submits inventory, with changed facts if any. */
  inventory(id: number, changes: ComputerSeed, nowMs: number): FleetChange {
    const computer = submitInventory(this.computer(id), changes, nowMs);
    this.#store(computer);
    return {
      enrolled: [],
      inventoried: [computer],
      memberships: this.#recalculate([computer]),
    };
  }

  /**
   * Deletes a record. Jamf Pro has no event for that; that smart groups lose the member without a
   * webhook either is an assumption.
   */
  remove(id: number): void {
    this.computer(id);
    this.#computers.delete(id);
    for (const members of this.#members.values()) members.delete(id);
    this.#revision += 1;
  }

  /** Adds a group, or replaces the one with this id; the membership follows at once. */
  putGroup(input: ComputerGroupInput, id?: number): { group: ComputerGroup; change: FleetChange } {
    if (id === undefined) this.#lastGroup += 1;
    const group: ComputerGroup = {
      ...computerGroupSchema.parse(input),
      id: id ?? this.#lastGroup,
    };
    this.#groups.set(group.id, group);
    if (!this.#members.has(group.id)) this.#members.set(group.id, new Set());
    const memberships = this.#recalculate([...this.#computers.values()], [group]);
    return { group, change: { enrolled: [], inventoried: [], memberships } };
  }

  /** Calculates one group anew. @returns its size after that */
  recalculateGroup(id: number): { count: number; memberships: MembershipChange[] } | undefined {
    const group = this.#groups.get(id);
    if (!group) return undefined;
    const memberships = this.#recalculate([...this.#computers.values()], [group]);
    return { count: this.#members.get(id)?.size ?? 0, memberships };
  }

  /** Calculates all smart groups of one computer anew. */
  recalculateComputer(id: number): MembershipChange[] {
    return this.#recalculate([this.computer(id)]);
  }

  addMobile(seed: MobileSeed, nowMs: number): MobileDevice {
    const device = makeMobile(this.#mobiles.size + 1, seed, nowMs);
    this.#mobiles.set(device.id, device);
    this.#revision += 1;
    return device;
  }

  /** Sets the members of a smart mobile device group, whose criteria are not modelled. */
  setMobileGroup(name: string, members: readonly number[]): MembershipChange[] {
    const known = [...this.#mobileGroups.values()].find((group) => group.name === name);
    const id = known?.id ?? this.#mobileGroups.size + 1;
    const after = new Set(members);
    this.#mobileGroups.set(id, { id, name, members: after });
    this.#revision += 1;
    const change = difference(known?.members ?? new Set(), after);
    return change ? [{ of: "mobile", groupId: id, groupName: name, ...change }] : [];
  }

  #store(computer: Computer): void {
    for (const name of Object.keys(computer.extensionAttributes)) {
      if (!this.#attributes.has(name)) this.#attributes.set(name, this.#attributes.size + 1);
    }
    this.#computers.set(computer.id, computer);
    this.#revision += 1;
  }

  /** Membership of the given computers in the given groups; only smart groups tell of changes. */
  #recalculate(
    computers: readonly Computer[],
    groups: Iterable<ComputerGroup> = this.#groups.values(),
  ): MembershipChange[] {
    const changes: MembershipChange[] = [];
    for (const group of groups) {
      const members = this.#members.get(group.id) ?? new Set<number>();
      const before = new Set<number>();
      const after = new Set<number>();
      for (const computer of computers) {
        if (members.has(computer.id)) before.add(computer.id);
        const belongs =
          "criteria" in group
            ? meets(computer, group.criteria)
            : group.members.includes(computer.id);
        if (belongs) after.add(computer.id);
      }
      const change = difference(before, after);
      if (!change) continue;
      for (const id of change.added) members.add(id);
      for (const id of change.removed) members.delete(id);
      this.#members.set(group.id, members);
      if (!("criteria" in group)) continue;
      changes.push({ of: "computer", groupId: group.id, groupName: group.name, ...change });
    }
    this.#revision += 1;
    return changes;
  }
}
