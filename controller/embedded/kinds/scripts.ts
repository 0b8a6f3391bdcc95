import { createHash } from "node:crypto";
import type { Kind } from "./kind.ts";

const expression = { type: "string", required: true } as const;

/** Policies call a criteria script as `name(claims)` (product manual, "Criteria Scripts"). */
const identifier = (name: string) =>
  /^[A-Za-z][A-Za-z0-9_$]*$/.test(name)
    ? undefined
    : "must be a valid JavaScript identifier that starts with a letter";

/** Entitlements refer to it as `script://name` (product manual, "Entitlement Scripts"); mixed case is seen in the wild. */
const resolverName = (name: string) =>
  /^[A-Za-z0-9_-]+$/.test(name) ? undefined : "must hold letters, digits, _ and - only";

export const criteriaScripts: Kind = {
  label: "criteria script",
  target: "CriteriaScript",
  checkName: identifier,
  fields: { expression },
};

export const entitlementScripts: Kind = {
  label: "entitlement script",
  target: "EntitlementScript",
  checkName: resolverName,
  fields: {
    expression,
    type: {
      type: "enum",
      values: ["host", "portOrType", "appShortcut"],
      default: "host",
      since: 13,
    },
  },
};

export const userScripts: Kind = {
  label: "user claim script",
  target: "UserClaimScript",
  since: 14,
  fields: { expression },
};

/** The file is returned by the download call only; its hash is what clients compare. */
export const deviceScripts: Kind = {
  label: "device claim script",
  target: "DeviceClaimScript",
  fields: {
    filename: { type: "string", required: true },
    file: {
      type: "string",
      required: true,
      writeOnly: true,
      check: (text) => (isBase64(text) ? undefined : "must be base64"),
    },
    checksumSha256: { type: "string", readOnly: true },
    // Which hash this older field holds is not documented; SHA-256 here.
    checksum: { type: "string", readOnly: true, until: 16 },
  },
  derive(stored) {
    const bytes = Buffer.from(String(stored["file"] ?? ""), "base64");
    const checksum = createHash("sha256").update(bytes).digest("hex");
    return { checksumSha256: checksum, checksum };
  },
};

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}
