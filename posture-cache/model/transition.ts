import { compliance } from "./compliance.ts";
import { type DeviceState, unknownDevice } from "./device.ts";
import { groupAliases } from "./document.ts";
import { applyMembership } from "./membership.ts";
import type { Observation } from "./observation.ts";
import type { Policy } from "./policy.ts";
import { type Contribution, effectiveRisk } from "./risk.ts";
import { type Signal, signalsFor } from "./signal.ts";

/** The parts of a document that access depends on. One registry: each is compared, logged and signalled. */
export const TRACKED = ["risk", "compliant", "managed", "groups"] as const;
export type TrackedField = (typeof TRACKED)[number];
export type TrackedValue = string | boolean | null | readonly string[];

/** A change of what access depends on, appended to a log and never changed. */
export interface Transition {
  at: number;
  field: TrackedField;
  from: TrackedValue;
  to: TrackedValue;
  /** Sources of the contributions after the change. */
  reasons: readonly string[];
  /** What brought it about, e.g. `webhook 42` or `sync`. */
  cause: string;
}

export interface Outcome {
  state: DeviceState;
  transitions: readonly Transition[];
  signals: readonly Signal[];
}

const GROUP_SOURCE = "jamf-pro:group:";

/** The name of a smart group as a source of risk. */
export function groupSource(groupId: string): string {
  return GROUP_SOURCE + groupId;
}

/** The smart group behind a source, or `null` when it is another kind of source. */
export function sourceGroup(source: string): string | null {
  return source.startsWith(GROUP_SOURCE) ? source.slice(GROUP_SOURCE.length) : null;
}

/**
 * Old state and what was observed → new state, and what follows from the difference. `old` is `undefined` for a
 * device that is seen for the first time. `now` is the time of the decision, which transitions carry.
 */
export function applyObservations(
  old: DeviceState | undefined,
  serial: string,
  observations: readonly Observation[],
  policy: Policy,
  now: number,
  cause: string,
): Outcome {
  const before = old ?? unknownDevice(serial);
  const state: DeviceState = { ...before, memberships: { ...before.memberships } };
  for (const observation of observations) observe(state, observation);

  state.contributions = contributionsOf(state, policy, now);
  const riskGroups = Object.keys(policy.riskGroups);
  const allKnown =
    riskGroups.length > 0 && riskGroups.every((id) => state.memberships[id] !== undefined);
  state.risk = effectiveRisk(state.contributions, allKnown && !state.gone);
  if (state.risk !== before.risk) state.riskSince = state.risk === null ? null : now;
  state.compliant = compliance(state, policy);

  const reasons = state.contributions.map((contribution) => contribution.source);
  const was = trackedValues(before, policy);
  const is = trackedValues(state, policy);
  const transitions = TRACKED.filter(
    // A first sight is one event, not a change of everything from unknown.
    (field) => !same(was[field], is[field]) && (old !== undefined || field === "risk"),
  ).map((field) => ({ at: now, field, from: was[field], to: is[field], reasons, cause }));
  const signals = signalsFor(
    { from: before.risk, to: state.risk },
    old === undefined || transitions.length > 0,
    policy.targets,
  );
  return { state, transitions, signals };
}

function observe(state: DeviceState, observation: Observation): void {
  switch (observation.kind) {
    case "inventory": {
      const { record, at } = observation;
      if (at < (state.readAt ?? 0)) return;
      // Two records may bear one serial number after a re-enrolment: the one that the Mac reports to counts.
      const other = state.jamfId !== null && state.jamfId !== record.jamfId && !state.gone;
      if (other && (record.inventoryAt ?? 0) < (state.inventoryAt ?? 0)) return;
      const { jamfId, serial, udid, name, user, facts, inventoryAt } = record;
      const known = { jamfId, serial, udid, name, user, facts, inventoryAt };
      Object.assign(state, known, { readAt: at, gone: false });
      break;
    }
    case "memberships":
      for (const [id, seen] of Object.entries(observation.groups)) {
        state.memberships[id] = applyMembership(state.memberships[id], seen, observation.at);
      }
      break;
    case "gone":
      if (observation.at < (state.readAt ?? 0)) return;
      state.gone = true;
      state.facts = { ...state.facts, managed: false };
      break;
  }
  state.asOf = Math.max(state.asOf, observation.at);
}

/** Contributions of watched groups follow membership; those of other sources stay as they are. */
function contributionsOf(state: DeviceState, policy: Policy, now: number): Contribution[] {
  const others = state.contributions.filter((known) => sourceGroup(known.source) === null);
  const fromGroups = Object.entries(policy.riskGroups).flatMap(([id, level]): Contribution[] => {
    const membership = state.memberships[id];
    if (!membership?.member) return [];
    const source = groupSource(id);
    const known = state.contributions.find((contribution) => contribution.source === source);
    const confirmedAt = membership.at === 0 ? (known?.since ?? now) : membership.at;
    return [
      {
        source,
        level,
        since: known?.since ?? now,
        expires: confirmedAt + policy.raiseExpiryMs,
        reason: `member of Jamf Pro smart group ${id}`,
      },
    ];
  });
  return [...others, ...fromGroups].sort((a, b) => (a.source < b.source ? -1 : 1));
}

function trackedValues(state: DeviceState, policy: Policy): Record<TrackedField, TrackedValue> {
  return {
    risk: state.risk,
    compliant: state.compliant,
    managed: state.facts.managed,
    groups: groupAliases(state, policy),
  };
}

function same(a: TrackedValue, b: TrackedValue): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
