import { createTwoFilesPatch } from "diff";
import { splitBanner } from "../../base/manifest.ts";
import type { Desired } from "./kinds.ts";
import { sha256 } from "./kinds.ts";
import { ownerTag, readNotes } from "./ownership.ts";
import type { FieldChange } from "./plan-data.ts";
import type { RemoteObject } from "./remote.ts";
import { canonical } from "./remote.ts";

/** How an object differs from what the bundle wants. */
export interface Difference {
  changes: FieldChange[];
  /** The script's text differs beyond its banner. */
  textChanged: boolean;
  textDiff: string;
  warnings: string[];
}

/** Fields that are compared in their own way, or not by value. */
const SPECIAL = new Set(["id", "notes", "tags", "expression", "file"]);

/**
 * Compares an object with what the bundle wants. The banner takes no part, nor does the version in the machine line: a new
 * version of a bundle changes only the objects whose text changed. More tags than ours are fine: roles add some.
 * @param wired what sdpx has connected the script to, as its machine line shall say; not compared when left out
 */
export function compare(
  desired: Desired,
  remote: RemoteObject,
  bundle: string,
  remoteText: string | undefined,
  wired?: readonly string[],
): Difference {
  const changes: FieldChange[] = [];
  const warnings: string[] = [];
  const { notes, mark } = readNotes(remote.notes);

  for (const [field, to] of Object.entries(desired.body)) {
    if (SPECIAL.has(field)) continue;
    const from = remote[field];
    if (!covers(from, to)) changes.push({ field, from: from ?? null, to });
  }
  if (notes !== desired.row.notes)
    changes.push({ field: "notes", from: notes, to: desired.row.notes });
  const theirs = new Set(remote.tags.map((tag) => tag.toLowerCase()));
  const missing = desired.body.tags.filter((tag) => !theirs.has(tag));
  if (missing.length > 0)
    changes.push({ field: "tags", from: remote.tags, to: [...remote.tags, ...missing] });

  const text = compareText(desired, remote, mark?.file, remoteText);
  if (mark?.bundle.toLowerCase() !== bundle.toLowerCase()) {
    changes.push({ field: "notes (machine line)", from: mark?.bundle ?? null, to: bundle });
  } else {
    if (mark.sha256 !== desired.row.sha256 && !text.changed) {
      changes.push({ field: "notes (machine line)", from: mark.sha256, to: desired.row.sha256 });
    }
    const before = mark.wired ?? [];
    if (wired !== undefined && canonical([...before].sort()) !== canonical([...wired].sort()))
      changes.push({ field: "connected to", from: before, to: wired });
    if (text.remoteSha !== undefined && text.remoteSha !== mark.sha256) {
      warnings.push(
        "its text was changed on the Controller since the last publish; publishing undoes that change",
      );
    }
    if (!theirs.has(ownerTag(bundle)))
      warnings.push(`its tag ${ownerTag(bundle)} was removed; publishing puts it back`);
  }
  const name = `${desired.kind}/${desired.row.name}`;
  return {
    changes,
    textChanged: text.changed,
    textDiff: text.changed
      ? unified(name, remoteText ?? String(remote["expression"] ?? ""), desired.text)
      : "",
    warnings,
  };
}

/** `remoteSha` is the hash of the remote body, where its text is known. */
function compareText(
  desired: Desired,
  remote: RemoteObject,
  publishedFile: string | undefined,
  remoteText: string | undefined,
): { changed: boolean; remoteSha: string | undefined } {
  if (desired.kind !== "device-claim") {
    const remoteSha = sha256(splitBanner(String(remote["expression"] ?? "")).body);
    return { changed: remoteSha !== desired.row.sha256, remoteSha };
  }
  if (remote["checksumSha256"] === desired.fileSha256)
    return { changed: false, remoteSha: desired.row.sha256 };
  if (remoteText !== undefined) {
    const remoteSha = sha256(splitBanner(remoteText).body);
    return { changed: remoteSha !== desired.row.sha256, remoteSha };
  }
  // Without the text the machine line decides, and only while the file is the one that it was written for.
  const untouched = remote["checksumSha256"] === publishedFile;
  const published = untouched ? readNotes(remote.notes).mark?.sha256 : undefined;
  return { changed: published !== desired.row.sha256, remoteSha: published };
}

/** Unified diff of two texts, with their banners left out: those differ by design. */
export function unified(name: string, before: string, after: string): string {
  return createTwoFilesPatch(
    `controller/${name}`,
    `bundle/${name}`,
    splitBanner(before).body,
    splitBanner(after).body,
    undefined,
    undefined,
    { context: 3 },
  ).replace(/^=+\n/, "");
}

/**
 * Whether what the Controller has says what we want. It may say more: the server adds defaults to objects. An absent value, null
 * and an empty one are the same; lists of texts are sets, as their order is not kept.
 */
export function covers(theirs: unknown, ours: unknown): boolean {
  if (isEmpty(ours)) return isEmpty(theirs);
  if (Array.isArray(ours)) {
    if (!Array.isArray(theirs) || theirs.length !== ours.length) return false;
    if (ours.every((one) => typeof one === "string")) {
      return canonical([...ours].sort()) === canonical([...(theirs as unknown[])].sort());
    }
    return ours.every((one, index) => covers(theirs[index], one));
  }
  if (typeof ours === "object" && ours !== null) {
    if (typeof theirs !== "object" || theirs === null) return false;
    const fields = theirs as Record<string, unknown>;
    return Object.entries(ours).every(([key, one]) => covers(fields[key], one));
  }
  return theirs === ours;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  return Array.isArray(value) && value.length === 0;
}
