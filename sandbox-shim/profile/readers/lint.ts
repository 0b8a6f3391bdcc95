import type { Entry } from "../schema.ts";
import { MEMBER_ENTRIES } from "../data/members.ts";

/** Names of what is not there, with what to write instead where there is advice. */
export type AbsentNames = ReadonlyMap<string, string | undefined>;

const absent = MEMBER_ENTRIES.filter(({ status }) => status === "absent");
const lastOf = ({ name }: Entry) => name.slice(name.lastIndexOf(".") + 1);
const ownerOf = ({ name }: Entry) => name.slice(0, name.lastIndexOf("."));
const named = (entries: readonly Entry[]): AbsentNames =>
  new Map(entries.map((entry) => [lastOf(entry), entry.instead]));

/** Globals that other engines have and the appliance lacks. */
export const absentGlobals: AbsentNames = named(absent.filter(({ area }) => area === "global"));

/** Members by what they stand on: `Object`, `Array.prototype`, `%TypedArray%.prototype`. */
export const absentMembers: ReadonlyMap<string, AbsentNames> = new Map(
  [
    ...Map.groupBy(
      absent.filter(({ area }) => area === "member"),
      ownerOf,
    ),
  ].map(([owner, entries]) => [owner, named(entries)]),
);

/**
 * What `lib.es5.d.ts` or the compiler itself declares although the engine lacks it: the type check accepts it, and the
 * script fails in its cases. `%TypedArray%` stands for each typed array. A test keeps this list as long as it must be.
 */
export const LIB_SURPLUS = {
  globals: ["Intl", "globalThis"],
  statics: ["RegExp.$&", "RegExp.$'", "RegExp.$+", "RegExp.$_", "RegExp.$`"],
  typedArrays:
    "copyWithin every fill filter find findIndex forEach from indexOf join lastIndexOf map of reduce reduceRight reverse slice some sort",
} as const;

const byLastName = new Map<string, Entry>();
for (const entry of absent)
  if (entry.instead !== undefined && !byLastName.has(lastOf(entry)))
    byLastName.set(lastOf(entry), entry);

/**
 * What to write instead of what an error message names as missing: `Object.assign is not a function`, `"Promise" is
 * not defined`. Undefined when the profile has no advice about a name in it.
 */
export function adviceFor(message: string): string | undefined {
  const found =
    /([\w$]+) is not a function/.exec(message) ?? /["']?([\w$]+)["']? is not defined/.exec(message);
  const entry = found?.[1] === undefined ? undefined : byLastName.get(found[1]);
  return entry === undefined
    ? undefined
    : `${entry.name} does not exist on the appliance; instead: ${entry.instead ?? ""}`;
}
