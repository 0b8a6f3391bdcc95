import { systemClock } from "../../base/clock.ts";
import { SdpxError, toSdpxError } from "../../base/errors.ts";
import type { ControllerClient } from "../../controller/api/index.ts";
import {
  applyPlan,
  countActions,
  countWrites,
  planRollback,
  touchedBy,
} from "../../controller/publish/index.ts";
import type {
  ApplyOptions,
  Outcome,
  Plan,
  RemoteObject,
  RunRecord,
} from "../../controller/publish/index.ts";
import { withLock } from "./lock.ts";
import { diskJournal, markRolledBack, newRunId, readRun } from "./runs.ts";

export interface Carried {
  outcome: Outcome;
  /** Undefined when there was nothing to do. */
  run: string | undefined;
}

export interface CarryOutOptions extends Omit<ApplyOptions, "clock" | "journal" | "resume"> {
  state: string;
  /** The interrupted run that is taken up again. */
  resume?: RunRecord;
  /** When it stops half way, what was done is taken back. */
  rollBackOnFailure?: boolean;
}

/**
 * Applies a plan with a journal on disk.
 * @throws SdpxError as {@link applyPlan}, with the run's name and what to do with it; `rolled-back` when it was taken back
 */
export async function carryOut(
  plan: Plan,
  client: ControllerClient,
  options: CarryOutOptions,
): Promise<Carried> {
  const { state, resume, rollBackOnFailure = false, ...rest } = options;
  const clock = systemClock;
  if (countWrites(plan) === 0 || countActions(plan).blocked > 0) {
    // Nothing is written, or the refusal comes first: there is no run to remember.
    return { outcome: await applyPlan(plan, client, { ...rest, clock }), run: undefined };
  }
  const run = resume?.id ?? newRunId(clock);
  return withLock(state, client.url, async () => {
    const journal = diskJournal(state, run, clock);
    try {
      const outcome = await applyPlan(plan, client, {
        ...rest,
        clock,
        journal,
        ...(resume === undefined ? {} : { resume }),
      });
      return { outcome, run };
    } catch (thrown) {
      const error = toSdpxError(thrown);
      if (error.code !== "partly-done") throw error;
      if (rollBackOnFailure && plan.purpose === "publish")
        throw await takenBack(error, run, client, state);
      throw new SdpxError("partly-done", error.message, {
        ...(error.where === undefined ? {} : { where: error.where }),
        list: error.list,
        fix: `${error.fix ?? ""}, or take it back: sdpx rollback ${run}`,
        cause: error,
      });
    }
  });
}

/** Takes a failed run back and says so in the error that ends the command. */
async function takenBack(
  error: SdpxError,
  run: string,
  client: ControllerClient,
  state: string,
): Promise<SdpxError> {
  const details = { ...(error.where === undefined ? {} : { where: error.where }), cause: error };
  try {
    const { by } = await rollBack(await readRun(state, run), client, state, {});
    return new SdpxError(
      "rolled-back",
      "the publish failed half way; what was done is taken back",
      {
        ...details,
        list: [...error.list, `taken back by the run ${by}`],
        fix: error.cause instanceof SdpxError ? (error.cause.fix ?? "") : "settle the failed step",
      },
    );
  } catch (second) {
    const why = toSdpxError(second);
    return new SdpxError(
      "partly-done",
      "the publish stopped half way, and taking it back failed too",
      {
        ...details,
        list: [...error.list, `roll back: ${why.message}`, ...why.list],
        fix: `${why.fix ?? "settle what the list says"}; then sdpx rollback ${run}`,
      },
    );
  }
}

/** Objects of a run as they are now. */
export async function presentOf(
  run: RunRecord,
  client: ControllerClient,
): Promise<Map<string, RemoteObject>> {
  const present = new Map<string, RemoteObject>();
  for (const { resource, id } of touchedBy(run)) {
    const object = (await client.find(resource, id)) as RemoteObject | undefined;
    if (object !== undefined) present.set(`${resource}/${id}`, object);
  }
  return present;
}

/** Plans and carries out the roll back of a run. Takes no lock: the caller has it. */
export async function rollBack(
  run: RunRecord,
  client: ControllerClient,
  state: string,
  options: { force?: boolean; resume?: RunRecord; onStep?: ApplyOptions["onStep"] },
): Promise<{ plan: Plan; outcome: Outcome; by: string }> {
  const { force = false, resume, onStep } = options;
  const plan = resume?.plan ?? planRollback(run, await presentOf(run, client), { force });
  const by = resume?.id ?? newRunId(systemClock);
  const outcome = await applyPlan(plan, client, {
    clock: systemClock,
    // With nothing to write there is nothing to remember.
    ...(countWrites(plan) > 0 ? { journal: diskJournal(state, by, systemClock) } : {}),
    ...(resume === undefined ? {} : { resume }),
    ...(onStep === undefined ? {} : { onStep }),
  });
  await markRolledBack(state, run.id, by, systemClock);
  return { plan, outcome, by };
}
