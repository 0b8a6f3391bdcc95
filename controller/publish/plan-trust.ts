import { X509Certificate } from "node:crypto";
import type { Bundle } from "./kinds.ts";
import { sha256 } from "./kinds.ts";
import { objectId } from "./ids.ts";
import { isOurs, mayTouch } from "./owned.ts";
import { ownerTag, writeNotes } from "./ownership.ts";
import type { CreateStep, Step, WiredKind } from "./plan-data.ts";
import { WIRED_RESOURCES } from "./plan-data.ts";
import { expectsOf, PLAIN } from "./plan-script.ts";
import type { RemoteObject, RemoteState } from "./remote.ts";
import { withoutOwn } from "./remote.ts";
import type { SecretState, Wiring } from "./wiring-config.ts";

/** A certificate that ends within this time is worth a warning. */
const SOON_MS = 30 * 24 * 3600 * 1000;

export interface TrustOptions {
  adopt?: boolean;
  prune?: boolean;
  rotateSecrets?: boolean;
  secretStates?: Readonly<Record<string, SecretState>>;
  /** Epoch milliseconds; without it nothing is said about the validity of certificates. */
  now?: number;
}

export interface TrustPlan {
  steps: Step[];
  deletes: Step[];
  warnings: string[];
}

/** SHA-256 fingerprint of the first certificate of a PEM; undefined for what is none. */
export function fingerprint(pem: string): string | undefined {
  return certificate(pem)?.fingerprint256;
}

function certificate(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

/** Plans the secrets that scripts use and the authorities that they trust. */
export function planTrust(
  wiring: Wiring,
  bundle: Bundle,
  remote: RemoteState,
  options: TrustOptions,
): TrustPlan {
  const plan: TrustPlan = { steps: [], deletes: [], warnings: [] };
  for (const [name, { pem }] of Object.entries(wiring.trustedCertificates ?? {})) {
    plan.steps.push(certificateStep(name, pem, bundle, remote, options, plan.warnings));
  }
  const certificates = remote.others?.["trusted-certificates"];
  if (options.prune === true && wiring.trustedCertificates !== undefined) {
    for (const object of certificates ?? []) {
      if (!isOurs(object, bundle.manifest.bundle.name)) continue;
      if (Object.hasOwn(wiring.trustedCertificates, object.name) || object.readOnly) continue;
      plan.deletes.push({
        action: "delete",
        ...labelled("trusted-certificate", object.name),
        id: object.id,
        ...PLAIN,
        expects: expectsOf(object),
      });
    }
  }
  for (const [name, { from }] of Object.entries(wiring.secrets ?? {})) {
    plan.steps.push(secretStep(name, from, bundle, remote, options, plan.warnings));
  }
  return plan;
}

function labelled<K extends WiredKind>(kind: K, name: string) {
  return { kind, resource: WIRED_RESOURCES[kind], name };
}

/** What a new object of ours looks like, and why it cannot be made or changed. */
function groundwork(
  kind: "trusted-certificate" | "secret",
  name: string,
  bundle: Bundle,
  remote: RemoteState,
) {
  const owner = bundle.manifest.bundle.name;
  const id = objectId(owner, kind, name);
  const all = remote.others?.[WIRED_RESOURCES[kind]];
  const found = all?.find((one) => one.id === id) ?? all?.find((one) => one.name === name);
  const refusal = found === undefined ? undefined : mayTouch(found, owner, id);
  const blocked = (reason: string, fix: string): Step => ({
    action: "blocked",
    ...labelled(kind, name),
    id: found?.id ?? id,
    reasons: [reason],
    fix,
  });
  const unseen =
    all === undefined
      ? blocked(
          "the account may not see this kind of object, or the Controller is too old for it",
          "give the account the privilege View on it, or leave it out of the wiring",
        )
      : undefined;
  return { owner, id, found, refusal, blocked, unseen };
}

function certificateStep(
  name: string,
  pem: string,
  bundle: Bundle,
  remote: RemoteState,
  options: TrustOptions,
  warnings: string[],
): Step {
  const { owner, id, found, refusal, blocked, unseen } = groundwork(
    "trusted-certificate",
    name,
    bundle,
    remote,
  );
  const read = certificate(pem);
  if (read === undefined) return blocked("its file holds no certificate", "give a PEM file");
  if (options.now !== undefined) {
    const left = Date.parse(read.validTo) - options.now;
    const until = new Date(Date.parse(read.validTo)).toISOString().slice(0, 10);
    if (left <= 0) warnings.push(`the trusted certificate "${name}" has expired on ${until}`);
    else if (left < SOON_MS) warnings.push(`the trusted certificate "${name}" expires on ${until}`);
  }
  if (unseen !== undefined) return unseen;
  const { version } = bundle.manifest.bundle;
  const ours = {
    name,
    notes: writeNotes("Trusted by scripts.", { bundle: owner, version, sha256: sha256(read.raw) }),
    tags: [ownerTag(owner)],
    pem,
  };
  const common = labelled("trusted-certificate", name);
  if (found === undefined)
    return { action: "create", ...common, id, ...PLAIN, body: { id, ...ours } };
  const before = fingerprint(String(found["pem"] ?? ""));
  if (before === read.fingerprint256 && found.name === name)
    return { action: "no-op", ...common, id: found.id };
  const adopt = refusal?.adoptable === true && options.adopt === true;
  if (refusal !== undefined && !adopt)
    return blocked(`${refusal.reason}, and it is another certificate`, refusal.fix);
  return {
    action: adopt ? "adopt" : "update",
    ...common,
    id: found.id,
    ...PLAIN,
    expects: expectsOf(found),
    body: {
      ...withoutOwn(found),
      ...ours,
      id: found.id,
      tags: [...new Set([...found.tags, ...ours.tags])],
    },
    changes: [{ field: "fingerprint", from: before ?? null, to: read.fingerprint256 }],
  };
}

function secretStep(
  name: string,
  from: string,
  bundle: Bundle,
  remote: RemoteState,
  options: TrustOptions,
  warnings: string[],
): Step {
  const { owner, id, found, refusal, blocked, unseen } = groundwork("secret", name, bundle, remote);
  if (unseen !== undefined) return unseen;
  const common = labelled("secret", name);
  if (found === undefined) {
    const body: CreateStep["body"] = {
      id,
      name,
      notes: "Used by scripts; its value comes from where the project's wiring says.",
      tags: [ownerTag(owner)],
    };
    return { action: "create", ...common, id, ...PLAIN, body, secretFrom: from };
  }
  const state = options.secretStates?.[name] ?? "unknown";
  if (state === "same") return { action: "no-op", ...common, id: found.id };
  if (options.rotateSecrets !== true) {
    if (state === "changed")
      warnings.push(
        `the value of the secret "${name}" is another one than was sent last; --rotate-secrets sends it`,
      );
    const note = state === "changed" ? "its value is another one here" : "its value cannot be read";
    return { action: "no-op", ...common, id: found.id, note };
  }
  const adopt = refusal?.adoptable === true && options.adopt === true;
  if (refusal !== undefined && !adopt) return blocked(refusal.reason, refusal.fix);
  return {
    action: adopt ? "adopt" : "update",
    ...common,
    id: found.id,
    ...PLAIN,
    expects: expectsOf(found),
    body: bodyOf(found, ownerTag(owner)),
    changes: [{ field: "value", from: "(kept secret)", to: `(from ${from.replace(/:.*/s, "")})` }],
    warnings: ["the value that it has now cannot be read, so a roll back does not bring it back"],
    secretFrom: from,
  };
}

function bodyOf(found: RemoteObject, tag: string): CreateStep["body"] {
  return { ...withoutOwn(found), tags: [...new Set([...found.tags, tag])] } as CreateStep["body"];
}
