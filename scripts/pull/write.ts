import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isWritten } from "../../controller/pull/index.ts";
import type { PullItem } from "../../controller/pull/index.ts";

/**
 * Writes the files of a pull. Every new text is written beside its place first and renamed then, so that no reader meets half
 * of one.
 * @param cases first cases by their path; a file of cases that exists is never touched
 * @returns the paths that were written
 */
export async function writePull(
  root: string,
  items: readonly PullItem[],
  cases: ReadonlyMap<string, string>,
): Promise<string[]> {
  const files = items
    .filter(isWritten)
    .flatMap((item) => [
      [item.textFile, item.text] as const,
      [item.metaFile, item.metaText] as const,
    ]);
  const temporary = (file: string) => join(root, `${file}.new`);
  try {
    for (const [file, text] of files) {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(temporary(file), text);
    }
  } catch (error) {
    for (const [file] of files) await rm(temporary(file), { force: true });
    throw error;
  }
  for (const [file] of files) await rename(temporary(file), join(root, file));
  const written = files.map(([file]) => file);
  for (const [file, text] of cases) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    try {
      await writeFile(join(root, file), text, { flag: "wx" });
      written.push(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  return written;
}
