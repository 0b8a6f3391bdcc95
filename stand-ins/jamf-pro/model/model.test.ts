import { describe, expect, it } from "vitest";
import { leaveProtectFile, makeComputer, removeProtectFiles, submitInventory } from "./computer.ts";
import { type CriterionInput, criterionSchema, meets } from "./criteria.ts";
import { Fleet } from "./fleet.ts";
import { PROTECT_ATTRIBUTE } from "./vocabulary.ts";

const mac = makeComputer(1, { osVersion: "15.9", department: "Finance" }, 0);
const holds = (...criteria: CriterionInput[]) =>
  meets(
    mac,
    criteria.map((criterion) => criterionSchema.parse(criterion)),
  );

describe("criteria of smart groups", () => {
  it("take every computer when there are none", () => {
    expect(holds()).toBe(true);
  });

  it("compare versions by number, not by letter", () => {
    const name = "Operating System Version";
    expect(holds({ name, searchType: "less than", value: "15.10" })).toBe(true);
    expect(holds({ name, searchType: "greater than or equal", value: "15.9" })).toBe(true);
    expect(holds({ name, searchType: "greater than", value: "26.0" })).toBe(false);
  });

  it("read extension attributes by name, and take a missing one as empty", () => {
    const computer = { ...mac, extensionAttributes: { Ring: "canary" } };
    const ring = criterionSchema.parse({ name: "Ring", searchType: "like", value: "CAN" });
    expect(meets(computer, [ring])).toBe(true);
    expect(holds({ name: "Ring", searchType: "is", value: "" })).toBe(true);
    expect(holds({ name: "toString", searchType: "is", value: "" })).toBe(true);
  });

  it("bind and before or", () => {
    const department = { name: "Department", searchType: "is", value: "Finance" } as const;
    const nobody = { name: "Username", searchType: "is", value: "nobody" } as const;
    expect(holds(nobody, { ...nobody, andOr: "and" }, { ...department, andOr: "or" })).toBe(true);
    expect(holds(department, { ...nobody, andOr: "or" }, { ...nobody, andOr: "and" })).toBe(true);
    expect(holds(department, { ...nobody, andOr: "and" })).toBe(false);
  });

  it("refuse a regular expression that is none", () => {
    const parsed = criterionSchema.safeParse({
      name: "Model",
      searchType: "matches regex",
      value: "(",
    });
    expect(parsed.success).toBe(false);
    expect(holds({ name: "Model", searchType: "matches regex", value: "^Mac" })).toBe(true);
  });
});

describe("a computer", () => {
  it("tells what Jamf Protect left on it only with the next inventory", () => {
    const found = leaveProtectFile(leaveProtectFile(mac, "Evil"), "Evil");
    expect(found.extensionAttributes[PROTECT_ATTRIBUTE]).toBe("");
    const told = submitInventory(leaveProtectFile(found, "Bad"), {}, 9);
    expect(told.extensionAttributes[PROTECT_ATTRIBUTE]).toBe("Bad,Evil");
    expect(told.reportedAt).toBe(9);
    const clean = submitInventory(removeProtectFiles(told, "Evil"), {}, 10);
    expect(clean.extensionAttributes[PROTECT_ATTRIBUTE]).toBe("Bad");
    expect(submitInventory(removeProtectFiles(clean), {}, 11).protectFiles).toEqual([]);
  });

  it("cannot have the script attribute set by anything but the script", () => {
    const forged = submitInventory(mac, { extensionAttributes: { [PROTECT_ATTRIBUTE]: "x" } }, 1);
    expect(forged.extensionAttributes[PROTECT_ATTRIBUTE]).toBe("");
  });

  it("is the same for the same number, with identifiers as Jamf Pro writes them", () => {
    expect(makeComputer(7, {}, 5)).toEqual(makeComputer(7, {}, 5));
    const { serial, udid, macAddress } = makeComputer(7, {}, 5);
    expect(serial).toMatch(/^[0-9A-Z]{10}$/);
    expect(udid).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-A[0-9A-F]{3}-[0-9A-F]{12}$/);
    expect(macAddress).toMatch(/^02(:[0-9A-F]{2}){5}$/);
    const many = Array.from({ length: 2000 }, (_, index) => makeComputer(index + 1, {}, 0));
    expect(new Set(many.map((computer) => computer.serial)).size).toBe(2000);
    expect(new Set(many.map((computer) => computer.udid)).size).toBe(2000);
  });
});

describe("the fleet", () => {
  const managed = { name: "Managed", searchType: "is", value: "Managed" } as const;

  it("tells of memberships that a change of inventory gains and loses", () => {
    const fleet = new Fleet();
    const { group } = fleet.putGroup({ name: "Managed", criteria: [managed] });
    const enrolled = fleet.enrol([{}, { managed: false }, {}], 0);
    expect(enrolled.memberships).toEqual([
      { of: "computer", groupId: group.id, groupName: "Managed", added: [1, 3], removed: [] },
    ]);
    expect(fleet.inventory(1, {}, 1).memberships).toEqual([]);
    expect(fleet.inventory(1, { managed: false }, 2).memberships).toMatchObject([
      { added: [], removed: [1] },
    ]);
    expect([...(fleet.membersOf(group.id) ?? [])]).toEqual([3]);
  });

  it("tells of both directions in one change when a group's criteria change", () => {
    const fleet = new Fleet();
    fleet.enrol([{}, { managed: false }], 0);
    const { group } = fleet.putGroup({ name: "G", criteria: [managed] });
    const unmanaged = { ...managed, value: "Unmanaged" };
    const { change } = fleet.putGroup({ name: "G", criteria: [unmanaged] }, group.id);
    expect(change.memberships).toMatchObject([{ added: [2], removed: [1] }]);
  });

  it("keeps static groups silent", () => {
    const fleet = new Fleet();
    fleet.enrol([{}], 0);
    expect(fleet.putGroup({ name: "S", members: [1] }).change.memberships).toEqual([]);
    expect(fleet.groupsOf(1).map(({ name }) => name)).toEqual(["S"]);
  });

  it("forgets a deleted computer in its groups, and never uses its id again", () => {
    const fleet = new Fleet();
    const { group } = fleet.putGroup({ name: "Managed", criteria: [managed] });
    fleet.enrol([{}, {}], 0);
    fleet.remove(2);
    expect([...(fleet.membersOf(group.id) ?? [])]).toEqual([1]);
    expect(() => fleet.computer(2)).toThrow(/no computer has the id 2/);
    expect(fleet.enrol([{}], 1).enrolled[0]?.id).toBe(3);
  });
});
