import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Clock } from "../../../base/clock.ts";

/** A bad day for the next requests that match: what a client must survive. */
export const faultSchema = z.strictObject({
  /** Requests that are hit; 1 when left out. */
  times: z.number().int().positive().default(1),
  method: z.enum(["GET", "POST", "PUT", "DELETE"]).optional(),
  /** Beginning of the path, such as `/admin/conditions`. */
  path: z.string().optional(),
  /** Matching requests that are let through before the first one is hit. */
  skip: z.number().int().nonnegative().default(0),
  /** Whether the request is carried out before its answer is spoilt: a write that succeeds, unseen. */
  after: z.boolean().default(false),
  effect: z.discriminatedUnion("kind", [
    /** Answers with this status and JSON body (or none). */
    z.strictObject({
      kind: z.literal("status"),
      status: z.number().int().min(100).max(599),
      body: z.unknown().optional(),
    }),
    /** Answers 503 with the HTML page of a web server in front of a Controller that is not up. */
    z.strictObject({ kind: z.literal("html-503") }),
    /** Answers 200 with a body that is cut off. */
    z.strictObject({ kind: z.literal("garbled") }),
    /** Closes the connection without an answer. */
    z.strictObject({ kind: z.literal("drop") }),
    /** Waits, then goes on as usual. */
    z.strictObject({ kind: z.literal("delay"), ms: z.number().int().nonnegative() }),
  ]),
});
export type Fault = z.input<typeof faultSchema>;
type ParsedFault = z.output<typeof faultSchema>;

const HTML_503 = `<html>
<head><title>503 Service Temporarily Unavailable</title></head>
<body><center><h1>503 Service Temporarily Unavailable</h1></center></body>
</html>
`;

/** The faults that wait for their requests, oldest first. */
export class Faults {
  #waiting: ParsedFault[] = [];

  add(fault: Fault): void {
    this.#waiting.push(faultSchema.parse(fault));
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The fault that hits this request, if any; counts it. */
  take(method: string, path: string): ParsedFault | undefined {
    const fault = this.#waiting.find(
      (one) =>
        (one.method === undefined || one.method === method) &&
        (one.path === undefined || path.startsWith(one.path)),
    );
    if (fault === undefined) return undefined;
    if (fault.skip > 0) {
      fault.skip -= 1;
      return undefined;
    }
    fault.times -= 1;
    if (fault.times === 0) this.#waiting = this.#waiting.filter((one) => one !== fault);
    return fault;
  }
}

/** Carries out a fault. @returns whether the request has been answered (or dropped) by it */
export async function inflict(
  fault: ParsedFault,
  request: FastifyRequest,
  reply: FastifyReply,
  clock: Clock,
): Promise<boolean> {
  switch (fault.effect.kind) {
    case "delay":
      await clock.sleep(fault.effect.ms);
      return false;
    case "drop":
      reply.hijack();
      request.raw.socket.destroy();
      return true;
    default: {
      const { status, type, body } = spoilt(fault.effect);
      await reply.code(status).header("content-type", type).send(Buffer.from(body));
      return true;
    }
  }
}

/** The answer that takes the place of the right one. */
export function spoilt(effect: Exclude<ParsedFault["effect"], { kind: "drop" | "delay" }>): {
  status: number;
  type: string;
  body: string;
} {
  switch (effect.kind) {
    case "status":
      return {
        status: effect.status,
        type: "application/json",
        body: effect.body === undefined ? "" : JSON.stringify(effect.body),
      };
    case "html-503":
      return { status: 503, type: "text/html", body: HTML_503 };
    case "garbled":
      return { status: 200, type: "application/json", body: '{"data":[{"id":"' };
  }
}
