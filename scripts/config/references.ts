import { spawn } from "node:child_process";
import { isAbsolute, join } from "node:path";
import { SdpxError } from "../../base/errors.ts";
import { readTextFile } from "../../base/json.ts";

/** Where a value stands: never the value itself, so that settings can be committed. */
export const REFERENCE = /^(env|file|command):([\s\S]+)$/;

const COMMAND_MS = 60_000;

export interface ReferenceContext {
  env: Readonly<Record<string, string | undefined>>;
  /** Files are relative to it, and commands run in it. */
  root: string;
  /** What the value is, for messages: `the secret TOKEN`. */
  what: string;
}

/**
 * Reads the value that `env:VARIABLE`, `file:PATH` or `command:COMMAND` stands for. One trailing line end of a file or of a
 * command's output is dropped. The value appears in no message, nor does what a command printed.
 * @throws SdpxError `bad-setting` for another form, `missing-secret` when there is no value, `file-missing`
 */
export async function readReference(reference: string, context: ReferenceContext): Promise<string> {
  const { env, root, what } = context;
  const [, source, place = ""] = REFERENCE.exec(reference) ?? [];
  if (source === undefined) {
    throw new SdpxError("bad-setting", `${what} is given by where it stands, never by its value`, {
      fix: 'write "env:VARIABLE", "file:PATH" or "command:COMMAND"',
    });
  }
  let value: string | undefined;
  let fix: string;
  if (source === "env") {
    value = env[place];
    fix = `set ${place} in the environment of this command`;
  } else if (source === "file") {
    const path = isAbsolute(place) ? place : join(root, place);
    value = withoutLineEnd(await readTextFile(path, `file of ${what}`));
    fix = "write the value into the file";
  } else {
    value = withoutLineEnd(await outputOf(place, context));
    fix = "make the command print the value on standard output";
  }
  if (value !== undefined && value !== "") return value;
  throw new SdpxError("missing-secret", `there is no value for ${what}`, { where: reference, fix });
}

const withoutLineEnd = (text: string) => text.replace(/\r?\n$/, "");

/** Standard error and input stay those of the terminal: a password manager may have to ask something. */
function outputOf(command: string, { root, what, env }: ReferenceContext): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) =>
      reject(
        new SdpxError("missing-secret", `the command for ${what} ${why}`, {
          where: `command:${command}`,
          fix: "run the command by hand in the project's folder and correct what it complains about",
        }),
      );
    const child = spawn(command, {
      shell: true,
      cwd: root,
      env,
      stdio: ["inherit", "pipe", "inherit"],
      timeout: COMMAND_MS,
    });
    const parts: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.on("error", (error) => fail(`cannot be started: ${error.message}`));
    child.on("close", (code, signal) => {
      if (code === 0) resolve(Buffer.concat(parts).toString("utf8"));
      else fail(signal === null ? `ended with exit code ${String(code)}` : "took too long");
    });
  });
}
