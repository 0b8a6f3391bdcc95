import { splitBanner } from "../../base/manifest.ts";
import { compare, unified } from "./compare.ts";
import { changedSources, effectsOf } from "./effects.ts";
import type { Desired } from "./kinds.ts";
import { PUBLISH_KINDS } from "./kinds.ts";
import type { LeftOver, Match } from "./match.ts";
import { writeNotes, readNotes } from "./ownership.ts";
import type { PutStep, Step } from "./plan-data.ts";
import type { Connections } from "./plan-wiring.ts";
import type { Others } from "./references.ts";
import { referencesTo } from "./references.ts";
import type { RemoteObject } from "./remote.ts";
import { contentHash, withoutOwn } from "./remote.ts";

/** What everything that is written carries and most steps leave empty. */
export const PLAIN = {
  changes: [],
  links: [],
  textDiff: "",
  sources: [],
  effects: [],
  references: [],
  warnings: [],
} satisfies Partial<PutStep>;

export function expectsOf(found: RemoteObject): PutStep["expects"] {
  return {
    hash: contentHash(found),
    ...(found.updated === undefined ? {} : { updated: found.updated }),
  };
}

/** The step for one script of the bundle. */
export function planScript(
  match: Match,
  bundle: string,
  remoteText: string | undefined,
  others: Others,
  connections: Connections | undefined,
): Step {
  const { desired, found, adopt, block } = match;
  const { kind, resource, row, text } = desired;
  const wired = connections?.first ?? [];
  const common = { kind, resource, name: row.name, file: row.file, source: row.source };
  const notes = writeNotes(row.notes, { ...desired.mark, wired });

  if (block !== undefined) return { action: "blocked", ...common, ...block };
  if (found === undefined) {
    const body = { ...desired.body, notes };
    return {
      action: "create",
      ...common,
      id: body.id,
      ...PLAIN,
      body,
      textDiff: unified(`${kind}/${row.name}`, "", text),
      references: referencesTo(kind, body, others),
    };
  }
  const { id } = found;
  if (match.pulled === true) {
    if (wired.length === 0)
      return { action: "no-op", ...common, id, note: "as it was pulled; nobody's" };
    return {
      action: "blocked",
      ...common,
      id,
      reasons: [`"${found.name}" (${id}) is to be connected and is not managed by this bundle`],
      fix: "take it over first: sdpx adopt, or publish with --adopt",
    };
  }
  const references = referencesTo(kind, found, others);
  const renamed = found.name !== row.name;
  if (renamed) {
    const broken = references.filter(({ byName }) => byName);
    if (broken.length > 0) {
      return {
        action: "blocked",
        ...common,
        id,
        reasons: broken.map(
          ({ resource: where, name, how }) =>
            `renaming "${found.name}" breaks ${where} "${name}", which ${how}`,
        ),
        fix: `publish "${row.name}" as a new script (without --rename), let the listed objects use it, then delete "${found.name}" with --prune`,
      };
    }
  }
  const difference = compare(desired, found, bundle, remoteText, wired);
  if (difference.changes.length === 0 && !difference.textChanged && !adopt)
    return { action: "no-op", ...common, id };
  const before = remoteText ?? String(found["expression"] ?? "");
  return {
    action: adopt ? "adopt" : renamed ? "rename" : "update",
    ...common,
    id,
    ...PLAIN,
    expects: expectsOf(found),
    body: merged(desired, found, notes),
    changes: difference.changes,
    textDiff: difference.textDiff,
    sources: difference.textChanged ? changedSources(before, text) : [],
    effects: difference.textChanged
      ? effectsOf(splitBanner(before).body, splitBanner(text).body)
      : [],
    references,
    warnings: difference.warnings,
    ...(renamed ? { previousName: found.name } : {}),
  };
}

/** The whole object as it stands, with our fields in place of theirs: a PUT resets what it leaves out. */
function merged(desired: Desired, found: RemoteObject, notes: string): PutStep["body"] {
  const ours = new Set(desired.body.tags);
  const theirs = found.tags.filter((tag) => !ours.has(tag.toLowerCase()));
  return {
    ...withoutOwn(found),
    ...desired.body,
    notes,
    id: found.id,
    tags: [...theirs, ...desired.body.tags],
  };
}

/** Brings the machine line up to date once connections are taken back; undefined when it says so already. */
export function planRecord(
  subject: Match | LeftOver,
  connections: Connections | undefined,
  step: Step | undefined,
): PutStep | undefined {
  if (connections === undefined) return undefined;
  const { first, last, before } = connections;
  const leftOver = "object" in subject;
  const stands = leftOver ? before : first;
  if (stands.length === last.length && stands.every((target) => last.includes(target)))
    return undefined;
  const found = leftOver ? subject.object : subject.found;
  if (found === undefined) return undefined;
  const kind = leftOver ? subject.kind : subject.desired.kind;
  const base = step !== undefined && "body" in step ? step.body : withoutOwn(found);
  const { notes, mark } = readNotes(String(base["notes"]));
  if (mark === undefined) return undefined;
  const body = { ...base, notes: writeNotes(notes, { ...mark, wired: last }) } as PutStep["body"];
  // The content of a device script stays what it is when it is not sent.
  delete body["file"];
  return {
    action: "update",
    kind,
    resource: PUBLISH_KINDS[kind].resource,
    name: body.name,
    id: found.id,
    ...PLAIN,
    expects: expectsOf(found),
    body,
    changes: [{ field: "connected to", from: stands, to: last }],
  };
}
