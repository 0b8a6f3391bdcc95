import type { JournalStep, RunRecord, SnapshotEntry } from "./journal.ts";
import { PUBLISH_ORDER, sha256 } from "./kinds.ts";
import type { DeleteStep, ObjectKind, Plan, Step, WriteStep } from "./plan-data.ts";
import { isWrite, PLAN_VERSION } from "./plan-data.ts";
import { expectsOf, PLAIN } from "./plan-script.ts";
import { unified } from "./compare.ts";
import type { RemoteObject } from "./remote.ts";
import { contentHash, withoutOwn } from "./remote.ts";
import { looksAsWanted } from "./write.ts";

/** The order in which a roll back writes; what it deletes comes last, in the opposite order. */
const ORDER: readonly ObjectKind[] = [
  "trusted-certificate",
  "secret",
  ...PUBLISH_ORDER,
  "entitlement-object",
  "policy",
  "identity-provider",
];

export interface RollbackOptions {
  /** Also puts back what somebody else has changed since. */
  force?: boolean;
}

/** Objects as they are now, by `resource/id`; what is missing is not there. */
export type Present = ReadonlyMap<string, RemoteObject>;

/** The objects that a run may have written, as `resource` and `id`. */
export function touchedBy(run: RunRecord): { resource: WriteStep["resource"]; id: string }[] {
  const begun = begunSteps(run);
  const keys = new Map(begun.map(({ step }) => [keyOf(step), step]));
  return [...keys.values()].map(({ resource, id }) => ({ resource, id }));
}

const keyOf = ({ resource, id }: { resource: string; id: string }) => `${resource}/${id}`;

function begunSteps(run: RunRecord): { step: WriteStep; known: JournalStep }[] {
  return run.steps.flatMap((known) => {
    const step = run.plan.steps[known.index];
    return step !== undefined && isWrite(step) ? [{ step, known }] : [];
  });
}

/**
 * What brings a Controller back to what stood there before a run: old bodies, deleted objects with the id that they had, and none
 * of the created ones. An object that somebody else has changed since is `blocked`. Pure, and a plan like any other: it can
 * itself be resumed and rolled back.
 */
export function planRollback(run: RunRecord, now: Present, options: RollbackOptions = {}): Plan {
  const begun = begunSteps(run);
  const warnings: string[] = [];
  const steps = run.snapshot.flatMap((entry): Step[] => {
    const mine = begun.filter(({ step }) => keyOf(step) === keyOf(entry));
    if (mine.length === 0) return [];
    return [rollBackOne(entry, mine, now.get(keyOf(entry)), options, warnings)];
  });
  const rank = (step: Step) => ORDER.indexOf(step.kind);
  const deletes = steps.filter((step): step is DeleteStep => step.action === "delete");
  const others = steps.filter((step) => step.action !== "delete");
  return {
    planVersion: PLAN_VERSION,
    purpose: "rollback",
    rollbackOf: run.id,
    bundle: run.plan.bundle,
    controller: run.plan.controller,
    steps: [
      ...others.sort((a, b) => rank(a) - rank(b)),
      ...deletes.sort((a, b) => rank(b) - rank(a)),
    ],
    blast: run.plan.blast,
    leftOver: [],
    warnings,
  };
}

function rollBackOne(
  entry: SnapshotEntry,
  mine: readonly { step: WriteStep; known: JournalStep }[],
  now: RemoteObject | undefined,
  options: RollbackOptions,
  warnings: string[],
): Step {
  const { step: first } = mine[0] ?? { step: undefined };
  if (first === undefined) throw new TypeError("a snapshot entry without a step");
  const { kind, resource, id } = first;
  const before = entry.object;
  const name = before?.name ?? first.name;
  const common = { kind, resource, id, name };
  const blocked = (reason: string): Step => ({
    action: "blocked",
    ...common,
    reasons: [reason],
    fix: "look at the object in the admin UI; --force puts it back nevertheless",
  });
  const untouched: Step = { action: "no-op", ...common, note: "is as it was before the run" };
  const ours = now === undefined ? false : isOurDoing(now, mine);
  const force = options.force === true;

  if (before === null) {
    if (now === undefined) return untouched;
    if (!ours && !force) return blocked("it was created by the run and changed by somebody since");
    return { action: "delete", ...common, ...PLAIN, expects: expectsOf(now) };
  }
  const sentSecret = mine.some(({ step }) => step.secretFrom !== undefined);
  const body = {
    ...withoutOwn(before),
    ...(entry.file === undefined ? {} : { file: entry.file }),
  } as Extract<Step, { action: "create" }>["body"];
  if (now === undefined) {
    if (!mine.some(({ step }) => step.action === "delete") && !force)
      return blocked("somebody has deleted it since");
    return {
      action: "create",
      ...common,
      ...PLAIN,
      body,
      textDiff: textDiff(kind, name, "", before),
    };
  }
  if (sentSecret) {
    warnings.push(
      `the run sent a new value for the secret "${name}"; the one before it cannot be read, so it is not brought back`,
    );
  }
  if (contentHash(now) === contentHash(before)) return untouched;
  if (!ours && !force) return blocked("somebody has changed it since");
  if (now["checksumSha256"] !== undefined && entry.file !== undefined) {
    if (now["checksumSha256"] === sha256(Buffer.from(entry.file, "base64"))) delete body["file"];
  }
  return {
    action: "update",
    ...common,
    ...PLAIN,
    expects: expectsOf(now),
    body,
    changes: changedFields(now, before),
    textDiff: textDiff(kind, name, String(now["expression"] ?? ""), before),
  };
}

/** Whether an object is as a step of the run left it. A step without a known end may have been carried out or not. */
function isOurDoing(
  now: RemoteObject,
  mine: readonly { step: WriteStep; known: JournalStep }[],
): boolean {
  const hash = contentHash(now);
  return mine.some(
    ({ step, known }) =>
      (known.status === "done" && known.hash === hash) ||
      (known.status !== "done" && step.action !== "delete" && looksAsWanted(step, now)),
  );
}

function changedFields(now: RemoteObject, before: RemoteObject) {
  const fields = new Set([...Object.keys(withoutOwn(now)), ...Object.keys(withoutOwn(before))]);
  fields.delete("expression");
  return [...fields]
    .filter((field) => JSON.stringify(now[field]) !== JSON.stringify(before[field]))
    .map((field) => ({ field, from: now[field] ?? null, to: before[field] ?? null }));
}

function textDiff(kind: ObjectKind, name: string, now: string, before: RemoteObject): string {
  const text = before["expression"];
  if (typeof text !== "string" || text === now) return "";
  return unified(`${kind}/${name}`, now, text);
}
