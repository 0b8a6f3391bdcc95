import type { Fields } from "./field.ts";
import type { Kind } from "./kind.ts";

/** Counted by the Controller when somebody mistypes a password; an administrator may set it. */
const LOCKOUT: Fields = {
  failedLoginAttempts: { type: "integer", default: 0, min: 0 },
  lockStart: { type: "string", readOnly: true },
};

export const localUsers: Kind = {
  label: "local user",
  target: "LocalUser",
  fields: {
    firstName: { type: "string", default: "" },
    lastName: { type: "string", default: "" },
    email: { type: "string" },
    phone: { type: "string" },
    password: { type: "string", writeOnly: true },
    disabled: { type: "boolean", default: false },
    labels: { type: "any" },
    ...LOCKOUT,
  },
};

/** Accounts of programs, kept by the provider `service`. */
export const serviceUsers: Kind = {
  label: "service user",
  target: "ServiceUser",
  since: 17,
  fields: {
    password: { type: "string", required: true, writeOnly: true },
    disabled: { type: "boolean", default: false },
    labels: { type: "any", default: {} },
    ...LOCKOUT,
  },
};

/** Actions that have no scope. */
const UNSCOPED = new Set(["AssignFunction"]);

/** What an administrator may do; Admin policies give it to people. */
export const administrativeRoles: Kind = {
  label: "administrative role",
  target: "AdministrativeRole",
  fields: {
    privileges: {
      type: "objects",
      fields: {
        type: { type: "string", required: true },
        target: { type: "string", required: true },
        scope: {
          type: "object",
          fill: (privilege) => (UNSCOPED.has(String(privilege["type"])) ? undefined : {}),
          fields: {
            all: { type: "boolean", default: false },
            ids: { type: "strings" },
            tags: { type: "strings" },
          },
        },
        // Clients take an empty list for a given one and refuse it where the action cannot have it.
        defaultTags: { type: "strings", optional: true },
        functions: { type: "strings", optional: true },
      },
    },
  },
};

/** Second factors that sign-ins, conditions and providers ask for. */
export const mfaProviders: Kind = {
  label: "MFA provider",
  target: "MfaProvider",
  fields: {
    type: {
      type: "enum",
      required: true,
      values: ["Radius", "DefaultTimeBased", "Fido2"],
    },
    hostnames: { type: "strings" },
    port: { type: "integer", min: 1, max: 65_535 },
    inputType: { type: "enum", values: ["Masked", "Numeric", "Text"], default: "Masked" },
    sharedSecret: { type: "string", writeOnly: true },
    authenticationProtocol: { type: "enum", values: ["PAP", "CHAP"], default: "CHAP" },
    timeout: { type: "integer", default: 6, min: 1 },
    mode: { type: "enum", values: ["OneFactor", "Challenge", "Push"], default: "OneFactor" },
    useUserPassword: { type: "boolean", default: false },
    challengeSharedSecret: { type: "string", writeOnly: true },
  },
};
