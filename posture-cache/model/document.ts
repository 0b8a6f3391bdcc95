import type { DeviceState } from "./device.ts";
import { decisiveGroups, type Policy } from "./policy.ts";

/**
 * A posture document (docs/posture.md), ready to be served. Only `stale` depends on the time of asking, so the text is
 * computed once for each change, up to that field, and finished for each request.
 */
export interface StoredDocument {
  /** JSON up to and without `,"stale":`. */
  head: string;
  /** Epoch milliseconds from which on the document is stale. */
  staleAt: number;
  /** JSON from `,"asOf":` to the end. */
  tail: string;
}

/** Aliases of the told groups that the device is in, sorted. */
export function groupAliases(device: DeviceState, policy: Policy): string[] {
  return Object.entries(policy.groupAliases)
    .filter(([id]) => device.memberships[id]?.member)
    .map(([, alias]) => alias)
    .sort();
}

/**
 * When the document stops being believable: the oldest reading behind risk and compliance, or the Mac's own report,
 * has passed its limit. What was never read makes it stale from the start.
 */
export function staleAt(device: DeviceState, policy: Policy): number {
  const readings = decisiveGroups(policy).map((id) => device.memberships[id]?.at ?? 0);
  const confirmed = Math.min(device.readAt ?? 0, ...readings);
  if (confirmed === 0 || device.inventoryAt === null) return 0;
  return Math.min(
    confirmed + policy.confirmWithinMs,
    device.inventoryAt + policy.inventoryWithinMs,
  );
}

/** Computes what is stored for a device. */
export function storedDocument(device: DeviceState, policy: Policy): StoredDocument {
  const head = JSON.stringify({
    v: 1,
    serial: device.serial,
    managed: device.facts.managed,
    compliant: device.compliant,
    risk: device.risk,
    riskSince: device.riskSince,
    reasons: device.contributions.map((contribution) => contribution.source),
    groups: groupAliases(device, policy),
    user: device.user,
  });
  return {
    head: head.slice(0, -1),
    staleAt: staleAt(device, policy),
    tail: `,"asOf":${device.asOf}}`,
  };
}

/** The text to answer with at the time `now` (epoch milliseconds). */
export function documentText(stored: StoredDocument, now: number): string {
  const stale = now >= stored.staleAt ? ',"stale":true' : ',"stale":false';
  return stored.head + stale + stored.tail;
}
