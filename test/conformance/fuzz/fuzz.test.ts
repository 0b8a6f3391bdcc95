import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../../sandbox-shim/engines/engine.ts";
import { createNashornEngine } from "../../../sandbox-shim/engines/nashorn/index.ts";
import { findNashorn } from "../../../sandbox-shim/engines/nashorn/find.ts";
import { createQuickJsEngine } from "../../../sandbox-shim/index.ts";
import { fuzz, readyCase } from "./compare.ts";
import { oneLiners, programs } from "./grammar.ts";
import fc from "fast-check";

const nashorn = await findNashorn(process.env);
const missing = "missing" in nashorn ? nashorn.missing : undefined;

/** An engine of canned answers, for the fuzzer itself. */
const canned = (name: "quickjs" | "nashorn", answer: (code: string) => string): Engine => ({
  name,
  evaluate: ({ expression }) =>
    Promise.resolve({
      result: { shown: answer(expression) },
      output: "",
      executionMs: 0,
      auditLog: [],
      httpCalls: [],
    }),
  close: () => Promise.resolve(),
});

const few = { runs: 60, seed: 7, limitMs: 20_000, scriptMs: 1000 };

test("a disagreement is shrunk to the smallest program that shows it, as a case to paste", async () => {
  const engines = {
    nashorn: canned("nashorn", () => "1"),
    quickjs: canned("quickjs", (code) => (/return b+;/.test(code) ? "2" : "1")),
  };
  const found = await fuzz(engines, {
    ...few,
    programs: fc.nat(20).map((n) => `return ${n < 4 ? "a" : "b".repeat(n)};`),
  });
  expect(found.disagreement).toMatchObject({
    code: "return bbbb;",
    nashorn: { result: "1" },
    quickjs: { result: "2" },
  });
  if (found.disagreement)
    expect(readyCase(found.disagreement, "n")).toMatch(
      /^\{ name: "n", code: "return b+;", nashorn/,
    );
});

test("the same seed gives the same programs, and all of them can be read", async () => {
  const sample = () => fc.sample(fc.tuple(programs, oneLiners), { numRuns: 50, seed: 3 }).flat();
  expect(sample()).toEqual(sample());
  for (const code of sample()) expect(() => new Function(code)).not.toThrow();
});

describe.skipIf(missing !== undefined)(`Nashorn${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let engines: { nashorn: Engine; quickjs: Engine };
  beforeAll(async () => {
    if (!("classpath" in nashorn)) return;
    engines = {
      nashorn: await createNashornEngine({ classpath: nashorn.classpath }),
      quickjs: await createQuickJsEngine(),
    };
  });
  afterAll(async () => {
    await engines.nashorn.close();
    await engines.quickjs.close();
  });

  test.each([
    ["expressions", oneLiners, 11],
    ["programs", programs, 12],
  ] as const)("both engines agree on 100 generated %s", async (_, arbitrary, seed) => {
    const report = await fuzz(engines, {
      programs: arbitrary,
      runs: 100,
      seed,
      limitMs: 30_000,
      scriptMs: 2000,
    });
    expect(report.disagreement).toBeUndefined();
  });
});
