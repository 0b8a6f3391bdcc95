import { X509Certificate } from "node:crypto";
import type { Field, Fields } from "./field.ts";
import type { Kind } from "./kind.ts";

export const secrets: Kind = {
  label: "secret",
  target: "Secret",
  since: 20,
  fields: { secret: { type: "string", required: true, writeOnly: true } },
};

export const trustedCertificates: Kind = {
  label: "trusted certificate",
  target: "TrustedCertificate",
  fields: {
    pem: {
      type: "string",
      required: true,
      check: (text) =>
        parse(text) === undefined ? "must be a certificate in PEM form" : undefined,
    },
    details: { type: "any", readOnly: true },
  },
  derive(stored) {
    const certificate = parse(String(stored["pem"]));
    return certificate === undefined ? {} : { details: certificateDetails(certificate) };
  },
};

function parse(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

/** A certificate as the admin API describes it. Which hash its fingerprint is, is not documented; SHA-256 here. */
export function certificateDetails(certificate: X509Certificate): Record<string, unknown> {
  return {
    version: 3,
    serial: certificate.serialNumber,
    issuer: oneLine(certificate.issuer),
    subject: oneLine(certificate.subject),
    validFrom: new Date(certificate.validFrom).toISOString(),
    validTo: new Date(certificate.validTo).toISOString(),
    fingerprint: certificate.fingerprint256,
    certificate: certificate.raw.toString("base64"),
    subjectPublicKey: certificate.publicKey
      .export({ type: "spki", format: "der" })
      .toString("base64"),
  };
}

function oneLine(name: string): string {
  return name.split("\n").reverse().join(",");
}

const enabled = (value: boolean): Field => ({
  type: "object",
  fill: true,
  fields: { enabled: { type: "boolean", default: value } },
});
const RESOLVERS = ["dns", "aws", "azure", "esx", "gcp", "illumio"].map(
  (name) => [`${name}Resolvers`, { type: "any", default: [] }] as const,
);

export const sites: Kind = {
  label: "site",
  target: "Site",
  fields: {
    shortName: { type: "string", until: 23 },
    description: { type: "string", default: "" },
    networkSubnets: { type: "strings" },
    ipPoolMappings: { type: "any", default: [] },
    defaultGateway: {
      type: "object",
      fill: true,
      fields: {
        enabledV4: { type: "boolean", default: false },
        enabledV6: { type: "boolean", default: false },
        excludedSubnets: { type: "strings" },
      },
    },
    entitlementBasedRouting: { type: "boolean", default: false },
    vpn: {
      type: "object",
      fill: true,
      fields: {
        stateSharing: { type: "boolean", default: false, until: 19 },
        snat: { type: "boolean", default: false },
        tls: enabled(true),
        dtls: enabled(false),
        quic: { ...enabled(false), since: 24 },
        routeVia: { type: "any" },
        urlAccessEnabled: { type: "boolean", default: false },
        urlAccessP12s: { type: "any", default: [] },
        ipAccessLogIntervalSeconds: { type: "integer", default: 120, min: 0 },
        logNatIpAndNatPort: { type: "boolean", default: false, since: 19 },
      },
    },
    nameResolution: {
      type: "object",
      fill: true,
      fields: {
        useHostsFile: { type: "boolean", default: false },
        ...Object.fromEntries(RESOLVERS),
        dnsForwarding: { type: "any" },
      },
    },
    geolocation: { type: "any", since: 19 },
    fallbackSite: { type: "uuid", reference: "sites", since: 19 },
    localSiteDetection: { type: "any", since: 19 },
    useForNearestSiteSelection: { type: "boolean", default: true, since: 19 },
  },
};

const range: Fields = {
  cidr: { type: "string" },
  first: { type: "string" },
  last: { type: "string" },
};

/** Addresses for the tunnels of clients; nothing is leased here. */
export const ipPools: Kind = {
  label: "IP pool",
  target: "IpPool",
  fields: {
    ipVersion6: { type: "boolean", default: false },
    ranges: { type: "objects", fields: range },
    excludedRanges: { type: "objects", fields: range },
    leaseTimeDays: { type: "integer", default: 30, min: 0 },
    total: { type: "integer", readOnly: true, default: 0 },
    currentlyUsed: { type: "integer", readOnly: true, default: 0 },
    reserved: { type: "integer", readOnly: true, default: 0 },
  },
};

/** What a Client reads to find its Controller; GET /client-profiles/{id}/url tells the link for it. */
export const clientProfiles: Kind = {
  label: "client profile",
  target: "ClientProfile",
  since: 17,
  fields: {
    type: { type: "enum", values: ["Profile", "Group"], default: "Profile", since: 20 },
    spaKeyName: { type: "string", default: "" },
    identityProviderName: { type: "string", required: true },
    hostname: { type: "string" },
    globalHostname: { type: "string", readOnly: true },
    exported: { type: "string", readOnly: true },
  },
};

/** The machines of the collective. There is one here, and it is this process. */
export const appliances: Kind = {
  label: "appliance",
  target: "Appliance",
  fixed: true,
  fields: {
    activated: { type: "boolean", default: true },
    pendingCertificateRenewal: { type: "boolean", default: false },
    version: { type: "integer" },
    hostname: { type: "string", required: true },
    site: { type: "uuid", reference: "sites" },
    siteName: { type: "string", readOnly: true },
    clientInterface: { type: "any", required: true },
    adminInterface: { type: "any" },
    networking: { type: "any", required: true },
    controller: { type: "any" },
    gateway: { type: "any" },
  },
};
