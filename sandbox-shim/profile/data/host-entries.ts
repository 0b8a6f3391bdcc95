import type { Entry } from "../schema.ts";
import { CLAIM_INTERFACES, CLAIM_TYPES, type ClaimField } from "./claims.ts";
import { HOST_FUNCTIONS, signatureOf, UNKNOWN_FUNCTIONS } from "./host.ts";
import { guide, NOWHERE, SPEC } from "./sources.ts";

const functions = HOST_FUNCTIONS.map((one): Entry => ({
  id: `host:${one.name}`,
  area: "host",
  name: one.name,
  status: "present",
  signature: signatureOf(one),
  summary: one.summary,
  evidence: one.evidence,
  source: one.source,
  products: one.products ?? {},
  ...(one.kinds === undefined ? {} : { kinds: one.kinds }),
  ...(one.note === undefined ? {} : { note: one.note }),
}));

const unknownFunctions = UNKNOWN_FUNCTIONS.map(({ name, summary, source }): Entry => ({
  id: `host:${name}`,
  area: "host",
  name,
  status: "unknown",
  summary,
  evidence: "assumed",
  source,
  products: {},
}));

function claimEntries(path: string, fields: readonly ClaimField[]): Entry[] {
  return fields.flatMap((field): Entry[] => {
    const name = `${path}.${field.name}`;
    const entry: Entry = {
      id: `claim:${name}`,
      area: "claim",
      name,
      status: "present",
      signature: field.type ?? "object",
      summary: (field.doc ?? "a claim").replace(/\.$/, ""),
      evidence: field.evidence,
      source: field.source,
      products: field.products ?? {},
    };
    return [entry, ...claimEntries(name, field.fields ?? [])];
  });
}

const claims = CLAIM_INTERFACES.flatMap(({ path, fields }) => claimEntries(path, fields));
const claimTypes = CLAIM_TYPES.filter(({ name }) => !name.startsWith("(")).map(
  ({ name, type, products }): Entry => ({
    id: `claim:type ${name}`,
    area: "claim",
    name: `claims of the type ${name}`,
    status: "present",
    signature: type,
    summary: "a type of the catalogue of claims",
    evidence: "documented",
    source: `${SPEC}, claim_names.yml`,
    products: products ?? {},
  }),
);

const unknownClaims: readonly Entry[] = [
  {
    id: "claim:serial number",
    area: "claim",
    name: "serial number or hardware UUID",
    status: "unknown",
    summary: "no built-in claim of this kind was found; a device claim script can print one",
    evidence: "documented",
    source: guide("Device claims"),
    products: {},
  },
  {
    id: "claim:catalogue",
    area: "claim",
    name: "all built-in claims",
    status: "unknown",
    summary: "the full list is what a Controller answers to GET /admin/claims/names",
    evidence: "assumed",
    source: NOWHERE,
    products: {},
  },
];

export const HOST_ENTRIES: readonly Entry[] = [
  ...functions,
  ...unknownFunctions,
  ...claims,
  ...claimTypes,
  ...unknownClaims,
];
