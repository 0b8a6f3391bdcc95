import type { SandboxKind } from "../../../base/kinds.ts";

/** Parts of the type declarations that are the same in every release: text, because TypeScript is their only notation. */
interface KindText {
  doc: string;
  result: string;
  script: string;
}

export const KIND_TEXTS: Readonly<Record<SandboxKind, KindText>> = {
  criteria: {
    doc: `Criteria scripts decide who gets a policy. They run on the Controller, once for each user and each policy that
calls them, and see the claims that are marked "available for policy".`,
    result: "type CriteriaResult = boolean;",
    script: "type CriteriaScript = (claims: Claims) => CriteriaResult;",
  },
  condition: {
    doc: `Conditions decide whether an entitlement may be used now. They run on the Gateway: on the first matching
traffic, after a token renewal, on schedule, and when the session is re-evaluated.`,
    result: "type ConditionResult = boolean;",
    script: "type ConditionScript = (claims: Claims) => ConditionResult;",
  },
  entitlement: {
    doc: `Entitlement scripts say what an entitlement opens. They run on the Gateway when entitlements are made, and see
all claims. An exception or a wrong result counts as an empty list, so as no access.`,
    result: `/** Address, network, host name or resolver name (\`dns://\`, \`domain://\`, \`aws://...\`). */
type EntitlementHosts = string[];
/** Port, range of ports or ICMP type, always as text: "443", "8000-8100". A number may arrive as 443.0. */
type EntitlementPorts = string[];

type EntitlementResult = EntitlementHosts | EntitlementPorts | AppShortcut[];`,
    script: "type EntitlementScript = (claims: Claims) => EntitlementResult;",
  },
  "user-claim": {
    doc: `User-claim scripts add claims. They run on the Controller at sign-in and at every renewal of the claims token;
each property of the result becomes \`claims.user.agScripted.<property>\`, readable by the Client.`,
    result: "type UserClaimResult = { [name: string]: ClaimValue };",
    script: "type UserClaimScript = (claims: Claims) => UserClaimResult;",
  },
};

export const HTTP_TYPES = `
interface HttpHeader {
  key: string;
  value: string;
}

/**
 * An answer with any status: 404 and 503 are answers too. There are no response headers. The chain of an https URL must be
 * publicly trusted or stand in Trusted Certificates.
 */
interface HttpResponse {
  readonly statusCode: number;
  readonly data: string;
}
`;

/** Builtins of the engine that \`lib.es5.d.ts\` does not have and that scripts may use. */
export const DECLARED_BUILTINS = `
/** Map without its iterators: a \`for..of\` over one would be lowered to an index loop, which is wrong. */
interface Map<K, V> {
  readonly size: number;
  get(key: K): V | undefined;
  has(key: K): boolean;
  set(key: K, value: V): this;
  delete(key: K): boolean;
  clear(): void;
  forEach(callback: (value: V, key: K, map: Map<K, V>) => void, thisArg?: unknown): void;
}
interface MapConstructor {
  new <K, V>(entries?: readonly (readonly [K, V])[] | null): Map<K, V>;
  readonly prototype: Map<unknown, unknown>;
}
declare const Map: MapConstructor;

/** Set without its iterators. */
interface Set<T> {
  readonly size: number;
  has(value: T): boolean;
  add(value: T): this;
  delete(value: T): boolean;
  clear(): void;
  forEach(callback: (value: T, again: T, set: Set<T>) => void, thisArg?: unknown): void;
}
interface SetConstructor {
  new <T>(values?: readonly T[] | null): Set<T>;
  readonly prototype: Set<unknown>;
}
declare const Set: SetConstructor;
`;
