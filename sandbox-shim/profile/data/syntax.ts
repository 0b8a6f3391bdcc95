import {
  RUNTIME_RULES,
  SYNTAX_RULES,
  type RuntimeRuleName,
  type SyntaxRule,
  type SyntaxRuleName,
} from "../../gate/rules.ts";
import type { Entry, Evidence } from "../schema.ts";
import { NASHORN } from "./sources.ts";

interface RuleFacts {
  /** What docs/sandbox.md calls it. */
  construct: string;
  /** A text that breaks the rule; a test shows it to the gate. */
  example?: string;
  /** `measured` when left out. */
  evidence?: Evidence;
  note?: string;
}

/** One line for each rule of the gate; the texts of a rule stay in gate/rules.ts. A rule without a line does not compile. */
const RULE_FACTS = {
  "not-a-program": { construct: "text that is not JavaScript", example: "return (" },
  "too-deep": { construct: "nesting without end", evidence: "assumed" },
  module: { construct: "`import`, `export`", example: 'import a from "a";' },
  class: { construct: "`class`", example: "class A {}" },
  destructuring: { construct: "destructuring", example: "var { a } = claims;" },
  rest: { construct: "rest parameters", example: "function f(...a) {}" },
  spread: { construct: "spread in calls and lists", example: "print(...[1]);" },
  "object-spread": { construct: "spread in objects", example: "var a = { ...claims };" },
  generator: { construct: "generators", example: "function* f() {}" },
  super: { construct: "`super`", example: "var a = { m() { return super.m(); } };" },
  "new-target": { construct: "`new.target`", example: "function F() { return new.target; }" },
  async: { construct: "`async`, `await`", example: "async function f() {}" },
  exponent: { construct: "`**`", example: "return 2 ** 3;" },
  "trailing-comma": { construct: "comma after the last argument", example: "print(1,);" },
  "optional-chaining": { construct: "`?.`", example: "return claims?.user;" },
  nullish: { construct: "`??`", example: "return claims ?? 1;" },
  "logical-assignment": { construct: "`||=`, `&&=`, `??=`", example: "var a; a ||= 1;" },
  "catch-binding": { construct: "`catch` without a name", example: "try { f(); } catch {}" },
  "numeric-separator": { construct: "`1_000`", example: "return 1_000;" },
  bigint: { construct: "`1n`", example: "return 1n;" },
  "unicode-escape": { construct: "`\\u{...}`", example: 'return "\\u{1F600}";' },
  "line-separator": { construct: "U+2028 and U+2029 in a string", example: 'return "\u2028";' },
  "html-comment": { construct: "`<!--` as a comment", example: "<!-- a\nreturn 1;" },
  "regex-flag": { construct: "regular expression flags but g, i, m", example: "return /a/u;" },
  "regex-group": { construct: "lookbehind and named groups", example: "return /(?<a>b)/;" },
  "case-declaration": {
    construct: "`let`, `const`, function directly in `case`",
    example: "switch (1) { case 1: let a = 1; }",
  },
  "if-function": { construct: "function as body of `if`", example: "if (1) function f() {}" },
  "arrow-in-conditional": {
    construct: "bare arrow function between `?` and `:`",
    example: "return 1 ? x => x : 0;",
  },
  "for-of-arguments": {
    construct: "`for (... of arguments)`",
    example: "function f() { for (var a of arguments) print(a); }",
  },
  "block-function": {
    construct: "function of a block, used outside it",
    example: "if (1) { function f() {} } f();",
  },
  "computed-key": { construct: "computed keys", example: 'var k = "a"; return { [k]: 1 };' },
  "arrow-this": {
    construct: "`this` in arrow functions",
    example: "function F() { return () => this; }",
  },
  "regex-syntax": {
    construct: "regular expressions that the engine's own library does not read",
  },
  "identifier-character": {
    construct: "names with characters that Java does not count as letters",
  },
  "method-name": {
    construct: "methods in short form with a text, number or reserved word as name",
    example: "var o = { 'a'() { return 1; } }; o.a();",
  },
  "setter-parameter": {
    construct: "default values and patterns in a setter",
    example: "var o = { set a(b = 1) {} };",
  },
  "function-twice": {
    construct: "the same function twice in a block",
    example: "{ function f() {} function f() {} }",
  },
  "regex-in-template": {
    construct: "a regular expression first in `${...}`",
    example: "return `${/a/}`;",
  },
  "for-name": { construct: "some names as loop variables" },
  "loop-target": { construct: "expressions as target of a `for` loop" },
  "date-fraction": {
    construct: "times with 1, 2 or more than 3 fraction digits",
    example: 'return Date.parse("2026-03-01T08:00:00.12Z");',
  },
} as const satisfies Record<SyntaxRuleName, RuleFacts>;

/** What a rule's severity means. One that the gate adds does not compile until it stands here. */
const STATUS_OF = {
  error: "absent",
  fails: "absent",
  wrong: "differs",
} as const satisfies Record<SyntaxRule["severity"], "absent" | "differs">;

/** Found only when the script runs. */
const RUN_FACTS = {
  "boolean-comparator": {
    construct: "`sort` with a function that returns true or false",
    example: "return [1, 2, 3, 4].sort(function (a, b) { return a < b; }).join() !== '4,3,2,1';",
  },
  "java-replace-all": {
    construct: "`replaceAll` of texts, which is Java's",
    example: "return 'a.b'.replaceAll('.', '-') === '---';",
  },
} as const satisfies Record<RuntimeRuleName, RuleFacts>;

const atRunTime = (Object.keys(RUNTIME_RULES) as RuntimeRuleName[]).map((rule): Entry => ({
  id: `behaviour:${rule}`,
  area: "behaviour",
  name: RUN_FACTS[rule].construct,
  status: "differs",
  handling: { by: "gate", rule },
  summary: RUNTIME_RULES[rule].says,
  instead: RUNTIME_RULES[rule].instead,
  evidence: "measured",
  source: NASHORN,
  products: {},
  example: RUN_FACTS[rule].example,
}));

const refused = (Object.keys(SYNTAX_RULES) as SyntaxRuleName[]).map((rule): Entry => {
  const { says, instead, severity } = SYNTAX_RULES[rule];
  const facts: RuleFacts = RULE_FACTS[rule];
  return {
    id: `syntax:${rule}`,
    area: "syntax",
    name: facts.construct,
    status: STATUS_OF[severity],
    handling: { by: "gate", rule },
    summary: says,
    instead,
    evidence: facts.evidence ?? "measured",
    source: facts.evidence === "assumed" ? "a limit of the local parser" : NASHORN,
    products: {},
    ...(facts.example === undefined ? {} : { example: facts.example }),
    ...(facts.note === undefined ? {} : { note: facts.note }),
  };
});

interface Works {
  name: string;
  example: string;
  note?: string;
}

/** What runs rightly, each with a function body that returns true. */
const WORKS: Readonly<Record<string, Works>> = {
  "block-scope": {
    name: "`let`, `const`, a closure for each turn of a loop",
    example:
      "var f = []; for (let i = 0; i < 2; i++) f.push(function () { return i; }); const a = 1; return f[0]() === 0 && a === 1;",
    note: '`typeof` of a name before its `let` gives "undefined" and does not throw',
  },
  arrow: {
    name: "arrow functions that do not use `this`",
    example: "var f = (a) => a + 1; return f(1) === 2;",
  },
  template: {
    name: "template literals, tagged ones too",
    example: "var f = function (s, a) { return s.raw[0] + a; }; return `a${1}` === f`a${1}`;",
  },
  "for-of": {
    name: "`for`-`of` over lists, texts, Map, Set and iterators",
    example: "var s = ''; for (var c of 'ab') s = c + s; return s === 'ba';",
  },
  "default-parameters": {
    name: "default parameters",
    example: "function f(a, b = a) { return b; } return f(1) === 1;",
    note: "they count in the function's `length`",
  },
  "object-shorthand": {
    name: "shorthand properties and methods, getters and setters",
    example:
      "var a = 1, o = { a, m() { return 1; }, get b() { return 2; } }; return o.a === o.m() && o.b === 2;",
  },
  "number-literals": {
    name: "`0b11`, `0o17`, `0x1f` and legacy octals",
    example: "return 0b11 === 3 && 0o17 === 15 && 010 === 8;",
  },
  "top-level-return": {
    name: "`return` at the top: the expression is a function body",
    example: "if (claims) { return true; } return false;",
  },
  sloppy: {
    name: "labels, `with`, `eval`, `new Function`, repeated parameter names",
    example:
      "var o = { a: 1 }; with (o) { return eval('a') === 1 && new Function('return 2')() === 2; }",
  },
  strict: {
    name: '`"use strict"`',
    example:
      "return (function () { 'use strict'; try { undeclared = 1; } catch (e) { return true; } })();",
  },
  lookahead: {
    name: "regular expressions with lookahead, flags g, i, m",
    example: "return /a(?=b)/gi.test('AB') && !/a(?!b)/.test('ab');",
  },
};

const works = Object.entries(WORKS).map(([key, { name, example, note }]): Entry => ({
  id: `syntax:${key}`,
  area: "syntax",
  name,
  status: "present",
  summary: "works as the standard says",
  evidence: "measured",
  source: NASHORN,
  products: {},
  example,
  ...(note === undefined ? {} : { note }),
}));

/** One entry for each rule of the gate, and what works. */
export const SYNTAX_ENTRIES: readonly Entry[] = [...refused, ...works, ...atRunTime];
