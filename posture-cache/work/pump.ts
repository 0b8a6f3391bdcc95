import type { Clock } from "../../base/clock.ts";

/** Something to do, with the ids of the rows it works on. */
export interface Job {
  ids: readonly number[];
  run(): Promise<void>;
}

export interface PumpOptions {
  clock: Clock;
  /** How many jobs run at a time. */
  room: number;
  /** Finds jobs whose time has come, leaving out rows that are being worked on. */
  claim(room: number, busy: ReadonlySet<number>): Promise<readonly Job[]>;
  /** When the next row that is not being worked on is due. */
  nextAt(busy: ReadonlySet<number>): Promise<number | undefined>;
  /** A claim or a job that throws is a defect or a broken store: it is reported and tried again later. */
  onError(error: unknown): void;
}

export interface Pump {
  /** Looks for work at once. */
  notify(): void;
  /** Starts nothing more and waits for what runs. */
  stop(): Promise<void>;
}

/** Nothing is polled while it waits, so this is only a net under a missed wake-up. */
const LONGEST_SLEEP_MS = 60_000;
const AFTER_ERROR_MS = 1000;

/** Runs due jobs as long as there are any, then sleeps until the next is due or someone notifies. */
export function startPump({ clock, room, claim, nextAt, onError }: PumpOptions): Pump {
  const busy = new Set<number>();
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  let stopped = false;
  let notified = false;
  let wake = new AbortController();

  const notify = () => {
    notified = true;
    wake.abort();
  };

  const start = (job: Job) => {
    for (const id of job.ids) busy.add(id);
    const run = job
      .run()
      .catch(async (error: unknown) => {
        onError(error);
        // The row is still due: without a pause the same failure would spin.
        await clock.sleep(AFTER_ERROR_MS, stopping.signal);
      })
      .finally(() => {
        for (const id of job.ids) busy.delete(id);
        running.delete(run);
        notify();
      });
    running.add(run);
  };

  const loop = async () => {
    while (!stopped) {
      notified = false;
      wake = new AbortController();
      let sleepMs = LONGEST_SLEEP_MS;
      try {
        const free = room - running.size;
        if (free > 0) {
          for (const job of await claim(free, busy)) start(job);
        }
        if (running.size < room) {
          const next = await nextAt(busy);
          if (next !== undefined) sleepMs = Math.min(sleepMs, Math.max(0, next - clock.now()));
        }
      } catch (error) {
        onError(error);
        sleepMs = AFTER_ERROR_MS;
      }
      if (!stopped && !notified && sleepMs > 0) await clock.sleep(sleepMs, wake.signal);
    }
  };
  const looping = loop();

  return {
    notify,
    async stop() {
      stopped = true;
      stopping.abort();
      notify();
      await looping;
      await Promise.all(running);
    },
  };
}
