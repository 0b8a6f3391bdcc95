import { parityTotals, type ParityCase, type ParityReport, type ParityScript } from "./parity.ts";
import type { Paint } from "./report.ts";

function caseLines(one: ParityCase, paint: Paint): string[] {
  if (one.outcome === "same") return [`  ${paint("green", "same")}    ${one.name}`];
  const lines = [`  ${paint("red", "DIFFERS")} ${one.name}`];
  for (const fault of one.againstExpected) {
    lines.push(`            not as the case expects: ${fault.message}`);
    for (const line of fault.diff ?? []) lines.push(`            ${line}`);
  }
  for (const line of one.againstLocal) lines.push(`            ${line}`);
  return lines;
}

/** Cases that cannot be compared, one line for each reason. */
function otherLines(cases: readonly ParityCase[], paint: Paint): string[] {
  const reasons = new Map<string, number>();
  for (const { why = "" } of cases) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  return [...reasons].map(
    ([why, count]) =>
      `  ${paint("yellow", "skipped")} ${count} ${count === 1 ? "case is" : "cases are"} not comparable: ${why}`,
  );
}

function scriptLines(script: ParityScript, paint: Paint): string[] {
  const head = `${paint("bold", `${script.kind}/${script.name}`)} ${paint("dim", script.source)}`;
  if (script.why !== undefined)
    return [head, `  ${paint("yellow", "skipped")} not comparable: ${script.why}`, ""];
  const [others, compared] = [true, false].map((other) =>
    script.cases.filter(({ outcome }) => (outcome === "not comparable") === other),
  ) as [ParityCase[], ParityCase[]];
  const lines = compared.flatMap((one) => caseLines(one, paint));
  return [head, ...lines, ...otherLines(others, paint), ""];
}

/** The comparison for a person. */
export function renderParity(report: ParityReport, paint: Paint): string {
  const { same, differ, notComparable } = parityTotals(report);
  const counts = [
    paint("green", `${same} the same`),
    ...(differ > 0 ? [paint("red", `${differ} differ`)] : []),
    ...(notComparable > 0 ? [paint("yellow", `${notComparable} not comparable`)] : []),
  ];
  const lines = report.scripts.flatMap((script) => scriptLines(script, paint));
  return `${[...lines, `${counts.join(", ")}, on ${report.controller}`].join("\n")}\n`;
}
