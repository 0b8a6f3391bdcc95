import { join } from "node:path";
import { createQuickJsEngine, memoryCache, runDeviceScript } from "../../sandbox-shim/index.ts";
import { buildBundle, compareBundle, problemsError } from "../build/index.ts";
import { selectScripts } from "./find.ts";
import type { CasesReport } from "./report.ts";
import { runCases } from "./run.ts";

export type { CasesReport, CaseResult, ScriptResult } from "./report.ts";
export { renderReport, succeeded, totals } from "./report.ts";

export interface TestOptions {
  root: string;
  /** Parts of names or paths; all scripts when empty. */
  filters?: readonly string[];
  bail?: boolean;
  allowMissing?: boolean;
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
  const engine = await createQuickJsEngine();
  try {
    const done = await runCases(
      { engine, runDevice: runDeviceScript, newCache: memoryCache, now: () => performance.now() },
      { root, scripts, texts: bundle.files, bail, allowMissing },
    );
    return { ...done, stale, tookMs: performance.now() - started };
  } finally {
    await engine.close();
  }
}
