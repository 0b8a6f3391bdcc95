import type { Field, Fields, Json } from "./field.ts";
import type { Kind } from "./kind.ts";

const remedyMethod: Fields = {
  type: {
    type: "enum",
    required: true,
    values: ["DisplayMessage", "OtpAuthentication", "PasswordAuthentication", "Reason"],
  },
  message: { type: "string", required: true },
  claimSuffix: { type: "string" },
  providerId: { type: "uuid" },
};

const SCHEDULE = /^(1m|5m|15m|1h|([01]?\d|2[0-3]):[0-5]\d)$/;

export const conditions: Kind = {
  label: "condition",
  target: "Condition",
  fields: {
    expression: { type: "string", required: true },
    repeatSchedules: {
      type: "strings",
      check: (text) =>
        SCHEDULE.test(text) ? undefined : "must be 1m, 5m, 15m, 1h or a time such as 13:32",
    },
    remedyLogic: { type: "enum", values: ["and", "or"], default: "and", since: 14 },
    remedyMethods: { type: "objects", fields: remedyMethod },
  },
  check: (stored) =>
    list(stored["remedyMethods"]).flatMap((method, index) =>
      method["type"] === "DisplayMessage" || method["claimSuffix"] !== undefined
        ? []
        : [{ field: `remedyMethods[${index}].claimSuffix`, message: "may not be null" }],
    ),
};

const show = (values: readonly string[], since?: number): Field => ({
  type: "enum",
  values,
  default: "Show",
  ...(since === undefined ? {} : { since }),
});
const VISIBILITY = ["Show", "Hide"];
const SWITCH = ["Show", "Enabled", "Disabled", "Hide"];

export const policies: Kind = {
  label: "policy",
  target: "Policy",
  fields: {
    expression: { type: "string", required: true },
    disabled: { type: "boolean", default: false },
    type: {
      type: "enum",
      values: ["Access", "Device", "Dns", "Admin", "Mixed", "Stop"],
      default: "Mixed",
      since: 16,
      valuesSince: { Stop: 19 },
    },
    // The acceptance tests of Appgate's Terraform provider delete entitlements and roles that a policy still names.
    entitlements: { type: "uuids", reference: "entitlements", onDelete: "detach" },
    entitlementLinks: { type: "strings" },
    ringfenceRules: { type: "uuids", reference: "ringfence-rules", onDelete: "detach" },
    ringfenceRuleLinks: { type: "strings" },
    administrativeRoles: {
      type: "uuids",
      reference: "administrative-roles",
      onDelete: "detach",
    },
    overrideSite: { type: "uuid", reference: "sites" },
    overrideSiteClaim: { type: "string", since: 16 },
    overrideNearestSite: { type: "boolean", default: false, since: 19 },
    applyFallbackSite: { type: "boolean", default: false, since: 19 },
    tamperProofing: {
      type: "boolean",
      default: (body, version) => version < 17 || body["type"] === "Device",
    },
    proxyAutoConfig: {
      type: "object",
      since: 14,
      fill: true,
      fields: {
        enabled: { type: "boolean", default: false },
        url: { type: "string" },
        persist: { type: "boolean", default: false },
      },
    },
    trustedNetworkCheck: {
      type: "object",
      since: 14,
      fill: true,
      fields: { enabled: { type: "boolean", default: false }, dnsSuffix: { type: "string" } },
    },
    clientSettings: {
      type: "object",
      since: 15,
      fill: true,
      fields: {
        enabled: { type: "boolean", default: false },
        entitlementsList: show(VISIBILITY),
        attentionLevel: show(["Show", "Low", "Medium", "High"]),
        autoStart: show(SWITCH),
        addRemoveProfiles: show(VISIBILITY),
        keepMeSignedIn: show(SWITCH),
        samlAutoSignIn: show(SWITCH),
        quit: show(VISIBILITY),
        signOut: show(VISIBILITY),
        suspend: show(VISIBILITY),
        newUserOnboarding: show(VISIBILITY, 19),
      },
    },
    dnsSettings: {
      type: "objects",
      since: 16,
      fields: {
        domain: { type: "string", required: true },
        servers: { type: "strings" },
        registerTunIpsToActiveDirectory: { type: "boolean", default: false, since: 21 },
      },
    },
    clientProfileSettings: {
      type: "object",
      since: 18,
      fill: true,
      fields: {
        enabled: { type: "boolean", default: false },
        profiles: { type: "strings" },
        force: { type: "boolean", default: false, since: 19 },
      },
    },
    customClientHelpUrl: { type: "string", since: 18 },
    blockLocalDnsRequests: { type: "boolean", default: false, since: 23 },
  },
};

const SUBTYPES = ["icmp", "icmpv6", "udp", "tcp", "ah", "esp", "gre"].flatMap((protocol) => [
  `${protocol}_up`,
  `${protocol}_down`,
]);
const MONITORED = new Set(["tcp_up", "http_up"]);

export const entitlements: Kind = {
  label: "entitlement",
  target: "Entitlement",
  fields: {
    site: { type: "uuid", required: true, reference: "sites" },
    siteName: { type: "string", readOnly: true },
    disabled: { type: "boolean", default: false },
    riskSensitivity: {
      type: "enum",
      values: ["Low", "Medium", "High"],
      anyCase: true,
      since: 17,
    },
    conditionLogic: { type: "enum", values: ["and", "or"], default: "and" },
    conditions: { type: "uuids", reference: "conditions" },
    actions: {
      type: "objects",
      fields: {
        action: {
          type: "enum",
          required: true,
          values: ["allow", "block", "alert", "exclude"],
          valuesSince: { exclude: 17 },
        },
        subtype: { type: "enum", values: [...SUBTYPES, "http_up"] },
        hosts: { type: "strings" },
        ports: { type: "strings" },
        types: { type: "strings" },
        methods: { type: "strings", since: 18 },
        monitor: {
          type: "object",
          fill: (action) => (MONITORED.has(String(action["subtype"])) ? {} : undefined),
          fields: {
            enabled: { type: "boolean", default: false },
            timeout: { type: "integer", default: 30, min: 1 },
          },
        },
      },
    },
    appShortcuts: {
      type: "objects",
      since: 13,
      fields: {
        name: { type: "string", required: true },
        url: { type: "string", required: true },
        description: { type: "string" },
        colorCode: { type: "integer", default: 1, min: 1, max: 20 },
        groupName: { type: "string", since: 22 },
      },
    },
    appShortcutScripts: { type: "uuids", reference: "entitlement-scripts", since: 13 },
  },
  check: (stored) =>
    list(stored["actions"]).flatMap((action, index) =>
      action["subtype"] === undefined && action["action"] !== "exclude"
        ? [{ field: `actions[${index}].subtype`, message: "may not be null" }]
        : [],
    ),
};

export const ringfenceRules: Kind = {
  label: "ringfence rule",
  target: "RingfenceRule",
  fields: {
    actions: {
      type: "objects",
      fields: {
        protocol: { type: "string", required: true },
        direction: { type: "string", required: true },
        action: { type: "enum", required: true, values: ["allow", "block"] },
        hosts: { type: "strings" },
        ports: { type: "strings" },
        types: { type: "strings" },
      },
    },
  },
};

function list(value: unknown): Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}
