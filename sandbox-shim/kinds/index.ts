import type { EntitlementType, SandboxKind } from "../../base/kinds.ts";
import { checkEntries } from "./entries.ts";

/** A result as it left the sandbox: a Java-like type name (`String`, `Integer`, `list`, ...) and the value, if any. */
export interface RawResult {
  type: string;
  value?: unknown;
}

export interface ResultProblem {
  message: string;
  fix: string;
}

export type CheckedResult =
  { result: boolean | unknown[] | Record<string, unknown> } | { problem: ResultProblem };

interface KindRules {
  /** What the Controller calls the expected type. */
  readonly expects: "boolean" | "list" | "object";
  readonly fix: string;
  /** Methods on claims that the admin guide names for this kind ("Claims in detail"). */
  readonly helpers: { readonly network: boolean; readonly password: boolean };
}

/**
 * What each kind must return. The texts for boolean and list are the Controller's (admin API specification,
 * condition.yml and entitlement_script.yml); the one for object is assumed to be built the same way.
 * `hasPassword` is documented for conditions; criteria share their test endpoint, so it is assumed there too.
 */
export const KIND_RULES = {
  criteria: {
    expects: "boolean",
    fix: "return true or false; `!!value` makes a boolean of anything",
    helpers: { network: true, password: true },
  },
  condition: {
    expects: "boolean",
    fix: "return true or false; `!!value` makes a boolean of anything",
    helpers: { network: true, password: true },
  },
  entitlement: {
    expects: "list",
    fix: "return a list, [] for no access",
    helpers: { network: false, password: false },
  },
  "user-claim": {
    expects: "object",
    fix: "return an object, {} for no claims",
    helpers: { network: false, password: false },
  },
} as const satisfies Record<SandboxKind, KindRules>;

const EXPECTED_TYPES = { boolean: "Boolean", list: "list", object: "object" } as const;

/** What is left of a value after JSON: `toJSON` may have turned it into something else. */
function typeOfValue(value: unknown): KindRules["expects"] | undefined {
  if (typeof value === "boolean") return "boolean";
  if (Array.isArray(value)) return "list";
  return typeof value === "object" && value !== null ? "object" : undefined;
}

/** Applies the rules of a kind to a result. Pure. */
export function checkResult(
  kind: SandboxKind,
  type: EntitlementType,
  raw: RawResult,
): CheckedResult {
  const rules = KIND_RULES[kind];
  if (raw.type !== EXPECTED_TYPES[rules.expects])
    return {
      problem: {
        message: `Expression does not return ${rules.expects}. Received: ${raw.type}`,
        fix: raw.type === "null" ? `${rules.fix}; is there a path without a return?` : rules.fix,
      },
    };
  if (typeOfValue(raw.value) !== rules.expects)
    return {
      problem: {
        message: `Expression does not return ${rules.expects}: its toJSON makes something else of it`,
        fix: "return plain values, lists and objects without toJSON",
      },
    };
  if (kind === "entitlement" && Array.isArray(raw.value)) {
    const problem = checkEntries(type, raw.value);
    if (problem) return { problem };
  }
  return { result: raw.value as boolean | unknown[] | Record<string, unknown> };
}
