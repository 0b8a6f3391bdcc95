import type { QuickJSContext, QuickJSHandle } from "quickjs-emscripten";
import type { Failure } from "../engine.ts";
import { isBlocking, passGate, type Passage } from "../../gate/check.ts";
import type { Ask } from "./bridge.ts";
import { createHost } from "./host.ts";
import type { Job, Outcome } from "./messages.ts";
import { OPENING, type Machine } from "./machine.ts";
import type { PreludeResult } from "./prelude.ts";
import { asAppliance } from "./wording.ts";

/**
 * Evaluates one job in a machine that is set back to its beginning first.
 * @throws whatever the engine throws when it breaks; never because of what a script does
 */
export function runJob(
  machine: Machine,
  job: Job,
  ask: Ask,
  check: (text: string) => Passage = passGate,
): Outcome {
  const started = performance.now();
  const deadline = started + job.limits.scriptMs;
  const passage = check(job.expression);
  const place = placeIn(job, passage);
  const host = createHost(job, ask, () => deadline - performance.now(), place);
  const finish = (rest: Pick<Outcome, "value" | "failure">): Outcome => ({
    ...rest,
    ...host.collected,
    executionMs: Math.round((performance.now() - started) * 1000) / 1000,
  });
  const gate = gateFailure(job, passage, check);
  if (gate) return finish({ failure: gate });

  let late = false;
  const step = machine.run(
    { text: passage.rewritten?.text ?? job.expression, fileName: job.fileName },
    host.settings,
    job.limits,
    { call: host.call, late: () => (late ||= performance.now() > deadline) },
  );
  if (host.overruled) return finish({ failure: host.overruled });
  if ("value" in step) {
    const text = machine.context.getString(step.value);
    const read = readResult(JSON.parse(text) as PreludeResult, job.expression, place);
    if (read.failure) read.failure = withAdvice(read.failure, passage);
    return finish(read);
  }
  const failure = late
    ? timeoutFailure(job.limits.scriptMs)
    : engineFailure(machine.context, step.error, place);
  return finish({ failure });
}

type PlaceOf = (stack: string) => { line?: number; column?: number };

function gateFailure(
  job: Job,
  passage: Passage,
  check: (text: string) => Passage,
): Failure | undefined {
  const blocking = passage.findings.filter((finding) => isBlocking(finding, job.tolerate));
  const [first, ...more] = blocking;
  if (first === undefined) return undefined;
  if (job.written !== job.expression) {
    const written = check(job.written).findings;
    if (!written.some((finding) => isBlocking(finding, job.tolerate)))
      return {
        reason: "secret",
        message: "the value of a secret breaks the script: it is put in as text",
        line: first.line,
        fix: "use a value without quotes, backslashes and line breaks, or encode it and decode it in the script",
      };
  }
  const others = more.map((finding) => `${finding.line}:${finding.column} ${finding.message}`);
  const tolerable = blocking.every(({ severity }) => severity === "wrong");
  return {
    reason: tolerable ? "wrong" : "syntax",
    message: first.message,
    line: first.line,
    column: first.column,
    fix: [first.instead, ...others.map((other) => `also at ${other}`)].join("; "),
  };
}

/** Adds what the gate knows about the line at which a script failed. */
function withAdvice(failure: Failure, { findings }: Passage): Failure {
  if (failure.fix !== undefined || failure.reason !== "exception") return failure;
  const about = findings.find(
    ({ line, severity }) => severity === "fails" && line === failure.line,
  );
  return about ? { ...failure, fix: `${about.message}: ${about.instead}` } : failure;
}

/** The failure of a script that was stopped. */
export function timeoutFailure(limitMs: number): Failure {
  return {
    reason: "timeout",
    message: `the script ran longer than ${limitMs} ms and was stopped`,
    fix: "look for a loop that does not end; give HTTP calls a shorter timeout",
  };
}

function memoryFailure(text: string): Failure {
  const stack = /stack/i.test(text);
  return {
    reason: "memory",
    message: stack
      ? "the script called itself too deeply: the stack is full"
      : "the script used more memory than it may",
    fix: stack ? "look for a recursion that does not end" : "keep less text and shorter lists",
  };
}

const OUT_OF_RESOURCES = /out of memory|stack overflow|string too long/i;

/** Describes an error that no script code could catch, or that came before any ran. */
function engineFailure(context: QuickJSContext, error: QuickJSHandle, place: PlaceOf): Failure {
  const read = (name: string): string => {
    const value = context.getProp(error, name);
    return context.typeof(value) === "string" ? context.getString(value) : "";
  };
  const [name, message] = [read("name"), read("message")];
  if (name === "" || OUT_OF_RESOURCES.test(message)) return memoryFailure(message);
  return {
    reason: name === "SyntaxError" ? "syntax" : "exception",
    message: `${name}: ${message}`,
    ...place(read("stack")),
  };
}

function readResult(
  result: PreludeResult,
  expression: string,
  place: PlaceOf,
): Pick<Outcome, "value" | "failure"> {
  if ("thrown" in result) {
    const { text, stack, engine, raw } = result.thrown;
    if (engine && OUT_OF_RESOURCES.test(text)) return { failure: memoryFailure(text) };
    const at = place(stack);
    const [, name = "", said = ""] = /^(\w+): ([^]*)$/.exec(text) ?? [];
    const message =
      raw && name !== "" ? `${name}: ${asAppliance(said, { text: expression, ...at })}` : text;
    return { failure: { reason: "exception", message, ...at } };
  }
  if (result.problem !== undefined)
    return {
      failure: {
        reason: "result-type",
        message: `the result cannot be written as JSON: ${result.problem}`,
        fix: "return plain values, lists and objects without cycles",
      },
    };
  const { type, json } = result;
  return { value: json === undefined ? { type } : { type, json } };
}

/** Finds the topmost frame of the script itself in a stack trace, as a place in the text that was written. */
function placeIn(job: Job, { rewritten }: Passage): PlaceOf {
  return (stack) => {
    for (const frame of stack.split("\n")) {
      const at = frame.lastIndexOf(`${job.fileName}:`);
      const match =
        at < 0 ? null : /^:(\d+)(?::(\d+))?/.exec(frame.slice(at + job.fileName.length));
      if (!match) continue;
      const line = Number(match[1]);
      if (match[2] === undefined) return { line };
      const column = Math.max(1, Number(match[2]) - (line === 1 ? OPENING.length : 0));
      return { line, column: rewritten?.columnOf(line, column) ?? column };
    }
    return {};
  };
}
