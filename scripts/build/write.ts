import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { SCRIPT_KINDS } from "../../base/kinds.ts";
import { manifestSchema, splitBanner } from "../../base/manifest.ts";
import type { Bundle } from "./build.ts";
import { MANIFEST_FILE } from "./manifest.ts";
import { compareText, problemsError } from "./problem.ts";

/** How a file of the output folder stands to the build. */
export interface Difference {
  file: string;
  how: "missing" | "differs" | "left over";
}

/** Artifacts without a banner, as the manifest of the last build names them. */
async function rawArtifactsIn(outDir: string): Promise<string[]> {
  const text = await readFile(join(outDir, MANIFEST_FILE), "utf8").catch(() => "");
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    return [];
  }
  const parsed = manifestSchema.safeParse(manifest);
  if (!parsed.success) return [];
  const files = parsed.data.scripts
    .filter(
      ({ raw, kind, file }) =>
        raw === true && /^[^/]+\/[^/]+$/.test(file) && file.startsWith(`${kind}/`),
    )
    .map(({ file }) => file);
  const there = await Promise.all(
    files.map((file) =>
      stat(join(outDir, file)).then(
        (found) => found.isFile(),
        () => false,
      ),
    ),
  );
  return files.filter((_, index) => there[index]);
}

/**
 * What earlier builds left in the folders of the kinds. Only files with the banner of a build, or named as raw by its
 * manifest: the output folder is the user's choice, and may hold other things.
 */
async function artifactsIn(outDir: string): Promise<string[]> {
  const files: string[] = await rawArtifactsIn(outDir);
  for (const kind of SCRIPT_KINDS) {
    const entries = await readdir(join(outDir, kind), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const text = await readFile(join(outDir, kind, entry.name), "utf8");
      const file = `${kind}/${entry.name}`;
      if (splitBanner(text).banner !== "" && !files.includes(file)) files.push(file);
    }
  }
  return files;
}

/** What lies in the output folder otherwise than the build would have it, in the order of the files. */
export async function compareBundle(bundle: Bundle, outDir: string): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const [file, text] of bundle.files) {
    const old = await readFile(join(outDir, file), "utf8").catch(() => undefined);
    if (old === undefined) found.push({ file, how: "missing" });
    else if (old !== text) found.push({ file, how: "differs" });
  }
  for (const file of await artifactsIn(outDir)) {
    if (!bundle.files.has(file)) found.push({ file, how: "left over" });
  }
  return found.sort((a, b) => compareText(a.file, b.file));
}

/**
 * Makes the output folder hold exactly this bundle. Every new text is written beside its place first, then all are
 * renamed, the manifest last: whoever reads in between, or after a crash, is told by the hashes.
 * @returns what was changed; empty when the folder was up to date
 * @throws SdpxError `bad-script` when the bundle has problems; nothing is written then
 */
export async function writeBundle(bundle: Bundle, outDir: string): Promise<Difference[]> {
  if (bundle.problems.length > 0) throw problemsError(bundle.problems);
  const changes = await compareBundle(bundle, outDir);
  const writes = changes.filter(({ how }) => how !== "left over");
  const temporary = (file: string) => join(outDir, `${file}.new`);
  try {
    for (const { file } of writes) {
      await mkdir(dirname(join(outDir, file)), { recursive: true });
      await writeFile(temporary(file), bundle.files.get(file) ?? "");
    }
  } catch (error) {
    for (const { file } of writes) await rm(temporary(file), { force: true });
    throw error;
  }
  const isManifest = (file: string) => Number(file === MANIFEST_FILE);
  for (const { file } of writes.sort((a, b) => isManifest(a.file) - isManifest(b.file))) {
    await rename(temporary(file), join(outDir, file));
  }
  for (const { file, how } of changes) if (how === "left over") await rm(join(outDir, file));
  return changes;
}
