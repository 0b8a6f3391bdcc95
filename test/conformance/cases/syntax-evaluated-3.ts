import type { Case } from "../case.ts";

/** Text that is evaluated: eval and Function. */
export default [
  {
    name: 'try { return eval("\\u180Evar xx = 1; xx") === 1 } catch (e) { return e insta ...',
    code: 'try { return eval("\\u180Evar xx = 1; xx") === 1 } catch (e) { return e instanceof SyntaxError }',
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("//\\u2028 throw 1"); return false } catch (e) { return e === 1 }',
    code: 'try { eval("//\\u2028 throw 1"); return false } catch (e) { return e === 1 }',
    nashorn: { result: "true" },
  },
  {
    name: "return ({a(){}}).a.hasOwnProperty('prototype')",
    code: "return ({a(){}}).a.hasOwnProperty('prototype')",
    nashorn: { result: "true" },
  },
  {
    name: "var f = ()=>{}; return f.hasOwnProperty('prototype')",
    code: "var f = ()=>{}; return f.hasOwnProperty('prototype')",
    nashorn: { result: "true" },
  },
  {
    name: "return typeof x + ''; let x",
    code: "return typeof x + ''; let x",
    nashorn: { result: '"undefined"' },
  },
  {
    name: "try { typeof x; return 'no' } catch(e) { return ''+e } let x",
    code: "try { typeof x; return 'no' } catch(e) { return ''+e } let x",
    nashorn: { result: '"no"' },
  },
  {
    name: "function f(){ return typeof x } var r = f(); let x; return r",
    code: "function f(){ return typeof x } var r = f(); let x; return r",
    nashorn: { error: "ReferenceError" },
  },
  {
    name: "{ typeof y; } let y; return true",
    code: "{ typeof y; } let y; return true",
    nashorn: { error: "ReferenceError" },
  },
  {
    name: "var f=1; { function f(){} } return f+''",
    code: "var f=1; { function f(){} } return f+''",
    nashorn: { result: '"1"' },
  },
  {
    name: "{ function f(){ return 1 } } return typeof f",
    code: "{ function f(){ return 1 } } return typeof f",
    nashorn: { result: '"undefined"' },
  },
  {
    name: "{ f(); function f(){} } return true",
    code: "{ f(); function f(){} } return true",
    nashorn: { result: "true" },
  },
  {
    name: "function f(){ return 1 } { function f(){ return 2 } } return f()",
    code: "function f(){ return 1 } { function f(){ return 2 } } return f()",
    nashorn: { result: "1" },
  },
  {
    name: "try { throw 1 } catch(f) { { function f(){} } return f }",
    code: "try { throw 1 } catch(f) { { function f(){} } return f }",
    nashorn: { result: "1" },
  },
  {
    name: "switch(1){ default: { function f(){} } } return typeof f",
    code: "switch(1){ default: { function f(){} } } return typeof f",
    nashorn: { result: '"undefined"' },
  },
  {
    name: "if (1) { function f(){} } return typeof f",
    code: "if (1) { function f(){} } return typeof f",
    nashorn: { result: '"undefined"' },
  },
  {
    name: "for(;;){ function f(){}; break } return typeof f",
    code: "for(;;){ function f(){}; break } return typeof f",
    nashorn: { result: '"undefined"' },
  },
  {
    name: "var a = []; for (var i=0;i<2;i++){ function f(){ return i } a.push(f) } retu ...",
    code: "var a = []; for (var i=0;i<2;i++){ function f(){ return i } a.push(f) } return a[0] === a[1]",
    nashorn: { result: "false" },
  },
  {
    name: 'return eval("{ function f(){} } typeof f")',
    code: 'return eval("{ function f(){} } typeof f")',
    nashorn: { result: '"undefined"' },
  },
  {
    name: 'eval("function f(){return 1}"); return f()',
    code: 'eval("function f(){return 1}"); return f()',
    nashorn: { result: "1" },
  },
  {
    name: 'eval("var q = 1"); return q',
    code: 'eval("var q = 1"); return q',
    nashorn: { result: "1" },
  },
  {
    name: '"use strict"; eval("var q = 1"); return typeof q',
    code: '"use strict"; eval("var q = 1"); return typeof q',
    nashorn: { result: '"undefined"' },
  },
  {
    name: 'eval("let q = 1"); return typeof q',
    code: 'eval("let q = 1"); return typeof q',
    nashorn: { result: '"number"' },
  },
  {
    name: 'var e = eval; e("var zq = 1"); return typeof zq + typeof this.zq',
    code: 'var e = eval; e("var zq = 1"); return typeof zq + typeof this.zq',
    nashorn: { result: '"numbernumber"' },
  },
  {
    name: '(0,eval)("let zq = 1"); return typeof zq',
    code: '(0,eval)("let zq = 1"); return typeof zq',
    nashorn: { result: '"number"' },
  },
  {
    name: '(0,eval)("let zq = 1"); return eval("zq")',
    code: '(0,eval)("let zq = 1"); return eval("zq")',
    nashorn: { result: "1" },
  },
  {
    name: '(0,eval)("const zq = 1"); (0,eval)("const zq = 2"); return zq',
    code: '(0,eval)("const zq = 1"); (0,eval)("const zq = 2"); return zq',
    nashorn: { result: "2" },
  },
  {
    name: '(0,eval)("function zf(){}"); return typeof this.zf + delete this.zf',
    code: '(0,eval)("function zf(){}"); return typeof this.zf + delete this.zf',
    nashorn: { result: '"functiontrue"' },
  },
  {
    name: 'eval("var zq=1"); return delete zq',
    code: 'eval("var zq=1"); return delete zq',
    nashorn: { result: "true" },
  },
  { name: 'return eval("1;;;;")', code: 'return eval("1;;;;")', nashorn: { result: "1" } },
  { name: 'return eval("1;{}")', code: 'return eval("1;{}")', nashorn: { result: "1" } },
  { name: 'return eval("1;var a=2")', code: 'return eval("1;var a=2")', nashorn: { result: "1" } },
  {
    name: 'return eval("do { 2; break } while(0)")',
    code: 'return eval("do { 2; break } while(0)")',
    nashorn: { result: "2" },
  },
  {
    name: "return eval(\"1; if(false) 2\") + ''",
    code: "return eval(\"1; if(false) 2\") + ''",
    nashorn: { result: '"1"' },
  },
  {
    name: "return eval(\"1; try { 2 } finally { 3 }\") + ''",
    code: "return eval(\"1; try { 2 } finally { 3 }\") + ''",
    nashorn: { result: '"3"' },
  },
  {
    name: "return eval(\"1; function f(){}\") + ''",
    code: "return eval(\"1; function f(){}\") + ''",
    nashorn: { result: '"1"' },
  },
  {
    name: "return eval(\"1; { }\") + ''",
    code: "return eval(\"1; { }\") + ''",
    nashorn: { result: '"1"' },
  },
  {
    name: "return eval(\"1; let x = 3;\") + ''",
    code: "return eval(\"1; let x = 3;\") + ''",
    nashorn: { result: '"1"' },
  },
  {
    name: "return eval(\"1; switch(1){case 1:}\") + ''",
    code: "return eval(\"1; switch(1){case 1:}\") + ''",
    nashorn: { result: '"1"' },
  },
  {
    name: "return eval(\"1; for(;false;);\") + ''",
    code: "return eval(\"1; for(;false;);\") + ''",
    nashorn: { result: '"1"' },
  },
  {
    name: "return eval(\"2; l: 1\") + ''",
    code: "return eval(\"2; l: 1\") + ''",
    nashorn: { result: '"1"' },
  },
  {
    name: "return eval(\"'use strict'; (function(){return this})()\") + ''",
    code: "return eval(\"'use strict'; (function(){return this})()\") + ''",
    nashorn: { result: '"undefined"' },
  },
  {
    name: "return eval.length + eval.name",
    code: "return eval.length + eval.name",
    nashorn: { result: '"1eval"' },
  },
  {
    name: "try { eval(\"let let = 1\"); return true } catch (e) { return '' + e }",
    code: "try { eval(\"let let = 1\"); return true } catch (e) { return '' + e }",
    nashorn: { result: "true" },
  },
  {
    name: 'return new Function("a", "b", "return a+b")(1,2)',
    code: 'return new Function("a", "b", "return a+b")(1,2)',
    nashorn: { result: "3" },
  },
  {
    name: 'return new Function("a,b", "return a+b")(1,2)',
    code: 'return new Function("a,b", "return a+b")(1,2)',
    nashorn: { result: "3" },
  },
  {
    name: 'return new Function("a", "return a")+\'\'',
    code: 'return new Function("a", "return a")+\'\'',
    nashorn: { result: '"function (a) {\\u000areturn a\\u000a}"' },
  },
  {
    name: 'return new Function("a", "return a").name',
    code: 'return new Function("a", "return a").name',
    nashorn: { result: '""' },
  },
  {
    name: 'return new Function("a", "return a").length+\'\'',
    code: 'return new Function("a", "return a").length+\'\'',
    nashorn: { result: '"1"' },
  },
  {
    name: "return new Function()+''",
    code: "return new Function()+''",
    nashorn: { result: '"function () {\\u000a}"' },
  },
  {
    name: 'return Function("return this")() === this',
    code: 'return Function("return this")() === this',
    nashorn: { result: "true" },
  },
  {
    name: 'return new Function("a //", "return a")(3)',
    code: 'return new Function("a //", "return a")(3)',
    nashorn: { error: "SyntaxError" },
  },
  {
    name: 'return new Function("return 1 //")()',
    code: 'return new Function("return 1 //")()',
    nashorn: { result: "1" },
  },
  {
    name: 'return new Function("a = 1", "return a")()',
    code: 'return new Function("a = 1", "return a")()',
    nashorn: { result: "1" },
  },
  {
    name: 'return new Function("let x = 1; { function f(){} } return typeof f")()',
    code: 'return new Function("let x = 1; { function f(){} } return typeof f")()',
    nashorn: { result: '"undefined"' },
  },
  {
    name: "return (function(){}).constructor === Function",
    code: "return (function(){}).constructor === Function",
    nashorn: { result: "true" },
  },
  {
    name: "return (a=>1).constructor === Function",
    code: "return (a=>1).constructor === Function",
    nashorn: { result: "true" },
  },
  {
    name: 'try { throw 1 } catch(e) { eval("var e = 2"); return e }',
    code: 'try { throw 1 } catch(e) { eval("var e = 2"); return e }',
    nashorn: { result: "2" },
  },
  {
    name: 'var x = 1; function f(){ eval("var x = 2"); return x } return f()',
    code: 'var x = 1; function f(){ eval("var x = 2"); return x } return f()',
    nashorn: { result: "2" },
  },
  {
    name: 'return (function(){ return eval("arguments").length })(1,2)',
    code: 'return (function(){ return eval("arguments").length })(1,2)',
    nashorn: { result: "2" },
  },
  {
    name: 'return (function(){ return eval("this") === this }).call({})',
    code: 'return (function(){ return eval("this") === this }).call({})',
    nashorn: { result: "true" },
  },
  {
    name: "try { return (()=>eval(\"this\"))() === this } catch(e) { return ''+e }",
    code: "try { return (()=>eval(\"this\"))() === this } catch(e) { return ''+e }",
    nashorn: { result: "true" },
  },
  {
    name: 'return (function(){ return (()=>eval("arguments.length"))(1,2,3) })(1)',
    code: 'return (function(){ return (()=>eval("arguments.length"))(1,2,3) })(1)',
    nashorn: { result: "3" },
  },
  {
    name: "return eval(\"/*x*/\") + ''",
    code: "return eval(\"/*x*/\") + ''",
    nashorn: { result: '"undefined"' },
  },
  {
    name: "return eval(\"<!-- x\") + ''",
    code: "return eval(\"<!-- x\") + ''",
    nashorn: { error: "SyntaxError" },
  },
  {
    name: "return eval(new String(\"1+1\")) + ''",
    code: "return eval(new String(\"1+1\")) + ''",
    nashorn: { result: '"1+1"' },
  },
  {
    name: "return eval({toString: function(){return \"1\"}}) + ''",
    code: "return eval({toString: function(){return \"1\"}}) + ''",
    nashorn: { result: '"1"' },
  },
  { name: "return eval(5)", code: "return eval(5)", nashorn: { result: "5" } },
  { name: "return eval() + ''", code: "return eval() + ''", nashorn: { result: '"undefined"' } },
  {
    name: "return typeof eval(function(){})",
    code: "return typeof eval(function(){})",
    nashorn: { result: '"function"' },
  },
  { name: 'return eval("1", "2")', code: 'return eval("1", "2")', nashorn: { result: "1" } },
  {
    name: 'return (function(){ "use strict"; return eval("var a = 1; a") })()',
    code: 'return (function(){ "use strict"; return eval("var a = 1; a") })()',
    nashorn: { result: "1" },
  },
  {
    name: 'try { (function(){ "use strict"; eval("with({}){}") })() } catch (e) { retur ...',
    code: 'try { (function(){ "use strict"; eval("with({}){}") })() } catch (e) { return e.name }',
    nashorn: { result: '"SyntaxError"' },
  },
] satisfies Case[];
