import type { HttpAnswer, HttpRequest, HttpStub } from "../engines/engine.ts";

const FAILURES = {
  timeout: (request: HttpRequest) => `no answer within ${request.timeoutMs} ms`,
  unreachable: () => "the server cannot be reached",
  tls: () => "the server's certificate is not trusted",
} as const satisfies Record<NonNullable<HttpStub["failure"]>, (request: HttpRequest) => string>;

/** Whether a URL matches a pattern in which `*` stands for any run of characters, also none. */
export function urlMatches(pattern: string, url: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return pattern === url;
  if (!url.startsWith(first)) return false;
  const last = rest.pop() ?? "";
  let at = first.length;
  for (const part of rest) {
    const found = url.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return url.length - last.length >= at && url.endsWith(last);
}

/**
 * The answer of the first stub that matches and is not used up.
 * @param used how often each stub has answered already, by its index; not changed
 * @returns the answer and the stub's index, or nothing when no stub answers
 */
export function stubAnswer(
  stubs: readonly HttpStub[],
  request: HttpRequest,
  used: readonly number[] = [],
): { index: number; answer: HttpAnswer } | undefined {
  const index = stubs.findIndex(
    (stub, at) =>
      (stub.method === undefined || stub.method === request.method) &&
      urlMatches(stub.url, request.url) &&
      (used[at] ?? 0) < (stub.times ?? Infinity),
  );
  const stub = stubs[index];
  if (stub === undefined) return undefined;
  if (stub.failure !== undefined)
    return {
      index,
      answer: { failure: stub.failure, message: FAILURES[stub.failure](request) },
    };
  return { index, answer: { statusCode: stub.statusCode ?? 200, data: stubText(stub.data) } };
}

/** The body that a stub's `data` stands for: text as it is, nothing for nothing, JSON for the rest. */
export function stubText(data: unknown): string {
  if (typeof data === "string") return data;
  return JSON.stringify(data) ?? "";
}
