import { randomUUID } from "node:crypto";
import { acceptObject } from "./accept.ts";
import type { Fields, Json } from "./field.ts";

const minutes = (value: number) => ({ type: "integer", default: value, min: 1 }) as const;

/** Settings of the whole collective: one object without id or name, GET and PUT /global-settings. */
export const GLOBAL_SETTINGS: Fields = {
  claimsTokenExpiration: minutes(1440),
  entitlementTokenExpiration: minutes(180),
  administrationTokenExpiration: minutes(1440),
  vpnCertificateExpiration: minutes(525_600),
  registeredDeviceExpirationDays: { type: "integer", default: 90, min: 0, since: 19 },
  spaMode: { type: "string", default: "UDP-TCP" },
  spaTimeWindowSeconds: { type: "integer", default: 600, min: 0 },
  loginBannerMessage: { type: "string", default: "" },
  messageOfTheDay: { type: "string", default: "" },
  backupApiEnabled: { type: "boolean", default: false },
  backupPassphrase: { type: "string", writeOnly: true },
  fips: { type: "boolean", default: false, until: 19 },
  geoIpUpdates: { type: "boolean", default: false, until: 23 },
  auditLogPersistenceMode: { type: "string", default: "Default" },
  appDiscoveryDomains: { type: "strings", until: 21 },
  profileHostname: { type: "string" },
  collectiveName: { type: "string", default: "embedded" },
  collectiveId: { type: "string", readOnly: true },
  applianceKeyEncryption: { type: "boolean", default: false, since: 24 },
  ppModeEnabled: { type: "boolean", default: false, since: 24 },
  // Described from 24 on; the Terraform provider reads it from 23 on.
  geoIpSettings: { type: "any", default: { updates: "Disabled" }, since: 23 },
  inactivityTimeoutEnabled: { type: "boolean", default: false, since: 24 },
  inactivityTimeout: { type: "integer", default: 60, min: 1, since: 24 },
};

/** The settings of a Controller that nobody has configured. */
export function defaultSettings(): Json {
  const around = { version: Infinity, exists: () => true };
  const filled = acceptObject(GLOBAL_SETTINGS, {}, around, []);
  return { ...filled, collectiveId: randomUUID() };
}
