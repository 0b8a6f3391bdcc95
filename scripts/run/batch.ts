import { availableParallelism } from "node:os";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { SdpxError } from "../../base/errors.ts";
import { checkShape, parseJson } from "../../base/json.ts";
import type { EntitlementType, SandboxKind } from "../../base/kinds.ts";
import type { Engine, Evaluation, EvaluationRequest } from "../../sandbox-shim/engines/engine.ts";
import { batchLineSchema } from "../config/requests.ts";

export interface BatchOptions {
  input: Readable;
  output: Writable;
  /** Named in errors: the file, or "stdin". */
  where: string;
  engine: Engine;
  /** For lines that do not say. */
  kind?: SandboxKind;
  type?: EntitlementType;
  secrets: Readonly<Record<string, string>>;
  /** For lines that do not say otherwise; the stubs come after those of a line. */
  defaults?: Pick<
    EvaluationRequest,
    "tolerate" | "hostObjects" | "httpFailure" | "seed" | "stubs" | "http"
  >;
  /** Evaluations under way at once: enough to keep every worker busy while lines are read and written. */
  window?: number;
}

export interface BatchCount {
  lines: number;
  /** Lines that could not be read as a request; each has an answer that says why. */
  malformed: number;
}

/** The Controller's four fields, first the `id` that the line gave. */
function answerLine(id: string | number | undefined, evaluation: Evaluation): string {
  return JSON.stringify({
    ...(id === undefined ? {} : { id }),
    ...("result" in evaluation ? { result: evaluation.result } : {}),
    output: evaluation.output,
    ...(evaluation.error === undefined
      ? {}
      : { error: evaluation.error, reason: evaluation.failure?.reason }),
    executionMs: evaluation.executionMs,
  });
}

function requestOf(text: string, where: string, options: BatchOptions) {
  const line = checkShape(batchLineSchema, parseJson(text, where), where, "test request");
  const { id, kind = options.kind, type = options.type, ...rest } = line;
  if (kind === undefined) {
    throw new SdpxError("bad-input", "the line does not say which kind of script this is", {
      where,
      fix: 'add "kind" to the line, or --kind to the command',
    });
  }
  const { stubs = [], ...defaults } = options.defaults ?? {};
  const request = {
    ...defaults,
    ...rest,
    stubs: [...(rest.stubs ?? []), ...stubs],
    kind,
    ...(type ? { type } : {}),
    secrets: options.secrets,
  } as EvaluationRequest;
  return { id, request };
}

function malformedLine(thrown: unknown, line: number, text: string): string {
  if (!(thrown instanceof SdpxError) || thrown.code === "internal") throw thrown;
  const detail = [thrown.message, ...thrown.list].join("; ");
  const id = /^\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+)/.exec(text)?.[1];
  return JSON.stringify({
    ...(id === undefined ? {} : { id: JSON.parse(id) as unknown }),
    line,
    output: "",
    error: detail,
    reason: "request",
    executionMs: 0,
  });
}

/**
 * Evaluates one request a line and writes one answer a line, in the same order. A line that is no request gets an
 * answer that says so, and the rest goes on. Memory is bounded: at most `window` lines are held.
 */
export async function runBatch(options: BatchOptions): Promise<BatchCount> {
  const window = options.window ?? availableParallelism() * 8;
  const pending: Promise<string>[] = [];
  const count: BatchCount = { lines: 0, malformed: 0 };

  const writeOldest = async (): Promise<void> => {
    const answer = await pending.shift();
    if (answer !== undefined && !options.output.write(`${answer}\n`)) {
      await new Promise((resolve) => options.output.once("drain", resolve));
    }
  };

  let line = 0;
  for await (const text of createInterface({ input: options.input, crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() === "") continue;
    count.lines += 1;
    try {
      const { id, request } = requestOf(text, `${options.where}:${line}`, options);
      const answer = options.engine
        .evaluate(request)
        .then((evaluation) => answerLine(id, evaluation));
      // Awaited in order below; this only keeps an early failure from being reported as unhandled meanwhile.
      answer.catch(() => undefined);
      pending.push(answer);
    } catch (thrown) {
      count.malformed += 1;
      pending.push(Promise.resolve(malformedLine(thrown, line, text)));
    }
    if (pending.length >= window) await writeOldest();
  }
  while (pending.length > 0) await writeOldest();
  return count;
}
