import type { ScriptKind } from "../../base/kinds.ts";
import type { Fault } from "./judge.ts";

/** How one case went. */
export interface CaseResult {
  name: string;
  /** Made from `meta.whenUnavailable`. */
  generated: boolean;
  faults: readonly Fault[];
  /** Milliseconds that the script ran; the appliance allows {@link SCRIPT_BUDGET_MS}. */
  executionMs: number;
}

/** How the cases of one script went. */
export interface ScriptResult {
  kind: ScriptKind;
  name: string;
  source: string;
  /** Relative to the root; undefined when there is no such file. */
  casesFile?: string;
  /** What is wrong with the cases as a whole. */
  faults: readonly Fault[];
  cases: readonly CaseResult[];
  /** Whether it may go without cases. */
  excused: boolean;
}

export interface CasesReport {
  scripts: readonly ScriptResult[];
  /** Whether dist/ is not what was tested. */
  stale: boolean;
  /** Whether a failure ended the run early. */
  bailed: boolean;
  /** Wall clock of the whole run, milliseconds. */
  tookMs: number;
}

/** Time that the appliance gives a script. */
export const SCRIPT_BUDGET_MS = 5000;

export type Style = "green" | "red" | "yellow" | "dim" | "bold";
/** Colours a text, or leaves it as it is when colours are not wanted. */
export type Paint = (style: Style, text: string) => string;

export interface Totals {
  scripts: number;
  passed: number;
  failed: number;
  missing: number;
}

export function totals(report: CasesReport): Totals {
  const cases = report.scripts.flatMap((script) => script.cases);
  const broken = report.scripts.filter(({ faults }) => faults.length > 0).length;
  const failed = cases.filter(({ faults }) => faults.length > 0).length;
  return {
    scripts: report.scripts.length,
    passed: cases.length - failed,
    failed: failed + broken,
    missing: report.scripts.filter(({ casesFile }) => casesFile === undefined).length,
  };
}

/** Whether every case passed and every script that needs cases has some. */
export function succeeded(report: CasesReport): boolean {
  const sound = ({ casesFile, excused }: ScriptResult) => casesFile !== undefined || excused;
  return totals(report).failed === 0 && report.scripts.every(sound);
}

const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

function faultLines(faults: readonly Fault[], paint: Paint): string[] {
  return faults.flatMap(({ message, diff }) => [
    `         ${message}`,
    ...(diff ?? []).map((line) => {
      const style = line.startsWith("- ") ? "red" : line.startsWith("+ ") ? "green" : "dim";
      return `         ${paint(style, line)}`;
    }),
  ]);
}

function caseLines(result: CaseResult, paint: Paint): string[] {
  if (result.faults.length === 0) {
    return [`  ${paint("green", "ok")}    ${result.name} ${paint("dim", ms(result.executionMs))}`];
  }
  const name = result.generated ? `when unavailable: ${result.name}` : result.name;
  return [`  ${paint("red", "FAIL")}  ${name}`, ...faultLines(result.faults, paint)];
}

function scriptLines(script: ScriptResult, paint: Paint): string[] {
  const lines = [
    `${paint("bold", `${script.kind}/${script.name}`)} ${paint("dim", script.source)}`,
  ];
  if (script.casesFile === undefined) {
    const style = script.excused ? "yellow" : "red";
    const file = script.source.replace(/\.ts$/, ".cases.ts");
    lines.push(`  ${paint(style, script.excused ? "none" : "FAIL")}  no cases: write ${file}`);
  }
  if (script.faults.length > 0) {
    lines.push(`  ${paint("red", "FAIL")}  ${script.casesFile ?? script.source}`);
    lines.push(...faultLines(script.faults, paint));
  }
  const quiet = script.cases.filter(({ generated, faults }) => generated && faults.length === 0);
  for (const one of script.cases) if (!quiet.includes(one)) lines.push(...caseLines(one, paint));
  if (quiet.length > 0) {
    const total = quiet.reduce((sum, { executionMs }) => sum + executionMs, 0);
    const text = `${quiet.length} sorts of outage do what whenUnavailable says`;
    lines.push(`  ${paint("green", "ok")}    ${text} ${paint("dim", ms(total))}`);
  }
  return lines;
}

/** The report for a person. */
export function renderReport(report: CasesReport, paint: Paint): string {
  const lines = report.scripts.flatMap((script) => [...scriptLines(script, paint), ""]);
  const timed = report.scripts.flatMap(({ kind, name, cases }) =>
    cases.map((one) => ({ ...one, script: `${kind}/${name}` })),
  );
  const slowest = timed.sort((a, b) => b.executionMs - a.executionMs)[0];
  const { scripts, passed, failed, missing } = totals(report);
  if (slowest !== undefined) {
    const share = `${ms(slowest.executionMs)} of ${SCRIPT_BUDGET_MS} ms`;
    lines.push(`slowest: ${slowest.script}, ${slowest.name}: ${share}`);
  }
  const counts = [
    `${scripts} ${scripts === 1 ? "script" : "scripts"}`,
    paint("green", `${passed} passed`),
    ...(failed > 0 ? [paint("red", `${failed} failed`)] : []),
    ...(missing > 0 ? [paint("yellow", `${missing} without cases`)] : []),
  ];
  lines.push(`${counts.join(", ")}, in ${ms(report.tookMs)}`);
  if (report.bailed) lines.push("stopped at the first failure (--bail)");
  if (report.stale) lines.push(paint("yellow", "dist/ is not what was tested: run `sdpx build`"));
  return `${lines.join("\n")}\n`;
}
