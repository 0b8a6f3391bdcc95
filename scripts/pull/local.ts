import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { SdpxError } from "../../base/errors.ts";
import { KIND_FOLDERS, SCRIPT_KINDS } from "../../base/kinds.ts";
import type { ScriptKind } from "../../base/kinds.ts";
import type { LocalRaw, LocalState } from "../../controller/pull/index.ts";
import { buildBundle } from "../build/index.ts";

const PART = /^(.+)\.(raw\.[A-Za-z0-9]+|meta\.json)$/;

/** Undefined when it is not there. Whatever else is wrong is an error: a file that cannot be read is not an absent one. */
async function orAbsent<T>(path: string, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown";
    if (code === "ENOENT") return undefined;
    throw new SdpxError("file-missing", `it cannot be read (${code}); nothing was written`, {
      where: path,
      fix: "make it readable: sdpx must know whether it was changed before it writes beside it",
      cause: error,
    });
  }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

async function rawsOf(
  root: string,
  kind: ScriptKind,
  names: readonly string[],
): Promise<LocalRaw[]> {
  const raws = new Map<string, LocalRaw>();
  for (const name of names) {
    const [, stem, part = ""] = PART.exec(name) ?? [];
    if (stem === undefined) continue;
    const file = `${KIND_FOLDERS[kind]}/${name}`;
    const bytes = await orAbsent(join(root, file), () => readFile(join(root, file)));
    if (bytes === undefined) continue;
    const raw = raws.get(stem) ?? { kind, stem };
    if (part === "meta.json") {
      const meta = parsed(bytes.toString("utf8"));
      raws.set(stem, meta === undefined ? raw : { ...raw, meta });
    } else {
      const textSha = createHash("sha256").update(bytes).digest("hex");
      raws.set(stem, { ...raw, textFile: file, textSha });
    }
  }
  return [...raws.values()];
}

/**
 * What a repository has, as far as pulling must know it. Scripts are built to learn their names, unless there is no
 * package.json, as in a fresh folder.
 * @throws SdpxError `file-missing` for anything that is there and cannot be read
 */
export async function readLocalState(root: string): Promise<LocalState> {
  const raws: LocalRaw[] = [];
  const stems: Partial<Record<ScriptKind, string[]>> = {};
  for (const kind of SCRIPT_KINDS) {
    const folder = join(root, KIND_FOLDERS[kind]);
    const names = (await orAbsent(folder, () => readdir(folder))) ?? [];
    stems[kind] = names.map((name) => name.split(".")[0] ?? name);
    raws.push(...(await rawsOf(root, kind, names)));
  }
  const state = { raws, stems: stems as LocalState["stems"] };
  const manifest = join(root, "package.json");
  if ((await orAbsent(manifest, () => readFile(manifest))) === undefined) {
    return { ...state, bundle: "", built: [] };
  }
  const { manifest: made } = await buildBundle({ root });
  const built = made.scripts.filter(({ raw }) => raw !== true);
  return { ...state, bundle: made.bundle.name, built };
}
