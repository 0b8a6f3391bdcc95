import { createHash } from "node:crypto";
import { uuidFrom } from "../../base/uuid.ts";
import type { ObjectKind } from "./plan-data.ts";

/** Fixed for all time: ids that were published depend on it. Itself a random UUID. */
const NAMESPACE = "2f6f0c3a-8f52-4c0e-9a51-7c3d5f0a9d11";

/** RFC 9562, version 5: SHA-1 of a namespace and a name. */
export function uuidV5(namespace: string, name: string): string {
  const hash = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name, "utf8")
    .digest();
  return uuidFrom(hash, 5);
}

/**
 * The id of an object: the same for the same bundle, kind and name on every Controller, so that a repeated POST is
 * recognised and staging and production agree.
 */
export function objectId(bundle: string, kind: ObjectKind, name: string): string {
  return uuidV5(uuidV5(NAMESPACE, bundle), `${kind}/${name}`);
}
