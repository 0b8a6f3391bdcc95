import { compare, unified } from "./compare.ts";
import type { Bundle, Desired } from "./kinds.ts";
import { desiredObjects } from "./kinds.ts";
import { BUILTIN_TAG, ownersOf, ownerTag, readNotes } from "./ownership.ts";
import type { Plan, Step } from "./plan-data.ts";
import { PLAN_VERSION } from "./plan-data.ts";
import type { RemoteObject, RemoteState } from "./remote.ts";
import { contentHash, withoutOwn } from "./remote.ts";

export interface PlanOptions {
  /** Takes over objects of the same name that nobody owns. */
  adopt?: boolean;
}

/**
 * What must happen on a Controller so that it has what a bundle wants. Pure: the same bundle and state give the same plan.
 * Objects are found by id, then by name; whatever is not ours is left alone and reported.
 */
export function planPublish(bundle: Bundle, remote: RemoteState, options: PlanOptions = {}): Plan {
  const steps = desiredObjects(bundle).map((desired) =>
    planOne(desired, bundle.manifest.bundle.name, remote, options),
  );
  return {
    planVersion: PLAN_VERSION,
    bundle: bundle.manifest.bundle,
    controller: remote.controller,
    steps,
    warnings: secretWarnings(bundle, remote),
  };
}

function planOne(
  desired: Desired,
  bundle: string,
  remote: RemoteState,
  options: PlanOptions,
): Step {
  const { kind, resource, row, text, body } = desired;
  const common = { kind, resource, name: row.name, file: row.file };
  const candidates = remote.objects[resource];
  const byId = candidates.find((one) => one.id === body.id);
  const named = candidates.filter((one) => one.name === row.name);
  const found = byId ?? named[0];
  const blocked = (id: string, reasons: string[], fix: string): Step => ({
    action: "blocked",
    ...common,
    id,
    reasons,
    fix,
  });

  if (found === undefined) {
    return {
      action: "create",
      ...common,
      id: body.id,
      body,
      textDiff: unified(`${kind}/${row.name}`, "", text),
    };
  }
  const rival = named.find((one) => one.id !== found.id);
  if (rival !== undefined) {
    return blocked(
      rival.id,
      [`two objects are in question: ${found.id} and ${rival.id} (named "${rival.name}")`],
      "rename or delete one of them in the admin UI",
    );
  }
  const refusal = mayTouch(found, bundle, body.id);
  const adopt = refusal?.adoptable === true && options.adopt === true;
  if (refusal !== undefined && !adopt) return blocked(found.id, [refusal.reason], refusal.fix);

  const difference = compare(desired, found, bundle, remote.deviceTexts[found.id]);
  if (difference.changes.length === 0 && !difference.textChanged && !adopt) {
    return { action: "no-op", ...common, id: found.id };
  }
  return {
    action: "update",
    ...common,
    id: found.id,
    adopt,
    expects: {
      hash: contentHash(found),
      ...(found.updated === undefined ? {} : { updated: found.updated }),
    },
    body: merged(desired, found),
    changes: difference.changes,
    textDiff: difference.textDiff,
    warnings: difference.warnings,
  };
}

/** The whole object as it stands, with our fields in place of theirs: a PUT resets what it leaves out. */
function merged(
  desired: Desired,
  found: RemoteObject,
): Extract<Step, { action: "update" }>["body"] {
  const ours = new Set(desired.body.tags);
  const theirs = found.tags.filter((tag) => !ours.has(tag.toLowerCase()));
  return {
    ...withoutOwn(found),
    ...desired.body,
    id: found.id,
    tags: [...theirs, ...desired.body.tags],
  };
}

interface Untouchable {
  reason: string;
  fix: string;
  /** `--adopt` may take it over. */
  adoptable: boolean;
}

/** Why an object may not be changed; undefined when it is ours. */
function mayTouch(found: RemoteObject, bundle: string, id: string): Untouchable | undefined {
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
  const owners = ownersOf(found.tags);
  const mine = ownerTag(bundle).slice(ownerTag("").length);
  const other = owners.find((owner) => owner !== mine);
  if (other !== undefined) {
    return {
      reason: `${name} belongs to the bundle "${other}"`,
      fix: `rename the script, or remove the tag ${ownerTag(other)} from the object`,
      adoptable: false,
    };
  }
  if (owners.includes(mine)) return undefined;
  // Our id together with our line: the tag alone was lost.
  if (found.id === id && readNotes(found.notes).mark?.bundle.toLowerCase() === mine)
    return undefined;
  return {
    reason: `${name} exists and is not managed by this bundle`,
    fix: "publish with --adopt to take it over (its text is replaced), or rename the script",
    adoptable: true,
  };
}

function secretWarnings(bundle: Bundle, { secrets }: RemoteState): string[] {
  const wanted = new Map<string, string[]>();
  for (const row of bundle.manifest.scripts) {
    for (const secret of row.secrets) wanted.set(secret, [...(wanted.get(secret) ?? []), row.name]);
  }
  return [...wanted]
    .filter(([secret]) => secrets !== undefined && !secrets.includes(secret))
    .map(
      ([secret, users]) =>
        `the Controller has no secret "${secret}"; ${users.join(", ")} will fail until an administrator creates it`,
    );
}
