import type { Fields } from "./field.ts";
import type { Kind } from "./kind.ts";

const common: Fields = {
  type: {
    type: "enum",
    required: true,
    values: [
      "LocalDatabase",
      "ServiceDatabase",
      "Ldap",
      "LdapCertificate",
      "Radius",
      "Saml",
      "Connector",
      "Oidc",
    ],
  },
  ipPoolV4: { type: "uuid" },
  ipPoolV6: { type: "uuid" },
  claimMappings: {
    type: "objects",
    fields: {
      attributeName: { type: "string", required: true },
      claimName: { type: "string", required: true },
      list: { type: "boolean", default: false },
      encrypt: { type: "boolean", default: false },
    },
  },
  userScripts: { type: "uuids", reference: "user-scripts", since: 14 },
};

const COMMANDS = [
  "fileSize",
  "fileExists",
  "fileCreated",
  "fileUpdated",
  "fileVersion",
  "fileSha512",
  "processRunning",
  "serviceRunning",
  "regExists",
  "regQuery",
  "runScript",
];

/** Platforms that an on-demand claim may be collected on. */
export const PLATFORMS = [
  "desktop.windows.all",
  "desktop.macos.all",
  "desktop.linux.all",
  "desktop.all",
  "mobile.android.all",
  "mobile.ios.all",
  "mobile.all",
  "all",
];

/** Providers of people; Connector and ServiceDatabase have none of this, so they cannot run device scripts. */
const people: Fields = {
  adminProvider: { type: "boolean", default: false },
  onBoarding2FA: {
    type: "object",
    fields: {
      mfaProviderId: { type: "uuid", required: true },
      message: { type: "string" },
      claimSuffix: { type: "string", default: "onBoarding" },
      alwaysRequired: { type: "boolean", default: false },
    },
  },
  deviceLimitPerUser: { type: "integer", default: 100, min: 0 },
  inactivityTimeoutMinutes: { type: "integer", default: 0, min: 0 },
  networkInactivityTimeoutEnabled: { type: "boolean", default: false, since: 19 },
  enforceWindowsNetworkProfileAsDomain: { type: "boolean", default: false },
  dnsServers: { type: "strings" },
  dnsSearchDomains: { type: "strings" },
  blockLocalDnsRequests: { type: "boolean", default: false },
  onDemandClaimMappings: {
    type: "objects",
    fields: {
      command: { type: "enum", required: true, values: COMMANDS },
      claimName: { type: "string", required: true },
      parameters: {
        type: "object",
        fields: { name: { type: "string" }, path: { type: "string" }, args: { type: "string" } },
      },
      platform: { type: "enum", required: true, values: PLATFORMS },
    },
  },
};

const database: Fields = {
  userLockoutThreshold: { type: "integer", default: 5, min: 0 },
  userLockoutDurationMinutes: { type: "integer", default: 1, min: 0 },
  minPasswordLength: { type: "integer", default: 0, min: 0 },
};

const ldap: Fields = {
  hostnames: { type: "strings", required: true },
  port: { type: "integer", required: true, min: 1, max: 65_535 },
  sslEnabled: { type: "boolean", default: false },
  adminDistinguishedName: { type: "string", required: true },
  adminPassword: { type: "string", writeOnly: true },
  baseDn: { type: "string" },
  userFilter: { type: "string" },
  usernameAttribute: { type: "string", default: "sAMAccountName" },
  membershipFilter: { type: "string" },
  membershipBaseDn: { type: "string" },
};

export const identityProviders: Kind = {
  label: "identity provider",
  target: "IdentityProvider",
  fields: common,
  variants: {
    LocalDatabase: { ...people, ...database },
    ServiceDatabase: database,
    Connector: {},
    Ldap: {
      ...people,
      ...ldap,
      passwordWarning: {
        type: "object",
        fields: {
          enabled: { type: "boolean", default: false },
          thresholdDays: { type: "integer", default: 5 },
          message: { type: "string" },
        },
      },
    },
    LdapCertificate: {
      ...people,
      ...ldap,
      caCertificates: { type: "strings", required: true },
      certificateUserAttribute: { type: "string" },
    },
    Radius: {
      ...people,
      hostnames: { type: "strings", required: true },
      port: { type: "integer", default: 1812, min: 1, max: 65_535 },
      sharedSecret: { type: "string", required: true, writeOnly: true },
      authenticationProtocol: { type: "enum", values: ["PAP", "CHAP"], default: "CHAP" },
    },
    Saml: {
      ...people,
      redirectUrl: { type: "string", required: true },
      issuer: { type: "string", required: true },
      audience: { type: "string", required: true },
      providerCertificate: { type: "string", required: true },
      decryptionKey: { type: "string", writeOnly: true },
      forceAuthn: { type: "boolean", default: false },
    },
    Oidc: {
      ...people,
      issuer: { type: "string", required: true },
      audience: { type: "string", required: true },
      scope: { type: "string", default: "openid profile email offline_access" },
      google: {
        type: "object",
        fields: {
          enabled: { type: "boolean", default: false },
          clientSecret: { type: "string", writeOnly: true },
          refreshToken: { type: "boolean" },
        },
      },
    },
  },
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
  },
};

/** Rights come with the users that the embedded Controller is started with, so roles can be read but not changed. */
export const administrativeRoles: Kind = {
  label: "administrative role",
  target: "AdministrativeRole",
  fixed: true,
  fields: { privileges: { type: "any" } },
};
