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
  /**
   * What sdpx connected the script to, as `identity-providers/<id>`. It stands with the script, which is ours, so that
   * a connection can be taken back on any machine, and one that a person made is left alone.
   */
  wired?: readonly string[];
}

const LINE =
  /^\[sdpx bundle=(\S+) version=(\S+) sha256=([0-9a-f]{64})(?: file=([0-9a-f]{64}))?(?: wired=([\w:,-]+))?\]$/;

/** Collections in the machine line, in short: the room for notes is not documented. */
const SHORT = { i: "identity-providers", e: "entitlements", p: "policies" } as const;

/** Notes for people, followed by the machine line. */
export function writeNotes(notes: string, mark: Mark): string {
  const file = mark.file === undefined ? "" : ` file=${mark.file}`;
  const targets = [...(mark.wired ?? [])].sort().flatMap((target) => {
    const [resource, id] = target.split("/");
    const short = Object.entries(SHORT).find(([, long]) => long === resource)?.[0];
    return short === undefined ? [] : [`${short}:${id}`];
  });
  const wired = targets.length === 0 ? "" : ` wired=${targets.join(",")}`;
  const line = `[sdpx bundle=${word(mark.bundle)} version=${word(mark.version)} sha256=${mark.sha256}${file}${wired}]`;
  return notes === "" ? line : `${notes}\n\n${line}`;
}

/** Takes notes apart; without a machine line all of it is for people. */
export function readNotes(notes: string): { notes: string; mark: Mark | undefined } {
  const lines = notes.replace(/\s+$/, "").split("\n");
  const found = LINE.exec((lines.at(-1) ?? "").trim());
  if (found === null) return { notes, mark: undefined };
  const [, bundle = "", version = "", sha256 = "", file, wired] = found;
  const rest = lines.slice(0, -1).join("\n").replace(/\n+$/, "");
  return {
    notes: rest,
    mark: {
      bundle: unword(bundle),
      version: unword(version),
      sha256,
      ...(file === undefined ? {} : { file }),
      ...(wired === undefined ? {} : { wired: readTargets(wired) }),
    },
  };
}

/** No spaces in the machine line, whatever a bundle is called. */
function word(text: string): string {
  return encodeURIComponent(text);
}

/** A person may have edited the line: what cannot be decoded is taken as it stands. */
function unword(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readTargets(text: string): string[] {
  return text.split(",").flatMap((target) => {
    const [short = "", id = ""] = target.split(":");
    const resource = SHORT[short as keyof typeof SHORT] as string | undefined;
    return resource === undefined ? [] : [`${resource}/${id}`];
  });
}
