import { SdpxError } from "../../base/errors.ts";

/** One finding of the build. All findings of a run are collected and shown together. */
export interface Problem {
  /** Relative to the root, with forward slashes. */
  file: string;
  /** 1-based. */
  line?: number;
  column?: number;
  /** One sentence without the place. */
  message: string;
  fix?: string;
  /** The source around the place, several lines. */
  frame?: string;
}

/** The line before, the line itself and a caret under the column. Positions are 1-based. */
export function codeFrame(text: string, line: number, column: number): string {
  const lines = text.split("\n");
  const width = String(line).length;
  const shown: string[] = [];
  for (let n = Math.max(1, line - 1); n <= line; n += 1) {
    const source = (lines[n - 1] ?? "").replace(/\r$/, "").replaceAll("\t", " ");
    shown.push(`${String(n).padStart(width)} | ${source}`.trimEnd());
  }
  shown.push(`${" ".repeat(width)} | ${" ".repeat(Math.max(0, column - 1))}^`);
  return shown.join("\n");
}

/** A finding at an offset (0-based) of a source text, with its code frame. */
export function problemAt(
  file: string,
  text: string,
  offset: number,
  message: string,
  fix?: string,
): Problem {
  const before = text.slice(0, offset).split("\n");
  const line = before.length;
  const column = (before.at(-1) ?? "").length + 1;
  return {
    file,
    line,
    column,
    message,
    frame: codeFrame(text, line, column),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** `file:line:column: sentence`, with the remedy and the code frame on lines of their own. */
export function renderProblem(problem: Problem): string {
  const place =
    problem.line === undefined
      ? problem.file
      : `${problem.file}:${problem.line}:${problem.column ?? 1}`;
  const lines = [`${place}: ${problem.message}`];
  for (const line of problem.frame?.split("\n") ?? []) lines.push(`    ${line}`);
  if (problem.fix !== undefined) lines.push(`    fix: ${problem.fix}`);
  return lines.join("\n");
}

/** In the order of file and position, each once: a library file is seen by several kinds. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [renderProblem(problem), problem]));
  return [...unique.values()].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}

/** By code units: the same order on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The error that ends a build. Nothing has been written. */
export function problemsError(problems: readonly Problem[]): SdpxError {
  const sorted = sortProblems(problems);
  const count = sorted.length === 1 ? "1 problem" : `${sorted.length} problems`;
  return new SdpxError("bad-script", `the scripts have ${count}; nothing was written`, {
    list: sorted.map(renderProblem),
    fix: "correct what is listed, then build again",
  });
}
