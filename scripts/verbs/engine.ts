import { Command } from "commander";
import { SdpxError } from "../../base/errors.ts";

/** `sdpx engine`: what can evaluate scripts here, and how to get the appliance's own engine. */
export function engineVerb(): Command {
  const verb = new Command("engine")
    .summary("list the script engines, install Nashorn")
    .description("The engines that can evaluate scripts here, and how to get another one.");
  verb
    .command("list")
    .description("which engines are usable here, and why the others are not")
    .option("--root <dir>", "folder in which sdpx is used", ".")
    .option("--json", "print the list as JSON")
    .action(async (options: { root: string; json?: true }) => {
      const { listEngines } = await import("../engine/list.ts");
      const rows = await listEngines(process.env, options.root);
      const lines = rows.map(
        ({ name, usable, says }) => `${usable ? "✔" : "·"} ${name.padEnd(10)} ${says}`,
      );
      process.stdout.write(options.json ? `${JSON.stringify(rows)}\n` : `${lines.join("\n")}\n`);
    });
  verb
    .command("install")
    .description(
      "get OpenJDK Nashorn, the engine that the product's manual names, with Maven into .sdpx/nashorn",
    )
    .argument("<name>", "nashorn")
    .option("--root <dir>", "folder in which sdpx is used", ".")
    .action(async (name: string, options: { root: string }) => {
      if (name !== "nashorn") {
        throw new SdpxError("bad-option", `"${name}" is not an engine that can be installed`, {
          where: "sdpx engine install",
          fix: "sdpx engine install nashorn",
        });
      }
      const { installNashorn } = await import("../engine/install.ts");
      const say = (line: string) => process.stdout.write(`${line}\n`);
      await installNashorn({ root: options.root, say });
      say("use it: sdpx run --engine nashorn FILE, sdpx test --engine nashorn");
    });
  return verb;
}
