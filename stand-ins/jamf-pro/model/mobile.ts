import { createHash } from "node:crypto";
import { z } from "zod";

export const mobileSeedSchema = z.strictObject({
  serial: z.string().min(1).optional(),
  udid: z.string().min(1).optional(),
  name: z.string().min(1).optional(),
  osVersion: z.string().optional(),
  managed: z.boolean().optional(),
  username: z.string().optional(),
  passcodeCompliant: z.boolean().optional(),
  jailBreakDetected: z.boolean().optional(),
});
export type MobileSeed = z.input<typeof mobileSeedSchema>;

/** An iPad or iPhone. Its id is of another number space than the ids of computers: both start at 1. */
export type MobileDevice = {
  [Key in keyof Required<MobileSeed>]: Exclude<MobileSeed[Key], undefined>;
} & { id: number; reportedAt: number };

/** Builds the record of a newly enrolled mobile device. */
export function makeMobile(id: number, seed: MobileSeed, nowMs: number): MobileDevice {
  const hex = createHash("sha256").update(`sdpx sample mobile ${id}`).digest("hex");
  return {
    id,
    serial: seed.serial ?? `DM${hex.slice(0, 8).toUpperCase()}`,
    udid: seed.udid ?? `00008110-${hex.slice(8, 24).toUpperCase()}`,
    name: seed.name ?? `iPad ${id}`,
    osVersion: seed.osVersion ?? "26.1",
    managed: seed.managed ?? true,
    username: seed.username ?? "",
    passcodeCompliant: seed.passcodeCompliant ?? true,
    jailBreakDetected: seed.jailBreakDetected ?? false,
    reportedAt: nowMs,
  };
}

export interface MobileGroup {
  id: number;
  name: string;
  members: ReadonlySet<number>;
}
