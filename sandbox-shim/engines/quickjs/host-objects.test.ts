import { afterAll, beforeAll, expect, test } from "vitest";
import type { Engine } from "../engine.ts";
import { createQuickJsEngine } from "./index.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await createQuickJsEngine();
});
afterAll(() => engine.close());

const userClaims = {
  groups: ["a", "b"],
  nums: [1, 2, 3],
  nul: null,
  n: 5,
  b: true,
  agScripted: { k: "v" },
};

/** What Nashorn 15.7 answers with an ArrayList and a LinkedHashMap in their place. */
const MEASURED: readonly (readonly [string, unknown])[] = [
  ["user.groups.length", 2],
  ["user.groups[0]", "a"],
  ["user.groups[9]", null],
  ["user.groups.indexOf('b')", 1],
  ["user.groups.contains('a')", true],
  ["user.groups.size()", 2],
  ["user.groups.get(1)", "b"],
  ["user.groups + ''", "[a, b]"],
  ["user.agScripted + ''", "{k=v}"],
  ["typeof user.groups", "object"],
  ["typeof user.groups.map", "undefined"],
  ["typeof user.groups.filter", "undefined"],
  ["typeof user.groups.join", "undefined"],
  ["typeof user.groups.includes", "undefined"],
  ["Array.isArray(user.groups)", false],
  ["JSON.stringify(user.groups)", null],
  ["JSON.stringify({ g: user.groups })", "{}"],
  ["JSON.stringify([user.groups, 1])", "[null,1]"],
  ["user.missing === undefined", true],
  ["user.nul === null", true],
  ["user.n === 5 && user.b === true", true],
  ["'k' in user.agScripted && !('z' in user.agScripted)", true],
  ["0 in user.groups && !(2 in user.groups) && 'length' in user.groups", true],
  ["(user.added = 3, user.added)", 3],
  ["(user.groups[0] = 'z', user.groups[0])", "z"],
  ["(function () { var s = ''; for (var k in user.groups) s += k; return s; })()", "01"],
  ["(function () { var s = ''; for (var k of user.groups) s += k; return s; })()", "ab"],
  ["(function () { var s = ''; for (var k in user.agScripted) s += k; return s; })()", "k"],
  ["(function () { var n = 0; user.groups.forEach(function () { n++; }); return n; })()", 2],
  ["[].concat(user.groups).length", 2],
  ["Array.prototype.slice.call(user.groups) === undefined", true],
  ["Array.prototype.map.call(user.groups, function (x) { return x + 1; }).join()", "a1,b1"],
  ["Array.prototype.join.call(user.groups, '-')", "a-b"],
  ["Math.max.apply(null, user.nums)", 3],
  ["user.groups instanceof Array || user instanceof Object", false],
  ["Object.prototype.toString.call(user.groups)", "[object java.util.ArrayList]"],
  ["user.groups === user.groups", true],
  ["user.nums[0] === 1", true],
];

const value = async (code: string) => {
  const { result, failure } = await engine.evaluate({
    kind: "user-claim",
    hostObjects: true,
    userClaims,
    expression: `var user = claims.user; return { v: ${code} }`,
  });
  return failure ? failure.message : ((result as { v?: unknown }).v ?? null);
};

test.each(MEASURED)("%s is %j", async (code, expected) => {
  expect(await value(code)).toEqual(expected);
});

test.each([
  ["user.groups.map(function (x) { return x; })", /not a function/],
  ["Object.keys(user.agScripted)", /\{k=v\} is not an Object/],
  ["new Set(user.groups)", /TypeError/],
  ["user.groups.get(7)", /Index 7 out of bounds for length 2/],
  ["user.hasOwnProperty('n')", /not a function/],
])("%s fails", async (code, message) => {
  expect(await value(code)).toMatch(message);
});

test("the methods of claims work on them as they do on plain ones", async () => {
  const { result } = await engine.evaluate({
    kind: "criteria",
    hostObjects: true,
    userClaims,
    systemClaims: { clientSrcIP: "10.1.2.3" },
    deviceClaims: { clientIPs: ["192.168.1.5"] },
    expression:
      "return claims.system.isClientInNetwork('10.0.0.0/8') && claims.device.isClientInNetwork('192.168.0.0/16') && claims.user.groups.containsText('a')",
  });
  expect(result).toBe(true);
});

test("claims are JavaScript's own without the switch", async () => {
  const { result } = await engine.evaluate({
    kind: "criteria",
    userClaims,
    expression: "return Array.isArray(claims.user.groups) && claims.user.groups.join() === 'a,b'",
  });
  expect(result).toBe(true);
});
