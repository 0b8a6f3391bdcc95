import type { ScriptKind } from "../../base/kinds.ts";
import type { Bundle } from "./kinds.ts";
import type { LeftOver, Match } from "./match.ts";
import { recordOf } from "./match.ts";
import { BUILTIN_TAG } from "./ownership.ts";
import type { Step, WiredKind } from "./plan-data.ts";
import { WIRED_RESOURCES } from "./plan-data.ts";
import type { Others } from "./references.ts";
import type { RemoteObject } from "./remote.ts";
import { contentHash, withoutOwn } from "./remote.ts";
import type { Rewired, WiredScript } from "./wiring.ts";
import { CONNECT } from "./wiring.ts";
import type { Wiring } from "./wiring-config.ts";

type ConnectedKind = keyof typeof CONNECT;

/** How a section of the wiring names objects and scripts. */
const SECTIONS: Readonly<
  Record<
    ConnectedKind,
    {
      label: string;
      wanted: (wiring: Wiring) => Record<string, [ScriptKind, string][]> | undefined;
    }
  >
> = {
  "entitlement-object": {
    label: "entitlement",
    wanted: ({ entitlements }) =>
      mapped(entitlements, ({ conditions }) => conditions.map((name) => ["condition", name])),
  },
  policy: {
    label: "policy",
    wanted: ({ policies }) => mapped(policies, ({ criteria }) => [["criteria", criteria]]),
  },
  "identity-provider": {
    label: "identity provider",
    wanted: ({ identityProviders }) =>
      mapped(identityProviders, ({ userScripts = [], deviceScripts = [] }) => [
        ...userScripts.map((name): [ScriptKind, string] => ["user-claim", name]),
        ...deviceScripts.map((name): [ScriptKind, string] => ["device-claim", name]),
      ]),
  },
};

function mapped<T>(
  section: Readonly<Record<string, T>> | undefined,
  scripts: (value: T) => [ScriptKind, string][],
): Record<string, [ScriptKind, string][]> | undefined {
  if (section === undefined) return undefined;
  return Object.fromEntries(Object.entries(section).map(([name, one]) => [name, scripts(one)]));
}

/** Scripts that the wiring names and the bundle does not have, as `policies.Staff: criteria lowRisk`. */
export function unknownScripts(wiring: Wiring, bundle: Bundle): string[] {
  return Object.values(SECTIONS).flatMap(({ label, wanted }) =>
    Object.entries(wanted(wiring) ?? {}).flatMap(([target, scripts]) =>
      scripts
        .filter(
          ([kind, name]) =>
            !bundle.manifest.scripts.some((row) => row.kind === kind && row.name === name),
        )
        .map(([kind, name]) => `${label} "${target}": there is no ${kind} script "${name}"`),
    ),
  );
}

/** What the machine line of a script says about its connections, before, during and after a publish. */
export interface Connections {
  before: readonly string[];
  /** Written before anything is connected: what is connected in this run is in it already. */
  first: string[];
  /** Once everything is connected and taken back. */
  last: string[];
}

export interface WiringPlan {
  steps: Step[];
  warnings: string[];
  /** By the id of the script's object. */
  records: ReadonlyMap<string, Connections>;
  /** The objects as they will be. */
  othersAfter: Others;
}

interface Party {
  kind: ScriptKind;
  script: WiredScript;
  /** Its name on the Controller now, by which it is found where it was connected. */
  nameNow: string;
  record: Set<string>;
  deleting: boolean;
}

/**
 * Plans what is connected to the scripts. Nothing but the lists, mappings and expressions in question changes in an object; what a
 * person connected is kept, and what sdpx connected and the wiring no longer names is taken back.
 */
export function planWiring(
  wiring: Wiring,
  matches: readonly Match[],
  leftOver: readonly (LeftOver & { deleting: boolean })[],
  others: Others,
  owner: string,
): WiringPlan {
  const parties = [
    ...matches.map((match) => partyOf(match, owner)),
    ...leftOver.map(({ kind, object, deleting }): Party => {
      const { id, name } = object;
      const record = new Set(recordOf(object, owner));
      return { kind, script: { kind, id, name }, nameNow: name, record, deleting };
    }),
  ];
  const steps: Step[] = [];
  const warnings: string[] = [];
  const added = new Map<Party, Set<string>>();
  const gone = new Map<Party, Set<string>>();
  const detached = new Map<Party, Set<string>>();
  const note = (map: Map<Party, Set<string>>, party: Party, target: string) =>
    map.set(party, (map.get(party) ?? new Set()).add(target));
  const after: { -readonly [K in keyof Others]: Others[K] } = { ...others };

  for (const kind of Object.keys(SECTIONS) as ConnectedKind[]) {
    const resource = WIRED_RESOURCES[kind];
    const { label, wanted } = SECTIONS[kind];
    const section = wanted(wiring);
    const objects = others[resource];
    for (const name of Object.keys(section ?? {})) {
      const there = objects?.filter((one) => one.name === name) ?? [];
      if (there.length === 1) continue;
      steps.push(unfound(kind, label, name, objects === undefined ? undefined : there.length));
    }
    if (objects === undefined) continue;
    for (const party of parties) {
      for (const target of party.record) {
        const [where, id] = target.split("/");
        if (where === resource && !objects.some((one) => one.id === id)) note(gone, party, target);
      }
    }
    after[resource] = objects.map((object) => {
      const target = `${resource}/${object.id}`;
      const named = section !== undefined && Object.hasOwn(section, object.name);
      const names = (named ? section[object.name] : undefined) ?? [];
      const want = names.flatMap(([one, name]) =>
        parties.filter((party) => party.kind === one && party.script.name === name),
      );
      const unwanted = parties.filter(
        (party) =>
          party.record.has(target) &&
          !want.includes(party) &&
          (section !== undefined || party.deleting),
      );
      if (!named && unwanted.length === 0) return object;
      const made = CONNECT[kind](
        object,
        want.map(({ script }) => script),
        unwanted.map(({ script, nameNow }) => ({ ...script, name: nameNow })),
      );
      const step = stepFor(kind, object, made);
      if (step !== undefined && (named || step.action !== "no-op")) steps.push(step);
      for (const { change, what, name } of made.links) {
        const party = (change === "detach" ? unwanted : want).find(
          (one) =>
            one.kind === what && (change === "detach" ? one.nameNow : one.script.name) === name,
        );
        if (party !== undefined && change === "attach") note(added, party, target);
        if (party !== undefined && change === "detach") note(detached, party, target);
      }
      for (const party of unwanted)
        if (!detached.get(party)?.has(target)) note(gone, party, target);
      if (kind === "entitlement-object" && want.length > 0 && object["conditionLogic"] === "or") {
        warnings.push(
          `the entitlement "${object.name}" opens when any of its conditions holds (conditionLogic is "or"): ${want.map(({ script }) => script.name).join(", ")} may not be the one that decides`,
        );
      }
      return { ...object, ...made.fields };
    });
  }
  const records = new Map(
    parties.map((party): [string, Connections] => {
      const first = [...new Set([...party.record, ...(added.get(party) ?? [])])].filter(
        (target) => !gone.get(party)?.has(target),
      );
      const last = first.filter((target) => !detached.get(party)?.has(target));
      return [party.script.id, { before: [...party.record], first, last }];
    }),
  );
  return { steps, warnings, records, othersAfter: after };
}

function partyOf({ desired, found }: Match, owner: string): Party {
  const { kind, row, body } = desired;
  return {
    kind,
    script: { kind, id: found?.id ?? body.id, name: row.name, device: row.device },
    nameNow: found?.name ?? row.name,
    record: new Set(recordOf(found, owner)),
    deleting: false,
  };
}

function stepFor(kind: ConnectedKind, object: RemoteObject, made: Rewired): Step | undefined {
  const common = { kind, resource: WIRED_RESOURCES[kind], name: object.name, id: object.id };
  const refusals = [...made.refusals];
  if (made.links.length > 0 && object.readOnly === true)
    refusals.push({
      reason: "it is read-only",
      fix: "connect the scripts on the Controller that replicates it",
    });
  // The built-in identity providers are the ones that people use; built-in policies and entitlements are the product's own.
  if (made.links.length > 0 && kind !== "identity-provider" && object.tags.includes(BUILTIN_TAG))
    refusals.push({ reason: "it is built in", fix: "use an object of your own" });
  if (refusals.length > 0) {
    const fixes = [...new Set(refusals.map(({ fix }) => fix))];
    return {
      action: "blocked",
      ...common,
      reasons: refusals.map(({ reason }) => reason),
      fix: fixes.join("; "),
    };
  }
  if (made.links.length === 0) return { action: "no-op", ...common };
  const body = { ...withoutOwn(object), ...made.fields } as RemoteObject;
  // The schema of the client fills this list in; these types of provider have no such field.
  if (["Connector", "ServiceDatabase"].includes(String(object["type"])))
    delete body["onDemandClaimMappings"];
  return {
    action: made.links.every(({ change }) => change === "detach") ? "detach" : "attach",
    ...common,
    body,
    expects: {
      hash: contentHash(object),
      ...(object.updated === undefined ? {} : { updated: object.updated }),
    },
    changes: Object.entries(made.fields).map(([field, to]) => ({
      field,
      from: object[field] ?? null,
      to,
    })),
    links: made.links,
    textDiff: "",
    sources: [],
    effects: [],
    references: [],
    warnings: [],
  };
}

/** @param there how many objects have the name; undefined when the account may not see any */
function unfound(kind: WiredKind, label: string, name: string, there: number | undefined): Step {
  const [reason, fix] =
    there === undefined
      ? [`the account may not see this kind of object`, `give it the privilege View on it`]
      : there === 0
        ? [`the Controller has no ${label} "${name}"`, "correct the name in the wiring, or make it"]
        : [`the Controller has ${there} of the name "${name}"`, "give one of them another name"];
  return {
    action: "blocked",
    kind,
    resource: WIRED_RESOURCES[kind],
    name,
    id: "",
    reasons: [reason],
    fix,
  };
}
