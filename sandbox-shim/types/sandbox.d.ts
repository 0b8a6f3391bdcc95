// Generated from sandbox-shim/profile by `npm run generate`: do not edit.

/**
 * What every sandboxed script finds, whatever its kind. TypeScript adds `lib.es5.d.ts` and nothing else: what the
 * appliance's engine lacks (`find`, `Object.assign`, `Promise`, ...) is a type error here. docs/sandbox.md says how we know.
 */

/** What a claim may hold. Claims come from an identity provider or a device: look before you use one. */
type ClaimValue =
  string | number | boolean | null | undefined | ClaimValue[] | { [name: string]: ClaimValue };

/**
 * The claims of the user. Which there are depends on the identity provider's mapping, so all but Appgate's own
 * are optional, and one that TypeScript does not know has type `unknown`.
 * A script that adds claims declares them: `interface ClaimsUserScripted { posture?: Posture }` in a `declare
 * global`.
 */
interface ClaimsUser {
  readonly username?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly userId?: string;
  readonly emails?: string[];
  readonly groups?: string[];
  readonly tags?: string[];
  readonly ag?: ClaimsUserAppgate;
  /** What user-claim scripts returned, merged. */
  readonly agScripted?: ClaimsUserScripted;
  readonly [name: string]: unknown;
}

/** Built-in claims under `claims.user.ag`. */
interface ClaimsUserAppgate {
  /** `CN=<32 hex digits of the device>,CN=<user>,OU=<identity provider>`. */
  readonly distinguishedName?: string;
  readonly identityProviderId?: string;
  readonly [name: string]: unknown;
}

/** Filled in by user-claim scripts; a library adds its own by declaration merging. */
interface ClaimsUserScripted {
  readonly [name: string]: unknown;
}

/** What the Client tells of the device. The least trusted of all claims. Device-script claims are strings. */
interface ClaimsDevice {
  readonly os?: {
    readonly name?: string;
    readonly family?: string;
    readonly platform?: string;
    readonly type?: string;
    readonly [name: string]: unknown;
  };
  readonly isUserAdmin?: boolean;
  readonly isFirewallEnabled?: boolean;
  readonly language?: string;
  readonly clientIPs?: string[];
  readonly macAddresses?: string[];
  readonly [name: string]: unknown;
}

/**
 * What the Controller and the Gateway know of the session. Methods on claims are declared for the kinds that
 * have them.
 */
interface ClaimsSystem {
  readonly clientSrcIP?: string;
  /** ISO 8601 with three fractional digits and `Z`. */
  readonly connectTime?: string;
  readonly tunIPv4?: string;
  readonly tunIPv6?: string;
  readonly geoIp?: {
    readonly latitude?: number;
    readonly longitude?: number;
    readonly countryCode?: string;
    readonly [name: string]: unknown;
  };
  readonly [name: string]: unknown;
}

interface Claims {
  readonly user: ClaimsUser;
  readonly device: ClaimsDevice;
  readonly system: ClaimsSystem;
}

declare const claims: Claims;

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

/**
 * Makes a call and waits for its answer.
 * It waits 3000 ms unless `timeoutMs` says less, and never longer than what is left of the script's 5000 ms;
 * without an answer expect an exception and null, as no source says which.
 */
declare function httpGet(
  url: string,
  headers?: HttpHeader[],
  timeoutMs?: number,
): HttpResponse | null;

/**
 * Sends a text and waits for the answer.
 * Times as for httpGet.
 */
declare function httpPost(
  url: string,
  body: string,
  contentType: string,
  headers?: HttpHeader[],
  timeoutMs?: number,
): HttpResponse | null;

/**
 * Sends a text and waits for the answer.
 * Times as for httpGet.
 */
declare function httpPut(
  url: string,
  body: string,
  contentType: string,
  headers?: HttpHeader[],
  timeoutMs?: number,
): HttpResponse | null;

/**
 * Makes a call and waits for its answer.
 * That it exists is documented; the order of its arguments is assumed to be that of httpGet, as are its times.
 */
declare function httpDelete(
  url: string,
  headers?: HttpHeader[],
  timeoutMs?: number,
): HttpResponse | null;

/** Writes to the test panel's output and to the appliance's journal. */
declare function print(...values: unknown[]): void;

/** Writes a line to the audit log. */
declare function auditLog(text: string): void;

/** Makes base64 of a text of Latin-1 characters. */
declare function btoa(text: string): string;

/** Reads base64 into a text of Latin-1 characters. */
declare function atob(base64: string): string;

/**
 * The value of a Secret that the Controller keeps: the build replaces the call, whose argument must be a string
 * literal, by "%SECRET:name%", and the Controller puts in the value.
 */
declare function secret(name: string): string;

declare const cache: {
  /** Gives what was put, or a falsy value. */
  getIfPresent(key: string): unknown;
  /**
   * Keeps a value for so many seconds, fractions allowed, on this appliance.
   * One memory for all scripts of an appliance, so prefix your keys; values are texts, numbers, booleans, lists
   * and plain objects; it may forget at any time.
   */
  put(key: string, value: unknown, ttlSeconds: number): void;
};

declare const console: {
  /**
   * Writes to the test panel's output and to the appliance's journal.
   * Keep it quiet in production: it can fill the disk.
   */
  log(...values: unknown[]): void;
};

/** Map without its iterators: a `for..of` over one would be lowered to an index loop, which is wrong. */
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
