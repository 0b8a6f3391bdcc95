import type { Case } from "../case.ts";

/** Text that is evaluated: eval and Function. */
export default [
  {
    name: 'return eval("\'use strict\'; if (true) {}") === "use strict"',
    code: 'return eval("\'use strict\'; if (true) {}") === "use strict"',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("throw1: 5") === 5',
    code: 'return eval("throw1: 5") === 5',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("({a:1}).a") === 1',
    code: 'return eval("({a:1}).a") === 1',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("{a:1}") === 1',
    code: 'return eval("{a:1}") === 1',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("1,2") === 2',
    code: 'return eval("1,2") === 2',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("x = 4; x") === 4',
    code: 'return eval("x = 4; x") === 4',
    nashorn: { result: "true" },
  },
  {
    name: 'return new Function("a", "b", "return a * b")(2, 3) === 6',
    code: 'return new Function("a", "b", "return a * b")(2, 3) === 6',
    nashorn: { result: "true" },
  },
  {
    name: 'return new Function("a,b", "c", "return a + b + c")(1,2,3) === 6',
    code: 'return new Function("a,b", "c", "return a + b + c")(1,2,3) === 6',
    nashorn: { result: "true" },
  },
  {
    name: 'return Function("a", "return a").length === 1',
    code: 'return Function("a", "return a").length === 1',
    nashorn: { result: "true" },
  },
  {
    name: 'return Function("return typeof arguments")() === "object"',
    code: 'return Function("return typeof arguments")() === "object"',
    nashorn: { result: "true" },
  },
  {
    name: "return Function(\"'use strict'; return this\")() === undefined",
    code: "return Function(\"'use strict'; return this\")() === undefined",
    nashorn: { result: "true" },
  },
  {
    name: 'try { new Function("a", "a", "\'use strict\'"); return false } catch (e) { ret ...',
    code: 'try { new Function("a", "a", "\'use strict\'"); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { new Function("eval", "\'use strict\'"); return false } catch (e) { retur ...',
    code: 'try { new Function("eval", "\'use strict\'"); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { new Function("/*", "*/){"); return false } catch (e) { return e instan ...',
    code: 'try { new Function("/*", "*/){"); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { new Function("super()"); return false } catch (e) { return e instanceo ...',
    code: 'try { new Function("super()"); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "true" },
  },
  {
    name: 'return new Function("/* c */", "// d\\n return 5")() === 5',
    code: 'return new Function("/* c */", "// d\\n return 5")() === 5',
    nashorn: { result: "true" },
  },
  {
    name: 'return new Function("-->", "")',
    code: 'return new Function("-->", "")',
    nashorn: { error: "SyntaxError" },
  },
  {
    name: 'return new Function("", "-->")',
    code: 'return new Function("", "-->")',
    nashorn: { error: "SyntaxError" },
  },
  {
    name: 'return new Function("a = 1, b", "return a")() === 1',
    code: 'return new Function("a = 1, b", "return a")() === 1',
    nashorn: { result: "true" },
  },
  {
    name: 'return new Function(undefined, "return undefined")() === undefined',
    code: 'return new Function(undefined, "return undefined")() === undefined',
    nashorn: { result: "true" },
  },
  {
    name: 'try { new Function("1a", ""); return false } catch (e) { return e instanceof ...',
    code: 'try { new Function("1a", ""); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "true" },
  },
  {
    name: "return Function.prototype.constructor === Function",
    code: "return Function.prototype.constructor === Function",
    nashorn: { result: "true" },
  },
  {
    name: 'return (function(){}).constructor("return 7")() === 7',
    code: 'return (function(){}).constructor("return 7")() === 7',
    nashorn: { result: "true" },
  },
  {
    name: 'return Function.length === 1 && Function.name === "Function"',
    code: 'return Function.length === 1 && Function.name === "Function"',
    nashorn: { result: "true" },
  },
  {
    name: 'return Function.hasOwnProperty("prototype") && !delete Function.prototype',
    code: 'return Function.hasOwnProperty("prototype") && !delete Function.prototype',
    nashorn: { result: "true" },
  },
  {
    name: "return Function(\"return eval('1+1')\")() === 2",
    code: "return Function(\"return eval('1+1')\")() === 2",
    nashorn: { result: "true" },
  },
  {
    name: 'var x = 1; return (function(){ var x = 2; return Function("return typeof x") ...',
    code: 'var x = 1; return (function(){ var x = 2; return Function("return typeof x")() })() === "undefined"',
    nashorn: { result: "true" },
  },
  {
    name: "return eval(\"(function(){ return eval('1') })()\") === 1",
    code: "return eval(\"(function(){ return eval('1') })()\") === 1",
    nashorn: { result: "true" },
  },
  {
    name: 'return (0,eval)("eval(\'typeof claims\')") === "undefined"',
    code: 'return (0,eval)("eval(\'typeof claims\')") === "undefined"',
    nashorn: { result: "false" },
  },
  {
    name: 'return eval("typeof claims") === "object"',
    code: 'return eval("typeof claims") === "object"',
    nashorn: { result: "true" },
  },
  {
    name: 'var e = eval; return e("typeof claims") === "undefined"',
    code: 'var e = eval; return e("typeof claims") === "undefined"',
    nashorn: { result: "false" },
  },
  {
    name: 'return this.eval("typeof claims") === "undefined"',
    code: 'return this.eval("typeof claims") === "undefined"',
    nashorn: { result: "false" },
  },
  {
    name: 'return eval.call(null, "typeof claims") === "undefined"',
    code: 'return eval.call(null, "typeof claims") === "undefined"',
    nashorn: { result: "false" },
  },
  {
    name: "return [\\u201c1\\u201d]",
    code: "return [\u201c1\u201d]",
    nashorn: { error: "syntax" },
  },
  {
    name: 'return ["1+1"].map(eval)[0] === 2',
    code: 'return ["1+1"].map(eval)[0] === 2',
    nashorn: { result: "true" },
  },
  {
    name: "return eval === this.eval",
    code: "return eval === this.eval",
    nashorn: { result: "true" },
  },
  {
    name: "var eval2 = eval; return eval2 === eval",
    code: "var eval2 = eval; return eval2 === eval",
    nashorn: { result: "true" },
  },
  {
    name: 'return typeof eval === "function" && eval.length === 1 && eval.name === "eval"',
    code: 'return typeof eval === "function" && eval.length === 1 && eval.name === "eval"',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval.hasOwnProperty("prototype") === false',
    code: 'return eval.hasOwnProperty("prototype") === false',
    nashorn: { result: "true" },
  },
  {
    name: 'try { new eval("1"); return false } catch (e) { return e instanceof TypeError }',
    code: 'try { new eval("1"); return false } catch (e) { return e instanceof TypeError }',
    nashorn: { result: "true" },
  },
  {
    name: 'var o = {eval: eval}; return o.eval("typeof claims") === "undefined"',
    code: 'var o = {eval: eval}; return o.eval("typeof claims") === "undefined"',
    nashorn: { result: "false" },
  },
  {
    name: 'with ({a: 5}) { return eval("a") === 5 }',
    code: 'with ({a: 5}) { return eval("a") === 5 }',
    nashorn: { result: "true" },
  },
  {
    name: 'function f(eval) { return eval("1") } return f(function(x){ return x + "!" } ...',
    code: 'function f(eval) { return eval("1") } return f(function(x){ return x + "!" }) === "1!"',
    nashorn: { result: "true" },
  },
  {
    name: 'var f = function(){ var eval = function(x){ return x.length }; return eval(" ...',
    code: 'var f = function(){ var eval = function(x){ return x.length }; return eval("abc") }; return f() === 3',
    nashorn: { result: "true" },
  },
  {
    name: 'return (function(){ try { return eval("class A {}"), 1 } catch (e) { return  ...',
    code: 'return (function(){ try { return eval("class A {}"), 1 } catch (e) { return e instanceof SyntaxError } })()',
    nashorn: { result: "false" },
  },
  {
    name: 'try { eval("let [a] = [1]"); return false } catch (e) { return !(e instanceo ...',
    code: 'try { eval("let [a] = [1]"); return false } catch (e) { return !(e instanceof Error) }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("(...a) => 1"); return false } catch (e) { return !(e instanceof  ...',
    code: 'try { eval("(...a) => 1"); return false } catch (e) { return !(e instanceof Error) }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("async function f(){}"); return false } catch (e) { return e inst ...',
    code: 'try { eval("async function f(){}"); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("a?.b"); return false } catch (e) { return e instanceof SyntaxError }',
    code: 'try { eval("a?.b"); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("`${1"); return false } catch (e) { return e instanceof SyntaxError }',
    code: 'try { eval("`${1"); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("function* g(){}"); return false } catch (e) { return e instanceo ...',
    code: 'try { eval("function* g(){}"); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "false" },
  },
  {
    name: 'try { eval("for (let x of []) { var x }"); return false } catch (e) { return ...',
    code: 'try { eval("for (let x of []) { var x }"); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("f() = 1"); return false } catch (e) { return e instanceof Refere ...',
    code: 'try { eval("f() = 1"); return false } catch (e) { return e instanceof ReferenceError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("1 = 1"); return false } catch (e) { return e instanceof Referenc ...',
    code: 'try { eval("1 = 1"); return false } catch (e) { return e instanceof ReferenceError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("1 = 1"); return false } catch (e) { return e instanceof SyntaxEr ...',
    code: 'try { eval("1 = 1"); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "false" },
  },
  {
    name: 'try { eval("1++"); return false } catch (e) { return e instanceof ReferenceE ...',
    code: 'try { eval("1++"); return false } catch (e) { return e instanceof ReferenceError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("1++"); return false } catch (e) { return e instanceof SyntaxError }',
    code: 'try { eval("1++"); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "false" },
  },
  {
    name: 'try { eval("for (1 in []);"); return false } catch (e) { return e instanceof ...',
    code: 'try { eval("for (1 in []);"); return false } catch (e) { return e instanceof ReferenceError }',
    nashorn: { result: "false" },
  },
  {
    name: 'try { eval("for (1 of []);"); return false } catch (e) { return e instanceof ...',
    code: 'try { eval("for (1 of []);"); return false } catch (e) { return e instanceof ReferenceError }',
    nashorn: { result: "false" },
  },
  {
    name: 'try { eval("this = 1"); return false } catch (e) { return e instanceof Refer ...',
    code: 'try { eval("this = 1"); return false } catch (e) { return e instanceof ReferenceError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("a + b = 1"); return false } catch (e) { return e instanceof Refe ...',
    code: 'try { eval("a + b = 1"); return false } catch (e) { return e instanceof ReferenceError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("++this"); return false } catch (e) { return e instanceof Referen ...',
    code: 'try { eval("++this"); return false } catch (e) { return e instanceof ReferenceError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("(a, b) = 1"); return false } catch (e) { return e instanceof Ref ...',
    code: 'try { eval("(a, b) = 1"); return false } catch (e) { return e instanceof ReferenceError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("a ? b : c = 1"); return false } catch (e) { return e instanceof  ...',
    code: 'try { eval("a ? b : c = 1"); return false } catch (e) { return e instanceof ReferenceError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("eval = 1; "); return true } catch (e) { return false }',
    code: 'try { eval("eval = 1; "); return true } catch (e) { return false }',
    nashorn: { result: "true" },
  },
  {
    name: "try { eval(\"'use strict'; eval = 1; \"); return false } catch (e) { return e  ...",
    code: "try { eval(\"'use strict'; eval = 1; \"); return false } catch (e) { return e instanceof SyntaxError }",
    nashorn: { result: "true" },
  },
  {
    name: "try { eval(\"'use strict'; undeclared_x = 1; \"); return false } catch (e) { r ...",
    code: "try { eval(\"'use strict'; undeclared_x = 1; \"); return false } catch (e) { return e instanceof ReferenceError }",
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("/a/gg"); return false } catch (e) { return e instanceof SyntaxEr ...',
    code: 'try { eval("/a/gg"); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("var a\\\\u{2F} = 1"); return false } catch (e) { return e instance ...',
    code: 'try { eval("var a\\\\u{2F} = 1"); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("var x = \\"\\u2028\\""); return false } catch (e) { return e instan ...',
    code: 'try { eval("var x = \\"\\u2028\\""); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { return eval("\\uFEFFvar xx\\uFEFF=\\uFEFF1\\uFEFF; xx") === 1 } catch (e)  ...',
    code: 'try { return eval("\\uFEFFvar xx\\uFEFF=\\uFEFF1\\uFEFF; xx") === 1 } catch (e) { return false }',
    nashorn: { result: "false" },
  },
  {
    name: 'try { return eval("\\u00A0var xx\\u00A0=\\u00A01\\u00A0; xx") === 1 } catch (e)  ...',
    code: 'try { return eval("\\u00A0var xx\\u00A0=\\u00A01\\u00A0; xx") === 1 } catch (e) { return false }',
    nashorn: { result: "true" },
  },
] satisfies Case[];
