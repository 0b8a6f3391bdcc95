import { beforeAll, describe, expect, it } from "vitest";
import { buildBundle } from "./build.ts";
import { problemsError, renderProblem } from "./problem.ts";
import type { Problem } from "./problem.ts";
import { criteria, tempRoot } from "./testing.ts";

const condition = (fields: string) =>
  `export const meta = { notes: "n", ${fields} };
export default function main(claims: Claims): boolean { return claims.user !== null; }
`;

/** What is wrong with one script, and what must be said of it. */
const FAULTS: Record<string, { folder?: string; text: string; says: RegExp }> = {
  "a type error": {
    text: criteria("  const n: number = claims.user.username;\n  return n > 0;"),
    says: /^criteria\/probe\d+\.ts:4:9: Type 'string \| undefined'.*TS2322\)\n {4}3 \| .*\n {4}4 \| {3}const n/s,
  },
  "a builtin that the engine lacks": {
    text: criteria("return [1].includes(1);"),
    says: /:4:12: Property 'includes' does not exist on type 'number\[\]'\. The sandbox does not have it\. \(TS/,
  },
  "a promise": { text: criteria("return !!Promise;"), says: /Promise/ },
  "syntax that is none": {
    text: criteria("return (;"),
    says: /probe\d+\.ts:4:\d+: Expression expected/,
  },
  "an async function": {
    text: criteria("f(); return true;", "", "async function f() { }"),
    says: /async functions need Promise/,
  },
  "a generator": {
    text: criteria("return !!f;", "", "function* f() { yield 1; }"),
    says: /generators need iterators/,
  },
  "a subclass of Error": {
    text: criteria("return !!Refused;", "", "class Refused extends Error {}"),
    says: /:1:15: a class that extends Error loses its type in ES5/,
  },
  eval: { text: criteria('return eval("true");'), says: /eval runs text/ },
  "new Function": { text: criteria('return !!new Function("1");'), says: /Function runs text/ },
  "an import of Node": {
    text: criteria("return !!fs;", "", 'import fs from "node:fs";'),
    says: /"node:fs" is not a file of lib\/ or of this script/,
  },
  "an import of another room": {
    text: criteria("return !!x;", "", 'import { x } from "../scripts/x.ts";'),
    says: /"\.\.\/scripts\/x\.ts" lies neither in lib\/ nor in criteria\//,
  },
  "an import at run time": {
    text: criteria('return !!import("../lib/risk.ts");'),
    says: /import\(\) cannot be bundled/,
  },
  "a computed secret name": {
    text: criteria('return !!secret("A" + "B");'),
    says: /secret\(\) takes one literal name/,
  },
  "another name for secret": {
    text: criteria("const s = secret; return !!s;"),
    says: /secret is a macro of the build/,
  },
  "a secret reference in a text": {
    text: criteria('return "%SECRET:A%" === "";'),
    says: /may be changed by the bundler/,
  },
  "a secret that is not declared": {
    text: criteria('return httpGet("https://x/?" + secret("KEY")) !== null;'),
    says: /uses the secret KEY, which meta.secrets does not list\n {4}fix: add "KEY"/,
  },
  "a secret that is not used": {
    text: criteria("return true;", 'secrets: ["KEY"]'),
    says: /meta.secrets lists KEY, which the script does not use/,
  },
  "a top-level name that hides the claims": {
    text: criteria("return true;", "", "const claims = 1; export { claims };"),
    says: /would hide the sandbox's claims/,
  },
  "no metadata": {
    text: "export default function main(claims: Claims): boolean { return !!claims; }",
    says: /no `export const meta/,
  },
  "metadata that runs code": {
    text: criteria("return true;", "tags: [String(1)]"),
    says: /:2:52: meta runs code/,
  },
  "no default export": {
    text: 'export const meta = { notes: "n" };',
    says: /no default export/,
  },
  "a misspelt field": {
    text: criteria("return true;", 'whenUnavailabel: "deny"'),
    says: /the metadata is wrong: .*whenUnavailabel/,
  },
  "empty notes": {
    text: criteria("return true;").replace("For a test.", " "),
    says: /the metadata is wrong: notes/,
  },
  "a result of the wrong type": {
    text: criteria("return true;").replace(": boolean", ": string").replace("true", '"yes"'),
    says: /probe\d+\.ts:3:25: the script must be callable as main\(claims\) and return boolean/,
  },
  "a name that policies cannot call": {
    text: criteria("return true;", 'name: "low-risk"'),
    says: /the name "low-risk" of a criteria script must be a JavaScript identifier/,
  },
  "a reserved word as name": {
    text: criteria("return true;", 'name: "delete"'),
    says: /the name "delete"/,
  },
  "a regular expression that the engine refuses": {
    text: criteria("return /(?<=a)b/.test('ab');"),
    says: /:4:8: lookbehind and named groups do not exist/,
  },
  "the same made from text": {
    text: criteria('return new RegExp("(?<year>a)", "i").test("ab");'),
    says: /:4:8: lookbehind and named groups do not exist/,
  },
  "a flag of later regular expressions": {
    text: criteria('return RegExp("a.b", "s").test("ab");'),
    says: /of the regular expression flags only g, i and m exist/,
  },
  "an entitlement name in capitals": {
    folder: "entitlements",
    text: `export const meta = { notes: "n", name: "Hosts", type: "host" as const };
export default function main(): string[] { return []; }
`,
    says: /must consist of lower-case letters, digits, _ and -/,
  },
  "ports as numbers": {
    folder: "entitlements",
    text: `export const meta = { notes: "n", type: "portOrType" as const };
export default function main(): number[] { return [22]; }
`,
    says: /return string\[\]: .*'number\[\]'/,
  },
  "an entitlement without type": {
    folder: "entitlements",
    text: `export const meta = { notes: "n" };
export default function main(): string[] { return []; }
`,
    says: /the metadata is wrong: type/,
  },
  "a schedule that the product does not have": {
    folder: "conditions",
    text: condition('repeatSchedules: ["7m"]'),
    says: /repeatSchedules\.0: one of "1m"/,
  },
  "a remedy of an unknown type": {
    folder: "conditions",
    text: condition('remedyMethods: [{ type: "Shout", message: "m" }]'),
    says: /remedyMethods\.0\.type/,
  },
};

describe("a script with a fault", () => {
  const names = Object.keys(FAULTS);
  const fileOf = (name: string) =>
    `${FAULTS[name]?.folder ?? "criteria"}/probe${names.indexOf(name)}.ts`;
  let problems: Problem[];
  beforeAll(async () => {
    await using root = await tempRoot();
    for (const [name, { text }] of Object.entries(FAULTS))
      await root.write({ [fileOf(name)]: text });
    problems = (await buildBundle({ root: root.path })).problems;
  });

  it.each(names)("is told: %s", (name) => {
    const said = problems.filter(({ file }) => file === fileOf(name)).map(renderProblem);
    expect(said.join("\n")).toMatch(FAULTS[name]?.says ?? "");
  });

  it("is the only place that is told of", () => {
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(names.map(fileOf)));
  });
});

describe("several faults", () => {
  it("are told together, in the order of files and places, and name the root nowhere", async () => {
    await using root = await tempRoot({
      "criteria/a.ts": criteria("return 1;"),
      "criteria/b.ts": criteria("return true;", 'colour: "red"'),
      "conditions/c.ts": condition('repeatSchedules: ["x"]'),
      "entitlements/d.ts": "export default 1;",
      "device-claims/e.ts": 'export const meta = { notes: "n" };',
      "criteria/good.ts": criteria("return true;"),
    });
    const { problems, files } = await buildBundle({ root: root.path });
    expect(new Set(problems.map(({ file }) => file))).toEqual(
      new Set([
        "conditions/c.ts",
        "criteria/a.ts",
        "criteria/b.ts",
        "device-claims/e.ts",
        "entitlements/d.ts",
      ]),
    );
    expect([...files.keys()]).toEqual(["criteria/good.js", "manifest.json"]);
    const error = problemsError(problems);
    expect(error.code).toBe("bad-script");
    expect(error.list.join("\n")).not.toContain(root.path);
  });

  it("in a shared file are told once, at that file", async () => {
    await using root = await tempRoot({
      "lib/broken.ts": "export const n: number = 'x';\n",
      "criteria/a.ts": criteria("return n > 1;", "", 'import { n } from "../lib/broken.ts";'),
      "conditions/b.ts": `import { n } from "../lib/broken.ts";\n${condition("")}export const m = n;`,
    });
    const { problems } = await buildBundle({ root: root.path });
    expect(problems.map(({ file, line, column }) => [file, line, column])).toEqual([
      ["lib/broken.ts", 1, 14],
    ]);
  });

  it("of names: two scripts of one kind may not have the same, even in another case", async () => {
    await using root = await tempRoot({
      "criteria/one.ts": criteria("return true;", 'name: "same"'),
      "criteria/two.ts": criteria("return true;", 'name: "Same"'),
      "user-claims/same.ts": `export const meta = { notes: "n" };
export default function main() { return {}; }
`,
    });
    const { problems } = await buildBundle({ root: root.path });
    expect(problems.map(renderProblem)).toEqual([
      expect.stringMatching(/^criteria\/two\.ts: criteria "Same" exists twice: criteria\/one\.ts/),
    ]);
  });
});
