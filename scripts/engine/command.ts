import { spawn } from "node:child_process";

export interface CommandRun {
  code: number;
  output: string;
}

/** Runs a program to its end. Nothing when there is no such program. */
export function runCommand(
  command: string,
  args: readonly string[],
  cwd?: string,
): Promise<CommandRun | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "pipe", "pipe"],
      ...(cwd === undefined ? {} : { cwd }),
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk.toString("utf8");
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", () => {
      resolve(undefined);
    });
    child.on("close", (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}
