import type { Clock } from "../../../base/clock.ts";
import { SdpxError } from "../../../base/errors.ts";
import { memoryCache } from "../../../sandbox-shim/host/cache.ts";
import type { Store } from "../store.ts";
import { isId } from "../store.ts";
import { collectDeviceClaims } from "./device.ts";
import { GatewayPass } from "./entitlements.ts";
import type { Evaluator, EvaluatorParts } from "./evaluator.ts";
import { createEvaluator } from "./evaluator.ts";
import type {
  Claims,
  EntitlementState,
  RunDeviceScript,
  SessionEvent,
  SessionState,
  SignIn,
  Verdict,
} from "./model.ts";
import { distinguishedName } from "./model.ts";
import type { AssignedPolicy } from "./policies.ts";
import { assignPolicies, collectScriptedClaims, grantedEntitlements } from "./policies.ts";

/** What is known beside the state that clients see: the sign-in itself, to derive claims from again. */
interface Live {
  signIn: SignIn;
  state: SessionState;
  assigned: AssignedPolicy[];
  /** Verdicts of the claims token; they stay until it is renewed. */
  claimsVerdicts: Verdict[];
}

export interface SessionParts extends EvaluatorParts {
  runDeviceScript: RunDeviceScript;
  store: Store;
  clock: Clock;
}

/** What a Controller and a Gateway do with the published objects when people sign in. Passes over one session never overlap. */
export class Sessions {
  readonly controller: Evaluator;
  readonly #gateway: Evaluator;
  readonly #parts: SessionParts;
  readonly #live = new Map<string, Live>();
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #listeners = new Set<(event: SessionEvent) => void>();
  readonly #stopped = new AbortController();

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.controller = createEvaluator(parts, memoryCache());
    this.#gateway = createEvaluator(parts, memoryCache());
  }

  /** Hears of everything that happens from now on. @returns how to stop listening */
  onEvent(listener: (event: SessionEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  list(): SessionState[] {
    return [...this.#live.values()].map((one) => one.state);
  }

  get(dn: string): SessionState | undefined {
    return this.#live.get(dn)?.state;
  }

  /**
   * Signs a device and user in; a session of the same name is replaced.
   * @throws SdpxError `not-found` for an unknown provider, `bad-input` for a device id that is not a UUID
   */
  async signIn(signIn: SignIn): Promise<SessionState> {
    if (!isId(signIn.deviceId)) {
      throw new SdpxError("bad-input", "the device id is not a UUID", {
        where: "deviceId",
        fix: "give a UUID such as 4c07bc67-57ea-42dd-b702-c2d6c45419fc",
      });
    }
    this.#provider(signIn);
    const dn = distinguishedName(signIn);
    return this.#queue(dn, async () => {
      const started = this.#now();
      const before = this.#live.get(dn)?.state.entitlements ?? {};
      const live = await this.#claimsPass(signIn, started);
      await this.#entitlementsPass(live);
      this.#live.set(dn, live);
      this.#emit({
        type: "signed-in",
        session: live.state,
        ms: this.#now() - started,
        ...this.#stamp(dn),
      });
      this.#tellChanges(dn, before, live.state);
      return live.state;
    });
  }

  signOut(dn: string): boolean {
    return this.#live.delete(dn);
  }

  /**
   * Runs conditions and entitlement scripts again for every session whose name ends with `suffix`; answers at once, the
   * work goes on behind it as on a real Controller, and events tell when it is done.
   */
  reevaluate(suffix: string): string[] {
    const matching = this.matching(suffix);
    for (const dn of matching) this.#again(dn, "entitlements");
    return matching;
  }

  /** Takes claims tokens away after a delay: user claim scripts and policies run again, and then the rest. */
  revoke(names: readonly string[], delayMs: number, perSecond: number): void {
    names.forEach((dn, index) => {
      const wait = delayMs + (index / perSecond) * 1000;
      void this.#parts.clock.sleep(wait, this.#stopped.signal).then(() => {
        if (!this.#stopped.signal.aborted) this.#again(dn, "claims");
      });
    });
  }

  matching(suffix: string): string[] {
    return [...this.#live.keys()].filter((dn) => dn.endsWith(suffix)).sort();
  }

  /** Resolves when no pass is under way or waiting. */
  async idle(): Promise<void> {
    while (this.#queues.size > 0) await Promise.all(this.#queues.values());
  }

  async close(): Promise<void> {
    this.#stopped.abort();
    await this.idle();
  }

  #again(dn: string, scope: "entitlements" | "claims"): void {
    void this.#queue(dn, async () => {
      const live = this.#live.get(dn);
      if (live === undefined) return;
      const started = this.#now();
      const before = live.state.entitlements;
      try {
        const next =
          scope === "claims"
            ? await this.#claimsPass(live.signIn, live.state.signedInAt)
            : { ...live };
        await this.#entitlementsPass(next);
        if (this.#live.get(dn) !== live) return;
        this.#live.set(dn, next);
        this.#tellChanges(dn, before, next.state);
        this.#emit({
          type: "re-evaluated",
          scope,
          session: next.state,
          ms: this.#now() - started,
          ...this.#stamp(dn),
        });
      } catch (error) {
        this.#cut(dn, live, error);
      }
    });
  }

  /** A pass that fails in itself must not leave access open. */
  #cut(dn: string, live: Live, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    const decidedBy: Verdict = {
      appliance: "Gateway",
      kind: "rule",
      name: "evaluation",
      ok: false,
      outcome: "blocked",
      ms: 0,
      error: reason,
    };
    const entitlements = Object.fromEntries(
      Object.entries(live.state.entitlements).map(([name, state]): [string, EntitlementState] => [
        name,
        { ...state, access: false, firewallRules: [], appShortcuts: [], decidedBy },
      ]),
    );
    const state = { ...live.state, entitlements, evaluatedAt: this.#now() };
    this.#live.set(dn, { ...live, state });
    this.#tellChanges(dn, live.state.entitlements, state);
    this.#emit({ type: "failed", reason, ...this.#stamp(dn) });
  }

  /** Device claims, user claim scripts, policies: in that order, as at each issue of a claims token. */
  async #claimsPass(signIn: SignIn, signedInAt: number): Promise<Live> {
    const { store, runDeviceScript } = this.#parts;
    const provider = this.#provider(signIn);
    const dn = distinguishedName(signIn);
    const onDemand = await collectDeviceClaims(
      provider,
      signIn.device,
      store,
      runDeviceScript,
      () => this.#now(),
    );
    const claims: Claims = {
      userClaims: {
        username: signIn.username,
        ...signIn.userClaims,
        ag: {
          identityProviderId: provider.id,
          identityProviderName: provider.name,
          distinguishedName: dn,
        },
      },
      deviceClaims: { ...signIn.deviceClaims, ...onDemand.claims },
      systemClaims: {
        clientSrcIP: "127.0.0.1",
        connectTime: new Date(signedInAt).toISOString(),
        tunIPv4: "10.10.0.2",
        ...signIn.systemClaims,
      },
    };
    const scripted = await collectScriptedClaims(provider, claims, store, this.controller);
    claims.userClaims["agScripted"] = scripted.scripted;
    const policies = await assignPolicies(claims, store, this.controller);
    const claimsVerdicts = [...onDemand.verdicts, ...scripted.verdicts, ...policies.verdicts];
    return {
      signIn,
      assigned: policies.assigned,
      claimsVerdicts,
      state: {
        ...claims,
        distinguishedName: dn,
        deviceId: signIn.deviceId.toLowerCase(),
        username: signIn.username,
        providerName: provider.name,
        site: "",
        policies: policies.assigned.map((one) => one.name),
        entitlements: {},
        explanation: claimsVerdicts,
        signedInAt,
        evaluatedAt: this.#now(),
      },
    };
  }

  async #entitlementsPass(live: Live): Promise<void> {
    const { store } = this.#parts;
    const pass = new GatewayPass(store, this.#gateway, live.state);
    const entitlements: Record<string, EntitlementState> = {};
    const granted = grantedEntitlements(live.assigned, store);
    for (const { entitlement, policyNames } of granted) {
      entitlements[entitlement.name] = await pass.state(entitlement, policyNames);
    }
    const site =
      granted[0] === undefined
        ? undefined
        : store.get("sites", String(granted[0].entitlement["site"]));
    live.state = {
      ...live.state,
      entitlements,
      site: site?.name ?? live.state.site,
      explanation: [...live.claimsVerdicts, ...pass.verdicts],
      evaluatedAt: this.#now(),
    };
  }

  #provider({ providerName }: SignIn) {
    const provider = this.#parts.store.byName("identity-providers", providerName);
    if (provider !== undefined) return provider;
    throw new SdpxError(
      "not-found",
      `the Controller has no identity provider named "${providerName}"`,
      {
        where: "providerName",
        fix: `use one of ${this.#parts.store
          .list("identity-providers")
          .map((one) => one.name)
          .join(", ")}`,
      },
    );
  }

  #tellChanges(dn: string, before: Record<string, EntitlementState>, after: SessionState): void {
    const word = (state: EntitlementState | undefined) =>
      state === undefined ? "absent" : state.access ? "allowed" : "blocked";
    for (const name of [
      ...new Set([...Object.keys(before), ...Object.keys(after.entitlements)]),
    ].sort()) {
      const from = word(before[name]);
      const to = word(after.entitlements[name]);
      if (from === to) continue;
      const decidedBy = after.entitlements[name]?.decidedBy ?? policyBehind(before[name], after);
      this.#emit({
        type: "access-changed",
        entitlement: name,
        from,
        to,
        decidedBy,
        ...this.#stamp(dn),
      });
    }
  }

  #emit(event: SessionEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #stamp(dn: string): { distinguishedName: string; at: number } {
    return { distinguishedName: dn, at: this.#now() };
  }

  #now(): number {
    return this.#parts.clock.now();
  }

  #queue<T>(dn: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#queues.get(dn) ?? Promise.resolve()).then(work);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#queues.set(dn, settled);
    void settled.then(() => {
      if (this.#queues.get(dn) === settled) this.#queues.delete(dn);
    });
    return turn;
  }
}

/** Why an entitlement is no longer there: the policy that gave it and does not any more. */
function policyBehind(before: EntitlementState | undefined, after: SessionState): Verdict {
  const gone = after.explanation.find(
    (one) => one.kind === "policy" && !one.ok && (before?.policyNames.includes(one.name) ?? false),
  );
  return (
    gone ?? {
      appliance: "Controller",
      kind: "rule",
      name: "policies",
      ok: false,
      outcome: "no policy gives it",
      ms: 0,
    }
  );
}
