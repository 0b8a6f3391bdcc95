import type { Case } from "../case.ts";

/** White space and line ends of all sorts. */
export default [
  {
    name: 'var r = /\\u000b/; return r.test("\\u000b")',
    code: 'var r = /\u000b/; return r.test("\u000b")',
    nashorn: { result: "true" },
  },
  { name: "return\\u000btrue", code: "return\u000btrue", nashorn: { result: "true" } },
  {
    name: "var a\\u000bb = 1; return true",
    code: "var a\u000bb = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = 1\\u000bvar b = 2\\u000breturn b === 2",
    code: "var a = 1\u000bvar b = 2\u000breturn b === 2",
    nashorn: { error: "syntax" },
  },
  { name: "/*\\u000b*/ --> c", code: "/*\u000b*/ --> c", nashorn: { error: "syntax" } },
  { name: "return true", code: "return true", nashorn: { result: "true" } },
  {
    name: 'return "x\\u000b".trim() === "x"',
    code: 'return "x\u000b".trim() === "x"',
    nashorn: { result: "true" },
  },
  {
    name: "var\\u000ca = 1; return a === 1",
    code: "var\fa = 1; return a === 1",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "x\\u000cy"; return a.length === 3',
    code: 'var a = "x\fy"; return a.length === 3',
    nashorn: { result: "true" },
  },
  {
    name: "var a = `x\\u000cy`; return a.length === 3",
    code: "var a = `x\fy`; return a.length === 3",
    nashorn: { result: "true" },
  },
  { name: "// c\\u000creturn true", code: "// c\freturn true", nashorn: { result: "undefined" } },
  { name: "/* \\u000c */ return true", code: "/* \f */ return true", nashorn: { result: "true" } },
  {
    name: 'var a = "\\\\u000cy"; return a === "y"',
    code: 'var a = "\\\fy"; return a === "y"',
    nashorn: { result: "false" },
  },
  {
    name: 'var r = /\\u000c/; return r.test("\\u000c")',
    code: 'var r = /\f/; return r.test("\f")',
    nashorn: { result: "true" },
  },
  { name: "return\\u000ctrue", code: "return\ftrue", nashorn: { result: "true" } },
  {
    name: "var a\\u000cb = 1; return true",
    code: "var a\fb = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = 1\\u000cvar b = 2\\u000creturn b === 2",
    code: "var a = 1\fvar b = 2\freturn b === 2",
    nashorn: { error: "syntax" },
  },
  { name: "/*\\u000c*/ --> c", code: "/*\f*/ --> c", nashorn: { error: "syntax" } },
  {
    name: 'return "x\\u000c".trim() === "x"',
    code: 'return "x\f".trim() === "x"',
    nashorn: { result: "true" },
  },
  {
    name: "var\\u00a0a = 1; return a === 1",
    code: "var\u00a0a = 1; return a === 1",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "x\\u00a0y"; return a.length === 3',
    code: 'var a = "x\u00a0y"; return a.length === 3',
    nashorn: { result: "true" },
  },
  {
    name: "var a = `x\\u00a0y`; return a.length === 3",
    code: "var a = `x\u00a0y`; return a.length === 3",
    nashorn: { result: "true" },
  },
  {
    name: "// c\\u00a0return true",
    code: "// c\u00a0return true",
    nashorn: { result: "undefined" },
  },
  {
    name: "/* \\u00a0 */ return true",
    code: "/* \u00a0 */ return true",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "\\\\u00a0y"; return a === "y"',
    code: 'var a = "\\\u00a0y"; return a === "y"',
    nashorn: { result: "false" },
  },
  {
    name: 'var r = /\\u00a0/; return r.test("\\u00a0")',
    code: 'var r = /\u00a0/; return r.test("\u00a0")',
    nashorn: { result: "true" },
  },
  { name: "return\\u00a0true", code: "return\u00a0true", nashorn: { result: "true" } },
  {
    name: "var a\\u00a0b = 1; return true",
    code: "var a\u00a0b = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = 1\\u00a0var b = 2\\u00a0return b === 2",
    code: "var a = 1\u00a0var b = 2\u00a0return b === 2",
    nashorn: { error: "syntax" },
  },
  { name: "/*\\u00a0*/ --> c", code: "/*\u00a0*/ --> c", nashorn: { error: "syntax" } },
  {
    name: 'return "x\\u00a0".trim() === "x"',
    code: 'return "x\u00a0".trim() === "x"',
    nashorn: { result: "true" },
  },
  {
    name: "var\\ufeffa = 1; return a === 1",
    code: "var\ufeffa = 1; return a === 1",
    nashorn: { error: "ReferenceError" },
  },
  {
    name: 'var a = "x\\ufeffy"; return a.length === 3',
    code: 'var a = "x\ufeffy"; return a.length === 3',
    nashorn: { result: "true" },
  },
  {
    name: "var a = `x\\ufeffy`; return a.length === 3",
    code: "var a = `x\ufeffy`; return a.length === 3",
    nashorn: { result: "true" },
  },
  {
    name: "// c\\ufeffreturn true",
    code: "// c\ufeffreturn true",
    nashorn: { result: "undefined" },
  },
  {
    name: "/* \\ufeff */ return true",
    code: "/* \ufeff */ return true",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "\\\\ufeffy"; return a === "y"',
    code: 'var a = "\\\ufeffy"; return a === "y"',
    nashorn: { result: "false" },
  },
  {
    name: 'var r = /\\ufeff/; return r.test("\\ufeff")',
    code: 'var r = /\ufeff/; return r.test("\ufeff")',
    nashorn: { result: "true" },
  },
  { name: "return\\ufefftrue", code: "return\ufefftrue", nashorn: { error: "ReferenceError" } },
  {
    name: "var a\\ufeffb = 1; return true",
    code: "var a\ufeffb = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var a = 1\\ufeffvar b = 2\\ufeffreturn b === 2",
    code: "var a = 1\ufeffvar b = 2\ufeffreturn b === 2",
    nashorn: { error: "syntax" },
  },
  { name: "/*\\ufeff*/ --> c", code: "/*\ufeff*/ --> c", nashorn: { error: "syntax" } },
  {
    name: 'return "x\\ufeff".trim() === "x"',
    code: 'return "x\ufeff".trim() === "x"',
    nashorn: { result: "true" },
  },
  {
    name: "var\\u180ea = 1; return a === 1",
    code: "var\u180ea = 1; return a === 1",
    nashorn: { error: "ReferenceError" },
  },
  {
    name: 'var a = "x\\u180ey"; return a.length === 3',
    code: 'var a = "x\u180ey"; return a.length === 3',
    nashorn: { result: "true" },
  },
  {
    name: "var a = `x\\u180ey`; return a.length === 3",
    code: "var a = `x\u180ey`; return a.length === 3",
    nashorn: { result: "true" },
  },
  {
    name: "// c\\u180ereturn true",
    code: "// c\u180ereturn true",
    nashorn: { result: "undefined" },
  },
  {
    name: "/* \\u180e */ return true",
    code: "/* \u180e */ return true",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "\\\\u180ey"; return a === "y"',
    code: 'var a = "\\\u180ey"; return a === "y"',
    nashorn: { result: "false" },
  },
  {
    name: 'var r = /\\u180e/; return r.test("\\u180e")',
    code: 'var r = /\u180e/; return r.test("\u180e")',
    nashorn: { result: "true" },
  },
  { name: "return\\u180etrue", code: "return\u180etrue", nashorn: { error: "ReferenceError" } },
  {
    name: "var a\\u180eb = 1; return true",
    code: "var a\u180eb = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var a = 1\\u180evar b = 2\\u180ereturn b === 2",
    code: "var a = 1\u180evar b = 2\u180ereturn b === 2",
    nashorn: { error: "syntax" },
  },
  { name: "/*\\u180e*/ --> c", code: "/*\u180e*/ --> c", nashorn: { error: "syntax" } },
  {
    name: 'return "x\\u180e".trim() === "x"',
    code: 'return "x\u180e".trim() === "x"',
    nashorn: { result: "true" },
  },
  {
    name: "var\\u200ba = 1; return a === 1",
    code: "var\u200ba = 1; return a === 1",
    nashorn: { error: "ReferenceError" },
  },
  {
    name: 'var a = "x\\u200by"; return a.length === 3',
    code: 'var a = "x\u200by"; return a.length === 3',
    nashorn: { result: "true" },
  },
  {
    name: "var a = `x\\u200by`; return a.length === 3",
    code: "var a = `x\u200by`; return a.length === 3",
    nashorn: { result: "true" },
  },
  {
    name: "// c\\u200breturn true",
    code: "// c\u200breturn true",
    nashorn: { result: "undefined" },
  },
  {
    name: "/* \\u200b */ return true",
    code: "/* \u200b */ return true",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "\\\\u200by"; return a === "y"',
    code: 'var a = "\\\u200by"; return a === "y"',
    nashorn: { result: "false" },
  },
  {
    name: 'var r = /\\u200b/; return r.test("\\u200b")',
    code: 'var r = /\u200b/; return r.test("\u200b")',
    nashorn: { result: "true" },
  },
  { name: "return\\u200btrue", code: "return\u200btrue", nashorn: { error: "ReferenceError" } },
  {
    name: "var a\\u200bb = 1; return true",
    code: "var a\u200bb = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var a = 1\\u200bvar b = 2\\u200breturn b === 2",
    code: "var a = 1\u200bvar b = 2\u200breturn b === 2",
    nashorn: { error: "syntax" },
  },
  { name: "/*\\u200b*/ --> c", code: "/*\u200b*/ --> c", nashorn: { error: "syntax" } },
  {
    name: 'return "x\\u200b".trim() === "x"',
    code: 'return "x\u200b".trim() === "x"',
    nashorn: { result: "false" },
  },
  {
    name: "var\\u0085a = 1; return a === 1",
    code: "var\u0085a = 1; return a === 1",
    nashorn: { error: "ReferenceError" },
  },
  {
    name: 'var a = "x\\u0085y"; return a.length === 3',
    code: 'var a = "x\u0085y"; return a.length === 3',
    nashorn: { result: "true" },
  },
  {
    name: "var a = `x\\u0085y`; return a.length === 3",
    code: "var a = `x\u0085y`; return a.length === 3",
    nashorn: { result: "true" },
  },
  {
    name: "// c\\u0085return true",
    code: "// c\u0085return true",
    nashorn: { result: "undefined" },
  },
  {
    name: "/* \\u0085 */ return true",
    code: "/* \u0085 */ return true",
    nashorn: { result: "true" },
  },
] satisfies Case[];
