import type { Case } from "../case.ts";

/** Expressions: targets, arrows, object literals, templates, operators. */
export default [
  { name: "() => 1; return true", code: "() =>\n1; return true", nashorn: { result: "true" } },
  { name: "() => 1; return true (2)", code: "()\n=> 1; return true", nashorn: { error: "syntax" } },
  { name: "a => 1; return true", code: "a\n=> 1; return true", nashorn: { error: "syntax" } },
  { name: "(a ) => 1; return true", code: "(a\n) => 1; return true", nashorn: { result: "true" } },
  { name: "a => 1; return true (2)", code: "a =>\n1; return true", nashorn: { result: "true" } },
  {
    name: "a => {} [1]; return true",
    code: "a => {}\n[1]; return true",
    nashorn: { result: "true" },
  },
  {
    name: "() => {} || 1; return true",
    code: "() => {} || 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "() => {}() ; return true",
    code: "() => {}() ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "(() => {})(); return true",
    code: "(() => {})(); return true",
    nashorn: { result: "true" },
  },
  { name: "() => 1, 2; return true", code: "() => 1, 2; return true", nashorn: { result: "true" } },
  {
    name: "() => 1 + 1; return true",
    code: "() => 1 + 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "x = () => {}, 1; return true",
    code: "x = () => {}, 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "1 + () => 1; return true",
    code: "1 + () => 1; return true",
    nashorn: { error: "syntax" },
  },
  { name: "!() => 1; return true", code: "!() => 1; return true", nashorn: { error: "syntax" } },
  {
    name: "(() => 1) + 1; return true",
    code: "(() => 1) + 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "() => {} + 1; return true",
    code: "() => {} + 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "() => {} ? 1 : 2; return true",
    code: "() => {} ? 1 : 2; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "true ? () => 1 : () => 2; return true",
    code: "true ? () => 1 : () => 2; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = true ? a => 1 : a => 2; return f() === 1",
    code: "var f = true ? a => 1 : a => 2; return f() === 1",
    nashorn: { error: "java" },
  },
  {
    name: "var f = true ? (a => 1) : a => 2; return f() === 1",
    code: "var f = true ? (a => 1) : a => 2; return f() === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var f = false ? (a => 1) : a => 2; return f() === 2",
    code: "var f = false ? (a => 1) : a => 2; return f() === 2",
    nashorn: { error: "java" },
  },
  {
    name: "var f = true ? (a) => 1 : (a) => 2; return f() === 1",
    code: "var f = true ? (a) => 1 : (a) => 2; return f() === 1",
    nashorn: { error: "java" },
  },
  {
    name: "var f = true ? () => 1 : 3; return f() === 1",
    code: "var f = true ? () => 1 : 3; return f() === 1",
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = true ? function(){return 1} : 3; return f() === 1",
    code: "var f = true ? function(){return 1} : 3; return f() === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var f = 1 ? 2 : a => 3; return f === 2",
    code: "var f = 1 ? 2 : a => 3; return f === 2",
    nashorn: { result: "true" },
  },
  {
    name: "var f = [a => 1]; return f[0]() === 1",
    code: "var f = [a => 1]; return f[0]() === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var f = {a: a => 1}; return f.a() === 1",
    code: "var f = {a: a => 1}; return f.a() === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var g = f(a => 1); function f(h){ return h() } return g === 1",
    code: "var g = f(a => 1); function f(h){ return h() } return g === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var f = a => b => c => a+b+c; return f(1)(2)(3) === 6",
    code: "var f = a => b => c => a+b+c; return f(1)(2)(3) === 6",
    nashorn: { result: "true" },
  },
  {
    name: "var f = (a = 1) => a; return f() === 1",
    code: "var f = (a = 1) => a; return f() === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var f = (a, b = a) => b; return f(1) === 1",
    code: "var f = (a, b = a) => b; return f(1) === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var f = ({}) => 1; return true",
    code: "var f = ({}) => 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = ([]) => 1; return true",
    code: "var f = ([]) => 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = (...a) => 1; return true",
    code: "var f = (...a) => 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = (a, ...b) => 1; return true",
    code: "var f = (a, ...b) => 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = yield => yield; return f(1) === 1",
    code: "var f = yield => yield; return f(1) === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var f = async => async; return f(1) === 1",
    code: "var f = async => async; return f(1) === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var f = async (x) => x; return true",
    code: "var f = async (x) => x; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = async x => x; return true",
    code: "var f = async x => x; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = let => 1; return true",
    code: "var f = let => 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var f = (let) => 1; return true",
    code: "var f = (let) => 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var f = eval => 1; return true",
    code: "var f = eval => 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: '"use strict"; var f = eval => 1; return true',
    code: '"use strict"; var f = eval => 1; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; var f = (eval) => 1; return true',
    code: '"use strict"; var f = (eval) => 1; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = arguments => 1; return true",
    code: "var f = arguments => 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var f = (arguments) => arguments; return f(3) === 3",
    code: "var f = (arguments) => arguments; return f(3) === 3",
    nashorn: { result: "true" },
  },
  {
    name: "var f = enum => 1; return true",
    code: "var f = enum => 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = (this) => 1; return true",
    code: "var f = (this) => 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = (1) => 1; return true",
    code: "var f = (1) => 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = (a.b) => 1; return true",
    code: "var f = (a.b) => 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = ((a)) => 1; return true",
    code: "var f = ((a)) => 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var f = ((a), b) => 1; return true",
    code: "var f = ((a), b) => 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var f = (a + b) => 1; return true",
    code: "var f = (a + b) => 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = (a, a) => 1; return true",
    code: "var f = (a, a) => 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: 'var f = a => { "use strict"; with({}){} }; return true',
    code: 'var f = a => { "use strict"; with({}){} }; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: 'var f = (a = 010) => { "use strict"; }; return true',
    code: 'var f = (a = 010) => { "use strict"; }; return true',
    nashorn: { result: "true" },
  },
  {
    name: 'var f = (eval) => { "use strict"; }; return true',
    code: 'var f = (eval) => { "use strict"; }; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = a => { return }; return f() === undefined",
    code: "var f = a => { return }; return f() === undefined",
    nashorn: { result: "true" },
  },
  {
    name: "var f = a => {}.x; return true",
    code: "var f = a => {}.x; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = () => []; return f().length === 0",
    code: "var f = () => []; return f().length === 0",
    nashorn: { result: "true" },
  },
  {
    name: "var f = async () => {}; return true",
    code: "var f = async () => {}; return true",
    nashorn: { error: "syntax" },
  },
  { name: "yield 1; return true", code: "yield 1; return true", nashorn: { error: "syntax" } },
  { name: "yield; return true", code: "yield; return true", nashorn: { error: "ReferenceError" } },
  { name: "await 1; return true", code: "await 1; return true", nashorn: { error: "syntax" } },
  {
    name: "function f(){ yield 1 } return true",
    code: "function f(){ yield 1 } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var o = {a: 1, b: 2,}; return o.b === 2",
    code: "var o = {a: 1, b: 2,}; return o.b === 2",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {,}; return true",
    code: "var o = {,}; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var o = {a:1,,}; return true",
    code: "var o = {a:1,,}; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var o = {a}; return true",
    code: "var o = {a}; return true",
    nashorn: { error: "ReferenceError" },
  },
  {
    name: "var a = 1; var o = {a}; return o.a === 1",
    code: "var a = 1; var o = {a}; return o.a === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {1}; return true",
    code: "var o = {1}; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: 'var o = {"a"}; return true',
    code: 'var o = {"a"}; return true',
    nashorn: { error: "syntax" },
  },
] satisfies Case[];
