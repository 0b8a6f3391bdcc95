import {
  holdsIn,
  NEWEST_PRODUCT,
  type Product,
  type ProductRange,
} from "../../../base/products.ts";
import type { SandboxKind } from "../../../base/kinds.ts";
import { CLAIM_INTERFACES, CLAIM_TYPES, type ClaimField } from "../data/claims.ts";
import { HOST_FUNCTIONS, signatureOf, type HostFunction } from "../data/host.ts";
import { SHORTCUT_FACTS } from "../data/results.ts";
import { DECLARED_BUILTINS, HTTP_TYPES, KIND_TEXTS } from "../data/declarations.ts";

/** Names of the declaration files, without their folder. */
export const TYPE_FILES = {
  common: "sandbox.d.ts",
  criteria: "criteria.d.ts",
  condition: "condition.d.ts",
  entitlement: "entitlement.d.ts",
  "user-claim": "user-claim.d.ts",
} as const satisfies Record<SandboxKind | "common", string>;

const holds = (product: Product) => (one: { readonly products?: ProductRange }) =>
  holdsIn(one.products ?? {}, product);

const WIDTH = 110;

/** Breaks a line at spaces. */
function wrap(line: string): string[] {
  const lines: string[] = [""];
  for (const word of line.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}

/** A doc comment, in one line where it fits. */
function comment(text: string, indent = ""): string {
  const lines = text.split("\n").flatMap(wrap);
  if (lines.length === 1) return `${indent}/** ${text} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join("")}${indent} */\n`;
}

function fieldText(field: ClaimField, product: Product, indent = "  "): string {
  const doc = field.doc === undefined ? "" : comment(field.doc, indent);
  const inner = field.fields
    ?.filter(holds(product))
    .map((one) => fieldText(one, product, `${indent}  `))
    .join("");
  const type =
    inner === undefined
      ? field.type
      : `{\n${inner}${indent}  readonly [name: string]: unknown;\n${indent}}`;
  return `${doc}${indent}readonly ${field.name}?: ${type ?? "unknown"};\n`;
}

function claimTexts(product: Product): string {
  const interfaces = CLAIM_INTERFACES.map(
    ({ name, doc, fields }) =>
      `${comment(doc)}interface ${name} {\n` +
      fields
        .filter(holds(product))
        .map((field) => fieldText(field, product))
        .join("") +
      "  readonly [name: string]: unknown;\n}\n",
  );
  const types = CLAIM_TYPES.filter(holds(product)).flatMap(({ type }) => type);
  return `
/** What a claim may hold. Claims come from an identity provider or a device: look before you use one. */
type ClaimValue = ${types.join(" | ")};

${interfaces.join("\n")}
interface Claims {
  readonly user: ClaimsUser;
  readonly device: ClaimsDevice;
  readonly system: ClaimsSystem;
}

declare const claims: Claims;
`;
}

/** The summary as sentences, with what must be known about the evidence. */
function functionDoc(one: HostFunction): string {
  const text = `${one.summary.charAt(0).toUpperCase()}${one.summary.slice(1)}.`;
  return one.note === undefined
    ? text
    : `${text}\n${one.note.charAt(0).toUpperCase()}${one.note.slice(1)}.`;
}

/** Functions by the object that they are called on: "" for those that stand alone. */
function byOwner(functions: readonly HostFunction[]): Map<string, HostFunction[]> {
  return Map.groupBy(functions, ({ name }) => name.split(".").slice(0, -1).join("."));
}
const lastName = ({ name }: HostFunction) => name.split(".").at(-1) ?? name;

function hostTexts(product: Product): string {
  const common = HOST_FUNCTIONS.filter(holds(product)).filter(({ kinds }) => kinds === undefined);
  return [...byOwner(common)]
    .map(([owner, functions]) =>
      owner === ""
        ? functions
            .map(
              (one) =>
                `${comment(functionDoc(one))}declare function ${one.name}${signatureOf(one)};\n`,
            )
            .join("\n")
        : `declare const ${owner}: {\n${functions
            .map(
              (one) => `${comment(functionDoc(one), "  ")}  ${lastName(one)}${signatureOf(one)};\n`,
            )
            .join("")}};\n`,
    )
    .join("\n");
}

/** Interfaces of claims that have methods for some kinds only. */
function methodTexts(kind: SandboxKind, product: Product): string {
  const mine = HOST_FUNCTIONS.filter(holds(product)).filter(({ kinds }) => kinds?.includes(kind));
  return [...byOwner(mine)]
    .map(([owner, functions]) => {
      const found = CLAIM_INTERFACES.find(({ path }) => path === owner);
      if (found === undefined) throw new TypeError(`no interface of claims stands at ${owner}`);
      return `interface ${found.name} {\n${functions
        .map((one) => `${comment(functionDoc(one), "  ")}  ${lastName(one)}${signatureOf(one)};\n`)
        .join("")}}\n`;
    })
    .join("\n");
}

function shortcutText(product: Product): string {
  const fields = SHORTCUT_FACTS.filter((field) =>
    holdsIn("since" in field ? { since: field.since } : {}, product),
  ).map(
    ({ name, type, required, doc }) =>
      `${doc === "" ? "" : comment(doc, "  ")}  ${name}${required ? "" : "?"}: ${type};\n`,
  );
  return `interface AppShortcut {\n${fields.join("")}}\n`;
}

const HEADER = "// Generated from sandbox-shim/profile by `npm run generate`: do not edit.\n";

/**
 * The type declarations for a kind of script on a release of the product: those that all kinds share, and those of the kind. Not
 * formatted; `npm run generate` formats the ones of the newest release, which the build uses.
 */
export function sandboxTypes(
  kind: SandboxKind,
  product: Product = NEWEST_PRODUCT,
): { common: string; kind: string } {
  return { common: commonTypes(product), kind: kindTypes(kind, product) };
}

export function commonTypes(product: Product = NEWEST_PRODUCT): string {
  return `${HEADER}
/**
 * What every sandboxed script finds, whatever its kind. TypeScript adds \`lib.es5.d.ts\` and nothing else: what the
 * appliance's engine lacks (\`find\`, \`Object.assign\`, \`Promise\`, ...) is a type error here. docs/sandbox.md says how we know.
 */
${claimTexts(product)}
${HTTP_TYPES}
${hostTexts(product)}
${DECLARED_BUILTINS}`;
}

export function kindTypes(kind: SandboxKind, product: Product = NEWEST_PRODUCT): string {
  const { doc, result, script } = KIND_TEXTS[kind];
  const shortcut = kind === "entitlement" ? `${shortcutText(product)}\n` : "";
  return `${HEADER}\n${comment(doc)}\n${shortcut}${result}\n${script}\n\n${methodTexts(kind, product)}`;
}
