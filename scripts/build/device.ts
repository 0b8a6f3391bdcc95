import { spawnSync } from "node:child_process";
import type { Source } from "./discover.ts";
import type { Problem } from "./problem.ts";

/**
 * Checks the text of a device-claim script. Where a POSIX shell is at hand it also parses a .sh script (`sh -n`, which
 * runs nothing); the emitted bytes do not depend on that.
 */
export function shellProblems(source: Source): Problem[] {
  const shell = source.shell;
  if (shell === undefined) {
    return [
      {
        file: source.file,
        message: "there is no script for the user's computer beside this metadata",
        fix: `write ${source.file.replace(/\.ts$/, ".sh")} (or .ps1)`,
      },
    ];
  }
  if (shell.text.trim() === "") {
    return [{ file: shell.file, message: "the script is empty", fix: "print the claim's value" }];
  }
  if (shell.text.includes("%SECRET:")) {
    return [
      {
        file: shell.file,
        message: "device-claim scripts have no secrets: users can read these files",
        fix: "ask for what needs a secret in a user-claim script",
      },
    ];
  }
  if (shell.extension !== "sh") return [];
  if (!shell.text.startsWith("#!/")) {
    const fix = "begin the file with #!/bin/sh";
    return [{ file: shell.file, line: 1, column: 1, message: "the first line is not #!", fix }];
  }
  if (!/^#!\/bin\/sh\s/.test(shell.text)) return [];
  const parsed = spawnSync("sh", ["-n"], { input: shell.text, encoding: "utf8", timeout: 5000 });
  if (parsed.error !== undefined || parsed.status === 0) return [];
  const said = parsed.stderr.trim().split("\n")[0] ?? "";
  return [{ file: shell.file, message: `the shell cannot read it: ${said}`, fix: "correct it" }];
}
