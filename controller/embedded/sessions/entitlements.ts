import type { EntitlementType } from "../../../base/kinds.ts";
import { isObject } from "../kinds/accept.ts";
import type { Store, Stored } from "../store.ts";
import type { Evaluator } from "./evaluator.ts";
import type { Claims, EntitlementState, FirewallRule, Verdict } from "./model.ts";
import { strings } from "./policies.ts";

/** One pass of a Gateway over a session: each script and condition is evaluated once, whoever refers to it. */
export class GatewayPass {
  readonly verdicts: Verdict[] = [];
  readonly #scripts = new Map<string, Promise<{ list: unknown[]; verdict: Verdict }>>();
  readonly #conditions = new Map<string, Promise<Verdict>>();
  readonly #store: Store;
  readonly #gateway: Evaluator;
  readonly #claims: Claims;

  constructor(store: Store, gateway: Evaluator, claims: Claims) {
    this.#store = store;
    this.#gateway = gateway;
    this.#claims = claims;
  }

  /**
   * What an entitlement opens now. Access needs both: conditions that hold, and something to reach; an entitlement
   * script that fails counts as an empty list.
   */
  async state(entitlement: Stored, policyNames: string[]): Promise<EntitlementState> {
    const conditions = await Promise.all(
      strings(entitlement["conditions"]).map((id) => this.#condition(id)),
    );
    const logic = String(entitlement["conditionLogic"]);
    const holds =
      conditions.length > 0 &&
      (logic === "or" ? conditions.some((one) => one.ok) : conditions.every((one) => one.ok));
    const conditionResults = Object.fromEntries(conditions.map((one) => [one.name, one.ok]));
    const common = { conditionLogic: logic, conditionResults, policyNames };
    const deciding =
      conditions.find((one) => one.ok === holds) ??
      rule(entitlement.name, "blocked", "it has no condition, so nothing says that it may be used");
    if (!holds)
      return { ...common, access: false, firewallRules: [], appShortcuts: [], decidedBy: deciding };

    const scripts: Verdict[] = [];
    const firewallRules = await this.#rules(entitlement, scripts);
    const appShortcuts = await this.#shortcuts(entitlement, scripts);
    if (firewallRules.some((one) => one.action === "allow") || appShortcuts.length > 0) {
      return { ...common, access: true, firewallRules, appShortcuts, decidedBy: deciding };
    }
    const decidedBy =
      scripts.find((one) => !one.ok) ??
      scripts[0] ??
      rule(entitlement.name, "blocked", "it names nothing that can be reached");
    return { ...common, access: false, firewallRules, appShortcuts, decidedBy };
  }

  async #rules(entitlement: Stored, used: Verdict[]): Promise<FirewallRule[]> {
    const rules: FirewallRule[] = [];
    const actions = entitlement["actions"];
    for (const action of Array.isArray(actions) ? actions.filter(isObject) : []) {
      const subtype = String(action["subtype"] ?? "");
      const [protocol = "", direction = ""] = subtype.split("_");
      const hosts = await this.#expand(strings(action["hosts"]), "host", used);
      const ports = await this.#expand(strings(action["ports"]), "portOrType", used);
      const types = await this.#expand(strings(action["types"]), "portOrType", used);
      const wantsPorts = strings(action["ports"]).length > 0;
      if (hosts.length === 0 || (wantsPorts && ports.length === 0)) continue;
      rules.push({
        name: entitlement.name,
        protocol,
        direction,
        action: String(action["action"]),
        ...(subtype === "http_up" ? { subnets: [], urls: hosts } : { subnets: hosts }),
        ...(ports.length > 0 ? { ports } : {}),
        ...(types.length > 0 ? { types } : {}),
      });
    }
    return rules;
  }

  /** Replaces `script://name` by what the entitlement script of that name returns. */
  async #expand(
    entries: readonly string[],
    type: EntitlementType,
    used: Verdict[],
  ): Promise<string[]> {
    const expanded: string[] = [];
    for (const entry of entries) {
      const name = /^script:\/\/(.+)$/.exec(entry)?.[1];
      if (name === undefined) expanded.push(entry);
      else {
        const script = this.#store.byName("entitlement-scripts", name);
        expanded.push(...(await this.#list(script, name, type, used)).map(String));
      }
    }
    return [...new Set(expanded)];
  }

  async #shortcuts(entitlement: Stored, used: Verdict[]): Promise<unknown[]> {
    const fixed = entitlement["appShortcuts"];
    const made: unknown[] = Array.isArray(fixed) ? [...fixed] : [];
    for (const id of strings(entitlement["appShortcutScripts"])) {
      made.push(
        ...(await this.#list(this.#store.get("entitlement-scripts", id), id, "appShortcut", used)),
      );
    }
    return made;
  }

  async #list(
    script: Stored | undefined,
    name: string,
    type: EntitlementType,
    used: Verdict[],
  ): Promise<unknown[]> {
    const key = script?.id ?? `missing:${name}`;
    let running = this.#scripts.get(key);
    if (running === undefined) {
      running = this.#runScript(script, name, type);
      this.#scripts.set(key, running);
    }
    const { list, verdict } = await running;
    used.push(verdict);
    return list;
  }

  async #runScript(
    script: Stored | undefined,
    name: string,
    type: EntitlementType,
  ): Promise<{ list: unknown[]; verdict: Verdict }> {
    if (script === undefined) {
      return this.#conclude(
        [],
        "entitlement",
        name,
        "returns nothing",
        0,
        "there is no such entitlement script",
      );
    }
    if (script["type"] !== type) {
      return this.#conclude(
        [],
        "entitlement",
        script.name,
        "returns nothing",
        0,
        `its type is ${String(script["type"])}, but ${type} is needed here`,
      );
    }
    const made = await this.#gateway.evaluate(
      { kind: "entitlement", type, name: script.name, expression: String(script["expression"]) },
      this.#claims,
    );
    const list = made.failure === undefined && Array.isArray(made.result) ? made.result : undefined;
    if (list === undefined) {
      return this.#conclude(
        [],
        "entitlement",
        script.name,
        "returns nothing",
        made.executionMs,
        made.error ?? "the result is not a list",
      );
    }
    const shown = list.map((one) => (isObject(one) ? String(one["name"]) : String(one))).join(", ");
    return this.#conclude(
      list,
      "entitlement",
      script.name,
      list.length === 0 ? "returns an empty list" : `returns ${shown}`,
      made.executionMs,
    );
  }

  #conclude(
    list: unknown[],
    kind: Verdict["kind"],
    name: string,
    outcome: string,
    ms: number,
    error?: string,
  ) {
    const verdict: Verdict = {
      appliance: "Gateway",
      kind,
      name,
      ok: error === undefined && list.length > 0,
      outcome,
      ms,
      ...(error === undefined ? {} : { error }),
    };
    this.verdicts.push(verdict);
    return { list, verdict };
  }

  #condition(id: string): Promise<Verdict> {
    const known = this.#conditions.get(id);
    if (known !== undefined) return known;
    const running = this.#runCondition(id);
    this.#conditions.set(id, running);
    return running;
  }

  async #runCondition(id: string): Promise<Verdict> {
    const condition = this.#store.get("conditions", id);
    const made =
      condition === undefined
        ? undefined
        : await this.#gateway.evaluate(
            {
              kind: "condition",
              name: condition.name,
              expression: String(condition["expression"]),
            },
            this.#claims,
          );
    const ok = made?.failure === undefined && made?.result === true;
    const error =
      made === undefined
        ? "the condition does not exist"
        : made.failure === undefined
          ? undefined
          : (made.error ?? "the script failed");
    const verdict: Verdict = {
      appliance: "Gateway",
      kind: "condition",
      name: condition?.name ?? id,
      ok,
      outcome: ok ? "holds" : "does not hold",
      ms: made?.executionMs ?? 0,
      ...(error === undefined ? {} : { error }),
    };
    this.verdicts.push(verdict);
    return verdict;
  }
}

function rule(name: string, outcome: string, error: string): Verdict {
  return { appliance: "Gateway", kind: "rule", name, ok: false, outcome, ms: 0, error };
}
