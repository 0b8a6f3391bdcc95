import type { Evaluation } from "../../sandbox-shim/engines/engine.ts";
import { codeFrame } from "../../sandbox-shim/index.ts";
import type { Paint } from "../report/style.ts";

/** The Controller's shape, and what only a local run knows. Data for `--json`. */
export function evaluationAsJson(evaluation: Evaluation): object {
  return {
    ...("result" in evaluation ? { result: evaluation.result } : {}),
    output: evaluation.output,
    ...(evaluation.error === undefined ? {} : { error: evaluation.error }),
    executionMs: evaluation.executionMs,
    ...(evaluation.failure === undefined ? {} : { failure: evaluation.failure }),
    auditLog: evaluation.auditLog,
    httpCalls: evaluation.httpCalls,
    ...(evaluation.notes ? { notes: evaluation.notes } : {}),
  };
}

/** Renders one evaluation for a terminal. */
export function renderEvaluation(
  evaluation: Evaluation,
  script: { name: string; expression: string },
  paint: Paint,
): string {
  const lines: string[] = [];
  const { failure } = evaluation;
  if (failure) {
    const position = failure.line === undefined ? "" : `:${failure.line}:${failure.column ?? 1}`;
    lines.push(
      `${paint("red", "✘")} ${paint("bold", failure.message)} ${paint("dim", `[${failure.reason}]`)}`,
    );
    const { source } = failure;
    if (source) {
      lines.push(`  ${paint("dim", "where")}  ${source.file}:${source.line}:${source.column}`);
      lines.push(source.frame);
      lines.push(paint("dim", `  built: ${script.name}${position}`));
    } else {
      lines.push(`  ${paint("dim", "where")}  ${script.name}${position}`);
      if (failure.line !== undefined)
        lines.push(codeFrame(script.expression, failure.line, failure.column ?? 1));
    }
    if (failure.fix !== undefined) lines.push(`  ${paint("dim", "fix")}    ${failure.fix}`);
  } else {
    lines.push(`${paint("green", "✔")} ${JSON.stringify(evaluation.result, null, 2)}`);
  }
  for (const { message, fix } of evaluation.notes ?? [])
    lines.push(`${paint("yellow", "!")} ${message}`, `  ${paint("dim", "fix")}    ${fix}`);
  if (evaluation.output !== "")
    lines.push(section(paint, "output", evaluation.output.replace(/\n$/, "").split("\n")));
  if (evaluation.auditLog.length > 0) lines.push(section(paint, "audit log", evaluation.auditLog));
  if (evaluation.httpCalls.length > 0) {
    const calls = evaluation.httpCalls.map(({ request, answer, stubbed }) => {
      const what = "statusCode" in answer ? String(answer.statusCode) : answer.failure;
      return `${request.method} ${request.url} → ${what}${stubbed ? " (stub)" : ""}`;
    });
    lines.push(section(paint, "HTTP", calls));
  }
  lines.push(paint("dim", `  ${evaluation.executionMs} ms of 5000 ms`));
  return `${lines.join("\n")}\n`;
}

function section(paint: Paint, title: string, rows: readonly string[]): string {
  return [`  ${paint("dim", title)}`, ...rows.map((row) => `    ${row}`)].join("\n");
}
