/**
 * Closed sets of Jamf Pro's inventory (Jamf Pro API, computers-inventory) with the words that the same fact has
 * in the Classic API and in smart-group criteria.
 */
export const FILE_VAULT = {
  ENCRYPTED: { words: "Encrypted", percent: 100, on: true, osStatus: "ALL_ENCRYPTED" },
  ENCRYPTING: { words: "Encrypting", percent: 40, on: true, osStatus: "NOT_ENCRYPTED" },
  DECRYPTING: { words: "Decrypting", percent: 60, on: false, osStatus: "NOT_ENCRYPTED" },
  DECRYPTED: { words: "Decrypted", percent: 0, on: false, osStatus: "NOT_ENCRYPTED" },
  UNENCRYPTED: { words: "Not Encrypted", percent: 0, on: false, osStatus: "NOT_ENCRYPTED" },
  UNKNOWN: { words: "Unknown", percent: 0, on: null, osStatus: "NOT_APPLICABLE" },
} as const satisfies Record<
  string,
  { words: string; percent: number; on: boolean | null; osStatus: string }
>;
export type FileVaultState = keyof typeof FILE_VAULT;

export const SIP = {
  ENABLED: "Enabled",
  DISABLED: "Disabled",
  NOT_AVAILABLE: "Not Available",
  NOT_COLLECTED: "Not Collected",
} as const;
export type SipStatus = keyof typeof SIP;

export const GATEKEEPER = {
  APP_STORE_AND_IDENTIFIED_DEVELOPERS: "App Store and identified developers",
  APP_STORE: "App Store",
  DISABLED: "Off",
  NOT_COLLECTED: "Not Collected",
} as const;
export type GatekeeperStatus = keyof typeof GATEKEEPER;

export const COMPLIANCE_STATES = ["UNKNOWN", "NON_COMPLIANT", "COMPLIANT"] as const;
export type ComplianceState = (typeof COMPLIANCE_STATES)[number];

/** Keys of an object as a non-empty tuple, which is what `z.enum` takes. */
export function keysOf<T extends Record<string, unknown>>(
  object: T,
): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(object) as [keyof T & string, ...(keyof T & string)[]];
}

/**
 * The extension attribute that Jamf Protect's script fills: the names of the files that it put into
 * `/Library/Application Support/JamfProtect/groups`, joined by commas (jamf/jamfprotect, jamf_pro_extension_attributes).
 */
export const PROTECT_ATTRIBUTE = "Jamf Protect - Smart Groups";
