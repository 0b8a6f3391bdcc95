import type { Case } from "../case.ts";

export default [
  {
    name: 'try { new Map([1]) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  new Map([1])  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { Map() } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  Map()  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { new Map().forEach() } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  new Map().forEach()  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'return new Map().entries().toString()==="[object Map Iterator]";',
    code: 'return new Map().entries().toString()==="[object Map Iterator]";',
    nashorn: { result: "true" },
  },
  {
    name: "return Map.prototype.entries===Map.prototype[Symbol.iterator];",
    code: "return Map.prototype.entries===Map.prototype[Symbol.iterator];",
    nashorn: { result: "false" },
  },
  {
    name: "return Set.prototype.keys===Set.prototype.values&&Set.prototype[Symbol.iterator]===Set.prototype.values;",
    code: "return Set.prototype.keys===Set.prototype.values&&Set.prototype[Symbol.iterator]===Set.prototype.values;",
    nashorn: { result: "false" },
  },
  {
    name: 'return new Set([1]).entries().next().value.join()==="1,1";',
    code: 'return new Set([1]).entries().next().value.join()==="1,1";',
    nashorn: { result: "true" },
  },
  {
    name: 'var s=new Set([1,2,3]),r=""; for (var x of s) { r+=x; if(x<5) s.add(x+3) } return r==="123456";',
    code: 'var s=new Set([1,2,3]),r=""; for (var x of s) { r+=x; if(x<5) s.add(x+3) } return r==="123456";',
    nashorn: { result: "false" },
  },
  {
    name: 'try { new WeakMap().set(1,1) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  new WeakMap().set(1,1)  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { new WeakSet().add("a") } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  new WeakSet().add("a")  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: "var k={}; var w=new WeakMap([[k,1]]); return w.get(k)===1&&w.has(k)&&w.delete(k)&&w.get(k)===undefined;",
    code: "var k={}; var w=new WeakMap([[k,1]]); return w.get(k)===1&&w.has(k)&&w.delete(k)&&w.get(k)===undefined;",
    nashorn: { result: "false" },
  },
  {
    name: "return new WeakMap().get({})===undefined;",
    code: "return new WeakMap().get({})===undefined;",
    nashorn: { result: "false" },
  },
  {
    name: "return new ArrayBuffer(8).byteLength===8&&new ArrayBuffer(8).slice(2,4).byteLength===2&&ArrayBuffer.isView(new Int8Array(1));",
    code: "return new ArrayBuffer(8).byteLength===8&&new ArrayBuffer(8).slice(2,4).byteLength===2&&ArrayBuffer.isView(new Int8Array(1));",
    nashorn: { result: "true" },
  },
  {
    name: 'try { new ArrayBuffer(-1) } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } return "no exception";',
    code: 'try {  new ArrayBuffer(-1)  } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"another exception"' },
  },
  {
    name: 'try { ArrayBuffer(1) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  ArrayBuffer(1)  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'return ArrayBuffer.prototype.hasOwnProperty("byteLength");',
    code: 'return ArrayBuffer.prototype.hasOwnProperty("byteLength");',
    nashorn: { result: "false" },
  },
  {
    name: "return new Int8Array(4).length===4&&new Int8Array([1,2])[1]===2&&new Int8Array(new Int16Array([300]))[0]===44;",
    code: "return new Int8Array(4).length===4&&new Int8Array([1,2])[1]===2&&new Int8Array(new Int16Array([300]))[0]===44;",
    nashorn: { result: "true" },
  },
  {
    name: "return new Uint8ClampedArray([1.5,300,-1]).join===undefined;",
    code: "return new Uint8ClampedArray([1.5,300,-1]).join===undefined;",
    nashorn: { result: "true" },
  },
  {
    name: "return Object.getPrototypeOf(Int8Array)!==Function.prototype;",
    code: "return Object.getPrototypeOf(Int8Array)!==Function.prototype;",
    nashorn: { result: "false" },
  },
  {
    name: "return Int8Array.prototype.BYTES_PER_ELEMENT===1;",
    code: "return Int8Array.prototype.BYTES_PER_ELEMENT===1;",
    nashorn: { result: "false" },
  },
  {
    name: "return Int8Array.BYTES_PER_ELEMENT===1;",
    code: "return Int8Array.BYTES_PER_ELEMENT===1;",
    nashorn: { result: "true" },
  },
  {
    name: "return new Int8Array(2).map===undefined;",
    code: "return new Int8Array(2).map===undefined;",
    nashorn: { result: "true" },
  },
  {
    name: 'try { new DataView(new ArrayBuffer(1)).getInt16(0) } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } retu',
    code: 'try {  new DataView(new ArrayBuffer(1)).getInt16(0)  } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"another exception"' },
  },
  {
    name: "return new DataView(new ArrayBuffer(8),2).byteOffset===2;",
    code: "return new DataView(new ArrayBuffer(8),2).byteOffset===2;",
    nashorn: { result: "true" },
  },
  {
    name: "var d=new DataView(new ArrayBuffer(8)); d.setFloat64(0,1.5); return d.getFloat64(0)===1.5&&d.getUint8(0)===63;",
    code: "var d=new DataView(new ArrayBuffer(8)); d.setFloat64(0,1.5); return d.getFloat64(0)===1.5&&d.getUint8(0)===63;",
    nashorn: { result: "true" },
  },
  {
    name: 'return typeof globalThis==="undefined";',
    code: 'return typeof globalThis==="undefined";',
    nashorn: { result: "true" },
  },
  {
    name: 'return typeof Promise==="undefined"&&typeof Proxy==="undefined"&&typeof Reflect==="undefined";',
    code: 'return typeof Promise==="undefined"&&typeof Proxy==="undefined"&&typeof Reflect==="undefined";',
    nashorn: { result: "true" },
  },
  {
    name: 'return encodeURIComponent("\\ud83d\\ude00é /")==="%F0%9F%98%80%C3%A9%20%2F"&&decodeURIComponent("%F0%9F%98%80").length===2;',
    code: 'return encodeURIComponent("\\ud83d\\ude00é /")==="%F0%9F%98%80%C3%A9%20%2F"&&decodeURIComponent("%F0%9F%98%80").length===2;',
    nashorn: { result: "true" },
  },
  {
    name: 'try { decodeURIComponent("%") } catch (e) { return e instanceof URIError ? "URIError" : "another exception"; } return "no exception";',
    code: 'try {  decodeURIComponent("%")  } catch (e) { return e instanceof URIError ? "URIError" : "another exception"; } return "no exception";',
    nashorn: { result: '"URIError"' },
  },
  {
    name: 'try { encodeURI("\\udc00") } catch (e) { return e instanceof URIError ? "URIError" : "another exception"; } return "no exception";',
    code: 'try {  encodeURI("\\udc00")  } catch (e) { return e instanceof URIError ? "URIError" : "another exception"; } return "no exception";',
    nashorn: { result: '"URIError"' },
  },
  {
    name: 'return escape("\\u0100a+")==="%u0100a+"&&unescape("%u0100%41")==="\\u0100A";',
    code: 'return escape("\\u0100a+")==="%u0100a+"&&unescape("%u0100%41")==="\\u0100A";',
    nashorn: { result: "true" },
  },
  {
    name: 'return isNaN("a")&&!isNaN("")&&isFinite("1")&&!isFinite("a");',
    code: 'return isNaN("a")&&!isNaN("")&&isFinite("1")&&!isFinite("a");',
    nashorn: { result: "true" },
  },
  {
    name: "return Function.prototype()===undefined&&Function.prototype.length===0;",
    code: "return Function.prototype()===undefined&&Function.prototype.length===0;",
    nashorn: { result: "true" },
  },
  {
    name: 'return Object.prototype.toString.call(Function.prototype)==="[object Function]";',
    code: 'return Object.prototype.toString.call(Function.prototype)==="[object Function]";',
    nashorn: { result: "true" },
  },
  {
    name: 'try { Function.prototype.toString.call({}) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exc',
    code: 'try {  Function.prototype.toString.call({})  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: "return (function(){return this}).apply(1) instanceof Number&&Math.max.apply(null,[1,3])===3&&Math.max.apply(null,{length:2,0:1,1:5})===5;",
    code: "return (function(){return this}).apply(1) instanceof Number&&Math.max.apply(null,[1,3])===3&&Math.max.apply(null,{length:2,0:1,1:5})===5;",
    nashorn: { result: "true" },
  },
  {
    name: 'try { Math.max.apply(null,1) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  Math.max.apply(null,1)  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { Function.prototype.call.call(1) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exceptio',
    code: 'try {  Function.prototype.call.call(1)  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: "return (function(a){return a}).bind(null,1)()===1&&(function(){return this}).bind(5)()==5;",
    code: "return (function(a){return a}).bind(null,1)()===1&&(function(){return this}).bind(5)()==5;",
    nashorn: { result: "true" },
  },
  {
    name: "return /^function f\\( ?a ?\\)/.test(String(function f(a){}));",
    code: "return /^function f\\( ?a ?\\)/.test(String(function f(a){}));",
    nashorn: { result: "true" },
  },
  {
    name: 'return String(function(){})==="function(){}";',
    code: 'return String(function(){})==="function(){}";',
    nashorn: { result: "true" },
  },
  {
    name: 'return Object.getOwnPropertyNames(function(){}).sort().join()==="length,name,prototype";',
    code: 'return Object.getOwnPropertyNames(function(){}).sort().join()==="length,name,prototype";',
    nashorn: { result: "true" },
  },
  {
    name: 'return Object.getOwnPropertyNames(Function.prototype.call).sort().join()==="length,name";',
    code: 'return Object.getOwnPropertyNames(Function.prototype.call).sort().join()==="length,name";',
    nashorn: { result: "true" },
  },
  {
    name: 'return ({}).toLocaleString()==="[object Object]"&&({}).valueOf()!==null;',
    code: 'return ({}).toLocaleString()==="[object Object]"&&({}).valueOf()!==null;',
    nashorn: { result: "true" },
  },
  {
    name: "return Object.prototype.isPrototypeOf({})&&!({}).isPrototypeOf(1);",
    code: "return Object.prototype.isPrototypeOf({})&&!({}).isPrototypeOf(1);",
    nashorn: { result: "true" },
  },
  {
    name: 'try { Object.prototype.isPrototypeOf.call(undefined,{}) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } r',
    code: 'try {  Object.prototype.isPrototypeOf.call(undefined,{})  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: "return Object.prototype.isPrototypeOf.call(undefined,1)===false;",
    code: "return Object.prototype.isPrototypeOf.call(undefined,1)===false;",
    nashorn: { result: "true" },
  },
  {
    name: 'try { Object.prototype.hasOwnProperty.call(null,"a") } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } retu',
    code: 'try {  Object.prototype.hasOwnProperty.call(null,"a")  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { Object.prototype.valueOf.call(undefined) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no',
    code: 'try {  Object.prototype.valueOf.call(undefined)  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: "return Object.prototype.__proto__===null&&({}).__proto__===Object.prototype;",
    code: "return Object.prototype.__proto__===null&&({}).__proto__===Object.prototype;",
    nashorn: { result: "true" },
  },
  {
    name: "var o={}; o.__proto__=Array.prototype; return o instanceof Array;",
    code: "var o={}; o.__proto__=Array.prototype; return o instanceof Array;",
    nashorn: { result: "true" },
  },
  {
    name: 'try { var a={}; var b={__proto__:a}; a.__proto__=b } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return',
    code: 'try {  var a={}; var b={__proto__:a}; a.__proto__=b  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { Object.setPrototypeOf(Object.preventExtensions({}),{}) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"',
    code: 'try {  Object.setPrototypeOf(Object.preventExtensions({}),{})  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { Object.setPrototypeOf({},1) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  Object.setPrototypeOf({},1)  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: "return Object.setPrototypeOf({},null) instanceof Object===false;",
    code: "return Object.setPrototypeOf({},null) instanceof Object===false;",
    nashorn: { result: "true" },
  },
  {
    name: 'try { Object.setPrototypeOf(Object.prototype,{}) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "',
    code: 'try {  Object.setPrototypeOf(Object.prototype,{})  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'var c=0,o={}; Object.defineProperty(o,"a",{get:function(){c++},enumerable:true}); Object.keys(o); return c===0;',
    code: 'var c=0,o={}; Object.defineProperty(o,"a",{get:function(){c++},enumerable:true}); Object.keys(o); return c===0;',
    nashorn: { result: "true" },
  },
  {
    name: "return new Boolean(false)?true:false;",
    code: "return new Boolean(false)?true:false;",
    nashorn: { result: "true" },
  },
  {
    name: 'try { Boolean.prototype.valueOf.call(1) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no except',
    code: 'try {  Boolean.prototype.valueOf.call(1)  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'return Object("a") instanceof String&&Object(null) instanceof Object&&typeof Object(1)==="object";',
    code: 'return Object("a") instanceof String&&Object(null) instanceof Object&&typeof Object(1)==="object";',
    nashorn: { result: "true" },
  },
  {
    name: "var o={}; return Object(o)===o&&new Object(o)===o&&new Object(1) instanceof Number;",
    code: "var o={}; return Object(o)===o&&new Object(o)===o&&new Object(1) instanceof Number;",
    nashorn: { result: "true" },
  },
] satisfies Case[];
