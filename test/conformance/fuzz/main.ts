import { parseArgs } from "node:util";
import { createNashornEngine } from "../../../sandbox-shim/engines/nashorn/index.ts";
import { findNashorn } from "../../../sandbox-shim/engines/nashorn/find.ts";
import { createQuickJsEngine } from "../../../sandbox-shim/index.ts";
import { fuzz, measure, readyCase, type Disagreement } from "./compare.ts";
import { oneLiners, programs, tables } from "./grammar.ts";

/**
 * `npm run fuzz [-- --runs N --seed S --seconds T --most D --programs | --count]`: compares generated programs in QuickJS and in Nashorn. Each
 * disagreement is shrunk and printed as a case; after one the search goes on with the next seed. With `--count` nothing is shrunk, and
 * what comes out is how many of N programs agree.
 */
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "2000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    seconds: { type: "string", default: "120" },
    most: { type: "string", default: "10" },
    programs: { type: "boolean", default: false },
    count: { type: "boolean", default: false },
  },
});
const [runs, seed, seconds, most] = [values.runs, values.seed, values.seconds, values.most].map(
  Number,
) as [number, number, number, number];
const found = await findNashorn(process.env, ".");
if ("missing" in found) {
  process.stderr.write(`Nashorn is not here: ${found.missing}\n`);
  process.exit(99);
}
const say = (text: string) => process.stdout.write(`${text}\n`);
const engines = {
  nashorn: await createNashornEngine({ classpath: found.classpath }),
  quickjs: await createQuickJsEngine(),
};
const until = performance.now() + seconds * 1000;
const seen = new Map<string, Disagreement>();
let done = 0;
let skipped = 0;
try {
  if (values.count) {
    const options = { seed, scriptMs: 2000, runs: Math.ceil(runs / 3) };
    say(
      `one-liners: ${JSON.stringify(await measure(engines, { ...options, programs: oneLiners }))}`,
    );
    say(`tables: ${JSON.stringify(await measure(engines, { ...options, programs: tables }))}`);
    say(`programs: ${JSON.stringify(await measure(engines, { ...options, programs }))}`);
  }
  for (let at = seed; !values.count && done < runs && seen.size < most; at++) {
    const left = until - performance.now();
    if (left <= 0) break;
    const report = await fuzz(engines, {
      // All sorts in turn: one-liners shrink best, programs and tables reach more.
      programs: values.programs || at % 3 === 1 ? programs : at % 3 === 2 ? oneLiners : tables,
      runs: Math.min(runs - done, 500),
      seed: at,
      limitMs: left,
      scriptMs: 2000,
    });
    done += Math.max(1, report.runs);
    skipped += report.skipped;
    const one = report.disagreement;
    if (one === undefined || seen.has(one.code)) continue;
    seen.set(one.code, one);
    say(`seed ${at}: QuickJS says ${JSON.stringify(one.quickjs)}`);
    say(readyCase(one, `fuzz ${at}`));
  }
} finally {
  await Promise.all([engines.nashorn.close(), engines.quickjs.close()]);
}
if (!values.count)
  say(`${done} programs from seed ${seed}, ${skipped} skipped, ${seen.size} disagreements`);
process.exitCode = seen.size > 0 ? 1 : 0;
