import { realpath } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";
import { readTextFile } from "../../base/json.ts";
import { KIND_FOLDERS, SCRIPT_KINDS } from "../../base/kinds.ts";
import type { SourcePlace } from "../../sandbox-shim/engines/engine.ts";
import { codeFrame } from "../../sandbox-shim/gate/frame.ts";
import { readScript, resolveRoot } from "./discover.ts";
import { bundle } from "./emit.ts";
import { finishBody } from "./finish.ts";
import { segmentAt, segmentsOf } from "./source-map.ts";

/** Finds the source of a place in a built text; line and column from 1. */
export type Places = (line: number, column: number) => SourcePlace | undefined;

const withoutSpace = (line: string) => line.replace(/\s+/g, "");

/**
 * For each line of the artifact, that of the bundler's text. The lines in between are only left out or changed in themselves, never moved,
 * so that a line that cannot be matched takes the place after the one before it.
 */
function linesInBundle(artifact: string, bundled: string): (number | undefined)[] {
  const from = bundled.split("\n").map(withoutSpace);
  let next = 0;
  return artifact.split("\n").map((line) => {
    const wanted = withoutSpace(line);
    const found = wanted === "" ? -1 : from.indexOf(wanted, next);
    // The banner and the last line stand in no bundle as they are.
    if (found < 0) return next > 0 && next < from.length ? next : undefined;
    next = found + 1;
    return found;
  });
}

/**
 * Prepares to find the TypeScript behind places of one built script. Bundles it once more, with a source map: that is only
 * paid for by who needs it.
 * @param root the folder that holds the script folders and lib/
 * @param sourceFile absolute, or relative to the current folder
 * @param text the artifact
 * @returns nothing when the script has changed since, or is in no script folder
 */
export async function sourcePlaces(
  root: string,
  sourceFile: string,
  text: string,
): Promise<Places | undefined> {
  const top = await resolveRoot(root);
  const file = relative(top, await realpath(sourceFile))
    .split(sep)
    .join("/");
  const kind = SCRIPT_KINDS.find((candidate) => file.startsWith(`${KIND_FOLDERS[candidate]}/`));
  if (kind === undefined) return undefined;
  const maps = new Map<string, string>();
  const { texts } = await bundle(top, [await readScript(top, kind, file)], maps);
  const [bundled, map] = [texts.get(file), maps.get(file)];
  if (bundled === undefined || map === undefined) return undefined;
  if (!text.endsWith(finishBody(bundled).body)) return undefined;

  const { sources, mappings } = JSON.parse(map) as { sources: string[]; mappings: string };
  const segments = segmentsOf(mappings);
  const lines = linesInBundle(text, bundled);
  const kept = new Map<string, string>();
  await Promise.all(
    sources.map(async (source) => {
      // Relative to the folder that the bundler would have written to.
      const path = isAbsolute(source) ? source : join(top, "out", source);
      if (path.includes(":")) return;
      const read = await readTextFile(path, "source").catch(() => undefined);
      if (read !== undefined) kept.set(source, read);
    }),
  );
  return (line, column) => {
    const generated = lines[line - 1];
    const segment = generated === undefined ? undefined : segments[generated];
    const at = segment && segmentAt(segment, column - 1);
    const source = at === undefined ? undefined : sources[at.source];
    const content = source === undefined ? undefined : kept.get(source);
    if (at === undefined || source === undefined || content === undefined) return undefined;
    const place = { line: at.line + 1, column: at.sourceColumn + 1 };
    return {
      file: relative(top, join(top, "out", source))
        .split(sep)
        .join("/"),
      ...place,
      frame: codeFrame(content, place.line, place.column),
    };
  };
}
