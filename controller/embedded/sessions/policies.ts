import { isObject } from "../kinds/accept.ts";
import type { Store, Stored } from "../store.ts";
import type { Evaluator } from "./evaluator.ts";
import { linkCriteria } from "./evaluator.ts";
import type { Claims, Verdict } from "./model.ts";

/** Runs the user claim scripts of an identity provider; their results are merged into `claims.user.agScripted`. */
export async function collectScriptedClaims(
  provider: Stored,
  claims: Claims,
  store: Store,
  controller: Evaluator,
): Promise<{ scripted: Record<string, unknown>; verdicts: Verdict[] }> {
  const scripted: Record<string, unknown> = {};
  const verdicts: Verdict[] = [];
  const ids = provider["userScripts"];
  for (const id of Array.isArray(ids) ? ids.map(String) : []) {
    const script = store.get("user-scripts", id);
    if (script === undefined) {
      verdicts.push(
        missing(
          "user-claim",
          id,
          "the identity provider refers to a user script that does not exist",
        ),
      );
      continue;
    }
    const made = await controller.evaluate(
      { kind: "user-claim", name: script.name, expression: String(script["expression"]) },
      claims,
    );
    const ok = made.failure === undefined && isObject(made.result);
    if (ok) Object.assign(scripted, made.result);
    verdicts.push({
      appliance: "Controller",
      kind: "user-claim",
      name: script.name,
      ok,
      outcome: ok
        ? `claims.user.agScripted gets ${Object.keys(made.result ?? {}).join(", ") || "nothing"}`
        : "adds no claims",
      ms: made.executionMs,
      ...(ok ? {} : { error: made.error ?? "the result is not an object" }),
    });
  }
  return { scripted, verdicts };
}

/** A policy that was assigned and what it opens. */
export interface AssignedPolicy {
  name: string;
  policy: Stored;
}

/**
 * Decides which policies apply. Stop policies go first: one that matches keeps all others away (product manual, "Policies").
 * A policy whose expression fails is not assigned; a Stop policy whose expression fails stops, as that refuses.
 */
export async function assignPolicies(
  claims: Claims,
  store: Store,
  controller: Evaluator,
): Promise<{ assigned: AssignedPolicy[]; verdicts: Verdict[] }> {
  const criteria = store
    .list("criteria-scripts")
    .map((one) => ({ name: one.name, expression: String(one["expression"]) }));
  const verdicts: Verdict[] = [];
  const assigned: AssignedPolicy[] = [];
  const live = store.list("policies").filter((one) => one["disabled"] !== true);
  const stops = live.filter((one) => one["type"] === "Stop");
  // Admin policies give administrative roles and open nothing to a session.
  const others = live.filter((one) => one["type"] !== "Stop" && one["type"] !== "Admin");
  for (const policy of [...stops, ...others]) {
    const stop = policy["type"] === "Stop";
    const made = await controller.evaluate(
      {
        kind: "criteria",
        name: policy.name,
        expression: linkCriteria(String(policy["expression"]), criteria),
      },
      claims,
    );
    const failed = made.failure !== undefined;
    const applies = failed ? stop : made.result === true;
    verdicts.push({
      appliance: "Controller",
      kind: "policy",
      name: policy.name,
      ok: applies && !stop,
      outcome: stop
        ? applies
          ? "stops the sign-in"
          : "does not stop"
        : applies
          ? "assigned"
          : "not assigned",
      ms: made.executionMs,
      ...(failed ? { error: made.error ?? "the script failed" } : {}),
    });
    if (stop && applies) return { assigned: [], verdicts };
    if (applies) assigned.push({ name: policy.name, policy });
  }
  return { assigned, verdicts };
}

function missing(kind: Verdict["kind"], name: string, error: string): Verdict {
  return {
    appliance: "Controller",
    kind,
    name,
    ok: false,
    outcome: "does not exist",
    ms: 0,
    error,
  };
}

/** The entitlements that policies give, by reference and by tag, and by which policies; disabled ones are left out. */
export function grantedEntitlements(
  assigned: readonly AssignedPolicy[],
  store: Store,
): { entitlement: Stored; policyNames: string[] }[] {
  const granted = new Map<string, { entitlement: Stored; policyNames: string[] }>();
  for (const { name, policy } of assigned) {
    const ids = new Set(strings(policy["entitlements"]));
    const links = new Set(strings(policy["entitlementLinks"]));
    for (const entitlement of store.list("entitlements")) {
      const given = ids.has(entitlement.id) || entitlement.tags.some((tag) => links.has(tag));
      if (!given || entitlement["disabled"] === true) continue;
      const entry = granted.get(entitlement.id) ?? { entitlement, policyNames: [] };
      entry.policyNames.push(name);
      granted.set(entitlement.id, entry);
    }
  }
  return [...granted.values()].sort((a, b) => (a.entitlement.name < b.entitlement.name ? -1 : 1));
}

export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
