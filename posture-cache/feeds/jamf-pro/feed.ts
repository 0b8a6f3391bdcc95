import { SdpxError } from "../../../base/errors.ts";
import { sourceGroup } from "../../model/transition.ts";
import type { NewWork, Work, WorkRow } from "../../store/store.ts";
import { askedWait, backoffMs } from "../../upstream/retry.ts";
import { type Job, type Pump, startPump } from "../../work/pump.ts";
import { refetchComputers } from "./computers.ts";
import type { FeedContext } from "./context.ts";
import { handleGroup } from "./group.ts";
import { handleRecheck } from "./recheck.ts";
import { fullSync } from "./sync.ts";

/** Computers whose records are read in one go. */
const COMPUTERS_PER_JOB = 100;
const TICK_MS = 60_000;
/** Finished webhooks are kept this long, to know duplicates by, and delivered signals to explain by. */
const KEEP_MS = 30 * 86_400_000;

export interface FeedOptions {
  syncEveryMs: number;
}

export interface Feed {
  /** There is new work. */
  notify(): void;
  stop(): Promise<void>;
}

/**
 * Works off what was acknowledged and scheduled, and schedules: a full synchronisation now and at every interval, and a reading
 * of every raise whose time is over. Synchronisation has a lane of its own, so that a threat never waits for it.
 */
export function startJamfFeed(context: FeedContext, options: FeedOptions): Feed {
  const { store, clock, logger, signal } = context;
  const onError = (error: unknown) => logger.error({ err: error }, "the inbox cannot be worked on");

  const job = (rows: readonly WorkRow[], what: string, run: () => Promise<void>): Job => ({
    ids: rows.map((row) => row.id),
    run: async () => {
      try {
        await run();
      } catch (error) {
        if (signal.aborted) return;
        await postpone(context, rows, what, error);
      }
    },
  });

  const urgent = startPump({
    clock,
    room: 4,
    onError,
    async claim(room, busy) {
      const { store } = context;
      const now = clock.now();
      const jobs: Job[] = [];
      for (const row of await store.dueWork(["group", "recheck"], now, room, busy)) {
        jobs.push(job([row], describe(row.work), () => handleOne(context, row)));
      }
      if (jobs.length < room) {
        const rows = await store.dueWork(["computer"], now, COMPUTERS_PER_JOB, busy);
        const ids = rows.flatMap(({ work }) => (work.kind === "computer" ? work.jamfId : []));
        const done = rows.map((row) => row.id);
        if (rows.length > 0) {
          jobs.push(
            job(rows, `records of ${ids.length} computers`, () =>
              refetchComputers(context, [...new Set(ids)], `record read again`, done),
            ),
          );
        }
      }
      return jobs;
    },
    nextAt: (busy) => store.nextWorkAt(["group", "recheck", "computer"], busy),
  });

  const syncs = startPump({
    clock,
    room: 1,
    onError,
    async claim(_room, busy) {
      const rows = await store.dueWork(["sync"], clock.now(), 100, busy);
      if (rows.length === 0) return [];
      return [job(rows, "full synchronisation", () => synchronise(context, rows, options))];
    },
    nextAt: (busy) => store.nextWorkAt(["sync"], busy),
  });

  const lanes: Pump[] = [urgent, syncs];
  const notify = () => {
    for (const lane of lanes) lane.notify();
  };
  const scheduling = schedule(context, notify);
  return {
    notify,
    async stop() {
      await Promise.all([...lanes.map((lane) => lane.stop()), scheduling]);
    },
  };
}

async function handleOne(context: FeedContext, row: WorkRow): Promise<void> {
  if (row.work.kind === "group") await handleGroup(context, row.id, row.work);
  if (row.work.kind === "recheck") await handleRecheck(context, row.id, row.work);
}

async function synchronise(
  context: FeedContext,
  rows: readonly WorkRow[],
  { syncEveryMs }: FeedOptions,
): Promise<void> {
  const { store, clock, logger } = context;
  const startedAt = clock.now();
  const devices = await fullSync(context);
  const now = clock.now();
  const next: NewWork = {
    work: { kind: "sync" },
    key: "sync:scheduled",
    dueAt: startedAt + syncEveryMs,
  };
  const done = rows.map((row) => row.id);
  await store.decide([], () => ({ changes: [], done, enqueue: [next] }), now);
  logger.info({ devices, ms: now - startedAt }, "read everything from Jamf Pro");
  context.emit({ type: "synced", at: now, devices });
}

async function postpone(
  context: FeedContext,
  rows: readonly WorkRow[],
  what: string,
  error: unknown,
): Promise<void> {
  const { store, clock, random, logger } = context;
  const attempts = Math.max(...rows.map((row) => row.attempts)) + 1;
  const waitMs = backoffMs(attempts, random, askedWait(error));
  const reason = error instanceof Error ? error.message : String(error);
  const known = error instanceof SdpxError;
  logger.warn(
    {
      what,
      reason,
      attempts,
      retryInMs: waitMs,
      ...(known ? { where: error.where, fix: error.fix } : { err: error }),
    },
    "reading from Jamf Pro failed; it is tried again",
  );
  const ids = rows.map((row) => row.id);
  await store.postponeWork(ids, clock.now() + waitMs, reason);
}

/** Enqueues the first synchronisation, then looks each minute for raises that expire. */
async function schedule(context: FeedContext, notify: () => void): Promise<void> {
  const { store, clock, logger, signal } = context;
  const add = (key: string, work: Work) =>
    store.accept({ key, work, dueAt: clock.now() }, clock.now());
  await add("sync:start", { kind: "sync" });
  notify();
  while (!signal.aborted) {
    try {
      const groups = new Map<string, string[]>();
      for (const { serial, source } of await store.expired(clock.now())) {
        const groupId = sourceGroup(source);
        if (groupId !== null) groups.set(groupId, [...(groups.get(groupId) ?? []), serial]);
      }
      for (const [groupId, serials] of groups) {
        // One pending reading a group: the key is free again when it has been answered.
        await add(`expiry:${groupId}`, { kind: "recheck", groupId, serials, expiry: true });
      }
      if (groups.size > 0) notify();
      await store.prune(clock.now() - KEEP_MS);
    } catch (error) {
      logger.error({ err: error }, "expiring raises could not be looked up");
    }
    await clock.sleep(TICK_MS, signal);
  }
}

function describe(work: Work): string {
  return work.kind === "group" || work.kind === "recheck"
    ? `smart group ${work.groupId}`
    : work.kind;
}
