import { z } from "zod";
import { PRODUCT_NAMES, type ProductRange } from "../../base/products.ts";
import { SANDBOX_KINDS, type SandboxKind } from "../../base/kinds.ts";
import {
  RUNTIME_RULES,
  SYNTAX_RULES,
  type RuntimeRuleName,
  type SyntaxRuleName,
} from "../gate/rules.ts";

/** What an entry is about, with its heading in docs/sandbox.md. One registry: a new area does not compile until it is shown. */
export const AREAS = {
  syntax: "Syntax",
  global: "Globals of the language",
  member: "Members of the language's objects",
  host: "Functions of the appliance",
  claim: "Claims",
  result: "Results",
  "error-text": "Error texts",
  limit: "Limits",
  behaviour: "Behaviour that differs",
} as const;
export type Area = keyof typeof AREAS;

export const STATUSES = {
  present: "is there and works",
  absent: "is not there",
  differs: "is there and does something else than the ECMAScript standard says",
  unknown: "no public source tells",
} as const;
export type Status = keyof typeof STATUSES;

/** How we know. */
export const EVIDENCES = {
  documented: "a manual or specification of Appgate says so",
  sample: "a script that Appgate or a customer has published relies on it",
  measured:
    "observed on OpenJDK Nashorn 15.7 with --language=es6, which the manual names as the engine",
  assumed: "our judgement; no source settles it",
} as const;
export type Evidence = keyof typeof EVIDENCES;

/** How the local sandbox brings a difference about. */
export type Handling =
  /** The gate reports it. */
  | { readonly by: "gate"; readonly rule: SyntaxRuleName | RuntimeRuleName }
  /** It is deleted before a script runs: profile/removed.ts. */
  | { readonly by: "removal" }
  /** Replaced or checked at run time; a path in sandbox-shim/. */
  | { readonly by: "patch"; readonly in: string }
  /** It is not done, and why. */
  | { readonly by: "nothing"; readonly because: string };

interface EntryFacts {
  /** `area:name`, unique. */
  readonly id: string;
  readonly area: Area;
  readonly name: string;
  /** In TypeScript's notation. */
  readonly signature?: string | undefined;
  /** One sentence without a full stop. */
  readonly summary: string;
  /** What to write instead. */
  readonly instead?: string | undefined;
  readonly evidence: Evidence;
  /** A public source, in words. */
  readonly source: string;
  readonly products: ProductRange;
  /** Kinds of script for which it holds; all when left out. */
  readonly kinds?: readonly SandboxKind[] | undefined;
  readonly note?: string | undefined;
  /** A function body that returns true where the entry holds, or, with status absent or differs, is what the gate reports. */
  readonly example?: string | undefined;
}

/** One fact about the sandbox. What is absent or differs says how the local sandbox shows it. */
export type Entry = EntryFacts &
  (
    | { readonly status: "present" | "unknown" }
    | { readonly status: "absent" | "differs"; readonly handling: Handling }
  );

const keysOf = <T extends object>(registry: T) => Object.keys(registry) as (keyof T & string)[];
const product = z.enum(PRODUCT_NAMES);
const sentence = z.string().min(3).regex(/[^.]$/, "ends without a full stop");

const facts = {
  id: z.string().regex(/^[a-z-]+:\S.*$/),
  area: z.enum(keysOf(AREAS)),
  name: z.string().min(1),
  signature: z.string().optional(),
  summary: sentence,
  instead: sentence.optional(),
  evidence: z.enum(keysOf(EVIDENCES)),
  source: sentence,
  products: z.strictObject({ since: product.optional(), until: product.optional() }),
  kinds: z.array(z.enum(SANDBOX_KINDS)).min(1).optional(),
  note: sentence.optional(),
  example: z.string().optional(),
};
const handling = z.discriminatedUnion("by", [
  z.strictObject({
    by: z.literal("gate"),
    rule: z.enum([...keysOf(SYNTAX_RULES), ...keysOf(RUNTIME_RULES)]),
  }),
  z.strictObject({ by: z.literal("removal") }),
  z.strictObject({ by: z.literal("patch"), in: z.string().regex(/^[a-z-]+\/\S+$/) }),
  z.strictObject({ by: z.literal("nothing"), because: sentence }),
]);

/** Checks the shape of the whole profile (a test does): types cannot check texts. */
export const profileSchema = z.array(
  z.discriminatedUnion("status", [
    z.strictObject({ ...facts, status: z.enum(["present", "unknown"]) }),
    z.strictObject({ ...facts, status: z.enum(["absent", "differs"]), handling }),
  ]),
);
