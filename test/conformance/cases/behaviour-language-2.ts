import type { Case } from "../case.ts";

export default [
  {
    name: "return (function(){ for(;;) { try { return 1 } finally { break } } return 3 })()===3;",
    code: "return (function(){ for(;;) { try { return 1 } finally { break } } return 3 })()===3;",
    nashorn: { result: "true" },
  },
  {
    name: 'var e="x"; try { throw 1 } catch (e) { e=2 } return e==="x";',
    code: 'var e="x"; try { throw 1 } catch (e) { e=2 } return e==="x";',
    nashorn: { result: "true" },
  },
  {
    name: "with ({x:1}) { return x===1 }",
    code: "with ({x:1}) { return x===1 }",
    nashorn: { result: "true" },
  },
  {
    name: "var o={x:1}; with (o) { x=2; var y=3 } return o.x===2 && y===3;",
    code: "var o={x:1}; with (o) { x=2; var y=3 } return o.x===2 && y===3;",
    nashorn: { result: "true" },
  },
  {
    name: "var o={}; o[Symbol.unscopables]={x:true}; var x=5; o.x=1; with (o) { return x===5 };",
    code: "var o={}; o[Symbol.unscopables]={x:true}; var x=5; o.x=1; with (o) { return x===5 };",
    nashorn: { result: "false" },
  },
  {
    name: "with ({get x(){return 7}}) { return x===7 }",
    code: "with ({get x(){return 7}}) { return x===7 }",
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("1;;;")===1;',
    code: 'return eval("1;;;")===1;',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("do { 2; break; } while(0)")===2;',
    code: 'return eval("do { 2; break; } while(0)")===2;',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("1; if(false){}")===undefined;',
    code: 'return eval("1; if(false){}")===undefined;',
    nashorn: { result: "false" },
  },
  {
    name: 'return eval("1; var x=2")===1;',
    code: 'return eval("1; var x=2")===1;',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("1; function f(){}")===1;',
    code: 'return eval("1; function f(){}")===1;',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("2; do { 3; continue } while (false)")===3;',
    code: 'return eval("2; do { 3; continue } while (false)")===3;',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("1; try { 2 } finally { 3 }")===2;',
    code: 'return eval("1; try { 2 } finally { 3 }")===2;',
    nashorn: { result: "false" },
  },
  {
    name: 'return eval("1; switch(1){case 1:}")===undefined;',
    code: 'return eval("1; switch(1){case 1:}")===undefined;',
    nashorn: { result: "false" },
  },
  {
    name: 'return eval("1; {}")===1;',
    code: 'return eval("1; {}")===1;',
    nashorn: { result: "true" },
  },
  {
    name: 'return eval("1; while(false);")===undefined;',
    code: 'return eval("1; while(false);")===undefined;',
    nashorn: { result: "false" },
  },
  {
    name: 'return eval("1; with({}){}")===undefined;',
    code: 'return eval("1; with({}){}")===undefined;',
    nashorn: { result: "false" },
  },
  {
    name: 'eval("var x1=1"); return x1===1;',
    code: 'eval("var x1=1"); return x1===1;',
    nashorn: { result: "true" },
  },
  {
    name: 'eval("let x1=1"); return typeof x1==="undefined";',
    code: 'eval("let x1=1"); return typeof x1==="undefined";',
    nashorn: { result: "false" },
  },
  {
    name: '(function(){"use strict"; eval("var x2=1"); return typeof x2==="undefined"})();',
    code: '(function(){"use strict"; eval("var x2=1"); return typeof x2==="undefined"})();',
    nashorn: { result: "undefined" },
  },
  {
    name: '(0,eval)("var gx=5"); return this.gx===5&&delete this.gx;',
    code: '(0,eval)("var gx=5"); return this.gx===5&&delete this.gx;',
    nashorn: { result: "true" },
  },
  {
    name: 'var x=1; var g=eval; return (function(){ var x=2; return g("typeof x") })()==="undefined";',
    code: 'var x=1; var g=eval; return (function(){ var x=2; return g("typeof x") })()==="undefined";',
    nashorn: { result: "true" },
  },
  {
    name: 'try { eval("var") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  eval("var")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("let x; let x") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  eval("let x; let x")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("let x; var x") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  eval("let x; var x")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("const x") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  eval("const x")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("1=1") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  eval("1=1")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"another exception"' },
  },
  {
    name: 'try { eval("1=1") } catch (e) { return e instanceof ReferenceError ? "ReferenceError" : "another exception"; } return "no exception";',
    code: 'try {  eval("1=1")  } catch (e) { return e instanceof ReferenceError ? "ReferenceError" : "another exception"; } return "no exception";',
    nashorn: { result: '"ReferenceError"' },
  },
  {
    name: 'try { eval("f()=1") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  eval("f()=1")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"another exception"' },
  },
  {
    name: 'try { eval("f()=1") } catch (e) { return e instanceof ReferenceError ? "ReferenceError" : "another exception"; } return "no exception";',
    code: 'try {  eval("f()=1")  } catch (e) { return e instanceof ReferenceError ? "ReferenceError" : "another exception"; } return "no exception";',
    nashorn: { result: '"ReferenceError"' },
  },
  {
    name: 'try { eval("1++") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  eval("1++")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"another exception"' },
  },
  {
    name: 'try { eval("\'use strict\'; with({}){}") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exc',
    code: 'try {  eval("\'use strict\'; with({}){}")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("\'use strict\'; var public") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exc',
    code: 'try {  eval("\'use strict\'; var public")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("\'use strict\'; delete x") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no excep',
    code: 'try {  eval("\'use strict\'; delete x")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("\'use strict\'; 010") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception"',
    code: 'try {  eval("\'use strict\'; 010")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("\'use strict\'; \'\\\\\\\\07\'") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no excep',
    code: 'try {  eval("\'use strict\'; \'\\\\\\\\07\'")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"no exception"' },
  },
  {
    name: 'try { eval("\'use strict\'; eval=1") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no excepti',
    code: 'try {  eval("\'use strict\'; eval=1")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("\'use strict\'; function f(a,a){}") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return ',
    code: 'try {  eval("\'use strict\'; function f(a,a){}")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("(a,a)=>1") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  eval("(a,a)=>1")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("function f(a,a=1){}") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exceptio',
    code: 'try {  eval("function f(a,a=1){}")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("({__proto__:1,__proto__:2})") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no ',
    code: 'try {  eval("({__proto__:1,__proto__:2})")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("break") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  eval("break")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("L:L:;") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  eval("L:L:;")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("if(1) let x") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  eval("if(1) let x")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("while(0) function f(){}") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exce',
    code: 'try {  eval("while(0) function f(){}")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("L: function f(){}") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception"',
    code: 'try {  eval("L: function f(){}")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"no exception"' },
  },
  {
    name: 'try { eval("try{}catch([a]){}") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception"',
    code: 'try {  eval("try{}catch([a]){}")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"another exception"' },
  },
  {
    name: 'try { eval("/a/gg") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  eval("/a/gg")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("/(/") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  eval("/(/")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("\'\\n\'") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  eval("\'\\n\'")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("0b2") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  eval("0b2")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("3in []") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  eval("3in []")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("new.target") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  eval("new.target")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("super.x") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  eval("super.x")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { eval("yield=1;\'use strict\'") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no excepti',
    code: 'try {  eval("yield=1;\'use strict\'")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"no exception"' },
  },
  {
    name: 'try { new Function("a","a","\'use strict\'") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no',
    code: 'try {  new Function("a","a","\'use strict\'")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { new Function("/*","*/){") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception"',
    code: 'try {  new Function("/*","*/){")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'return new Function("a","b","return a+b")(1,2)===3;',
    code: 'return new Function("a","b","return a+b")(1,2)===3;',
    nashorn: { result: "true" },
  },
  {
    name: 'return new Function("a,b","c","return a+b+c")(1,2,3)===6;',
    code: 'return new Function("a,b","c","return a+b+c")(1,2,3)===6;',
    nashorn: { result: "true" },
  },
  {
    name: 'return Function("return this")()===this;',
    code: 'return Function("return this")()===this;',
    nashorn: { result: "true" },
  },
  {
    name: 'return new Function().name==="anonymous";',
    code: 'return new Function().name==="anonymous";',
    nashorn: { result: "false" },
  },
  {
    name: 'return new Function("a","return a").toString()==="function anonymous(a ) { return a }".replace(/ /g,"\\n");',
    code: 'return new Function("a","return a").toString()==="function anonymous(a\n) {\nreturn a\n}".replace(/\n/g,"\\n");',
    nashorn: { error: "syntax" },
  },
  {
    name: 'return new Function("a","b","").length===2;',
    code: 'return new Function("a","b","").length===2;',
    nashorn: { result: "true" },
  },
  {
    name: 'return typeof new Function().prototype==="object";',
    code: 'return typeof new Function().prototype==="object";',
    nashorn: { result: "true" },
  },
  {
    name: "var o={__proto__:null}; return Object.getPrototypeOf(o)===null;",
    code: "var o={__proto__:null}; return Object.getPrototypeOf(o)===null;",
    nashorn: { result: "true" },
  },
  {
    name: 'var o={"__proto__":null}; return Object.getPrototypeOf(o)===null;',
    code: 'var o={"__proto__":null}; return Object.getPrototypeOf(o)===null;',
    nashorn: { result: "false" },
  },
  {
    name: 'var o={["__proto__"]:null}; return Object.getPrototypeOf(o)===Object.prototype;',
    code: 'var o={["__proto__"]:null}; return Object.getPrototypeOf(o)===Object.prototype;',
    nashorn: { result: "false" },
  },
] satisfies Case[];
