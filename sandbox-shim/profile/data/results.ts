import type { SandboxKind } from "../../../base/kinds.ts";
import type { Entry } from "../schema.ts";
import { EXTENSIONS, guide, KVSTORE, NOWHERE, RDP_HOSTS, SPEC, TERRAFORM } from "./sources.ts";

interface ResultFacts {
  type: string;
  summary: string;
  source: string;
  note?: string;
}

const RESULTS: Readonly<Record<SandboxKind, ResultFacts>> = {
  criteria: {
    type: "boolean",
    summary: "true gives the policy; nothing else than true and false is accepted",
    source: `${SPEC}, criteria_script.yml`,
    note: "runs once for each user and each policy that calls it; an error is assumed to refuse",
  },
  condition: {
    type: "boolean",
    summary: "true opens the entitlement; false blocks it and starts the remedies",
    source: `${SPEC}, condition.yml`,
  },
  entitlement: {
    type: "string[] or AppShortcut[]",
    summary: "a list of hosts, of ports or ICMP types as texts, or of app shortcuts",
    source: RDP_HOSTS,
    note: "an exception or a wrong entry counts as an empty list, so as no access",
  },
  "user-claim": {
    type: "object",
    summary: "each property becomes `claims.user.agScripted.<property>`, readable by the Client",
    source: guide("User claim scripts"),
    note: "what a failing script does to the sign-in is not documented; several scripts are merged, in no documented order",
  },
};

const results = Object.entries(RESULTS).map(([kind, { type, summary, source, note }]): Entry => ({
  id: `result:${kind}`,
  area: "result",
  name: kind,
  status: "present",
  signature: type,
  summary,
  evidence: "documented",
  source,
  products: {},
  kinds: [kind as SandboxKind],
  ...(note === undefined ? {} : { note }),
}));

/** Fields of an app shortcut, in the order of the generated declaration. */
export const SHORTCUT_FACTS = [
  {
    name: "name",
    type: "string",
    required: true,
    doc: "At most 32 characters; best under 12.",
    source: TERRAFORM,
  },
  { name: "url", type: "string", required: true, doc: "", source: TERRAFORM },
  {
    name: "description",
    type: "string",
    required: false,
    doc: "At most 300 characters; best under 120.",
    source: TERRAFORM,
  },
  { name: "colorCode", type: "number", required: false, doc: "1 to 20.", source: TERRAFORM },
  {
    name: "groupName",
    type: "string",
    required: false,
    doc: "",
    source: `${SPEC}, entitlement_script.yml`,
    since: "6.5",
  },
] as const;

const shortcuts = SHORTCUT_FACTS.map((field): Entry => ({
  id: `result:appShortcut.${field.name}`,
  area: "result",
  name: `appShortcut.${field.name}`,
  status: "present",
  signature: field.type,
  summary: `${field.required ? "required" : "optional"}${field.doc === "" ? "" : `; ${field.doc.replace(/\.$/, "").toLowerCase()}`}`,
  evidence: "documented",
  source: field.source,
  products: "since" in field ? { since: field.since } : {},
  kinds: ["entitlement"],
}));

const numbers: Entry = {
  id: "result:number as port",
  area: "result",
  name: "a number as a port",
  status: "differs",
  handling: { by: "patch", in: "kinds/entries.ts" },
  summary: "the result of arithmetic may arrive as 443.0, which is no port",
  instead: 'texts: `"443"`, `"8000-8100"`',
  evidence: "measured",
  source: "the types that OpenJDK Nashorn 15.7 gives to Java: Integer for 5, Double for x + 1",
  products: {},
  kinds: ["entitlement"],
};

/** Texts that the Controller shows for a result of the wrong type. `type` is String, Boolean, Integer, Double, list, object, function or null. */
const texts: readonly Entry[] = [
  {
    id: "error-text:not boolean",
    area: "error-text",
    name: "Expression does not return boolean. Received: <type>",
    status: "present",
    summary: "a criteria script or condition returns something else",
    evidence: "documented",
    source: `${SPEC}, condition.yml`,
    products: {},
    kinds: ["criteria", "condition"],
  },
  {
    id: "error-text:not list",
    area: "error-text",
    name: "Expression does not return list. Received: <type>",
    status: "present",
    summary: "an entitlement script returns something else",
    evidence: "documented",
    source: `${SPEC}, entitlement_script.yml`,
    products: {},
    kinds: ["entitlement"],
  },
  {
    id: "error-text:not object",
    area: "error-text",
    name: "Expression does not return object. Received: <type>",
    status: "present",
    summary: "a user-claim script returns something else",
    evidence: "assumed",
    source: "by analogy with the other two",
    products: {},
    kinds: ["user-claim"],
  },
];

/** Limits of the appliance, milliseconds; null where no source tells one. */
export const LIMITS = { scriptMs: 5000, httpMs: 3000 } as const;

const limits: readonly Entry[] = [
  {
    id: "limit:script",
    area: "limit",
    name: "whole script",
    status: "present",
    signature: `${LIMITS.scriptMs} ms`,
    summary: "a script that runs longer is stopped",
    evidence: "documented",
    source: EXTENSIONS,
    products: {},
  },
  {
    id: "limit:http",
    area: "limit",
    name: "one HTTP call",
    status: "present",
    signature: `${LIMITS.httpMs} ms`,
    summary: "a call without a timeout of its own waits so long",
    evidence: "documented",
    source: KVSTORE,
    products: {},
    note: "the newest published example says 5000 ms is the most for a call; plan for 3000",
  },
  {
    id: "limit:device script",
    area: "limit",
    name: "device claim script",
    status: "present",
    signature: "5000 ms",
    summary: "the Client stops it then; it runs every five minutes",
    evidence: "documented",
    source: EXTENSIONS,
    products: {},
  },
  ...[
    "memory and stack",
    "length of an expression",
    "size of the cache",
    "length of an answer",
  ].map((name): Entry => ({
    id: `limit:${name}`,
    area: "limit",
    name,
    status: "unknown",
    summary: "no source names a limit; the local sandbox sets its own",
    evidence: "assumed",
    source: NOWHERE,
    products: {},
  })),
];

export const RESULT_ENTRIES: readonly Entry[] = [
  ...results,
  ...shortcuts,
  numbers,
  ...texts,
  ...limits,
];
