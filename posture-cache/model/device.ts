import type { Contribution, RiskLevel } from "./risk.ts";

/** Security facts of a Mac. `null` is unknown, never false. */
export interface Facts {
  managed: boolean | null;
  /** The boot volume is encrypted; still encrypting is `false`. */
  fileVault: boolean | null;
  sip: boolean | null;
  gatekeeper: boolean | null;
}

/** What is known of a device's membership in one watched smart group. */
export interface Membership {
  member: boolean;
  /** Epoch milliseconds at which the reading behind it began; 0 when only an event said so. */
  at: number;
  /** Jamf's own time of the newest event about this membership: older events are not believed over it. */
  hintAt?: number;
  /** Readings before this time cannot clear it: a node of Jamf Pro may still answer with the state before the event. */
  holdUntil?: number;
}

/** Everything the cache keeps of one device. The posture document is computed from it. */
export interface DeviceState {
  /** As Jamf Pro writes it. */
  serial: string;
  /** Hardware UUID in lower case: the key by which Jamf Security Cloud knows the device. */
  udid: string | null;
  /** Jamf Pro computer id; changes when a Mac is deleted and enrolled again. */
  jamfId: string | null;
  name: string | null;
  user: string | null;
  facts: Facts;
  memberships: Record<string, Membership>;
  contributions: Contribution[];
  risk: RiskLevel | null;
  riskSince: number | null;
  compliant: boolean | null;
  /** Epoch milliseconds at which the Mac last submitted inventory (`general.reportDate`). */
  inventoryAt: number | null;
  /** Epoch milliseconds at which the cache last read the record from Jamf Pro. */
  readAt: number | null;
  /** Epoch milliseconds of the newest observation. */
  asOf: number;
  /** Jamf Pro no longer has the device. */
  gone: boolean;
}

/** The key under which a serial number is stored and looked up: scripts on computers may print another case. */
export function serialKey(serial: string): string {
  return serial.trim().toUpperCase();
}

/** A device of which nothing is known but its serial number. */
export function unknownDevice(serial: string): DeviceState {
  return {
    serial,
    udid: null,
    jamfId: null,
    name: null,
    user: null,
    facts: { managed: null, fileVault: null, sip: null, gatekeeper: null },
    memberships: {},
    contributions: [],
    risk: null,
    riskSince: null,
    compliant: null,
    inventoryAt: null,
    readAt: null,
    asOf: 0,
    gone: false,
  };
}
