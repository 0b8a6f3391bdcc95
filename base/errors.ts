/**
 * The errors a person may meet. Every one of them says what happened, where, and how to fix it, and ends
 * in a documented exit code (docs/exit-codes.md). Anything that is not an {@link SdpxError} is a bug.
 */

/** Exit codes of the `sdpx` command. 4 and 99 agree with Appgate's own `sdpctl`. */
export const EXIT = {
  ok: 0,
  /** What was asked for was done, and the answer is no: a case failed, a script threw, a step was not observed. */
  failed: 1,
  /** `plan --detailed-exitcode`: there is something to publish. */
  changes: 2,
  /** Someone else changed what we were about to write. */
  conflict: 3,
  /** Not signed in, or not allowed. */
  auth: 4,
  /** A Controller, Jamf or JSC did not answer, or answered that it cannot work now. */
  unavailable: 5,
  /** Some writes were done and some were not; the message lists which. */
  partial: 6,
  /** A defect of sdpx itself. */
  internal: 70,
  /** An option, a file or a setting is wrong; nothing was done. */
  config: 99,
  cancelled: 130,
} as const;

/** Every error code, its exit code and, in one line, its cause. */
export const ERRORS = {
  "bad-option": {
    exit: EXIT.config,
    cause: "a command-line option or argument has an unusable value",
  },
  "bad-setting": {
    exit: EXIT.config,
    cause: "an environment variable or configuration file is wrong",
  },
  "file-missing": {
    exit: EXIT.config,
    cause: "a file that was named does not exist or cannot be read",
  },
  "bad-json": { exit: EXIT.config, cause: "a file or a line is not valid JSON" },
  "bad-input": { exit: EXIT.config, cause: "a file is valid JSON but not of the expected shape" },
  "bad-script": { exit: EXIT.failed, cause: "a script's source or metadata is wrong" },
  "build-stale": { exit: EXIT.failed, cause: "dist/ is not what the sources build to" },
  "missing-secret": { exit: EXIT.config, cause: "a script names a secret that was not given" },
  "port-taken": { exit: EXIT.config, cause: "another process listens on the port" },
  "not-signed-in": { exit: EXIT.auth, cause: "the remote refused the credentials or the token" },
  "not-allowed": { exit: EXIT.auth, cause: "the account lacks a privilege" },
  "tls-untrusted": {
    exit: EXIT.config,
    cause: "the remote's certificate is not signed by a trusted authority",
  },
  "unsupported-version": { exit: EXIT.config, cause: "no API version is spoken by both sides" },
  "remote-unavailable": {
    exit: EXIT.unavailable,
    cause: "the remote did not answer, or cannot work now",
  },
  "remote-refused": { exit: EXIT.failed, cause: "the remote refused the request itself" },
  "remote-garbled": {
    exit: EXIT.unavailable,
    cause: "the remote answered something that it never should",
  },
  "remote-changed": { exit: EXIT.conflict, cause: "an object changed between reading and writing" },
  "already-exists": {
    exit: EXIT.conflict,
    cause: "the remote has another object of the same id or name",
  },
  "publish-blocked": {
    exit: EXIT.conflict,
    cause: "the plan wants an object that sdpx may not touch",
  },
  "not-found": { exit: EXIT.failed, cause: "an object that was expected is not there" },
  "read-back-differs": {
    exit: EXIT.partial,
    cause: "what was written does not read back the same",
  },
  "partly-done": { exit: EXIT.partial, cause: "some writes were done and some were not" },
  "remote-test-failed": {
    exit: EXIT.failed,
    cause: "the Controller evaluates a script otherwise than its cases say",
  },
  "rolled-back": { exit: EXIT.failed, cause: "a publish failed half way and was taken back" },
  "step-not-observed": { exit: EXIT.failed, cause: "a step of the story did not happen in time" },
  internal: { exit: EXIT.internal, cause: "a defect of sdpx" },
} as const satisfies Record<string, { exit: number; cause: string }>;

export type ErrorCode = keyof typeof ERRORS;

export interface ErrorDetails {
  /** Where it happened: a file with line and column, a URL, the name of an object or a variable. */
  where?: string;
  /** What to do about it; a command to paste where there is one. */
  fix?: string;
  /** Several findings of one kind, one line each. */
  list?: readonly string[];
  cause?: unknown;
}

/**
 * An error for a person. `message` is one sentence in the present tense without the place and the remedy:
 * those are fields, so that every renderer (terminal, JSON, HTTP) can put them where they belong.
 */
export class SdpxError extends Error {
  override readonly name = "SdpxError";
  readonly code: ErrorCode;
  readonly where: string | undefined;
  readonly fix: string | undefined;
  readonly list: readonly string[];

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.where = details.where;
    this.fix = details.fix;
    this.list = details.list ?? [];
  }

  get exitCode(): number {
    return ERRORS[this.code].exit;
  }
}

/** Wraps anything that was thrown, so that callers can rely on one shape. A foreign error becomes `internal`. */
export function toSdpxError(thrown: unknown): SdpxError {
  if (thrown instanceof SdpxError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new SdpxError("internal", message, { cause: thrown });
}
