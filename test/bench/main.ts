import { parseArgs } from "node:util";
import { build } from "./benches/build.ts";
import { evaluate } from "./benches/evaluate.ts";
import { help } from "./benches/help.ts";
import { lookup } from "./benches/lookup.ts";
import { raise } from "./benches/raise.ts";
import { webhook } from "./benches/webhook.ts";
import { type Benchmark, type Figure, table } from "./figures.ts";
import { machineLine } from "./machine.ts";

/** Every benchmark, in the order in which they run. */
const BENCHMARKS = { help, build, evaluate, lookup, webhook, raise } as const satisfies Record<
  string,
  Benchmark
>;
type BenchmarkName = keyof typeof BENCHMARKS;

const USAGE = [
  "npm run bench [-- [name...] [--full]]   prints figures as Markdown; asserts nothing",
  ...Object.entries(BENCHMARKS).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`),
  "  --full    sizes as in the budgets: takes minutes",
  "",
].join("\n");

function isBenchmark(name: string): name is BenchmarkName {
  return Object.hasOwn(BENCHMARKS, name);
}

/** Runs the named benchmarks (all of them without a name) and prints their figures. @returns the exit code */
async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      full: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const unknown = positionals.filter((name) => !isBenchmark(name));
  if (values.help || unknown.length > 0) {
    if (unknown.length > 0) process.stderr.write(`No benchmark is named ${unknown.join(", ")}.\n`);
    process.stdout.write(USAGE);
    return unknown.length > 0 ? 99 : 0;
  }
  const all = Object.keys(BENCHMARKS).filter(isBenchmark);
  const names = positionals.length > 0 ? positionals.filter(isBenchmark) : all;
  const machine = machineLine();
  const say = (message: string) => void process.stderr.write(`  ${message}\n`);
  const figures: Figure[] = [];
  let failed = false;
  for (const name of names) {
    process.stderr.write(`${name}: ${BENCHMARKS[name].summary}\n`);
    try {
      figures.push(...(await BENCHMARKS[name].run({ full: values.full, say })));
    } catch (error) {
      failed = true;
      say(`could not be measured: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  process.stdout.write(`${machine}\n\n${table(figures)}\n`);
  return failed ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
