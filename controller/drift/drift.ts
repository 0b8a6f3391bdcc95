import { splitBanner } from "../../base/manifest.ts";
import type { ScriptKind } from "../../base/kinds.ts";
import { compare, unified } from "../publish/compare.ts";
import type { Bundle, Desired } from "../publish/kinds.ts";
import { sha256 } from "../publish/kinds.ts";
import type { Match } from "../publish/match.ts";
import { matchObjects } from "../publish/match.ts";
import { markOf } from "../publish/owned.ts";
import type { FieldChange } from "../publish/plan-data.ts";
import { referencesTo } from "../publish/references.ts";
import type { RemoteObject, RemoteState } from "../publish/remote.ts";

/**
 * How a script stands between what was published last, what the bundle has, and what the Controller has. `drift` says
 * whether somebody has to look: the Controller is not as sdpx left it.
 */
export const DRIFT_STATES = {
  same: { drift: false, says: "as published" },
  ahead: { drift: false, says: "changed here since the last publish" },
  "left-over": { drift: false, says: "left the bundle, still on the Controller" },
  edited: { drift: true, says: "changed on the Controller" },
  both: { drift: true, says: "changed here and on the Controller" },
  fields: { drift: true, says: "same text, other fields than the bundle has" },
  missing: { drift: true, says: "not on the Controller: never published, or deleted" },
  foreign: { drift: true, says: "on the Controller is another object of this name" },
} as const;
export type DriftState = keyof typeof DRIFT_STATES;

export interface DriftRow {
  kind: ScriptKind;
  name: string;
  /** Of the object on the Controller. */
  id?: string;
  state: DriftState;
  /** Hashes (SHA-256, hex) of the three texts without banner, as far as they are known. */
  published?: string;
  local?: string;
  remote?: string;
  /** Fields beside the text, from the Controller to the bundle. */
  changes: FieldChange[];
  /** What was done to the text on the Controller: from the last published text to the Controller's, where that text is known. */
  remoteDiff: string;
  /** What publishing would do: from the Controller's text to the bundle's. */
  localDiff: string;
}

/** Compares bundle and Controller, script by script. Pure. */
export function driftOf(bundle: Bundle, remote: RemoteState): DriftRow[] {
  const owner = bundle.manifest.bundle.name;
  const { matches, leftOver } = matchObjects(bundle, remote, {});
  const rows = matches.map((match) => rowOf(match, owner, remote));
  for (const { kind, object } of leftOver) {
    rows.push({ ...EMPTY, kind, name: object.name, id: object.id, state: "left-over" });
  }
  return rows;
}

/** Whether any row needs somebody to look. */
export function hasDrift(rows: readonly DriftRow[]): boolean {
  return rows.some(({ state }) => DRIFT_STATES[state].drift);
}

const EMPTY = { changes: [] as FieldChange[], remoteDiff: "", localDiff: "" };

function rowOf(match: Match, owner: string, state: RemoteState): DriftRow {
  const { desired, found } = match;
  const { kind, row } = desired;
  const base = { ...EMPTY, kind, name: row.name, local: row.sha256 };
  if (found === undefined) return { ...base, state: "missing" };
  const known = { ...base, id: found.id };
  if (match.pulled === true) return { ...known, state: "same" };
  if (match.block !== undefined) return { ...known, id: match.block.id, state: "foreign" };

  const mark = markOf(found, owner);
  const text = textOf(desired, found, state.deviceTexts[found.id]);
  const remote = sha256(splitBanner(text).body);
  const published = mark?.sha256;
  const { changes } = compare(desired, found, owner, text, mark?.wired);
  // The machine line follows from the text, which is told for itself.
  const fields = changes.filter(({ field }) => field !== "notes (machine line)");
  fields.push(...lostConnections(desired, found, mark?.wired ?? [], state));
  const name = `${kind}/${row.name}`;
  const before = published === row.sha256 ? desired.text : undefined;
  return {
    ...known,
    state: stateOf({ local: row.sha256, remote, published }, fields.length > 0),
    ...(published === undefined ? {} : { published }),
    remote,
    changes: fields,
    remoteDiff:
      before === undefined || published === remote ? "" : asRemote(unified(name, before, text)),
    localDiff: remote === row.sha256 ? "" : unified(name, text, desired.text),
  };
}

/** A device script whose hash is the bundle's is not downloaded. */
function textOf(desired: Desired, found: RemoteObject, downloaded: string | undefined): string {
  if (desired.kind !== "device-claim") return String(found["expression"] ?? "");
  return downloaded ?? desired.text;
}

function stateOf(
  { local, remote, published }: { local: string; remote: string; published: string | undefined },
  fieldsDiffer: boolean,
): DriftState {
  if (remote === local) return fieldsDiffer ? "fields" : "same";
  if (remote === published) return "ahead";
  return local === published ? "edited" : "both";
}

/** What sdpx had connected the script to and is no longer, where the account may see it. */
function lostConnections(
  desired: Desired,
  found: RemoteObject,
  wired: readonly string[],
  { others = {} }: RemoteState,
): FieldChange[] {
  const now = referencesTo(desired.kind, found, others).map(
    ({ resource, id }) => `${resource}/${id}`,
  );
  const lost = wired.filter((target) => {
    const [resource = ""] = target.split("/");
    return others[resource as keyof typeof others] !== undefined && !now.includes(target);
  });
  return lost.length === 0 ? [] : [{ field: "connected to", from: now, to: [...wired] }];
}

/** The diff of the publishing room goes from the Controller to the bundle; this one goes the other way. */
function asRemote(diff: string): string {
  return diff
    .replace(/^--- controller\//m, "--- published/")
    .replace(/^\+\+\+ bundle\//m, "+++ controller/");
}
