import { SdpxError } from "../../base/errors.ts";
import type { Bundle } from "./kinds.ts";
import { matchObjects } from "./match.ts";
import type { MatchOptions } from "./match.ts";
import type { Blast, Plan, Step } from "./plan-data.ts";
import { isWrite, PLAN_VERSION } from "./plan-data.ts";
import type { PruneLimits } from "./plan-prune.ts";
import { planPrune } from "./plan-prune.ts";
import { planRecord, planScript } from "./plan-script.ts";
import type { TrustOptions } from "./plan-trust.ts";
import { planTrust } from "./plan-trust.ts";
import { planWiring, unknownScripts } from "./plan-wiring.ts";
import { blastOf } from "./references.ts";
import type { RemoteState } from "./remote.ts";
import type { Wiring } from "./wiring-config.ts";

export interface PlanOptions extends MatchOptions, TrustOptions {
  /** Deletes objects of this bundle that it no longer has. */
  prune?: boolean;
  limits?: PruneLimits;
  /** What scripts are connected to; nothing when left out, and then nothing is taken back either. */
  wiring?: Wiring;
}

/**
 * What must happen on a Controller so that it has what a bundle wants. Pure: the same bundle and state give the same plan.
 * Objects are found by id, then by name; whatever is not ours is left alone and reported.
 * @throws SdpxError `bad-setting` when the wiring names scripts that the bundle does not have
 */
export function planPublish(bundle: Bundle, remote: RemoteState, options: PlanOptions = {}): Plan {
  const { bundle: name } = bundle.manifest;
  const { wiring = {}, prune = false } = options;
  const others = remote.others ?? {};
  refuseUnknown(wiring, bundle);
  const { matches, leftOver } = matchObjects(bundle, remote, options);
  const trust = planTrust(wiring, bundle, remote, options);
  const wired = planWiring(
    wiring,
    matches,
    leftOver.map((one) => ({ ...one, deleting: prune })),
    others,
    name.name,
  );
  const connectionsOf = (id: string) => wired.records.get(id);
  const scripts = matches.map((match) => {
    const id = match.found?.id ?? match.desired.body.id;
    const text = remote.deviceTexts[id];
    return planScript(match, name.name, text, others, connectionsOf(id));
  });
  const records = [
    ...matches.map((match, index) =>
      match.found === undefined
        ? undefined
        : planRecord(match, connectionsOf(match.found.id), scripts[index]),
    ),
    ...(prune
      ? []
      : leftOver.map((one) => planRecord(one, connectionsOf(one.object.id), undefined))),
  ].filter((step) => step !== undefined);
  const owned = matches.filter(({ found, block }) => found !== undefined && !block).length;
  const deletes = prune
    ? planPrune(leftOver, wired.othersAfter, owned + leftOver.length, options.limits)
    : [];
  const steps: Step[] = [
    ...trust.steps,
    ...scripts,
    ...wired.steps,
    ...records,
    ...deletes,
    ...trust.deletes,
  ];
  return {
    planVersion: PLAN_VERSION,
    purpose: "publish",
    bundle: name,
    controller: remote.controller,
    steps,
    blast: blast(steps, remote),
    leftOver: prune
      ? []
      : leftOver.map(({ kind, object }) => ({ kind, name: object.name, id: object.id })),
    warnings: [...secretWarnings(bundle, remote, wiring), ...trust.warnings, ...wired.warnings],
  };
}

function refuseUnknown(wiring: Wiring, bundle: Bundle): void {
  const list = unknownScripts(wiring, bundle);
  if (list.length === 0) return;
  throw new SdpxError("bad-setting", "the wiring names scripts that the bundle does not have", {
    where: "wiring",
    list,
    fix: "correct the names, or build the scripts: a script has the name that dist/manifest.json says",
  });
}

function blast(steps: readonly Step[], remote: RemoteState): Blast {
  const others = remote.others ?? {};
  const writes = steps.filter(isWrite);
  const reach = blastOf(writes, others);
  const { activeUsers } = remote;
  if (activeUsers === undefined) return reach;
  const everybody = reach.policies + reach.entitlements > 0;
  const providers = new Set(
    writes.flatMap((step) =>
      step.kind === "identity-provider"
        ? [step.name]
        : step.references
            .filter(({ resource }) => resource === "identity-providers")
            .map(({ name }) => name),
    ),
  );
  const reached = activeUsers.filter(
    (dn) => everybody || [...providers].some((name) => dn.endsWith(`,OU=${name}`)),
  );
  return { ...reach, activeUsers: new Set(reached).size };
}

function secretWarnings(bundle: Bundle, { secrets }: RemoteState, wiring: Wiring): string[] {
  const wanted = new Map<string, string[]>();
  for (const row of bundle.manifest.scripts) {
    for (const secret of row.secrets) wanted.set(secret, [...(wanted.get(secret) ?? []), row.name]);
  }
  return [...wanted]
    .filter(
      ([secret]) =>
        secrets !== undefined &&
        !secrets.includes(secret) &&
        !Object.hasOwn(wiring.secrets ?? {}, secret),
    )
    .map(
      ([secret, users]) =>
        `the Controller has no secret "${secret}"; ${users.join(", ")} will fail until an administrator creates it`,
    );
}
