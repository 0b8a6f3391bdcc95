import type { ScriptKind } from "../../base/kinds.ts";

/** What a kind asks of the names of its objects, and how a file's name becomes one. */
interface NameRule {
  pattern: RegExp;
  /** Completes "the name must ...". */
  must: string;
  fromFile(stem: string): string;
}

/** `low-risk` to `lowRisk`. */
function camelCase(stem: string): string {
  return stem.replace(/[^A-Za-z0-9]+(.)?/g, (_all, next: string | undefined) =>
    next === undefined ? "" : next.toUpperCase(),
  );
}

const identifier: NameRule = {
  pattern: /^[A-Za-z][A-Za-z0-9_]{0,99}$/,
  must: "be a JavaScript identifier that starts with a letter, since policies call it as name(claims)",
  fromFile: camelCase,
};

const free: NameRule = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}$/,
  must: "start with a letter or digit and consist of letters, digits, spaces, dots, _ and -",
  fromFile: (stem) => stem,
};

/** Sources: Appgate SDP admin guide, "Criteria scripts", "User claim scripts", "Entitlement scripts". */
export const NAME_RULES = {
  criteria: identifier,
  condition: free,
  entitlement: {
    pattern: /^[a-z0-9_-]{1,100}$/,
    must: "consist of lower-case letters, digits, _ and -, since entitlements use it as script://name",
    fromFile: (stem) => stem.toLowerCase(),
  },
  "user-claim": {
    ...identifier,
    must: "be a JavaScript identifier that starts with a letter",
  },
  "device-claim": free,
} as const satisfies Record<ScriptKind, NameRule>;

/** Words that match an identifier's pattern and are none. */
const RESERVED = new Set(
  (
    "break case catch class const continue debugger default delete do else enum export extends false finally for " +
    "function if implements import in instanceof interface let new null package private protected public return " +
    "static super switch this throw true try typeof var void while with yield"
  ).split(" "),
);

/** What is wrong with a name of this kind, or undefined. */
export function nameFault(kind: ScriptKind, name: string): string | undefined {
  const rule = NAME_RULES[kind];
  const reserved = (kind === "criteria" || kind === "user-claim") && RESERVED.has(name);
  if (rule.pattern.test(name) && !reserved) return undefined;
  return `the name "${name}" of a ${kind} script must ${rule.must}`;
}

/** Name of the artifact's file without extension: the object's name, fit for any file system. */
export function artifactStem(name: string): string {
  return name.replaceAll(" ", "-");
}
