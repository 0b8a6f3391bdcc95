import type { QuickJSContext, QuickJSHandle } from "quickjs-emscripten";
import type { Failure } from "../engine.ts";
import { checkSyntax, type SyntaxFinding } from "../../gate/check.ts";
import type { Ask } from "./bridge.ts";
import { createHost } from "./host.ts";
import type { Job, Outcome } from "./messages.ts";
import { OPENING, type Machine } from "./machine.ts";
import type { PreludeResult } from "./prelude.ts";

/**
 * Evaluates one job in a machine that is set back to its beginning first.
 * @throws whatever the engine throws when it breaks; never because of what a script does
 */
export function runJob(
  machine: Machine,
  job: Job,
  ask: Ask,
  check: (text: string) => SyntaxFinding[] = checkSyntax,
): Outcome {
  const started = performance.now();
  const deadline = started + job.limits.scriptMs;
  const host = createHost(job, ask, () => deadline - performance.now());
  const finish = (rest: Pick<Outcome, "value" | "failure">): Outcome => ({
    ...rest,
    ...host.collected,
    executionMs: Math.round((performance.now() - started) * 1000) / 1000,
  });
  const gate = syntaxFailure(job, check);
  if (gate) return finish({ failure: gate });

  let late = false;
  const step = machine.run(
    { text: job.expression, fileName: job.fileName },
    host.settings,
    job.limits,
    { call: host.call, late: () => (late ||= performance.now() > deadline) },
  );
  if (host.unanswered) return finish({ failure: host.unanswered });
  if ("value" in step) {
    const text = machine.context.getString(step.value);
    return finish(readResult(JSON.parse(text) as PreludeResult, job));
  }
  const failure = late
    ? timeoutFailure(job.limits.scriptMs)
    : engineFailure(machine.context, step.error, job);
  return finish({ failure });
}

function syntaxFailure(job: Job, check: (text: string) => SyntaxFinding[]): Failure | undefined {
  const [first, ...more] = check(job.expression);
  if (first === undefined) return undefined;
  if (job.written !== job.expression && check(job.written).length === 0)
    return {
      reason: "secret",
      message: "the value of a secret breaks the script: it is put in as text",
      line: first.line,
      fix: "use a value without quotes, backslashes and line breaks, or encode it and decode it in the script",
    };
  const others = more.map((finding) => `${finding.line}:${finding.column} ${finding.message}`);
  return {
    reason: "syntax",
    message: first.message,
    line: first.line,
    column: first.column,
    fix: [first.instead, ...others.map((other) => `also at ${other}`)].join("; "),
  };
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
function engineFailure(context: QuickJSContext, error: QuickJSHandle, job: Job): Failure {
  const read = (name: string): string => {
    const value = context.getProp(error, name);
    return context.typeof(value) === "string" ? context.getString(value) : "";
  };
  const [name, message] = [read("name"), read("message")];
  if (name === "" || OUT_OF_RESOURCES.test(message)) return memoryFailure(message);
  return {
    reason: name === "SyntaxError" ? "syntax" : "exception",
    message: `${name}: ${message}`,
    ...position(read("stack"), job),
  };
}

function readResult(result: PreludeResult, job: Job): Pick<Outcome, "value" | "failure"> {
  if ("thrown" in result) {
    const { text, stack, engine } = result.thrown;
    if (engine && OUT_OF_RESOURCES.test(text)) return { failure: memoryFailure(text) };
    return { failure: { reason: "exception", message: text, ...position(stack, job) } };
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

/** Finds the topmost frame of the script itself in a stack trace. */
function position(stack: string, job: Job): { line?: number; column?: number } {
  for (const frame of stack.split("\n")) {
    const at = frame.lastIndexOf(`${job.fileName}:`);
    const match = at < 0 ? null : /^:(\d+)(?::(\d+))?/.exec(frame.slice(at + job.fileName.length));
    if (!match) continue;
    const line = Number(match[1]);
    if (match[2] === undefined) return { line };
    const column = Number(match[2]) - (line === 1 ? OPENING.length : 0);
    return { line, column: Math.max(1, column) };
  }
  return {};
}
