import type { Case } from "../case.ts";

export default [
  {
    name: "var __proto__=null; var o={__proto__}; return Object.getPrototypeOf(o)===Object.prototype;",
    code: "var __proto__=null; var o={__proto__}; return Object.getPrototypeOf(o)===Object.prototype;",
    nashorn: { result: "false" },
  },
  {
    name: 'var o={__proto__(){}}; return typeof o.__proto__==="function";',
    code: 'var o={__proto__(){}}; return typeof o.__proto__==="function";',
    nashorn: { result: "true" },
  },
  {
    name: "var o={a:1,a:2}; return o.a===2;",
    code: "var o={a:1,a:2}; return o.a===2;",
    nashorn: { result: "true" },
  },
  {
    name: "var o={a:2,get a(){return 1}}; return o.a===1;",
    code: "var o={a:2,get a(){return 1}}; return o.a===1;",
    nashorn: { result: "true" },
  },
  {
    name: 'var o={get a(){return 1},set a(v){}}; var d=Object.getOwnPropertyDescriptor(o,"a"); return d.enumerable&&d.configurable&&typeof d.get==="fun',
    code: 'var o={get a(){return 1},set a(v){}}; var d=Object.getOwnPropertyDescriptor(o,"a"); return d.enumerable&&d.configurable&&typeof d.get==="function";',
    nashorn: { result: "true" },
  },
  {
    name: 'var o={1:1,"b":2,3.5:4,1e3:5}; return Object.keys(o).join()==="1,1000,b,3.5";',
    code: 'var o={1:1,"b":2,3.5:4,1e3:5}; return Object.keys(o).join()==="1,1000,b,3.5";',
    nashorn: { result: "true" },
  },
  {
    name: "var o={if:1,class:2,get:3,set:4,new:5}; return o.if+o.class+o.get+o.set+o.new===15;",
    code: "var o={if:1,class:2,get:3,set:4,new:5}; return o.if+o.class+o.get+o.set+o.new===15;",
    nashorn: { result: "true" },
  },
  {
    name: "var o={get get(){return 1},set set(v){}}; return o.get===1;",
    code: "var o={get get(){return 1},set set(v){}}; return o.get===1;",
    nashorn: { result: "true" },
  },
  {
    name: 'var o={get 1(){return 1},get "x y"(){return 2}}; return o[1]+o["x y"]===3;',
    code: 'var o={get 1(){return 1},get "x y"(){return 2}}; return o[1]+o["x y"]===3;',
    nashorn: { result: "true" },
  },
  {
    name: "function t(s){return s} return t`a`!==t`a`;",
    code: "function t(s){return s} return t`a`!==t`a`;",
    nashorn: { result: "true" },
  },
  {
    name: 'function t(s){return s} return t`\\n`.raw[0]==="\\\\n";',
    code: 'function t(s){return s} return t`\\n`.raw[0]==="\\\\n";',
    nashorn: { result: "true" },
  },
  {
    name: "function t(s){return s} return Object.isFrozen(t`a`)&&Object.isFrozen(t`a`.raw);",
    code: "function t(s){return s} return Object.isFrozen(t`a`)&&Object.isFrozen(t`a`.raw);",
    nashorn: { result: "true" },
  },
  {
    name: "function t(){return arguments.length} return t`${1}${2}`===3;",
    code: "function t(){return arguments.length} return t`${1}${2}`===3;",
    nashorn: { result: "true" },
  },
  {
    name: "var o={f(s){return this===o}}; return o.f`x`;",
    code: "var o={f(s){return this===o}}; return o.f`x`;",
    nashorn: { result: "true" },
  },
  {
    name: 'return `a${`b${1}`}`==="ab1";',
    code: 'return `a${`b${1}`}`==="ab1";',
    nashorn: { result: "true" },
  },
  {
    name: 'return `\\u0041\\x42\\0`==="AB\\0";',
    code: 'return `\\u0041\\x42\\0`==="AB\\0";',
    nashorn: { result: "true" },
  },
  {
    name: 'try { `${Symbol()}` } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  `${Symbol()}`  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  { name: "return `a;", code: "return `a;", nashorn: { error: "syntax" } },
  { name: "b`.length===3;", code: "b`.length===3;", nashorn: { error: "syntax" } },
  {
    name: 'return typeof null==="object" && typeof undefined==="undefined" && typeof Symbol()==="symbol";',
    code: 'return typeof null==="object" && typeof undefined==="undefined" && typeof Symbol()==="symbol";',
    nashorn: { result: "true" },
  },
  {
    name: 'return typeof zzz==="undefined";',
    code: 'return typeof zzz==="undefined";',
    nashorn: { result: "true" },
  },
  {
    name: "return void 0===undefined;",
    code: "return void 0===undefined;",
    nashorn: { result: "true" },
  },
  {
    name: "return delete zzz===true;",
    code: "return delete zzz===true;",
    nashorn: { result: "true" },
  },
  {
    name: "var x=1; return delete x===false;",
    code: "var x=1; return delete x===false;",
    nashorn: { result: "true" },
  },
  {
    name: "return delete this.NaN===false;",
    code: "return delete this.NaN===false;",
    nashorn: { result: "true" },
  },
  {
    name: '"use strict"; try { delete Object.prototype } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no ex',
    code: '"use strict"; try {  delete Object.prototype  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: '"use strict"; try { zzz=1 } catch (e) { return e instanceof ReferenceError ? "ReferenceError" : "another exception"; } return "no exception"',
    code: '"use strict"; try {  zzz=1  } catch (e) { return e instanceof ReferenceError ? "ReferenceError" : "another exception"; } return "no exception";',
    nashorn: { result: '"ReferenceError"' },
  },
  {
    name: '"use strict"; try { NaN=1 } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: '"use strict"; try {  NaN=1  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: '"use strict"; try { undefined=1 } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: '"use strict"; try {  undefined=1  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: '"use strict"; try { "a".length=1 } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: '"use strict"; try {  "a".length=1  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: '"use strict"; try { (1).x=1 } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: '"use strict"; try {  (1).x=1  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: '"use strict"; try { Object.freeze([1]).push(2) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no',
    code: '"use strict"; try {  Object.freeze([1]).push(2)  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"no exception"' },
  },
  {
    name: '"use strict"; try { Object.freeze({a:1}).a=2 } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no e',
    code: '"use strict"; try {  Object.freeze({a:1}).a=2  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: '"use strict"; try { Object.preventExtensions({}).a=2 } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } retu',
    code: '"use strict"; try {  Object.preventExtensions({}).a=2  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: '"use strict"; try { ({get a(){return 1}}).a=2 } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no ',
    code: '"use strict"; try {  ({get a(){return 1}}).a=2  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: '"use strict"; try { Math.PI=1 } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: '"use strict"; try {  Math.PI=1  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: '"use strict"; try { (function(){}).length=1 } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no ex',
    code: '"use strict"; try {  (function(){}).length=1  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: '"use strict"; try { (function f(){}).name="x" } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no ',
    code: '"use strict"; try {  (function f(){}).name="x"  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: '"use strict"; try { /a/.source="b" } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: '"use strict"; try {  /a/.source="b"  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { null.x } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  null.x  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { undefined.x=1 } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  undefined.x=1  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { ({}).x() } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  ({}).x()  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { new 1 } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  new 1  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { new Math.max } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  new Math.max  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { 1 in 1 } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  1 in 1  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { 1 instanceof 1 } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  1 instanceof 1  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { ({}) instanceof ({}) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  ({}) instanceof ({})  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { ({}) instanceof Math.max } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  ({}) instanceof Math.max  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { ({}) instanceof (()=>{}) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  ({}) instanceof (()=>{})  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"no exception"' },
  },
  {
    name: 'var f=function(){}; f.prototype=1; try { ({}) instanceof f } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; ',
    code: 'var f=function(){}; f.prototype=1; try {  ({}) instanceof f  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: "var f=function(){}; f.prototype=1; return (1 instanceof f)===false;",
    code: "var f=function(){}; f.prototype=1; return (1 instanceof f)===false;",
    nashorn: { result: "true" },
  },
  {
    name: "var F={}; F[Symbol.hasInstance]=function(){return true}; return ({}) instanceof F;",
    code: "var F={}; F[Symbol.hasInstance]=function(){return true}; return ({}) instanceof F;",
    nashorn: { error: "TypeError" },
  },
  {
    name: "function F(){} var b=F.bind(); return new F() instanceof b && new b() instanceof F;",
    code: "function F(){} var b=F.bind(); return new F() instanceof b && new b() instanceof F;",
    nashorn: { result: "true" },
  },
  {
    name: 'function F(){} return F.bind().name==="bound F";',
    code: 'function F(){} return F.bind().name==="bound F";',
    nashorn: { result: "false" },
  },
  {
    name: "function F(a,b){} return F.bind(null,1).length===1;",
    code: "function F(a,b){} return F.bind(null,1).length===1;",
    nashorn: { result: "true" },
  },
  {
    name: 'function F(){} return F.bind().hasOwnProperty("prototype")===false;',
    code: 'function F(){} return F.bind().hasOwnProperty("prototype")===false;',
    nashorn: { result: "true" },
  },
  {
    name: "function F(){} F.prototype=null; return Object.getPrototypeOf(new F())===Object.prototype;",
    code: "function F(){} F.prototype=null; return Object.getPrototypeOf(new F())===Object.prototype;",
    nashorn: { result: "true" },
  },
  {
    name: "function F(){return []} return new F() instanceof Array;",
    code: "function F(){return []} return new F() instanceof Array;",
    nashorn: { result: "true" },
  },
  {
    name: 'function F(){return 1} return typeof new F()==="object";',
    code: 'function F(){return 1} return typeof new F()==="object";',
    nashorn: { result: "true" },
  },
  {
    name: 'var log=""; ({get a(){log+="a";return function(){log+="c"}}}).a((log+="b")); return log==="abc";',
    code: 'var log=""; ({get a(){log+="a";return function(){log+="c"}}}).a((log+="b")); return log==="abc";',
    nashorn: { result: "true" },
  },
  {
    name: 'var log=""; function k(){log+="k";return {toString:function(){log+="s";return "x"}}} var o={x:1}; o[k()]=(log+="v"); return log==="kvs";',
    code: 'var log=""; function k(){log+="k";return {toString:function(){log+="s";return "x"}}} var o={x:1}; o[k()]=(log+="v"); return log==="kvs";',
    nashorn: { result: "true" },
  },
  {
    name: 'var log=""; function k(){log+="k";return {toString:function(){log+="s";return "x"}}} var o={x:1}; o[k()]+=(log+="v"); return log.indexOf("ks',
    code: 'var log=""; function k(){log+="k";return {toString:function(){log+="s";return "x"}}} var o={x:1}; o[k()]+=(log+="v"); return log.indexOf("ks")===0;',
    nashorn: { result: "true" },
  },
  {
    name: "var x=1; x+=(x=5,2); return x===3;",
    code: "var x=1; x+=(x=5,2); return x===3;",
    nashorn: { result: "true" },
  },
  {
    name: "var a=[0],i=0; a[i++]+=1; return i===1&&a[0]===1;",
    code: "var a=[0],i=0; a[i++]+=1; return i===1&&a[0]===1;",
    nashorn: { result: "true" },
  },
  {
    name: "return 1<2<3 && !(3>2>1);",
    code: "return 1<2<3 && !(3>2>1);",
    nashorn: { result: "true" },
  },
  {
    name: "return (NaN>=1)===false && (undefined<1)===false && (null>=0)===true;",
    code: "return (NaN>=1)===false && (undefined<1)===false && (null>=0)===true;",
    nashorn: { result: "true" },
  },
  {
    name: "return 0.1+0.2!==0.3 && 5%-3===2 && 1/(-5%5)===-Infinity && -5>>>0===4294967291 && 1<<32===1;",
    code: "return 0.1+0.2!==0.3 && 5%-3===2 && 1/(-5%5)===-Infinity && -5>>>0===4294967291 && 1<<32===1;",
    nashorn: { result: "true" },
  },
] satisfies Case[];
