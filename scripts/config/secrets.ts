import { SdpxError } from "../../base/errors.ts";
import { readTextFile } from "../../base/json.ts";

const FORM = /^([A-Za-z][A-Za-z0-9_-]*)=(env|file):(.+)$/;

/**
 * Reads secrets given as `NAME=env:VARIABLE` or `NAME=file:PATH`. A value on the command line itself is refused: it
 * would stay in the shell's history and in the process list. One trailing newline of a file is dropped.
 */
export async function readSecrets(
  options: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Record<string, string>> {
  const secrets: Record<string, string> = {};
  for (const option of options) {
    const match = FORM.exec(option);
    if (!match) {
      const name = option.split("=")[0] ?? "";
      throw new SdpxError(
        "bad-option",
        "a secret is given by where it stands, never by its value",
        {
          where: `--secret ${name}=…`,
          fix: `--secret ${name || "NAME"}=env:VARIABLE or --secret ${name || "NAME"}=file:PATH`,
        },
      );
    }
    const [, name = "", source, place = ""] = match;
    if (source === "file") {
      secrets[name] = (await readTextFile(place, `file of the secret ${name}`)).replace(
        /\r?\n$/,
        "",
      );
      continue;
    }
    const value = env[place];
    if (value === undefined || value === "") {
      throw new SdpxError(
        "missing-secret",
        `the variable ${place} for the secret ${name} is not set`,
        {
          where: `--secret ${option}`,
          fix: `set ${place} in the environment of this command`,
        },
      );
    }
    secrets[name] = value;
  }
  return secrets;
}
