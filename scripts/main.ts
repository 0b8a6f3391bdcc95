import { Command, CommanderError } from "commander";
import { EXIT, SdpxError, toSdpxError } from "../base/errors.ts";
import { errorAsJson, renderError } from "./report/errors.ts";
import { colorWanted, painter } from "./report/style.ts";
import { VERBS } from "./verbs/index.ts";

const HELP_END = `
Exit codes: 0 done · 1 the answer is no (a script or case failed) · 2 there are changes to publish
            3 conflict · 4 not signed in or not allowed · 5 remote unavailable · 6 partly done
            70 defect of sdpx · 99 wrong option, file or setting · 130 cancelled   (docs/exit-codes.md)
`;

/** Builds the command line. Verbs import what they need only when they run, so that --help stays fast. */
export function buildProgram(): Command {
  const program = new Command("sdpx");
  program
    .description(
      "Appgate SDP access scripts in TypeScript: build, prove, publish, and the posture cache behind them",
    )
    .version("0.1.0")
    .showSuggestionAfterError()
    .addHelpText("after", HELP_END);
  for (const verb of VERBS) program.addCommand(verb());
  const strict = (command: Command): void => {
    command.exitOverride();
    // Our own renderer prints what is wrong, in the same form as every other error.
    command.configureOutput({ outputError: () => undefined });
    command.commands.forEach(strict);
  };
  strict(program);
  return program;
}

/**
 * Runs one command line and returns the exit code. Nothing is thrown: every error becomes text on stderr (or JSON,
 * with `--json`) and the exit code that belongs to it.
 */
export async function main(argv: readonly string[]): Promise<number> {
  endWithReader(process.stdout);
  endWithReader(process.stderr);
  try {
    await buildProgram().parseAsync(argv, { from: "user" });
    return typeof process.exitCode === "number" ? process.exitCode : EXIT.ok;
  } catch (thrown) {
    if (thrown instanceof CommanderError) {
      // --help and --version arrive here as well, already printed.
      if (thrown.exitCode === 0) return EXIT.ok;
      if (thrown.code === "commander.help") return EXIT.config;
    }
    const error =
      thrown instanceof CommanderError
        ? new SdpxError("bad-option", thrown.message.replace(/^error: /, ""), {
            where: `sdpx ${argv.join(" ")}`,
            fix: "`sdpx --help` lists the commands, `sdpx <command> --help` its options",
          })
        : toSdpxError(thrown);
    if (argv.includes("--json")) process.stderr.write(`${JSON.stringify(errorAsJson(error))}\n`);
    else {
      const paint = painter(colorWanted(process.stderr));
      process.stderr.write(renderError(error, paint, Boolean(process.env.SDPX_DEBUG)));
    }
    return error.exitCode;
  }
}

/** A reader that has seen enough (`| head`) ends the command, quietly, as it does for every other tool in a pipe. */
function endWithReader(stream: NodeJS.WriteStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT.ok);
    throw error;
  });
}
