import type { Clock } from "../../base/clock.ts";
import { SdpxError, toSdpxError } from "../../base/errors.ts";
import type { ControllerClient } from "../api/client.ts";
import { ControllerError } from "../api/errors.ts";
import { covers } from "./compare.ts";
import type { PublishJournal, StepResult } from "./journal.ts";
import { noJournal } from "./journal.ts";
import { sha256 } from "./kinds.ts";
import type { Plan, WriteStep } from "./plan-data.ts";
import { countActions, isWrite } from "./plan-data.ts";
import type { RemoteObject } from "./remote.ts";
import { contentHash } from "./remote.ts";

export interface ApplyOptions {
  clock: Clock;
  journal?: PublishJournal;
  /** Told as each write is done, for progress. */
  onStep?: (result: StepResult) => void;
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
  const { clock, journal = noJournal, onStep } = options;
  const started = clock.now();
  refuseForeign(plan, client);
  refuseBlocked(plan);
  const writes = plan.steps.filter(isWrite);
  for (const step of writes) await currentOf(step, client);

  await journal.begin(plan);
  const results: StepResult[] = [];
  for (const [index, step] of writes.entries()) {
    const stepStarted = clock.now();
    try {
      const current = await currentOf(step, client);
      await journal.before(step, current);
      const written = await write(step, current, client);
      const result: StepResult = {
        step,
        status: "done",
        ...written,
        ms: clock.now() - stepStarted,
      };
      results.push(result);
      await journal.after(result);
      onStep?.(result);
    } catch (thrown) {
      const error = toSdpxError(thrown);
      const failed: StepResult = {
        step,
        status: "failed",
        error: { code: error.code, message: error.message },
        ms: clock.now() - stepStarted,
      };
      const rest = writes
        .slice(index + 1)
        .map((one): StepResult => ({ step: one, status: "not-tried", ms: 0 }));
      const all = [...results, failed, ...rest];
      await journal.after(failed);
      await journal.end(all);
      onStep?.(failed);
      throw stopped(error, all);
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

/** The object as it stands now, null when a create finds nothing. @throws SdpxError `remote-changed` */
async function currentOf(step: WriteStep, client: ControllerClient): Promise<RemoteObject | null> {
  const now = (await client.find(step.resource, step.id)) as RemoteObject | undefined;
  const changed = (message: string) =>
    new SdpxError("remote-changed", message, {
      where: `${step.kind} ${step.name} (${step.id})`,
      fix: "look at the change in the admin UI, then plan again",
    });
  if (step.action === "create") {
    // Our own id with our content: an earlier run got this far.
    if (now === undefined || (await sameAsWanted(step, now, client))) return now ?? null;
    throw changed("an object that the plan wants to create exists meanwhile");
  }
  if (now === undefined) throw changed("an object that the plan wants to update is gone");
  const moved =
    contentHash(now) !== step.expects.hash ||
    (step.expects.updated !== undefined && now.updated !== step.expects.updated);
  if (moved) throw changed("an object was changed since the plan was made");
  return now;
}

async function write(
  step: WriteStep,
  current: RemoteObject | null,
  client: ControllerClient,
): Promise<{ object: RemoteObject; recognised?: boolean }> {
  // Only what is as wanted gets past the check of a create.
  let recognised = step.action === "create" && current !== null;
  try {
    if (step.action === "update") await client.update(step.resource, step.id, step.body);
    else if (!recognised) await client.create(step.resource, step.body);
  } catch (error) {
    if (!maybeDone(error)) throw error;
    const there = (await client.find(step.resource, step.id)) as RemoteObject | undefined;
    if (there === undefined || !(await sameAsWanted(step, there, client))) throw error;
    recognised = true;
  }
  const object = (await client.get(step.resource, step.id)) as RemoteObject;
  const differing = await differences(step, object, client);
  if (differing.length > 0) {
    throw new SdpxError("read-back-differs", "what was written does not read back the same", {
      where: `${step.kind} ${step.name} (${step.id})`,
      list: differing,
      fix: "compare the object in the admin UI with the bundle; somebody may have changed it at the same time",
    });
  }
  return { object, ...(recognised ? { recognised } : {}) };
}

/** No answer, a server's failure, or "already there": the write may have been carried out. */
function maybeDone(error: unknown): boolean {
  if (!(error instanceof ControllerError)) return false;
  return (
    error.status === undefined ||
    error.status === 409 ||
    error.status >= 500 ||
    error.code === "remote-garbled"
  );
}

async function sameAsWanted(
  step: WriteStep,
  object: RemoteObject,
  client: ControllerClient,
): Promise<boolean> {
  return (await differences(step, object, client)).length === 0;
}

/** Fields in which an object is not what was sent; texts byte for byte, tags as a set that may have more. */
async function differences(
  step: WriteStep,
  object: RemoteObject,
  client: ControllerClient,
): Promise<string[]> {
  const differing: string[] = [];
  for (const [field, sent] of Object.entries(step.body)) {
    if (field === "tags") {
      const theirs = new Set(object.tags.map((tag) => tag.toLowerCase()));
      if (!step.body.tags.every((tag) => theirs.has(tag.toLowerCase())))
        differing.push(`tags: ${object.tags.join(", ")}`);
    } else if (field === "file") {
      if (!(await sameFile(String(sent), object, client)))
        differing.push("file: its content differs");
    } else if (field !== "checksumSha256" && !covers(object[field], sent)) {
      differing.push(`${field}: differs`);
    }
  }
  return differing;
}

async function sameFile(
  base64: string,
  object: RemoteObject,
  client: ControllerClient,
): Promise<boolean> {
  const sent = Buffer.from(base64, "base64");
  if (object["checksumSha256"] !== sha256(sent)) return false;
  return (await client.downloadDeviceScript(object.id)).bytes.equals(sent);
}

function stopped(error: SdpxError, results: readonly StepResult[]): SdpxError {
  const failed = results.find((one) => one.status === "failed");
  // A read-back that differs means that its own write was done.
  const something =
    results.some((one) => one.status === "done") || error.code === "read-back-differs";
  if (!something) return error;
  const said = `${error.message}${error.list.length > 0 ? ` (${error.list.join("; ")})` : ""}`;
  return new SdpxError("partly-done", "the publish stopped half way", {
    where: error.where ?? (failed === undefined ? "" : `${failed.step.kind} ${failed.step.name}`),
    list: results.map((one) =>
      one.status === "done"
        ? `done: ${one.step.action} ${one.step.kind} ${one.step.name}`
        : one.status === "failed"
          ? `failed: ${one.step.action} ${one.step.kind} ${one.step.name}: ${said}`
          : `not tried: ${one.step.action} ${one.step.kind} ${one.step.name}`,
    ),
    fix: `${error.fix ?? "settle the failed step"}; then publish again: what is done is left as it is`,
    cause: error,
  });
}
