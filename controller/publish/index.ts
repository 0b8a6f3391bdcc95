import type { ControllerClient } from "../api/client.ts";
import type { Bundle } from "./kinds.ts";
import type { PlanOptions } from "./plan.ts";
import { planPublish } from "./plan.ts";
import type { Plan } from "./plan-data.ts";
import { readRemote } from "./remote.ts";

export { applyPlan } from "./apply.ts";
export type { ApplyOptions, Outcome } from "./apply.ts";
export { objectId } from "./ids.ts";
export type { PublishJournal, StepResult } from "./journal.ts";
export type { Bundle } from "./kinds.ts";
export { ownerTag } from "./ownership.ts";
export { planPublish } from "./plan.ts";
export type { PlanOptions } from "./plan.ts";
export { countActions, PLAN_VERSION, planSchema } from "./plan-data.ts";
export type { Plan, Step } from "./plan-data.ts";
export { readRemote } from "./remote.ts";
export type { RemoteState } from "./remote.ts";
export { renderOutcome, renderPlan, summary } from "./render.ts";

/** Reads a Controller and plans against it. Only reads. */
export async function planAgainst(
  client: ControllerClient,
  bundle: Bundle,
  options: PlanOptions = {},
): Promise<Plan> {
  return planPublish(bundle, await readRemote(client, bundle), options);
}
