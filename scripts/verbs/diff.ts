import { Command } from "commander";
import { EXIT, SdpxError } from "../../base/errors.ts";
import { SCRIPT_KINDS } from "../../base/kinds.ts";

interface DiffOptions {
  profile: string[];
  root: string;
  owned?: true;
  detailedExitcode?: true;
  json?: true;
}

const collect = (value: string, list: string[]): string[] => [...list, value];

/** `sdpx diff --profile a --profile b`: two Controllers side by side. */
export function diffVerb(): Command {
  return new Command("diff")
    .summary("compare the scripts of two Controllers")
    .description(
      "Compare the scripts and conditions of two Controllers by kind and name: texts without their banner, and fields.\n" +
        "Ids, times and what every Controller is delivered with are left out. Nothing is written.",
    )
    .option("--profile <name>", "a profile in sdpx.json; give two", collect, [])
    .option("--owned", "only objects of this bundle")
    .option("--detailed-exitcode", "exit with 2 when something differs")
    .option("--root <dir>", "folder that holds sdpx.json", ".")
    .option("--json", "print the comparison as JSON")
    .action(async (options: DiffOptions) => {
      const [a, b, ...more] = options.profile;
      if (a === undefined || b === undefined || more.length > 0 || a === b) {
        throw new SdpxError("bad-option", "two different profiles are compared", {
          where: "--profile",
          fix: "sdpx diff --profile stage --profile prod",
        });
      }
      const [
        { withProfile },
        { readScripts },
        { between },
        { renderBetween },
        { colorWanted, painter },
        { readBundleName },
      ] = await Promise.all([
        import("../config/connect.ts"),
        import("../../controller/pull/index.ts"),
        import("../../controller/drift/index.ts"),
        import("../drift/render.ts"),
        import("../report/style.ts"),
        import("../config/bundle.ts"),
      ]);
      const bundle = options.owned ? (await readBundleName(options.root)).name : undefined;
      const read = (profile: string) =>
        withProfile({ root: options.root, profile }, (client) => readScripts(client, SCRIPT_KINDS));
      // One after the other: passwords may have to be asked for.
      const left = await read(a);
      const right = await read(b);
      const rows = between(left, right, bundle === undefined ? {} : { bundle });
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ diffVersion: 1, a, b, scripts: rows }, null, 2)}\n`
          : renderBetween(rows, [a, b], painter(colorWanted(process.stdout))),
      );
      const differs = rows.some(({ state }) => state !== "same");
      if (options.detailedExitcode && differs) process.exitCode = EXIT.changes;
    });
}
