import { createHash } from "node:crypto";
import { z } from "zod";
import { sampleMac } from "../../shared/sample-macs.ts";
import {
  COMPLIANCE_STATES,
  FILE_VAULT,
  GATEKEEPER,
  keysOf,
  PROTECT_ATTRIBUTE,
  SIP,
} from "./vocabulary.ts";

const text = z.string().min(1);

/** What can be said of a computer; what is left out follows from its number, and makes a healthy Mac. */
export const computerSeedSchema = z.strictObject({
  serial: text.optional(),
  udid: text.optional(),
  name: text.optional(),
  model: text.optional(),
  modelIdentifier: text.optional(),
  appleSilicon: z.boolean().optional(),
  macAddress: text.optional(),
  ipAddress: text.optional(),
  osVersion: text.optional(),
  osBuild: text.optional(),
  fileVault: z.enum(keysOf(FILE_VAULT)).optional(),
  sip: z.enum(keysOf(SIP)).optional(),
  gatekeeper: z.enum(keysOf(GATEKEEPER)).optional(),
  /** null: not collected. */
  firewall: z.boolean().nullable().optional(),
  managed: z.boolean().optional(),
  supervised: z.boolean().optional(),
  /** Empty when nobody is assigned, as in Jamf Pro. */
  username: z.string().optional(),
  realName: z.string().optional(),
  email: z.string().optional(),
  department: z.string().optional(),
  building: z.string().optional(),
  /** Values of extension attributes by name. Merged on update. */
  extensionAttributes: z.record(z.string(), z.string()).optional(),
  /** What the device compliance integration says; null when it does not apply. */
  compliance: z.enum(COMPLIANCE_STATES).nullable().optional(),
});
export type ComputerSeed = z.input<typeof computerSeedSchema>;

type Facts = {
  [Key in keyof Required<ComputerSeed>]: Exclude<ComputerSeed[Key], undefined>;
};

/** A computer record. Facts are as of the last inventory; times are epoch milliseconds. */
export interface Computer extends Facts {
  id: number;
  managementId: string;
  enrolledAt: number;
  lastContactAt: number;
  reportedAt: number;
  /**
   * Identifiers that Jamf Protect has put on the Mac's disk. Jamf Pro learns of them only with the next
   * inventory, through the extension attribute {@link PROTECT_ATTRIBUTE}.
   */
  protectFiles: readonly string[];
}

function uuidOf(seed: string): string {
  const hex = createHash("sha256").update(seed).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function given<T extends object>(object: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}

/** Builds the record of a newly enrolled computer. @param nowMs time of enrolment and first inventory */
export function makeComputer(id: number, seed: ComputerSeed, nowMs: number): Computer {
  const sample = sampleMac(id);
  const facts: Facts = {
    serial: sample.serial,
    udid: sample.udid,
    name: sample.name,
    model: sample.model,
    modelIdentifier: sample.modelIdentifier,
    appleSilicon: true,
    macAddress: sample.macAddress,
    ipAddress: sample.ipAddress,
    osVersion: "26.1",
    osBuild: "25B78",
    fileVault: "ENCRYPTED",
    sip: "ENABLED",
    gatekeeper: "APP_STORE_AND_IDENTIFIED_DEVELOPERS",
    firewall: true,
    managed: true,
    supervised: true,
    username: sample.username,
    realName: sample.realName,
    email: sample.email,
    department: "",
    building: "",
    compliance: "COMPLIANT",
    ...(given(seed) as Partial<Facts>),
    extensionAttributes: { [PROTECT_ATTRIBUTE]: "", ...seed.extensionAttributes },
  };
  const managementId = uuidOf(`management ${id} ${facts.udid}`);
  const times = { enrolledAt: nowMs, lastContactAt: nowMs, reportedAt: nowMs };
  return { ...facts, id, managementId, ...times, protectFiles: [] };
}

/**
 * The record after the Mac submitted inventory: changed facts, and what Jamf Protect left on its disk.
 * The value of {@link PROTECT_ATTRIBUTE} always comes from the disk: a script attribute cannot be set otherwise.
 */
export function submitInventory(was: Computer, changes: ComputerSeed, nowMs: number): Computer {
  return {
    ...was,
    ...(given(changes) as Partial<Facts>),
    extensionAttributes: {
      ...was.extensionAttributes,
      ...changes.extensionAttributes,
      [PROTECT_ATTRIBUTE]: was.protectFiles.join(","),
    },
    lastContactAt: nowMs,
    reportedAt: nowMs,
  };
}

/** Jamf Protect's "Add to Jamf Pro Smart Group": a file of this name on the Mac, once however often it is seen. */
export function leaveProtectFile(computer: Computer, identifier: string): Computer {
  const files = [...new Set([...computer.protectFiles, identifier])].sort();
  return { ...computer, protectFiles: files };
}

/** Remediation removes the file, or all of them when no identifier is given. */
export function removeProtectFiles(computer: Computer, identifier?: string): Computer {
  const files = computer.protectFiles.filter(
    (file) => identifier !== undefined && file !== identifier,
  );
  return { ...computer, protectFiles: files };
}
