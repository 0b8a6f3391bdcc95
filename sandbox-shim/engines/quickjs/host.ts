import type { Failure, HttpAnswer, HttpRequest, Note } from "../engine.ts";
import { passEvaluated, type EvaluatedPlace } from "../../gate/evaluated.ts";
import { regexProblem } from "../../gate/regex.ts";
import { RUNTIME_RULES, SYNTAX_RULES, type RuntimeRuleName } from "../../gate/rules.ts";
import { ODD_FRACTION } from "../../gate/checks.ts";
import { fromBase64, toBase64 } from "../../host/base64.ts";
import { memoryCache } from "../../host/cache.ts";
import { isInNetwork } from "../../host/networks.ts";
import { stubAnswer } from "../../host/stubs.ts";
import { readHttpArguments, type HttpArguments } from "../../host/http-arguments.ts";
import { parseDate } from "../../profile/dates.ts";
import type { Ask } from "./bridge.ts";
import type { Job, Outcome } from "./messages.ts";
import type { HostCall, PreludeSettings } from "./prelude.ts";

/** What a script may print, and log, before the rest is cut: a loop must not fill the memory of this process. */
const MOST_TEXT = 1024 * 1024;
const MOST_CALLS = 1000;
/** How long a handler may be late with saying that its time is over. */
const HANDLER_GRACE_MS = 50;

export interface Host {
  settings: string;
  /** Answers a call of the prelude: arguments and answer are JSON. Never throws. */
  call(name: string, argumentsJson: string): string;
  collected: Pick<Outcome, "output" | "auditLog" | "httpCalls"> & { notes: Note[] };
  /**
   * Set once something happened after which the result says nothing about the script: a call that nothing answers, or what the
   * appliance silently gets wrong.
   */
  readonly overruled: Failure | undefined;
}

const MOST_NOTES = 20;

class HostError extends Error {}

/** Numbers from 0 to 1 that follow from the seed alone (the generator is called mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Everything that a script can reach outside of itself, for one evaluation. */
export function createHost(
  job: Job,
  ask: Ask,
  leftMs: () => number,
  placeOf: (stack: string) => { line?: number; column?: number } = () => ({}),
): Host {
  const cache = memoryCache();
  const used: number[] = [];
  const now = () => job.timeMs ?? Date.now();
  const collected: Host["collected"] = { output: "", auditLog: [], httpCalls: [], notes: [] };
  let overruled: Failure | undefined;
  let logged = 0;

  const live = (request: HttpRequest): HttpAnswer =>
    ask(
      { ask: "http", request },
      Math.min(request.timeoutMs + HANDLER_GRACE_MS, Math.max(0, leftMs())),
    )?.answer ?? { failure: "timeout", message: `no answer within ${request.timeoutMs} ms` };

  const http = (raw: HttpArguments): unknown => {
    const { request, caller } = readHttpArguments(raw, job.limits.httpMs, leftMs());
    if (collected.httpCalls.length >= MOST_CALLS)
      throw new HostError(`${caller}: more than ${MOST_CALLS} calls in one run`);
    const stubbed = stubAnswer(job.stubs, request, used);
    if (stubbed) used[stubbed.index] = (used[stubbed.index] ?? 0) + 1;
    const answer: HttpAnswer =
      stubbed?.answer ??
      (job.live
        ? live(request)
        : { failure: "no-stub", message: `no stub answers ${request.method} ${request.url}` });
    collected.httpCalls.push({ request, answer, stubbed: stubbed !== undefined });
    if (!("failure" in answer)) return answer;
    if (answer.failure === "no-stub") {
      overruled ??= {
        reason: "no-stub",
        message: answer.message,
        fix: `add {"method": "${request.method}", "url": ${JSON.stringify(request.url)}, "data": ...} to the stubs, or allow live HTTP`,
      };
    } else {
      if (!stubbed && answer.failure === "unreachable")
        note({
          message: `${caller} ${request.url}: ${answer.message}`,
          fix: `to go on without the server, add {"method": "${request.method}", "url": ${JSON.stringify(request.url)}, "data": ...} to the stubs`,
        });
      if (job.httpFailure === "null") return null;
    }
    throw new HostError(`${caller} ${request.url}: ${answer.message}`);
  };

  const put = (key: string, valueJson: string, ttlSeconds: number | null): void => {
    if (ttlSeconds === null) throw new HostError("cache.put: the time to live is not a number");
    const expiresAtMs = now() + ttlSeconds * 1000;
    if (job.sharedCache) ask({ ask: "cache-put", key, valueJson, expiresAtMs }, leftMs());
    else cache.put(key, valueJson, expiresAtMs);
  };
  const get = (key: string): unknown => {
    const found = job.sharedCache
      ? ask({ ask: "cache-get", key, nowMs: now() }, leftMs())?.answer
      : cache.get(key, now());
    return found === undefined ? null : JSON.parse(found);
  };
  const print = (line: string): void => {
    if (collected.output.length >= MOST_TEXT) return;
    collected.output += `${line}\n`;
    if (collected.output.length >= MOST_TEXT)
      collected.output = `${collected.output.slice(0, MOST_TEXT)}\n(more output was cut)\n`;
  };
  const auditLog = (text: string): void => {
    logged += text.length + 1;
    if (logged < MOST_TEXT) collected.auditLog.push(text);
  };

  const isTolerated = (rule: string) =>
    job.tolerate.some((tolerated) => tolerated === "*" || tolerated === rule);
  const wrong = (rule: RuntimeRuleName, stack: string): void => {
    if (isTolerated(rule)) return;
    const { says, instead } = RUNTIME_RULES[rule];
    overruled ??= { reason: "wrong", message: says, ...placeOf(stack), fix: instead };
  };
  const gate = (place: EvaluatedPlace, strict: boolean, text: string, parameters = "") => {
    const passed = passEvaluated(place, strict, text, parameters);
    const finding = passed.wrong.find(({ rule }) => !isTolerated(rule));
    if (finding)
      overruled ??= {
        reason: "wrong",
        message: `in evaluated text: ${finding.message}`,
        fix: finding.instead,
      };
    return passed.answer;
  };
  const regex = (pattern: string, flags: string): string | null => {
    const problem = regexProblem(pattern, flags);
    if (problem === undefined) return null;
    return problem.rule === "regex-flag"
      ? `Unsupported RegExp flag: ${/[^gim]/.exec(flags)?.[0] ?? ""}`
      : (problem.detail ?? SYNTAX_RULES[problem.rule].says);
  };
  const date = (text: string): number | null => {
    if (ODD_FRACTION.test(text) && !isTolerated("date-fraction"))
      note({
        message: `"${text}": ${SYNTAX_RULES["date-fraction"].says}`,
        fix: SYNTAX_RULES["date-fraction"].instead,
      });
    return parseDate(text);
  };
  const note = (one: Note): void => {
    const known = collected.notes.some(({ message }) => message === one.message);
    if (!known && collected.notes.length < MOST_NOTES) collected.notes.push(one);
  };
  const random = job.seed === undefined ? () => Math.random() : seededRandom(job.seed);

  // The prelude is the only caller, and these are the types that it sends.
  const calls: Record<HostCall, (...args: never[]) => unknown> = {
    http,
    cacheGet: get,
    cachePut: put,
    print,
    auditLog,
    btoa: toBase64,
    atob: fromBase64,
    inNetwork: isInNetwork,
    parseDate: date,
    random,
    gate,
    regex,
    wrong,
  };
  const settings: PreludeSettings = {
    claims: job.claims,
    helpers: job.helpers,
    passwordMinutesAgo: job.passwordMinutesAgo,
    timeMs: job.timeMs ?? null,
    hostObjects: job.hostObjects,
  };
  return {
    settings: JSON.stringify(settings),
    collected,
    get overruled() {
      return overruled;
    },
    call(name, argumentsJson) {
      try {
        const value = calls[name as HostCall](...(JSON.parse(argumentsJson) as never[]));
        return JSON.stringify({ value: value ?? null });
      } catch (error) {
        return JSON.stringify({ throws: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}
