import { SdpxError } from "../../../base/errors.ts";
import { stubText } from "../../host/stubs.ts";
import { secretScrubber, substituteSecrets } from "../../host/secrets.ts";
import { checkResult, KIND_RULES } from "../../kinds/index.ts";
import type {
  ClaimSet,
  Engine,
  Evaluation,
  EvaluationRequest,
  Failure,
  Limits,
} from "../engine.ts";
import type { Job, Outcome } from "./messages.ts";
import { spawnQuickJs, WorkerPool, type Spawn } from "./pool.ts";

/** Times as on the appliance (Appgate's public scripts and diagrams); memory and stack are not documented there. */
export const DEFAULT_LIMITS: Limits = {
  scriptMs: 5000,
  httpMs: 3000,
  memoryBytes: 64 * 1024 * 1024,
  stackBytes: 512 * 1024,
};

export interface QuickJsOptions {
  /** Evaluations at the same time; each worker is a thread. Default 1. */
  workers?: number;
}

/**
 * Starts the local engine: QuickJS in worker threads, a fresh runtime for each evaluation. Create it once: starting
 * takes about 100 ms, an evaluation about 1.
 * @throws SdpxError `internal` when the engine cannot be loaded
 */
export async function createQuickJsEngine(options: QuickJsOptions = {}): Promise<Engine> {
  return createEngineWith(spawnQuickJs, options);
}

/** The same with another way to start threads. */
export async function createEngineWith(spawn: Spawn, options: QuickJsOptions): Promise<Engine> {
  const pool = new WorkerPool(Math.max(1, options.workers ?? 1), spawn);
  await pool.start();
  return {
    name: "quickjs",
    evaluate: (request) => evaluate(pool, request),
    evaluateMany: (request, claims) => evaluateMany(pool, request, claims),
    close: () => pool.close(),
  };
}

async function evaluate(pool: WorkerPool, request: EvaluationRequest): Promise<Evaluation> {
  const secrets = request.secrets ?? {};
  const substituted = substituteSecrets(request.expression, secrets);
  if (substituted.missing.length > 0) return missingSecrets(substituted.missing);
  const outcome = await pool.run(toJob(request, substituted.text), {
    ...(request.http ? { http: request.http } : {}),
    ...(request.cache ? { cache: request.cache } : {}),
  });
  return toEvaluation(request, outcome, secretScrubber(secrets));
}

/** Sets of claims that are handed to a thread at once: enough to hide the way there and back, few enough to share out. */
const CHUNK = 250;

async function evaluateMany(
  pool: WorkerPool,
  request: EvaluationRequest,
  claims: readonly ClaimSet[],
): Promise<Evaluation[]> {
  const secrets = request.secrets ?? {};
  const substituted = substituteSecrets(request.expression, secrets);
  if (substituted.missing.length > 0) return claims.map(() => missingSecrets(substituted.missing));
  const job = toJob(request, substituted.text);
  const scrub = secretScrubber(secrets);
  const context = {
    ...(request.http ? { http: request.http } : {}),
    ...(request.cache ? { cache: request.cache } : {}),
  };
  const chunks: Promise<Evaluation[]>[] = [];
  for (let from = 0; from < claims.length; from += CHUNK) {
    chunks.push(runChunk(claims.slice(from, from + CHUNK).map(groups)));
  }
  return (await Promise.all(chunks)).flat();

  async function runChunk(sets: readonly Job["claims"][]): Promise<Evaluation[]> {
    const evaluations: Evaluation[] = [];
    // A thread that had to be ended leaves the rest of its sets for another one.
    while (evaluations.length < sets.length) {
      const outcomes = await pool.runFor(job, sets.slice(evaluations.length), context);
      evaluations.push(...outcomes.map((outcome) => toEvaluation(request, outcome, scrub)));
    }
    return evaluations;
  }
}

/** The evaluation of a script whose secrets have no values: nothing runs. */
export function missingSecrets(names: readonly string[]): Evaluation {
  const failure: Failure = {
    reason: "secret",
    message: `no value was given for ${names.map((name) => `%SECRET:${name}%`).join(", ")}`,
    fix: `give a value for ${names.join(", ")}`,
  };
  return {
    output: "",
    error: failure.message,
    executionMs: 0,
    failure,
    auditLog: [],
    httpCalls: [],
  };
}

/** Claims as a script gets them: the three groups are always there. */
function plain(claims: unknown): object {
  return JSON.parse(JSON.stringify(claims ?? {})) as object;
}

function groups({ userClaims, deviceClaims, systemClaims }: ClaimSet): Job["claims"] {
  return { user: plain(userClaims), device: plain(deviceClaims), system: plain(systemClaims) };
}

/** What an engine gets of a request; secrets are in the text already. @throws SdpxError `bad-input` for an unusable time */
export function toJob(request: EvaluationRequest, expression: string): Job {
  const timeMs = request.time === undefined ? undefined : Date.parse(request.time);
  if (timeMs !== undefined && Number.isNaN(timeMs))
    throw new SdpxError("bad-input", `"${request.time}" is not a time`, {
      where: "time",
      fix: "write it as 2026-03-01T08:00:00Z",
    });
  return {
    written: request.expression,
    expression,
    fileName: (request.name ?? "expression").replace(/[^\w./-]/g, "_"),
    claims: groups(request),
    helpers: KIND_RULES[request.kind].helpers,
    passwordMinutesAgo: request.passwordMinutesAgo ?? {},
    ...(timeMs === undefined ? {} : { timeMs }),
    stubs: (request.stubs ?? []).map((stub) => ({ ...stub, data: stubText(stub.data) })),
    live: request.http !== undefined,
    sharedCache: request.cache !== undefined,
    httpFailure: request.httpFailure ?? "throw",
    limits: { ...DEFAULT_LIMITS, ...request.limits },
    tolerate: request.tolerate ?? [],
    hostObjects: request.hostObjects ?? false,
    ...(request.seed === undefined ? {} : { seed: request.seed }),
  };
}

export type Scrub = <T>(value: T) => T;

/** Applies the rules of the kind, and takes secret values out of everything that a script can have put them into. */
export function toEvaluation(
  request: EvaluationRequest,
  outcome: Outcome,
  scrub: Scrub,
): Evaluation {
  const checked = judge(request, outcome);
  const failure = checked.failure && {
    ...checked.failure,
    message: scrub(checked.failure.message),
    ...(checked.failure.fix === undefined ? {} : { fix: scrub(checked.failure.fix) }),
  };
  return {
    ...(checked.result === undefined ? {} : { result: scrub(checked.result) }),
    output: scrub(outcome.output),
    ...(failure ? { error: failure.message, failure } : {}),
    executionMs: outcome.executionMs,
    auditLog: scrub(outcome.auditLog),
    ...(outcome.notes?.length ? { notes: scrub(outcome.notes) } : {}),
    httpCalls: outcome.httpCalls.map(({ request: sent, answer, stubbed }) => ({
      request: {
        ...sent,
        url: scrub(sent.url),
        headers: scrub(sent.headers),
        ...(sent.body === undefined ? {} : { body: scrub(sent.body) }),
        ...(sent.contentType === undefined ? {} : { contentType: scrub(sent.contentType) }),
      },
      answer:
        "failure" in answer
          ? { failure: answer.failure, message: scrub(answer.message) }
          : { statusCode: answer.statusCode, data: scrub(answer.data) },
      stubbed,
    })),
  };
}

function judge(
  request: EvaluationRequest,
  { value, failure }: Outcome,
): { result?: NonNullable<Evaluation["result"]>; failure?: Failure } {
  if (failure) return { failure };
  const raw = {
    type: value?.type ?? "null",
    ...(value?.json === undefined ? {} : { value: JSON.parse(value.json) as unknown }),
  };
  const checked = checkResult(request.kind, request.type ?? "host", raw);
  if ("result" in checked) return { result: checked.result };
  return { failure: { reason: "result-type", ...checked.problem } };
}
