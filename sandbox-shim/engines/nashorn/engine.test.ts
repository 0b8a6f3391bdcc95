import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memoryCache } from "../../host/cache.ts";
import type { Engine, EvaluationRequest } from "../engine.ts";
import { findNashorn } from "./find.ts";
import { createNashornEngine } from "./index.ts";

const nashorn = await findNashorn(process.env);
const missing = "missing" in nashorn ? nashorn.missing : undefined;

describe.skipIf(missing !== undefined)(`Nashorn${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let engine: Engine;
  beforeAll(async () => {
    if ("classpath" in nashorn)
      engine = await createNashornEngine({ classpath: nashorn.classpath });
  });
  afterAll(() => engine.close());

  const run = (expression: string, more: Partial<EvaluationRequest> = {}) =>
    engine.evaluate({ kind: "user-claim", expression, ...more });
  const value = async (code: string, more: Partial<EvaluationRequest> = {}) =>
    ((await run(`return { v: (function () { ${code} })() };`, more)).result as { v?: unknown })?.v;

  test("it is the engine that has no classes and calls Java's replaceAll", async () => {
    expect(await value("return 'a.b'.replaceAll('.', '-');")).toBe("---");
    expect((await run("class A {} return {};")).failure).toMatchObject({
      reason: "syntax",
      message: expect.stringContaining("not yet implemented"),
      line: 1,
      column: 1,
    });
  });

  test("claims, helpers, stubs, output and the audit log are those of the other engine", async () => {
    const got = await run(
      "console.log('x', 1); auditLog('seen'); var r = httpGet('https://a/b', [{key: 'k', value: 'v'}], 500); return { u: claims.user.name, l: claims.user.list.containsText('b'), s: r.statusCode, d: JSON.parse(r.data).ok };",
      {
        userClaims: { name: "\ud800é", list: ["a", "b"] },
        stubs: [{ url: "https://a/*", data: { ok: true } }],
      },
    );
    expect(got).toMatchObject({
      result: { u: "\ud800é", l: true, s: 200, d: true },
      output: "x 1\n",
      auditLog: ["seen"],
      httpCalls: [
        { request: { method: "GET", headers: [{ key: "k", value: "v" }], timeoutMs: 500 } },
      ],
    });
    const network = await engine.evaluate({
      kind: "condition",
      expression:
        "return claims.system.isClientInNetwork('10.0.0.0/8') && claims.user.hasPassword('p', 5);",
      systemClaims: { clientSrcIP: "10.1.2.3" },
      passwordMinutesAgo: { p: 4 },
    });
    expect(network.result).toBe(true);
  });

  test("live HTTP and the shared cache are asked outside", async () => {
    const cache = memoryCache();
    const http = () => Promise.resolve({ statusCode: 201, data: "live" });
    const code =
      "var c = cache.getIfPresent('k'); cache.put('k', ['v'], 60); return [c, httpGet('http://x/').data];";
    expect(await value(code, { cache, http })).toEqual([null, "live"]);
    expect(await value(code, { cache, http })).toEqual([["v"], "live"]);
    const none = await run("httpGet('http://x/'); return {};");
    expect(none.failure).toMatchObject({ reason: "no-stub" });
  });

  test("secrets are put in, and taken out of everything that is given back", async () => {
    const secrets = { KEY: "topsecret-1" };
    const got = await run("console.log('%SECRET:KEY%'); return { k: '%SECRET:KEY%' };", {
      secrets,
    });
    expect(JSON.stringify(got)).not.toContain("topsecret");
    expect((await run("return { k: '%SECRET:NO%' };")).failure).toMatchObject({ reason: "secret" });
  });

  test("the clock stands at the request's time", async () => {
    const time = "2018-11-16T13:25:15.672Z";
    expect(
      await value(
        "return [Date.now(), new Date().getTime(), new Date(5).getTime(), new Date() instanceof Date, Date.length];",
        { time },
      ),
    ).toEqual([1542374715672, 1542374715672, 5, true, 7]);
  });

  test("claims as Java's collections are real ones", async () => {
    const code =
      "var l = claims.user.l; var s = ''; for (var x of l) s += x; return [l[0], l.length, l.contains('b'), typeof l.map, Array.isArray(l), s, String(l), claims.user.o.k === 5, claims.user.no === undefined];";
    const userClaims = { l: ["a", "b"], o: { k: 5 } };
    expect(await value(code, { userClaims, hostObjects: true })).toEqual([
      "a",
      2,
      true,
      "undefined",
      false,
      "ab",
      "[a, b]",
      true,
      true,
    ]);
  });

  test("a seed makes Math.random repeat itself", async () => {
    const code = "return [Math.random(), Math.random()];";
    const [first, second] = [await value(code, { seed: 1 }), await value(code, { seed: 1 })];
    expect(first).toEqual(second);
    expect(await value(code)).not.toEqual(first);
  });

  test("each evaluation has a global object and builtins of its own", async () => {
    await run("leak = 1; Array.prototype.leak = 1; JSON.stringify = null; return {};");
    expect(await value("return [typeof leak, [].leak, typeof JSON.stringify];")).toEqual([
      "undefined",
      null,
      "function",
    ]);
  });

  test("what a script throws, and what has the wrong type, is told with its place", async () => {
    expect((await run("\nvar x = null;\nreturn x.y;")).failure).toMatchObject({
      reason: "exception",
      message: 'TypeError: Cannot get property "y" of null',
      line: 3,
    });
    expect((await run("throw 'just text';")).failure).toMatchObject({ message: "just text" });
    expect((await run("return {\n a: };")).failure).toMatchObject({ reason: "syntax", line: 2 });
    expect((await run("return 1;")).error).toBe(
      "Expression does not return object. Received: Integer",
    );
    expect((await run("var o = {}; o.o = o; return o;")).failure).toMatchObject({
      reason: "result-type",
    });
  });

  test("a script without end, without bottom or without measure is stopped, and the next one runs", async () => {
    const endless = await run("for (;;) {}", { limits: { scriptMs: 300 } });
    expect(endless.failure).toMatchObject({ reason: "timeout" });
    const caught = await run("for (;;) { try { for (;;) {} } finally { continue; } }", {
      limits: { scriptMs: 300 },
    });
    expect(caught.failure).toMatchObject({ reason: "timeout" });
    const deep = await run("function f() { return f() + 1; } return { f: f() };");
    expect(deep.failure).toMatchObject({ reason: "memory" });
    const big = await run(
      "var l = []; for (;;) { l.push(new Array(100000).join('x').split('')); }",
      { limits: { scriptMs: 3000 } },
    );
    expect(["memory", "timeout"]).toContain(big.failure?.reason);
    expect(await value("return 1;")).toBe(1);
  });

  test.each([
    ["no Java class can be reached by name", "return typeof Java + typeof Packages + typeof java;"],
    ["the script engine is hidden", "return typeof engine + typeof context;"],
  ])("%s", async (_, code) => {
    expect(await value(code)).toMatch(/^(undefined)+$/);
  });

  test.each([
    "''.getClass().getName()",
    "''.getClass().forName('java.lang.Runtime')",
    "httpGet.getClass()",
    "load('/etc/passwd')",
    "loadWithNewGlobal('/etc/passwd')",
    "exit(1)",
    "quit()",
    "(function () { try { null.x; } catch (e) { return e.nashornException.getClass().getClassLoader(); } })()",
    "this.engine.eval('1')",
    "new JavaImporter()",
    "Object.bindProperties({}, ''.class.classLoader)",
    "print.constructor('return Java')().type('java.lang.System')",
  ])("there is no way out to Java: %s", async (code) => {
    const got = await run(`return { v: String(${code}) };`);
    expect(got.failure).toMatchObject({ reason: expect.stringMatching(/exception|syntax/) });
    expect(await value("return 1;")).toBe(1);
  });

  test("evaluations that are asked for at the same time wait for each other", async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        value(`return [${n}, claims.user.n];`, { userClaims: { n } }),
      ),
    );
    expect(all).toEqual(Array.from({ length: 20 }, (_, n) => [n, n]));
  });
});

test.skipIf(missing !== undefined)(
  "a closed engine refuses work and ends its process",
  async () => {
    if (!("classpath" in nashorn)) return;
    const engine = await createNashornEngine({ classpath: nashorn.classpath });
    const waiting = engine.evaluate({ kind: "user-claim", expression: "for (;;) {}" });
    await engine.close();
    await expect(waiting).rejects.toMatchObject({ code: "internal" });
    await expect(engine.evaluate({ kind: "user-claim", expression: "return {};" })).rejects.toThrow(
      "closed",
    );
  },
);
