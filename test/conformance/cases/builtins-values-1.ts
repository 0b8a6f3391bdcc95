import type { Case } from "../case.ts";

export default [
  {
    name: 'return String(Symbol("a"))==="Symbol(a)";',
    code: 'return String(Symbol("a"))==="Symbol(a)";',
    nashorn: { error: "TypeError" },
  },
  {
    name: 'return Symbol("a").description==="a";',
    code: 'return Symbol("a").description==="a";',
    nashorn: { result: "false" },
  },
  {
    name: 'return Symbol.for("x")===Symbol.for("x")&&Symbol.keyFor(Symbol.for("x"))==="x";',
    code: 'return Symbol.for("x")===Symbol.for("x")&&Symbol.keyFor(Symbol.for("x"))==="x";',
    nashorn: { result: "true" },
  },
  {
    name: 'try { Symbol.keyFor(1) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  Symbol.keyFor(1)  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: "return Object.getOwnPropertySymbols({[Symbol.iterator]:1}).length===1;",
    code: "return Object.getOwnPropertySymbols({[Symbol.iterator]:1}).length===1;",
    nashorn: { result: "true" },
  },
  {
    name: "var s=Symbol(),o={}; o[s]=1; return Object.getOwnPropertySymbols(o)[0]===s&&Object.keys(o).length===0;",
    code: "var s=Symbol(),o={}; o[s]=1; return Object.getOwnPropertySymbols(o)[0]===s&&Object.keys(o).length===0;",
    nashorn: { result: "true" },
  },
  {
    name: "var s=Symbol(),o={}; o[s]=1; return Object.getOwnPropertyDescriptor(o,s).value===1;",
    code: "var s=Symbol(),o={}; o[s]=1; return Object.getOwnPropertyDescriptor(o,s).value===1;",
    nashorn: { error: "TypeError" },
  },
  {
    name: "var s=Symbol(),o={}; Object.defineProperty(o,s,{value:1}); return o[s]===1;",
    code: "var s=Symbol(),o={}; Object.defineProperty(o,s,{value:1}); return o[s]===1;",
    nashorn: { result: "true" },
  },
  {
    name: "var s=Symbol(),o={}; o[s]=1; return delete o[s]&&!(s in o);",
    code: "var s=Symbol(),o={}; o[s]=1; return delete o[s]&&!(s in o);",
    nashorn: { result: "true" },
  },
  {
    name: "var s=Symbol(),o={}; o[s]=1; return o.propertyIsEnumerable(s);",
    code: "var s=Symbol(),o={}; o[s]=1; return o.propertyIsEnumerable(s);",
    nashorn: { error: "TypeError" },
  },
  {
    name: "var s=Symbol(),o={}; o[s]=1; return o.hasOwnProperty(s);",
    code: "var s=Symbol(),o={}; o[s]=1; return o.hasOwnProperty(s);",
    nashorn: { result: "true" },
  },
  {
    name: "return Object(Symbol()) instanceof Symbol;",
    code: "return Object(Symbol()) instanceof Symbol;",
    nashorn: { result: "true" },
  },
  {
    name: 'return Object.prototype.toString.call(Symbol())==="[object Symbol]";',
    code: 'return Object.prototype.toString.call(Symbol())==="[object Symbol]";',
    nashorn: { result: "false" },
  },
  {
    name: 'try { Object.getPrototypeOf() } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  Object.getPrototypeOf()  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: "return Object.getPrototypeOf(1)===Number.prototype;",
    code: "return Object.getPrototypeOf(1)===Number.prototype;",
    nashorn: { error: "TypeError" },
  },
  {
    name: 'return Object.keys("ab").join()==="0,1";',
    code: 'return Object.keys("ab").join()==="0,1";',
    nashorn: { error: "TypeError" },
  },
  {
    name: "return Object.keys(1).length===0;",
    code: "return Object.keys(1).length===0;",
    nashorn: { error: "TypeError" },
  },
  {
    name: 'try { Object.keys(null) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  Object.keys(null)  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'return Object.getOwnPropertyDescriptor("abc","length").value===3;',
    code: 'return Object.getOwnPropertyDescriptor("abc","length").value===3;',
    nashorn: { error: "TypeError" },
  },
  {
    name: 'return Object.getOwnPropertyNames("ab").join()==="0,1,length";',
    code: 'return Object.getOwnPropertyNames("ab").join()==="0,1,length";',
    nashorn: { result: "true" },
  },
  {
    name: 'return Object.isFrozen(1)&&Object.isSealed("a")&&!Object.isExtensible(1);',
    code: 'return Object.isFrozen(1)&&Object.isSealed("a")&&!Object.isExtensible(1);',
    nashorn: { result: "true" },
  },
  {
    name: 'return Object.freeze(1)===1&&Object.seal("a")==="a"&&Object.preventExtensions(null)===null;',
    code: 'return Object.freeze(1)===1&&Object.seal("a")==="a"&&Object.preventExtensions(null)===null;',
    nashorn: { result: "true" },
  },
  {
    name: 'try { Object.create() } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  Object.create()  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { Object.create({},{a:1}) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  Object.create({},{a:1})  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { Object.defineProperty({},"a",{get:1}) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no ex',
    code: 'try {  Object.defineProperty({},"a",{get:1})  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { Object.defineProperty({},"a",{get:function(){},writable:true}) } catch (e) { return e instanceof TypeError ? "TypeError" : "another ex',
    code: 'try {  Object.defineProperty({},"a",{get:function(){},writable:true})  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { Object.defineProperty(Object.freeze({a:1}),"a",{value:2}) } catch (e) { return e instanceof TypeError ? "TypeError" : "another excepti',
    code: 'try {  Object.defineProperty(Object.freeze({a:1}),"a",{value:2})  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'var o={}; Object.defineProperty(o,"a",{value:1}); try { Object.defineProperty(o,"a",{value:2}) } catch (e) { return e instanceof TypeError ?',
    code: 'var o={}; Object.defineProperty(o,"a",{value:1}); try {  Object.defineProperty(o,"a",{value:2})  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'var o={}; Object.defineProperty(o,"a",{value:NaN}); Object.defineProperty(o,"a",{value:NaN}); return true;',
    code: 'var o={}; Object.defineProperty(o,"a",{value:NaN}); Object.defineProperty(o,"a",{value:NaN}); return true;',
    nashorn: { result: "true" },
  },
  {
    name: 'var o={}; Object.defineProperty(o,"a",{value:-0}); try { Object.defineProperty(o,"a",{value:0}) } catch (e) { return e instanceof TypeError ',
    code: 'var o={}; Object.defineProperty(o,"a",{value:-0}); try {  Object.defineProperty(o,"a",{value:0})  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'var o={}; Object.defineProperty(o,"a",{value:1,configurable:true}); Object.defineProperty(o,"a",{get:function(){return 2}}); return o.a===2;',
    code: 'var o={}; Object.defineProperty(o,"a",{value:1,configurable:true}); Object.defineProperty(o,"a",{get:function(){return 2}}); return o.a===2;',
    nashorn: { result: "true" },
  },
  {
    name: 'var o={}; Object.defineProperty(o,"a",{get:undefined}); return o.a===undefined&&o.hasOwnProperty("a");',
    code: 'var o={}; Object.defineProperty(o,"a",{get:undefined}); return o.a===undefined&&o.hasOwnProperty("a");',
    nashorn: { result: "true" },
  },
  {
    name: 'var a=[1,2,3]; Object.defineProperty(a,"length",{value:1}); return a.length===1&&a[1]===undefined;',
    code: 'var a=[1,2,3]; Object.defineProperty(a,"length",{value:1}); return a.length===1&&a[1]===undefined;',
    nashorn: { result: "true" },
  },
  {
    name: 'var a=[1,2,3]; Object.defineProperty(a,"1",{configurable:false}); try { Object.defineProperty(a,"length",{value:0}); return false } catch(e)',
    code: 'var a=[1,2,3]; Object.defineProperty(a,"1",{configurable:false}); try { Object.defineProperty(a,"length",{value:0}); return false } catch(e) { return e instanceof TypeError&&a.length===2 };',
    nashorn: { result: "true" },
  },
  {
    name: 'try { Object.defineProperty([],"length",{value:-1}) } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } ret',
    code: 'try {  Object.defineProperty([],"length",{value:-1})  } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"RangeError"' },
  },
  {
    name: 'try { Object.defineProperty([],"length",{value:1.5}) } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } re',
    code: 'try {  Object.defineProperty([],"length",{value:1.5})  } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"RangeError"' },
  },
  {
    name: 'var a=[]; Object.defineProperty(a,"length",{writable:false}); try { Object.defineProperty(a,"0",{value:1}) } catch (e) { return e instanceof',
    code: 'var a=[]; Object.defineProperty(a,"length",{writable:false}); try {  Object.defineProperty(a,"0",{value:1})  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: "var a=[]; Object.defineProperty(a,4294967295,{value:1}); return a.length===0;",
    code: "var a=[]; Object.defineProperty(a,4294967295,{value:1}); return a.length===0;",
    nashorn: { result: "true" },
  },
  {
    name: "var a=[]; a[4294967294]=1; return a.length===4294967295;",
    code: "var a=[]; a[4294967294]=1; return a.length===4294967295;",
    nashorn: { result: "true" },
  },
  {
    name: 'var a=[]; a["01"]=1; return a.length===0;',
    code: 'var a=[]; a["01"]=1; return a.length===0;',
    nashorn: { result: "true" },
  },
  {
    name: 'var a=[0,1]; a.length="1"; return a.length===1;',
    code: 'var a=[0,1]; a.length="1"; return a.length===1;',
    nashorn: { result: "true" },
  },
  {
    name: 'try { [].length=-1 } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } return "no exception";',
    code: 'try {  [].length=-1  } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"RangeError"' },
  },
  {
    name: 'try { new Array(1.5) } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } return "no exception";',
    code: 'try {  new Array(1.5)  } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"RangeError"' },
  },
  {
    name: "var a=[0,1,2]; a.length={valueOf:function(){return 2}}; return a.length===2;",
    code: "var a=[0,1,2]; a.length={valueOf:function(){return 2}}; return a.length===2;",
    nashorn: { result: "true" },
  },
  {
    name: "var l=0; var a=[0,1,2]; a.length={valueOf:function(){l++;return 2}}; return l===2;",
    code: "var l=0; var a=[0,1,2]; a.length={valueOf:function(){l++;return 2}}; return l===2;",
    nashorn: { result: "true" },
  },
  {
    name: 'return /a/.hasOwnProperty("source")===false;',
    code: 'return /a/.hasOwnProperty("source")===false;',
    nashorn: { result: "false" },
  },
  {
    name: 'return /a/gim.flags==="gim";',
    code: 'return /a/gim.flags==="gim";',
    nashorn: { result: "false" },
  },
  {
    name: 'return new RegExp("/").source==="\\\\/";',
    code: 'return new RegExp("/").source==="\\\\/";',
    nashorn: { result: "false" },
  },
  {
    name: 'return new RegExp("\\n").source==="\\\\n";',
    code: 'return new RegExp("\\n").source==="\\\\n";',
    nashorn: { result: "false" },
  },
  {
    name: 'return String(new RegExp("a","gim"))==="/a/gim";',
    code: 'return String(new RegExp("a","gim"))==="/a/gim";',
    nashorn: { result: "true" },
  },
  {
    name: 'return RegExp("a").test("A")===false;',
    code: 'return RegExp("a").test("A")===false;',
    nashorn: { result: "true" },
  },
  {
    name: 'try { new RegExp("a","gg") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  new RegExp("a","gg")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { new RegExp("(") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  new RegExp("(")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { new RegExp("a**") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  new RegExp("a**")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { new RegExp("?") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  new RegExp("?")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { new RegExp("[b-a]") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  new RegExp("[b-a]")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { new RegExp("a{2,1}") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  new RegExp("a{2,1}")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { new RegExp("\\\\") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  new RegExp("\\\\")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { new RegExp(")") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  new RegExp(")")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'return /[]/.test("a")===false&&/[^]/.test("\\n");',
    code: 'return /[]/.test("a")===false&&/[^]/.test("\\n");',
    nashorn: { result: "true" },
  },
  {
    name: 'return /\\c/.test("\\\\c");',
    code: 'return /\\c/.test("\\\\c");',
    nashorn: { result: "true" },
  },
] satisfies Case[];
