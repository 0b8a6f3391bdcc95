import { performance } from "node:perf_hooks";
import { buildBundle } from "../../../scripts/build/index.ts";

/** Builds the scripts of one folder, once, in a process that has done nothing else. Prints what it did as JSON. */
const from = performance.now();
const bundle = await buildBundle({ root: process.argv[2] ?? "." });
const report = {
  buildMs: performance.now() - from,
  scripts: bundle.manifest.scripts.length,
  problems: bundle.problems.map(({ message }) => message),
};
process.stdout.write(JSON.stringify(report));
