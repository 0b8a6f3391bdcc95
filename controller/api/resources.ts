import type { z } from "zod";
import { SCHEMAS } from "./entities.ts";

/** One collection of the admin API. */
interface Resource {
  /** First API version that has it. */
  since: number;
  /** How a person calls one of them. */
  label: string;
  /** Target of the administrative privilege that guards it. */
  target: string;
  schema: z.ZodType<{ id: string; name: string }>;
}

/** The collections that sdpx reads or writes, under the path that the admin API gives them. */
export const RESOURCES = {
  "criteria-scripts": {
    since: 11,
    label: "criteria script",
    target: "CriteriaScript",
    schema: SCHEMAS.expression,
  },
  "entitlement-scripts": {
    since: 11,
    label: "entitlement script",
    target: "EntitlementScript",
    schema: SCHEMAS.entitlementScript,
  },
  "user-scripts": {
    since: 14,
    label: "user claim script",
    target: "UserClaimScript",
    schema: SCHEMAS.expression,
  },
  "device-scripts": {
    since: 11,
    label: "device claim script",
    target: "DeviceClaimScript",
    schema: SCHEMAS.deviceScript,
  },
  conditions: { since: 11, label: "condition", target: "Condition", schema: SCHEMAS.condition },
  policies: { since: 11, label: "policy", target: "Policy", schema: SCHEMAS.policy },
  entitlements: {
    since: 11,
    label: "entitlement",
    target: "Entitlement",
    schema: SCHEMAS.entitlement,
  },
  "identity-providers": {
    since: 11,
    label: "identity provider",
    target: "IdentityProvider",
    schema: SCHEMAS.identityProvider,
  },
  secrets: { since: 20, label: "secret", target: "Secret", schema: SCHEMAS.named },
  "trusted-certificates": {
    since: 11,
    label: "trusted certificate",
    target: "TrustedCertificate",
    schema: SCHEMAS.trustedCertificate,
  },
  sites: { since: 11, label: "site", target: "Site", schema: SCHEMAS.named },
  "ringfence-rules": {
    since: 11,
    label: "ringfence rule",
    target: "RingfenceRule",
    schema: SCHEMAS.named,
  },
  "administrative-roles": {
    since: 11,
    label: "administrative role",
    target: "AdministrativeRole",
    schema: SCHEMAS.named,
  },
  "local-users": { since: 11, label: "local user", target: "LocalUser", schema: SCHEMAS.named },
} as const satisfies Record<string, Resource>;

export type ResourceKind = keyof typeof RESOURCES;
export type Entity<K extends ResourceKind = ResourceKind> = z.output<
  (typeof RESOURCES)[K]["schema"]
>;

/** What is sent on create and update: the whole object. The client may choose the id. */
export interface EntityBody {
  name: string;
  id?: string;
  [field: string]: unknown;
}
