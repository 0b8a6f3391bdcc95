import { z } from "zod";
import type { InventoryRecord } from "../../model/observation.ts";

/** Sections of `GET /api/v3/computers-inventory` (Jamf Pro API) that posture needs. Others come back as null. */
export const SECTIONS = [
  "GENERAL",
  "HARDWARE",
  "OPERATING_SYSTEM",
  "SECURITY",
  "DISK_ENCRYPTION",
  "USER_AND_LOCATION",
  "GROUP_MEMBERSHIPS",
] as const;

const text = z.string().nullish();
const id = z.union([z.string(), z.number()]).transform(String);

/** The parts of a computer record that are used; everything else is ignored, and every section may be missing. */
export const computerSchema = z.object({
  id,
  udid: text,
  general: z
    .object({
      name: text,
      reportDate: text,
      remoteManagement: z.object({ managed: z.boolean().nullish() }).nullish(),
    })
    .nullish(),
  hardware: z.object({ serialNumber: text }).nullish(),
  operatingSystem: z.object({ fileVault2Status: text }).nullish(),
  security: z.object({ sipStatus: text, gatekeeperStatus: text }).nullish(),
  diskEncryption: z
    .object({
      bootPartitionEncryptionDetails: z.object({ partitionFileVault2State: text }).nullish(),
    })
    .nullish(),
  userAndLocation: z.object({ username: text }).nullish(),
  groupMemberships: z.array(z.object({ groupId: id })).nullish(),
});

export const inventoryPageSchema = z.object({
  totalCount: z.number().int().nonnegative(),
  results: z.array(computerSchema),
});

/**
 * A Jamf Pro computer record as an inventory record. `null` when it has no serial number: such a record cannot be
 * joined with anything.
 */
export function inventoryRecord(computer: z.output<typeof computerSchema>): InventoryRecord | null {
  const serial = present(computer.hardware?.serialNumber);
  if (serial === null) return null;
  const reported = Date.parse(computer.general?.reportDate ?? "");
  return {
    jamfId: computer.id,
    serial,
    udid: present(computer.udid)?.toLowerCase() ?? null,
    name: present(computer.general?.name),
    user: present(computer.userAndLocation?.username),
    facts: {
      managed: computer.general?.remoteManagement?.managed ?? null,
      fileVault: fileVault(
        computer.diskEncryption?.bootPartitionEncryptionDetails?.partitionFileVault2State,
        computer.operatingSystem?.fileVault2Status,
      ),
      sip: threeValued(computer.security?.sipStatus, ["ENABLED"], ["DISABLED"]),
      gatekeeper: threeValued(
        computer.security?.gatekeeperStatus,
        ["APP_STORE", "APP_STORE_AND_IDENTIFIED_DEVELOPERS"],
        ["DISABLED"],
      ),
    },
    inventoryAt: Number.isNaN(reported) ? null : reported,
    groupIds: computer.groupMemberships?.map((group) => group.groupId) ?? null,
  };
}

/** Jamf Pro writes an empty string where it has nothing. */
function present(value: string | null | undefined): string | null {
  const trimmed = value?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}

function threeValued(
  value: string | null | undefined,
  good: readonly string[],
  bad: readonly string[],
): boolean | null {
  if (good.includes(value ?? "")) return true;
  return bad.includes(value ?? "") ? false : null;
}

/** The boot partition's own state; without one, the summary that the operating system section carries. */
function fileVault(
  partition: string | null | undefined,
  summary: string | null | undefined,
): boolean | null {
  if (partition && !["UNKNOWN", "N/A", "INELIGIBLE"].includes(partition)) {
    return partition === "ENCRYPTED";
  }
  if (!summary || ["NOT_AVAILABLE", "UNKNOWN"].includes(summary)) return null;
  return ["BOOT_ENCRYPTED", "ALL_ENCRYPTED"].includes(summary);
}
