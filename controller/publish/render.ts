import { styleText } from "node:util";
import type { Outcome } from "./apply.ts";
import type { Action, Blast, Plan, Step } from "./plan-data.ts";
import { ACTIONS, countActions, countWrites } from "./plan-data.ts";

export interface RenderOptions {
  color: boolean;
}

type Colour = "green" | "yellow" | "red" | "gray" | "bold" | "cyan";

/** How each action is shown, planned and done. */
const SIGNS: Readonly<
  Record<Action, { sign: string; colour: Colour; planned: string; done: string }>
> = {
  create: { sign: "+", colour: "green", planned: "to create", done: "created" },
  update: { sign: "~", colour: "yellow", planned: "to update", done: "updated" },
  rename: { sign: "~", colour: "yellow", planned: "to rename", done: "renamed" },
  adopt: { sign: "~", colour: "yellow", planned: "to adopt", done: "adopted" },
  attach: { sign: ">", colour: "green", planned: "to connect", done: "connected" },
  detach: { sign: "<", colour: "yellow", planned: "to disconnect", done: "disconnected" },
  delete: { sign: "-", colour: "red", planned: "to delete", done: "deleted" },
  "no-op": { sign: "=", colour: "gray", planned: "unchanged", done: "unchanged" },
  blocked: { sign: "!", colour: "red", planned: "blocked", done: "blocked" },
};

const widthOf = (steps: readonly Step[]) => Math.max(0, ...steps.map(({ kind }) => kind.length));

/** A plan for a person, lines of text with a newline at the end. The diff of a text that is created is its length only. */
export function renderPlan(plan: Plan, options: RenderOptions): string {
  const paint = painter(options);
  const width = widthOf(plan.steps);
  const lines = [
    paint("bold", headline(plan)),
    "",
    ...plan.steps.flatMap((step) => renderStep(step, width, paint)),
    ...(plan.steps.length === 0 ? ["  the bundle has no scripts"] : []),
    "",
    ...plan.warnings.map((warning) => paint("yellow", `warning: ${warning}`)),
    ...leftOverLines(plan).map((line) => paint("gray", line)),
    ...reachLines(plan),
    summary(plan),
  ];
  return `${lines.join("\n")}\n`;
}

export function headline(plan: Plan): string {
  const { bundle, controller } = plan;
  const what = plan.purpose === "rollback" ? `roll back of ${plan.rollbackOf}: ` : "";
  return `${what}${bundle.name} ${bundle.version} -> ${controller.url} (API ${controller.apiVersion})`;
}

/** One line: `2 to create, 1 to update, 5 unchanged`. */
export function summary(plan: Plan): string {
  const counts = countActions(plan);
  const parts = (Object.keys(ACTIONS) as Action[])
    .filter((action) => action !== "blocked")
    .filter(
      (action) =>
        counts[action] > 0 || action === "create" || action === "update" || action === "no-op",
    )
    .map((action) => `${counts[action]} ${SIGNS[action].planned}`);
  if (counts.blocked > 0)
    parts.push(`${counts.blocked} blocked: nothing can be written before they are settled`);
  return parts.join(", ");
}

/** What the bundle left behind on the Controller. */
export function leftOverLines({ leftOver }: Plan): string[] {
  if (leftOver.length === 0) return [];
  const names = leftOver.map(({ kind, name }) => `${kind} ${name}`).join(", ");
  return [`no longer in the bundle: ${names} (--prune deletes them)`];
}

/** Whom the plan reaches, when it writes anything. */
export function reachLines(plan: Plan): string[] {
  if (plan.purpose === "rollback" || countWrites(plan) === 0) return [];
  return [`reach: ${reach(plan.blast)}`];
}

function reach({ policies, entitlements, identityProviders, activeUsers, unseen }: Blast): string {
  const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
  const parts = [
    count(policies, "policy", "policies"),
    count(entitlements, "entitlement", "entitlements"),
    count(identityProviders, "identity provider", "identity providers"),
    ...(activeUsers === undefined ? [] : [`${count(activeUsers, "session", "sessions")} now`]),
  ];
  const blind =
    unseen.length === 0 ? "" : ` (the account may not see ${unseen.join(", ")}: there may be more)`;
  return `${parts.join(", ")}${blind}`;
}

function renderStep(step: Step, width: number, paint: Painter): string[] {
  const { sign, colour } = SIGNS[step.action];
  const was =
    "previousName" in step && step.previousName !== undefined ? ` (was ${step.previousName})` : "";
  const head = paint(
    colour,
    `  ${sign} ${step.action.padEnd(7)} ${step.kind.padEnd(width)} ${step.name}${was}`,
  );
  switch (step.action) {
    case "no-op":
      return [step.note === undefined ? head : `${head} ${paint("gray", `(${step.note})`)}`];
    case "blocked":
      return [head, ...step.reasons.map((reason) => `      ${reason}`), `      fix: ${step.fix}`];
    case "create": {
      const lines = step.textDiff.split("\n").filter((line) => /^\+(?!\+\+ )/.test(line)).length;
      const size =
        lines === 0 ? "" : ` ${paint("gray", `(${lines} ${lines === 1 ? "line" : "lines"})`)}`;
      return [`${head}${size}`, ...remarks(step, paint)];
    }
    default:
      return [head, ...remarks(step, paint), ...renderDiff(step.textDiff, paint)];
  }
}

/** What is said about a write beside its text. */
function remarks(step: Extract<Step, { links: unknown }>, paint: Painter): string[] {
  const linked = new Set(
    step.links.length > 0 ? ["userScripts", "onDemandClaimMappings", "conditions"] : [],
  );
  return [
    ...step.warnings.map((warning) => paint("yellow", `      warning: ${warning}`)),
    ...step.links.map(({ change, what, name }) => `      ${change} ${what} ${name}`),
    ...step.changes
      .filter(({ field }) => !linked.has(field))
      .map(({ field, from, to }) => `      ${field}: ${shown(from)} -> ${shown(to)}`),
    ...step.effects.map((effect) => `      ${effect}`),
    ...(step.sources.length > 0 ? [`      changed in: ${step.sources.join(", ")}`] : []),
    ...usedBy(step).map((line) => paint("gray", `      ${line}`)),
  ];
}

/** Lines such as `used by policies "Staff" (calls lowRisk(claims))`. */
export function usedBy(step: Extract<Step, { links: unknown }>): string[] {
  return step.references.map(({ resource, name, how }) => `used by ${resource} "${name}" (${how})`);
}

function renderDiff(diff: string, paint: Painter): string[] {
  if (diff === "") return [];
  return diff
    .trimEnd()
    .split("\n")
    .map((line) => {
      const text = `      ${line}`;
      if (line.startsWith("+++") || line.startsWith("---")) return paint("bold", text);
      if (line.startsWith("@@")) return paint("cyan", text);
      if (line.startsWith("+")) return paint("green", text);
      return line.startsWith("-") ? paint("red", text) : text;
    });
}

/** What an apply did, for a person. */
export function renderOutcome(outcome: Outcome, options: RenderOptions): string {
  const paint = painter(options);
  const width = widthOf(outcome.results.map(({ step }) => step));
  const lines = outcome.results.map(({ step, ms, recognised, earlier }) => {
    const { sign, colour, done } = SIGNS[step.action];
    const note =
      earlier === true
        ? "by the run that was resumed"
        : `${ms} ms${recognised === true ? ", it had been carried out already" : ""}`;
    return paint(colour, `  ${sign} ${done} ${step.kind.padEnd(width)} ${step.name} (${note})`);
  });
  const { results, unchanged, controller, ms } = outcome;
  const last =
    results.length === 0
      ? `nothing to do: all ${unchanged} objects on ${controller.url} are as the bundle wants them`
      : `${results.length} written and read back, ${unchanged} unchanged, ${ms} ms`;
  return `${[...lines, last].join("\n")}\n`;
}

export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}

type Painter = (colour: Colour, text: string) => string;

function painter({ color }: RenderOptions): Painter {
  return (colour, text) => (color ? styleText(colour, text, { validateStream: false }) : text);
}
