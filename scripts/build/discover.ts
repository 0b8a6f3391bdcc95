import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { SdpxError } from "../../base/errors.ts";
import { KIND_FOLDERS, SCRIPT_KINDS } from "../../base/kinds.ts";
import type { ScriptKind } from "../../base/kinds.ts";
import { compareText } from "./problem.ts";

/** One script as it lies on disk. Paths are relative to the root, with forward slashes. */
export interface Source {
  kind: ScriptKind;
  /** The file's name without extension, or the folder's name. */
  stem: string;
  file: string;
  text: string;
  /** Device-claim scripts only: the text that runs on the user's computer, beside the metadata. */
  shell?: { file: string; extension: ShellExtension; text: string };
}

/** Device-claim scripts that the build can put its banner into. */
export const SHELL_EXTENSIONS = ["sh", "ps1"] as const;
export type ShellExtension = (typeof SHELL_EXTENSIONS)[number];

/** A text file of a checkout, whatever the checkout did to line ends. */
export async function readSource(path: string): Promise<string> {
  const text = await readFile(path, "utf8");
  return text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
}

async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

const isScript = (name: string) =>
  name.endsWith(".ts") && !/\.(cases|test|d)\.ts$/.test(name) && !name.startsWith(".");

/** The absolute, link-free path of a root. @throws SdpxError `file-missing` */
export async function resolveRoot(root: string): Promise<string> {
  const resolved = await realpath(root).catch(() => undefined);
  if (resolved !== undefined && (await stat(resolved)).isDirectory()) return resolved;
  throw new SdpxError("file-missing", "the root folder does not exist", {
    where: root,
    fix: "give --root a folder that holds criteria/, conditions/ and the other script folders",
  });
}

async function readShell(root: string, folder: string, stem: string): Promise<Source["shell"]> {
  for (const extension of SHELL_EXTENSIONS) {
    const file = `${folder}/${stem}.${extension}`;
    if (await isFile(join(root, file))) {
      return { file, extension, text: await readSource(join(root, file)) };
    }
  }
  return undefined;
}

/** Reads one script of a kind; `file` is relative to the root. */
export async function readScript(root: string, kind: ScriptKind, file: string): Promise<Source> {
  const parts = file.split("/");
  const base = (parts.at(-1) ?? "").replace(/\.ts$/, "");
  const stem = base === "index" ? (parts.at(-2) ?? base) : base;
  const source: Source = { kind, stem, file, text: await readSource(join(root, file)) };
  if (kind !== "device-claim") return source;
  const shell = await readShell(root, parts.slice(0, -1).join("/"), stem);
  return shell === undefined ? source : { ...source, shell };
}

async function filesOf(root: string, kind: ScriptKind): Promise<string[]> {
  const folder = KIND_FOLDERS[kind];
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const files: string[] = [];
  for (const entry of entries) {
    if (entry.isFile() && isScript(entry.name)) files.push(`${folder}/${entry.name}`);
    const index = `${folder}/${entry.name}/index.ts`;
    if (entry.isDirectory() && (await isFile(join(root, index)))) files.push(index);
  }
  return files;
}

/**
 * Finds every script below a root: `<folder>/<name>.ts` or `<folder>/<name>/index.ts` in the folder of each kind.
 * Cases, tests and declarations are none. In the order of kind and file.
 */
export async function discover(root: string): Promise<Source[]> {
  const found: Source[] = [];
  for (const kind of SCRIPT_KINDS) {
    const files = (await filesOf(root, kind)).sort(compareText);
    found.push(...(await Promise.all(files.map((file) => readScript(root, kind, file)))));
  }
  return found;
}
