import type { EntitlementType, SandboxKind } from "../../base/kinds.ts";
import type { Tolerated } from "../gate/rules.ts";

/**
 * The seam between sdpx and whatever evaluates expressions: QuickJS in a worker here, real Nashorn or a
 * Controller later. Names of fields are those of the Controller's test endpoints
 * (POST /admin/conditions/test, POST /admin/entitlement-scripts/test).
 */
export interface ClaimSet {
  userClaims?: Record<string, unknown>;
  deviceClaims?: Record<string, unknown>;
  systemClaims?: Record<string, unknown>;
}

/** What a sandboxed script may send: the arguments of httpGet and its sisters. */
export interface HttpRequest {
  method: "GET" | "POST" | "PUT" | "DELETE";
  url: string;
  headers: readonly { key: string; value: string }[];
  body?: string;
  contentType?: string;
  /** Milliseconds the script allows for this call, already capped by what is left of the script's time. */
  timeoutMs: number;
}

/** An answer as a script sees it, or the reason why there is none. */
export type HttpAnswer =
  | { statusCode: number; data: string }
  | { failure: "timeout" | "unreachable" | "tls" | "no-stub"; message: string };

/** Performs HTTP for scripts: live, from stubs, recorded. Never throws: a failure is an answer. */
export type HttpHandler = (request: HttpRequest) => Promise<HttpAnswer>;

/** A canned answer. The first stub whose method and URL match is used; `*` in the URL matches any run of characters. */
export interface HttpStub {
  /** Any method when left out. */
  method?: HttpRequest["method"];
  url: string;
  /** Default 200. */
  statusCode?: number;
  /** Text as it is; anything else is sent as JSON. */
  data?: unknown;
  /** No answer at all. */
  failure?: "timeout" | "unreachable" | "tls";
  /** Times that this stub answers before the next one that matches is used; unlimited when left out. */
  times?: number;
}

export interface EvaluationRequest extends ClaimSet {
  kind: SandboxKind;
  /** Entitlement scripts only; `host` when left out, as on the Controller. */
  type?: EntitlementType;
  /** A function body that ends in a `return`. */
  expression: string;
  /** Name used for positions in errors: a file name. */
  name?: string;
  /** ISO 8601; the sandbox's clock stands at this time. */
  time?: string;
  /** Values for %SECRET:NAME%. They are removed from everything that is given back. */
  secrets?: Readonly<Record<string, string>>;
  /** Canned answers, used before `http`. */
  stubs?: readonly HttpStub[];
  /** For calls that no stub answers; without it they fail and say which stub to add. */
  http?: HttpHandler;
  /**
   * The appliance's `cache`: one object for each appliance, kept by the caller, so that a second evaluation
   * sees what the first one put. A fresh one when left out.
   */
  cache?: SandboxCache;
  limits?: Partial<Limits>;
  /**
   * What a script sees when a call has no answer: an exception (the default) or `null`. Appgate does not document
   * which, and its published scripts guard against both: try both.
   */
  httpFailure?: "throw" | "null";
  /**
   * Minutes since the user answered the password remedy of each `claimSuffix`, for
   * `claims.user.hasPassword(suffix, minutes)`; a suffix that is left out was never answered.
   */
  passwordMinutesAgo?: Readonly<Record<string, number>>;
  /**
   * Rules for what the appliance silently gets wrong: by default such a script fails with reason `wrong`, a tolerated one runs
   * as wrongly as on the appliance. `*` stands for all of them.
   */
  tolerate?: readonly Tolerated[];
  /**
   * Gives the script its claims as Java's lists and maps in place of JavaScript's own: index, length, `for (... of ...)`, indexOf, `in`
   * and property reads work; map, filter, join, JSON.stringify and Object.keys do not. It is not known which of the two an
   * appliance gives: a careful script runs with both.
   */
  hostObjects?: boolean;
  /** Starts Math.random, so that it gives the same numbers each time. */
  seed?: number;
}

export interface Limits {
  /** Whole script, milliseconds: 5000 on the appliance. */
  scriptMs: number;
  /** One HTTP call when the script gives no timeout: 3000 on the appliance. */
  httpMs: number;
  memoryBytes: number;
  stackBytes: number;
}

/** State behind `cache.getIfPresent` and `cache.put`; serialisable values, expiry in epoch milliseconds. */
export interface SandboxCache {
  get(key: string, nowMs: number): string | undefined;
  put(key: string, valueJson: string, expiresAtMs: number): void;
}

/** Why there is no result. Closed set, so that every renderer says something about each. */
export type FailureReason =
  /** The text is not a program that the appliance would accept. */
  | "syntax"
  /** The script threw. */
  | "exception"
  /** The result has the wrong type for the kind. */
  | "result-type"
  /** More than the allowed time. */
  | "timeout"
  /** More than the allowed memory or stack. */
  | "memory"
  /** A %SECRET:NAME% was not given. */
  | "secret"
  /** An HTTP call was made that no stub answers, and live HTTP is off. */
  | "no-stub"
  /** The appliance runs it and silently does something else than the script says; see `tolerate`. */
  | "wrong";

export interface Failure {
  reason: FailureReason;
  /** As the appliance would say it where that is known. */
  message: string;
  /** 1-based position in the expression. */
  line?: number;
  column?: number;
  /** What to do about it. */
  fix?: string;
  /** The place in the source that the expression was built from; the caller adds it, engines do not know it. */
  source?: SourcePlace;
}

/** A place in a source file; line and column from 1. */
export interface SourcePlace {
  /** Relative to the root of the scripts. */
  file: string;
  line: number;
  column: number;
  /** The lines around it with a mark below the place. */
  frame: string;
}

export interface HttpExchange {
  request: HttpRequest;
  answer: HttpAnswer;
  /** Whether a stub answered. */
  stubbed: boolean;
}

/** The Controller's answer (`result`, `output`, `error`, `executionMs`) and what only a local engine can tell. */
export interface Evaluation {
  /** Absent when there is a failure. */
  result?: boolean | unknown[] | Record<string, unknown>;
  /** Text of console.log and print, one line each. */
  output: string;
  /** The failure's message. */
  error?: string;
  executionMs: number;
  failure?: Failure;
  /** Texts given to auditLog. */
  auditLog: readonly string[];
  httpCalls: readonly HttpExchange[];
  /** What a reader of the result should know; it does not make the script fail. */
  notes?: readonly Note[];
}

/** Something that was noticed while a script ran. */
export interface Note {
  message: string;
  fix: string;
}

/**
 * Evaluates expressions, each in isolation. `evaluate` never rejects for anything that a script does; it rejects
 * only when the engine itself is broken (SdpxError `internal`) or the request is unusable (`bad-input`).
 */
export interface Engine {
  readonly name: "quickjs" | "nashorn" | "controller";
  evaluate(request: EvaluationRequest): Promise<Evaluation>;
  /**
   * One script for many sets of claims ("what if"): compiled once, each set still in isolation, several times as fast
   * as one by one. The claims of `request` itself are not used. Only where the engine can do better than a loop.
   */
  evaluateMany?(request: EvaluationRequest, claims: readonly ClaimSet[]): Promise<Evaluation[]>;
  close(): Promise<void>;
}
