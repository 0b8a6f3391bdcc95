import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { hostname } from "node:os";

/**
 * The admin API wants a device id with each login and registers a new device for an unknown one, so the same
 * machine must always send the same. The machine's own id is not sent: a hash of it is, in the form of a UUID (version 8).
 */
export function deviceIdFrom(machine: string): string {
  const bytes = createHash("sha256")
    .update(`sdpx device ${machine.trim()}`)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

/** The device id of this machine: from /etc/machine-id, or from the host name where there is none. */
export async function machineDeviceId(): Promise<string> {
  const machine = await readFile("/etc/machine-id", "utf8").catch(() => "");
  return deviceIdFrom(machine.trim() === "" ? hostname() : machine);
}
