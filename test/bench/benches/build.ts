import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { KIND_FOLDERS, SCRIPT_KINDS } from "../../../base/kinds.ts";
import { timeNode } from "../child.ts";
import { atMost, type Benchmark, median, ms, plain } from "../figures.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const SCRIPTS = 50;
const SAMPLES = 3;

interface BuildReport {
  buildMs: number;
  scripts: number;
  problems: string[];
}

/**
 * Fills a folder with copies of the shipped sandbox scripts until there are fifty. The copies differ in their names and in
 * one line, so that nothing can be reused between them.
 */
async function generate(root: string): Promise<void> {
  await cp(join(ROOT, "lib"), join(root, "lib"), { recursive: true });
  await cp(join(ROOT, "package.json"), join(root, "package.json"));
  const manifest = JSON.parse(await readFile(join(ROOT, "dist/manifest.json"), "utf8")) as {
    scripts: { kind: (typeof SCRIPT_KINDS)[number]; source: string }[];
  };
  const shipped = manifest.scripts.filter(({ kind }) => kind !== "device-claim");
  for (const kind of SCRIPT_KINDS) await mkdir(join(root, KIND_FOLDERS[kind]), { recursive: true });
  for (let number = 0; number < SCRIPTS; number += 1) {
    const { kind, source } = shipped[number % shipped.length] ?? { kind: "criteria", source: "" };
    const text = await readFile(join(ROOT, source), "utf8");
    // Names of criteria scripts are identifiers, and so is this.
    const file = join(root, KIND_FOLDERS[kind], `bench${number}.ts`);
    await writeFile(file, `${text}\n// variant ${number}\n`);
  }
}

/** A cold build of fifty scripts, each time in a new process. */
export const build: Benchmark = {
  summary: "build of 50 scripts, cold",
  async run({ say }) {
    const root = await mkdtemp(join(tmpdir(), "sdpx-bench-build-"));
    try {
      await generate(root);
      const program = fileURLToPath(new URL("../children/build-once.ts", import.meta.url));
      const whole: number[] = [];
      const inner: number[] = [];
      let report: BuildReport = { buildMs: 0, scripts: 0, problems: [] };
      for (let sample = 0; sample <= SAMPLES; sample += 1) {
        const { tookMs, stdout } = await timeNode([program, root], ROOT);
        report = JSON.parse(stdout) as BuildReport;
        say(`build ${sample}: ${ms(tookMs)}`);
        if (sample === 0) continue;
        whole.push(tookMs);
        inner.push(report.buildMs);
      }
      const odd = report.problems.length > 0 ? ` (**${report.problems.length} problems**)` : "";
      const how = `${report.scripts} scripts, median of ${SAMPLES} new processes, file cache warm${odd}`;
      return [
        atMost(`build, ${SCRIPTS} scripts, cold process`, median(whole), 3000, how),
        plain(
          "of that, `buildBundle` itself",
          ms(median(inner)),
          "without start of Node and imports",
        ),
      ];
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  },
};
