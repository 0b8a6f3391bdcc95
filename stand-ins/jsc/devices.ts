import { createHash } from "node:crypto";
import { z } from "zod";

/** Risk levels that can be set. */
export const RISKS = ["SECURE", "LOW", "MEDIUM", "HIGH"] as const;
export type Risk = (typeof RISKS)[number];

export const deviceSeedSchema = z.strictObject({
  /** Jamf Pro's UDID in lower case; null for a device that no UEM knows. */
  externalId: z.string().min(1).nullable().optional(),
  guid: z.string().min(1).optional(),
  /** JSC's own calculation. SECURE when left out. */
  risk: z.enum(RISKS).optional(),
  deviceName: z.string().optional(),
  osVersion: z.string().optional(),
  userName: z.string().optional(),
  userEmail: z.string().optional(),
  /** Milliseconds until UEM Connect has synced it; unknown to every call before that. 0 when left out. */
  syncAfterMs: z.number().int().nonnegative().optional(),
});
export type DeviceSeed = z.input<typeof deviceSeedSchema>;

export interface Device {
  guid: string;
  externalId: string | null;
  /** What JSC calculates by itself. */
  ownRisk: Risk;
  /** What an administrator or the API has set instead; null when JSC decides. */
  override: Risk | null;
  deviceName: string;
  osVersion: string;
  user: { name: string; email: string };
  /** Epoch milliseconds from which on the device is known. */
  knownFrom: number;
}

/** What callers see: the override as long as there is one. */
export function riskOf(device: Device): Risk {
  return device.override ?? device.ownRisk;
}

function uuidOf(seed: string): string {
  const hex = createHash("sha256").update(seed).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Builds a device. @param number makes ids that were not given differ */
export function makeDevice(number: number, seed: DeviceSeed, nowMs: number): Device {
  return {
    guid: seed.guid ?? uuidOf(`sdpx jsc device ${number}`),
    externalId: seed.externalId === undefined ? uuidOf(`sdpx external ${number}`) : seed.externalId,
    ownRisk: seed.risk ?? "SECURE",
    override: null,
    deviceName: seed.deviceName ?? `mac-${number}`,
    osVersion: seed.osVersion ?? "26.1",
    user: { name: seed.userName ?? "", email: seed.userEmail ?? "" },
    knownFrom: nowMs + (seed.syncAfterMs ?? 0),
  };
}

/** A record of `GET /risk/v2/devices`. */
export function toV2(device: Device): object {
  return {
    guid: device.guid,
    externalId: device.externalId,
    riskCategory: riskOf(device),
    user: device.user,
    info: {
      device: {
        deviceName: device.deviceName,
        deviceSystemVersion: device.osVersion,
        osType: "MAC",
        platform: "MAC",
      },
      app: { name: "Jamf Trust", version: "2.0.0" },
    },
  };
}

/** A record of the deprecated `GET /risk/v1/devices`. */
export function toV1(device: Device): object {
  return { deviceId: device.guid, externalId: device.externalId, risk: riskOf(device) };
}
