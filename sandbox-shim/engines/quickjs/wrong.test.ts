import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Engine, EvaluationRequest } from "../engine.ts";
import { createQuickJsEngine } from "./index.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await createQuickJsEngine();
});
afterAll(() => engine.close());

const run = (expression: string, more: Partial<EvaluationRequest> = {}) =>
  engine.evaluate({ kind: "criteria", expression, ...more });

/** What Nashorn 15.7 gives for each, all of them true: the wrong behaviour, not the one that is written. */
const WRONG = [
  ["computed-key", "var k = 'a'; return Object.keys({ [k]: 1 })[0] === 'undefined'"],
  [
    "arrow-this",
    "var o = { v: 1, m: function () { return (() => this.v)(); } }; return o.m() === undefined",
  ],
  ["loop-target", "var i = 3, x = []; (function () { x; }); for (x[i] of [1]) ; return !(3 in x)"],
  ["date-fraction", "return new Date('2018-11-16T13:25:15.67Z').getTime() === 1542374715067"],
  [
    "boolean-comparator",
    "return [3, 1, 2].sort(function (a, b) { return a > b; }).join() === '3,1,2'",
  ],
  ["java-replace-all", "return 'a.b'.replaceAll('.', '-') === '---'"],
] as const;

describe("what the appliance silently gets wrong", () => {
  test.each(WRONG)("fails with the place and what to write instead: %s", async (_, text) => {
    const { failure } = await run(text);
    expect(failure).toMatchObject({ reason: "wrong", line: 1 });
    expect(failure?.fix).toMatch(/\w/);
  });

  test.each(WRONG)("runs as wrongly as there when it is tolerated: %s", async (rule, text) => {
    expect((await run(text, { tolerate: [rule] })).result).toBe(true);
    expect((await run(text, { tolerate: ["*"] })).result).toBe(true);
  });

  test("stays a failure when something else is tolerated, or when the script catches all it can", async () => {
    const text = "try { return 'a.b'.replaceAll('.', '-') !== ''; } catch (e) { return true; }";
    expect((await run(text, { tolerate: ["arrow-this"] })).failure?.reason).toBe("wrong");
  });

  test("is no failure when the result is right all the same", async () => {
    const sorted = "return [1, 2, 3].sort(function (a, b) { return a > b; }).join() === '1,2,3'";
    expect((await run(sorted)).result).toBe(true);
    expect((await run("return 'aXa'.replaceAll('a', 'b') === 'bXb'")).result).toBe(true);
  });

  test("is named at its place, also when the text is rewritten before it on the line", async () => {
    const text =
      "var f = a => a;\nvar g = function () {}, h = a => 'a.b'.replaceAll('.', a);\nh('-');";
    expect((await run(text)).failure).toMatchObject({ reason: "wrong", line: 2 });
  });

  test("a time with odd fractions that only a run shows is noted", async () => {
    const { result, notes } = await run(
      "return isNaN(Date.parse('2018-11-16T13:25:15.' + '1234Z'))",
    );
    expect(result).toBe(true);
    expect(notes?.[0]?.message).toContain("15.1234Z");
  });
});

describe("evaluated text", () => {
  test.each([
    ["eval('a?.b')", "SyntaxError"],
    ["new Function('a', 'return a ?? 1')", "SyntaxError"],
    ["(0, eval)('async function f() {}')", "SyntaxError"],
    ["this['ev' + 'al']('1n')", "SyntaxError"],
    ["[].constructor.constructor('return 2 ** 3')", "SyntaxError"],
    ["eval('eval(\"1n\")')", "SyntaxError"],
    ["eval('1 = 1')", "ReferenceError"],
    ["new RegExp('(?<a>b)')", "SyntaxError"],
  ])("%s throws %s", async (text, name) => {
    const { result, failure } = await run(
      `try { ${text}; } catch (e) { return e.name === "${name}"; }`,
    );
    expect(failure).toBeUndefined();
    expect(result).toBe(true);
  });

  test("that the engine has not finished is no SyntaxError, but can be caught", async () => {
    const text = `try { eval("class A {}"); } catch (e) { return !(e instanceof Error) && /not implemented/.test(String(e)); }`;
    expect((await run(text)).result).toBe(true);
  });

  test("sees what stands around a direct call only", async () => {
    const text =
      "var a = 1; return eval('a') === 1 && (0, eval)('typeof a') === 'undefined' && new Function('return typeof a')() === 'undefined'";
    expect((await run(text)).result).toBe(true);
  });

  test("gets no way around the gate from what functions are made by", async () => {
    const makers =
      "[(function () {}).constructor, (() => 1).constructor, eval.constructor, Object.getPrototypeOf(eval).constructor]";
    expect(
      (await run(`return ${makers}.every(function (f) { return f === Function; })`)).result,
    ).toBe(true);
  });

  test("cannot end the function that it becomes", async () => {
    for (const args of ["'}, function () {'", "'a = function () {}){}, (', 'x'", "'/*', '*/){'"]) {
      const text = `try { new Function(${args}); return false; } catch (e) { return e instanceof SyntaxError; }`;
      expect((await run(text)).result).toBe(true);
    }
  });

  test("leaves nothing for the next evaluation, whatever it does to its helpers", async () => {
    await run("__sdpx = null; eval = null; return true");
    expect((await run("return eval('[1].map(x => x + 1)')[0] === 2")).result).toBe(true);
  });
});

test("the seed gives the same random numbers, and other ones for another seed", async () => {
  const text = "return [Math.random(), Math.random()]";
  const numbers = async (seed?: number) =>
    (
      await engine.evaluate({
        kind: "user-claim",
        expression: `return { v: (function () { ${text} })() }`,
        ...(seed === undefined ? {} : { seed }),
      })
    ).result;
  expect(await numbers(1)).toEqual(await numbers(1));
  expect(await numbers(1)).not.toEqual(await numbers(2));
  expect(await numbers()).not.toEqual(await numbers());
});

test("a place that fails only when it is reached does not stop the script before, and says why when it does", async () => {
  expect((await run("if (claims.user.x) for (var a of arguments) ; return true")).result).toBe(
    true,
  );
  const { failure } = await run("{ function f() {} }\nreturn f() === 1");
  expect(failure).toMatchObject({ reason: "exception", line: 2 });
  expect(failure?.fix).toContain("declare the function outside the block");
});
