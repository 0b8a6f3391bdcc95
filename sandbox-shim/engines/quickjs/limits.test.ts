import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Engine, Limits } from "../engine.ts";
import { createQuickJsEngine } from "./index.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await createQuickJsEngine();
});
afterAll(() => engine.close());

const evaluate = (expression: string, limits: Partial<Limits> = {}) =>
  engine.evaluate({ kind: "user-claim", expression, limits });

/** Every script that misbehaves must leave the engine as it was. */
async function expectUnharmed() {
  const text = `var m = new Map([["a", 1]]); var s = [3, 1, 2].sort().join("-") + "x,y".split(/,/).length;
    return { s: s, m: m.get("a"), j: JSON.stringify({ a: [1] }), leaked: typeof leaked, keys: Object.keys(claims).join() };`;
  expect((await evaluate(text)).result).toEqual({
    s: "1-2-32",
    m: 1,
    j: '{"a":[1]}',
    leaked: "undefined",
    keys: "user,device,system",
  });
}

describe("time", () => {
  test.each([
    ["a loop", "while (true) {}"],
    ["a loop that catches everything", "for (;;) { try { while (true) {} } catch (e) {} }"],
    ["a loop in finally", "try { while (true) {} } finally { while (true) {} }"],
    [
      "a regular expression that explodes",
      'return { a: /(a+)+$/.test("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab") };',
    ],
    ["a loop in toJSON of the result", "return { toJSON: function () { while (true) {} } };"],
    ["a loop while an error is described", "throw { toString: function () { while (true) {} } };"],
  ])("stops %s", async (_, text) => {
    const { failure, executionMs } = await evaluate(text, { scriptMs: 100 });
    expect(failure?.reason).toBe("timeout");
    expect(failure?.message).toContain("100 ms");
    expect(executionMs).toBeGreaterThanOrEqual(100);
    await expectUnharmed();
  });

  test("ends one long native call by ending its thread, and goes on with a new one", async () => {
    const text =
      'var a = "a"; while (a.length < 33000000) a += a; return { n: a.split("").length };';
    const { failure } = await evaluate(text, { scriptMs: 100, memoryBytes: 4e9 });
    expect(failure?.reason).toBe("timeout");
    await expectUnharmed();
  });
});

describe("memory and stack", () => {
  test.each([
    ["a text that doubles", 'var a = "x"; for (;;) a += a;'],
    [
      "a list that grows",
      'var a = []; for (;;) a.push(a.length + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");',
    ],
    ["a buffer", "return { a: new ArrayBuffer(1000000000).byteLength };"],
    ["a function that calls itself", "(function f() { f(); })();"],
    ["a getter that reads itself", "var o = { get x() { return this.x; } }; return { a: o.x };"],
    [
      "toString that needs itself",
      'var o = { toString: function () { return "" + o; } }; return { a: "" + o };',
    ],
    ["a comparison that sorts", "[1, 2].sort(function c() { return [2, 1].sort(c); });"],
    [
      "a replacement that replaces",
      '"a".replace(/a/, function r() { return "a".replace(/a/, r); });',
    ],
  ])("stops %s", async (_, text) => {
    // Time enough on any machine: what runs out must be the memory.
    const limits = { memoryBytes: 8 * 1024 * 1024, scriptMs: 55_000 };
    const { failure } = await evaluate(text, limits);
    expect(failure?.reason).toBe("memory");
    await expectUnharmed();
  });

  test.each([
    ["JSON", 'var s = ""; for (var i = 0; i < 1e5; i++) s += "["; return { a: JSON.parse(s) };'],
    [
      "a program for eval",
      'var s = ""; for (var i = 0; i < 30000; i++) s += "("; return { a: eval(s + "1") };',
    ],
    [
      "a regular expression",
      'var s = "("; for (var i = 0; i < 15; i++) s += s; return { a: new RegExp(s) };',
    ],
  ])("survives %s that is nested deeply", async (_, text) => {
    expect((await evaluate(text)).failure).toBeDefined();
    await expectUnharmed();
  });
});

describe("isolation", () => {
  test("nothing of one evaluation is there in the next, whatever it changed", async () => {
    await evaluate(
      `leaked = 1; claims.user.x = 1; JSON.parse = null; Map = null; Date = null; Array.prototype.sort = null;
       String.prototype.split = null; RegExp.prototype.exec = null; Object.prototype.poison = 1; delete this.claims;
       Object.freeze(Object.prototype); return {};`,
    );
    await expectUnharmed();
    expect((await evaluate("var n = 0; for (var k in {}) n++; return { n: n };")).result).toEqual({
      n: 0,
    });
  });

  test("a text that comes again, and is kept compiled, starts from the beginning each time", async () => {
    const text =
      "if (typeof count === 'undefined') count = 0; count++; function f() {} f.seen = (f.seen || 0) + 1; return { count: count, seen: f.seen };";
    for (let run = 0; run < 5; run++)
      expect((await evaluate(text)).result).toEqual({ count: 1, seen: 1 });
  });

  test("what a script does to Object.prototype cannot make the engine look broken", async () => {
    for (const text of [
      "Object.prototype.toJSON = function () { return 1; }; return { a: 1 };",
      "Array.prototype.toJSON = function () { return 1; }; console.log('x'); return { a: 1 };",
      "Object.defineProperty(Object.prototype, 'throws', { value: 'x' }); return { c: cache.getIfPresent('a') };",
      "Object.defineProperty(Object.prototype, 'thrown', { value: 'x' }); return { a: 1 };",
    ])
      expect(await evaluate(text)).toHaveProperty("executionMs");
    await expectUnharmed();
  });

  test("evaluations at the same time each get their own answer, over several threads", async () => {
    const many = await createQuickJsEngine({ workers: 2 });
    try {
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, index) =>
          many.evaluate({
            kind: "user-claim",
            expression: `var t = claims.user.n; for (var i = 0; i < ${index % 7}00; i++) t += 0; return { n: t, http: httpGet("https://a/" + t).data };`,
            userClaims: { n: index },
            http: ({ url }) => Promise.resolve({ statusCode: 200, data: url }),
          }),
        ),
      );
      expect(answers.map(({ result }) => result)).toEqual(
        Array.from({ length: 200 }, (_, n) => ({ n, http: `https://a/${n}` })),
      );
    } finally {
      await many.close();
    }
  });

  test("random numbers differ from one evaluation to the next", async () => {
    const draw = async () =>
      JSON.stringify((await evaluate("return { r: Math.random() };")).result);
    expect(new Set([await draw(), await draw(), await draw()]).size).toBe(3);
  });
});
