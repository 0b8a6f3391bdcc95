import { styleText } from "node:util";
import { Command } from "commander";
import { EXIT } from "../../base/errors.ts";

interface Options {
  json?: true;
  bail?: true;
  allowMissing?: true;
  root: string;
  engine?: string;
}

const ENGINES = ["quickjs", "nashorn", "controller"] as const;

async function run(filters: string[], options: Options): Promise<void> {
  const { readEngineName } = await import("../engine/open.ts");
  const engine = readEngineName(options.engine, ENGINES);
  if (engine === "controller") return compare(filters, options);
  const { renderReport, succeeded, testBundle, totals } = await import("../cases/index.ts");
  const report = await testBundle({
    root: options.root,
    filters,
    bail: options.bail ?? false,
    allowMissing: options.allowMissing ?? false,
    engine,
  });
  const ok = succeeded(report);
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ ok, totals: totals(report), ...report }, null, 2)}\n`
      : renderReport(report, (style, text) => styleText(style, text, { stream: process.stdout })),
  );
  if (!ok) process.exitCode = EXIT.failed;
}

/** The same cases here and through the test endpoints of a Controller; every difference is printed. */
async function compare(filters: string[], options: Options): Promise<void> {
  const { compareBundleWithController, parityTotals, renderParity } =
    await import("../cases/index.ts");
  const report = await compareBundleWithController({ root: options.root, filters });
  const totals = parityTotals(report);
  const ok = totals.differ === 0;
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ ok, totals, ...report }, null, 2)}\n`
      : renderParity(report, (style, text) => styleText(style, text, { stream: process.stdout })),
  );
  if (!ok) process.exitCode = EXIT.failed;
}

/** `sdpx test`: the cases beside the scripts, run on the built text. */
export function testVerb(): Command {
  return new Command("test")
    .description("run the cases beside each script on the text that would be uploaded")
    .argument("[filter...]", "part of a script's name or path; all scripts when left out")
    .option("--bail", "stop at the first failure")
    .option("--allow-missing", "do not fail for scripts without cases")
    .option("--root <dir>", "folder that holds criteria/, conditions/, lib/ and the others", ".")
    .option(
      "--engine <name>",
      "quickjs (default), nashorn, or controller: compare with the test endpoints of SDPX_CONTROLLER_URL",
    )
    .option("--json", "print the results as JSON")
    .action(async (filters: string[], options: Options) => await run(filters, options));
}
