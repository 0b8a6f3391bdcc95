import { rootCertificates } from "node:tls";
import { Agent, request } from "undici";
import type { Clock } from "../../../base/clock.ts";
import type { Webhook } from "./webhook.ts";

/** How one attempt ended. There is no second attempt: Jamf Pro documents no retry. */
export interface Delivery {
  webhookId: number;
  webhookName: string;
  event: string;
  /** Epoch milliseconds by the stand-in's clock when it was sent. */
  at: number;
  /** Milliseconds until the answer or the failure. */
  tookMs: number;
  /** Status of the answer; absent when there was none. */
  status?: number;
  /** Why there was no answer, in one line. */
  failure?: string;
  /** The body that was sent, without the headers that authenticate it. */
  body: string;
}

/** Sends one event. Never throws: what went wrong is in the delivery. */
export async function deliver(
  webhook: Webhook,
  body: string,
  clock: Clock,
  agent: Agent,
): Promise<Delivery> {
  const at = clock.now();
  const end = new AbortController();
  const idle = new AbortController();
  const timeout = clock.sleep(webhook.readTimeoutSeconds * 1000, idle.signal).then(() => {
    if (!idle.signal.aborted) end.abort(new Error("no answer in time"));
  });
  const base = {
    webhookId: webhook.id,
    webhookName: webhook.name,
    event: webhook.event,
    at,
    body,
  };
  try {
    const answer = await request(webhook.url, {
      method: "POST",
      headers: headersOf(webhook),
      body,
      dispatcher: agent,
      signal: end.signal,
    });
    await answer.body.dump();
    return { ...base, tookMs: clock.now() - at, status: answer.statusCode };
  } catch (error) {
    return { ...base, tookMs: clock.now() - at, failure: describe(error) };
  } finally {
    idle.abort();
    await timeout;
  }
}

/** An agent for a webhook's receiver. @param trusted authorities, PEM, trusted beside the system's own */
export function agentFor(webhook: Webhook, trusted: readonly string[]): Agent {
  const timeout = webhook.connectionTimeoutSeconds * 1000;
  const trust = trusted.length === 0 ? {} : { ca: [...rootCertificates, ...trusted] };
  return new Agent({ connect: { timeout, ...trust } });
}

function headersOf(webhook: Webhook): Record<string, string> {
  const { authentication, contentType } = webhook;
  const headers: Record<string, string> = {
    accept: "text/plain, application/xml, text/xml, application/json, */*",
    "content-type": contentType,
    "user-agent": "Java/21.0.11",
  };
  switch (authentication.type) {
    case "NONE":
      return headers;
    case "BASIC": {
      const { username, password } = authentication;
      const credentials = Buffer.from(`${username}:${password}`).toString("base64");
      return { ...headers, authorization: `Basic ${credentials}` };
    }
    case "HEADER":
      return { ...headers, ...authentication.headers };
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = (error as NodeJS.ErrnoException).code;
  return code ? `${code}: ${error.message}` : error.message;
}
