import type { Case } from "../case.ts";

/** Text that is evaluated: eval and Function. */
export default [
  {
    name: 'let outside = 23; eval("let outside; "); return outside === 23',
    code: 'let outside = 23; eval("let outside; "); return outside === 23',
    nashorn: { result: "false" },
  },
  {
    name: 'let outside = 23; try { eval("var outside; "); return false } catch (e) { re ...',
    code: 'let outside = 23; try { eval("var outside; "); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "false" },
  },
  {
    name: "let outside = 23; eval('let outside; let xNonStrict = 3;'); try { xNonStrict ...",
    code: "let outside = 23; eval('let outside; let xNonStrict = 3;'); try { xNonStrict; return false } catch (e) { return e instanceof ReferenceError }",
    nashorn: { result: "false" },
  },
  {
    name: 'let x = 1; { eval("var x2 = 3") } return x2 === 3',
    code: 'let x = 1; { eval("var x2 = 3") } return x2 === 3',
    nashorn: { result: "true" },
  },
  {
    name: '{ let x; { try { eval("var x"); return false } catch (e) { return e instance ...',
    code: '{ let x; { try { eval("var x"); return false } catch (e) { return e instanceof SyntaxError } } }',
    nashorn: { result: "false" },
  },
  {
    name: 'eval("let q = 1"); try { eval("let q = 2"); return q === 2 } catch (e) { ret ...',
    code: 'eval("let q = 1"); try { eval("let q = 2"); return q === 2 } catch (e) { return false }',
    nashorn: { result: "true" },
  },
  {
    name: '"use strict"; eval("let q = 1"); return typeof q === "undefined"',
    code: '"use strict"; eval("let q = 1"); return typeof q === "undefined"',
    nashorn: { result: "true" },
  },
  {
    name: 'eval("const q = 1"); try { q = 2; return q === 2 } catch (e) { return false }',
    code: 'eval("const q = 1"); try { q = 2; return q === 2 } catch (e) { return false }',
    nashorn: { result: "false" },
  },
  {
    name: 'eval("const q = 1; try { q = 2; } catch (e) { this.zz = e instanceof TypeErr ...',
    code: 'eval("const q = 1; try { q = 2; } catch (e) { this.zz = e instanceof TypeError }"); return zz === true',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("typeof q; let q = 1; typeof q") === "number"',
    code: 'return eval("typeof q; let q = 1; typeof q") === "number"',
    nashorn: { error: "ReferenceError" },
  },
  {
    name: 'try { return eval("q; let q = 1;"), false } catch (e) { return e instanceof  ...',
    code: 'try { return eval("q; let q = 1;"), false } catch (e) { return e instanceof ReferenceError }',
    nashorn: { result: "true" },
  },
  {
    name: '(0,eval)("let q = 1"); return this.q === 1',
    code: '(0,eval)("let q = 1"); return this.q === 1',
    nashorn: { result: "false" },
  },
  {
    name: '(0,eval)("let q = 1"); return this.hasOwnProperty("q")',
    code: '(0,eval)("let q = 1"); return this.hasOwnProperty("q")',
    nashorn: { result: "false" },
  },
  {
    name: '(0,eval)("\'use strict\'; let q = 1"); return typeof q === "undefined"',
    code: '(0,eval)("\'use strict\'; let q = 1"); return typeof q === "undefined"',
    nashorn: { result: "true" },
  },
  {
    name: '(0,eval)("\'use strict\'; var q = 1"); return typeof q === "undefined"',
    code: '(0,eval)("\'use strict\'; var q = 1"); return typeof q === "undefined"',
    nashorn: { result: "true" },
  },
  {
    name: '(0,eval)("\'use strict\'; function q(){}"); return typeof q === "undefined"',
    code: '(0,eval)("\'use strict\'; function q(){}"); return typeof q === "undefined"',
    nashorn: { result: "true" },
  },
  {
    name: 'eval("\'use strict\'; function q(){}"); return typeof q === "undefined"',
    code: 'eval("\'use strict\'; function q(){}"); return typeof q === "undefined"',
    nashorn: { result: "true" },
  },
  {
    name: '(0,eval)("var q = 1"); return Object.getOwnPropertyDescriptor(this, "q").con ...',
    code: '(0,eval)("var q = 1"); return Object.getOwnPropertyDescriptor(this, "q").configurable === true',
    nashorn: { result: "true" },
  },
  {
    name: '(0,eval)("function q(){}"); return Object.getOwnPropertyDescriptor(this, "q" ...',
    code: '(0,eval)("function q(){}"); return Object.getOwnPropertyDescriptor(this, "q").configurable === true',
    nashorn: { result: "true" },
  },
  {
    name: '(0,eval)("var NaN = 1"); return true',
    code: '(0,eval)("var NaN = 1"); return true',
    nashorn: { result: "true" },
  },
  {
    name: 'try { (0,eval)("function NaN(){}"); return false } catch (e) { return e inst ...',
    code: 'try { (0,eval)("function NaN(){}"); return false } catch (e) { return e instanceof TypeError }',
    nashorn: { result: "true" },
  },
  {
    name: 'var s = {valueOf: function(){ return "1" }}; return eval(s) === s',
    code: 'var s = {valueOf: function(){ return "1" }}; return eval(s) === s',
    nashorn: { result: "true" },
  },
  {
    name: 'function f(){ return eval("var a = 1; delete a") } return f()',
    code: 'function f(){ return eval("var a = 1; delete a") } return f()',
    nashorn: { result: "true" },
  },
  {
    name: 'function f(){ eval("function g(){ return 1 }"); return g() } return f() === 1',
    code: 'function f(){ eval("function g(){ return 1 }"); return g() } return f() === 1',
    nashorn: { result: "true" },
  },
  {
    name: 'function f(a){ eval("var a = 2"); return a } return f(1) === 2',
    code: 'function f(a){ eval("var a = 2"); return a } return f(1) === 2',
    nashorn: { result: "true" },
  },
  {
    name: 'function f(a){ eval("var a"); return a } return f(1) === 1',
    code: 'function f(a){ eval("var a"); return a } return f(1) === 1',
    nashorn: { result: "true" },
  },
  {
    name: 'function f(){ eval("arguments = 1"); return arguments } return f() === 1',
    code: 'function f(){ eval("arguments = 1"); return arguments } return f() === 1',
    nashorn: { result: "true" },
  },
  {
    name: 'function f(a = eval("var b = 3")){ return typeof b } return f() === "undefined"',
    code: 'function f(a = eval("var b = 3")){ return typeof b } return f() === "undefined"',
    nashorn: { result: "false" },
  },
  {
    name: 'const f = (a = eval("var a = 42")) => a; try { f(); return false } catch (e) ...',
    code: 'const f = (a = eval("var a = 42")) => a; try { f(); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "false" },
  },
  {
    name: 'function f(a = eval("var arguments")){ } try { f(); return false } catch (e) ...',
    code: 'function f(a = eval("var arguments")){ } try { f(); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "false" },
  },
  {
    name: 'try { eval("super.x"); return false } catch (e) { return e instanceof Syntax ...',
    code: 'try { eval("super.x"); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("super()"); return false } catch (e) { return e instanceof Syntax ...',
    code: 'try { eval("super()"); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "true" },
  },
  {
    name: 'var f = { m(){ return eval("super.toString") } }; try { f.m(); return false  ...',
    code: 'var f = { m(){ return eval("super.toString") } }; try { f.m(); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "true" },
  },
  {
    name: 'function f(){ return eval("new.target") } try { return f() === undefined } c ...',
    code: 'function f(){ return eval("new.target") } try { return f() === undefined } catch (e) { return false }',
    nashorn: { result: "false" },
  },
  {
    name: 'eval("{ function fb(){} }"); return typeof fb === "undefined"',
    code: 'eval("{ function fb(){} }"); return typeof fb === "undefined"',
    nashorn: { result: "true" },
  },
  {
    name: 'eval("if (true) { function fb(){} }"); return typeof fb === "function"',
    code: 'eval("if (true) { function fb(){} }"); return typeof fb === "function"',
    nashorn: { result: "false" },
  },
  {
    name: 'eval("switch(1){ case 1: function fb(){} }"); return typeof fb === "function"',
    code: 'eval("switch(1){ case 1: function fb(){} }"); return typeof fb === "function"',
    nashorn: { error: "SyntaxError" },
  },
  {
    name: 'try { eval("switch(1){ case 1: function fb(){} }"); return false } catch (e) ...',
    code: 'try { eval("switch(1){ case 1: function fb(){} }"); return false } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "true" },
  },
  {
    name: 'var __evalv = 1; return eval("__evalv") === 1',
    code: 'var __evalv = 1; return eval("__evalv") === 1',
    nashorn: { result: "true" },
  },
  {
    name: 'return (function(){ return eval("this") })() === this',
    code: 'return (function(){ return eval("this") })() === this',
    nashorn: { result: "true" },
  },
  {
    name: 'return (function(){ "use strict"; return eval("this") })() === undefined',
    code: 'return (function(){ "use strict"; return eval("this") })() === undefined',
    nashorn: { result: "true" },
  },
  {
    name: 'return (function(){ "use strict"; return (0,eval)("this") })() === this',
    code: 'return (function(){ "use strict"; return (0,eval)("this") })() === this',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("\'1\'") === "1"',
    code: 'return eval("\'1\'") === "1"',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("1;2;3") === 3',
    code: 'return eval("1;2;3") === 3',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("var x = 1") === undefined',
    code: 'return eval("var x = 1") === undefined',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("if (true) { 3 } else { 4 }") === 3',
    code: 'return eval("if (true) { 3 } else { 4 }") === 3',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("1; if (true) { }") === undefined',
    code: 'return eval("1; if (true) { }") === undefined',
    nashorn: { result: "false" },
  },
  {
    name: 'return eval("1; if (false) { 2 }") === undefined',
    code: 'return eval("1; if (false) { 2 }") === undefined',
    nashorn: { result: "false" },
  },
  {
    name: 'return eval("1; do { } while (false)") === undefined',
    code: 'return eval("1; do { } while (false)") === undefined',
    nashorn: { result: "false" },
  },
  {
    name: 'return eval("2; do { 3; break; } while (false)") === 3',
    code: 'return eval("2; do { 3; break; } while (false)") === 3',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("4; do { break; } while (false)") === undefined',
    code: 'return eval("4; do { break; } while (false)") === undefined',
    nashorn: { result: "false" },
  },
  {
    name: 'return eval("1; while (false) { }") === undefined',
    code: 'return eval("1; while (false) { }") === undefined',
    nashorn: { result: "false" },
  },
  {
    name: 'return eval("var i = 0; while (i < 2) { i++ }") === 1',
    code: 'return eval("var i = 0; while (i < 2) { i++ }") === 1',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("1; for (var a of []) { }") === undefined',
    code: 'return eval("1; for (var a of []) { }") === undefined',
    nashorn: { result: "false" },
  },
  {
    name: 'return eval("2; for (var b in {x:1}) { 3 }") === 3',
    code: 'return eval("2; for (var b in {x:1}) { 3 }") === 3',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("1; try { } catch (err) { }") === undefined',
    code: 'return eval("1; try { } catch (err) { }") === undefined',
    nashorn: { result: "false" },
  },
  {
    name: 'return eval("1; try { throw null } catch (err) { }") === undefined',
    code: 'return eval("1; try { throw null } catch (err) { }") === undefined',
    nashorn: { result: "false" },
  },
  {
    name: 'return eval("1; try { 2 } finally { 3 }") === 2',
    code: 'return eval("1; try { 2 } finally { 3 }") === 2',
    nashorn: { result: "false" },
  },
  {
    name: 'return eval("1; with ({}) { }") === undefined',
    code: 'return eval("1; with ({}) { }") === undefined',
    nashorn: { result: "false" },
  },
  {
    name: 'return eval("1; switch (1) { }") === undefined',
    code: 'return eval("1; switch (1) { }") === undefined',
    nashorn: { result: "false" },
  },
  {
    name: 'return eval("1; switch (1) { case 1: 2; break; default: }") === 2',
    code: 'return eval("1; switch (1) { case 1: 2; break; default: }") === 2',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("1; L: { 2; break L; 3 }") === 2',
    code: 'return eval("1; L: { 2; break L; 3 }") === 2',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("1; {}") === 1',
    code: 'return eval("1; {}") === 1',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("1; ;") === 1',
    code: 'return eval("1; ;") === 1',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("1; function f(){}") === 1',
    code: 'return eval("1; function f(){}") === 1',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("1; let x = 1") === 1',
    code: 'return eval("1; let x = 1") === 1',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("1; do { 2; continue; 3 } while (false)") === 2',
    code: 'return eval("1; do { 2; continue; 3 } while (false)") === 2',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("1; do { -2; break; 3 } while (false)") === -2',
    code: 'return eval("1; do { -2; break; 3 } while (false)") === -2',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("var z; z = 1; do { 2; if (true) { 3; break } 4 } while(false)") ...',
    code: 'return eval("var z; z = 1; do { 2; if (true) { 3; break } 4 } while(false)") === 3',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("function f(){} 1; { function f(){} }") === 1',
    code: 'return eval("function f(){} 1; { function f(){} }") === 1',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("") === undefined',
    code: 'return eval("") === undefined',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("\'use strict\'") === "use strict"',
    code: 'return eval("\'use strict\'") === "use strict"',
    nashorn: { result: "true" },
  },
] satisfies Case[];
