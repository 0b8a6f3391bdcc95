import type { Bundle, Desired } from "./kinds.ts";
import { desiredObjects, PUBLISH_KINDS, PUBLISH_ORDER } from "./kinds.ts";
import type { ScriptKind } from "../../base/kinds.ts";
import { compare } from "./compare.ts";
import { isOurs, markOf, mayTouch } from "./owned.ts";
import type { RemoteObject, RemoteState } from "./remote.ts";

/** One script of the bundle and the object that it is on the Controller. */
export interface Match {
  desired: Desired;
  found: RemoteObject | undefined;
  /** It is nobody's and is taken over. */
  adopt: boolean;
  /** Why it may not be touched, and by which object. */
  block?: { id: string; reasons: string[]; fix: string };
  /** Written by hand, the same on the Controller, and nobody's: there is nothing to do. */
  pulled?: true;
}

/** An object of this bundle that the bundle no longer has. */
export interface LeftOver {
  kind: ScriptKind;
  object: RemoteObject;
}

export interface Matches {
  matches: Match[];
  leftOver: LeftOver[];
}

export interface MatchOptions {
  adopt?: boolean;
  /** Former names of scripts by `kind/name`. */
  renames?: Readonly<Record<string, string>>;
}

/** Finds the object of each script: by id, then by name, then by a former name. */
export function matchObjects(bundle: Bundle, remote: RemoteState, options: MatchOptions): Matches {
  const owner = bundle.manifest.bundle.name;
  const matches = desiredObjects(bundle).map((desired) =>
    matchOne(desired, owner, remote, options),
  );
  const taken = new Set(matches.map(({ desired, found }) => `${desired.resource}/${found?.id}`));
  const leftOver = PUBLISH_ORDER.flatMap((kind) => {
    const { resource } = PUBLISH_KINDS[kind];
    return remote.objects[resource]
      .filter((object) => isOurs(object, owner) && !taken.has(`${resource}/${object.id}`))
      .map((object) => ({ kind, object }));
  });
  return { matches, leftOver };
}

function matchOne(
  desired: Desired,
  owner: string,
  remote: RemoteState,
  options: MatchOptions,
): Match {
  const { kind, resource, row, body } = desired;
  const candidates = remote.objects[resource];
  const formerName = options.renames?.[`${kind}/${row.name}`];
  const named = candidates.filter((one) => one.name === row.name);
  const former = candidates.find((one) => one.name === formerName && isOurs(one, owner));
  const found = candidates.find((one) => one.id === body.id) ?? named[0] ?? former;
  if (found === undefined) return { desired, found, adopt: false };
  const rival = named.find((one) => one.id !== found.id);
  if (rival !== undefined) {
    const block = {
      id: rival.id,
      reasons: [`two objects are in question: ${found.id} and ${rival.id} (named "${rival.name}")`],
      fix: "rename or delete one of them in the admin UI",
    };
    return { desired, found, adopt: false, block };
  }
  const refusal = mayTouch(found, owner, body.id);
  if (refusal === undefined) return { desired, found, adopt: false };
  if (refusal.adoptable && options.adopt === true) return { desired, found, adopt: true };
  if (refusal.adoptable && row.raw === true && sameAsPulled(desired, found, owner, remote))
    return { desired, found, adopt: false, pulled: true };
  const block = { id: found.id, reasons: [refusal.reason], fix: refusal.fix };
  return { desired, found, adopt: false, block };
}

/** A text that was pulled and not touched since differs from its object in nothing but whose it is. */
function sameAsPulled(
  desired: Desired,
  found: RemoteObject,
  owner: string,
  remote: RemoteState,
): boolean {
  const tags = desired.body.tags.filter((tag) =>
    desired.row.tags.some((one) => one.toLowerCase() === tag),
  );
  const without = { ...desired, body: { ...desired.body, tags } };
  const { changes, textChanged } = compare(without, found, owner, remote.deviceTexts[found.id]);
  return !textChanged && changes.every(({ field }) => field === "notes (machine line)");
}

/** What an object's machine line says it was connected to by sdpx. */
export function recordOf(object: RemoteObject | undefined, owner: string): readonly string[] {
  return (object === undefined ? undefined : markOf(object, owner)?.wired) ?? [];
}
