import { BUILTIN_TAG, ownersOf, ownerTag, readNotes } from "./ownership.ts";
import type { RemoteObject } from "./remote.ts";

export interface Untouchable {
  reason: string;
  fix: string;
  /** `--adopt` may take it over. */
  adoptable: boolean;
}

const mineOf = (bundle: string) => ownerTag(bundle).slice(ownerTag("").length);

/** Whether an object carries this bundle's tag and nobody else's. */
export function isOurs(object: RemoteObject, bundle: string): boolean {
  const owners = ownersOf(object.tags);
  return owners.length > 0 && owners.every((owner) => owner === mineOf(bundle));
}

/** Why an object may not be changed; undefined when it is ours. `id` is the one that we give to such an object. */
export function mayTouch(found: RemoteObject, bundle: string, id: string): Untouchable | undefined {
  const name = `"${found.name}" (${found.id})`;
  if (found.tags.includes(BUILTIN_TAG)) {
    return {
      reason: `${name} is built in`,
      fix: "rename the script: built-in objects are never changed",
      adoptable: false,
    };
  }
  if (found.readOnly === true) {
    return {
      reason: `${name} is read-only`,
      fix: "publish to the Controller that replicates it, or rename the script",
      adoptable: false,
    };
  }
  const other = ownersOf(found.tags).find((owner) => owner !== mineOf(bundle));
  if (other !== undefined) {
    return {
      reason: `${name} belongs to the bundle "${other}"`,
      fix: `rename the script, or remove the tag ${ownerTag(other)} from the object`,
      adoptable: false,
    };
  }
  if (isOurs(found, bundle)) return undefined;
  // Our id together with our line: the tag alone was lost.
  if (found.id === id && markOf(found, bundle) !== undefined) return undefined;
  return {
    reason: `${name} exists and is not managed by this bundle`,
    fix: "publish with --adopt to take it over (its text is replaced), or rename the script",
    adoptable: true,
  };
}

/** The machine line of an object, when it is this bundle's. */
export function markOf(object: RemoteObject, bundle: string) {
  const { mark } = readNotes(object.notes);
  return mark?.bundle.toLowerCase() === mineOf(bundle) ? mark : undefined;
}
