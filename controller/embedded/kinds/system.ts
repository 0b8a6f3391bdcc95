import { X509Certificate } from "node:crypto";
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

export const sites: Kind = {
  label: "site",
  target: "Site",
  fields: {
    shortName: { type: "string" },
    description: { type: "string" },
    networkSubnets: { type: "strings" },
    ipPoolMappings: { type: "any" },
    defaultGateway: { type: "any" },
    entitlementBasedRouting: { type: "boolean", default: false },
    vpn: { type: "any" },
    nameResolution: { type: "any" },
  },
};
