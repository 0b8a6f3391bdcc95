import { Agent, request } from "undici";
import type { Bench } from "../../controller/embedded/testing.ts";

/** What a foreign client got. */
export interface Answer {
  status: number;
  /** Undefined when the client would not have read the body as JSON. */
  body: Record<string, unknown> | undefined;
  type: string;
}

/** What generated clients of the admin API take for JSON: plain, or with the vendor's prefix. */
const JSON_TYPE = /^(?:application|text)\/(?:vnd\.[^;]+\+)?json(?:;|$)/i;

/**
 * A client of the admin API that behaves as the generated ones do that Appgate's own tools are built on: one Accept header for
 * everything, a body only read as JSON when its type says so, nulls sent for lists that are not set.
 */
export class ForeignClient {
  /** Version in the Accept header. */
  version = 5;
  token: string | undefined;
  readonly #bench: Bench;
  readonly #agent: Agent;

  constructor(bench: Bench) {
    this.#bench = bench;
    this.#agent = new Agent({ connect: { ca: bench.controller.caPem } });
  }

  async call(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await request(`${this.#bench.controller.url}${path}`, {
      dispatcher: this.#agent,
      method: method as "GET",
      headers: {
        accept: `application/vnd.appgate.peer-v${this.version}+json`,
        "user-agent": "OpenAPI-Generator/1.0.0/go",
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const type = String(answer.headers["content-type"] ?? "");
    const text = await answer.body.text();
    const readable = JSON_TYPE.test(type) && text !== "";
    return {
      status: answer.statusCode,
      type,
      body: readable ? (JSON.parse(text) as Record<string, unknown>) : undefined,
    };
  }

  /** Calls and insists on 200 with a JSON body. */
  async ok(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const answer = await this.call(method, path, body);
    if (answer.status === 200 && answer.body !== undefined) return answer.body;
    throw new Error(
      `${method} ${path}: ${answer.status} ${answer.type} ${JSON.stringify(answer.body)}`,
    );
  }

  close(): Promise<void> {
    return this.#agent.close();
  }
}

/** The rows of a list. */
export function rows(list: Record<string, unknown>): Record<string, unknown>[] {
  return list["data"] as Record<string, unknown>[];
}
