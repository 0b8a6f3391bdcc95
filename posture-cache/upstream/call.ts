import { getCACertificates } from "node:tls";
import { Agent, request } from "undici";
import type { z } from "zod";
import { UpstreamError, type UpstreamFailure } from "./errors.ts";

export interface UpstreamOptions {
  /** Name for messages: "Jamf Pro". */
  name: string;
  /** Root URL, without a trailing slash. */
  baseUrl: string;
  /** For connecting, for the headers and for the body, each. */
  timeoutMs: number;
  /** Connections at a time; further calls wait. */
  connections: number;
  /** PEM of a private authority, trusted beside the system's. */
  caPem?: string;
}

export interface Call {
  method: "GET" | "POST" | "PUT";
  /** Path and query. */
  path: string;
  headers?: Record<string, string>;
  body?: string;
  signal?: AbortSignal;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  where: string;
}

/** No answer of the APIs that are used comes near this; a body without end must not fill the memory. */
const BODY_LIMIT = 64 * 1024 * 1024;

export interface Upstream {
  readonly name: string;
  /** Performs one call. @throws UpstreamError for everything but an answer with a status below 400 */
  call(call: Call): Promise<Answer>;
  close(): Promise<void>;
}

/** A remote HTTP API with limits on connections, time and size. Redirects are not followed. */
export function openUpstream(options: UpstreamOptions): Upstream {
  const agent = new Agent({
    connections: options.connections,
    headersTimeout: options.timeoutMs,
    bodyTimeout: options.timeoutMs,
    maxResponseSize: BODY_LIMIT,
    connect: {
      timeout: options.timeoutMs,
      ...(options.caPem === undefined
        ? {}
        : { ca: [...getCACertificates("default"), options.caPem] }),
    },
  });
  return {
    name: options.name,
    async call({ method, path, headers, body, signal }) {
      const where = `${method} ${options.baseUrl}${path.split("?")[0]}`;
      let answer: Answer;
      try {
        const response = await request(options.baseUrl + path, {
          dispatcher: agent,
          method,
          headers: { accept: "application/json", "user-agent": "sdpx", ...headers },
          body: body ?? null,
          signal: signal ?? null,
        });
        const text = await response.body.text();
        answer = { status: response.statusCode, headers: response.headers, text, where };
      } catch (error) {
        throw connectionFailure(options.name, where, error);
      }
      if (answer.status >= 300) throw statusFailure(options.name, answer);
      return answer;
    },
    close: () => agent.destroy(),
  };
}

/** Reads an answer's JSON and checks its shape. @throws UpstreamError `garbled` */
export function answerJson<T extends z.ZodType>(
  schema: T,
  answer: Answer,
  name: string,
): z.output<T> {
  const garbled = (what: string) =>
    new UpstreamError("garbled", `${name} answers ${answer.status} with ${what}`, {
      where: answer.where,
      status: answer.status,
    });
  let value: unknown;
  try {
    value = JSON.parse(answer.text);
  } catch {
    throw garbled(isHtml(answer.text) ? "an HTML page instead of JSON" : "text that is not JSON");
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw garbled(`JSON of another shape (${issue?.path.map(String).join(".")}: ${issue?.message})`);
}

function connectionFailure(name: string, where: string, error: unknown): UpstreamError {
  const failure = error as NodeJS.ErrnoException & { cause?: NodeJS.ErrnoException };
  const code = failure.code ?? failure.cause?.code ?? failure.name ?? "";
  const details = { where, cause: error };
  if (/TIMEOUT|ETIMEDOUT/.test(code)) {
    return new UpstreamError("timeout", `${name} does not answer in time`, details);
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL/.test(code)) {
    return new UpstreamError("tls", `${name}'s certificate is not trusted (${code})`, details);
  }
  return new UpstreamError("unreachable", `${name} cannot be reached (${code})`, details);
}

const STATUS_FAILURES: Record<number, UpstreamFailure> = {
  401: "unauthorised",
  403: "forbidden",
  404: "not-found",
  408: "busy",
  429: "busy",
  503: "busy",
};

function statusFailure(name: string, answer: Answer): UpstreamError {
  const { status, headers } = answer;
  const failure =
    STATUS_FAILURES[status] ?? (status >= 500 ? "broken" : status < 400 ? "garbled" : "refused");
  const retryAfterMs = retryAfter(headers);
  const said = remoteMessage(answer.text);
  return new UpstreamError(failure, `${name} answers ${status}${said === "" ? "" : `: ${said}`}`, {
    where: answer.where,
    status,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** Jamf Pro says `Retry-After` in seconds, Jamf Security Cloud `X-Rate-Limit-Retry-After-Milliseconds`. */
function retryAfter(headers: Answer["headers"]): number | undefined {
  const number = (name: string) => {
    const value = headers[name];
    return typeof value === "string" && /^\d+$/.test(value) ? Number(value) : undefined;
  };
  const seconds = number("retry-after");
  return (
    number("x-rate-limit-retry-after-milliseconds") ??
    (seconds === undefined ? undefined : seconds * 1000)
  );
}

function isHtml(text: string): boolean {
  return /^\s*<(!doctype|html|\?xml)/i.test(text);
}

/** The remote's own words, shortened: `{errors:[{description}]}` of Jamf Pro, `{logref, message}` of Jamf Security Cloud. */
function remoteMessage(text: string): string {
  if (isHtml(text)) return "an HTML page";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "";
  }
  if (typeof value !== "object" || value === null) return "";
  const body = value as Record<string, unknown>;
  const errors = Array.isArray(body["errors"]) ? (body["errors"] as unknown[]) : [];
  const said = [
    body["logref"],
    body["error"],
    body["message"],
    ...errors.flatMap((item) =>
      typeof item === "object" && item !== null
        ? [
            (item as Record<string, unknown>)["code"],
            (item as Record<string, unknown>)["description"],
          ]
        : [],
    ),
  ].filter((part): part is string => typeof part === "string" && part !== "");
  return [...new Set(said)].join(" ").slice(0, 200);
}
