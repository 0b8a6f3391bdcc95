/**
 * How an object on a Controller shows whose it is: a tag that names the bundle, and one machine line at the end of its notes.
 * Without the tag sdpx touches nothing.
 */
export const OWNER_TAG = "managed-by:";

/** Carried by every object that a Controller is delivered with. */
export const BUILTIN_TAG = "builtin";

export function ownerTag(bundle: string): string {
  // Tags are lower-cased by other tools, so the mark is lower case from the start.
  return `${OWNER_TAG}${bundle.toLowerCase()}`;
}

/** The owners that an object's tags name. */
export function ownersOf(tags: readonly string[]): string[] {
  return tags
    .map((tag) => tag.toLowerCase())
    .filter((tag) => tag.startsWith(OWNER_TAG))
    .map((tag) => tag.slice(OWNER_TAG.length));
}

/** What the machine line says about the last publish. */
export interface Mark {
  bundle: string;
  version: string;
  /** SHA-256, hex, of the text without its banner. */
  sha256: string;
  /** SHA-256, hex, of the whole file; device scripts only, whose text a Controller tells by this hash alone. */
  file?: string;
}

const LINE = /^\[sdpx bundle=(\S+) version=(\S+) sha256=([0-9a-f]{64})(?: file=([0-9a-f]{64}))?\]$/;

/** Notes for people, followed by the machine line. */
export function writeNotes(notes: string, mark: Mark): string {
  const file = mark.file === undefined ? "" : ` file=${mark.file}`;
  const line = `[sdpx bundle=${word(mark.bundle)} version=${word(mark.version)} sha256=${mark.sha256}${file}]`;
  return notes === "" ? line : `${notes}\n\n${line}`;
}

/** Takes notes apart; without a machine line all of it is for people. */
export function readNotes(notes: string): { notes: string; mark: Mark | undefined } {
  const lines = notes.replace(/\s+$/, "").split("\n");
  const found = LINE.exec((lines.at(-1) ?? "").trim());
  if (found === null) return { notes, mark: undefined };
  const [, bundle = "", version = "", sha256 = "", file] = found;
  const rest = lines.slice(0, -1).join("\n").replace(/\n+$/, "");
  return {
    notes: rest,
    mark: {
      bundle: decodeURIComponent(bundle),
      version: decodeURIComponent(version),
      sha256,
      ...(file === undefined ? {} : { file }),
    },
  };
}

/** No spaces in the machine line, whatever a bundle is called. */
function word(text: string): string {
  return encodeURIComponent(text);
}
