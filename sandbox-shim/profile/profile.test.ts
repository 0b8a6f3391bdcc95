import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkSyntax } from "../gate/check.ts";
import { RUNTIME_RULES, SYNTAX_RULES } from "../gate/rules.ts";
import { createQuickJsEngine, DEFAULT_LIMITS } from "../engines/quickjs/index.ts";
import type { Engine, EvaluationRequest } from "../engines/engine.ts";
import { SHORTCUT_LIMITS } from "../kinds/entries.ts";
import { KIND_RULES } from "../kinds/index.ts";
import { ENGINE_MESSAGES } from "./data/error-texts.ts";
import { HOST_FUNCTIONS } from "./data/host.ts";
import { CONTRADICTIONS } from "./data/members.ts";
import { LIMITS, SHORTCUT_FACTS } from "./data/results.ts";
import { generatedTargets, targetFile } from "./generate/targets.ts";
import { adviceFor, PROFILE, profileEntries, profileEntry } from "./index.ts";
import { intoPage, MARKERS } from "./readers/docs.ts";
import { profileSchema } from "./schema.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await createQuickJsEngine();
});
afterAll(() => engine.close());

const run = (expression: string, more: Partial<EvaluationRequest> = {}) =>
  engine.evaluate({ kind: "condition", expression, ...more });

const handled = PROFILE.flatMap((entry) =>
  "handling" in entry ? [{ entry, handling: entry.handling }] : [],
);

test("every entry has the shape of an entry, and an id of its own in its area", () => {
  expect(profileSchema.safeParse(PROFILE).error).toBeUndefined();
  expect(new Set(PROFILE.map(({ id }) => id)).size).toBe(PROFILE.length);
  expect(PROFILE.filter(({ id, area }) => !id.startsWith(`${area}:`))).toEqual([]);
  expect(CONTRADICTIONS).toEqual([]);
});

test("every rule of the gate has an entry", () => {
  const linked = new Set(
    handled.flatMap(({ handling }) => (handling.by === "gate" ? [handling.rule] : [])),
  );
  expect([...linked].sort()).toEqual(
    [...Object.keys(SYNTAX_RULES), ...Object.keys(RUNTIME_RULES)].sort(),
  );
});

test("every entry that names a file as its patch names one that is there", () => {
  const missing = handled.filter(
    ({ handling }) =>
      handling.by === "patch" &&
      !existsSync(fileURLToPath(new URL(`../${handling.in}`, import.meta.url))),
  );
  expect(missing).toEqual([]);
});

const refusedExamples = handled.flatMap(({ entry, handling }) =>
  entry.area === "syntax" && handling.by === "gate" && entry.example !== undefined
    ? [{ rule: handling.rule as string, example: entry.example }]
    : [],
);
test.each(refusedExamples)("the gate names $rule in its example", ({ rule, example }) => {
  expect(checkSyntax(example).map((finding) => finding.rule)).toContain(rule);
});

const workingExamples = PROFILE.flatMap(({ id, status, example }) =>
  status === "present" && example !== undefined ? [{ id, example }] : [],
);
test.each(workingExamples)("$id works here as it does on the appliance", async ({ example }) => {
  expect(checkSyntax(example)).toEqual([]);
  expect(await run(example)).toMatchObject({ result: true });
});

const patched = handled.flatMap(({ entry: { id, example }, handling }) =>
  handling.by === "patch" && example !== undefined ? [{ id, example }] : [],
);
test.each(patched)("$id differs here as it does on the appliance", async ({ example }) => {
  expect(await run(example)).toMatchObject({ result: true });
});

test("what the profile takes away is not there in the local engine", async () => {
  const entries = PROFILE.filter(
    ({ area, status }) => status === "absent" && (area === "global" || area === "member"),
  );
  const owners = [...new Set(entries.map(({ name }) => name.slice(0, name.lastIndexOf("."))))];
  expect(owners.length).toBeGreaterThan(10);
  const names = entries.map(({ name }) => name).filter((name) => !name.startsWith("%"));
  const tests = names.map((name) => {
    const dot = name.lastIndexOf(".");
    const member = JSON.stringify(name.slice(dot + 1));
    const test =
      dot < 0
        ? `typeof ${name} !== "undefined"`
        : `Object.prototype.hasOwnProperty.call(${name.slice(0, dot)}, ${member})`;
    return `if (${test}) there.push(${JSON.stringify(name)});`;
  });
  const { output } = await run(
    `var there = []; ${tests.join("\n")} print(there.join()); return true;`,
  );
  expect(output).toBe("\n");
});

test("the limits are those that the engine keeps, and the results those that the kinds check", () => {
  expect(DEFAULT_LIMITS).toMatchObject(LIMITS);
  for (const [kind, { expects }] of Object.entries(KIND_RULES)) {
    const entry = profileEntry(`error-text:not ${expects}`);
    expect(entry?.kinds).toContain(kind);
    expect(entry?.name).toBe(`Expression does not return ${expects}. Received: <type>`);
  }
  const doc = (name: string) => SHORTCUT_FACTS.find((field) => field.name === name)?.doc;
  expect(doc("name")).toContain(String(SHORTCUT_LIMITS.name));
  expect(doc("description")).toContain(String(SHORTCUT_LIMITS.description));
  expect(doc("colorCode")).toContain(String(SHORTCUT_LIMITS.colorCode));
});

test.each(Object.values(ENGINE_MESSAGES))(
  "$cause: the class of the error is as there",
  async ({ code, text }) => {
    const { failure } = await run(code);
    expect(failure?.reason).toBe("exception");
    expect(failure?.message.split(":")[0]).toBe(text.split(":")[0]);
  },
);

const SAMPLES: Readonly<Record<string, string>> = {
  url: '"https://h/"',
  body: '"b"',
  contentType: '"text/plain"',
  cidr: '"10.0.0.0/8"',
  base64: '"YQ=="',
  minutes: "5",
  ttlSeconds: "60",
};
const callable = HOST_FUNCTIONS.filter(({ macro }) => !macro);

test.each(callable)("$name takes the arguments that the profile names", async (one) => {
  const stubs = [{ url: "*" }];
  const { parameters, name, strict } = one;
  const required = parameters.filter(({ optional, rest }) => !optional && !rest);
  const args = required.map((parameter) => SAMPLES[parameter.name] ?? '"a"');
  const call = `${name}(${args.join(", ")})`;
  const length = parameters.filter(({ rest }) => !rest).length;
  expect(await run(`${call}; return ${name}.length === ${length};`, { stubs })).toMatchObject({
    result: true,
  });
  const less = `${name}(${args.slice(0, -1).join(", ")})`;
  const failure = strict ? { reason: "exception" } : undefined;
  if (args.length > 0)
    expect((await run(`${less}; return true;`, { stubs })).failure?.reason).toBe(failure?.reason);
});

test("a release has what came with it or before it", () => {
  const has = (product: "6.2" | "6.3", id: string) =>
    profileEntries({ product }).some((entry) => entry.id === id);
  expect(has("6.2", "host:secret")).toBe(false);
  expect(has("6.3", "host:secret")).toBe(true);
  expect(has("6.3", "result:appShortcut.groupName")).toBe(false);
  expect(
    profileEntries({ kind: "user-claim", area: "host" }).map(({ name }) => name),
  ).not.toContain("claims.user.hasPassword");
});

test("an error message about a missing name leads to what to write instead", () => {
  expect(adviceFor("TypeError: Object.assign is not a function")).toMatch(
    /for \(var key in object\)/,
  );
  expect(adviceFor('ReferenceError: "Promise" is not defined')).toMatch(/^Promise does not exist/);
  expect(adviceFor("TypeError: x.frobnicate is not a function")).toBeUndefined();
});

test("what is generated is what is checked in", async () => {
  const targets = await generatedTargets();
  for (const { path, text } of targets) expect(await readFile(targetFile(path), "utf8")).toBe(text);
  expect(targets).toHaveLength(6);
});

test("a page keeps its own words, and one without markers is an error", () => {
  const page = `# Mine\n\n${MARKERS.begin}\nold\n${MARKERS.end}\nlast\n`;
  expect(intoPage(page, "new")).toBe(`# Mine\n\n${MARKERS.begin}\n\nnew\n\n${MARKERS.end}\nlast\n`);
  expect(() => intoPage("# Mine", "new")).toThrow(/lacks a marker/);
});
