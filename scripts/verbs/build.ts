import { join, relative } from "node:path";
import { Command } from "commander";
import { SdpxError } from "../../base/errors.ts";
import type { Bundle, Difference } from "../build/index.ts";

interface Options {
  check?: true;
  out?: string;
  root: string;
  strict?: true;
  json?: true;
}

const size = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

/** One line for each script, and what was changed. */
function report(
  bundle: Bundle,
  changes: readonly Difference[],
  outDir: string,
  ms: number,
): string {
  const changed = new Map(changes.map(({ file, how }) => [file, how]));
  const { scripts } = bundle.manifest;
  const width = Math.max(0, ...scripts.map(({ file }) => file.length));
  const lines = scripts.map((row) => {
    const how = changed.get(row.file);
    const note = how === undefined ? "unchanged" : how === "missing" ? "new" : "changed";
    return `  ${row.file.padEnd(width)}  ${size(row.bytes).padStart(7)}  ${note}`;
  });
  for (const { file, how } of changes) if (how === "left over") lines.push(`  ${file}  removed`);
  const count = scripts.length === 1 ? "1 script" : `${scripts.length} scripts`;
  return `built ${count} into ${relative(".", outDir) || "."} in ${Math.round(ms)} ms\n${lines.join("\n")}\n`;
}

async function run(options: Options): Promise<void> {
  const started = performance.now();
  const { buildBundle, compareBundle, problemsError, renderProblem, writeBundle } =
    await import("../build/index.ts");
  const outDir = options.out ?? join(options.root, "dist");
  const bundle = await buildBundle({ root: options.root, strict: options.strict ?? false });
  for (const warning of bundle.warnings) process.stderr.write(`⚠ ${renderProblem(warning)}\n`);
  if (bundle.problems.length > 0) throw problemsError(bundle.problems);
  if (bundle.manifest.scripts.length === 0) {
    throw new SdpxError("bad-script", "there is no script to build", {
      where: options.root,
      fix: "write one, e.g. criteria/my-rule.ts, or give --root the folder that holds criteria/ and the others",
    });
  }
  const changes = options.check
    ? await compareBundle(bundle, outDir)
    : await writeBundle(bundle, outDir);
  if (options.json) {
    const { name, version, sha256 } = bundle.manifest.bundle;
    const data = {
      bundle: { name, version, sha256 },
      outDir,
      scripts: bundle.manifest.scripts,
      changes,
    };
    process.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
    if (options.check && changes.length > 0) process.exitCode = 1;
    return;
  }
  if (options.check && changes.length > 0) {
    throw new SdpxError("build-stale", "the built bundle is not what the sources build to", {
      where: outDir,
      list: changes.map(({ file, how }) => `${file}: ${how}`),
      fix: "run `sdpx build` and commit what it writes",
    });
  }
  process.stdout.write(
    options.check
      ? `${relative(".", outDir) || "."} is up to date: ${bundle.manifest.scripts.length} scripts\n`
      : report(bundle, changes, outDir, performance.now() - started),
  );
}

/** `sdpx build`: sources to dist/. */
export function buildVerb(): Command {
  return new Command("build")
    .description("check every script and build it into dist/, as text for the appliance")
    .option("--check", "write nothing; fail when dist/ is not what the sources build to")
    .option("--out <dir>", "where to write (default: dist below the root)")
    .option(
      "--strict",
      "fail when a raw script (as `sdpx pull` writes them) does not run on the appliance",
    )
    .option("--root <dir>", "folder that holds criteria/, conditions/, lib/ and the others", ".")
    .option("--json", "print what was built as JSON")
    .action(async (options: Options) => await run(options));
}
