import type { Clock } from "../../base/clock.ts";
import { SdpxError, toSdpxError } from "../../base/errors.ts";
import type { ControllerClient } from "../api/client.ts";
import type { PublishJournal, RunRecord, SnapshotEntry, StepResult } from "./journal.ts";
import { noJournal } from "./journal.ts";
import type { Plan, WriteStep } from "./plan-data.ts";
import { countActions, isWrite } from "./plan-data.ts";
import type { RemoteObject } from "./remote.ts";
import { contentHash } from "./remote.ts";
import type { Current, SecretReader } from "./write.ts";
import { isAsWanted, writeStep } from "./write.ts";

export interface ApplyOptions {
  clock: Clock;
  journal?: PublishJournal;
  /** Told as each write is done, for progress. */
  onStep?: (result: StepResult) => void;
  /** Values of secrets; needed when the plan makes or rotates one. */
  secretValue?: SecretReader;
  /** What an interrupted run did already. Its done steps are checked and not repeated. */
  resume?: Pick<RunRecord, "steps">;
  /** Called between the first look at everything and the first write; what it throws stops the apply. */
  beforeFirstWrite?: () => Promise<void>;
}

/** What an apply that succeeded did. */
export interface Outcome {
  bundle: Plan["bundle"];
  controller: Plan["controller"];
  results: StepResult[];
  /** Objects that already were as wanted. */
  unchanged: number;
  ms: number;
}

const keyOf = ({ resource, id }: Pick<WriteStep, "resource" | "id">) => `${resource}/${id}`;

/**
 * Carries out a plan, one write after the other. Before the first write every object is read again, and before each write once more:
 * what moved since the plan was made is never overwritten. The API has no conditional writes, so a change in the
 * milliseconds between that read and the write goes unseen. Each object is read back and compared.
 * @throws SdpxError `publish-blocked`, `remote-changed` or the Controller's refusal when nothing was written;
 *   `partly-done`, which lists what was and was not, once something was
 */
export async function applyPlan(
  plan: Plan,
  client: ControllerClient,
  options: ApplyOptions,
): Promise<Outcome> {
  const { clock, journal = noJournal, onStep, secretValue = noSecrets } = options;
  const started = clock.now();
  refuseForeign(plan, client);
  refuseBlocked(plan);
  const writes = plan.steps.flatMap((step, index) => (isWrite(step) ? [{ step, index }] : []));
  const earlier = new Map(
    options.resume?.steps
      .filter(({ status }) => status === "done")
      .map(({ index, hash }) => [index, hash ?? null]),
  );
  /** What an object must be now, where this run or the one that is resumed wrote it. */
  const stands = new Map<string, string | null>();
  for (const { step, index } of writes) {
    const hash = earlier.get(index);
    if (hash !== undefined) stands.set(keyOf(step), hash);
  }
  const todo = writes.filter(({ index }) => !earlier.has(index));
  const snapshot = await look(
    writes.map(({ step }) => step),
    stands,
    client,
  );
  if (todo.length > 0) await options.beforeFirstWrite?.();

  await journal.begin(plan, snapshot);
  const results: StepResult[] = writes
    .filter(({ index }) => earlier.has(index))
    .map(({ step, index }) => ({ step, index, status: "done", earlier: true, ms: 0 }));
  for (const [position, { step, index }] of todo.entries()) {
    const stepStarted = clock.now();
    let result: StepResult | undefined;
    try {
      const current = await currentOf(step, client, stands);
      await journal.before(step, index);
      const written = await writeStep(step, current, client, secretValue);
      const hash = written.object === undefined ? null : contentHash(written.object);
      stands.set(keyOf(step), hash);
      result = { step, index, status: "done", ...written, hash, ms: clock.now() - stepStarted };
      await journal.after(result);
      results.push(result);
      onStep?.(result);
    } catch (thrown) {
      const error = toSdpxError(thrown);
      const said = { code: error.code, message: error.message };
      // When the journal itself fails, the write before it was done.
      const failed: StepResult = result ?? {
        step,
        index,
        status: "failed",
        error: said,
        ms: clock.now() - stepStarted,
      };
      const rest = todo
        .slice(position + 1)
        .map((one): StepResult => ({ ...one, status: "not-tried", ms: 0 }));
      const all = [...results, failed, ...rest];
      if (result === undefined) await quietly(journal.after(failed));
      await quietly(journal.end(all));
      onStep?.(failed);
      throw stopped(error, all, plan.purpose);
    }
  }
  await journal.end(results);
  return {
    bundle: plan.bundle,
    controller: plan.controller,
    results,
    unchanged: countActions(plan)["no-op"],
    ms: clock.now() - started,
  };
}

/** A journal that cannot be written must not hide the error that came first. */
async function quietly(written: Promise<void>): Promise<void> {
  await written.catch(() => undefined);
}

const noSecrets: SecretReader = (name) =>
  Promise.reject(
    new SdpxError("missing-secret", `there is no value for the secret ${name}`, {
      where: `secret ${name}`,
      fix: "name where it stands in the wiring's secrets",
    }),
  );

function refuseForeign(plan: Plan, client: ControllerClient): void {
  if (plan.controller.url === client.url) return;
  throw new SdpxError(
    "remote-changed",
    "the plan was made for another Controller; nothing was written",
    {
      where: `plan: ${plan.controller.url}, now: ${client.url}`,
      fix: "make a plan for this Controller",
    },
  );
}

function refuseBlocked(plan: Plan): void {
  const list = plan.steps.flatMap((step) =>
    step.action === "blocked"
      ? [`${step.kind} ${step.name}: ${step.reasons.join("; ")} (${step.fix})`]
      : [],
  );
  if (list.length === 0) return;
  throw new SdpxError(
    "publish-blocked",
    "the plan has objects that must not be touched; nothing was written",
    {
      where: plan.controller.url,
      list,
      fix: "settle the listed objects, then plan again",
    },
  );
}

/** Reads every object that the plan writes, each once, and refuses what moved. */
async function look(
  steps: readonly WriteStep[],
  stands: ReadonlyMap<string, string | null>,
  client: ControllerClient,
): Promise<SnapshotEntry[]> {
  const snapshot = new Map<string, SnapshotEntry>();
  for (const step of steps) {
    if (snapshot.has(keyOf(step))) continue;
    const { resource, id } = step;
    const { object } = await currentOf(step, client, stands);
    const file =
      object !== null && resource === "device-scripts"
        ? { file: (await client.downloadDeviceScript(id)).bytes.toString("base64") }
        : {};
    snapshot.set(keyOf(step), { resource, id, object, ...file });
  }
  return [...snapshot.values()];
}

/**
 * The object as it stands now. One that is neither what the plan was made for nor what the step makes of it is refused.
 * @throws SdpxError `remote-changed`
 */
async function currentOf(
  step: WriteStep,
  client: ControllerClient,
  stands: ReadonlyMap<string, string | null>,
): Promise<Current> {
  const now = ((await client.find(step.resource, step.id)) as RemoteObject | undefined) ?? null;
  const hash = now === null ? null : contentHash(now);
  const known = stands.get(keyOf(step));
  if (known === undefined ? isAsPlanned(step, now, hash) : known === hash) return { object: now };
  if (step.action !== "delete" && now !== null && (await isAsWanted(step, now, client)))
    return { object: now, asWanted: true };
  const message =
    now === null
      ? `an object that the plan wants to ${step.action} is gone`
      : step.action === "create" && known === undefined
        ? "an object that the plan wants to create exists meanwhile"
        : "an object was changed since the plan was made";
  throw new SdpxError("remote-changed", message, {
    where: `${step.kind} ${step.name} (${step.id})`,
    fix: "look at the change in the admin UI, then plan again",
  });
}

function isAsPlanned(step: WriteStep, now: RemoteObject | null, hash: string | null): boolean {
  // Gone is what a delete wants.
  if (now === null) return step.action === "create" || step.action === "delete";
  if (step.action === "create") return false;
  const { expects } = step;
  return hash === expects.hash && (expects.updated ?? now.updated) === now.updated;
}

function stopped(
  error: SdpxError,
  results: readonly StepResult[],
  purpose: Plan["purpose"],
): SdpxError {
  const [what, again] =
    purpose === "publish" ? ["publish", "publish again"] : ["roll back", "roll back again"];
  const failed = results.find((one) => one.status === "failed");
  // A read-back that differs means that its own write was done.
  const something =
    results.some((one) => one.status === "done") || error.code === "read-back-differs";
  if (!something) return error;
  const said = `${error.message}${error.list.length > 0 ? ` (${error.list.join("; ")})` : ""}`;
  return new SdpxError("partly-done", `the ${what} stopped half way`, {
    where: error.where ?? (failed === undefined ? "" : `${failed.step.kind} ${failed.step.name}`),
    list: results.map(({ status, step }) => {
      const write = `${step.action} ${step.kind} ${step.name}`;
      if (status === "failed") return `failed: ${write}: ${said}`;
      return `${status === "done" ? "done" : "not tried"}: ${write}`;
    }),
    fix: `${error.fix ?? "settle the failed step"}; then ${again}: what is done is left as it is`,
    cause: error,
  });
}
