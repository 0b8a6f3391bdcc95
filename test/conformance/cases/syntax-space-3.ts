import type { Case } from "../case.ts";

/** White space and line ends of all sorts. */
export default [
  {
    name: 'var a = "\\\\u200dy"; return a === "y"',
    code: 'var a = "\\\u200dy"; return a === "y"',
    nashorn: { result: "false" },
  },
  {
    name: 'var r = /\\u200d/; return r.test("\\u200d")',
    code: 'var r = /\u200d/; return r.test("\u200d")',
    nashorn: { result: "true" },
  },
  { name: "return\\u200dtrue", code: "return\u200dtrue", nashorn: { error: "ReferenceError" } },
  {
    name: "var a\\u200db = 1; return true",
    code: "var a\u200db = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var a = 1\\u200dvar b = 2\\u200dreturn b === 2",
    code: "var a = 1\u200dvar b = 2\u200dreturn b === 2",
    nashorn: { error: "syntax" },
  },
  { name: "/*\\u200d*/ --> c", code: "/*\u200d*/ --> c", nashorn: { error: "syntax" } },
  {
    name: 'return "x\\u200d".trim() === "x"',
    code: 'return "x\u200d".trim() === "x"',
    nashorn: { result: "false" },
  },
] satisfies Case[];
