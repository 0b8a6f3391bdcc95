import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Engine, EvaluationRequest } from "../engine.ts";
import { memoryCache } from "../../host/cache.ts";
import { createQuickJsEngine } from "./index.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await createQuickJsEngine();
});
afterAll(() => engine.close());

type More = Partial<EvaluationRequest>;
const evaluate = (expression: string, more: More = {}) =>
  engine.evaluate({ kind: "user-claim", expression, ...more });
/** The value of an expression, wrapped so that any type comes back. */
const value = async (expression: string, more: More = {}) => {
  const { result, failure } = await evaluate(`return { value: ${expression} };`, more);
  if (failure) throw new Error(`${failure.reason}: ${failure.message}`);
  return (result as { value: unknown }).value;
};

describe("claims", () => {
  test("are there in three groups, also when none were given", async () => {
    expect(await value("[claims.user, claims.device, claims.system]")).toEqual([{}, {}, {}]);
    expect(
      await value("[claims.user.name, claims.device.os.name, claims.system.nope === undefined]", {
        userClaims: { name: "ada" },
        deviceClaims: { os: { name: "macOS" } },
      }),
    ).toEqual(["ada", "macOS", true]);
  });

  test("lists have containsText, which compares whole entries and is not enumerable", async () => {
    const userClaims = { groups: ["staff", "ops"] };
    const text = "[claims.user.groups.containsText('ops'), claims.user.groups.containsText('op')]";
    expect(await value(text, { userClaims })).toEqual([true, false]);
    expect(await value("Object.keys(claims.user.groups)", { userClaims })).toEqual(["0", "1"]);
    expect(await value("typeof [].containsText")).toBe("undefined");
  });

  test("know networks by source address and by the client's addresses, in conditions", async () => {
    const request: EvaluationRequest = {
      kind: "condition",
      expression:
        "return claims.system.isClientInNetwork('203.0.113.0/24') && !claims.system.isClientInNetwork('10.0.0.0/8') && claims.device.isClientInNetwork('fd00::/8') && Object.keys(claims.device).length === 1;",
      systemClaims: { clientSrcIP: "203.0.113.9" },
      deviceClaims: { clientIPs: ["10.1.1.1", "fd00::7"] },
    };
    expect(await engine.evaluate(request)).toMatchObject({ result: true });
    const wrong = await engine.evaluate({
      ...request,
      expression: "return claims.system.isClientInNetwork('office');",
    });
    expect(wrong.failure).toMatchObject({ reason: "exception", line: 1 });
    expect(wrong.error).toContain('"office" is not a network');
    expect(await value("typeof claims.system.isClientInNetwork")).toBe("undefined");
  });

  test("know whether a password was given in the last minutes", async () => {
    const ask = (minutes: number, more: More = {}) =>
      engine.evaluate({
        kind: "condition",
        expression: `return claims.user.hasPassword('vpn', ${minutes});`,
        ...more,
      });
    expect((await ask(60)).result).toBe(false);
    expect((await ask(60, { passwordMinutesAgo: { vpn: 30 } })).result).toBe(true);
    expect((await ask(10, { passwordMinutesAgo: { vpn: 30 } })).result).toBe(false);
  });
});

describe("HTTP", () => {
  test("stubs answer every method, and the calls are told", async () => {
    const stubs = [
      { method: "POST" as const, url: "https://a/*", statusCode: 201, data: { id: 1 } },
      { url: "*", data: "text" },
    ];
    const evaluation = await evaluate(
      `return { get: httpGet("https://a/1", [{ key: "K", value: "v" }], 700), post: httpPost("https://a/2", "b", "text/plain"),
        put: httpPut("https://a/3", "c", "text/css", [], 100), del: httpDelete("https://a/4") };`,
      { stubs },
    );
    expect(evaluation.result).toEqual({
      get: { statusCode: 200, data: "text" },
      post: { statusCode: 201, data: '{"id":1}' },
      put: { statusCode: 200, data: "text" },
      del: { statusCode: 200, data: "text" },
    });
    expect(evaluation.httpCalls.map(({ request, stubbed }) => ({ ...request, stubbed }))).toEqual([
      {
        method: "GET",
        url: "https://a/1",
        headers: [{ key: "K", value: "v" }],
        timeoutMs: 700,
        stubbed: true,
      },
      {
        method: "POST",
        url: "https://a/2",
        headers: [],
        timeoutMs: 3000,
        body: "b",
        contentType: "text/plain",
        stubbed: true,
      },
      {
        method: "PUT",
        url: "https://a/3",
        headers: [],
        timeoutMs: 100,
        body: "c",
        contentType: "text/css",
        stubbed: true,
      },
      { method: "DELETE", url: "https://a/4", headers: [], timeoutMs: 3000, stubbed: true },
    ]);
  });

  test("a call without an answer throws, or gives null when the request says so", async () => {
    const stubs = [{ url: "*", failure: "timeout" as const }];
    const text =
      'try { return { got: httpGet("https://a/", [], 900) }; } catch (e) { return { message: e.message }; }';
    expect((await evaluate(text, { stubs })).result).toEqual({
      message: "httpGet https://a/: no answer within 900 ms",
    });
    expect((await evaluate(text, { stubs, httpFailure: "null" })).result).toEqual({ got: null });
  });

  test("a call that nothing answers fails the evaluation, even when the script catches it", async () => {
    const evaluation = await evaluate('try { httpGet("https://a/x"); } catch (e) {} return {};', {
      stubs: [{ url: "https://b/*" }],
    });
    expect(evaluation.result).toBeUndefined();
    expect(evaluation.failure).toMatchObject({
      reason: "no-stub",
      message: "no stub answers GET https://a/x",
    });
    expect(evaluation.failure?.fix).toContain('"https://a/x"');
  });

  test("a live handler in this thread answers what no stub does", async () => {
    const evaluation = await evaluate(
      'return { a: httpGet("https://a/").data, b: httpPost("https://b/", "x", "y").statusCode };',
      {
        stubs: [{ url: "https://a/", data: "stub" }],
        http: (request) =>
          Promise.resolve({ statusCode: request.body === "x" ? 202 : 500, data: "" }),
      },
    );
    expect(evaluation.result).toEqual({ a: "stub", b: 202 });
    expect(evaluation.httpCalls.map(({ stubbed }) => stubbed)).toEqual([true, false]);
  });

  test("a live handler that never answers ends with the call's time, and its late answer goes to nobody", async () => {
    const late: (() => void)[] = [];
    const text =
      'try { httpGet("https://a/", [], 60); } catch (e) { return { m: e.message, n: httpGet("https://b/").data }; }';
    const { result } = await evaluate(text, {
      http: (request) =>
        request.url === "https://b/"
          ? (late.forEach((answer) => {
              answer();
            }),
            Promise.resolve({ statusCode: 200, data: "second" }))
          : new Promise((resolve) =>
              late.push(() => {
                resolve({ statusCode: 200, data: "first" });
              }),
            ),
    });
    expect(result).toEqual({ m: "httpGet https://a/: no answer within 60 ms", n: "second" });
  });

  test("a live handler that rejects is a failed call, not a broken engine", async () => {
    const { failure } = await evaluate('return { a: httpGet("https://a/") };', {
      http: () => Promise.reject(new Error("socket gone")),
    });
    expect(failure).toMatchObject({
      reason: "exception",
      message: "Error: httpGet https://a/: socket gone",
    });
  });

  test("wrong arguments are the script's mistake, with its line", async () => {
    const { failure } = await evaluate(
      'var a = 1;\nhttpGet("https://a/", { Authorization: "x" });',
    );
    expect(failure).toMatchObject({ reason: "exception", line: 2 });
    expect(failure?.message).toContain("headers are a list of {key");
  });
});

describe("cache, output and helpers", () => {
  test("the cache keeps lists and objects, by the sandbox's clock, for as long as it was told", async () => {
    const cache = memoryCache();
    const put = 'cache.put("k", { list: [1, "a"] }, 0.5); return { hit: cache.getIfPresent("k") };';
    const read = 'return { hit: cache.getIfPresent("k") };';
    const time = (ms: string) => ({ cache, time: `2026-01-01T00:00:00.${ms}Z` });
    expect((await evaluate(put, time("000"))).result).toEqual({ hit: { list: [1, "a"] } });
    expect((await evaluate(read, time("499"))).result).toEqual({ hit: { list: [1, "a"] } });
    expect((await evaluate(read, time("500"))).result).toEqual({ hit: null });
  });

  test("without a cache from the caller, each evaluation has an empty one of its own", async () => {
    const text =
      'var before = cache.getIfPresent("k"); cache.put("k", "v", 60); return { before: before, after: cache.getIfPresent("k") };';
    for (let run = 0; run < 2; run++)
      expect((await evaluate(text)).result).toEqual({ before: null, after: "v" });
  });

  test("output and audit log come back, as the engine prints values", async () => {
    const evaluation = await evaluate(
      'console.log("a", 1, [1, 2], {}); print(null); auditLog("sign-in of ada"); return {};',
    );
    expect(evaluation).toMatchObject({
      output: "a 1 1,2 [object Object]\nnull\n",
      auditLog: ["sign-in of ada"],
      result: {},
    });
    expect(evaluation).not.toHaveProperty("error");
  });

  test("output that does not end is cut", async () => {
    const { output } = await evaluate(
      'for (var i = 0; i < 3000; i++) print(new Array(1000).join("x")); return {};',
    );
    expect(output.length).toBeLessThan(1_100_000);
    expect(output).toContain("(more output was cut)");
  });

  test("base64 goes both ways, and says what it cannot do", async () => {
    expect(await value('[btoa("ada:x"), atob("YWRhOng=")]')).toEqual(["YWRhOng=", "ada:x"]);
    expect((await evaluate('btoa("\\u20ac")')).error).toContain("btoa: the character at 0");
  });
});

describe("results and errors", () => {
  test("the Controller's words for a wrong type", async () => {
    const criteria = await engine.evaluate({ kind: "criteria", expression: "return 'true';" });
    expect(criteria.error).toBe("Expression does not return boolean. Received: String");
    expect(criteria.failure?.reason).toBe("result-type");
    const hosts = await engine.evaluate({ kind: "entitlement", expression: "return true;" });
    expect(hosts.error).toBe("Expression does not return list. Received: Boolean");
    expect((await evaluate("var a = 1;")).error).toBe(
      "Expression does not return object. Received: null",
    );
    expect((await evaluate("return 1.5;")).error).toBe(
      "Expression does not return object. Received: Double",
    );
    expect((await evaluate("return new Date(0);")).error).toBe(
      "Expression does not return object. Received: Date",
    );
  });

  test("a list of ports is checked by type", async () => {
    const ports = await engine.evaluate({
      kind: "entitlement",
      type: "portOrType",
      expression: "return [443];",
    });
    expect(ports.failure).toMatchObject({
      reason: "result-type",
      message: "Entry 1 of the list is the number 443, not a text",
    });
  });

  test("a cycle cannot be a result", async () => {
    expect((await evaluate("var a = {}; a.a = a; return a;")).failure).toMatchObject({
      reason: "result-type",
    });
  });

  test("an exception has its place in the expression, on the first line too", async () => {
    expect((await evaluate("var a = claims.user.a.b;")).failure).toMatchObject({
      reason: "exception",
      line: 1,
      column: 22,
    });
    const deep = await evaluate("function f(o) {\n  return o.a.b;\n}\nreturn f({});", {
      name: "my script (1).js",
    });
    expect(deep.failure).toMatchObject({ reason: "exception", line: 2 });
    expect((await evaluate('throw "text";')).error).toBe("text");
    expect((await evaluate("throw { toString: function () { throw 1; } };")).error).toBe(
      "an object that cannot be shown",
    );
  });

  test("what the appliance would refuse is refused, with the place and what to write", async () => {
    const { failure } = await evaluate("var a = claims.user;\nreturn { ...a };");
    expect(failure).toEqual({
      reason: "syntax",
      message: "object spread is not implemented",
      line: 2,
      column: 10,
      fix: "copy the properties in a `for (var key in object)` loop",
    });
  });

  test("a clock that is no time is the caller's mistake", async () => {
    await expect(evaluate("return {};", { time: "tomorrow" })).rejects.toMatchObject({
      code: "bad-input",
    });
  });
});

describe("secrets", () => {
  const secrets = { TOKEN: "s3cr3t/value+1" };

  test("are put in, and never come out", async () => {
    const evaluation = await evaluate(
      `var t = "%SECRET:TOKEN%"; console.log(t); auditLog("t=" + t); httpGet("https://a/?t=" + encodeURIComponent(t), [{ key: "Authorization", value: "Bearer " + t }]);
       return { length: t.length, t: t, b: btoa("user:" + t) };`,
      { secrets, stubs: [{ url: "*", data: "echo s3cr3t/value+1" }] },
    );
    expect(evaluation.result).toMatchObject({ length: 14, t: "%SECRET:TOKEN%" });
    expect(evaluation.httpCalls[0]?.request.headers).toEqual([
      { key: "Authorization", value: "Bearer %SECRET:TOKEN%" },
    ]);
    const all = JSON.stringify(evaluation);
    for (const shape of [
      "s3cr3t",
      encodeURIComponent(secrets.TOKEN),
      "czNjcjN0",
      btoa(`user:${secrets.TOKEN}`),
    ])
      expect(all).not.toContain(shape);
  });

  test("do not come out of errors either", async () => {
    const thrown = await evaluate('throw new Error("no access with %SECRET:TOKEN%");', { secrets });
    expect(thrown.error).toBe("Error: no access with %SECRET:TOKEN%");
    const refused = await evaluate("return { a: /%SECRET:TOKEN%/q };", {
      secrets: { TOKEN: "abc" },
    });
    expect(JSON.stringify(refused)).not.toContain("abc");
  });

  test("that are missing are named, and nothing runs", async () => {
    const { failure, httpCalls } = await evaluate(
      'return { a: httpGet("%SECRET:A%%SECRET:B%") };',
      { secrets: { B: "x" } },
    );
    expect(failure).toMatchObject({
      reason: "secret",
      message: "no value was given for %SECRET:A%",
    });
    expect(httpCalls).toEqual([]);
  });

  test("whose value breaks the text are told apart from a wrong script", async () => {
    const { failure } = await evaluate('return { a: "%SECRET:TOKEN%" };', {
      secrets: { TOKEN: 'quo"te' },
    });
    expect(failure).toMatchObject({ reason: "secret", line: 1 });
    expect(JSON.stringify(failure)).not.toContain('quo"te');
  });
});
