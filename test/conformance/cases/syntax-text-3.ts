import type { Case } from "../case.ts";

/** Letters, escapes, comments, numbers and strings. */
export default [
  { name: "return a => {} / 1", code: "return a => {} / 1", nashorn: { error: "syntax" } },
  {
    name: "var x = {} / 1; return x !== x",
    code: "var x = {} / 1; return x !== x",
    nashorn: { result: "true" },
  },
  { name: "{} /1/g; return true", code: "{} /1/g; return true", nashorn: { result: "true" } },
  {
    name: "function f(){} /1/g; return true",
    code: "function f(){} /1/g; return true",
    nashorn: { result: "true" },
  },
  {
    name: "if (1) /a/.test('a'); return true",
    code: "if (1) /a/.test('a'); return true",
    nashorn: { result: "true" },
  },
  { name: "return (1) / 2 === 0.5", code: "return (1) / 2 === 0.5", nashorn: { result: "true" } },
  {
    name: "var a = [1]; return a[0] / 1 === 1",
    code: "var a = [1]; return a[0] / 1 === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var a = 1; return a++ / 2 === 0.5",
    code: "var a = 1; return a++ / 2 === 0.5",
    nashorn: { result: "true" },
  },
  {
    name: 'return typeof /a/ === "object"',
    code: 'return typeof /a/ === "object"',
    nashorn: { result: "true" },
  },
  {
    name: 'return typeof /a/ === "function"',
    code: 'return typeof /a/ === "function"',
    nashorn: { result: "false" },
  },
  {
    name: "return void /a/ === undefined",
    code: "return void /a/ === undefined",
    nashorn: { result: "true" },
  },
  { name: 'return /=/.test("=")', code: 'return /=/.test("=")', nashorn: { result: "true" } },
  { name: 'return /=a/.test("=a")', code: 'return /=a/.test("=a")', nashorn: { result: "true" } },
  {
    name: "var a = 4; a /= 2; return a === 2",
    code: "var a = 4; a /= 2; return a === 2",
    nashorn: { result: "true" },
  },
  {
    name: "x = a ? /b/ : /c/; var a; return true",
    code: "x = a ? /b/ : /c/; var a; return true",
    nashorn: { result: "true" },
  },
  {
    name: "return `${/}/.test('}')}` === \"true\"",
    code: "return `${/}/.test('}')}` === \"true\"",
    nashorn: { error: "syntax" },
  },
  { name: 'return `${`}`}` === "}"', code: 'return `${`}`}` === "}"', nashorn: { result: "true" } },
  {
    name: 'return `\\u0061` === "a"',
    code: 'return `\\u0061` === "a"',
    nashorn: { result: "true" },
  },
  { name: 'return `\\x61` === "a"', code: 'return `\\x61` === "a"', nashorn: { result: "true" } },
  { name: "return `a\\", code: "return `a\\", nashorn: { error: "syntax" } },
  { name: 'b` === "ab"', code: 'b` === "ab"', nashorn: { error: "syntax" } },
  {
    name: "var\\u2028a = 1; return a === 1",
    code: "var\u2028a = 1; return a === 1",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "x\\u2028y"; return a.length === 3',
    code: 'var a = "x\u2028y"; return a.length === 3',
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = `x\\u2028y`; return a.length === 3",
    code: "var a = `x\u2028y`; return a.length === 3",
    nashorn: { result: "true" },
  },
  { name: "// c\\u2028return true", code: "// c\u2028return true", nashorn: { result: "true" } },
  {
    name: "/* \\u2028 */ return true",
    code: "/* \u2028 */ return true",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "\\\\u2028y"; return a === "y"',
    code: 'var a = "\\\u2028y"; return a === "y"',
    nashorn: { result: "true" },
  },
  {
    name: 'var r = /\\u2028/; return r.test("\\u2028")',
    code: 'var r = /\u2028/; return r.test("\u2028")',
    nashorn: { error: "syntax" },
  },
  { name: "return\\u2028true", code: "return\u2028true", nashorn: { result: "undefined" } },
  {
    name: "var a\\u2028b = 1; return true",
    code: "var a\u2028b = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var a = 1\\u2028var b = 2\\u2028return b === 2",
    code: "var a = 1\u2028var b = 2\u2028return b === 2",
    nashorn: { result: "true" },
  },
  { name: "/*\\u2028*/ --> c", code: "/*\u2028*/ --> c", nashorn: { error: "syntax" } },
  { name: "return true", code: "return true", nashorn: { result: "true" } },
  {
    name: 'return "x\\u2028".trim() === "x"',
    code: 'return "x\u2028".trim() === "x"',
    nashorn: { error: "syntax" },
  },
  {
    name: "var\\u2029a = 1; return a === 1",
    code: "var\u2029a = 1; return a === 1",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "x\\u2029y"; return a.length === 3',
    code: 'var a = "x\u2029y"; return a.length === 3',
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = `x\\u2029y`; return a.length === 3",
    code: "var a = `x\u2029y`; return a.length === 3",
    nashorn: { result: "true" },
  },
  { name: "// c\\u2029return true", code: "// c\u2029return true", nashorn: { result: "true" } },
  {
    name: "/* \\u2029 */ return true",
    code: "/* \u2029 */ return true",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "\\\\u2029y"; return a === "y"',
    code: 'var a = "\\\u2029y"; return a === "y"',
    nashorn: { result: "true" },
  },
  {
    name: 'var r = /\\u2029/; return r.test("\\u2029")',
    code: 'var r = /\u2029/; return r.test("\u2029")',
    nashorn: { error: "syntax" },
  },
  { name: "return\\u2029true", code: "return\u2029true", nashorn: { result: "undefined" } },
  {
    name: "var a\\u2029b = 1; return true",
    code: "var a\u2029b = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var a = 1\\u2029var b = 2\\u2029return b === 2",
    code: "var a = 1\u2029var b = 2\u2029return b === 2",
    nashorn: { result: "true" },
  },
  { name: "/*\\u2029*/ --> c", code: "/*\u2029*/ --> c", nashorn: { error: "syntax" } },
  {
    name: 'return "x\\u2029".trim() === "x"',
    code: 'return "x\u2029".trim() === "x"',
    nashorn: { error: "syntax" },
  },
  {
    name: "var\\u000ba = 1; return a === 1",
    code: "var\u000ba = 1; return a === 1",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "x\\u000by"; return a.length === 3',
    code: 'var a = "x\u000by"; return a.length === 3',
    nashorn: { result: "true" },
  },
  {
    name: "var a = `x\\u000by`; return a.length === 3",
    code: "var a = `x\u000by`; return a.length === 3",
    nashorn: { result: "true" },
  },
  {
    name: "// c\\u000breturn true",
    code: "// c\u000breturn true",
    nashorn: { result: "undefined" },
  },
  {
    name: "/* \\u000b */ return true",
    code: "/* \u000b */ return true",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "\\\\u000by"; return a === "y"',
    code: 'var a = "\\\u000by"; return a === "y"',
    nashorn: { result: "false" },
  },
] satisfies Case[];
