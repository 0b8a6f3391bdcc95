import type { Clock } from "../../base/clock.ts";
import { UpstreamError } from "./errors.ts";

/** A number in [0, 1): handed in so that tests can fix it. */
export type Random = () => number;

const FIRST_MS = 1000;
const LONGEST_MS = 5 * 60_000;

/**
 * How long to wait after the `attempts`-th failure (from 1): doubling from one second to five minutes, by up to
 * a fifth more or less, so that many waiters do not return together. A remote's own wish is the least.
 */
export function backoffMs(attempts: number, random: Random, retryAfterMs = 0): number {
  const doubled = Math.min(FIRST_MS * 2 ** Math.min(attempts - 1, 20), LONGEST_MS);
  return Math.max(Math.round(doubled * (0.8 + 0.4 * random())), retryAfterMs);
}

/** How long the remote asks to wait, 0 when the error says nothing about it. */
export function askedWait(error: unknown): number {
  return error instanceof UpstreamError ? (error.retryAfterMs ?? 0) : 0;
}

/** Tries a call up to `attempts` times while failing is worth another try. */
export async function withRetries<T>(
  clock: Clock,
  random: Random,
  attempts: number,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const worthIt = error instanceof UpstreamError && error.canRetry;
      if (!worthIt || attempt >= attempts || signal.aborted) throw error;
      await clock.sleep(backoffMs(attempt, random, askedWait(error)), signal);
      if (signal.aborted) throw error;
    }
  }
}
