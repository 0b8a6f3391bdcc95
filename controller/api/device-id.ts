import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { uuidFrom } from "../../base/uuid.ts";

/**
 * The admin API wants a device id with each login and registers a new device for an unknown one, so the same
 * machine must always send the same. The machine's own id is not sent: a hash of it is, in the form of a UUID (version 8).
 */
export function deviceIdFrom(machine: string): string {
  return uuidFrom(createHash("sha256").update(`sdpx device ${machine.trim()}`).digest(), 8);
}

/** The device id of this machine: from /etc/machine-id, or from the host name where there is none. */
export async function machineDeviceId(): Promise<string> {
  const machine = await readFile("/etc/machine-id", "utf8").catch(() => "");
  return deviceIdFrom(machine.trim() === "" ? hostname() : machine);
}
