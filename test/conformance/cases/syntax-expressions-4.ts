import type { Case } from "../case.ts";

/** Expressions: targets, arrows, object literals, templates, operators. */
export default [
  {
    name: "var a = `\\u`; return true",
    code: "var a = `\\u`; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = `\\x1`; return true",
    code: "var a = `\\x1`; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = `\\u{61}`; return true",
    code: "var a = `\\u{61}`; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = String`\\u`; return true",
    code: "var a = String`\\u`; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "function t(s){ return s[0] === undefined } return t`\\u`",
    code: "function t(s){ return s[0] === undefined } return t`\\u`",
    nashorn: { error: "syntax" },
  },
  {
    name: "function t(s){ return s[0] === undefined } return t`\\01`",
    code: "function t(s){ return s[0] === undefined } return t`\\01`",
    nashorn: { error: "syntax" },
  },
  {
    name: 'var a = ` `; return a === "\\n"',
    code: 'var a = `\n`; return a === "\\n"',
    nashorn: { result: "true" },
  },
  {
    name: 'var a = `\\ `; return a === ""',
    code: 'var a = `\\\n`; return a === ""',
    nashorn: { result: "true" },
  },
  {
    name: 'var a = `$`; return a === "$"',
    code: 'var a = `$`; return a === "$"',
    nashorn: { result: "true" },
  },
  {
    name: 'var a = `$$`; return a === "$$"',
    code: 'var a = `$$`; return a === "$$"',
    nashorn: { result: "true" },
  },
  {
    name: "var a = `${1`; return true",
    code: "var a = `${1`; return true",
    nashorn: { error: "syntax" },
  },
  { name: "var a = `; return true", code: "var a = `; return true", nashorn: { error: "syntax" } },
  {
    name: 'var a = `}`; return a === "}"',
    code: 'var a = `}`; return a === "}"',
    nashorn: { result: "true" },
  },
  {
    name: 'var a = `${{}}`; return a === "[object Object]"',
    code: 'var a = `${{}}`; return a === "[object Object]"',
    nashorn: { result: "true" },
  },
  {
    name: 'var a = `${1}${2}`; return a === "12"',
    code: 'var a = `${1}${2}`; return a === "12"',
    nashorn: { result: "true" },
  },
  {
    name: 'var a = `${"}"}`; return a === "}"',
    code: 'var a = `${"}"}`; return a === "}"',
    nashorn: { result: "true" },
  },
  { name: "(1,2); return true", code: "(1,2); return true", nashorn: { result: "true" } },
  { name: "(1,); return true", code: "(1,); return true", nashorn: { error: "syntax" } },
  { name: "(); return true", code: "(); return true", nashorn: { error: "syntax" } },
  { name: "(...a); return true", code: "(...a); return true", nashorn: { error: "syntax" } },
  { name: "a b; return true", code: "a b; return true", nashorn: { error: "syntax" } },
  { name: "a.; return true", code: "a.; return true", nashorn: { error: "syntax" } },
  { name: "a.1; return true", code: "a.1; return true", nashorn: { error: "syntax" } },
  { name: "a.if; return true", code: "a.if; return true", nashorn: { error: "ReferenceError" } },
  {
    name: "var a = {if: 1}; return a.if === 1",
    code: "var a = {if: 1}; return a.if === 1",
    nashorn: { result: "true" },
  },
  { name: "a[]; return true", code: "a[]; return true", nashorn: { error: "syntax" } },
  { name: "a.'b'; return true", code: "a.'b'; return true", nashorn: { error: "syntax" } },
  { name: "a.`b`; return true", code: "a.`b`; return true", nashorn: { error: "syntax" } },
  { name: "a.#b; return true", code: "a.#b; return true", nashorn: { error: "syntax" } },
  { name: "#b in a; return true", code: "#b in a; return true", nashorn: { error: "syntax" } },
  {
    name: "class A { #b; } return true",
    code: "class A { #b; } return true",
    nashorn: { error: "syntax" },
  },
  { name: "1..a; return true", code: "1..a; return true", nashorn: { result: "true" } },
  { name: "({}).a; return true", code: "({}).a; return true", nashorn: { result: "true" } },
  { name: "({a:1}.a); return true", code: "({a:1}.a); return true", nashorn: { result: "true" } },
  {
    name: "function(){}.a; return true",
    code: "function(){}.a; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var x = function(){}.a; return true",
    code: "var x = function(){}.a; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var r = 1 in {1:1}; return r",
    code: "var r = 1 in {1:1}; return r",
    nashorn: { result: "true" },
  },
  {
    name: 'var r = "a" in {a:1} in {true:1}; return r',
    code: 'var r = "a" in {a:1} in {true:1}; return r',
    nashorn: { result: "true" },
  },
  {
    name: "return (1 in {1:1}) === true",
    code: "return (1 in {1:1}) === true",
    nashorn: { result: "true" },
  },
  {
    name: "for (var i = (1 in {}) ; false ;) ; return true",
    code: "for (var i = (1 in {}) ; false ;) ; return true",
    nashorn: { result: "true" },
  },
  {
    name: "for (var i = 1 in {} ; false ;) ; return true",
    code: "for (var i = 1 in {} ; false ;) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (var i = () => 1 in {} ; false ;) ; return true",
    code: "for (var i = () => 1 in {} ; false ;) ; return true",
    nashorn: { result: "true" },
  },
  {
    name: "for (var f = x => 1 in {}; false;) ; return true",
    code: "for (var f = x => 1 in {}; false;) ; return true",
    nashorn: { result: "true" },
  },
  {
    name: 'for (let i = (("a" in {})) ; false ;) ; return true',
    code: 'for (let i = (("a" in {})) ; false ;) ; return true',
    nashorn: { result: "true" },
  },
  {
    name: "var a = 1, b = 2; return (a, b) === 2",
    code: "var a = 1, b = 2; return (a, b) === 2",
    nashorn: { result: "true" },
  },
  {
    name: "var a = (1, 2); return a === 2",
    code: "var a = (1, 2); return a === 2",
    nashorn: { result: "true" },
  },
  {
    name: "var a = 1, 2; return true",
    code: "var a = 1, 2; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: 'import("x"); return true',
    code: 'import("x"); return true',
    nashorn: { error: "syntax" },
  },
  {
    name: "import.meta; return true",
    code: "import.meta; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: 'import x from "y"; return true',
    code: 'import x from "y"; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: "export var x; return true",
    code: "export var x; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "export default 1; return true",
    code: "export default 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "a: { b: { break a } } return true",
    code: "a: { b: { break a } } return true",
    nashorn: { result: "true" },
  },
  {
    name: "var a = b ? c, d : e; return true",
    code: "var a = b ? c, d : e; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = true ? 1 : 2, 3; return true",
    code: "var a = true ? 1 : 2, 3; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = 1 <!-- b ; return true",
    code: "var a = 1 <!-- b\n; return true",
    nashorn: { error: "ReferenceError" },
  },
  { name: "<!-- b return true", code: "<!-- b\nreturn true", nashorn: { error: "syntax" } },
  { name: "--> b return true", code: "--> b\nreturn true", nashorn: { error: "syntax" } },
  { name: "/**/ --> b return true", code: "/**/ --> b\nreturn true", nashorn: { error: "syntax" } },
  {
    name: "/* */ --> b return true",
    code: "/*\n*/ --> b\nreturn true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = 1 --> b ; return true",
    code: "var a = 1\n--> b\n; return true",
    nashorn: { error: "syntax" },
  },
  { name: "# hi return true", code: "# hi\nreturn true", nashorn: { error: "syntax" } },
  { name: "#! hi return true", code: "#! hi\nreturn true", nashorn: { error: "syntax" } },
  {
    name: "@a class B{} return true",
    code: "@a class B{} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "a <- b; return true",
    code: "a <- b; return true",
    nashorn: { error: "ReferenceError" },
  },
  {
    name: "var a = 1; return a<!--a",
    code: "var a = 1; return a<!--a",
    nashorn: { result: "false" },
  },
] satisfies Case[];
