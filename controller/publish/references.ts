import type { ScriptKind } from "../../base/kinds.ts";
import type { Blast, Reference, WiredResource, WriteStep } from "./plan-data.ts";
import type { RemoteObject } from "./remote.ts";

/** Objects that may refer to scripts; a collection that the account may not see is missing. */
export type Others = Readonly<Partial<Record<WiredResource, readonly RemoteObject[]>>>;

/** Where references stand, and how a person calls the collection. */
const REFERRING = {
  policies: "policies",
  entitlements: "entitlements",
  "identity-providers": "identity providers",
} as const;

/** Whether an expression calls a criteria script as `name(`. Comments and texts count too: rather one warning too many. */
export function callsCriteria(expression: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(^|[^\\w$.])${escaped}\\s*\\(`).test(expression);
}

/** What refers to a script's object, by its id or by its name. */
export function referencesTo(
  kind: ScriptKind,
  { id, name }: { id: string; name: string },
  others: Others,
): Reference[] {
  const found: Reference[] = [];
  const add = (
    resource: Reference["resource"],
    object: RemoteObject,
    how: string,
    byName: boolean,
  ) => found.push({ resource, id: object.id, name: object.name, how, byName });
  switch (kind) {
    case "criteria":
      for (const policy of others.policies ?? []) {
        if (callsCriteria(String(policy["expression"] ?? ""), name))
          add("policies", policy, `calls ${name}(claims)`, true);
      }
      break;
    case "condition":
      for (const one of others.entitlements ?? []) {
        if (list(one["conditions"]).includes(id))
          add("entitlements", one, "has the condition", false);
      }
      break;
    case "entitlement":
      for (const one of others.entitlements ?? []) {
        if (mentionsScript(one["actions"], name))
          add("entitlements", one, `uses script://${name}`, true);
        if (list(one["appShortcutScripts"]).includes(id))
          add("entitlements", one, "takes app shortcuts from it", false);
      }
      break;
    case "user-claim":
      for (const one of others["identity-providers"] ?? []) {
        if (list(one["userScripts"]).includes(id))
          add("identity-providers", one, "runs it at sign-in", false);
      }
      break;
    case "device-claim":
      for (const one of others["identity-providers"] ?? []) {
        if (mappings(one).some((mapping) => runs(mapping, name)))
          add("identity-providers", one, `runs ${name} on devices`, true);
      }
      break;
  }
  return found;
}

/** `script://name` stands in hosts, ports or types of an entitlement's actions. */
function mentionsScript(actions: unknown, name: string): boolean {
  return (Array.isArray(actions) ? actions : []).some((action: unknown) => {
    if (typeof action !== "object" || action === null) return false;
    const fields = action as Record<string, unknown>;
    return ["hosts", "ports", "types"].some((field) =>
      list(fields[field]).includes(`script://${name}`),
    );
  });
}

export interface Mapping {
  command?: unknown;
  claimName?: unknown;
  platform?: unknown;
  parameters?: { name?: unknown; args?: unknown } | null;
  [field: string]: unknown;
}

/** On-demand claim mappings of an identity provider. */
export function mappings(provider: RemoteObject): Mapping[] {
  const all = provider["onDemandClaimMappings"];
  return Array.isArray(all) ? (all as Mapping[]) : [];
}

export function runs(mapping: Mapping, script: string): boolean {
  return mapping.command === "runScript" && mapping.parameters?.name === script;
}

export function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** How far writes reach: their references, and the policies that give an entitlement which is reached. */
export function blastOf(steps: readonly WriteStep[], others: Others): Blast {
  const reached = {
    policies: new Set<string>(),
    entitlements: new Set<string>(),
    "identity-providers": new Set<string>(),
  };
  for (const step of steps) {
    for (const { resource, id } of step.references) reached[resource].add(id);
    if (step.resource in reached) reached[step.resource as keyof typeof reached].add(step.id);
  }
  const tags = new Set(
    (others.entitlements ?? [])
      .filter((one) => reached.entitlements.has(one.id))
      .flatMap((one) => one.tags),
  );
  for (const policy of others.policies ?? []) {
    const gives =
      list(policy["entitlements"]).some((id) => reached.entitlements.has(id)) ||
      list(policy["entitlementLinks"]).some((tag) => tags.has(tag));
    if (gives) reached.policies.add(policy.id);
  }
  return {
    policies: reached.policies.size,
    entitlements: reached.entitlements.size,
    identityProviders: reached["identity-providers"].size,
    unseen: Object.entries(REFERRING).flatMap(([resource, label]) =>
      others[resource as keyof typeof REFERRING] === undefined ? [label] : [],
    ),
  };
}
