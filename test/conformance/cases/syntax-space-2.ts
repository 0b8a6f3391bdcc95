import type { Case } from "../case.ts";

/** White space and line ends of all sorts. */
export default [
  {
    name: 'var a = "\\\\u0085y"; return a === "y"',
    code: 'var a = "\\\u0085y"; return a === "y"',
    nashorn: { result: "false" },
  },
  {
    name: 'var r = /\\u0085/; return r.test("\\u0085")',
    code: 'var r = /\u0085/; return r.test("\u0085")',
    nashorn: { result: "true" },
  },
  { name: "return\\u0085true", code: "return\u0085true", nashorn: { error: "ReferenceError" } },
  {
    name: "var a\\u0085b = 1; return true",
    code: "var a\u0085b = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var a = 1\\u0085var b = 2\\u0085return b === 2",
    code: "var a = 1\u0085var b = 2\u0085return b === 2",
    nashorn: { error: "syntax" },
  },
  { name: "/*\\u0085*/ --> c", code: "/*\u0085*/ --> c", nashorn: { error: "syntax" } },
  {
    name: 'return "x\\u0085".trim() === "x"',
    code: 'return "x\u0085".trim() === "x"',
    nashorn: { result: "false" },
  },
  {
    name: "var\\u3000a = 1; return a === 1",
    code: "var\u3000a = 1; return a === 1",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "x\\u3000y"; return a.length === 3',
    code: 'var a = "x\u3000y"; return a.length === 3',
    nashorn: { result: "true" },
  },
  {
    name: "var a = `x\\u3000y`; return a.length === 3",
    code: "var a = `x\u3000y`; return a.length === 3",
    nashorn: { result: "true" },
  },
  {
    name: "// c\\u3000return true",
    code: "// c\u3000return true",
    nashorn: { result: "undefined" },
  },
  {
    name: "/* \\u3000 */ return true",
    code: "/* \u3000 */ return true",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "\\\\u3000y"; return a === "y"',
    code: 'var a = "\\\u3000y"; return a === "y"',
    nashorn: { result: "false" },
  },
  {
    name: 'var r = /\\u3000/; return r.test("\\u3000")',
    code: 'var r = /\u3000/; return r.test("\u3000")',
    nashorn: { result: "true" },
  },
  { name: "return\\u3000true", code: "return\u3000true", nashorn: { result: "true" } },
  {
    name: "var a\\u3000b = 1; return true",
    code: "var a\u3000b = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = 1\\u3000var b = 2\\u3000return b === 2",
    code: "var a = 1\u3000var b = 2\u3000return b === 2",
    nashorn: { error: "syntax" },
  },
  { name: "/*\\u3000*/ --> c", code: "/*\u3000*/ --> c", nashorn: { error: "syntax" } },
  {
    name: 'return "x\\u3000".trim() === "x"',
    code: 'return "x\u3000".trim() === "x"',
    nashorn: { result: "true" },
  },
  {
    name: "var\\u2000a = 1; return a === 1",
    code: "var\u2000a = 1; return a === 1",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "x\\u2000y"; return a.length === 3',
    code: 'var a = "x\u2000y"; return a.length === 3',
    nashorn: { result: "true" },
  },
  {
    name: "var a = `x\\u2000y`; return a.length === 3",
    code: "var a = `x\u2000y`; return a.length === 3",
    nashorn: { result: "true" },
  },
  {
    name: "// c\\u2000return true",
    code: "// c\u2000return true",
    nashorn: { result: "undefined" },
  },
  {
    name: "/* \\u2000 */ return true",
    code: "/* \u2000 */ return true",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "\\\\u2000y"; return a === "y"',
    code: 'var a = "\\\u2000y"; return a === "y"',
    nashorn: { result: "false" },
  },
  {
    name: 'var r = /\\u2000/; return r.test("\\u2000")',
    code: 'var r = /\u2000/; return r.test("\u2000")',
    nashorn: { result: "true" },
  },
  { name: "return\\u2000true", code: "return\u2000true", nashorn: { result: "true" } },
  {
    name: "var a\\u2000b = 1; return true",
    code: "var a\u2000b = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = 1\\u2000var b = 2\\u2000return b === 2",
    code: "var a = 1\u2000var b = 2\u2000return b === 2",
    nashorn: { error: "syntax" },
  },
  { name: "/*\\u2000*/ --> c", code: "/*\u2000*/ --> c", nashorn: { error: "syntax" } },
  {
    name: 'return "x\\u2000".trim() === "x"',
    code: 'return "x\u2000".trim() === "x"',
    nashorn: { result: "true" },
  },
  {
    name: "var\\u205fa = 1; return a === 1",
    code: "var\u205fa = 1; return a === 1",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "x\\u205fy"; return a.length === 3',
    code: 'var a = "x\u205fy"; return a.length === 3',
    nashorn: { result: "true" },
  },
  {
    name: "var a = `x\\u205fy`; return a.length === 3",
    code: "var a = `x\u205fy`; return a.length === 3",
    nashorn: { result: "true" },
  },
  {
    name: "// c\\u205freturn true",
    code: "// c\u205freturn true",
    nashorn: { result: "undefined" },
  },
  {
    name: "/* \\u205f */ return true",
    code: "/* \u205f */ return true",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "\\\\u205fy"; return a === "y"',
    code: 'var a = "\\\u205fy"; return a === "y"',
    nashorn: { result: "false" },
  },
  {
    name: 'var r = /\\u205f/; return r.test("\\u205f")',
    code: 'var r = /\u205f/; return r.test("\u205f")',
    nashorn: { result: "true" },
  },
  { name: "return\\u205ftrue", code: "return\u205ftrue", nashorn: { result: "true" } },
  {
    name: "var a\\u205fb = 1; return true",
    code: "var a\u205fb = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = 1\\u205fvar b = 2\\u205freturn b === 2",
    code: "var a = 1\u205fvar b = 2\u205freturn b === 2",
    nashorn: { error: "syntax" },
  },
  { name: "/*\\u205f*/ --> c", code: "/*\u205f*/ --> c", nashorn: { error: "syntax" } },
  {
    name: 'return "x\\u205f".trim() === "x"',
    code: 'return "x\u205f".trim() === "x"',
    nashorn: { result: "true" },
  },
  {
    name: "var\\u1680a = 1; return a === 1",
    code: "var\u1680a = 1; return a === 1",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "x\\u1680y"; return a.length === 3',
    code: 'var a = "x\u1680y"; return a.length === 3',
    nashorn: { result: "true" },
  },
  {
    name: "var a = `x\\u1680y`; return a.length === 3",
    code: "var a = `x\u1680y`; return a.length === 3",
    nashorn: { result: "true" },
  },
  {
    name: "// c\\u1680return true",
    code: "// c\u1680return true",
    nashorn: { result: "undefined" },
  },
  {
    name: "/* \\u1680 */ return true",
    code: "/* \u1680 */ return true",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "\\\\u1680y"; return a === "y"',
    code: 'var a = "\\\u1680y"; return a === "y"',
    nashorn: { result: "false" },
  },
  {
    name: 'var r = /\\u1680/; return r.test("\\u1680")',
    code: 'var r = /\u1680/; return r.test("\u1680")',
    nashorn: { result: "true" },
  },
  { name: "return\\u1680true", code: "return\u1680true", nashorn: { result: "true" } },
  {
    name: "var a\\u1680b = 1; return true",
    code: "var a\u1680b = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = 1\\u1680var b = 2\\u1680return b === 2",
    code: "var a = 1\u1680var b = 2\u1680return b === 2",
    nashorn: { error: "syntax" },
  },
  { name: "/*\\u1680*/ --> c", code: "/*\u1680*/ --> c", nashorn: { error: "syntax" } },
  {
    name: 'return "x\\u1680".trim() === "x"',
    code: 'return "x\u1680".trim() === "x"',
    nashorn: { result: "true" },
  },
  {
    name: "var\\u200ca = 1; return a === 1",
    code: "var\u200ca = 1; return a === 1",
    nashorn: { error: "ReferenceError" },
  },
  {
    name: 'var a = "x\\u200cy"; return a.length === 3',
    code: 'var a = "x\u200cy"; return a.length === 3',
    nashorn: { result: "true" },
  },
  {
    name: "var a = `x\\u200cy`; return a.length === 3",
    code: "var a = `x\u200cy`; return a.length === 3",
    nashorn: { result: "true" },
  },
  {
    name: "// c\\u200creturn true",
    code: "// c\u200creturn true",
    nashorn: { result: "undefined" },
  },
  {
    name: "/* \\u200c */ return true",
    code: "/* \u200c */ return true",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "\\\\u200cy"; return a === "y"',
    code: 'var a = "\\\u200cy"; return a === "y"',
    nashorn: { result: "false" },
  },
  {
    name: 'var r = /\\u200c/; return r.test("\\u200c")',
    code: 'var r = /\u200c/; return r.test("\u200c")',
    nashorn: { result: "true" },
  },
  { name: "return\\u200ctrue", code: "return\u200ctrue", nashorn: { error: "ReferenceError" } },
  {
    name: "var a\\u200cb = 1; return true",
    code: "var a\u200cb = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var a = 1\\u200cvar b = 2\\u200creturn b === 2",
    code: "var a = 1\u200cvar b = 2\u200creturn b === 2",
    nashorn: { error: "syntax" },
  },
  { name: "/*\\u200c*/ --> c", code: "/*\u200c*/ --> c", nashorn: { error: "syntax" } },
  {
    name: 'return "x\\u200c".trim() === "x"',
    code: 'return "x\u200c".trim() === "x"',
    nashorn: { result: "false" },
  },
  {
    name: "var\\u200da = 1; return a === 1",
    code: "var\u200da = 1; return a === 1",
    nashorn: { error: "ReferenceError" },
  },
  {
    name: 'var a = "x\\u200dy"; return a.length === 3',
    code: 'var a = "x\u200dy"; return a.length === 3',
    nashorn: { result: "true" },
  },
  {
    name: "var a = `x\\u200dy`; return a.length === 3",
    code: "var a = `x\u200dy`; return a.length === 3",
    nashorn: { result: "true" },
  },
  {
    name: "// c\\u200dreturn true",
    code: "// c\u200dreturn true",
    nashorn: { result: "undefined" },
  },
  {
    name: "/* \\u200d */ return true",
    code: "/* \u200d */ return true",
    nashorn: { result: "true" },
  },
] satisfies Case[];
