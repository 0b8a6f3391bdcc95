import { conditions, entitlements, policies, ringfenceRules } from "./access.ts";
import type { Field, Fields, Json } from "./field.ts";
import { identityProviders } from "./identity.ts";
import { administrativeRoles, localUsers, mfaProviders, serviceUsers } from "./people.ts";
import { BASE_FIELDS } from "./kind.ts";
import type { Kind } from "./kind.ts";
import { criteriaScripts, deviceScripts, entitlementScripts, userScripts } from "./scripts.ts";
import {
  appliances,
  clientProfiles,
  ipPools,
  secrets,
  sites,
  trustedCertificates,
} from "./system.ts";

/** Paths of the collections that the embedded Controller keeps. */
export const ENTITY_KINDS = [
  "criteria-scripts",
  "entitlement-scripts",
  "user-scripts",
  "device-scripts",
  "conditions",
  "policies",
  "entitlements",
  "ringfence-rules",
  "identity-providers",
  "local-users",
  "service-users",
  "mfa-providers",
  "administrative-roles",
  "secrets",
  "trusted-certificates",
  "sites",
  "ip-pools",
  "client-profiles",
  "appliances",
] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

export const KINDS: Readonly<Record<EntityKind, Kind>> = {
  "criteria-scripts": criteriaScripts,
  "entitlement-scripts": entitlementScripts,
  "user-scripts": userScripts,
  "device-scripts": deviceScripts,
  conditions,
  policies,
  entitlements,
  "ringfence-rules": ringfenceRules,
  "identity-providers": identityProviders,
  "local-users": localUsers,
  "service-users": serviceUsers,
  "mfa-providers": mfaProviders,
  "administrative-roles": administrativeRoles,
  secrets,
  "trusted-certificates": trustedCertificates,
  sites,
  "ip-pools": ipPools,
  "client-profiles": clientProfiles,
  appliances,
};

/** All fields of an object of this kind, those of its variant included. */
export function fieldsOf(kind: EntityKind, body: Json): Fields {
  const { fields, variants } = KINDS[kind];
  const variant = variants?.[String(body["type"])] ?? {};
  return { ...BASE_FIELDS, ...fields, ...variant };
}

/** Whether the collection exists in an API version. */
export function kindSpoken(kind: EntityKind, version: number): boolean {
  const { since = 0, until = Infinity } = KINDS[kind];
  return version >= since && version <= until;
}

/** One reference that an object makes, and the field it stands in. */
export interface Reference {
  field: string;
  kind: EntityKind;
  id: string;
  /** What is referred to may be deleted; the field's list then loses it. */
  detach: boolean;
}

export function referencesOf(kind: EntityKind, stored: Json): Reference[] {
  const found: Reference[] = [];
  for (const [name, field] of Object.entries<Field>(fieldsOf(kind, stored))) {
    const value = stored[name];
    if (field.type === "uuid" && field.reference !== undefined && typeof value === "string") {
      found.push({ field: name, kind: field.reference, id: value, detach: false });
    }
    if (field.type === "uuids" && field.reference !== undefined && Array.isArray(value)) {
      const detach = field.onDelete === "detach";
      for (const id of value)
        found.push({ field: name, kind: field.reference, id: String(id), detach });
    }
  }
  return found;
}
