import type {
  Failure,
  HttpAnswer,
  HttpExchange,
  HttpRequest,
  HttpStub,
  Limits,
  Note,
} from "../engine.ts";
import type { Tolerated } from "../../gate/rules.ts";

/** One evaluation, as the main thread hands it to a worker. Everything in it can be cloned. */
export interface Job {
  /** The text as written, secrets left out: only read to explain a syntax error. */
  written: string;
  /** The text that runs. */
  expression: string;
  /** Name of the script in stack traces. */
  fileName: string;
  claims: { user: object; device: object; system: object };
  helpers: { network: boolean; password: boolean };
  passwordMinutesAgo: Readonly<Record<string, number>>;
  /** Epoch milliseconds at which the clock stands; the real clock when left out. */
  timeMs?: number;
  stubs: readonly HttpStub[];
  /** Whether the main thread performs calls that no stub answers. */
  live: boolean;
  /** Whether the main thread keeps the `cache`. */
  sharedCache: boolean;
  httpFailure: "throw" | "null";
  limits: Limits;
  /** What silently goes wrong on the appliance and may do so here. */
  tolerate: readonly Tolerated[];
  /** Whether the claims are Java's collections. */
  hostObjects: boolean;
  /** For Math.random; the real one when left out. */
  seed?: number;
}

/** One job for many sets of claims: one message to the worker, an outcome back for each set as it is ready. */
export interface Population {
  job: Job;
  claims: readonly Job["claims"][];
}

/** What came out of the sandbox, before the rules of the kind are applied. */
export interface Outcome {
  /** Java-like name of the result's type, and its JSON where there is one. */
  value?: { type: string; json?: string };
  failure?: Failure;
  output: string;
  auditLog: string[];
  httpCalls: HttpExchange[];
  notes?: Note[];
  executionMs: number;
}

/** Worker to main thread. `crash`: the engine broke, which is nobody's fault but ours. */
export type WorkerMessage =
  { type: "ready" } | { type: "outcome"; outcome: Outcome } | { type: "crash"; message: string };

/** Questions that a worker waits for, asked over a port of their own. */
export type Question =
  | { ask: "http"; request: HttpRequest }
  | { ask: "cache-get"; key: string; nowMs: number }
  | { ask: "cache-put"; key: string; valueJson: string; expiresAtMs: number };

export interface Answers {
  http: HttpAnswer;
  "cache-get": string | undefined;
  "cache-put": undefined;
}

/** Given to a worker when it starts. */
export interface WorkerStart {
  /** One 32-bit counter, raised after each answer. */
  signal: SharedArrayBuffer;
}
