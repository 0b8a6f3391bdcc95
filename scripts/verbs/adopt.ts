import { Command } from "commander";
import { SCRIPT_KINDS } from "../../base/kinds.ts";
import type { ControllerOptions } from "../config/connect.ts";
import { readKinds } from "./pull.ts";

interface AdoptOptions extends ControllerOptions {
  json?: true;
}

/** `sdpx adopt KIND NAME`: an object that nobody owns becomes this bundle's. */
export function adoptVerb(): Command {
  return new Command("adopt")
    .summary("take over an object that nobody owns")
    .description(
      "Add this bundle's tag and its line in the notes to one object on the Controller, and nothing else: its text stays.\n" +
        "From then on `sdpx publish` may change it. `sdpx pull` writes its text as a file.",
    )
    .argument("<kind>", SCRIPT_KINDS.join(", "))
    .argument("<name>", "the object's name, exactly as the admin UI shows it")
    .option("--profile <name>", "Controller of this profile in sdpx.json")
    .option("--root <dir>", "folder that holds package.json and sdpx.json", ".")
    .option("--json", "print what was done as JSON")
    .action(async (given: string, name: string, options: AdoptOptions) => {
      const [kind = "criteria"] = readKinds([given]);
      const [{ withProfile }, { adopt }, { readBundleName }] = await Promise.all([
        import("../config/connect.ts"),
        import("../../controller/pull/index.ts"),
        import("../config/bundle.ts"),
      ]);
      const bundle = await readBundleName(options.root);
      const { object, written } = await withProfile(options, (client) =>
        adopt(client, kind, name, bundle),
      );
      const { id } = object;
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ kind, name, id, bundle: bundle.name, written })}\n`
          : written
            ? `${kind} "${name}" (${id}) belongs to the bundle "${bundle.name}" now\n`
            : `${kind} "${name}" (${id}) belongs to the bundle "${bundle.name}" already; nothing was written\n`,
      );
    });
}
