import type { ProductRange } from "../../../base/products.ts";
import type { Evidence } from "../schema.ts";
import { guide, OPERATOR, SPEC, TERRAFORM } from "./sources.ts";

/** A claim that Appgate or its usual mappings make. All are optional to a script: look before you use one. */
export interface ClaimField {
  readonly name: string;
  /** TypeScript's notation; left out where `fields` says it. */
  readonly type?: string;
  readonly fields?: readonly ClaimField[];
  readonly doc?: string;
  readonly evidence: Evidence;
  readonly source: string;
  readonly products?: ProductRange;
}

const ldap = { evidence: "documented", source: TERRAFORM } as const;
const detail = { evidence: "documented", source: guide("Claims in detail") } as const;
const spec = { evidence: "documented", source: `${SPEC}, condition.yml` } as const;
const scripts = { evidence: "sample", source: "published scripts" } as const;

export interface ClaimInterface {
  readonly name: string;
  /** Where it stands, `claims.user`. */
  readonly path: string;
  readonly doc: string;
  readonly fields: readonly ClaimField[];
}

/** In the order of the generated declarations. Every interface also has an index signature: there may be any other claim. */
export const CLAIM_INTERFACES: readonly ClaimInterface[] = [
  {
    name: "ClaimsUser",
    path: "claims.user",
    doc: `The claims of the user. Which there are depends on the identity provider's mapping, so all but Appgate's own
are optional, and one that TypeScript does not know has type \`unknown\`.
A script that adds claims declares them: \`interface ClaimsUserScripted { posture?: Posture }\` in a \`declare global\`.`,
    fields: [
      { name: "username", type: "string", ...ldap },
      { name: "firstName", type: "string", ...ldap },
      { name: "lastName", type: "string", ...ldap },
      { name: "userId", type: "string", ...ldap },
      { name: "emails", type: "string[]", ...ldap },
      { name: "groups", type: "string[]", ...ldap },
      { name: "tags", type: "string[]", evidence: "sample", source: OPERATOR },
      { name: "ag", type: "ClaimsUserAppgate", ...scripts },
      {
        name: "agScripted",
        type: "ClaimsUserScripted",
        doc: "What user-claim scripts returned, merged.",
        evidence: "documented",
        source: guide("User claim scripts"),
      },
    ],
  },
  {
    name: "ClaimsUserAppgate",
    path: "claims.user.ag",
    doc: "Built-in claims under `claims.user.ag`.",
    fields: [
      {
        name: "distinguishedName",
        type: "string",
        doc: "`CN=<32 hex digits of the device>,CN=<user>,OU=<identity provider>`.",
        ...scripts,
      },
      { name: "identityProviderId", type: "string", ...scripts },
    ],
  },
  {
    name: "ClaimsUserScripted",
    path: "claims.user.agScripted",
    doc: "Filled in by user-claim scripts; a library adds its own by declaration merging.",
    fields: [],
  },
  {
    name: "ClaimsDevice",
    path: "claims.device",
    doc: "What the Client tells of the device. The least trusted of all claims. Device-script claims are strings.",
    fields: [
      {
        name: "os",
        ...spec,
        fields: ["name", "family", "platform", "type"].map((name) => ({
          name,
          type: "string",
          ...spec,
        })),
      },
      { name: "isUserAdmin", type: "boolean", ...spec },
      { name: "isFirewallEnabled", type: "boolean", ...spec },
      { name: "language", type: "string", ...spec },
      { name: "clientIPs", type: "string[]", ...detail },
      { name: "macAddresses", type: "string[]", ...scripts },
    ],
  },
  {
    name: "ClaimsSystem",
    path: "claims.system",
    doc: "What the Controller and the Gateway know of the session. Methods on claims are declared for the kinds that have them.",
    fields: [
      { name: "clientSrcIP", type: "string", ...spec },
      {
        name: "connectTime",
        type: "string",
        doc: "ISO 8601 with three fractional digits and `Z`.",
        ...spec,
      },
      { name: "tunIPv4", type: "string", ...spec },
      { name: "tunIPv6", type: "string", evidence: "assumed", source: "by analogy with tunIPv4" },
      {
        name: "geoIp",
        evidence: "sample",
        source: "published scripts",
        products: { since: "6.0" },
        fields: [
          { name: "latitude", type: "number", ...scripts },
          { name: "longitude", type: "number", ...scripts },
          { name: "countryCode", type: "string", ...detail },
        ],
      },
    ],
  },
];

/** The types of claims in a Controller's catalogue (GET /claims/names) and how a script sees them. */
export const CLAIM_TYPES: readonly { name: string; type: string; products?: ProductRange }[] = [
  { name: "string, date", type: "string" },
  { name: "number", type: "number" },
  { name: "boolean", type: "boolean" },
  { name: "(missing)", type: "null" },
  { name: "(missing)", type: "undefined" },
  { name: "list", type: "ClaimValue[]" },
  { name: "dictionary", type: "{ [name: string]: ClaimValue }", products: { since: "6.0" } },
];
