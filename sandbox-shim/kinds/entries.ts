import type { EntitlementType } from "../../base/kinds.ts";
import type { ResultProblem } from "./index.ts";

/** What is wrong with one entry of an entitlement script's list, or nothing. */
type EntryCheck = (entry: unknown) => ResultProblem | undefined;

/** The limits of an app shortcut (admin API specification, entitlement_script.yml; Terraform provider docs). */
export const SHORTCUT_LIMITS = { name: 32, description: 300, colorCode: 20 } as const;

function javaName(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "list";
  switch (typeof value) {
    case "string":
      return "String";
    case "boolean":
      return "Boolean";
    case "number":
      return Number.isInteger(value) ? "Integer" : "Double";
    default:
      return "object";
  }
}

const show = (value: unknown) => JSON.stringify(value);

const host: EntryCheck = (entry) => {
  if (typeof entry !== "string")
    return {
      message: `is not a host. Received: ${javaName(entry)}`,
      fix: "return texts: an address, a network, a host name or a resolver name",
    };
  if (entry === "" || /\s/.test(entry))
    return {
      message: `is not a host: ${show(entry)}`,
      fix: "return one host in each entry, without spaces",
    };
  return undefined;
};

const portOrType: EntryCheck = (entry) => {
  const fix = 'return texts: "443", or a range such as "8000-8100"';
  if (typeof entry === "number")
    return {
      message: `is the number ${entry}, not a text`,
      fix: `${fix}; a number may arrive as ${entry}.0`,
    };
  if (typeof entry !== "string")
    return { message: `is not a port or type. Received: ${javaName(entry)}`, fix };
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(entry);
  const [from, to] = [Number(match?.[1] ?? NaN), Number(match?.[2] ?? match?.[1] ?? NaN)];
  if (from <= to && to <= 65_535) return undefined;
  return { message: `is not a port, range of ports or ICMP type: ${show(entry)}`, fix };
};

interface ShortcutField {
  required: boolean;
  /** What the field must be, for the message. */
  is: string;
  accepts: (value: unknown) => boolean;
}

const text = (longest: number) => (value: unknown) =>
  typeof value === "string" && value !== "" && value.length <= longest;

const SHORTCUT_FIELDS: Readonly<Record<string, ShortcutField>> = {
  name: {
    required: true,
    is: `a text of 1 to ${SHORTCUT_LIMITS.name} characters`,
    accepts: text(SHORTCUT_LIMITS.name),
  },
  url: { required: true, is: "a text", accepts: text(Infinity) },
  description: {
    required: false,
    is: `a text of at most ${SHORTCUT_LIMITS.description} characters`,
    accepts: (value) => value === "" || text(SHORTCUT_LIMITS.description)(value),
  },
  colorCode: {
    required: false,
    is: `a whole number from 1 to ${SHORTCUT_LIMITS.colorCode}`,
    accepts: (value) =>
      Number.isInteger(value) && Number(value) >= 1 && Number(value) <= SHORTCUT_LIMITS.colorCode,
  },
  groupName: { required: false, is: "a text", accepts: text(Infinity) },
};

const appShortcut: EntryCheck = (entry) => {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry))
    return {
      message: `is not an app shortcut. Received: ${javaName(entry)}`,
      fix: "return objects: {name, url, description, colorCode, groupName}",
    };
  const values = entry as Record<string, unknown>;
  for (const [name, field] of Object.entries(SHORTCUT_FIELDS)) {
    const value = values[name];
    if (value === undefined && !field.required) continue;
    if (!field.accepts(value))
      return {
        message: `has a wrong ${name}: ${value === undefined ? "it is missing" : show(value)}`,
        fix: `${name} is ${field.is}`,
      };
  }
  const unknown = Object.keys(values).find((name) => !Object.hasOwn(SHORTCUT_FIELDS, name));
  if (unknown === undefined) return undefined;
  return {
    message: `has a field that app shortcuts do not have: ${show(unknown)}`,
    fix: `the fields are ${Object.keys(SHORTCUT_FIELDS).join(", ")}`,
  };
};

const ENTRY_CHECKS: Record<EntitlementType, EntryCheck> = { host, portOrType, appShortcut };

/**
 * Checks the entries of an entitlement script's list. The appliance takes a list with a bad entry for an empty one;
 * the texts are ours, because the specification has none.
 */
export function checkEntries(
  type: EntitlementType,
  entries: readonly unknown[],
): ResultProblem | undefined {
  for (const [index, entry] of entries.entries()) {
    const problem = ENTRY_CHECKS[type](entry);
    if (problem)
      return { message: `Entry ${index + 1} of the list ${problem.message}`, fix: problem.fix };
  }
  return undefined;
}
