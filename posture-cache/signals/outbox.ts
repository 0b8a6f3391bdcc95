import type { Logger } from "pino";
import type { Clock } from "../../base/clock.ts";
import type { CacheEvent } from "../events.ts";
import type { SignalTarget } from "../model/policy.ts";
import type { SignalRow, Store } from "../store/store.ts";
import { backoffMs, type Random } from "../upstream/retry.ts";
import { type Pump, startPump } from "../work/pump.ts";

/** What became of one signal. */
export type SignalOutcome =
  | { kind: "delivered"; detail: string }
  /** Try again, no sooner than `afterMs` from now. */
  | { kind: "retry"; reason: string; afterMs?: number }
  /** Trying again cannot help. */
  | { kind: "dead"; reason: string };

export type Report = (row: SignalRow, outcome: SignalOutcome) => Promise<void>;

/** Delivers signals to one target. */
export interface SignalSender {
  readonly target: SignalTarget;
  /** Signals that are handed over at once. */
  readonly batch: number;
  /** Batches at a time. */
  readonly room: number;
  /** Reports the outcome of each row as soon as it is known. Rows left unreported are tried again. */
  deliver(rows: readonly SignalRow[], report: Report): Promise<void>;
}

export interface OutboxOptions {
  store: Store;
  clock: Clock;
  random: Random;
  logger: Logger;
  signal: AbortSignal;
  emit(event: CacheEvent): void;
}

/** Delivers what is in the outbox at least once, urgent signals first. One pump a target: one that is down holds up no other. */
export function startOutbox(
  { store, clock, random, logger, signal, emit }: OutboxOptions,
  sender: SignalSender,
): Pump {
  const { target } = sender;
  const report: Report = async (row, outcome) => {
    const now = clock.now();
    const told = { at: now, serial: row.serial, target };
    switch (outcome.kind) {
      case "delivered":
        await store.finishSignal(row, "delivered", outcome.detail, now);
        logger.info({ ...told, detail: outcome.detail }, "signal delivered");
        emit({ type: "signal-delivered", ...told, detail: outcome.detail });
        break;
      case "retry": {
        const waitMs = backoffMs(row.attempts + 1, random, outcome.afterMs);
        await store.postponeSignal(row, now + waitMs, outcome.reason);
        const { reason } = outcome;
        logger.warn({ ...told, reason, retryInMs: waitMs }, "signal not delivered; tried again");
        emit({ type: "signal-failed", ...told, reason, willRetry: true });
        break;
      }
      case "dead":
        await store.finishSignal(row, "dead", outcome.reason, now);
        logger.error({ ...told, reason: outcome.reason }, "signal cannot be delivered");
        emit({ type: "signal-failed", ...told, reason: outcome.reason, willRetry: false });
        break;
    }
  };

  return startPump({
    clock,
    room: sender.room,
    onError: (error) => logger.error({ err: error, target }, "the outbox cannot be worked on"),
    async claim(room, busy) {
      const jobs = [];
      const rows = await store.dueSignals(target, clock.now(), room * sender.batch, busy);
      for (let at = 0; at < rows.length; at += sender.batch) {
        const batch = rows.slice(at, at + sender.batch);
        jobs.push({ ids: batch.map((row) => row.id), run: () => deliver(batch) });
      }
      return jobs;
    },
    nextAt: (busy) => store.nextSignalAt(target, busy),
  });

  async function deliver(rows: readonly SignalRow[]): Promise<void> {
    const left = new Map(rows.map((row) => [row.id, row]));
    let reason = "it was not tried";
    try {
      await sender.deliver(rows, (row, outcome) => {
        // What the shutdown interrupted is not a failure: it stays due and is the first thing after a restart.
        if (signal.aborted && outcome.kind !== "delivered") return Promise.resolve();
        left.delete(row.id);
        return report(row, outcome);
      });
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
      if (!signal.aborted) logger.error({ err: error, target }, "delivering signals failed");
    }
    if (signal.aborted) return;
    for (const row of left.values()) await report(row, { kind: "retry", reason });
  }
}
