import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { REMOVED_MEMBERS } from "../../profile/removed.ts";
import { SHAPE } from "../../profile/shape.ts";
import type { Engine } from "../engine.ts";
import { createQuickJsEngine } from "./index.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await createQuickJsEngine();
});
afterAll(() => engine.close());

const value = async (expression: string, time?: string) => {
  const { result, failure } = await engine.evaluate({
    kind: "user-claim",
    expression: `return { value: ${expression} };`,
    ...(time === undefined ? {} : { time }),
  });
  return failure ? failure.message : (result as { value: unknown }).value;
};

/** `startsWith` and the like are put back with other semantics. */
const PUT_BACK = ["startsWith", "endsWith", "repeat"];

test("everything that the appliance lacks is gone", async () => {
  const checks = REMOVED_MEMBERS.flatMap(({ owner, names }) =>
    names.split(" ").flatMap((name) => {
      if (PUT_BACK.includes(name)) return [];
      const found =
        owner === "globalThis" ? `typeof ${name} !== "undefined"` : `"${name}" in ${owner}`;
      return `["${owner}.${name}", ${found}]`;
    }),
  );
  expect(checks.length).toBeGreaterThan(150);
  expect(await value(`[${checks.join(",")}].filter(function (c) { return c[1]; })`)).toEqual([]);
});

describe("a built-in object has what profile/shape.ts lists, and nothing else", () => {
  const rows = SHAPE.filter(([path]) => !path.startsWith("%") && path !== "global");
  test.each(rows.map((row) => ({ path: row[0], members: row[2], length: row[3] })))(
    "$path",
    async ({ path, members, length }) => {
      const own = (await value(
        `[Object.getOwnPropertyNames(${path}).sort(), typeof ${path} === "function" ? ${path}.length : null]`,
      )) as [string[], number | null];
      const listed = members.split(" ").map((member) => member.replace(/[/=@+].*$/, ""));
      const isFunction = length !== undefined;
      expect(own[0]).toEqual([...listed, ...(isFunction ? ["length", "name"] : [])].sort());
      if (isFunction) expect(own[1]).toBe(length);
    },
  );
});

describe("functions of a script", () => {
  test.each([
    ["Object.getOwnPropertyNames(function (a) {})", ["prototype", "length", "name"]],
    [
      "(function () { function f(a) {} f.hasOwnProperty('length'); return [delete f.length, f.length]; })()",
      [false, 1],
    ],
    ["Object.getOwnPropertyDescriptor(function f() {}, 'name').configurable", false],
    ["(function () {}).bind().name", ""],
    ["String((function f() {}).bind())", "function f() { [native code] }"],
    ["Object.getOwnPropertyDescriptor({ get a() { return 1; } }, 'a').get.name", "a"],
  ])("%s", async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });
});

test("a script that spoils the built-in objects does not spoil what runs after it", async () => {
  const spoil = `Array.prototype[Symbol.iterator] = null; Object.prototype.get = 1; Array.prototype.push = null;
    RegExp.prototype.exec = function () { return null; }; String.prototype.split = 1; Object.defineProperty = null;
    return { a: Object.getOwnPropertyNames({ x: 1 }), b: "a,b".replace(/,/, "-"), c: JSON.parse("[1]") };`;
  const { result } = await engine.evaluate({ kind: "user-claim", expression: spoil });
  expect(result).toEqual({ a: ["x"], b: "a-b", c: [1] });
  expect(await value("[[3, 1].sort(), 'a,b'.split(','), typeof Object.defineProperty]")).toEqual([
    [1, 3],
    ["a", "b"],
    "function",
  ]);
});

test("also nothing of a host is there", async () => {
  const names = [
    "process",
    "require",
    "setTimeout",
    "fetch",
    "URL",
    "TextEncoder",
    "structuredClone",
    "host",
    "settings",
  ];
  expect(await value(`[${names.map((name) => `typeof ${name}`).join(",")}]`)).toEqual(
    names.map(() => "undefined"),
  );
});

describe("what is left works", () => {
  test.each([
    ['"a1b22".split(/\\d+/)', ["a", "b", ""]],
    ['"a-b".replace(/(.)-(.)/, "$2$1")', "ba"],
    ['"aXbX".replace(/X/g, function (x) { return x.toLowerCase(); })', "axbx"],
    ['"abc".match(/b/).index', 1],
    ["/a/gi.flags === undefined || /a/.test('A') === false", true],
    ["[3, 1, 2].sort(function (a, b) { return b - a; })", [3, 2, 1]],
    [
      "[1, 2, 3].filter(function (x) { return x > 1; }).map(String).reduce(function (a, b) { return a + b; })",
      "23",
    ],
    ["Object.keys(Object.create({ a: 1 }, { b: { value: 2, enumerable: true } }))", ["b"]],
    ["JSON.parse('[1,{\"a\":null}]')", [1, { a: null }]],
    ["JSON.parse(null)", null],
    ["(function () { var s = 0; for (var x of new Set([1, 2])) s += x; return s; })()", 3],
    ["new Map([['a', 1]]).get('a')", 1],
    [
      "[encodeURIComponent('a/b'), escape('é'), parseInt('12px', 10), (255).toString(16)]",
      ["a%2Fb", "%E9", 12, "ff"],
    ],
    ["(function () { try { null.x; } catch (e) { return e instanceof TypeError; } })()", true],
    ["new Uint8Array([1, 300])[1]", 44],
    ["eval('1 + 1') + new Function('a', 'return a')(1)", 3],
    ["' x '.trim() + 'abc'.substr(1, 1) + 'a b'.trimLeft()", "xba b"],
  ])("%s", async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });
});

describe("what behaves as on the appliance", () => {
  test.each([
    ['"abc".startsWith("b", 1)', true],
    ['"abc".startsWith(undefined)', false],
    ['"abc".startsWith(/a/)', false],
    ['"abc".endsWith("c")', true],
    ['"ab".repeat("2")', "abab"],
    ['"startsWith" in Object("") || typeof String.prototype.startsWith === "function"', false],
  ])("%s is %j", async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  test.each([
    ['"abc".endsWith("b", 2)', "TypeError"],
    ['"a".repeat(-1)', "count is negative: -1"],
    ['Object.keys("ab")', "TypeError: ab is not an Object"],
    ["Object.getPrototypeOf(1)", "TypeError: 1 is not an Object"],
    ['"a".includes("a")', "TypeError"],
  ])("%s fails", async (expression, message) => {
    expect(await value(expression)).toContain(message);
  });
});

describe("dates", () => {
  const TIME = "2026-03-01T08:09:10.011Z";

  test("stand still at the given time, however they are asked", async () => {
    expect(
      await value("[Date.now(), new Date().getTime(), Date(), new Date().toISOString()]", TIME),
    ).toEqual([
      Date.parse(TIME),
      Date.parse(TIME),
      "Sun Mar 01 2026 08:09:10 GMT+0000 (UTC)",
      TIME,
    ]);
  });

  test("run when no time is given", async () => {
    const before = Date.now();
    expect(await value("Date.now()")).toBeGreaterThanOrEqual(before);
  });

  test("are read as the appliance reads them, in the constructor too", async () => {
    expect(
      await value(
        '[Date.parse("2018-11-16T13:25:15.67Z" + ""), new Date("2018-11-16T13:25:15.67Z" + "").getTime()]',
      ),
    ).toEqual([1542374715067, 1542374715067]);
    expect(await value('isNaN(new Date("2018-11-16T13:25:15.672123Z" + "").getTime())')).toBe(true);
  });

  test("take numbers, parts, dates and objects, and are instances of Date", async () => {
    expect(
      await value(
        `[new Date(5).getTime(), new Date(2020, 1, 3).toISOString(), new Date(new Date(7)).getTime() === 0, new Date(NaN) + "",
          new Date(0) instanceof Date, Object.prototype.toString.call(new Date(0)), new Date({ valueOf: function () { return 9; } }).getTime(),
          Date.UTC(2020, 0), Date.length, new Date(null).getTime(), new Date(0).constructor === Date]`,
      ),
    ).toEqual([
      5,
      "2020-02-03T00:00:00.000Z",
      // A date goes through its text, which has no milliseconds.
      true,
      "Invalid Date",
      true,
      "[object Date]",
      9,
      1577836800000,
      7,
      0,
      true,
    ]);
  });

  test("know no local time but UTC, wherever this runs", async () => {
    expect(
      await value(
        "(function (d) { d.setHours(5); return [d.getHours(), d.getTimezoneOffset(), d.toString(), d.toDateString(), d.toTimeString()]; })(new Date(0))",
      ),
    ).toEqual([
      5,
      0,
      "Thu Jan 01 1970 05:00:00 GMT+0000 (UTC)",
      "Thu Jan 01 1970",
      "05:00:00 GMT+0000 (UTC)",
    ]);
  });
});
