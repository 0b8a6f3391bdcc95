import type { ProductRange } from "../../../base/products.ts";
import type { SandboxKind } from "../../../base/kinds.ts";
import type { Evidence } from "../schema.ts";
import { EXTENSIONS, guide, KVSTORE, SPEC, USER_CLAIM_SCRIPTS } from "./sources.ts";

export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly optional?: true;
  readonly rest?: true;
}

/** A function that the appliance gives to scripts. The declarations of scripts are made from these. */
export interface HostFunction {
  /** As a script writes it: `httpGet`, `cache.put`, `claims.system.isClientInNetwork`. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly returns: string;
  /** One sentence without a full stop. */
  readonly summary: string;
  readonly evidence: Evidence;
  readonly source: string;
  readonly note?: string;
  readonly kinds?: readonly SandboxKind[];
  readonly products?: ProductRange;
  /** A call without its last required argument fails. The others take what is missing for the text "undefined". */
  readonly strict?: true;
  /** Replaced by the build: it does not exist when the script runs. */
  readonly macro?: true;
}

const url: Parameter = { name: "url", type: "string" };
const body: Parameter = { name: "body", type: "string" };
const contentType: Parameter = { name: "contentType", type: "string" };
const headers: Parameter = { name: "headers", type: "HttpHeader[]", optional: true };
const timeoutMs: Parameter = { name: "timeoutMs", type: "number", optional: true };
const values: Parameter = { name: "values", type: "unknown[]", rest: true };
/** Of every call. */
const WAITS =
  "it waits 3000 ms unless `timeoutMs` says less, and never longer than what is left of the script's 5000 ms; without an answer expect an exception and null, as no source says which";
const WITH_METHODS = ["criteria", "condition"] as const;

export const HOST_FUNCTIONS: readonly HostFunction[] = [
  {
    name: "httpGet",
    parameters: [url, headers, timeoutMs],
    returns: "HttpResponse | null",
    summary: "makes a call and waits for its answer",
    evidence: "sample",
    source: USER_CLAIM_SCRIPTS,
    note: WAITS,
    strict: true,
  },
  {
    name: "httpPost",
    parameters: [url, body, contentType, headers, timeoutMs],
    returns: "HttpResponse | null",
    summary: "sends a text and waits for the answer",
    note: "times as for httpGet",
    evidence: "sample",
    source: USER_CLAIM_SCRIPTS,
    strict: true,
  },
  {
    name: "httpPut",
    parameters: [url, body, contentType, headers, timeoutMs],
    returns: "HttpResponse | null",
    summary: "sends a text and waits for the answer",
    note: "times as for httpGet",
    evidence: "sample",
    source: KVSTORE,
    strict: true,
  },
  {
    name: "httpDelete",
    parameters: [url, headers, timeoutMs],
    returns: "HttpResponse | null",
    summary: "makes a call and waits for its answer",
    evidence: "documented",
    source: guide("Criteria scripts"),
    note: "that it exists is documented; the order of its arguments is assumed to be that of httpGet, as are its times",
    strict: true,
  },
  {
    name: "cache.getIfPresent",
    parameters: [{ name: "key", type: "string" }],
    returns: "unknown",
    summary: "gives what was put, or a falsy value",
    evidence: "sample",
    source: USER_CLAIM_SCRIPTS,
  },
  {
    name: "cache.put",
    parameters: [
      { name: "key", type: "string" },
      { name: "value", type: "unknown" },
      { name: "ttlSeconds", type: "number" },
    ],
    returns: "void",
    summary: "keeps a value for so many seconds, fractions allowed, on this appliance",
    evidence: "sample",
    source: USER_CLAIM_SCRIPTS,
    note: "one memory for all scripts of an appliance, so prefix your keys; values are texts, numbers, booleans, lists and plain objects; it may forget at any time",
    strict: true,
  },
  {
    name: "console.log",
    parameters: [values],
    returns: "void",
    summary: "writes to the test panel's output and to the appliance's journal",
    evidence: "documented",
    source: `${SPEC}, condition.yml`,
    note: "keep it quiet in production: it can fill the disk",
  },
  {
    name: "print",
    parameters: [values],
    returns: "void",
    summary: "writes to the test panel's output and to the appliance's journal",
    evidence: "sample",
    source: "published scripts",
  },
  {
    name: "auditLog",
    parameters: [{ name: "text", type: "string" }],
    returns: "void",
    summary: "writes a line to the audit log",
    evidence: "sample",
    source: USER_CLAIM_SCRIPTS,
  },
  {
    name: "btoa",
    parameters: [{ name: "text", type: "string" }],
    returns: "string",
    summary: "makes base64 of a text of Latin-1 characters",
    evidence: "sample",
    source: KVSTORE,
  },
  {
    name: "atob",
    parameters: [{ name: "base64", type: "string" }],
    returns: "string",
    summary: "reads base64 into a text of Latin-1 characters",
    evidence: "sample",
    source: KVSTORE,
    strict: true,
  },
  {
    name: "claims.system.isClientInNetwork",
    parameters: [{ name: "cidr", type: "string" }],
    returns: "boolean",
    summary: "tells whether `clientSrcIP` lies in the network, IPv4 or IPv6",
    evidence: "documented",
    source: guide("Claims in detail"),
    kinds: WITH_METHODS,
    strict: true,
  },
  {
    name: "claims.device.isClientInNetwork",
    parameters: [{ name: "cidr", type: "string" }],
    returns: "boolean",
    summary: "tells whether any of `clientIPs` lies in the network, IPv4 or IPv6",
    evidence: "documented",
    source: guide("Claims in detail"),
    kinds: WITH_METHODS,
    strict: true,
  },
  {
    name: "claims.user.hasPassword",
    parameters: [
      { name: "claimSuffix", type: "string" },
      { name: "minutes", type: "number" },
    ],
    returns: "boolean",
    summary:
      "tells whether the user has answered the password remedy of this `claimSuffix` in the last minutes",
    evidence: "documented",
    source: `${SPEC}, condition.yml`,
    kinds: WITH_METHODS,
    note: "documented for conditions; criteria share their test endpoint, so it is assumed there",
  },
  {
    name: "secret",
    parameters: [{ name: "name", type: "string" }],
    returns: "string",
    summary:
      'the value of a Secret that the Controller keeps: the build replaces the call, whose argument must be a string literal, by "%SECRET:name%", and the Controller puts in the value',
    evidence: "documented",
    source: guide("Secrets"),
    products: { since: "6.3" },
    macro: true,
  },
];

/** What scripts may want and no public source describes. */
export const UNKNOWN_FUNCTIONS = [
  {
    name: "inTimeRange",
    summary:
      "the manual names a method that compares the time with two values; its owner and arguments are not told",
    source: guide("Claims in detail"),
  },
  {
    name: "methods for OTP and reason remedies",
    summary:
      "such remedies take a claimSuffix as password remedies do, so methods like hasPassword may exist",
    source: `${SPEC}, condition.yml`,
  },
  {
    name: "response headers",
    summary: "no published script reads a header of an answer",
    source: USER_CLAIM_SCRIPTS,
  },
  {
    name: "redirects, proxies, size of answers, client certificates",
    summary: "how HTTP calls treat these is not told",
    source: EXTENSIONS,
  },
] as const;

/** A function's signature in TypeScript's notation, without its name. */
export function signatureOf({ parameters, returns }: HostFunction): string {
  const list = parameters.map(
    ({ name, type, optional, rest }) =>
      `${rest ? "..." : ""}${name}${optional ? "?" : ""}: ${type}`,
  );
  return `(${list.join(", ")}): ${returns}`;
}
