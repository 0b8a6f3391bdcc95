import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { criteria, REPOSITORY, tempRoot } from "../build/testing.ts";
import { renderReport, succeeded, testBundle, totals } from "./index.ts";
import type { CasesReport } from "./index.ts";
import { parseCases } from "./schema.ts";

const asSeen = (report: CasesReport) =>
  renderReport(report, (_style, text) => text)
    .replace(/\d+(\.\d)? ms/g, "N ms")
    .replace(/^slowest: .*\n/m, "");

describe("the cases of the shipped scripts", () => {
  it("all pass, and prove what each script does when the posture is unavailable", async () => {
    const report = await testBundle({ root: REPOSITORY });
    expect(report.scripts.flatMap(({ faults }) => faults)).toEqual([]);
    const failed = report.scripts.flatMap(({ name, cases }) =>
      cases.filter(({ faults }) => faults.length > 0).map((one) => [name, one.name, one.faults]),
    );
    expect(failed).toEqual([]);
    expect(succeeded(report)).toBe(true);
    const generated = report.scripts
      .filter(({ cases }) => cases.some((one) => one.generated))
      .map(({ name }) => name);
    expect(generated).toEqual([
      "lowRisk",
      "posture-now",
      "admin-ports",
      "group-hosts",
      "self-service-shortcuts",
      "posture",
    ]);
  });
});

const AGE = criteria('return claims.user["age"] === 18 && claims.device["ok"] === true;');

describe("a report", () => {
  it("shows what differs, what is missing and what to do", async () => {
    await using root = await tempRoot({
      "criteria/age.ts": AGE,
      "criteria/age.cases.ts": `export default { cases: [
  { name: "eighteen is enough", claims: { user: { age: 18 }, device: { ok: true } }, expect: { result: true } },
  { name: "the Controller's names work too", claims: { userClaims: { age: 18 }, deviceClaims: { ok: true } }, expect: { result: true } },
  { name: "nineteen is not", claims: { user: { age: 19 } }, expect: { result: true } },
] };`,
      "criteria/bare.ts": criteria("return true;"),
      "conditions/throws.ts": `export const meta = { notes: "n" };
export default function main(claims: Claims): boolean {
  const list = claims.user["list"] as string[];
  return list.length > 0;
}`,
      "conditions/throws.cases.ts": `export default [
  { name: "an empty list is refused", claims: { user: { list: [] } }, expect: { result: false } },
  { name: "no list is an error", expect: { error: "length" } },
  { name: "no list is refused", expect: { result: false } },
];`,
    });
    const report = await testBundle({ root: root.path });
    expect(succeeded(report)).toBe(false);
    expect(totals(report)).toEqual({ scripts: 3, passed: 4, failed: 2, missing: 1 });
    expect(asSeen(report)).toMatchInlineSnapshot(`
      "criteria/age criteria/age.ts
        ok    eighteen is enough N ms
        ok    the Controller's names work too N ms
        FAIL  nineteen is not
               the result differs
               - true
               + false

      criteria/bare criteria/bare.ts
        FAIL  no cases: write criteria/bare.cases.ts

      condition/throws conditions/throws.ts
        ok    an empty list is refused N ms
        ok    no list is an error N ms
        FAIL  no list is refused
               it failed: TypeError: Cannot read property "length" from undefined
                 at conditions/throws.ts:4:10, 5:14 of the built text
                 2 | export default function main(claims: Claims): boolean {
                 3 |   const list = claims.user["list"] as string[];
                 4 |   return list.length > 0;
                   |          ^

      3 scripts, 4 passed, 2 failed, 1 without cases, in N ms
      dist/ is not what was tested: run \`sdpx build\`
      "
    `);
  });

  it("names the sorts of outage that a script does not survive", async () => {
    await using root = await tempRoot({
      "conditions/naive.ts": `import { POSTURE_CACHE_URL } from "../lib/settings.ts";
export const meta = { notes: "n", whenUnavailable: "deny" as const };
export default function main(): boolean {
  const answer = httpGet(POSTURE_CACHE_URL);
  return !!answer && answer.statusCode < 500 && JSON.parse(answer.data).risk !== "HIGH";
}`,
      "conditions/naive.cases.ts": `import { POSTURE_CACHE_URL } from "../lib/settings.ts";
const good = { url: POSTURE_CACHE_URL, data: { v: 1, risk: "LOW" } };
export default {
  cases: [{ name: "LOW", stubs: [good], expect: { result: true } }],
  unavailable: { from: "http", claims: {}, good, allowed: true, denied: false },
};`,
    });
    const report = await testBundle({ root: root.path });
    const failed = report.scripts[0]?.cases.filter(({ faults }) => faults.length > 0);
    expect(failed?.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "no answer in time (exception)",
        "401, the token is wrong",
        "200 with a login page",
        "200 with an empty object",
      ]),
    );
    expect(failed?.map(({ name }) => name)).not.toContain("no answer in time (null)");
    expect(asSeen(report)).toContain("FAIL  when unavailable: 200 with a login page");
  });

  it("is about the scripts that a filter names, and says when it names none", async () => {
    await using root = await tempRoot({
      "criteria/age.ts": AGE,
      "criteria/age.cases.ts": `export default [{ name: "none", expect: { result: false } }];`,
      "criteria/bare.ts": criteria("return true;"),
    });
    const report = await testBundle({ root: root.path, filters: ["CRITERIA/AGE"] });
    expect(report.scripts.map(({ name }) => name)).toEqual(["age"]);
    expect(report.stale).toBe(true);
    expect(succeeded(report)).toBe(true);
    await expect(testBundle({ root: root.path, filters: ["nope"] })).rejects.toMatchObject({
      code: "bad-option",
      list: ["criteria/age (criteria/age.ts)", "criteria/bare (criteria/bare.ts)"],
    });
    const excused = await testBundle({ root: root.path, allowMissing: true });
    expect(succeeded(excused)).toBe(true);
    expect(asSeen(excused)).toContain("none  no cases: write criteria/bare.cases.ts");
    const bailed = await testBundle({ root: root.path, filters: ["bare", "age"], bail: true });
    expect(bailed.bailed).toBe(true);
    expect(asSeen(bailed)).toContain("stopped at the first failure");
  });

  it("runs a device-claim script in a shell with the commands that the case gives", async () => {
    await using root = await tempRoot({
      "device-claims/d.ts": `export const meta = { notes: "n", claimName: "d", platform: "all" };`,
      "device-claims/d.sh": '#!/bin/sh\nanswer "$1"\nexit 3\n',
      "device-claims/d.cases.ts": `export default [
  { name: "right", commands: { answer: "42" }, args: ["x"], expect: { stdout: "42", exitCode: 3 } },
  { name: "wrong", commands: { answer: { stdout: "41", exitCode: 1 } }, expect: { stdout: "42" } },
];`,
    });
    const report = await testBundle({ root: root.path });
    expect(report.scripts[0]?.cases.map(({ faults }) => faults)).toEqual([
      [],
      [
        { message: "it printed something else", diff: ['- "42"', '+ "41"'] },
        { message: "its exit code is 3, not 0" },
      ],
    ]);
  });
});

const OTHERS = `{ cases: [{ name: "x", claims: { user: { x: 1 } }, expect: { result: true } }],
  unavailable: { from: "claims", when: {}, denied: false } }`;
const when = (value: string) => criteria("return !!claims.user['x'];", `whenUnavailable: ${value}`);

/** A script and its cases, by name, and what is said of them. */
const TOO_LITTLE: Record<string, { script: string; cases: string; says: RegExp }> = {
  noOutage: {
    script: when('"deny"'),
    cases: `[{ name: "x", claims: { user: { x: 1 } }, expect: { result: true } }]`,
    says: /no case proves it/,
  },
  notInMeta: {
    script: criteria("return !!claims.user['x'];"),
    cases: OTHERS,
    says: /meta has no whenUnavailable/,
  },
  memoryWithoutCall: {
    script: when("{ lastKnownMinutes: 5 }"),
    cases: OTHERS,
    says: /nothing to remember/,
  },
  allowWithoutAllowed: {
    script: when('"allow"'),
    cases: OTHERS,
    says: /give `unavailable.allowed`/,
  },
  empty: { script: criteria("return true;"), cases: "[]", says: /the list of cases is empty/ },
};

describe("cases that prove too little", () => {
  it("fail, and say what is missing", async () => {
    await using root = await tempRoot();
    for (const [name, { script, cases }] of Object.entries(TOO_LITTLE)) {
      await root.write({ [`criteria/${name}.ts`]: script });
      await root.write({ [`criteria/${name}.cases.ts`]: `export default ${cases};` });
    }
    const report = await testBundle({ root: root.path });
    expect(report.scripts.map(({ name }) => name)).toEqual(Object.keys(TOO_LITTLE).sort());
    for (const { name, faults } of report.scripts) {
      expect(faults.map(({ message }) => message).join(), name).toMatch(
        TOO_LITTLE[name]?.says ?? "",
      );
    }
    expect(succeeded(report)).toBe(false);
  });
});

const expected = { result: 1 };

describe("a file of cases", () => {
  it.each([
    ["that is not a list", "cases", /expected object|Invalid input/],
    ["with a misspelt field", [{ name: "x", clams: {}, expect: expected }], /clams/],
    ["that expects nothing", [{ name: "x", expect: {} }], /exactly one of result/],
    [
      "that expects two things",
      [{ name: "x", expect: { ...expected, error: "x" } }],
      /exactly one/,
    ],
    ["with a time that is none", [{ name: "x", time: "noon", expect: expected }], /ISO 8601/],
    [
      "with two cases of one name",
      [
        { name: "x", expect: expected },
        { name: "x", expect: expected },
      ],
      /two cases have the name "x"/,
    ],
  ])("%s is refused", (_name, value, says) => {
    let error: unknown;
    try {
      parseCases(value, "criteria/x.cases.ts");
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code: "bad-input", where: "criteria/x.cases.ts" });
    expect((error as { list: string[] }).list.join()).toMatch(says);
  });

  it("is refused when it cannot be loaded, and is not run when the scripts do not build", async () => {
    await using root = await tempRoot({
      "criteria/x.ts": criteria("return true;"),
      "criteria/x.cases.ts": "export default [",
    });
    await expect(testBundle({ root: root.path })).rejects.toMatchObject({
      code: "bad-input",
      where: "criteria/x.cases.ts",
    });
    await root.write({ "criteria/x.ts": criteria("return 1;") });
    await expect(testBundle({ root: root.path })).rejects.toMatchObject({ code: "bad-script" });
    await expect(testBundle({ root: join(root.path, "none") })).rejects.toMatchObject({
      code: "file-missing",
    });
  });
});
