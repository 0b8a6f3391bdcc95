import { stat } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SdpxError } from "../../base/errors.ts";
import type { ManifestRow } from "../../base/manifest.ts";

/** Where the cases of a script stand, relative to the root. */
export function casesFileOf(row: ManifestRow): string {
  return row.source.replace(/\.(ts|raw\.\w+)$/, ".cases.ts");
}

/**
 * Loads a case file, which is TypeScript that Node runs as it is.
 * @returns its default export, or undefined when there is no such file
 * @throws SdpxError `bad-input` when it cannot be loaded
 */
export async function loadCasesFile(root: string, file: string): Promise<unknown> {
  const path = join(root, file);
  const exists = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!exists) return undefined;
  try {
    const loaded = (await import(pathToFileURL(path).href)) as { default?: unknown };
    return loaded.default ?? null;
  } catch (error) {
    throw new SdpxError("bad-input", "the file of cases cannot be loaded", {
      where: file,
      list: [error instanceof Error ? error.message : String(error)],
      fix: "correct it; case files may import scripts/cases/builders.ts and lib/settings.ts, but not the script itself",
      cause: error,
    });
  }
}

/**
 * The scripts that any of the filters names: part of `kind/name` or of the source's path, in any case.
 * @throws SdpxError `bad-option` for a filter that names none
 */
export function selectScripts(
  scripts: readonly ManifestRow[],
  filters: readonly string[],
): ManifestRow[] {
  const names = (row: ManifestRow, filter: string) =>
    `${row.kind}/${row.name}\n${row.source}`.toLowerCase().includes(filter.toLowerCase());
  const idle = filters.find((filter) => !scripts.some((row) => names(row, filter)));
  if (idle !== undefined) {
    throw new SdpxError("bad-option", `no script has "${idle}" in its name or path`, {
      list: scripts.map((row) => `${row.kind}/${row.name} (${row.source})`),
      fix: "give part of a name or path that is listed, or no filter to test all",
    });
  }
  return filters.length === 0
    ? [...scripts]
    : scripts.filter((row) => filters.some((filter) => names(row, filter)));
}
