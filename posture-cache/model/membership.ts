import type { Membership } from "./device.ts";
import type { SeenMembership } from "./observation.ts";
import type { Policy } from "./policy.ts";

/**
 * What to believe of a membership in doubt: being in a risk group is the dangerous case, while being in any other
 * watched group (compliance, aliases that open doors) is the permissive one.
 */
export function cautiousMember(groupId: string, policy: Policy): boolean {
  return policy.riskGroups[groupId] !== undefined;
}

/**
 * Joins what an event hints and what a reading says. When they disagree, the reading may come from a cluster node
 * of Jamf Pro that has not caught up (nodes refresh once a minute), so the cautious answer is taken, held until
 * `holdUntil`, and must be read again. Without a reading (`null`) only a cautious hint is taken.
 */
export function combineHint(
  hint: { member: boolean; at?: number } | null,
  read: boolean | null,
  cautious: boolean,
  holdUntil: number,
): { seen: SeenMembership; disagree: boolean } | null {
  const hintAt = hint?.at === undefined ? {} : { hintAt: hint.at };
  if (read === null) {
    return hint?.member === cautious
      ? { seen: { member: cautious, holdUntil, hintOnly: true, ...hintAt }, disagree: true }
      : null;
  }
  if (hint === null) return { seen: { member: read }, disagree: false };
  if (hint.member === read) {
    return { seen: { member: read, agreed: true, ...hintAt }, disagree: false };
  }
  return { seen: { member: cautious, holdUntil, ...hintAt }, disagree: true };
}

/**
 * Puts a new reading over what was known. A reading that began before the known one changes nothing, nor does one
 * that contradicts a held answer before its time, unless the newest event agrees with it.
 */
export function applyMembership(
  known: Membership | undefined,
  seen: SeenMembership,
  at: number,
): Membership {
  if (known !== undefined && !seen.hintOnly) {
    if (at < known.at) return known;
    const held = known.holdUntil !== undefined && at < known.holdUntil;
    if (held && seen.member !== known.member && !seen.agreed) return known;
  }
  const hintAt = Math.max(known?.hintAt ?? 0, seen.hintAt ?? 0);
  return {
    member: seen.member,
    at: seen.hintOnly ? (known?.at ?? 0) : at,
    ...(hintAt > 0 ? { hintAt } : {}),
    ...(seen.holdUntil === undefined ? {} : { holdUntil: seen.holdUntil }),
  };
}
