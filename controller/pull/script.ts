import { ENTITLEMENT_TYPES } from "../../base/kinds.ts";
import type { ScriptKind } from "../../base/kinds.ts";
import { manifestRowSchema } from "../../base/manifest.ts";
import { BUILTIN_TAG, OWNER_TAG, ownersOf, ownerTag, readNotes } from "../publish/ownership.ts";
import type { RemoteObject } from "../publish/remote.ts";
import type { Scripts } from "./read.ts";

/** A script as it is kept in a repository: its text, and what the Controller is told beside it. */
export interface KeptScript {
  kind: ScriptKind;
  id: string;
  name: string;
  text: string;
  /** Extension of the text's file. */
  extension: string;
  meta: Record<string, unknown>;
}

/** Why an object cannot be kept, or need not be. */
export interface NotKept {
  reason: string;
}

const remedyMethods = manifestRowSchema.shape.condition.unwrap().shape.remedyMethods;
const REMEDY_FIELDS = ["type", "message", "claimSuffix", "providerId"];

/**
 * What is kept of an object, so that a bundle with it is the same as the object.
 * @param bundle name of the bundle that it will belong to; its ownership marks are left out
 */
export function keep(
  kind: ScriptKind,
  object: RemoteObject,
  scripts: Scripts,
  bundle: string,
): KeptScript | NotKept {
  if (object.tags.includes(BUILTIN_TAG)) return { reason: "it is built in" };
  if (object.readOnly === true)
    return { reason: "it is read-only: another Controller replicates it" };
  const mine = ownerTag(bundle).slice(OWNER_TAG.length);
  const other = ownersOf(object.tags).find((owner) => owner !== mine);
  if (other !== undefined) return { reason: `it belongs to the bundle "${other}"` };

  const common = {
    name: object.name,
    notes: readNotes(object.notes).notes,
    tags: object.tags.filter((tag) => tag.toLowerCase() !== ownerTag(bundle)),
  };
  const kept = (text: string, extension: string, more: object): KeptScript | NotKept => {
    if (!text.isWellFormed() || !object.name.isWellFormed()) {
      return { reason: "it holds half a character (a lone surrogate), which no file can hold" };
    }
    const { id, name } = object;
    return { kind, id, name, text, extension, meta: { ...common, ...more } };
  };
  const expression = String(object["expression"] ?? "");
  switch (kind) {
    case "criteria":
    case "user-claim":
      return kept(expression, "js", {});
    case "entitlement": {
      const type = object["type"];
      const known = ENTITLEMENT_TYPES.find((one) => one === type);
      return known === undefined
        ? { reason: `its type "${String(type)}" is not known here` }
        : kept(expression, "js", { type: known });
    }
    case "condition":
      return conditionOf(object, (more) => kept(expression, "js", more));
    case "device-claim":
      return deviceOf(object, scripts, kept);
  }
}

function conditionOf(
  object: RemoteObject,
  kept: (more: object) => KeptScript | NotKept,
): KeptScript | NotKept {
  const methods = Array.isArray(object["remedyMethods"])
    ? (object["remedyMethods"] as object[])
    : [];
  const ours = methods.map((method) =>
    Object.fromEntries(
      Object.entries(method).filter(
        ([field, value]) => REMEDY_FIELDS.includes(field) && value !== null && value !== "",
      ),
    ),
  );
  const parsed = remedyMethods.safeParse(ours);
  if (!parsed.success) return { reason: "it has a remedy method that is not known here" };
  return kept({
    repeatSchedules: object["repeatSchedules"],
    remedyLogic: object["remedyLogic"],
    remedyMethods: parsed.data,
  });
}

interface Mapping {
  command?: unknown;
  claimName?: unknown;
  platform?: unknown;
  parameters?: { name?: unknown; args?: unknown } | null;
}

function deviceOf(
  object: RemoteObject,
  scripts: Scripts,
  kept: (text: string, extension: string, more: object) => KeptScript | NotKept,
): KeptScript | NotKept {
  const file = scripts.files[object.id];
  if (file === undefined) return { reason: "its file was not downloaded" };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file.bytes);
  } catch {
    return { reason: "its file is not UTF-8 text" };
  }
  const mapped = (scripts.providers ?? [])
    .flatMap((provider) => (provider["onDemandClaimMappings"] ?? []) as Mapping[])
    .filter(
      ({ command, parameters }) => command === "runScript" && parameters?.name === object.name,
    )
    .map(({ claimName, platform, parameters }) =>
      JSON.stringify([String(claimName), String(platform), String(parameters?.args ?? "")]),
    );
  // Providers may map it differently; then none of the mappings is the script's own.
  const [only, ...others] = new Set(mapped);
  const [claimName, platform, args] =
    only === undefined || others.length > 0 ? ["", "", ""] : (JSON.parse(only) as string[]);
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(file.filename)?.[1]?.toLowerCase() ?? "txt";
  return kept(text, extension, { filename: file.filename, claimName, platform, args });
}
