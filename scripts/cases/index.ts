import { join } from "node:path";
import { memoryCache, runDeviceScript } from "../../sandbox-shim/index.ts";
import { buildBundle, compareBundle, problemsError } from "../build/index.ts";
import { withController } from "../controller/session.ts";
import { openEngine, type LocalEngine } from "../engine/open.ts";
import { askController, toEvaluation } from "../probe/remote.ts";
import { located } from "../run/located.ts";
import { selectScripts } from "./find.ts";
import { compareWithController, type ParityReport } from "./parity.ts";
import type { CasesReport } from "./report.ts";
import { runCases } from "./run.ts";

export type { CasesReport, CaseResult, ScriptResult } from "./report.ts";
export { renderReport, succeeded, totals } from "./report.ts";
export { parityTotals, type ParityReport } from "./parity.ts";
export { renderParity } from "./parity-report.ts";

export interface TestOptions {
  root: string;
  /** Parts of names or paths; all scripts when empty. */
  filters?: readonly string[];
  bail?: boolean;
  allowMissing?: boolean;
  /** What the cases run on; QuickJS when left out. */
  engine?: LocalEngine;
}

/**
 * Builds the bundle in memory, so that what is tested is what would be uploaded, and runs the cases.
 * @throws SdpxError `bad-script` when it does not build, `bad-option` for a filter that names nothing, `bad-input`
 * for a file of cases that is none
 */
export async function testBundle(options: TestOptions): Promise<CasesReport> {
  const started = performance.now();
  const { root, filters = [], bail = false, allowMissing = false } = options;
  const bundle = await buildBundle({ root });
  if (bundle.problems.length > 0) throw problemsError(bundle.problems);
  const scripts = selectScripts(bundle.manifest.scripts, filters);
  const stale = (await compareBundle(bundle, join(root, "dist"))).length > 0;
  const engine = await openEngine(options.engine ?? "quickjs", { env: process.env, root });
  try {
    const done = await runCases(
      {
        engine,
        runDevice: runDeviceScript,
        newCache: memoryCache,
        now: () => performance.now(),
        locate: (got, { source }, expression) =>
          located(
            got,
            { expression, ...(source.endsWith(".ts") ? { builtFrom: join(root, source) } : {}) },
            root,
          ),
      },
      { root, scripts, texts: bundle.files, bail, allowMissing },
    );
    return { ...done, stale, tookMs: performance.now() - started };
  } finally {
    await engine.close();
  }
}

/**
 * Builds the bundle in memory and compares what its cases do here with what they do on the Controller that the environment names.
 * @throws SdpxError as {@link testBundle}, and the client's when the Controller does not answer
 */
export async function compareBundleWithController(
  options: Pick<TestOptions, "root" | "filters">,
): Promise<ParityReport> {
  const { root, filters = [] } = options;
  const bundle = await buildBundle({ root });
  if (bundle.problems.length > 0) throw problemsError(bundle.problems);
  const scripts = selectScripts(bundle.manifest.scripts, filters);
  const engine = await openEngine("quickjs", { env: process.env, root });
  try {
    return await withController(process.env, (client) =>
      compareWithController(
        {
          engine,
          async ask(request) {
            const answer = await askController(client, request);
            return answer && toEvaluation(answer);
          },
        },
        { root, controller: client.url, scripts, texts: bundle.files },
      ),
    );
  } finally {
    await engine.close();
  }
}
