import { isDeepStrictEqual } from "node:util";
import { diffLines } from "diff";
import type { Evaluation, HttpExchange } from "../../sandbox-shim/engines/engine.ts";
import { codeFrame } from "../../sandbox-shim/gate/frame.ts";
import type { Expectation } from "./case.ts";

/** Something that is not as expected: a sentence, and the lines that differ. */
export interface Fault {
  message: string;
  /** Lines that begin with `- ` (expected), `+ ` (actual) or two spaces. */
  diff?: readonly string[];
}

/** As the sandbox gives it back: what JSON cannot say (undefined, functions) is gone, keys are in order. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const sorted = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, inner]) => [key, plain(inner)]));
}

const shown = (value: unknown) =>
  value === undefined ? "nothing" : JSON.stringify(plain(value), null, 2);

/** Expected and actual as lines with marks; equal lines far from a difference are left out. */
export function diffValues(expected: unknown, actual: unknown): string[] {
  const parts = diffLines(`${shown(expected)}\n`, `${shown(actual)}\n`);
  return parts.flatMap((part, n) => {
    const mark = part.removed ? "- " : part.added ? "+ " : "  ";
    const lines = part.value.replace(/\n$/, "").split("\n");
    if (mark !== "  " || lines.length <= 6) return lines.map((line) => mark + line);
    const head = n === 0 ? [] : lines.slice(0, 2);
    const tail = n === parts.length - 1 ? [] : lines.slice(-2);
    return [...head, "...", ...tail].map((line) => mark + line);
  });
}

/** The first path at which a value does not hold what is expected of part of it; undefined when all is there. */
export function mismatch(expected: unknown, actual: unknown, path = "result"): string | undefined {
  if (expected instanceof RegExp) {
    return typeof actual === "string" && expected.test(actual)
      ? undefined
      : `${path} does not match ${String(expected)}`;
  }
  if (typeof expected !== "object" || expected === null) {
    return isDeepStrictEqual(expected, actual)
      ? undefined
      : `${path} is ${shown(actual)}, not ${shown(expected)}`;
  }
  if (typeof actual !== "object" || actual === null) return `${path} is ${shown(actual)}`;
  for (const [key, inner] of Object.entries(expected)) {
    const found = mismatch(inner, (actual as Record<string, unknown>)[key], `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function glob(pattern: string): RegExp {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s");
}

function requestFaults(
  expected: NonNullable<Expectation["requests"]>,
  calls: readonly HttpExchange[],
): Fault[] {
  const actual = calls.map(({ request: { method, url, timeoutMs } }) => ({
    method,
    url,
    timeoutMs,
  }));
  const asExpected =
    expected.length === actual.length &&
    expected.every((want, n) => {
      const got = actual[n];
      return (
        got !== undefined &&
        (want.method === undefined || want.method === got.method) &&
        (want.url === undefined || glob(want.url).test(got.url)) &&
        (want.timeoutMs === undefined || want.timeoutMs === got.timeoutMs)
      );
    });
  return asExpected
    ? []
    : [{ message: "the HTTP calls differ", diff: diffValues(expected, actual) }];
}

/** The place at which a script failed, for a reader who has only the built text before them. */
function failureFault(got: Evaluation, text: string): Fault {
  const { line, column = 1, fix, source } = got.failure ?? {};
  const remedy = fix === undefined ? "" : `; ${fix}`;
  const message = `it failed: ${got.error ?? got.failure?.message ?? ""}${remedy}`;
  if (line === undefined) return { message };
  if (source) {
    const place = `at ${source.file}:${source.line}:${source.column}, ${line}:${column} of the built text`;
    return { message, diff: [place, ...source.frame.split("\n")].map((one) => `  ${one}`) };
  }
  const frame = codeFrame(text, line, column).split("\n");
  const place = `at line ${line}:${column} of the built text`;
  return { message, diff: [place, ...(frame[0] === "" ? [] : frame)].map((one) => `  ${one}`) };
}

function outcomeFaults(expected: Expectation, got: Evaluation, text: string): Fault[] {
  if ("error" in expected) {
    const { error } = expected;
    if (got.error === undefined) {
      return [{ message: "an error was expected", diff: diffValues(String(error), got.result) }];
    }
    const fits = typeof error === "string" ? got.error.includes(error) : error.test(got.error);
    return fits
      ? []
      : [{ message: "the error differs", diff: diffValues(String(error), got.error) }];
  }
  if (got.error !== undefined || got.failure !== undefined) {
    return [failureFault(got, text)];
  }
  if ("resultMatches" in expected) {
    const found = mismatch(expected.resultMatches, got.result);
    return found === undefined ? [] : [{ message: found }];
  }
  return isDeepStrictEqual(plain(expected.result), plain(got.result))
    ? []
    : [{ message: "the result differs", diff: diffValues(expected.result, got.result) }];
}

/**
 * Compares what a script did with what its case expects. Pure. A call that no stub answers is always a fault: a
 * script that takes it for an outage would otherwise pass by mistake.
 * @param text the artifact, for the place of a failure
 */
export function judge(expected: Expectation, got: Evaluation, text = ""): Fault[] {
  const faults = outcomeFaults(expected, got, text);
  for (const { request, answer } of got.httpCalls) {
    if (!("failure" in answer) || answer.failure !== "no-stub") continue;
    const message = `no stub answers ${request.method} ${request.url}: add it to the case's stubs`;
    faults.push({ message });
  }
  if (expected.httpCalls !== undefined && expected.httpCalls !== got.httpCalls.length) {
    faults.push({
      message: `${got.httpCalls.length} HTTP calls were made, not ${expected.httpCalls}`,
    });
  }
  if (expected.requests !== undefined) {
    faults.push(...requestFaults(expected.requests, got.httpCalls));
  }
  if (expected.output !== undefined && expected.output.trimEnd() !== got.output.trimEnd()) {
    faults.push({ message: "the output differs", diff: diffValues(expected.output, got.output) });
  }
  return faults;
}
