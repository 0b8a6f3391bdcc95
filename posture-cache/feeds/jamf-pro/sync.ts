import type { InventoryRecord, SeenMembership } from "../../model/observation.ts";
import { watchedGroups } from "../../model/policy.ts";
import { withRetries } from "../../upstream/retry.ts";
import { commitSightings, type FeedContext } from "./context.ts";
import { isNotFound } from "./group.ts";

/** Records a page: large enough that 100,000 computers are 200 calls, small enough for any heap. */
const PAGE_SIZE = 500;
const TRIES = 4;
/** More computers than this share of all do not vanish in a day; an API role that lost its sites looks like it. */
const PLAUSIBLE_LOSS = { atLeast: 10, share: 0.2 };

interface GroupReading {
  at: number;
  members: ReadonlySet<string>;
}

/** Reads every watched group and every computer. @returns the number of computers */
export async function fullSync(context: FeedContext): Promise<number> {
  const { client, store, policy, clock, random, logger, signal } = context;
  const retried = <T>(work: () => Promise<T>) => withRetries(clock, random, TRIES, signal, work);
  const startedAt = clock.now();

  const readings = new Map<string, GroupReading>();
  for (const id of watchedGroups(policy)) {
    const at = clock.now();
    try {
      readings.set(id, { at, members: await retried(() => client.groupMembers(id)) });
    } catch (error) {
      if (!isNotFound(error)) throw error;
      logger.error({ groupId: id }, "Jamf Pro has no such smart group; what was known is kept");
    }
  }

  const seen = new Set<string>();
  const fetchPage = async (page: number) => {
    const at = clock.now();
    return { at, ...(await retried(() => client.inventoryPage(page, PAGE_SIZE))) };
  };
  let next = fetchPage(0);
  for (let page = 0; ; page++) {
    const { at, totalCount, count, records } = await next;
    const more = count > 0 && (page + 1) * PAGE_SIZE < totalCount;
    if (more) {
      // Read ahead while this page is written; a failure is thrown when the page is awaited.
      next = fetchPage(page + 1);
      next.catch(() => undefined);
    }
    if (records.length < count) {
      logger.warn({ records: count - records.length }, "computer records without a serial number");
    }
    // Pages shift when computers come and go while they are read.
    const fresh = records.filter((record) => !seen.has(record.jamfId));
    for (const { jamfId } of fresh) seen.add(jamfId);
    await commitRecords(context, fresh, at, readings);
    if (!more || signal.aborted) break;
  }
  if (signal.aborted) throw new Error("the service is stopping");
  await settleMissing(context, startedAt, readings);
  await store.setMeta("last-sync", String(startedAt));
  return seen.size;
}

function commitRecords(
  context: FeedContext,
  records: readonly InventoryRecord[],
  at: number,
  readings: ReadonlyMap<string, GroupReading>,
): Promise<void> {
  return commitSightings(
    context,
    records.map((record) => ({
      serial: record.serial,
      observe: () => ({
        observations: [
          { kind: "inventory" as const, at, record },
          ...[...readings].map(([id, reading]) => {
            const seen: SeenMembership = { member: reading.members.has(record.jamfId) };
            return { kind: "memberships" as const, at: reading.at, groups: { [id]: seen } };
          }),
        ],
      }),
    })),
    { cause: "full synchronisation" },
  );
}

/** Computers that no page had: asked for by id, then either read or known to be gone. */
async function settleMissing(
  context: FeedContext,
  startedAt: number,
  readings: ReadonlyMap<string, GroupReading>,
): Promise<void> {
  const { client, store, clock, random, logger, signal } = context;
  const missing = await store.notReadSince(startedAt);
  if (missing.length === 0) return;
  const at = clock.now();
  const ids = missing.flatMap(({ jamfId }) => jamfId ?? []);
  const found = await withRetries(clock, random, TRIES, signal, () => client.inventory(ids));
  await commitRecords(context, [...found.values()], at, readings);

  const gone = missing.filter(({ jamfId }) => jamfId === null || !found.has(jamfId));
  const limit = Math.max(
    PLAUSIBLE_LOSS.atLeast,
    (await store.deviceCount()) * PLAUSIBLE_LOSS.share,
  );
  if (gone.length > limit) {
    logger.error(
      { missing: gone.length },
      "Jamf Pro no longer lists many known computers; they are left as they are until they turn stale. Check the API client's role and sites.",
    );
    return;
  }
  await commitSightings(
    context,
    gone.map(({ serial }) => ({
      serial,
      observe: () => ({ observations: [{ kind: "gone" as const, at }] }),
    })),
    { cause: "full synchronisation" },
  );
}
