import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../engine.ts";
import { createQuickJsEngine } from "./index.ts";
import { asAppliance } from "./wording.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await createQuickJsEngine();
});
afterAll(() => engine.close());

/** Answers of OpenJDK Nashorn 15.7 for errors that nothing catches. */
describe("uncaught errors are worded as on the appliance", () => {
  test.each([
    ["null.x", 'TypeError: Cannot get property "x" of null'],
    ["undefined.x", 'TypeError: Cannot read property "x" from undefined'],
    ["var a = {}; a.b.c.d", 'TypeError: Cannot read property "c" from undefined'],
    ["var n = null; n.f()", 'TypeError: null has no such function "f"'],
    ["var u; u.f()", 'TypeError: Cannot read property "f" from undefined'],
    ["null[0]", 'TypeError: Cannot get property "0" of null'],
    ["var a; a['b']", 'TypeError: Cannot read property "b" from undefined'],
    ["var a; a.b = 1", 'TypeError: Cannot set property "b" of undefined'],
    ["zz()", 'ReferenceError: "zz" is not defined'],
    ["x; let x = 1", 'ReferenceError: "x" is not defined'],
    ["const c = 1;\nc = 2", 'TypeError: Assignment to constant "c"'],
    ["var o = {}; o.f()", "TypeError: o.f is not a function"],
    ["var o = { a: {} };\n  o.a.f(1)", "TypeError: o.a.f is not a function"],
    ["'a'.foo()", 'TypeError: "a".foo is not a function'],
    ["[][0]()", "TypeError: [][0] is not a function"],
    ["Array.from([])", "TypeError: Array.from is not a function"],
    ["var a = 1; new a()", "TypeError: a is not a function"],
    ["[].map(1)", "TypeError: 1 is not a function"],
    ["[1].forEach()", "TypeError: undefined is not a function"],
    ["for (var x of {}) {}", "TypeError: undefined is not a function"],
    ["Symbol() + ''", "TypeError: Can not convert Symbol value to string."],
    [
      "JSON.parse('')",
      "SyntaxError: Invalid JSON: <json>:1:0 Expected json literal but found eof\n\n^",
    ],
    ["(1).toFixed(99)", "RangeError: fractionDigits argument to toFixed must be in [0, 20]"],
  ])("%s", async (expression, message) => {
    const { failure } = await engine.evaluate({ kind: "condition", expression });
    expect(failure).toMatchObject({ reason: "exception", message });
  });

  test("what a script throws itself stays as it is", async () => {
    const { failure } = await engine.evaluate({
      kind: "condition",
      expression: "throw new TypeError('not a function')",
    });
    expect(failure?.message).toBe("TypeError: not a function");
  });
});

test("a message that nothing is known about stays as it is", () => {
  expect(asAppliance("something else", { text: "" })).toBe("something else");
  expect(asAppliance("not a function", { text: "a(" })).toBe("not a function");
});
