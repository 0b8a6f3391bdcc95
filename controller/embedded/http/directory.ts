import type { Json } from "../kinds/field.ts";
import { isObject } from "../kinds/accept.ts";
import { linkCriteria } from "../sessions/evaluator.ts";
import type { Sessions } from "../sessions/sessions.ts";
import type { Store, Stored } from "../store.ts";
import { noPermission } from "./answers.ts";
import type { AdminUser, Privilege } from "./auth.ts";
import { sameSecret } from "./auth.ts";

/** Where the accounts of a provider's type are kept. */
const ACCOUNTS = { LocalDatabase: "local-users", ServiceDatabase: "service-users" } as const;

/**
 * Finds the account of a person or program among the Controller's own users. What it may do is what the roles of those Admin
 * policies say whose expressions match it, as on the product.
 * @returns undefined for an unknown account or a wrong password
 * @throws Problem 403 when no Admin policy matches
 */
export async function findAccount(
  { store, sessions }: { store: Store; sessions: Sessions },
  providerName: string,
  username: string,
  password: string,
): Promise<AdminUser | undefined> {
  const provider = store.byName("identity-providers", providerName);
  const kind = ACCOUNTS[String(provider?.["type"]) as keyof typeof ACCOUNTS] as
    (typeof ACCOUNTS)[keyof typeof ACCOUNTS] | undefined;
  if (provider === undefined || kind === undefined) return undefined;
  const account = store.byName(kind, username);
  const known = account?.["password"];
  if (account === undefined || account["disabled"] === true) return undefined;
  if (typeof known !== "string" || !sameSecret(known, password)) return undefined;
  const privileges = await adminPrivileges({ store, sessions }, provider, account);
  if (privileges.length === 0) throw noPermission();
  return { username, password: known, providerName, privileges };
}

async function adminPrivileges(
  { store, sessions }: { store: Store; sessions: Sessions },
  provider: Stored,
  account: Stored,
): Promise<Privilege[]> {
  const criteria = store
    .list("criteria-scripts")
    .map((one) => ({ name: one.name, expression: String(one["expression"]) }));
  const user = {
    username: account.name,
    tags: account.tags,
    labels: account["labels"] ?? {},
    ag: { identityProviderId: provider.id, identityProviderName: provider.name },
  };
  const granted: Privilege[] = [];
  for (const policy of store.list("policies")) {
    if (policy["type"] !== "Admin" || policy["disabled"] === true) continue;
    const expression = linkCriteria(String(policy["expression"]), criteria);
    const made = await sessions.controller.evaluate(
      { kind: "criteria", name: policy.name, expression },
      { userClaims: user, deviceClaims: {}, systemClaims: {} },
    );
    if (made.failure !== undefined || made.result !== true) continue;
    const roles = policy["administrativeRoles"];
    for (const id of Array.isArray(roles) ? roles.map(String) : []) {
      granted.push(...privilegesOf(store.get("administrative-roles", id)));
    }
  }
  return granted;
}

function privilegesOf(role: Stored | undefined): Privilege[] {
  const list = role?.["privileges"];
  return (Array.isArray(list) ? list : []).filter(isObject).map((one) => {
    const scope = isObject(one["scope"]) ? one["scope"] : {};
    return {
      type: String(one["type"]),
      target: String(one["target"]),
      scope: {
        // An action that cannot be limited comes without a scope.
        all: scope["all"] === true || one["scope"] === undefined,
        ids: texts(scope, "ids"),
        tags: texts(scope, "tags"),
      },
      defaultTags: texts(one, "defaultTags"),
      functions: texts(one, "functions"),
    };
  });
}

function texts(from: Json, field: string): string[] {
  const list = from[field];
  return Array.isArray(list) ? list.map(String) : [];
}
