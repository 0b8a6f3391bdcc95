import type { Facts } from "./device.ts";

/** A computer record as a source gave it. */
export interface InventoryRecord {
  jamfId: string;
  serial: string;
  udid: string | null;
  name: string | null;
  user: string | null;
  facts: Facts;
  /** Epoch milliseconds, from the Mac's last inventory submission. */
  inventoryAt: number | null;
  /** Ids of all groups that the record names, or `null` when the source did not tell. */
  groupIds: readonly string[] | null;
}

/** What was learnt about one membership. */
export interface SeenMembership {
  member: boolean;
  /** Jamf's time of the event that hinted at it. */
  hintAt?: number;
  /** Set when the event and the reading disagree: the time until which a raise is held. */
  holdUntil?: number;
  /** The event and the reading say the same, so a hold from before is over. */
  agreed?: boolean;
  /** Only an event says so; Jamf Pro could not be read. */
  hintOnly?: boolean;
}

/** What one source said at one time. `at` is the time at which reading began, so that a late answer is known to be old. */
export type Observation =
  | { kind: "inventory"; at: number; record: InventoryRecord }
  | { kind: "memberships"; at: number; groups: Readonly<Record<string, SeenMembership>> }
  | { kind: "gone"; at: number };
