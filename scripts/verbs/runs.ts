import { Command } from "commander";

interface RunsOptions {
  root: string;
  json?: true;
}

/** `sdpx runs`: what was published from here. */
export function runsVerb(): Command {
  return new Command("runs")
    .summary("list what was published and rolled back from this folder")
    .description(
      "List the runs in .sdpx/runs, the newest last: when, what, on which Controller, how far it came.",
    )
    .option("--root <dir>", "folder that holds .sdpx", ".")
    .option("--json", "print the runs as JSON")
    .action(async (options: RunsOptions) => {
      const [{ stateFolder }, { listRuns }, { renderRuns, runAsJson }] = await Promise.all([
        import("../config/state.ts"),
        import("../publish/runs.ts"),
        import("../publish/render-runs.ts"),
      ]);
      const runs = await listRuns(stateFolder(options.root, process.env));
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ runs: runs.map(runAsJson) }, null, 2)}\n`
          : renderRuns(runs),
      );
    });
}
