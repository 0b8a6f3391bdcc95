import { styleText } from "node:util";
import type { ScriptKind } from "../../base/kinds.ts";
import type { Outcome } from "./apply.ts";
import type { Action, Plan, Step } from "./plan-data.ts";
import { countActions } from "./plan-data.ts";

export interface RenderOptions {
  color: boolean;
}

type Colour = "green" | "yellow" | "red" | "gray" | "bold" | "cyan";

const SIGNS: Readonly<Record<Action, { sign: string; colour: Colour }>> = {
  create: { sign: "+", colour: "green" },
  update: { sign: "~", colour: "yellow" },
  "no-op": { sign: "=", colour: "gray" },
  blocked: { sign: "!", colour: "red" },
};
const WIDTH = Math.max(
  ...(["user-claim", "device-claim", "entitlement"] satisfies ScriptKind[]).map(
    (kind) => kind.length,
  ),
);

/** A plan for a person, lines of text with a newline at the end. The diff of a text that is created is its length only. */
export function renderPlan(plan: Plan, options: RenderOptions): string {
  const paint = painter(options);
  const { bundle, controller } = plan;
  const lines = [
    paint(
      "bold",
      `${bundle.name} ${bundle.version} -> ${controller.url} (API ${controller.apiVersion})`,
    ),
    "",
    ...plan.steps.flatMap((step) => renderStep(step, paint)),
    ...(plan.steps.length === 0 ? ["  the bundle has no scripts"] : []),
    "",
    ...plan.warnings.map((warning) => paint("yellow", `warning: ${warning}`)),
    summary(plan),
  ];
  return `${lines.join("\n")}\n`;
}

/** One line: `2 to create, 1 to update, 5 unchanged`. */
export function summary(plan: Plan): string {
  const counts = countActions(plan);
  const parts = [
    `${counts.create} to create`,
    `${counts.update} to update`,
    `${counts["no-op"]} unchanged`,
    ...(counts.blocked > 0
      ? [`${counts.blocked} blocked: nothing can be published before they are settled`]
      : []),
  ];
  return parts.join(", ");
}

function renderStep(step: Step, paint: Painter): string[] {
  const { sign, colour } = SIGNS[step.action];
  const verb = step.action === "update" && step.adopt ? "adopt" : step.action;
  const head = paint(colour, `  ${sign} ${verb.padEnd(7)} ${step.kind.padEnd(WIDTH)} ${step.name}`);
  switch (step.action) {
    case "no-op":
      return [head];
    case "blocked":
      return [head, ...step.reasons.map((reason) => `      ${reason}`), `      fix: ${step.fix}`];
    case "create": {
      const lines = step.textDiff.split("\n").filter((line) => /^\+(?!\+\+ )/.test(line)).length;
      return [`${head} ${paint("gray", `(${lines} ${lines === 1 ? "line" : "lines"})`)}`];
    }
    case "update":
      return [
        head,
        ...step.warnings.map((warning) => paint("yellow", `      warning: ${warning}`)),
        ...step.changes.map(
          ({ field, from, to }) => `      ${field}: ${shown(from)} -> ${shown(to)}`,
        ),
        ...renderDiff(step.textDiff, paint),
      ];
  }
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
  const lines = outcome.results.map(({ step, ms, recognised }) => {
    const { sign, colour } = SIGNS[step.action];
    const done = step.action === "create" ? "created" : step.adopt ? "adopted" : "updated";
    const note = recognised === true ? ", its answer was lost but it was carried out" : "";
    return paint(
      colour,
      `  ${sign} ${done} ${step.kind.padEnd(WIDTH)} ${step.name} (${ms} ms${note})`,
    );
  });
  const { results, unchanged, controller, ms } = outcome;
  const last =
    results.length === 0
      ? `nothing to do: all ${unchanged} objects on ${controller.url} are as the bundle wants them`
      : `${results.length} written and read back, ${unchanged} unchanged, ${ms} ms`;
  return `${[...lines, last].join("\n")}\n`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}

type Painter = (colour: Colour, text: string) => string;

function painter({ color }: RenderOptions): Painter {
  return (colour, text) => (color ? styleText(colour, text, { validateStream: false }) : text);
}
