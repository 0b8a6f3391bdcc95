import { type ErrorCode, SdpxError } from "../../base/errors.ts";

/**
 * How a call to Jamf Pro or Jamf Security Cloud can fail. One registry: the error code for people, and whether
 * trying the same call again later can help.
 */
export const UPSTREAM_FAILURES = {
  unreachable: { code: "remote-unavailable", retry: true },
  timeout: { code: "remote-unavailable", retry: true },
  tls: { code: "tls-untrusted", retry: true },
  /** The credentials or the token are refused. */
  unauthorised: { code: "not-signed-in", retry: true },
  /** The account lacks a privilege: retried, because an administrator can grant it. */
  forbidden: { code: "not-allowed", retry: true },
  "not-found": { code: "not-found", retry: false },
  /** Rate limit, overload or maintenance. */
  busy: { code: "remote-unavailable", retry: true },
  /** An answer of 5xx that is not "busy". */
  broken: { code: "remote-unavailable", retry: true },
  /** Any other 4xx: the request itself is at fault. */
  refused: { code: "remote-refused", retry: false },
  /** An answer that is not of the documented shape, such as an HTML page. */
  garbled: { code: "remote-garbled", retry: true },
} as const satisfies Record<string, { code: ErrorCode; retry: boolean }>;
export type UpstreamFailure = keyof typeof UPSTREAM_FAILURES;

const FIXES: Record<UpstreamFailure, string> = {
  unreachable: "check the address and that this machine may reach it",
  timeout: "check the network, or allow more time with TIMEOUT (seconds)",
  tls: "for a private certificate authority set SDPX_UPSTREAM_CA_FILE to its PEM file",
  unauthorised: "check the client's id and secret, and that the client is enabled",
  forbidden: "give the API client's role the missing privilege",
  "not-found": "check that the object exists and that the base URL is that of the server's root",
  busy: "nothing to do: it is tried again",
  broken: "nothing to do here: it is tried again; see the remote's own log",
  refused: "see the remote's message",
  garbled: "check that the base URL is that of the API and not of a proxy or a sign-in page",
};

export interface UpstreamDetails {
  where: string;
  status?: number;
  /** How long the remote asks us to wait. */
  retryAfterMs?: number;
  cause?: unknown;
}

/** A call that failed. The message never holds a header or a request body, so no secret. */
export class UpstreamError extends SdpxError {
  readonly failure: UpstreamFailure;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(failure: UpstreamFailure, message: string, details: UpstreamDetails) {
    super(UPSTREAM_FAILURES[failure].code, message, {
      where: details.where,
      fix: FIXES[failure],
      cause: details.cause,
    });
    this.failure = failure;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
  }

  get canRetry(): boolean {
    return UPSTREAM_FAILURES[this.failure].retry;
  }
}
