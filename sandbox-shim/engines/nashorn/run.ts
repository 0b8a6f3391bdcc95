import type { Failure, HttpHandler, SandboxCache } from "../engine.ts";
import type { Job, Outcome } from "../quickjs/messages.ts";
import type { PreludeResult, PreludeSettings } from "../quickjs/prelude.ts";
import { timeoutFailure } from "../quickjs/run.ts";
import { hostCalls } from "./calls.ts";
import type { Jvm, JvmAnswer } from "./jvm.ts";

interface NashornSettings extends PreludeSettings {
  /** Whether Math.random is answered outside. */
  seeded: boolean;
}

/** An expression is the body of a function of the claims. */
const OPENING = "(function(claims){";
const CLOSING = "\n})(claims)";

/**
 * Runs one job in a JVM. One that takes too long is ended together with its JVM: no other way stops every loop.
 * @throws SdpxError `internal` when the JVM ends by itself
 */
export async function runInJvm(
  jvm: Jvm,
  job: Job,
  outside: { http?: HttpHandler; cache?: SandboxCache },
): Promise<Outcome> {
  const started = performance.now();
  const deadline = started + job.limits.scriptMs;
  const { host, call } = hostCalls(job, () => deadline - performance.now(), outside);
  let late = false;
  const timer = setTimeout(
    () => {
      late = true;
      jvm.kill();
    },
    Math.min(2 ** 31 - 1, job.limits.scriptMs),
  );
  const finish = (rest: Pick<Outcome, "value" | "failure">): Outcome => ({
    ...(host.overruled ? { failure: host.overruled } : rest),
    ...host.collected,
    executionMs: Math.round((performance.now() - started) * 1000) / 1000,
  });
  try {
    const settings: NashornSettings = {
      ...(JSON.parse(host.settings) as PreludeSettings),
      hostObjects: job.hostObjects,
      seeded: job.seed !== undefined,
    };
    const text = JSON.stringify(settings);
    const message = ["run", job.fileName, OPENING, job.expression, CLOSING, text];
    return finish(readAnswer(await jvm.run(message, call), job));
  } catch (error) {
    if (late) return finish({ failure: timeoutFailure(job.limits.scriptMs) });
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function readAnswer(answer: JvmAnswer, job: Job): Pick<Outcome, "value" | "failure"> {
  if (answer[0] === "failure") return { failure: readFailure(answer, job) };
  const result = JSON.parse(answer[1] ?? "{}") as PreludeResult;
  if ("thrown" in result) return { failure: { reason: "exception", message: result.thrown.text } };
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

const SECRET_HINT =
  "look at the script first; if it is right, the value of a secret breaks it: values are put in as text";

/** `expression:1:42 Expected ident but found ...` and two more lines that show the place. */
const PLACED = /^(.*?):(\d+):(\d+) /;

function readFailure(answer: JvmAnswer, job: Job): Failure {
  const [, phase = "", kind = "", text = "", line = "0", column = "0"] = answer;
  const position = place(Number(line), Number(column));
  if (/StackOverflowError/.test(kind))
    return {
      reason: "memory",
      message: "the script called itself too deeply: the stack is full",
      fix: "look for a recursion that does not end",
    };
  if (/OutOfMemoryError/.test(kind))
    return {
      reason: "memory",
      message: "the script used more memory than it may",
      fix: "keep less text and shorter lists",
    };
  if (/ECMAException$/.test(kind) && phase === "run")
    return { reason: "exception", message: text, ...position };
  const first = (text.split(/\r?\n/)[0] ?? "").replace(/^SyntaxError: /, "");
  const placed = PLACED.exec(first);
  const message = placed ? first.slice(placed[0].length) : first;
  const where = placed ? place(Number(placed[2]), Number(placed[3]) + 1) : position;
  if (phase === "compile" || /not yet implemented/.test(text))
    return {
      reason: "syntax",
      message: /ParserException|ECMAException/.test(kind) ? message : `${message} (${kind})`,
      ...where,
      ...(job.written === job.expression ? {} : { fix: SECRET_HINT }),
    };
  return { reason: "exception", message: `${kind}: ${message}`, ...where };
}

/** Of the expression itself: what stands before it on its first line is taken off. */
function place(line: number, column: number): { line?: number; column?: number } {
  if (!(line > 0)) return {};
  if (!(column > 0)) return { line };
  return { line, column: Math.max(1, line === 1 ? column - OPENING.length : column) };
}
