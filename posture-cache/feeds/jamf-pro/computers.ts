import { cautiousMember, combineHint } from "../../model/membership.ts";
import type { Observation } from "../../model/observation.ts";
import { watchedGroups } from "../../model/policy.ts";
import { commitSightings, type FeedContext, firstMemberships, type Sighting } from "./context.ts";
import { isNotFound } from "./group.ts";

/**
 * Reads records again, for any number of computers at once. A record names the groups of its computer; where that
 * differs from what is stored, the group itself is asked, because one of the two may be behind.
 */
export async function refetchComputers(
  context: FeedContext,
  jamfIds: readonly string[],
  cause: string,
  done: readonly number[],
): Promise<void> {
  const { client, store, policy, clock } = context;
  const startedAt = clock.now();
  const records = await client.inventory(jamfIds);
  const stored = await store.devices([...records.values()].map((record) => record.serial));
  const watched = watchedGroups(policy);

  const doubtful = new Set<string>();
  for (const { serial, groupIds } of records.values()) {
    const device = stored.get(serial.trim().toUpperCase());
    for (const id of groupIds === null ? [] : watched) {
      const known = device?.memberships[id]?.member;
      if (known !== undefined && known !== groupIds?.includes(id)) doubtful.add(id);
    }
  }
  const readings = new Map<string, ReadonlySet<string>>();
  let failed: unknown;
  await Promise.all(
    [...doubtful].map(async (id) => {
      try {
        readings.set(id, await client.groupMembers(id));
      } catch (error) {
        if (!isNotFound(error)) failed ??= error;
      }
    }),
  );

  const sightings: Sighting[] = [...records.values()].map((record) => ({
    serial: record.serial,
    observe(device) {
      const groups = firstMemberships(record, device, policy);
      const recheck: string[] = [];
      for (const id of record.groupIds === null ? [] : watched) {
        if (groups[id] !== undefined) continue;
        const member = record.groupIds?.includes(id) ?? false;
        const same = device?.memberships[id]?.member === member;
        const combined = combineHint(
          { member },
          readings.get(id)?.has(record.jamfId) ?? (same ? member : null),
          cautiousMember(id, policy),
          startedAt + policy.recheckMs,
        );
        if (combined === null) continue;
        // A record does not outrank an event: only the group itself ends a hold early.
        groups[id] = { ...combined.seen, agreed: false };
        if (combined.disagree && failed === undefined) recheck.push(id);
      }
      const observations: Observation[] = [
        { kind: "inventory", at: startedAt, record },
        { kind: "memberships", at: startedAt, groups },
      ];
      return { observations, recheck };
    },
  }));
  for (const [jamfId, serial] of await store.serialsOf(jamfIds)) {
    if (records.has(jamfId)) continue;
    sightings.push({
      serial,
      observe: () => ({ observations: [{ kind: "gone", at: startedAt }] }),
    });
  }
  await commitSightings(context, sightings, { cause, done: failed === undefined ? done : [] });
  if (failed !== undefined) throw failed;
}
