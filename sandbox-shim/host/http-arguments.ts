import type { HttpRequest } from "../engines/engine.ts";

/** The arguments of a call as they left the script: JSON, so anything. */
export interface HttpArguments {
  method: HttpRequest["method"];
  url?: unknown;
  body?: unknown;
  contentType?: unknown;
  headers?: unknown;
  timeoutMs?: unknown;
}

const CALLERS = {
  GET: "httpGet",
  POST: "httpPost",
  PUT: "httpPut",
  DELETE: "httpDelete",
} as const satisfies Record<HttpRequest["method"], string>;

const isText = (value: unknown) => typeof value === "string" || typeof value === "number";

function readHeaders(headers: unknown, caller: string): HttpRequest["headers"] {
  if (headers === undefined || headers === null) return [];
  const entries: unknown[] = Array.isArray(headers) ? headers : [undefined];
  return entries.map((entry) => {
    const { key, value } = (entry ?? {}) as { key?: unknown; value?: unknown };
    if (typeof key !== "string" || !isText(value))
      throw new TypeError(`${caller}: headers are a list of {key: "name", value: "text"}`);
    return { key, value: String(value) };
  });
}

/**
 * Checks what a script gave to httpGet and its sisters.
 * @param defaultMs the timeout when the script names none
 * @param leftMs what is left of the script's own time; no call may take longer
 * @throws TypeError that names the wrong argument, for the script
 */
export function readHttpArguments(
  raw: HttpArguments,
  defaultMs: number,
  leftMs: number,
): { request: HttpRequest; caller: string } {
  const caller = CALLERS[raw.method];
  if (typeof raw.url !== "string" || raw.url === "")
    throw new TypeError(`${caller}: the URL (first argument) is not text`);
  const headers = readHeaders(raw.headers, caller);
  const { timeoutMs } = raw;
  const named = typeof timeoutMs === "number" && timeoutMs > 0;
  if (!named && timeoutMs !== undefined && timeoutMs !== null)
    throw new TypeError(`${caller}: the timeout (last argument) is not a number of milliseconds`);
  const request: HttpRequest = {
    method: raw.method,
    url: raw.url,
    headers,
    timeoutMs: Math.max(1, Math.floor(Math.min(named ? timeoutMs : defaultMs, leftMs))),
  };
  if (raw.method === "GET" || raw.method === "DELETE") return { request, caller };
  if (typeof raw.body !== "string")
    throw new TypeError(
      `${caller}: the body (second argument) is not text: make it one with JSON.stringify or String`,
    );
  if (typeof raw.contentType !== "string")
    throw new TypeError(`${caller}: the content type (third argument) is not text`);
  return {
    request: { ...request, body: raw.body, contentType: raw.contentType },
    caller,
  };
}
