import { z } from "zod";
import { SCRIPT_KINDS } from "../../base/kinds.ts";

/** Version of the plan's JSON; a plan of another version is refused rather than guessed at. */
export const PLAN_VERSION = 2;

/** What scripts are connected to, beside the scripts themselves, and the collection of the admin API that holds it. */
export const WIRED_RESOURCES = {
  "trusted-certificate": "trusted-certificates",
  secret: "secrets",
  "entitlement-object": "entitlements",
  policy: "policies",
  "identity-provider": "identity-providers",
} as const;
export type WiredKind = keyof typeof WIRED_RESOURCES;
export type WiredResource = (typeof WIRED_RESOURCES)[WiredKind];
export const WIRED_KINDS = Object.keys(WIRED_RESOURCES) as [WiredKind, ...WiredKind[]];

export const SCRIPT_RESOURCES = [
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
  kind: z.enum([...SCRIPT_KINDS, ...WIRED_KINDS]),
  resource: z.enum([...SCRIPT_RESOURCES, ...Object.values(WIRED_RESOURCES)]),
  name: z.string(),
  id: z.string(),
  /** Path of the artifact in the bundle; scripts only. */
  file: z.string().optional(),
  /** Path of its source in the repository; scripts only. */
  source: z.string().optional(),
};

/** A field that changes; texts of scripts are shown by `textDiff` and not here. */
const change = z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() });

/** A script that is connected to an object, or no longer. */
const link = z.strictObject({
  change: z.enum(["attach", "change", "detach"]),
  what: z.enum(["user-claim", "device-claim", "condition", "criteria"]),
  name: z.string(),
});

/** An object that refers to a script. */
const reference = z.strictObject({
  resource: z.enum(["entitlements", "policies", "identity-providers"]),
  id: z.string(),
  name: z.string(),
  /** How, such as `calls lowRisk(claims)`. */
  how: z.string(),
  /** By name: renaming the script breaks it. */
  byName: z.boolean(),
});

const written = {
  ...common,
  changes: z.array(change),
  links: z.array(link),
  textDiff: z.string(),
  /** Source files whose part of the text changes. */
  sources: z.array(z.string()),
  /** What is different beside the text: its size, calls of HTTP, secrets. */
  effects: z.array(z.string()),
  references: z.array(reference),
  warnings: z.array(z.string()),
  /** Secrets only: where the value stands that is sent. The value is read when the plan is applied, and kept nowhere. */
  secretFrom: z.string().optional(),
};

/** What was read when the plan was made; apply refuses when it no longer holds. */
const expects = z.strictObject({ updated: z.string().optional(), hash: z.string() });

const stepSchema = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("create"), ...written, body }),
  z.strictObject({
    /**
     * All of these send the whole object. `adopt`: it was nobody's and becomes ours; `rename`: it has another name now;
     * `attach`, `detach`: only what it is connected to changes.
     */
    action: z.enum(["update", "rename", "adopt", "attach", "detach"]),
    ...written,
    expects,
    body,
    previousName: z.string().optional(),
  }),
  z.strictObject({ action: z.literal("delete"), ...written, expects }),
  z.strictObject({ action: z.literal("no-op"), ...common, note: z.string().optional() }),
  z.strictObject({
    action: z.literal("blocked"),
    ...common,
    reasons: z.array(z.string()),
    fix: z.string(),
  }),
]);

/** How far the plan reaches: objects that use a script which changes, directly or through one another. */
const blast = z.strictObject({
  policies: z.number().int(),
  entitlements: z.number().int(),
  identityProviders: z.number().int(),
  /** People signed in now, where that was asked for: those of the providers in question, or all when policies are. */
  activeUsers: z.number().int().optional(),
  /** Collections that the account may not see: the numbers leave them out. */
  unseen: z.array(z.string()),
});

export const planSchema = z.strictObject({
  planVersion: z.literal(PLAN_VERSION),
  purpose: z.enum(["publish", "rollback"]),
  /** The run that is rolled back. */
  rollbackOf: z.string().optional(),
  bundle: z.strictObject({ name: z.string(), version: z.string(), sha256: z.string() }),
  controller: z.strictObject({ url: z.string(), apiVersion: z.number().int() }),
  /** In the order in which they are carried out. */
  steps: z.array(stepSchema),
  blast,
  /** Objects of this bundle that it no longer has; `--prune` deletes them. */
  leftOver: z.array(z.strictObject({ kind: common.kind, name: z.string(), id: z.string() })),
  /** What does not stop the publish but may stop scripts from working. */
  warnings: z.array(z.string()),
});

export type Plan = z.infer<typeof planSchema>;
export type Step = z.infer<typeof stepSchema>;
export type Action = Step["action"];
export type ObjectKind = Step["kind"];
export type Resource = Step["resource"];
export type FieldChange = z.infer<typeof change>;
export type Link = z.infer<typeof link>;
export type Reference = z.infer<typeof reference>;
export type Blast = z.infer<typeof blast>;
export type CreateStep = Extract<Step, { action: "create" }>;
export type PutStep = Extract<Step, { previousName?: string | undefined }>;
export type DeleteStep = Extract<Step, { action: "delete" }>;
export type WriteStep = CreateStep | PutStep | DeleteStep;

/** Every action and whether it writes; the order is that of summaries. */
export const ACTIONS = {
  create: true,
  update: true,
  rename: true,
  adopt: true,
  attach: true,
  detach: true,
  delete: true,
  "no-op": false,
  blocked: false,
} as const satisfies Record<Action, boolean>;

export function isWrite(step: Step): step is WriteStep {
  return ACTIONS[step.action];
}

/** How many steps there are of each action. */
export function countActions(plan: Plan): Record<Action, number> {
  const counts = Object.fromEntries(Object.keys(ACTIONS).map((action) => [action, 0])) as Record<
    Action,
    number
  >;
  for (const step of plan.steps) counts[step.action] += 1;
  return counts;
}

/** How many steps write. */
export function countWrites(plan: Plan): number {
  return plan.steps.filter(isWrite).length;
}
