import { describe, expect, test } from "vitest";
import { checkSyntax } from "./check.ts";
import { SYNTAX_RULES, type SyntaxRuleName } from "./rules.ts";

/** Texts that OpenJDK Nashorn 15.7 (`--language=es6`) refuses, fails on, or runs wrongly; each was run there. */
const REFUSED: Record<SyntaxRuleName, readonly string[]> = {
  "not-a-program": [
    "return (1;",
    "const f = x\n=> x; return f(1);",
    "let a = 1; var a = 2;",
    "# hi",
  ],
  "too-deep": [`${"(".repeat(200_000)}1${")".repeat(200_000)}`],
  module: [
    "import x from 'y'; return 1;",
    "export const a = 1;",
    "import('x'); return 1;",
    "import { a } from 'x';",
  ],
  class: ["class A {} return 1;", "const A = class {};", "class A { x = 1 } return 1;"],
  destructuring: [
    "const [a, b] = [1, 2]; return a;",
    "var { a } = { a: 1 };",
    "let a, b; [a, b] = [1, 2];",
    "function f({ a }) { return a; }",
    "const f = ({ a }) => a;",
    "try { throw { m: 1 }; } catch ({ m }) { return m; }",
    "for (const [k, v] of new Map()) print(k);",
  ],
  rest: ["function f(...r) { return r; }", "const f = (...r) => r;"],
  spread: ["return Math.max(...[1, 2]);", "return [...[1], 2];"],
  "object-spread": ["const a = {}; return { ...a, y: 2 };"],
  generator: ["function* g() { yield 1; }", "return { *g() {} };"],
  super: ["const o = { f() { return super.f(); } };"],
  "new-target": ["function F() { return new.target; }"],
  async: ["async function f() {}", "const f = async () => 1;", "async function f() { await 1; }"],
  exponent: ["return 2 ** 3;", "let a = 2; a **= 3;"],
  "trailing-comma": ["return Math.max(1, 2,);", "function f(a, b,) {}"],
  "optional-chaining": ["const a = null; return a?.b;", "const a = {}; return a.b?.();"],
  nullish: ["return null ?? 1;"],
  "logical-assignment": ["let a; a ||= 1;", "let a; a ??= 1;", "let a; a &&= 1;"],
  "catch-binding": ["try { throw 1; } catch { return 2; }"],
  "numeric-separator": ["return 1_000;"],
  bigint: ["return 1n;"],
  "unicode-escape": ['return "\\u{1F600}";', "return `\\u{1F600}`;"],
  "line-separator": ['return "a\u2028b";'],
  "html-comment": ["<!-- hi\nreturn 1;", "\n--> hi\nreturn 1;"],
  "regex-flag": ["return /a/u.test('a');", "return /a/y.test('a');", "return /a.b/s.test('a');"],
  "regex-group": [
    "return /(?<=a)b/.test('ab');",
    "return /(?<!a)b/.test('ab');",
    "return /(?<y>a)/;",
  ],
  "regex-syntax": [
    "return /(?=a)*/.test('a');",
    "return /[a-\\w]/.test('-');",
    "return /a{1x}/.test('a');",
    "return /x{100001}/.test('x');",
  ],
  "identifier-character": ["var \u{20bb7} = 1;", "var a\u00b7b = 1;"],
  "method-name": ["return { 1() {} };", "return { 'a b'() {} };", "return { if() {} };"],
  "setter-parameter": ["return { set a(b = 1) {} };"],
  "function-twice": ["{ function x() {} function x() {} }"],
  "regex-in-template": ["return `${/}/.test('}')}`;"],
  "for-name": ["for (var let of [1]) ;", "for (let of = 0; of < 1; of++) ;"],
  "loop-target": ["var i = 0, x = []; (function () { x; }); for (x[i] of [1]) ;"],
  "date-fraction": [
    "return Date.parse('2018-11-16T13:25:15.67Z');",
    "return new Date('2018-11-16T13:25:15.672123Z');",
  ],
  "case-declaration": [
    "switch (1) { case 1: let a = 1; return a; }",
    "switch (1) { case 1: const a = 1; return a; }",
    "switch (1) { case 1: function q() {} return q(); }",
  ],
  "if-function": ["if (claims) function f() {}"],
  "arrow-in-conditional": ["const f = a => a ? b => b : c => c;"],
  "for-of-arguments": ["(function () { for (const x of arguments) print(x); })(1);"],
  "block-function": [
    "{ function f() { return 1; } } return f();",
    "if (true) { function f() { return 7; } } return typeof f;",
  ],
  "computed-key": [
    "const k = 'z'; return { [k]: 1 };",
    "const k = 'z'; return { [k + '1']: 1 };",
    "const k = 'z'; return { [`${k}1`]: 1 };",
    "const k = 'z'; return { [k]() { return 1; } };",
    "const k = 'z'; return { get [k]() { return 1; } };",
  ],
  "arrow-this": ["function A() { this.g = () => this.v; }", "var o = { f: () => typeof this };"],
};

/** Texts that Nashorn runs rightly: the gate must stay quiet. */
const ACCEPTED = [
  "return",
  "let a = 1; const b = 2; return a + b;",
  "let fs = []; for (let i = 0; i < 3; i++) { fs.push(function () { return i; }); }",
  "const f = (x, y) => x + y; return f(1, 2);",
  "const f = a => a ? (b => b) : (c => -c); return f(0)(2);",
  "return (a => b => a + b)(1)(2);",
  "return `x${[1, 2].map(i => `<${i}>`).join('')}y`;",
  "function t(s, v) { return s.raw[0] + v; } return t`a\\n${5}b`;",
  "const m = new Map(); for (const e of m) print(e[0]);",
  "function f(a, b = a + 1) { return b; } const g = (o = { a: 1 }) => o.a;",
  "const a = 1; return { a, b() { return this.a; }, get c() { return 2; } };",
  "return { ['a-b']: 1, class: 2, __proto__: null };",
  "return 0b11 + 0o17 + 010;",
  "return [1, 2,].length + Object.keys({ a: 1, }).length;",
  "return /a(?=b)/.test('ab') && /(?:a)|(?!b)/gim.test('x') && /[(?<y>]/.test('<');",
  "'use strict'; { function f() { return 1; } return f(); }",
  "if (true) { function f() { return 7; } return f(); }",
  "function f() { { function g() {} g(); } } var g; return g;",
  "o: for (let i = 0; i < 3; i++) { for (;;) { continue o; } }",
  "switch (1) { case 1: { const a = 1; return a; } default: var b; }",
  "with ({ a: 1 }) { return a; }",
  "return (function (a, a) { return arguments.callee; })(1, 2);",
  "var self = this; return self === this;",
  "return (function () { return (() => arguments[0])(9); })(3);",
  "var k = 'z'; function f() { return k; } return { [k]: 1, [String(3)]: 4, [1 + 1]: 5 };",
  "var k = 'z'; eval(''); return { [k]: 1 };",
  "var f = claims ? (a => 1) : null;",
  "return new Date('2018-11-16T13:25:15.672Z') > Date.parse('2018-11-16T13:25:15Z');",
  "for (var i = 0 in { a: 1 }) ; return i;",
  'var a = "\\\u2028b"; return a;',
  "return /[\\w-a]/.test('-') && /a{1,/.test('a{1,');",
  "function A() { this.x = 1; return [1].map(function () { return this; }); }",
  "var async = 1, of = 2, get = 3, yield_ = 4; return async + of + get;",
  'return "a\\\\u{b" + "\\\\u{1}";',
  "var i = 0; do i++; while (i < 2) return i;",
  "debugger; return eval('1') + new Function('return 1')();",
  "return typeof nope; // %SECRET:NAME%",
  '//Generated by criteria builder, Operator: and\nvar result = false;\nif/*claims.user.groups*/(claims.user.groups && claims.user.groups.containsText("x"))/*end claims.user.groups*/ { result = true; } else { return false; }\nreturn result;',
];

const refused = Object.entries(REFUSED).flatMap(([rule, texts]) =>
  texts.map((text) => [rule, text.length > 100 ? `${text.slice(0, 40)}...` : text, text] as const),
);

test.each(refused)("refuses %s: %s", (rule, _, text) => {
  const findings = checkSyntax(text);
  expect(findings.map((finding) => finding.rule)).toContain(rule);
  const known = SYNTAX_RULES[rule as SyntaxRuleName];
  const finding = findings.find((candidate) => candidate.rule === rule);
  expect(finding?.severity).toBe(known.severity);
  expect(finding?.instead).toBe(known.instead);
});

test.each(ACCEPTED)("accepts what the appliance runs: %s", (text) => {
  expect(checkSyntax(text)).toEqual([]);
});

describe("positions", () => {
  test("are those of the construct, both from 1", () => {
    const [finding] = checkSyntax("var a = 1;\nvar b = a?.c;");
    expect(finding).toMatchObject({ rule: "optional-chaining", line: 2, column: 10 });
  });

  test("put several findings into the order of the text", () => {
    const findings = checkSyntax("var a = b ?? 1;\nclass C {}\nreturn [...a];");
    expect(findings.map(({ rule, line }) => `${rule} ${line}`)).toEqual([
      "nullish 1",
      "class 2",
      "spread 3",
    ]);
  });

  test("of a text that is no program are where the parser gave up, with its words", () => {
    const [finding] = checkSyntax("var a = 1;\nreturn a +;");
    expect(finding).toMatchObject({ rule: "not-a-program", line: 2, column: 11 });
    expect(finding?.message).toContain("Unexpected token");
  });
});

test("a text that would close the function around it is refused", () => {
  expect(checkSyntax("return 1; }); (function () { return 2;")).toHaveLength(1);
});
