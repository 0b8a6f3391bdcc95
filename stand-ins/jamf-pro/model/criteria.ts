import { z } from "zod";
import type { Computer } from "./computer.ts";
import { FILE_VAULT, GATEKEEPER, SIP } from "./vocabulary.ts";

/** Facts that a criterion may name. Anything else is taken as the name of an extension attribute. */
const FACTS: Readonly<Record<string, (computer: Computer) => string>> = {
  "Computer Name": (computer) => computer.name,
  "Serial Number": (computer) => computer.serial,
  Model: (computer) => computer.model,
  "Operating System Version": (computer) => computer.osVersion,
  "Operating System Build": (computer) => computer.osBuild,
  "FileVault 2 Partition Encryption State": (computer) => FILE_VAULT[computer.fileVault].words,
  "System Integrity Protection": (computer) => SIP[computer.sip],
  Gatekeeper: (computer) => GATEKEEPER[computer.gatekeeper],
  "Firewall Enabled": (computer) =>
    computer.firewall === null ? "" : computer.firewall ? "On" : "Off",
  Managed: (computer) => (computer.managed ? "Managed" : "Unmanaged"),
  Supervised: (computer) => (computer.supervised ? "Yes" : "No"),
  Username: (computer) => computer.username,
  Department: (computer) => computer.department,
  Building: (computer) => computer.building,
};

/** Compares "15.10" after "15.9": runs of digits by value, the rest by letters. */
export function compareVersions(left: string, right: string): number {
  return left.localeCompare(right, "en", { numeric: true });
}

const same = (left: string, right: string) => left.toLowerCase() === right.toLowerCase();
const contains = (left: string, right: string) => left.toLowerCase().includes(right.toLowerCase());

/** Operators of criteria in Jamf Pro's words (Classic API, `search_type`). */
const OPERATORS = {
  is: same,
  "is not": (left, right) => !same(left, right),
  like: contains,
  "not like": (left, right) => !contains(left, right),
  "matches regex": (left, right) => new RegExp(right).test(left),
  "does not match regex": (left, right) => !new RegExp(right).test(left),
  "greater than": (left, right) => compareVersions(left, right) > 0,
  "greater than or equal": (left, right) => compareVersions(left, right) >= 0,
  "less than": (left, right) => compareVersions(left, right) < 0,
  "less than or equal": (left, right) => compareVersions(left, right) <= 0,
} as const satisfies Record<string, (left: string, right: string) => boolean>;
export type Operator = keyof typeof OPERATORS;

export const criterionSchema = z
  .strictObject({
    /** How it joins the one before it; without meaning on the first. */
    andOr: z.enum(["and", "or"]).default("and"),
    /** A known fact or an extension attribute. */
    name: z.string().min(1),
    searchType: z.enum(Object.keys(OPERATORS) as [Operator, ...Operator[]]),
    value: z.string(),
  })
  .refine(({ searchType, value }) => !searchType.endsWith("regex") || isRegex(value), {
    path: ["value"],
    message: "not a regular expression",
  });
export type CriterionInput = z.input<typeof criterionSchema>;
export type Criterion = z.output<typeof criterionSchema>;

function isRegex(source: string): boolean {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a computer meets the criteria. `and` binds before `or`, as in SQL; brackets are not modelled.
 * No criteria means every computer, as in Jamf Pro.
 */
export function meets(computer: Computer, criteria: readonly Criterion[]): boolean {
  const runs: Criterion[][] = [[]];
  for (const criterion of criteria) {
    if (criterion.andOr === "or" && runs.at(-1)?.length) runs.push([]);
    runs.at(-1)?.push(criterion);
  }
  return runs.some((run) => run.every((criterion) => meetsOne(computer, criterion)));
}

function meetsOne(computer: Computer, { name, searchType, value }: Criterion): boolean {
  const read = Object.hasOwn(FACTS, name) ? FACTS[name] : undefined;
  const attributes = new Map(Object.entries(computer.extensionAttributes));
  return OPERATORS[searchType](read?.(computer) ?? attributes.get(name) ?? "", value);
}
