import { z } from "zod";
import { SCRIPT_KINDS } from "../../base/kinds.ts";

/** Version of the plan's JSON; a plan of another version is refused rather than guessed at. */
export const PLAN_VERSION = 1;

const RESOURCES = [
  "device-scripts",
  "criteria-scripts",
  "entitlement-scripts",
  "user-scripts",
  "conditions",
] as const;

const body = z.looseObject({
  id: z.string(),
  name: z.string(),
  notes: z.string(),
  tags: z.array(z.string()),
});

const common = {
  kind: z.enum(SCRIPT_KINDS),
  resource: z.enum(RESOURCES),
  name: z.string(),
  /** Path of the artifact in the bundle. */
  file: z.string(),
};

/** A field that changes; texts of scripts are shown by `textDiff` and not here. */
const change = z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() });

const stepSchema = z.discriminatedUnion("action", [
  z.strictObject({
    action: z.literal("create"),
    ...common,
    id: z.string(),
    body,
    textDiff: z.string(),
  }),
  z.strictObject({
    action: z.literal("update"),
    ...common,
    id: z.string(),
    /** The object that exists was not ours and becomes so (`--adopt`). */
    adopt: z.boolean(),
    /** What was read when the plan was made; apply refuses when it no longer holds. */
    expects: z.strictObject({ updated: z.string().optional(), hash: z.string() }),
    /** The whole object to be sent. */
    body,
    changes: z.array(change),
    textDiff: z.string(),
    warnings: z.array(z.string()),
  }),
  z.strictObject({ action: z.literal("no-op"), ...common, id: z.string() }),
  z.strictObject({
    action: z.literal("blocked"),
    ...common,
    /** The object in the way. */
    id: z.string(),
    reasons: z.array(z.string()),
    fix: z.string(),
  }),
]);

export const planSchema = z.strictObject({
  planVersion: z.literal(PLAN_VERSION),
  bundle: z.strictObject({ name: z.string(), version: z.string(), sha256: z.string() }),
  controller: z.strictObject({ url: z.string(), apiVersion: z.number().int() }),
  steps: z.array(stepSchema),
  /** What does not stop the publish but will stop scripts from working. */
  warnings: z.array(z.string()),
});

export type Plan = z.infer<typeof planSchema>;
export type Step = z.infer<typeof stepSchema>;
export type Action = Step["action"];
export type FieldChange = z.infer<typeof change>;
export type WriteStep = Extract<Step, { action: "create" | "update" }>;

export function isWrite(step: Step): step is WriteStep {
  return step.action === "create" || step.action === "update";
}

/** How many steps there are of each action. */
export function countActions(plan: Plan): Record<Action, number> {
  const counts: Record<Action, number> = { create: 0, update: 0, "no-op": 0, blocked: 0 };
  for (const step of plan.steps) counts[step.action] += 1;
  return counts;
}
