import { z } from "zod";
import { matchesGlob } from "./glob.ts";

/** What can go wrong on purpose. One registry: a new fault does not compile until the server performs it. */
export const FAULT_KINDS = ["status", "html", "delay", "drop"] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/**
 * A fault for the next requests that match. `status` answers in the product's own error shape; `html` answers
 * with a proxy's page, as a load balancer in front of the product does; `delay` waits, then lets the request
 * through; `drop` closes the connection without an answer.
 */
export const faultSchema = z
  .strictObject({
    /** Any method when left out. */
    method: z.enum(["GET", "POST", "PUT", "DELETE"]).optional(),
    /** Path without query; `*` stands for any run of characters. Any path when left out. */
    path: z.string().startsWith("/").default("/*"),
    /** How many requests it meets. */
    times: z.number().int().positive().default(1),
    kind: z.enum(FAULT_KINDS),
    /** For `status` and `html`; 503 when left out. */
    status: z.number().int().min(400).max(599).default(503),
    /** For `status` and `html`: seconds in a `Retry-After` header. */
    retryAfterSeconds: z.number().int().nonnegative().optional(),
    /** For `delay`: milliseconds by the stand-in's clock. */
    delayMs: z.number().int().nonnegative().default(1000),
  })
  .describe("fault");

export type FaultInput = z.input<typeof faultSchema>;
export type Fault = z.output<typeof faultSchema>;

/** Faults that wait for requests, in the order in which they were added. */
export class Faults {
  #waiting: { fault: Fault; left: number }[] = [];

  add(input: FaultInput): void {
    const fault = faultSchema.parse(input);
    this.#waiting.push({ fault, left: fault.times });
  }

  /** The fault for this request, used up by one, or undefined. */
  take(method: string, path: string): Fault | undefined {
    const found = this.#waiting.find(
      ({ fault }) =>
        (fault.method === undefined || fault.method === method) && matchesGlob(fault.path, path),
    );
    if (!found) return undefined;
    found.left -= 1;
    if (found.left === 0) this.#waiting = this.#waiting.filter((entry) => entry !== found);
    return found.fault;
  }

  /** What still waits, with the number of requests left. */
  get waiting(): readonly (Fault & { left: number })[] {
    return this.#waiting.map(({ fault, left }) => ({ ...fault, left }));
  }

  clear(): void {
    this.#waiting = [];
  }
}
