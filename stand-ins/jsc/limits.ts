import type { Clock } from "../../base/clock.ts";

const DAY_MS = 86_400_000;

export interface RateLimits {
  perSecond: number;
  perDay: number;
}

/** Jamf's published limits of one integration; logins and data are counted apart. */
export const PUBLISHED_LIMITS: RateLimits = { perSecond: 5, perDay: 10_000 };

/** Counts the requests of one integration in windows that slide. */
export class RateLimiter {
  #second: number[] = [];
  #day: { since: number; count: number };
  readonly #limits: RateLimits;
  readonly #clock: Clock;

  constructor(limits: RateLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
    this.#day = { since: clock.now(), count: 0 };
  }

  /** Counts one request. @returns 0 when it may pass, else the milliseconds until one may */
  take(): number {
    const now = this.#clock.now();
    if (now - this.#day.since >= DAY_MS) this.#day = { since: now, count: 0 };
    if (this.#day.count >= this.#limits.perDay) return this.#day.since + DAY_MS - now;
    this.#second = this.#second.filter((at) => now - at < 1000);
    const oldest = this.#second[0];
    if (oldest !== undefined && this.#second.length >= this.#limits.perSecond) {
      return oldest + 1000 - now;
    }
    this.#second.push(now);
    this.#day.count += 1;
    return 0;
  }
}
