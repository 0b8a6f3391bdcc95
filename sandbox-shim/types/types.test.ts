import ts from "typescript";
import { describe, expect, test } from "vitest";
import { PRODUCT_NAMES, type Product } from "../../base/products.ts";
import { SANDBOX_KINDS, type SandboxKind } from "../../base/kinds.ts";
import { HOST_FUNCTIONS, type HostFunction } from "../profile/data/host.ts";
import { LIB_SURPLUS, PROFILE, sandboxTypes } from "../profile/index.ts";
import { sandboxCompilerOptions, sandboxTypeFiles } from "./index.ts";

const { options, errors } = ts.convertCompilerOptionsFromJson(sandboxCompilerOptions, "/");
const parsed = new Map<string, ts.SourceFile>();

/** A program of texts; library files are parsed once for all of them. */
function programOf(texts: Readonly<Record<string, string>>, files: readonly string[] = []) {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) => {
    const text = texts[name];
    if (text !== undefined) return ts.createSourceFile(name, text, version);
    const file = parsed.get(name) ?? read(name, version);
    if (file !== undefined) parsed.set(name, file);
    return file;
  };
  return ts.createProgram([...files, ...Object.keys(texts)], options, host);
}

const say = (diagnostics: readonly ts.Diagnostic[]) =>
  diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));

/** The messages about one text, checked as a script of a kind against the files that are checked in. */
function messages(kind: SandboxKind, text: string): string[] {
  const program = programOf({ "/script.ts": text }, sandboxTypeFiles(kind));
  return say([...errors, ...ts.getPreEmitDiagnostics(program)]);
}

/** The same, against the declarations for a release. */
function messagesOn(product: Product, kind: SandboxKind, text: string): string[] {
  const { common, kind: own } = sandboxTypes(kind, product);
  const program = programOf({ "/common.d.ts": common, "/kind.d.ts": own, "/script.ts": text });
  return say(ts.getPreEmitDiagnostics(program));
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

const SAMPLES: Readonly<Record<string, string>> = {
  string: '"a"',
  number: "5",
  unknown: "{ a: 1 }",
  "unknown[]": "1, true",
  "HttpHeader[]": '[{ key: "a", value: "b" }]',
};
const callOf = ({ name, parameters }: HostFunction, without = 0) =>
  `${name}(${parameters
    .slice(0, parameters.length - without)
    .map(({ type }) => SAMPLES[type] ?? type)
    .join(", ")});`;

describe.each(SANDBOX_KINDS)("as %s", (kind) => {
  const mine = HOST_FUNCTIONS.filter(({ kinds }) => kinds?.includes(kind) ?? true);

  test("every function that the profile gives to the kind can be called, and one argument less than it needs is an error", () => {
    expect(messages(kind, `export {};\n${mine.map((one) => callOf(one)).join("\n")}`)).toEqual([]);
    const needy = mine.filter(({ parameters }) =>
      parameters.some(({ optional, rest }) => !optional && !rest),
    );
    const short = needy.map((one) => {
      const optional = one.parameters.filter((parameter) => parameter.optional).length;
      return callOf(one, optional + 1);
    });
    expect(messages(kind, `export {};\n${short.join("\n")}`)).toHaveLength(needy.length);
  });

  test("what the profile gives to other kinds only is an error", () => {
    const others = HOST_FUNCTIONS.filter((one) => !mine.includes(one));
    expect(
      messages(kind, `export {};\n${others.map((one) => callOf(one)).join("\n")}`),
    ).toHaveLength(others.length);
  });
});

test("what the profile calls absent is a type error", () => {
  const absent = PROFILE.filter(
    ({ area, status, name }) =>
      status === "absent" &&
      !name.startsWith("%") &&
      ((area === "global" && !(LIB_SURPLUS.globals as readonly string[]).includes(name)) ||
        (area === "member" &&
          /^(Object|Array|String|Number|Math|Map|Set|Error|RegExp)\b/.test(name))),
  );
  expect(absent.length).toBeGreaterThan(100);
  const uses = absent.map(({ name }) => `print(${name});`);
  expect(messages("criteria", `export {};\n${uses.join("\n")}`)).toHaveLength(absent.length);
});

test("what TypeScript's own library declares is there, but for a list that says so", () => {
  const program = programOf({}, sandboxTypeFiles("condition"));
  const checker = program.getTypeChecker();
  const [file = ""] = sandboxTypeFiles("condition");
  const names = (status: string) =>
    new Set(PROFILE.flatMap((entry) => (entry.status === status ? [entry.name] : [])));
  const there = names("present");
  const typed = /^(?:Ui|I)nt\d+(?:Clamped)?Array|^Float\d+Array/;
  const ofInstances =
    /prototype\.(?:prototype|length|name|message|stack|arguments|caller|buffer|byte(?:Length|Offset)|BYTES_PER_ELEMENT|constructor|set|subarray|to(?:Locale)?String|valueOf)$/;
  const surplus = {
    globals: new Set<string>(),
    statics: new Set<string>(),
    typedArrays: new Set<string>(),
  };

  const note = (owner: string, path: string) => {
    if (
      there.has(path) ||
      ofInstances.test(path) ||
      /\.(?:prototype|BYTES_PER_ELEMENT)$/.test(path)
    )
      return;
    if (typed.test(owner)) surplus.typedArrays.add(path.slice(path.lastIndexOf(".") + 1));
    else surplus.statics.add(path);
  };
  for (const symbol of checker.getSymbolsInScope(
    program.getSourceFile(file) as ts.SourceFile,
    ts.SymbolFlags.Value,
  )) {
    const { name } = symbol;
    if (["claims", "cache", "console"].includes(name) || there.has(`${name}.log`)) continue;
    if (!there.has(name)) surplus.globals.add(name);
    const type = checker.getTypeOfSymbol(symbol);
    if (
      !there.has(name) ||
      (type.getConstructSignatures().length === 0 && name !== "Math" && name !== "JSON")
    )
      continue;
    for (const one of type.getProperties()) note(name, `${name}.${one.name}`);
    const prototype = type.getProperty("prototype");
    const members =
      prototype === undefined ? [] : checker.getTypeOfSymbol(prototype).getProperties();
    for (const one of members) note(name, `${name}.prototype.${one.name}`);
  }
  expect({
    globals: [...surplus.globals].sort(),
    statics: [...surplus.statics].sort(),
    typedArrays: [...surplus.typedArrays].sort().join(" "),
  }).toEqual(LIB_SURPLUS);
});

test("a loop over a Map, which would be lowered wrongly, is a type error", () => {
  expect(
    messages("criteria", "for (const e of new Map<string, string>()) print(e); export {};"),
  ).toHaveLength(1);
});

test("an app shortcut with a wrong field is a type error", () => {
  const text = 'export const a: AppShortcut = { name: "a", url: "b", colour: 1 };';
  expect(messages("entitlement", text)).toHaveLength(1);
});

describe("declarations for a release", () => {
  test.each(PRODUCT_NAMES)("those for %s are right in themselves", (product) => {
    expect(messagesOn(product, "entitlement", "export const a: EntitlementResult = [];")).toEqual(
      [],
    );
  });

  test("secrets came with 6.3", () => {
    const text = 'export const a = secret("A");';
    expect(messagesOn("6.2", "criteria", text)).toHaveLength(1);
    expect(messagesOn("6.3", "criteria", text)).toEqual([]);
  });

  test("dictionaries as claims came with 6.0", () => {
    const text = "export const a: ClaimValue = { b: 1 };";
    expect(messagesOn("5.5", "user-claim", text)).toHaveLength(1);
    expect(messagesOn("6.0", "user-claim", text)).toEqual([]);
  });

  test("the group of an app shortcut came with 6.5", () => {
    const text = 'export const a: AppShortcut = { name: "a", url: "b", groupName: "c" };';
    expect(messagesOn("6.4", "entitlement", text)).toHaveLength(1);
    expect(messagesOn("6.5", "entitlement", text)).toEqual([]);
  });
});
