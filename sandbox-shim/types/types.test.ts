import ts from "typescript";
import { expect, test } from "vitest";
import { SANDBOX_KINDS, type SandboxKind } from "../../base/kinds.ts";
import { sandboxCompilerOptions, sandboxTypeFiles } from "./index.ts";

/** The messages about one text, checked as a script of a kind. */
function messages(kind: SandboxKind, text: string): string[] {
  const { options, errors } = ts.convertCompilerOptionsFromJson(sandboxCompilerOptions, "/");
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) =>
    name === "/script.ts" ? ts.createSourceFile(name, text, version) : read(name, version);
  const program = ts.createProgram([...sandboxTypeFiles(kind), "/script.ts"], options, host);
  return [...errors, ...ts.getPreEmitDiagnostics(program)].map((diagnostic) =>
    ts.flattenDiagnosticMessageText(diagnostic.messageText, " "),
  );
}

const GOOD = `
declare global { interface ClaimsUserScripted { readonly posture?: { risk: string } } }
export default (claims: Claims): boolean => {
  const answer = httpGet("https://x", [{ key: "Authorization", value: "Bearer " + secret("T") }], 2500);
  const seen = new Map<string, number>([["a", 1]]);
  const names = new Set(["a"]);
  names.forEach((name) => seen.set(name, 2));
  const groups = claims.user.groups;
  const posture = claims.user.agScripted && claims.user.agScripted.posture;
  cache.put("sdpx:x", { at: 1 }, 1.5);
  console.log(cache.getIfPresent("sdpx:x"), btoa("a"), atob("YQ=="));
  auditLog("x"); print("y");
  const serial = claims.device["macSerial"];
  return !!answer && answer.statusCode === 200 && typeof serial === "string" && !!posture
    && posture.risk === "LOW" && !!groups && groups.length > 0;
};`;

test.each(SANDBOX_KINDS)("a script that uses what the sandbox has is right as %s", (kind) => {
  expect(messages(kind, GOOD)).toEqual([]);
});

test("what the appliance lacks is a type error", () => {
  const missing = [
    '"a".startsWith("b")',
    '"a".includes("b")',
    '"a".padStart(2)',
    "[1].find(Boolean)",
    "[1].includes(1)",
    "Object.assign({}, {})",
    "Object.entries({})",
    "Number.isInteger(1)",
    "Array.from([])",
    "Promise.resolve()",
    "setTimeout(print, 1)",
    "process.env",
    "Symbol.iterator",
    "globalThis.fetch",
  ];
  const text = missing.map((expression) => `print(${expression});`).join("\n");
  expect(messages("criteria", `export {};\n${text}`)).toHaveLength(missing.length);
});

test("a loop over a Map, which would be lowered wrongly, is a type error", () => {
  expect(
    messages("criteria", "for (const e of new Map<string, string>()) print(e); export {};"),
  ).toHaveLength(1);
});

test("the helpers on claims exist for the kinds that have them", () => {
  const text =
    'export const a = claims.system.isClientInNetwork("10.0.0.0/8") && claims.user.hasPassword("a", 5);';
  expect(messages("condition", text)).toEqual([]);
  expect(messages("user-claim", text)).not.toEqual([]);
});

test("an app shortcut with a wrong field is a type error", () => {
  const text = 'export const a: AppShortcut = { name: "a", url: "b", colour: 1 };';
  expect(messages("entitlement", text)).toHaveLength(1);
});
