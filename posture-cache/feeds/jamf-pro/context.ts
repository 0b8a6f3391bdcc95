import type { Logger } from "pino";
import type { Clock } from "../../../base/clock.ts";
import type { CacheEvent } from "../../events.ts";
import { type DeviceState, serialKey } from "../../model/device.ts";
import { storedDocument } from "../../model/document.ts";
import type { InventoryRecord, Observation, SeenMembership } from "../../model/observation.ts";
import { type Policy, watchedGroups } from "../../model/policy.ts";
import { applyObservations } from "../../model/transition.ts";
import type { RiskLevel } from "../../model/risk.ts";
import type { Random } from "../../upstream/retry.ts";
import type { NewWork, Store } from "../../store/store.ts";
import type { JamfClient } from "./client.ts";

/** What the feed's handlers share. */
export interface FeedContext {
  client: JamfClient;
  store: Store;
  policy: Policy;
  clock: Clock;
  random: Random;
  logger: Logger;
  signal: AbortSignal;
  emit(event: CacheEvent): void;
  /** New signals are in the outbox. */
  wakeSignals(): void;
}

/** What was learnt about one device. */
export interface Sighting {
  serial: string;
  /** Pure: called with the stored state inside the transaction. */
  observe(device: DeviceState | undefined): {
    observations: readonly Observation[];
    /** Groups whose membership must be read again later. */
    recheck?: readonly string[];
  };
}

export interface CommitOptions {
  cause: string;
  /** Work that is finished with this. */
  done?: readonly number[];
  enqueue?: readonly NewWork[];
}

/** Judges sightings and writes everything that follows from them in one transaction; then tells. */
export async function commitSightings(
  context: FeedContext,
  sightings: readonly Sighting[],
  { cause, done = [], enqueue = [] }: CommitOptions,
): Promise<void> {
  const { store, policy, clock } = context;
  const now = clock.now();
  const decision = await store.decide(
    sightings.map((sighting) => sighting.serial),
    (stored) => {
      const latest = new Map(stored);
      const changes = [];
      const rechecks = new Map<string, string[]>();
      for (const { serial, observe } of sightings) {
        const key = serialKey(serial);
        const before = latest.get(key);
        const { observations, recheck = [] } = observe(before);
        const outcome = applyObservations(before, serial, observations, policy, now, cause);
        latest.set(key, outcome.state);
        changes.push({ ...outcome, document: storedDocument(outcome.state, policy) });
        for (const groupId of recheck) {
          rechecks.set(groupId, [...(rechecks.get(groupId) ?? []), key]);
        }
      }
      const dueAt = now + policy.recheckMs;
      const again = [...rechecks].map(([groupId, serials]): NewWork => ({
        work: { kind: "recheck", groupId, serials, expiry: false },
        key: `recheck:${groupId}:${dueAt}:${serials[0]}`,
        dueAt,
      }));
      return { changes, done, enqueue: [...enqueue, ...again] };
    },
    now,
  );
  if (decision.changes.some((change) => change.signals.length > 0)) context.wakeSignals();
  for (const { state, transitions } of decision.changes) {
    for (const transition of transitions) {
      if (transition.field !== "risk") continue;
      context.emit({
        type: "risk-changed",
        at: now,
        serial: state.serial,
        from: transition.from as RiskLevel | null,
        to: transition.to as RiskLevel | null,
        reasons: transition.reasons,
        cause,
      });
    }
  }
}

/** Memberships that a record tells, for watched groups of which nothing is known yet. */
export function firstMemberships(
  record: InventoryRecord,
  device: DeviceState | undefined,
  policy: Policy,
): Record<string, SeenMembership> {
  const { groupIds } = record;
  if (groupIds === null) return {};
  const unknown = watchedGroups(policy).filter((id) => device?.memberships[id] === undefined);
  return Object.fromEntries(unknown.map((id) => [id, { member: groupIds.includes(id) }]));
}
