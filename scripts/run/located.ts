import type { Evaluation } from "../../sandbox-shim/engines/engine.ts";
import type { ScriptSource } from "./source.ts";

/**
 * An evaluation whose failure also names the place in the TypeScript source, when the script was built from one.
 * Never throws for a place that cannot be found: the one in the built text is there anyway.
 */
export async function located(
  evaluation: Evaluation,
  script: Pick<ScriptSource, "expression" | "builtFrom">,
  root: string,
): Promise<Evaluation> {
  const { failure } = evaluation;
  if (failure?.line === undefined || script.builtFrom === undefined) return evaluation;
  const { sourcePlaces } = await import("../build/places.ts");
  const places = await sourcePlaces(root, script.builtFrom, script.expression);
  const source = places?.(failure.line, failure.column ?? 1);
  return source === undefined ? evaluation : { ...evaluation, failure: { ...failure, source } };
}
