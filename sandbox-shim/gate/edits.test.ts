import { describe, expect, test } from "vitest";
import { passGate } from "./check.ts";
import { applyEdits } from "./edits.ts";

describe("edits", () => {
  test("are applied in the order of their place, insertions before replacements", () => {
    const { text } = applyEdits("one two", [
      { at: 4, remove: 3, insert: "2" },
      { at: 0, remove: 0, insert: "(" },
      { at: 4, remove: 0, insert: "[" },
      { at: 7, remove: 0, insert: "])" },
    ]);
    expect(text).toBe("(one [2])");
  });

  test("know the column in the written text of what they leave, on each line by itself", () => {
    const written = "first\nab cd ef";
    const { text, columnOf } = applyEdits(written, [
      { at: 2, remove: 0, insert: "xx" },
      { at: 9, remove: 2, insert: "<long>" },
    ]);
    expect(text).toBe("fixxrst\nab <long> ef");
    expect(columnOf(2, "ab <long> ef".indexOf("ef") + 1)).toBe(7);
    expect(columnOf(2, 1)).toBe(1);
    expect(columnOf(2, "ab <long>".indexOf("o") + 1)).toBe(4);
    expect(columnOf(1, 7)).toBe(5);
  });
});

describe("what the local engine gets", () => {
  const rewritten = (text: string) => passGate(text).rewritten?.text;

  test.each([
    ["return 1;", "return 1;"],
    ["var f = function () {};", "var f = (0,function () {});"],
    ["return a => a + 1;", "return (0,function(a ){return( a + 1)});"],
    ["return (a, b) => { a; };", "return (0,function(a, b)  { a; });"],
    ["{ function f() {} }", "{let f;{ function f() {} }}"],
    ["'use strict'; { function f() {} }", "'use strict'; { function f() {} }"],
    ["return typeof x; let x;", "return typeof ({}).__sdpx; let x;"],
    ["l: m: for (;;) continue l;", "l: m: for (;;) continue m;"],
    ["return { a() {} };", "return { a:function() {} };"],
    ["return { '__proto__': 1 };", "return { ['__proto__']: 1 };"],
    ["return new new F()();", "return new (new F())();"],
    ["return eval('1');", "return eval(__sdpx.text(eval,0,'1'));"],
    ["return (0, eval)('1');", "return (0, __sdpx.value(eval))('1');"],
    ["return a.isEmpty();", 'return __sdpx.method(a,"isEmpty");'],
  ])("%s", (written, expected) => {
    expect(rewritten(written)).toBe(expected);
  });

  test("has as many lines, with arrow functions, comments and calls over several of them", () => {
    const written =
      "var f = ( // one\n a,\n b) /* two */ =>\n ({ c: a });\nreturn f(1)\n.x\n.startsWith\n('a');";
    expect(rewritten(written)?.split("\n")).toHaveLength(written.split("\n").length);
  });

  test("is nothing for a text that the appliance refuses", () => {
    expect(passGate("class A {}").rewritten).toBeUndefined();
  });
});
