import type { Plan, Step } from "./plan-data.ts";
import { headline, leftOverLines, reachLines, shown, summary, usedBy } from "./render.ts";

/** A plan as Markdown, for a pull request: a table of everything that is not a no-op, and the diffs folded away below it. */
export function renderMarkdown(plan: Plan): string {
  const told = plan.steps.filter(({ action }) => action !== "no-op");
  const lines = [`### ${text(headline(plan))}`, "", `**${summary(plan)}**`, ""];
  if (told.length > 0) {
    lines.push("| action | kind | name | what |", "| --- | --- | --- | --- |");
    for (const step of told) {
      lines.push(`| ${step.action} | ${step.kind} | ${text(step.name)} | ${what(step)} |`);
    }
    lines.push("");
  }
  for (const warning of plan.warnings) lines.push(`- ⚠ ${text(warning)}`);
  for (const line of [...leftOverLines(plan), ...reachLines(plan)]) lines.push(`- ${text(line)}`);
  for (const step of told) {
    if (!("textDiff" in step) || step.textDiff === "") continue;
    const fence = fenceFor(step.textDiff);
    lines.push(
      "",
      `<details><summary>${text(`${step.action} ${step.kind} ${step.name}`)}</summary>`,
      "",
      `${fence}diff`,
      step.textDiff.trimEnd(),
      fence,
      "",
      "</details>",
    );
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

function what(step: Step): string {
  if (step.action === "blocked") return text(`${step.reasons.join("; ")}. Fix: ${step.fix}`);
  if (step.action === "no-op") return "";
  const parts = [
    ...("previousName" in step && step.previousName !== undefined
      ? [`was ${step.previousName}`]
      : []),
    ...step.warnings.map((warning) => `⚠ ${warning}`),
    ...step.links.map(({ change, what: kind, name }) => `${change} ${kind} ${name}`),
    ...step.changes.map(({ field, from, to }) => `${field}: ${shown(from)} → ${shown(to)}`),
    ...step.effects,
    ...(step.sources.length > 0 ? [`changed in ${step.sources.join(", ")}`] : []),
    ...usedBy(step),
  ];
  return parts.map(text).join("<br>");
}

/** Text that means itself: names and notes come from people, and a pull request renders HTML, links and mentions. */
function text(raw: string): string {
  return raw
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\`*_{}[\]|@#]/g, (sign) => `\\${sign}`)
    .replace(/\r?\n/g, "<br>");
}

/** A fence that is longer than any in the diff. */
function fenceFor(diff: string): string {
  const longest = Math.max(2, ...[...diff.matchAll(/`+/g)].map(([run]) => run.length));
  return "`".repeat(longest + 1);
}
