import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { isSandboxKind } from "../../../base/kinds.ts";
import { type Manifest, manifestSchema } from "../../../base/manifest.ts";
import { createQuickJsEngine, type EvaluationRequest } from "../../../sandbox-shim/index.ts";
import { onMac, posture } from "../../../scripts/cases/builders.ts";
import { atLeast, type Benchmark, median, ms, percentile, plain } from "../figures.ts";

const DIST = fileURLToPath(new URL("../../../dist/", import.meta.url));
const WARM_UP = 200;
const SECONDS = 5;
const READABLE_BYTES = 8192;

async function largestScript(): Promise<{ row: Manifest["scripts"][number]; text: string }> {
  const manifest = manifestSchema.parse(
    JSON.parse(await readFile(join(DIST, "manifest.json"), "utf8")),
  );
  const [row] = manifest.scripts
    .filter(({ kind }) => isSandboxKind(kind))
    .sort((left, right) => right.bytes - left.bytes);
  if (!row) throw new Error("dist/ holds no sandbox script; run `npm run build`");
  return { row, text: await readFile(join(DIST, row.file), "utf8") };
}

/** Isolated evaluations of the largest shipped script: claims in, one stubbed call of the cache, result out. */
export const evaluate: Benchmark = {
  summary: "isolated evaluations of the largest shipped script",
  async run() {
    const { row, text } = await largestScript();
    if (!isSandboxKind(row.kind)) return [];
    const claims = onMac();
    const request: EvaluationRequest = {
      kind: row.kind,
      ...(row.type ? { type: row.type } : {}),
      expression: text,
      userClaims: claims.user,
      deviceClaims: claims.device,
      stubs: [posture()],
      secrets: Object.fromEntries(row.secrets.map((name) => [name, "bench-posture-token-0"])),
    };
    const startFrom = performance.now();
    const engine = await createQuickJsEngine();
    const startMs = performance.now() - startFrom;
    try {
      for (let count = 0; count < WARM_UP; count += 1) await engine.evaluate(request);
      const times: number[] = [];
      let failure = "";
      const end = performance.now() + SECONDS * 1000;
      for (let at = performance.now(); at < end;) {
        const { error } = await engine.evaluate(request);
        failure ||= error ?? "";
        const now = performance.now();
        times.push(now - at);
        at = now;
      }
      const odd = failure === "" ? "" : ` (**${failure}**)`;
      const how = `${row.kind} "${row.name}", one worker, one stubbed call, ${SECONDS} s${odd}`;
      const latency = `${ms(median(times))} / ${ms(percentile(times, 0.99))}`;
      return [
        atLeast("isolated evaluations", times.length / SECONDS, 500, how),
        plain("one evaluation, median / p99", latency, "the same run"),
        plain("start of the engine", ms(startMs), "once a process"),
        {
          what: "largest shipped script",
          measured: `${(row.bytes / 1024).toFixed(1)} KB`,
          budget: "≤ 8 KB",
          within: row.bytes <= READABLE_BYTES,
          how: "readable, as emitted",
        },
      ];
    } finally {
      await engine.close();
    }
  },
};
