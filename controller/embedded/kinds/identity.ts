import type { Field, Fields, Json } from "./field.ts";
import type { Kind } from "./kind.ts";

const claimMapping: Fields = {
  attributeName: { type: "string", required: true },
  claimName: { type: "string", required: true },
  list: { type: "boolean", default: false },
  encrypt: { type: "boolean", default: false },
};

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
    valuesSince: { ServiceDatabase: 17, Oidc: 17 },
  },
  ipPoolV4: { type: "uuid", reference: "ip-pools" },
  ipPoolV6: { type: "uuid", reference: "ip-pools" },
  claimMappings: { type: "objects", fields: claimMapping },
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
  "processList",
  "serviceList",
];
const COMMANDS_UNTIL = { processList: 18, serviceList: 18 };

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
      mfaProviderId: { type: "uuid", required: true, reference: "mfa-providers" },
      message: { type: "string" },
      claimSuffix: { type: "string", default: "onBoarding" },
      alwaysRequired: { type: "boolean", default: false },
    },
  },
  deviceLimitPerUser: { type: "integer", default: 100, min: 0 },
  inactivityTimeoutMinutes: { type: "integer", default: 0, min: 0 },
  networkInactivityTimeoutEnabled: { type: "boolean", default: false, since: 18 },
  enforceWindowsNetworkProfileAsDomain: { type: "boolean", default: false },
  dnsServers: { type: "strings" },
  dnsSearchDomains: { type: "strings" },
  blockLocalDnsRequests: { type: "boolean", default: false },
  onDemandClaimMappings: {
    type: "objects",
    fields: {
      command: { type: "enum", required: true, values: COMMANDS, valuesUntil: COMMANDS_UNTIL },
      claimName: { type: "string", required: true },
      parameters: {
        type: "object",
        fields: { name: { type: "string" }, path: { type: "string" }, args: { type: "string" } },
      },
      platform: { type: "enum", required: true, values: PLATFORMS },
    },
  },
};

const mapped = (attributeName: string, claimName: string, list = false): Json => ({
  attributeName,
  claimName,
  list,
  encrypt: false,
});

/** Claims of the Controller's own user database; it fills them in when a client gives none. */
const LOCAL_MAPPINGS = [
  mapped("email", "emails", true),
  mapped("firstName", "firstName"),
  mapped("id", "id"),
  mapped("lastName", "lastName"),
  mapped("phone", "phone"),
  mapped("tags", "tags", true),
  mapped("username", "username"),
];
/** The same for a directory, by the attribute names of Active Directory. */
const LDAP_MAPPINGS = [
  mapped("givenName", "firstName"),
  mapped("mail", "emails", true),
  mapped("memberOf", "groups", true),
  mapped("objectGUID", "userId"),
  mapped("sAMAccountName", "username"),
  mapped("sn", "lastName"),
];

const database: Fields = {
  userLockoutThreshold: { type: "integer", default: 5, min: 0 },
  userLockoutDurationMinutes: { type: "integer", default: 1, min: 0 },
  minPasswordLength: { type: "integer", default: 0, min: 0 },
};

const ldap: Fields = {
  claimMappings: { type: "objects", fields: claimMapping, default: LDAP_MAPPINGS },
  hostnames: { type: "strings", required: true },
  port: { type: "integer", required: true, min: 1, max: 65_535 },
  sslEnabled: { type: "boolean", default: false },
  adminDistinguishedName: { type: "string", required: true },
  adminPassword: { type: "string", writeOnly: true },
  baseDn: { type: "string" },
  objectClass: { type: "string" },
  userFilter: { type: "string", since: 19 },
  usernameAttribute: { type: "string", default: "sAMAccountName" },
  membershipFilter: { type: "string" },
  membershipBaseDn: { type: "string" },
};

const passwordWarning: Field = {
  type: "object",
  fields: {
    enabled: { type: "boolean", default: false },
    thresholdDays: { type: "integer", default: 5 },
    message: { type: "string" },
  },
};

export const identityProviders: Kind = {
  label: "identity provider",
  target: "IdentityProvider",
  fields: common,
  variants: {
    LocalDatabase: {
      ...people,
      ...database,
      claimMappings: { type: "objects", fields: claimMapping, default: LOCAL_MAPPINGS },
    },
    ServiceDatabase: {
      ...database,
      dnsServers: { type: "strings" },
      dnsSearchDomains: { type: "strings" },
      deviceLimitPerUser: { type: "integer", default: 100, min: 0, since: 19 },
    },
    Connector: {},
    Ldap: {
      ...people,
      ...ldap,
      passwordWarning,
    },
    LdapCertificate: {
      ...people,
      ...ldap,
      passwordWarning,
      caCertificates: { type: "strings", required: true },
      certificateUserAttribute: { type: "string" },
      certificateAttribute: { type: "string" },
      skipX509ExternalChecks: { type: "boolean", default: false },
      certificatePriorities: {
        type: "objects",
        fields: { type: { type: "string" }, value: { type: "string", required: true } },
      },
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
        since: 19,
        fields: {
          enabled: { type: "boolean", default: false },
          clientSecret: { type: "string", writeOnly: true },
          refreshToken: { type: "boolean" },
        },
      },
    },
  },
};
