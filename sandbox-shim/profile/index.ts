import { holdsIn, NEWEST_PRODUCT, type Product } from "../../base/products.ts";
import type { SandboxKind } from "../../base/kinds.ts";
import type { Area, Entry } from "./schema.ts";
import { BEHAVIOUR_ENTRIES } from "./data/behaviour.ts";
import { MESSAGE_ENTRIES } from "./data/error-texts.ts";
import { HOST_ENTRIES } from "./data/host-entries.ts";
import { MEMBER_ENTRIES } from "./data/members.ts";
import { RESULT_ENTRIES } from "./data/results.ts";
import { SYNTAX_ENTRIES } from "./data/syntax.ts";

export { AREAS, EVIDENCES, STATUSES, type Area, type Entry, type Handling } from "./schema.ts";

/** Everything that is known about the sandbox, and how. docs/sandbox.md and the type declarations are made from it. */
export const PROFILE: readonly Entry[] = [
  ...SYNTAX_ENTRIES,
  ...MEMBER_ENTRIES,
  ...HOST_ENTRIES,
  ...RESULT_ENTRIES,
  ...MESSAGE_ENTRIES,
  ...BEHAVIOUR_ENTRIES,
];

export interface ProfileQuery {
  area?: Area;
  kind?: SandboxKind;
  /** The newest when left out. */
  product?: Product;
}

/** The entries that hold for a release (the newest one), a kind and an area. */
export function profileEntries(query: ProfileQuery = {}): Entry[] {
  const { area, kind, product = NEWEST_PRODUCT } = query;
  return PROFILE.filter(
    (entry) =>
      holdsIn(entry.products, product) &&
      (area === undefined || entry.area === area) &&
      (kind === undefined || entry.kinds === undefined || entry.kinds.includes(kind)),
  );
}

const byId = new Map(PROFILE.map((entry) => [entry.id, entry]));

/** One entry, such as `host:httpGet`, or undefined. */
export function profileEntry(id: string): Entry | undefined {
  return byId.get(id);
}

export { absentGlobals, absentMembers, adviceFor, LIB_SURPLUS } from "./readers/lint.ts";
export { commonTypes, kindTypes, sandboxTypes, TYPE_FILES } from "./readers/types.ts";
