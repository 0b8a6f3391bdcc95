import { splitBanner } from "../../base/manifest.ts";
import type { ScriptKind } from "../../base/kinds.ts";
import { SdpxError } from "../../base/errors.ts";
import type { ControllerClient } from "../api/client.ts";
import { PUBLISH_KINDS, sha256 } from "../publish/kinds.ts";
import {
  BUILTIN_TAG,
  OWNER_TAG,
  ownersOf,
  ownerTag,
  readNotes,
  writeNotes,
} from "../publish/ownership.ts";
import type { RemoteObject } from "../publish/remote.ts";
import { canonical, contentHash, withoutOwn } from "../publish/remote.ts";

export interface Adopter {
  name: string;
  version: string;
}

/** What is sent to take an object over; undefined when it is ours already. Nothing but tags and notes changes. */
export function planAdopt(
  object: RemoteObject,
  text: string,
  isDevice: boolean,
  bundle: Adopter,
): RemoteObject | undefined {
  const tag = ownerTag(bundle.name);
  const mine = tag.slice(OWNER_TAG.length);
  const refuse = (reason: string, fix: string) =>
    new SdpxError("publish-blocked", `"${object.name}" ${reason}; nothing was written`, {
      where: object.id,
      fix,
    });
  if (object.tags.includes(BUILTIN_TAG))
    throw refuse(
      "is built in",
      "write a script of another name: built-in objects are never changed",
    );
  if (object.readOnly === true)
    throw refuse("is read-only", "adopt it on the Controller that replicates it");
  const other = ownersOf(object.tags).find((owner) => owner !== mine);
  if (other !== undefined)
    throw refuse(`belongs to the bundle "${other}"`, `remove its tag ${ownerTag(other)} first`);
  const { notes, mark } = readNotes(object.notes);
  const tagged = object.tags.some((one) => one.toLowerCase() === tag);
  if (tagged && mark?.bundle.toLowerCase() === mine) return undefined;
  const made = {
    bundle: bundle.name,
    version: bundle.version,
    sha256: sha256(splitBanner(text).body),
    ...(isDevice ? { file: sha256(text) } : {}),
  };
  return {
    ...(withoutOwn(object) as RemoteObject),
    tags: tagged ? object.tags : [...object.tags, tag],
    notes: writeNotes(notes, made),
  };
}

/**
 * Takes one object over: adds the bundle's tag and its line in the notes, and reads back that nothing else changed.
 * @returns the object as it is now, and whether anything was written
 * @throws SdpxError `not-found` with the names there are, `publish-blocked`, `remote-changed`, `read-back-differs`
 */
export async function adopt(
  client: ControllerClient,
  kind: ScriptKind,
  name: string,
  bundle: Adopter,
): Promise<{ object: RemoteObject; written: boolean }> {
  const { resource } = PUBLISH_KINDS[kind];
  const all = (await client.list(resource)) as RemoteObject[];
  const [found, twin] = all.filter((one) => one.name === name);
  if (found === undefined) {
    throw new SdpxError("not-found", `the Controller has no ${kind} script "${name}"`, {
      where: client.url,
      list: all.map((one) => one.name),
      fix: "give one of the listed names, exactly; privileges may hide others",
    });
  }
  if (twin !== undefined) {
    throw new SdpxError("publish-blocked", `two objects are named "${name}"; nothing was written`, {
      list: [found.id, twin.id],
      fix: "rename or delete one of them in the admin UI",
    });
  }
  const isDevice = kind === "device-claim";
  const bytes = isDevice ? (await client.downloadDeviceScript(found.id)).bytes : undefined;
  const text = bytes?.toString("utf8") ?? String(found["expression"] ?? "");
  const wanted = planAdopt(found, text, isDevice, bundle);
  if (wanted === undefined) return { object: found, written: false };
  const now = (await client.get(resource, found.id)) as RemoteObject;
  if (contentHash(now) !== contentHash(found) || now.updated !== found.updated) {
    throw new SdpxError("remote-changed", `"${name}" was changed meanwhile; nothing was written`, {
      where: found.id,
      fix: "adopt it again",
    });
  }
  // The content is sent along: that a Controller keeps what is left out is not documented.
  const file = bytes === undefined ? {} : { file: bytes.toString("base64") };
  await client.update(resource, found.id, { ...wanted, ...file });
  const object = (await client.get(resource, found.id)) as RemoteObject;
  const fields = [...new Set([...Object.keys(wanted), ...Object.keys(withoutOwn(object))])];
  const differing = fields.filter(
    (field) => field !== "tags" && canonical(object[field]) !== canonical(wanted[field]),
  );
  const missing = wanted.tags.filter(
    (tag) => !object.tags.some((one) => one.toLowerCase() === tag.toLowerCase()),
  );
  if (differing.length + missing.length > 0) {
    throw new SdpxError("read-back-differs", `"${name}" does not read back as it was sent`, {
      where: found.id,
      list: [...differing, ...missing.map((tag) => `tag ${tag}`)],
      fix: "compare the object in the admin UI; somebody may have changed it at the same time",
    });
  }
  return { object, written: true };
}
