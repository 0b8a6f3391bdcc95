import fc from "fast-check";
import type { Engine } from "../../../sandbox-shim/engines/engine.ts";
import type { Answer, Case } from "../case.ts";
import { agree, answerOf, requestOf } from "../shown.ts";
import { isKnown } from "./known.ts";

/** A program on which the engines disagree, as small as it could be made. */
export interface Disagreement {
  code: string;
  nashorn: Answer;
  quickjs: Answer;
}

export interface FuzzOptions {
  programs: fc.Arbitrary<string>;
  runs: number;
  seed: number;
  /** Milliseconds after which no new program is begun. */
  limitMs: number;
  /** Milliseconds for each program. */
  scriptMs: number;
}

export interface FuzzReport {
  /** Programs that were compared, without those of shrinking. */
  runs: number;
  /** Programs of which nothing can be said: too slow, or too much memory. */
  skipped: number;
  disagreement: Disagreement | undefined;
}

const asCase = (code: string, scriptMs: number): Case => ({
  name: "fuzz",
  code,
  given: { limits: { scriptMs } },
});

/** Asks both engines. Undefined when one of them gave up for a reason that says nothing about the language. */
async function compare(
  engines: { nashorn: Engine; quickjs: Engine },
  code: string,
  scriptMs: number,
): Promise<Disagreement | "same" | "skipped"> {
  const one = asCase(code, scriptMs);
  const [nashorn, quickjs] = await Promise.all(
    [engines.nashorn, engines.quickjs].map(async (engine) =>
      answerOf(one, await engine.evaluate(requestOf(one)), false),
    ),
  );
  if (nashorn === undefined || quickjs === undefined) return "skipped";
  // Defects of Nashorn depend on how it compiles a whole program; nobody can follow them.
  const idle = (answer: Answer) =>
    "error" in answer
      ? ["timeout", "memory", "java"].includes(answer.error)
      : answer.result.includes("java java.");
  if (idle(nashorn) || idle(quickjs)) return "skipped";
  if (agree(nashorn, quickjs)) return "same";
  const found = { code, nashorn, quickjs };
  return isKnown(found) ? "same" : found;
}

/** Compares programs until one differs, and shrinks it. The same seed gives the same programs. */
export async function fuzz(
  engines: { nashorn: Engine; quickjs: Engine },
  options: FuzzOptions,
): Promise<FuzzReport> {
  let skipped = 0;
  const property = fc.asyncProperty(options.programs, async (code) => {
    const outcome = await compare(engines, code, options.scriptMs);
    if (outcome === "skipped") skipped += 1;
    return outcome === "same" || outcome === "skipped";
  });
  const details = await fc.check(property, {
    numRuns: options.runs,
    seed: options.seed,
    interruptAfterTimeLimit: options.limitMs,
    markInterruptAsFailure: false,
  });
  const runs = details.numRuns;
  if (!details.failed || details.counterexample === null)
    return { runs, skipped, disagreement: undefined };
  const [code] = details.counterexample;
  const outcome = await compare(engines, code, options.scriptMs);
  const disagreement = typeof outcome === "string" ? undefined : outcome;
  return { runs, skipped, disagreement };
}

/** How far the engines agree on so many programs. */
export interface Agreement {
  runs: number;
  skipped: number;
  /** QuickJS passes, Nashorn fails. */
  falseAccepts: number;
  /** QuickJS fails, Nashorn passes. */
  falseRejects: number;
  /** Both pass with different results, or both fail with different errors. */
  otherwise: number;
}

/** Compares so many programs and counts, without shrinking. */
export async function measure(
  engines: { nashorn: Engine; quickjs: Engine },
  options: Omit<FuzzOptions, "limitMs">,
): Promise<Agreement> {
  const { programs, runs, seed, scriptMs } = options;
  const count: Agreement = { runs, skipped: 0, falseAccepts: 0, falseRejects: 0, otherwise: 0 };
  for (const code of fc.sample(programs, { numRuns: runs, seed })) {
    const found = await compare(engines, code, scriptMs);
    if (found === "skipped") count.skipped += 1;
    else if (found === "same") continue;
    else if ("error" in found.nashorn && "result" in found.quickjs) count.falseAccepts += 1;
    else if ("result" in found.nashorn && "error" in found.quickjs) count.falseRejects += 1;
    else count.otherwise += 1;
  }
  return count;
}

/** A case that can be pasted into a file of cases. */
export function readyCase({ code, nashorn }: Disagreement, name: string): string {
  return `{ name: ${JSON.stringify(name)}, code: ${JSON.stringify(code)}, nashorn: ${JSON.stringify(nashorn)} },`;
}
