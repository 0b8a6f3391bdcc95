import { KIND_FOLDERS, SCRIPT_KINDS } from "../../base/kinds.ts";
import type { ScriptKind } from "../../base/kinds.ts";
import { splitBanner } from "../../base/manifest.ts";
import type { Scripts } from "../pull/read.ts";
import { covers, unified } from "../publish/compare.ts";
import { BUILTIN_TAG, ownersOf, OWNER_TAG, ownerTag, readNotes } from "../publish/ownership.ts";
import type { RemoteObject } from "../publish/remote.ts";

/** How a script of one name differs between two Controllers. */
export interface BetweenRow {
  kind: ScriptKind;
  name: string;
  state: "same" | "differs" | "only-a" | "only-b";
  /** Names of fields that differ, the text left out. */
  fields: string[];
  /** From a to b, banners left out. */
  textDiff: string;
}

export interface BetweenOptions {
  /** Only objects of this bundle. */
  bundle?: string;
}

/** What differs by nature: ids, times, ownership lines. Texts and tags are compared in their own way. */
const IGNORED = new Set([
  "id",
  "created",
  "updated",
  "notes",
  "tags",
  "expression",
  "checksum",
  "checksumSha256",
  "readOnly",
]);

/** Compares the scripts of two Controllers by kind and name; what every Controller is delivered with is left out. Pure. */
export function between(a: Scripts, b: Scripts, options: BetweenOptions = {}): BetweenRow[] {
  return SCRIPT_KINDS.flatMap((kind) => {
    const left = named(a, kind, options);
    const right = named(b, kind, options);
    const names = [...new Set([...left.keys(), ...right.keys()])].sort();
    return names.map((name): BetweenRow => {
      const one = left.get(name);
      const other = right.get(name);
      const plain = { kind, name, fields: [], textDiff: "" };
      if (one === undefined) return { ...plain, state: "only-b" };
      if (other === undefined) return { ...plain, state: "only-a" };
      return compareTwo(kind, name, [one, textOf(a, kind, one)], [other, textOf(b, kind, other)]);
    });
  });
}

function named(
  scripts: Scripts,
  kind: ScriptKind,
  { bundle }: BetweenOptions,
): Map<string, RemoteObject> {
  const mine = bundle === undefined ? undefined : ownerTag(bundle).slice(OWNER_TAG.length);
  const chosen = (scripts.objects[kind] ?? []).filter(
    ({ tags }) =>
      !tags.includes(BUILTIN_TAG) && (mine === undefined || ownersOf(tags).includes(mine)),
  );
  return new Map(chosen.map((object) => [object.name, object]));
}

function textOf(scripts: Scripts, kind: ScriptKind, object: RemoteObject): string {
  if (kind !== "device-claim") return String(object["expression"] ?? "");
  return scripts.files[object.id]?.bytes.toString("utf8") ?? "";
}

function compareTwo(
  kind: ScriptKind,
  name: string,
  [a, textA]: [RemoteObject, string],
  [b, textB]: [RemoteObject, string],
): BetweenRow {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (key) => !IGNORED.has(key),
  );
  // Either may know fields that the other's version does not have: only what both say counts.
  const fields = keys.filter(
    (key) => key in a && key in b && !(covers(a[key], b[key]) && covers(b[key], a[key])),
  );
  if (readNotes(a.notes).notes !== readNotes(b.notes).notes) fields.push("notes");
  if (tagsOf(a) !== tagsOf(b)) fields.push("tags");
  const differs = splitBanner(textA).body !== splitBanner(textB).body;
  const textDiff = differs ? unified(`${KIND_FOLDERS[kind]}/${name}`, textA, textB) : "";
  const state = differs || fields.length > 0 ? "differs" : "same";
  return { kind, name, state, fields: fields.sort(), textDiff };
}

const tagsOf = ({ tags }: RemoteObject) =>
  [...new Set(tags.map((tag) => tag.toLowerCase()))].sort().join("\n");
