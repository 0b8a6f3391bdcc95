import { basename, dirname, resolve } from "node:path";
import { SdpxError } from "../../base/errors.ts";
import { readTextFile } from "../../base/json.ts";
import { ENTITLEMENT_TYPES, isSandboxKind, KIND_FOLDERS, SANDBOX_KINDS } from "../../base/kinds.ts";
import type { EntitlementType, SandboxKind } from "../../base/kinds.ts";

export interface ScriptSource {
  kind: SandboxKind;
  type?: EntitlementType;
  expression: string;
  name: string;
  /** The TypeScript source, for one that was built from it. */
  builtFrom?: string;
}

/** The kind that a path tells: `criteria/x.ts`, `conditions/x/index.ts`, `dist/user-claim/posture.js`. */
export function kindFromPath(path: string): SandboxKind | undefined {
  for (
    let folder = dirname(resolve(path)), depth = 0;
    depth < 2;
    folder = dirname(folder), depth += 1
  ) {
    const name = basename(folder);
    const kind = SANDBOX_KINDS.find(
      (candidate) => candidate === name || KIND_FOLDERS[candidate] === name,
    );
    if (kind) return kind;
  }
  return undefined;
}

async function readStandardInput(): Promise<string> {
  let text = "";
  process.stdin.setEncoding("utf8");
  for await (const chunk of process.stdin) text += String(chunk);
  return text;
}

/**
 * Reads the script that `sdpx run` is pointed at: an artifact or a hand-written expression as it is, or a TypeScript
 * source, which is built first. `-` is standard input.
 */
export async function readScript(
  file: string,
  options: { kind?: string; type?: string; root: string },
): Promise<ScriptSource> {
  const kind = options.kind ?? (file === "-" ? undefined : kindFromPath(file));
  if (kind === undefined || !isSandboxKind(kind)) {
    const isDevice = kind === "device-claim";
    throw new SdpxError(
      "bad-option",
      kind === undefined
        ? "the path does not tell which kind of script this is"
        : isDevice
          ? "device-claim scripts run in a shell on the user's computer, not in the sandbox"
          : `"${kind}" is not a kind of script`,
      {
        where: file,
        fix: isDevice
          ? "test them with cases beside the script: sdpx test"
          : `--kind ${SANDBOX_KINDS.join(" | ")}`,
      },
    );
  }
  const type = ENTITLEMENT_TYPES.find((candidate) => candidate === options.type);
  if (options.type !== undefined && type === undefined) {
    throw new SdpxError("bad-option", `"${options.type}" is not a type of entitlement script`, {
      where: "--type",
      fix: `--type ${ENTITLEMENT_TYPES.join(" | ")}`,
    });
  }
  if (file.endsWith(".ts")) {
    const { buildOne } = await import("../build/index.ts");
    const built = await buildOne(options.root, file);
    return {
      kind,
      ...((built.row.type ?? type) ? { type: built.row.type ?? type } : {}),
      expression: built.text,
      name: built.row.file,
      builtFrom: file,
    } as ScriptSource;
  }
  const expression = file === "-" ? await readStandardInput() : await readTextFile(file, "script");
  return { kind, ...(type ? { type } : {}), expression, name: file === "-" ? "stdin" : file };
}
