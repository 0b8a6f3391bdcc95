import type { ScriptKind } from "../../base/kinds.ts";
import { addCriteria, removeCriteria } from "./policy-text.ts";
import type { Link, WiredKind } from "./plan-data.ts";
import type { Mapping } from "./references.ts";
import { callsCriteria, list, mappings, runs } from "./references.ts";
import type { RemoteObject } from "./remote.ts";

/** A script as it is after the publish, ready to be connected. */
export interface WiredScript {
  kind: ScriptKind;
  id: string;
  name: string;
  /** Device-claim scripts: how the output becomes a claim. */
  device?: { claimName: string; platform: string; args: string } | undefined;
}

/** What becomes of one object when scripts are connected to it and taken from it. */
export interface Rewired {
  /** The fields that change, with their new values. */
  fields: Record<string, unknown>;
  links: Link[];
  /** Why it cannot be done; empty when it can. */
  refusals: { reason: string; fix: string }[];
}

const NONE = (): Rewired => ({ fields: {}, links: [], refusals: [] });

type Connect = (
  object: RemoteObject,
  wanted: readonly WiredScript[],
  unwanted: readonly WiredScript[],
) => Rewired;

/** Providers that people do not sign in to with a client: they run nothing on devices. */
const NO_DEVICES = new Set(["Connector", "ServiceDatabase"]);

/** Appends what is missing, in the given order, and leaves the order of the others alone. */
function members(
  object: RemoteObject,
  field: string,
  wanted: readonly WiredScript[],
  unwanted: readonly WiredScript[],
): Rewired {
  const now = list(object[field]);
  const attach = wanted.filter(({ id }) => !now.includes(id));
  const detach = unwanted.filter(({ id }) => now.includes(id));
  if (attach.length + detach.length === 0) return NONE();
  const gone = new Set(detach.map(({ id }) => id));
  const links = (change: Link["change"], scripts: readonly WiredScript[]) =>
    scripts.map(({ kind, name }): Link => ({ change, what: kind as Link["what"], name }));
  return {
    fields: { [field]: [...now.filter((id) => !gone.has(id)), ...attach.map(({ id }) => id)] },
    links: [...links("attach", attach), ...links("detach", detach)],
    refusals: [],
  };
}

const platformsMeet = (one: string, other: string): boolean => {
  if (one === other || one === "all" || other === "all") return true;
  const [shorter = "", longer = ""] = [one, other]
    .map((text) => text.replace(/\.?all$/, ""))
    .sort((a, b) => a.length - b.length);
  return longer === shorter || longer.startsWith(`${shorter}.`);
};

/** On-demand claim mappings, found by the claim that they fill. */
function devices(
  provider: RemoteObject,
  wanted: readonly WiredScript[],
  unwanted: readonly WiredScript[],
): Rewired {
  const made = NONE();
  let next: Mapping[] = [...mappings(provider)];
  for (const script of unwanted) {
    const without = next.filter((mapping) => !runs(mapping, script.name));
    if (without.length === next.length) continue;
    next = without;
    made.links.push({ change: "detach", what: "device-claim", name: script.name });
  }
  for (const { name, device } of wanted) {
    if (device === undefined) continue;
    const { claimName, platform, args } = device;
    if (claimName === "" || platform === "") {
      made.refusals.push({
        reason: `the device script ${name} does not say which claim it fills, or on which platform`,
        fix: "name claimName and platform in its metadata",
      });
      continue;
    }
    const mapping: Mapping = {
      command: "runScript",
      claimName,
      platform,
      // An empty text is a value to the admin API and may be refused.
      parameters: args === "" ? { name } : { name, args },
    };
    const at = next.findIndex(
      (one) => one.claimName === claimName && platformsMeet(String(one.platform), platform),
    );
    const there = at < 0 ? undefined : next[at];
    if (there === undefined) {
      next.push(mapping);
      made.links.push({ change: "attach", what: "device-claim", name });
    } else if (!runs(there, name)) {
      made.refusals.push({
        reason:
          `the claim ${claimName} is filled by ${String(there.command)} ${String(there.parameters?.name ?? "")} already`.trim(),
        fix: "remove that on-demand claim mapping in the admin UI, or give the script's claim another name",
      });
    } else if (there.platform !== platform || (there.parameters?.args ?? "") !== args) {
      next[at] = { ...there, ...mapping };
      made.links.push({ change: "change", what: "device-claim", name });
    }
  }
  if (made.links.length > 0) made.fields["onDemandClaimMappings"] = next;
  return made;
}

const of = (scripts: readonly WiredScript[], kind: ScriptKind) =>
  scripts.filter((one) => one.kind === kind);

/** How each kind of object is connected to scripts. */
export const CONNECT: Readonly<
  Record<Extract<WiredKind, "identity-provider" | "entitlement-object" | "policy">, Connect>
> = {
  "identity-provider": (provider, wanted, unwanted) => {
    const users = members(
      provider,
      "userScripts",
      of(wanted, "user-claim"),
      of(unwanted, "user-claim"),
    );
    const found = devices(provider, of(wanted, "device-claim"), of(unwanted, "device-claim"));
    const made: Rewired = {
      fields: { ...users.fields, ...found.fields },
      links: [...users.links, ...found.links],
      refusals: [...users.refusals, ...found.refusals],
    };
    const type = String(provider["type"]);
    if (found.links.length > 0 && NO_DEVICES.has(type)) {
      made.refusals.push({
        reason: `an identity provider of type ${type} runs no device scripts`,
        fix: "connect the device script to a provider that people sign in with",
      });
    }
    if (made.links.length > 0 && type === "Radius") {
      made.refusals.push({
        reason: "its shared secret cannot be read, and sending it without one may lose it",
        fix: `change it in the admin UI by hand: ${made.links.map(({ change, name }) => `${change} ${name}`).join(", ")}`,
      });
    }
    return made;
  },
  "entitlement-object": (entitlement, wanted, unwanted) =>
    members(entitlement, "conditions", wanted, unwanted),
  policy: (policy, wanted, unwanted) => {
    const made = NONE();
    const before = String(policy["expression"] ?? "");
    let text = before;
    const edit = (script: WiredScript, change: "attach" | "detach") => {
      const edited = (change === "attach" ? addCriteria : removeCriteria)(text, script.name);
      if ("text" in edited) {
        text = edited.text;
        made.links.push({ change, what: "criteria", name: script.name });
        return;
      }
      made.refusals.push({
        reason: edited.refusal,
        fix:
          change === "attach"
            ? `put ${script.name}(claims) into the expression by hand: then nothing is left to do here`
            : `take ${script.name}(claims) out of the expression by hand`,
      });
    };
    // The new one goes in first: the last criterion is never taken out.
    for (const one of wanted) if (!callsCriteria(text, one.name)) edit(one, "attach");
    for (const one of unwanted) if (callsCriteria(text, one.name)) edit(one, "detach");
    if (text !== before) made.fields["expression"] = text;
    return made;
  },
};
