import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Agent, request } from "undici";

/** What the tests of stand-ins see of an answer. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The body as JSON; asking for it when it is something else fails the test. */
  json(): Record<string, unknown>;
}

/** Sends one request. A body that is not text is sent as JSON. */
export async function call(
  url: string,
  options: {
    method?: string;
    headers?: Record<string, string>;
    body?: unknown;
    caPem?: string;
  } = {},
): Promise<Answer> {
  const { method = "GET", headers = {}, body, caPem } = options;
  const isText = typeof body === "string" || body === undefined;
  const dispatcher = new Agent(caPem === undefined ? {} : { connect: { ca: caPem } });
  try {
    const answer = await request(url, {
      method,
      headers: { ...(isText ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
      dispatcher,
    });
    const text = await answer.body.text();
    const json = () => JSON.parse(text) as Record<string, unknown>;
    return { status: answer.statusCode, headers: answer.headers, text, json };
  } finally {
    await dispatcher.close();
  }
}

/** `Authorization: Basic …` */
export function basic(user: string, password: string): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` };
}

/** `Authorization: Bearer …` */
export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A server that keeps what it is sent. */
export interface Receiver {
  url: string;
  received: Received[];
  /** Resolves when the n-th request has arrived, n from 1. */
  arrived(n: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts a receiver for webhooks. @param answer what it does with each; 202 when left out */
export async function startReceiver(
  answer: (response: ServerResponse) => void = (response) => response.writeHead(202).end(),
): Promise<Receiver> {
  const received: Received[] = [];
  const waiting: { n: number; wake: () => void }[] = [];
  const server = createServer((incoming, response) => {
    let body = "";
    incoming.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
    incoming.on("end", () => {
      received.push({ headers: incoming.headers, body });
      for (const { n, wake } of waiting) if (received.length >= n) wake();
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    arrived: (n) =>
      received.length >= n
        ? Promise.resolve()
        : new Promise((wake) => waiting.push({ n, wake: () => wake() })),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
