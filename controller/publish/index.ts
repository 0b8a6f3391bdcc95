import type { ControllerClient } from "../api/client.ts";
import type { Bundle } from "./kinds.ts";
import type { PlanOptions } from "./plan.ts";
import { planPublish } from "./plan.ts";
import type { Plan } from "./plan-data.ts";
import type { ReadOptions } from "./remote.ts";
import { readRemote } from "./remote.ts";

export { applyPlan } from "./apply.ts";
export type { ApplyOptions, Outcome } from "./apply.ts";
export { objectId } from "./ids.ts";
export type {
  JournalStep,
  PublishJournal,
  RunRecord,
  SnapshotEntry,
  StepResult,
} from "./journal.ts";
export type { Bundle } from "./kinds.ts";
export { renderMarkdown } from "./markdown.ts";
export { ownerTag } from "./ownership.ts";
export { planPublish } from "./plan.ts";
export type { PlanOptions } from "./plan.ts";
export { countActions, countWrites, isWrite, PLAN_VERSION, planSchema } from "./plan-data.ts";
export type { Plan, Reference, Step, WriteStep } from "./plan-data.ts";
export { PRUNE_LIMITS } from "./plan-prune.ts";
export type { PruneLimits } from "./plan-prune.ts";
export { fingerprint } from "./plan-trust.ts";
export { referencesTo } from "./references.ts";
export type { Others } from "./references.ts";
export { readRemote } from "./remote.ts";
export type { ReadOptions, RemoteObject, RemoteState } from "./remote.ts";
export { renderOutcome, renderPlan, summary } from "./render.ts";
export { planRollback, touchedBy } from "./rollback.ts";
export type { Present, RollbackOptions } from "./rollback.ts";
export type { SecretState, Wiring } from "./wiring-config.ts";
export type { SecretReader } from "./write.ts";

/** Reads a Controller and plans against it. Only reads. */
export async function planAgainst(
  client: ControllerClient,
  bundle: Bundle,
  options: PlanOptions & ReadOptions = {},
): Promise<Plan> {
  return planPublish(bundle, await readRemote(client, bundle, options), options);
}
