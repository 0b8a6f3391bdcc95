import { Command } from "commander";
import { EXIT } from "../../base/errors.ts";
import type { ControllerOptions } from "../config/connect.ts";

interface DriftOptions extends ControllerOptions {
  json?: true;
}

/** `sdpx drift`: whether the Controller still is as it was published. */
export function driftVerb(): Command {
  return new Command("drift")
    .summary("tell whether somebody changed what was published")
    .description(
      "Compare three states of each script in dist/: what was published last (its hash stands in the object's notes),\n" +
        "what dist/ has, and what the Controller has. Exits with 0 when nothing drifted and with 3 when something did.",
    )
    .option("--profile <name>", "Controller of this profile in sdpx.json")
    .option("--root <dir>", "folder that holds dist/ and sdpx.json", ".")
    .option("--json", "print the comparison as JSON")
    .action(async (options: DriftOptions) => {
      const [
        { join },
        { withProfile },
        { loadBundle },
        { readRemote },
        { driftOf, hasDrift },
        { renderDrift },
        { colorWanted, painter },
      ] = await Promise.all([
        import("node:path"),
        import("../config/connect.ts"),
        import("../build/index.ts"),
        import("../../controller/publish/index.ts"),
        import("../../controller/drift/index.ts"),
        import("../drift/render.ts"),
        import("../report/style.ts"),
      ]);
      const bundle = await loadBundle(join(options.root, "dist"));
      const remote = await withProfile(options, (client) => readRemote(client, bundle));
      const rows = driftOf(bundle, remote);
      const drift = hasDrift(rows);
      const { url } = remote.controller;
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ driftVersion: 1, controller: remote.controller, bundle: bundle.manifest.bundle, drift, scripts: rows }, null, 2)}\n`
          : renderDrift(rows, url, painter(colorWanted(process.stdout))),
      );
      if (drift) process.exitCode = EXIT.conflict;
    });
}
