import type { StubCommand } from "../../sandbox-shim/device/run.ts";
import type { ClaimSet, HttpStub } from "../../sandbox-shim/engines/engine.ts";

/**
 * Cases stand beside their script: `criteria/low-risk.cases.ts` for `criteria/low-risk.ts`, as
 * `export default { cases: [...] } satisfies Cases`. They run on the built text, in a sandbox of their own each.
 */
export interface Cases {
  cases: readonly Case[];
  /** For a script whose `meta.whenUnavailable` is set: what the cases for each sort of outage are made from. */
  unavailable?: Unavailable;
}

/** The short names, or the Controller's: `{ userClaims, deviceClaims, systemClaims }`. */
export type CaseClaims =
  | {
      user?: Record<string, unknown>;
      device?: Record<string, unknown>;
      system?: Record<string, unknown>;
    }
  | ClaimSet;

/** What a script meets in one run. */
export interface Step {
  claims?: CaseClaims;
  /** ISO 8601; the sandbox's clock stands at this time. {@link DEFAULT_TIME} when left out. */
  time?: string;
  /** HTTP answers. A call that none of them answers fails the case. */
  stubs?: readonly HttpStub[];
  /** What a call without an answer looks like; Appgate does not say which, so a script must take both. */
  httpFailure?: "throw" | "null";
}

export interface Case extends Step {
  name: string;
  /** Runs before this one on the same appliance: what they put into the sandbox's `cache` is there. */
  earlier?: readonly Step[];
  /** Values for the script's secrets. Each has the value `secret-NAME` when left out. */
  secrets?: Readonly<Record<string, string>>;
  expect: Expectation;
}

export type Expectation = Outcome & {
  /** Number of HTTP calls. */
  httpCalls?: number;
  /** The calls in their order, by what is given of each: a URL may hold `*`. */
  requests?: readonly { method?: HttpStub["method"]; url?: string; timeoutMs?: number }[];
  /** What console.log and print wrote, one line each. */
  output?: string;
};

/** Exactly one of: the whole result; part of it (a RegExp matches a text); the error's text or part of it. */
export type Outcome = { result: unknown } | { resultMatches: unknown } | { error: string | RegExp };

/**
 * The source of the generated cases for a posture that is unavailable. `from: "http"` for a script that asks the
 * cache itself; `from: "claims"` for one that reads the posture claim. What is expected in each of them follows from
 * `meta.whenUnavailable`.
 */
export type Unavailable =
  | {
      from: "http";
      claims: CaseClaims;
      /** The answer with which `allowed` is the result. The outages happen at its URL. */
      good: HttpStub;
      allowed: unknown;
      denied: unknown;
    }
  | {
      from: "claims";
      /** Claims by what is the matter with them. */
      when: Readonly<Record<string, CaseClaims>>;
      allowed?: unknown;
      denied: unknown;
    };

/** Cases of a device-claim script, which runs in a shell. */
export interface DeviceCases {
  cases: readonly DeviceCase[];
}

export interface DeviceCase {
  name: string;
  /** Commands that the script finds instead of the machine's own: what they print, alone or with an exit code. */
  commands?: Readonly<Record<string, StubCommand>>;
  args?: readonly string[];
  expect: {
    /** Everything that the script prints. */
    stdout: string;
    exitCode?: number;
  };
}

/** The time of a case that does not care. */
export const DEFAULT_TIME = "2026-01-05T12:00:00.000Z";

/** Claims under the Controller's names, with whatever is missing empty. */
export function toClaimSet(claims: CaseClaims = {}): Required<ClaimSet> {
  const any = claims as ClaimSet & {
    user?: Record<string, unknown>;
    device?: Record<string, unknown>;
    system?: Record<string, unknown>;
  };
  return {
    userClaims: any.userClaims ?? any.user ?? {},
    deviceClaims: any.deviceClaims ?? any.device ?? {},
    systemClaims: any.systemClaims ?? any.system ?? {},
  };
}
