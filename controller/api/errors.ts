import { z } from "zod";
import type { ErrorCode, ErrorDetails } from "../../base/errors.ts";
import { SdpxError } from "../../base/errors.ts";
import { notAcceptable } from "./entities.ts";
import { NEWEST_API, OLDEST_API } from "./version.ts";

/** An answer of a Controller that is not success. `status` lets callers tell a duplicate (409) from a refusal (422). */
export class ControllerError extends SdpxError {
  readonly status: number | undefined;

  constructor(code: ErrorCode, message: string, status: number | undefined, details: ErrorDetails) {
    super(code, message, details);
    this.status = status;
  }
}

/** What was asked, for messages. `privilege` is what the account needs for it, such as `Edit on Condition`. */
export interface Asked {
  method: string;
  url: string;
  privilege?: string;
}

export interface RawAnswer {
  status: number;
  contentType: string;
  text: string;
}

const errorBody = z.looseObject({
  id: z.string().optional(),
  message: z.string().optional(),
  failureType: z.string().nullish(),
  errors: z
    .array(z.looseObject({ field: z.string().nullish(), message: z.string().nullish() }))
    .nullish(),
});

/** JSON of an answer, or undefined: the API labels JSON with its own media type, and proxies answer HTML. */
export function jsonOf(answer: RawAnswer): unknown {
  if (!/^(application|text)\/(vnd\.[^;\s]+\+)?json\b/i.test(answer.contentType)) return undefined;
  try {
    return JSON.parse(answer.text);
  } catch {
    return undefined;
  }
}

/** The text of an HTML page, in short: its title or first words tell an operator which machine answered. */
function gist(answer: RawAnswer): string {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(answer.text)?.[1];
  const text = (title ?? answer.text.replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ").trim();
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

/**
 * Turns an answer that is not 2xx into an error for a person: what, where, how to fix.
 * The texts of `id` and `message` are the Controller's own and are quoted, not interpreted.
 */
export function errorFromAnswer(asked: Asked, answer: RawAnswer): ControllerError {
  const json = jsonOf(answer);
  const parsed = errorBody.safeParse(json);
  const body = parsed.success ? parsed.data : {};
  const said = body.message ?? (answer.text === "" ? "" : gist(answer));
  const where = `${asked.method} ${asked.url}`;
  const quoted =
    said === "" ? `HTTP ${answer.status} without a text` : `HTTP ${answer.status}: ${said}`;
  const fail = (code: ErrorCode, message: string, fix: string, list: readonly string[] = []) =>
    new ControllerError(code, message, answer.status, { where, fix, list });

  switch (answer.status) {
    case 401:
      return body.failureType === "Mfa"
        ? fail("not-signed-in", `the Controller wants a second factor (${quoted})`, MFA_FIX)
        : fail(
            "not-signed-in",
            `the Controller refuses the sign-in (${quoted})`,
            "check user name, password, provider (SDPX_CONTROLLER_PROVIDER) or bearer token",
          );
    case 412:
      return fail("not-signed-in", `the Controller wants a second factor (${quoted})`, MFA_FIX);
    case 402:
      return fail(
        "remote-refused",
        `the Controller's licence does not allow this (${quoted})`,
        "check the licence of the collective",
      );
    case 403:
      return fail(
        "not-allowed",
        `the account lacks the privilege ${asked.privilege ?? "for this call"} (${quoted})`,
        asked.privilege === undefined
          ? "add the missing privilege to an administrative role of the account"
          : `add "${asked.privilege}" to an administrative role of the account`,
      );
    case 404:
      return fail(
        "not-found",
        `the Controller does not have this (${quoted})`,
        "check the id and the View privilege: objects out of the account's scope are invisible",
      );
    case 406: {
      const range = notAcceptable.safeParse(json);
      const spoken = range.success
        ? `the Controller speaks API ${range.data.minSupportedVersion} to ${range.data.maxSupportedVersion}`
        : "the Controller does not speak this API version";
      return fail(
        "unsupported-version",
        `${spoken}, sdpx speaks ${OLDEST_API} to ${NEWEST_API} (${quoted})`,
        "unset SDPX_CONTROLLER_API_VERSION so that the version is negotiated",
      );
    }
    case 409:
      return fail(
        "already-exists",
        `the Controller already has such an object (${quoted})`,
        "look for an object of the same id or name and rename or adopt it",
      );
    case 400:
    case 422: {
      const list = (body.errors ?? []).map(
        (one) => `${one.field ?? "(object)"}: ${one.message ?? "is refused"}`,
      );
      return fail(
        "remote-refused",
        `the Controller refuses the object (${quoted})`,
        list.length > 0
          ? "correct the listed fields"
          : "the Controller named no field: compare the object with one made in the admin UI",
        list,
      );
    }
    default:
      if (answer.status >= 500) {
        const maintenance = answer.status === 503;
        return fail(
          "remote-unavailable",
          maintenance
            ? `the Controller cannot work now, it starts or is in maintenance (${quoted})`
            : `the Controller failed (${quoted})`,
          maintenance
            ? "wait, or end maintenance mode, then repeat"
            : "repeat; if it persists look into the Controller's logs",
        );
      }
      return fail(
        "remote-refused",
        `the Controller answers what was not expected (${quoted})`,
        "check that the URL is that of an admin interface",
      );
  }
}

const MFA_FIX =
  "use an account that is exempt from multi-factor authentication for the admin API (a service user): a login cannot answer a challenge";

/** An answer with status 2xx that does not hold what it should. */
export function garbled(
  asked: Asked,
  answer: RawAnswer,
  list: readonly string[] = [],
): ControllerError {
  const shown = jsonOf(answer) === undefined ? `: ${gist(answer)}` : "";
  return new ControllerError(
    "remote-garbled",
    `HTTP ${answer.status} with ${answer.contentType || "no content type"} is not an answer of the admin API${shown}`,
    answer.status,
    {
      where: `${asked.method} ${asked.url}`,
      list,
      fix: "check that the URL is that of a Controller's admin interface (port 8443) and not of a proxy",
    },
  );
}

const UNTRUSTED = new Set([
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "CERT_SIGNATURE_FAILURE",
  "CERT_UNTRUSTED",
  "INVALID_CA",
]);

const REASONS: Readonly<Record<string, { why: string; fix: string; final?: true }>> = {
  ECONNREFUSED: {
    why: "nothing listens there",
    fix: "check host and port (admin API: 8443) and that the Controller runs",
    final: true,
  },
  ENOTFOUND: {
    why: "the host name does not resolve",
    fix: "check the host name and the DNS of this machine",
    final: true,
  },
  EAI_AGAIN: { why: "the name server does not answer", fix: "check the DNS of this machine" },
  EHOSTUNREACH: { why: "there is no route to the host", fix: "check network and VPN", final: true },
  ENETUNREACH: {
    why: "there is no route to the network",
    fix: "check network and VPN",
    final: true,
  },
  ECONNRESET: {
    why: "the connection was reset",
    fix: "repeat; a proxy or the Controller closed the connection",
  },
  UND_ERR_SOCKET: {
    why: "the connection was closed before the answer",
    fix: "repeat; a proxy or the Controller closed the connection",
  },
  UND_ERR_CONNECT_TIMEOUT: {
    why: "the connection was not accepted in time",
    fix: "check host, port and firewall",
  },
  UND_ERR_HEADERS_TIMEOUT: {
    why: "no answer came in time",
    fix: "repeat; the Controller may be busy",
  },
  UND_ERR_BODY_TIMEOUT: {
    why: "the answer stopped half way",
    fix: "repeat; the Controller may be busy",
  },
  ETIMEDOUT: { why: "the connection timed out", fix: "check host, port and firewall" },
  EPROTO: {
    why: "the other side does not speak TLS",
    fix: "check the port, and http:// or https://",
    final: true,
  },
  ERR_SSL_WRONG_VERSION_NUMBER: {
    why: "the other side does not speak TLS",
    fix: "check the port, and http:// or https://",
    final: true,
  },
};

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  const own = "code" in error && typeof error.code === "string" ? error.code : "";
  if (own !== "" && own !== "UND_ERR") return own;
  if ("errors" in error && Array.isArray(error.errors)) return codeOf(error.errors[0]);
  return "cause" in error ? codeOf(error.cause) : own;
}

/** Turns a failure to get any answer into an error for a person; `retry` says whether trying again can help. */
export function errorFromNetwork(
  asked: Asked,
  error: unknown,
): { error: ControllerError; retry: boolean } {
  const code = codeOf(error);
  const where = `${asked.method} ${asked.url}`;
  const make = (kind: ErrorCode, message: string, fix: string) =>
    new ControllerError(kind, message, undefined, { where, fix, cause: error });
  if (UNTRUSTED.has(code)) {
    return {
      error: make(
        "tls-untrusted",
        "the Controller's certificate is not signed by an authority that is trusted here",
        "save the collective's CA certificate as PEM and name it in SDPX_CONTROLLER_CA_FILE",
      ),
      retry: false,
    };
  }
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    return {
      error: make(
        "tls-untrusted",
        "the Controller's certificate is for another host name",
        "use the host name that stands in the admin certificate",
      ),
      retry: false,
    };
  }
  if (code === "CERT_HAS_EXPIRED" || code === "CERT_NOT_YET_VALID") {
    return {
      error: make(
        "tls-untrusted",
        code === "CERT_HAS_EXPIRED"
          ? "the Controller's certificate has expired"
          : "the Controller's certificate is not valid yet",
        "renew the admin certificate, or correct the clock of this machine",
      ),
      retry: false,
    };
  }
  const known = REASONS[code];
  return {
    error: make(
      "remote-unavailable",
      `the Controller does not answer: ${known?.why ?? (code === "" ? "the request failed" : code)}`,
      known?.fix ?? "check URL and network, then repeat",
    ),
    retry: known?.final !== true,
  };
}
