import type { Case } from "../case.ts";

export default [
  {
    name: 'return ({valueOf:function(){return 1}})+1===2 && ({toString:function(){return "1"}})*2===2;',
    code: 'return ({valueOf:function(){return 1}})+1===2 && ({toString:function(){return "1"}})*2===2;',
    nashorn: { result: "true" },
  },
  {
    name: 'return new Date(0)+0===new Date(0).toString()+"0";',
    code: 'return new Date(0)+0===new Date(0).toString()+"0";',
    nashorn: { result: "true" },
  },
  {
    name: 'var o={}; o[Symbol.toPrimitive]=function(h){return h}; return `${o}`==="string";',
    code: 'var o={}; o[Symbol.toPrimitive]=function(h){return h}; return `${o}`==="string";',
    nashorn: { result: "false" },
  },
  {
    name: 'return [1,2]+[3]==="1,23" && []+{}==="[object Object]";',
    code: 'return [1,2]+[3]==="1,23" && []+{}==="[object Object]";',
    nashorn: { result: "true" },
  },
  {
    name: 'return null==undefined && null!=0 && "1"==1 && true=="1" && [1]==1;',
    code: 'return null==undefined && null!=0 && "1"==1 && true=="1" && [1]==1;',
    nashorn: { result: "true" },
  },
  {
    name: 'try { Symbol()+1 } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  Symbol()+1  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { +Symbol() } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  +Symbol()  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: "return Symbol()!=Symbol()&&!(Symbol()==1);",
    code: "return Symbol()!=Symbol()&&!(Symbol()==1);",
    nashorn: { result: "true" },
  },
  {
    name: "return [,].length===1&&[1,,].length===2&&!(0 in [,1]);",
    code: "return [,].length===1&&[1,,].length===2&&!(0 in [,1]);",
    nashorn: { result: "true" },
  },
  {
    name: "return 010===8&&0o10===8&&0b11===3&&0x1F===31&&.5===0.5&&5.===5&&08===8;",
    code: "return 010===8&&0o10===8&&0b11===3&&0x1F===31&&.5===0.5&&5.===5&&08===8;",
    nashorn: { result: "true" },
  },
  {
    name: 'return "\\x41\\u0041\\101\\0"==="AAA\\0";',
    code: 'return "\\x41\\u0041\\101\\0"==="AAA\\0";',
    nashorn: { result: "true" },
  },
  { name: 'return "a\\;', code: 'return "a\\;', nashorn: { error: "syntax" } },
  { name: 'b"==="ab";', code: 'b"==="ab";', nashorn: { error: "syntax" } },
  {
    name: "var ünï=1,$_=2,\\u0061b=3; return ünï+$_+ab===6;",
    code: "var ünï=1,$_=2,\\u0061b=3; return ünï+$_+ab===6;",
    nashorn: { result: "true" },
  },
  {
    name: "var let_=1; return let_===1;",
    code: "var let_=1; return let_===1;",
    nashorn: { result: "true" },
  },
  {
    name: "var yield_=1; var static=2; var await=3; return static+await===5;",
    code: "var yield_=1; var static=2; var await=3; return static+await===5;",
    nashorn: { result: "true" },
  },
  {
    name: "var let=1; return let===1;",
    code: "var let=1; return let===1;",
    nashorn: { result: "true" },
  },
  {
    name: "var yield=1; return yield===1;",
    code: "var yield=1; return yield===1;",
    nashorn: { result: "true" },
  },
  {
    name: "var a=1 var b=2 ;[1].length; return a+b===3;",
    code: "var a=1\nvar b=2\n;[1].length; return a+b===3;",
    nashorn: { result: "true" },
  },
  {
    name: "var a=1, b=2; a ++b; return b===3;",
    code: "var a=1, b=2; a\n++b; return b===3;",
    nashorn: { result: "true" },
  },
  {
    name: "var f=x=>({x}); return f(1).x===1;",
    code: "var f=x=>({x}); return f(1).x===1;",
    nashorn: { result: "true" },
  },
  {
    name: "var f=(a,b=2)=>a+b; return f(1)===3;",
    code: "var f=(a,b=2)=>a+b; return f(1)===3;",
    nashorn: { result: "true" },
  },
  {
    name: "var f=x=>y=>x+y; return f(1)(2)===3;",
    code: "var f=x=>y=>x+y; return f(1)(2)===3;",
    nashorn: { result: "true" },
  },
  {
    name: "var f=()=>{}; return f()===undefined;",
    code: "var f=()=>{}; return f()===undefined;",
    nashorn: { result: "true" },
  },
  {
    name: "var f=a=>a, g=(a)=>{return a}; return f(1)===g(1);",
    code: "var f=a=>a, g=(a)=>{return a}; return f(1)===g(1);",
    nashorn: { result: "true" },
  },
  {
    name: 'return (()=>typeof arguments)()==="object";',
    code: 'return (()=>typeof arguments)()==="object";',
    nashorn: { result: "true" },
  },
  {
    name: "return ((a,b)=>a+b).length===2;",
    code: "return ((a,b)=>a+b).length===2;",
    nashorn: { result: "true" },
  },
  {
    name: "function f(a,b=a,c=a+b){return c} return f(1)===2&&f(1,2)===3&&f(1,undefined,5)===5;",
    code: "function f(a,b=a,c=a+b){return c} return f(1)===2&&f(1,2)===3&&f(1,undefined,5)===5;",
    nashorn: { result: "true" },
  },
  {
    name: "function f(a=arguments.length){return a} return f()===0;",
    code: "function f(a=arguments.length){return a} return f()===0;",
    nashorn: { result: "true" },
  },
  {
    name: 'function f(a=eval("1")){return a} return f()===1;',
    code: 'function f(a=eval("1")){return a} return f()===1;',
    nashorn: { result: "true" },
  },
  {
    name: "return (function(a,a){return a})(1,2)===2;",
    code: "return (function(a,a){return a})(1,2)===2;",
    nashorn: { result: "true" },
  },
  {
    name: "return (function f(){return f.length})()===0;",
    code: "return (function f(){return f.length})()===0;",
    nashorn: { result: "true" },
  },
  {
    name: "if (true) { const c=1; var ok=c===1 } return ok;",
    code: "if (true) { const c=1; var ok=c===1 } return ok;",
    nashorn: { result: "true" },
  },
  {
    name: "const {a}={a:1}; return a===1;",
    code: "const {a}={a:1}; return a===1;",
    nashorn: { error: "syntax" },
  },
  {
    name: "var [a]=[1]; return a===1;",
    code: "var [a]=[1]; return a===1;",
    nashorn: { error: "syntax" },
  },
  {
    name: "class A {} return true;",
    code: "class A {} return true;",
    nashorn: { error: "syntax" },
  },
  {
    name: "function* g(){} return true;",
    code: "function* g(){} return true;",
    nashorn: { error: "syntax" },
  },
  {
    name: "return [...[1]].length===1;",
    code: "return [...[1]].length===1;",
    nashorn: { error: "syntax" },
  },
  { name: "return 2**3===8;", code: "return 2**3===8;", nashorn: { error: "syntax" } },
  {
    name: "return ((...a)=>a.length)(1,2)===2;",
    code: "return ((...a)=>a.length)(1,2)===2;",
    nashorn: { error: "syntax" },
  },
  {
    name: "var s=new Set([1,2]); s.add(1); return s.size===2&&s.has(2)&&!s.has(3);",
    code: "var s=new Set([1,2]); s.add(1); return s.size===2&&s.has(2)&&!s.has(3);",
    nashorn: { result: "true" },
  },
  { name: "debugger; return true;", code: "debugger; return true;", nashorn: { result: "true" } },
  { name: "; ; ; return true;", code: "; ; ; return true;", nashorn: { result: "true" } },
  {
    name: "var undefined; return undefined===void 0;",
    code: "var undefined; return undefined===void 0;",
    nashorn: { result: "true" },
  },
  {
    name: 'var arguments; return typeof arguments==="object";',
    code: 'var arguments; return typeof arguments==="object";',
    nashorn: { result: "true" },
  },
  {
    name: 'return (function(){var arguments;return typeof arguments})()==="object";',
    code: 'return (function(){var arguments;return typeof arguments})()==="object";',
    nashorn: { result: "true" },
  },
  {
    name: "return (function(){var arguments=1;return arguments})()===1;",
    code: "return (function(){var arguments=1;return arguments})()===1;",
    nashorn: { result: "true" },
  },
  {
    name: "return (function(arguments){return arguments})(3)===3;",
    code: "return (function(arguments){return arguments})(3)===3;",
    nashorn: { result: "true" },
  },
  {
    name: 'return (function(){function arguments(){} return typeof arguments})()==="function";',
    code: 'return (function(){function arguments(){} return typeof arguments})()==="function";',
    nashorn: { result: "true" },
  },
  {
    name: 'return (function(){return typeof f; function f(){} var f=1})()==="function";',
    code: 'return (function(){return typeof f; function f(){} var f=1})()==="function";',
    nashorn: { result: "true" },
  },
  {
    name: 'return (function(f){function f(){} return typeof f})(1)==="function";',
    code: 'return (function(f){function f(){} return typeof f})(1)==="function";',
    nashorn: { result: "true" },
  },
  {
    name: 'return (function(){ if(true){ function g(){return 1} } return typeof g})()==="function";',
    code: 'return (function(){ if(true){ function g(){return 1} } return typeof g})()==="function";',
    nashorn: { result: "false" },
  },
  {
    name: '"use strict"; return (function(){ if(true){ function g(){return 1} } return typeof g})()==="undefined";',
    code: '"use strict"; return (function(){ if(true){ function g(){return 1} } return typeof g})()==="undefined";',
    nashorn: { result: "true" },
  },
  {
    name: 'switch(1){case 1: function q(){} } return typeof q==="function"',
    code: 'switch(1){case 1: function q(){} } return typeof q==="function"',
    nashorn: { error: "syntax" },
  },
  {
    name: "for (var i=0, j=10; i<j; i++, j--); return i===5",
    code: "for (var i=0, j=10; i<j; i++, j--); return i===5",
    nashorn: { result: "true" },
  },
  {
    name: 'for (var x in [1]) var y=x; return y==="0"',
    code: 'for (var x in [1]) var y=x; return y==="0"',
    nashorn: { result: "true" },
  },
  {
    name: "for (let [a] of [[1]]) return a===1",
    code: "for (let [a] of [[1]]) return a===1",
    nashorn: { error: "syntax" },
  },
  {
    name: "var i=0; do i++; while(i<3) return i===3;",
    code: "var i=0; do i++; while(i<3) return i===3;",
    nashorn: { result: "true" },
  },
  {
    name: "var o={a:{b:[1,{c:2}]}}; return o.a.b[1].c===2;",
    code: "var o={a:{b:[1,{c:2}]}}; return o.a.b[1].c===2;",
    nashorn: { result: "true" },
  },
  { name: "return (1,2)===2;", code: "return (1,2)===2;", nashorn: { result: "true" } },
  {
    name: 'return !0===true&&~1===-2&&-"1"===-1&&+true===1;',
    code: 'return !0===true&&~1===-2&&-"1"===-1&&+true===1;',
    nashorn: { result: "true" },
  },
  {
    name: "var a=5; return a++ + ++a===12;",
    code: "var a=5; return a++ + ++a===12;",
    nashorn: { result: "true" },
  },
  {
    name: 'return "b" in {b:1}&&!("c" in {b:1});',
    code: 'return "b" in {b:1}&&!("c" in {b:1});',
    nashorn: { result: "true" },
  },
  {
    name: 'return Number("1_0")!==Number("1_0");',
    code: 'return Number("1_0")!==Number("1_0");',
    nashorn: { result: "true" },
  },
  {
    name: "return [1,2,3].indexOf(NaN)===-1;",
    code: "return [1,2,3].indexOf(NaN)===-1;",
    nashorn: { result: "true" },
  },
  {
    name: "return -0===0&&1/-0===-Infinity&&Object.is===undefined;",
    code: "return -0===0&&1/-0===-Infinity&&Object.is===undefined;",
    nashorn: { result: "true" },
  },
  {
    name: 'return "abc"[1]==="b"&&"abc"[5]===undefined&&"1" in Object("abc");',
    code: 'return "abc"[1]==="b"&&"abc"[5]===undefined&&"1" in Object("abc");',
    nashorn: { result: "true" },
  },
] satisfies Case[];
