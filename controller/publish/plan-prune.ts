import { PUBLISH_KINDS } from "./kinds.ts";
import type { LeftOver } from "./match.ts";
import type { Step } from "./plan-data.ts";
import { expectsOf, PLAIN } from "./plan-script.ts";
import type { Others } from "./references.ts";
import { referencesTo } from "./references.ts";

/** How much one publish may delete. */
export interface PruneLimits {
  deletes?: number | undefined;
  /** Percent of the bundle's objects on the Controller; counts from two deletes on. */
  deletePercent?: number | undefined;
}

export const PRUNE_LIMITS = { deletes: 5, deletePercent: 50 } as const;

/** Where references to each kind stand. */
const LOOKED_AT = {
  criteria: "policies",
  condition: "entitlements",
  entitlement: "entitlements",
  "user-claim": "identity-providers",
  "device-claim": "identity-providers",
} as const;

/**
 * Plans the deletion of objects that the bundle no longer has, the last written first. What something refers to stays, as does
 * everything when more is to go than the limits allow.
 * @param others what refers to scripts, as it is after everything else in the plan
 * @param owned how many objects of the bundle the Controller has
 */
export function planPrune(
  leftOver: readonly LeftOver[],
  others: Others,
  owned: number,
  limits: PruneLimits = {},
): Step[] {
  const count = limits.deletes ?? PRUNE_LIMITS.deletes;
  const percent = limits.deletePercent ?? PRUNE_LIMITS.deletePercent;
  const share = owned === 0 ? 0 : (leftOver.length / owned) * 100;
  const tooMany =
    leftOver.length > count
      ? `${leftOver.length} objects would be deleted, the limit is ${count}`
      : leftOver.length > 1 && share > percent
        ? `${leftOver.length} of ${owned} objects would be deleted, the limit is ${percent} %`
        : undefined;
  return leftOver.toReversed().map(({ kind, object }): Step => {
    const { resource } = PUBLISH_KINDS[kind];
    const common = { kind, resource, name: object.name, id: object.id };
    const references = referencesTo(kind, object, others);
    const reasons = references.map(
      ({ resource: where, name, how }) => `${where} "${name}" ${how}, so it cannot be deleted`,
    );
    let fix = "let the listed objects do without it, or keep the script";
    if (others[LOOKED_AT[kind]] === undefined) {
      reasons.push(`the account may not see ${LOOKED_AT[kind]}, so nobody knows what refers to it`);
      fix = `give the account the privilege to view ${LOOKED_AT[kind]}`;
    }
    if (object.readOnly === true) {
      reasons.push("it is read-only");
      fix = "delete it on the Controller that replicates it";
    }
    if (reasons.length === 0 && tooMany !== undefined) {
      reasons.push(tooMany);
      fix = "look whether the bundle is complete; if it is, raise the limit with --prune-limit";
    }
    if (reasons.length > 0) return { action: "blocked", ...common, reasons, fix };
    return { action: "delete", ...common, ...PLAIN, expects: expectsOf(object) };
  });
}
