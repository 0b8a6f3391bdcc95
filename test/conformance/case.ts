import type { EntitlementType, SandboxKind } from "../../base/kinds.ts";
import type { EvaluationRequest } from "../../sandbox-shim/engines/engine.ts";

/**
 * One question about the language or the sandbox, and what real Nashorn (15.7, `--language=es6 --no-java`) answers.
 *
 * Files of cases: `cases/<topic>-<name>.ts`, each `export default [ ... ] satisfies Case[]` (at most 400 lines). Write `name` and
 * `code` and leave `nashorn` out: `npm run conformance:record` asks Nashorn and writes the answers into the file.
 */
export interface Case {
  /** Says what is looked at; unique within its file. */
  name: string;
  /**
   * A function body that ends in a `return`, as an admin writes it. It may return anything: the answer is recorded as
   * {@link shown} writes it, so that `undefined`, `-0`, functions and nested values are told apart.
   */
  code: string;
  /** Filled in by the recorder. */
  nashorn?: Answer;
  /** Claims, stubs, time and so on, where the case needs them. */
  given?: Omit<Partial<EvaluationRequest>, "expression" | "kind" | "type">;
  /**
   * The rules of this kind apply to the result as they do on the appliance, in place of `user-claim` and a result that is
   * shown as text.
   */
  as?: { kind: SandboxKind; type?: EntitlementType };
}

/**
 * What came out. `result` is a text as {@link shown} writes it (or the JSON of the result, for cases with `as`).
 * `error` is a class: the name of a JavaScript error that was thrown (`TypeError`), `other` for anything else that was thrown,
 * `syntax` for a text that does not run at all (also Nashorn's "not yet implemented"), `java` for a defect of Nashorn that ends a
 * script with a Java exception, or `memory`, `result-type`.
 * `message` is only compared in cases that have it.
 */
export type Answer = { result: string } | { error: string; message?: string };

/** A difference between QuickJS and Nashorn that is known and left. */
export interface Gap {
  /** `file name without .ts` + `/` + `name of the case`. */
  case: string;
  /** What QuickJS answers in its place; when it answers anything else, the gap is out of date and the test fails. */
  quickjs: Answer;
  /** Why it is left, for a reader who has to live with it. */
  reason: string;
  /** When it was written down, `YYYY-MM-DD`. */
  since: string;
}
