import type { RaisedLevel } from "./risk.ts";

/** Where signals can go. One registry: a new target does not compile until it is delivered. */
export const SIGNAL_TARGETS = ["jsc", "appgate"] as const;
export type SignalTarget = (typeof SIGNAL_TARGETS)[number];

/** What an operator decided: which smart groups mean what, and how long knowledge lasts. Times in milliseconds. */
export interface Policy {
  /** Jamf Pro smart group id → risk level that membership demands. */
  riskGroups: Readonly<Record<string, RaisedLevel>>;
  /** Smart group whose members are compliant; `null` judges by the built-in baseline. */
  complianceGroup: string | null;
  /** Smart group id → alias that scripts see. */
  groupAliases: Readonly<Record<string, string>>;
  /** A raise must be confirmed again within this time. */
  raiseExpiryMs: number;
  /** Group memberships and the record must have been read within this time, or the document is stale. */
  confirmWithinMs: number;
  /** The Mac must have submitted inventory within this time, or the document is stale. */
  inventoryWithinMs: number;
  /** After an event and a read disagree, and after inventory events, read again this much later. */
  recheckMs: number;
  /** Targets that are configured. Signals for others are not made. */
  targets: readonly SignalTarget[];
}

/** Every smart group that the operator named, for whatever purpose, in a stable order. */
export function watchedGroups(policy: Policy): readonly string[] {
  const ids = new Set([...Object.keys(policy.riskGroups), ...Object.keys(policy.groupAliases)]);
  if (policy.complianceGroup !== null) ids.add(policy.complianceGroup);
  return [...ids].sort((a, b) => Number(a) - Number(b));
}

/** Groups that risk and compliance depend on: a document is no fresher than the oldest of their readings. */
export function decisiveGroups(policy: Policy): readonly string[] {
  const ids = new Set(Object.keys(policy.riskGroups));
  if (policy.complianceGroup !== null) ids.add(policy.complianceGroup);
  return [...ids];
}
