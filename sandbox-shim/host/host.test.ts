import { describe, expect, test } from "vitest";
import type { HttpRequest, HttpStub } from "../engines/engine.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { memoryCache } from "./cache.ts";
import { readHttpArguments } from "./http-arguments.ts";
import { isInNetwork } from "./networks.ts";
import { secretNames, secretScrubber, substituteSecrets } from "./secrets.ts";
import { stubAnswer, urlMatches } from "./stubs.ts";

const get = (url: string): HttpRequest => ({ method: "GET", url, headers: [], timeoutMs: 3000 });

describe("stubs", () => {
  test.each([
    ["https://a/b", "https://a/b", true],
    ["https://a/b", "https://a/b?c", false],
    ["https://a/*", "https://a/", true],
    ["*/posture?*serial=C02*", "https://x:9443/v1/posture?v=1&serial=C02XK", true],
    ["*a*a", "xa", false],
    ["a*a", "a", false],
    ["https://a.b/*", "https://aXb/", false],
  ])("pattern %s and URL %s match: %s", (pattern, url, expected) => {
    expect(urlMatches(pattern, url)).toBe(expected);
  });

  test("the first that matches answers, until it is used up", () => {
    const stubs: HttpStub[] = [
      { method: "POST", url: "*", data: "never" },
      { url: "https://a/*", statusCode: 503, data: "busy", times: 1 },
      { url: "https://a/*", data: { ok: true } },
    ];
    expect(stubAnswer(stubs, get("https://a/x"))).toEqual({
      index: 1,
      answer: { statusCode: 503, data: "busy" },
    });
    expect(stubAnswer(stubs, get("https://a/x"), [0, 1])).toEqual({
      index: 2,
      answer: { statusCode: 200, data: '{"ok":true}' },
    });
    expect(stubAnswer(stubs, get("https://b/x"))).toBeUndefined();
  });

  test("a stub can stand for a call without an answer", () => {
    const answer = stubAnswer([{ url: "*", failure: "timeout" }], get("https://a/"))?.answer;
    expect(answer).toEqual({ failure: "timeout", message: "no answer within 3000 ms" });
  });
});

describe("secrets", () => {
  test("are put in as text, wherever they are named", () => {
    expect(
      substituteSecrets('a("%SECRET:T%", "%SECRET:U v%%SECRET:T%")', { T: "1", "U v": "2" }),
    ).toEqual({
      text: 'a("1", "21")',
      missing: [],
    });
    expect(secretNames("%SECRET:B% %SECRET:A% %SECRET:B%")).toEqual(["A", "B"]);
  });

  test("that were not given are named, and inherited names do not count", () => {
    expect(substituteSecrets("%SECRET:toString%%SECRET:A%", {}).missing).toEqual(["A", "toString"]);
  });

  test("a value that looks like a replacement pattern or another reference stays as it is", () => {
    expect(substituteSecrets("%SECRET:A%", { A: "$&%SECRET:B%" }).text).toBe("$&%SECRET:B%");
  });

  test.each([
    ["as it is", (secret: string) => secret],
    ["in JSON", (secret: string) => JSON.stringify({ a: secret })],
    ["in a URL", (secret: string) => `?q=${encodeURIComponent(secret)}&x`],
    ["in base64", (secret: string) => Buffer.from(secret).toString("base64")],
    ["in Basic credentials", (secret: string) => Buffer.from(`user:${secret}`).toString("base64")],
    [
      "in the middle of base64url",
      (secret: string) => Buffer.from(`ab${secret}cd`).toString("base64url"),
    ],
  ])("a value is scrubbed %s", (_, hide) => {
    const secret = 'hunter2/"quoted"+more?';
    const scrubbed = secretScrubber({ NAME: secret })({ deep: [hide(secret)] });
    const text = JSON.stringify(scrubbed);
    expect(text).toContain("%SECRET:NAME%");
    expect(text).not.toContain("hunter2");
    expect(Buffer.from(scrubbed.deep[0] ?? "", "base64").toString()).not.toContain("hunter2");
  });

  test("keys and numbers are scrubbed too, and the longer of two secrets is named", () => {
    const scrub = secretScrubber({ PIN: "4711", LONG: "abc-4711-xyz", EMPTY: "" });
    expect(scrub({ "4711": 4711, other: 12, text: "abc-4711-xyz 4711" })).toEqual({
      "%SECRET:PIN%": "%SECRET:PIN%",
      other: 12,
      text: "%SECRET:LONG% %SECRET:PIN%",
    });
  });
});

describe("networks", () => {
  test.each([
    ["10.0.0.0/8", "10.1.2.3", true],
    ["10.0.0.0/8", "11.1.2.3", false],
    ["10.1.2.3", "10.1.2.3", true],
    ["0.0.0.0/0", "8.8.8.8", true],
    ["fd00::/8", "fd12:3456::1", true],
    ["fd00::/8", "fe80::1", false],
    ["10.0.0.0/8", "::ffff:10.1.2.3", true],
    ["::/0", "10.1.2.3", false],
    ["10.0.0.0/8", "not an address", false],
  ])("%s holds %s: %s", (cidr, address, expected) => {
    expect(isInNetwork(cidr, [address])).toBe(expected);
  });

  test("any address counts, and what is no text does not", () => {
    expect(isInNetwork("10.0.0.0/8", [undefined, 7, "192.168.1.1", "10.0.0.1"])).toBe(true);
    expect(isInNetwork("10.0.0.0/8", [])).toBe(false);
  });

  test.each(["10.0.0.0/33", "10.0.0/8", "intranet", "", "10.0.0.0/8/8", "fd00::/129", "10.0.0.0/"])(
    "%j is not a network, and says so",
    (cidr) => {
      expect(() => isInNetwork(cidr, ["10.0.0.1"])).toThrow("is not a network");
    },
  );
});

describe("base64", () => {
  test("goes there and back, white space and missing padding included", () => {
    expect(toBase64("h\u00e9")).toBe("aOk=");
    expect(fromBase64("aO k=\n")).toBe("h\u00e9");
    expect(fromBase64("aOk")).toBe("h\u00e9");
  });

  test("refuses what it cannot do", () => {
    expect(() => toBase64("\u20ac")).toThrow("character at 0");
    expect(() => fromBase64("a*")).toThrow("not base64");
    expect(() => fromBase64("aaaaa")).toThrow("not base64");
  });
});

describe("the cache", () => {
  test("forgets at the time that was given, and the oldest entry when it is full", () => {
    const cache = memoryCache(2);
    cache.put("a", "1", 1000);
    expect(cache.get("a", 999)).toBe("1");
    expect(cache.get("a", 1000)).toBeUndefined();
    for (const key of ["b", "c", "b", "d"]) cache.put(key, key, 1000);
    expect(["b", "c", "d"].map((key) => cache.get(key, 0))).toEqual(["b", undefined, "d"]);
  });
});

describe("arguments of a call", () => {
  test("get the default timeout, and never more than the script has left", () => {
    const read = (timeoutMs: unknown, left: number) =>
      readHttpArguments({ method: "GET", url: "u", timeoutMs }, 3000, left).request.timeoutMs;
    expect([read(null, 5000), read(200, 5000), read(9000, 5000), read(undefined, 120.7)]).toEqual([
      3000, 200, 5000, 120,
    ]);
  });

  test.each([
    [{ method: "GET", url: 7 }, "httpGet: the URL"],
    [{ method: "GET", url: "u", headers: "a: b" }, "httpGet: headers"],
    [{ method: "DELETE", url: "u", headers: [{ name: "a" }] }, "httpDelete: headers"],
    [{ method: "GET", url: "u", timeoutMs: "1s" }, "httpGet: the timeout"],
    [{ method: "POST", url: "u", body: {} }, "httpPost: the body"],
    [{ method: "PUT", url: "u", body: "" }, "httpPut: the content type"],
  ] as const)("%j is refused with the argument's name", (raw, message) => {
    expect(() => readHttpArguments(raw, 3000, 5000)).toThrow(message);
  });
});
