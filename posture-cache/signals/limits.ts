import type { Clock } from "../../base/clock.ts";

export interface RateLimiter {
  /** Resolves when a call may be made; urgent callers pass those who are not. */
  acquire(urgent: boolean): Promise<void>;
  /** No call may be made for so many milliseconds. */
  pause(ms: number): void;
}

/** A token bucket: `perSecond` calls a second, and as many at once after a rest. */
export function rateLimiter(clock: Clock, perSecond: number, signal: AbortSignal): RateLimiter {
  let tokens = perSecond;
  let filledAt = clock.now();
  let pausedUntil = 0;
  const urgentQueue: (() => void)[] = [];
  const queue: (() => void)[] = [];
  let draining = false;

  const refill = () => {
    const now = clock.now();
    tokens = Math.min(perSecond, tokens + ((now - filledAt) / 1000) * perSecond);
    filledAt = now;
  };
  const drain = async () => {
    draining = true;
    while (urgentQueue.length + queue.length > 0 && !signal.aborted) {
      refill();
      const pause = pausedUntil - clock.now();
      if (pause > 0) await clock.sleep(pause, signal);
      else if (tokens < 1) await clock.sleep(Math.ceil(((1 - tokens) / perSecond) * 1000), signal);
      else {
        tokens -= 1;
        (urgentQueue.shift() ?? queue.shift())?.();
      }
    }
    // A stopping service lets everyone go: the calls themselves are aborted.
    for (const go of [...urgentQueue.splice(0), ...queue.splice(0)]) go();
    draining = false;
  };
  return {
    acquire(urgent) {
      return new Promise((resolve) => {
        (urgent ? urgentQueue : queue).push(resolve);
        if (!draining) void drain();
      });
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, clock.now() + ms);
    },
  };
}

/** Counts of one day (UTC), kept where they survive a restart. */
export interface DailyCount {
  read(day: string): Promise<number>;
  write(day: string, count: number): Promise<void>;
}

/**
 * A daily budget of calls, of which the last `reserve` are for urgent ones.
 * @returns a function that takes one call out of the budget, or says how long to wait, in milliseconds
 */
export function dailyBudget(
  clock: Clock,
  kept: DailyCount,
  perDay: number,
  reserve: number,
): (urgent: boolean) => Promise<{ waitMs: number }> {
  let day = "";
  let count = 0;
  return async (urgent) => {
    const now = clock.now();
    const today = new Date(now).toISOString().slice(0, 10);
    if (today !== day) {
      count = await kept.read(today);
      day = today;
    }
    if (count >= (urgent ? perDay : perDay - reserve)) {
      return { waitMs: Date.parse(`${today}T00:00:00.000Z`) + 86_400_000 - now };
    }
    count += 1;
    await kept.write(today, count);
    return { waitMs: 0 };
  };
}
