import type { Faults } from "../shared/faults.ts";
import type { Journal } from "../shared/journal.ts";
import type { Shell } from "../shared/server.ts";
import type { Traffic } from "../shared/traffic.ts";
import type { ApiClient } from "./api/privileges.ts";
import type { Tokens } from "./api/tokens.ts";
import {
  type Computer,
  type ComputerSeed,
  leaveProtectFile,
  removeProtectFiles,
} from "./model/computer.ts";
import type { Fleet, FleetChange } from "./model/fleet.ts";
import type { ComputerGroup, ComputerGroupInput, MembershipChange } from "./model/groups.ts";
import type { MobileDevice, MobileSeed } from "./model/mobile.ts";
import type { Delivery } from "./webhooks/deliver.ts";
import type { WebhookEvent } from "./webhooks/events.ts";
import {
  checkInPayload,
  computerPayload,
  membershipPayload,
  type Payload,
  serverPayload,
} from "./webhooks/payloads.ts";
import type { Announcement, Webhooks } from "./webhooks/sender.ts";
import type { Webhook, WebhookInput } from "./webhooks/webhook.ts";

interface Parts {
  shell: Shell;
  fleet: Fleet;
  webhooks: Webhooks;
  tokens: Tokens;
  client: ApiClient;
}

/** A computer after a change, and what became of the webhooks that the change set off. */
export interface ComputerResult {
  computer: Computer;
  deliveries: readonly Delivery[];
}

/**
 * A running Jamf Pro stand-in. Methods that change the fleet resolve when every webhook attempt has ended, so
 * that a test need not wait for anything else.
 */
export class JamfProStandIn {
  readonly #parts: Parts;
  readonly #background = new Set<Promise<unknown>>();
  #url = "";

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Base URL without a slash at the end. */
  get url(): string {
    return this.#url;
  }

  /** Certificate to trust when it serves HTTPS. */
  get caPem(): string | undefined {
    return this.#parts.shell.caPem;
  }

  /** Credentials of the first API client. They open nothing but this stand-in. */
  get credentials(): { clientId: string; clientSecret: string } {
    const { clientId, clientSecret } = this.#parts.client;
    return { clientId, clientSecret };
  }

  get journal(): Journal {
    return this.#parts.shell.journal;
  }

  get faults(): Faults {
    return this.#parts.shell.faults;
  }

  get traffic(): Traffic {
    return this.#parts.shell.traffic;
  }

  get fleet(): Fleet {
    return this.#parts.fleet;
  }

  /** Every webhook attempt so far. */
  get deliveries(): readonly Delivery[] {
    return this.#parts.webhooks.deliveries;
  }

  get webhooks(): readonly Webhook[] {
    return this.#parts.webhooks.all;
  }

  /** Enrols a computer, which submits inventory at once. */
  async addComputer(seed: ComputerSeed = {}): Promise<ComputerResult> {
    const change = this.fleet.enrol([seed], this.#now());
    return this.#result(change.enrolled[0]?.id ?? 0, change);
  }

  /** Enrols many at once: one webhook for each group that gains members, as after a bulk recalculation. */
  async addComputers(seeds: readonly ComputerSeed[]): Promise<Computer[]> {
    const change = this.fleet.enrol(seeds, this.#now());
    await this.#tell(change);
    return [...change.enrolled];
  }

  /** Facts change on the Mac, and it submits inventory. @throws SdpxError `not-found` */
  async updateComputer(id: number, changes: ComputerSeed = {}): Promise<ComputerResult> {
    return this.#result(id, this.fleet.inventory(id, changes, this.#now()));
  }

  /** Deletes the record: no webhook exists for that. @throws SdpxError `not-found` */
  deleteComputer(id: number): void {
    this.fleet.remove(id);
  }

  /** The computer checks in without inventory. @throws SdpxError `not-found` */
  async checkIn(id: number): Promise<ComputerResult> {
    const computer = { ...this.fleet.computer(id), lastContactAt: this.#now() };
    this.fleet.touch(computer);
    const payload = checkInPayload(computer);
    const deliveries = await this.#announce([{ event: "ComputerCheckIn", payload }]);
    return { computer, deliveries };
  }

  /**
   * Jamf Protect detects something, and its analytic is set to "Add to Jamf Pro Smart Group": the identifier is
   * left on the Mac, inventory is submitted, groups are calculated, webhooks are sent.
   * @param identifier what the analytic's action writes; the analytic's name when left out
   * @param inventory false leaves the file only: Jamf Pro learns of it with the next inventory
   */
  async detect(
    id: number,
    analytic: string,
    { identifier = analytic, inventory = true } = {},
  ): Promise<ComputerResult> {
    this.fleet.touch(leaveProtectFile(this.fleet.computer(id), identifier));
    if (!inventory) return { computer: this.fleet.computer(id), deliveries: [] };
    return this.updateComputer(id);
  }

  /** The threat is gone: the file is removed (all files when no identifier is given) and inventory submitted. */
  async remediate(id: number, identifier?: string): Promise<ComputerResult> {
    this.fleet.touch(removeProtectFiles(this.fleet.computer(id), identifier));
    return this.updateComputer(id);
  }

  /** Adds a computer group, or changes the one with this id; memberships follow at once. */
  async setGroup(input: ComputerGroupInput, id?: number): Promise<ComputerGroup> {
    const { group, change } = this.fleet.putGroup(input, id);
    await this.#tell(change);
    return group;
  }

  addMobileDevice(seed: MobileSeed = {}): MobileDevice {
    return this.fleet.addMobile(seed, this.#now());
  }

  /** Sets the members of a smart mobile device group, and sends its webhook when they changed. */
  async setMobileGroup(name: string, members: readonly number[]): Promise<readonly Delivery[]> {
    return this.#announceMemberships(this.fleet.setMobileGroup(name, members));
  }

  /** Trusts one more authority for webhook receivers: a cache that was started later has a CA of its own. */
  trustReceivers(caPem: string): void {
    this.#parts.webhooks.trust(caPem);
  }

  /** Adds a webhook or replaces the one of this name. @throws SdpxError `bad-input` */
  setWebhook(webhook: WebhookInput): Webhook {
    return this.#parts.webhooks.set(webhook);
  }

  /** @throws SdpxError `not-found` */
  deleteWebhook(id: number): void {
    this.#parts.webhooks.delete(id);
  }

  /** Sends an event that the fleet does not give rise to by itself, JSSStartup for one. */
  async sendEvent(event: WebhookEvent, payload?: Payload): Promise<readonly Delivery[]> {
    return this.#announce([{ event, payload: payload ?? serverPayload(this.#url) }]);
  }

  /** Ends all tokens before their time, as a restart of Jamf Pro does. */
  endTokens(): void {
    this.#parts.tokens.endAll();
  }

  /** For changes that an API call set off: the call is answered without waiting for the webhook. */
  tellLater(memberships: readonly MembershipChange[]): void {
    const sending = this.#announceMemberships(memberships).finally(() =>
      this.#background.delete(sending),
    );
    this.#background.add(sending);
  }

  /** Resolves when no webhook is under way. */
  async settled(): Promise<void> {
    while (this.#background.size > 0) await Promise.all(this.#background);
  }

  async close(): Promise<void> {
    await this.#parts.webhooks.close();
    await this.settled();
    await this.#parts.shell.app.close();
  }

  /** Told once by the starter, when the port is known. */
  openedAt(url: string): void {
    this.#url = url;
  }

  #now(): number {
    return this.#parts.shell.clock.now();
  }

  async #result(id: number, change: FleetChange): Promise<ComputerResult> {
    const deliveries = await this.#tell(change);
    return { computer: this.fleet.computer(id), deliveries };
  }

  #tell(change: FleetChange): Promise<readonly Delivery[]> {
    const announcements: Announcement[] = [
      ...change.enrolled.map((computer): Announcement => ({
        event: "ComputerAdded",
        payload: computerPayload(computer),
      })),
      ...change.inventoried.map((computer): Announcement => ({
        event: "ComputerInventoryCompleted",
        payload: computerPayload(computer),
      })),
      ...this.#membershipAnnouncements(change.memberships),
    ];
    return this.#announce(announcements);
  }

  #announceMemberships(memberships: readonly MembershipChange[]): Promise<readonly Delivery[]> {
    return this.#announce(this.#membershipAnnouncements(memberships));
  }

  #membershipAnnouncements(memberships: readonly MembershipChange[]): Announcement[] {
    return memberships.map((change) => ({
      event:
        change.of === "computer"
          ? "SmartGroupComputerMembershipChange"
          : "SmartGroupMobileDeviceMembershipChange",
      payload: membershipPayload(change, this.fleet.mobiles),
      groupId: change.groupId,
    }));
  }

  #announce(announcements: readonly Announcement[]): Promise<readonly Delivery[]> {
    return this.#parts.webhooks.announce(announcements);
  }
}
