import { cautiousMember, combineHint } from "../../model/membership.ts";
import type { Observation } from "../../model/observation.ts";
import { UpstreamError } from "../../upstream/errors.ts";
import type { Work } from "../../store/store.ts";
import { commitSightings, type FeedContext, firstMemberships, type Sighting } from "./context.ts";

type GroupWork = Extract<Work, { kind: "group" }>;

/**
 * A smart group's membership changed. The event is a hint: membership and records are read, and both are
 * weighed against it. While Jamf Pro cannot be read, the event still raises the risk of devices that are known;
 * then the error is thrown, so that the work stays to be done.
 */
export async function handleGroup(
  context: FeedContext,
  id: number,
  work: GroupWork,
): Promise<void> {
  const { client, store, policy, clock, logger } = context;
  const { groupId, at } = work;
  const startedAt = clock.now();
  const reading = settle(client.groupMembers(groupId));
  let ids = [...new Set([...work.added, ...work.removed])];
  if (ids.length === 0) {
    const { value, error } = await reading;
    if (value === undefined && !isNotFound(error)) throw error;
    ids = value === undefined ? [] : await difference(context, groupId, value);
  }

  const [members, records, known] = await Promise.all([
    reading,
    settle(client.inventory(ids)),
    store.serialsOf(ids),
  ]);
  const noSuchGroup = isNotFound(members.error);
  if (noSuchGroup) logger.error({ groupId }, "Jamf Pro has no such smart group");

  const added = new Set(work.added);
  const removed = new Set(work.removed);
  const cautious = cautiousMember(groupId, policy);
  const sightings: Sighting[] = [];
  const complete = (members.value !== undefined || noSuchGroup) && records.value !== undefined;
  for (const jamfId of ids) {
    const record = records.value?.get(jamfId);
    const serial = record?.serial ?? known.get(jamfId);
    if (serial === undefined) {
      if (complete) logger.warn({ groupId, jamfId }, "a group member has no computer record");
      continue;
    }
    sightings.push({
      serial,
      observe(device) {
        const newest = device?.memberships[groupId]?.hintAt ?? 0;
        const hinted = added.has(jamfId) || removed.has(jamfId);
        // In both lists is a contradiction: the cautious half is believed.
        const member = added.has(jamfId) && removed.has(jamfId) ? cautious : added.has(jamfId);
        const combined = combineHint(
          hinted && at >= newest ? { member, at } : null,
          members.value?.has(jamfId) ?? null,
          cautious,
          startedAt + policy.recheckMs,
        );
        const observations: Observation[] = [];
        if (record !== undefined) {
          const groups = firstMemberships(record, device, policy);
          observations.push({ kind: "inventory", at: startedAt, record });
          observations.push({ kind: "memberships", at: startedAt, groups });
        }
        if (combined !== null) {
          const groups = { [groupId]: combined.seen };
          observations.push({ kind: "memberships", at: startedAt, groups });
        }
        return { observations, recheck: combined?.disagree && complete ? [groupId] : [] };
      },
    });
  }
  const cause = `webhook ${id}`;
  await commitSightings(context, sightings, { cause, done: complete ? [id] : [] });
  if (!complete) throw (noSuchGroup ? undefined : members.error) ?? records.error;
}

/** Jamf ids whose membership differs from what is stored: an event without ids says only "something changed". */
async function difference(
  { store }: FeedContext,
  groupId: string,
  members: ReadonlySet<string>,
): Promise<string[]> {
  const stored = await store.devices(await store.members(groupId));
  const was = new Set([...stored.values()].flatMap((device) => device.jamfId ?? []));
  return [...members]
    .filter((id) => !was.has(id))
    .concat([...was].filter((id) => !members.has(id)));
}

interface Settled<T> {
  value?: T;
  error?: unknown;
}

function settle<T>(promise: Promise<T>): Promise<Settled<T>> {
  return promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
}

export function isNotFound(error: unknown): boolean {
  return error instanceof UpstreamError && error.failure === "not-found";
}
