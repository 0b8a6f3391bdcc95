import type { Case } from "../case.ts";

export default [
  {
    name: 'return parseInt("\\u180e1")!==1;',
    code: 'return parseInt("\\u180e1")!==1;',
    nashorn: { result: "false" },
  },
  {
    name: 'return parseFloat("1e3x")===1000&&parseFloat(".5.")===0.5&&parseFloat("-Infinityx")===-Infinity&&isNaN(parseFloat("infinity"));',
    code: 'return parseFloat("1e3x")===1000&&parseFloat(".5.")===0.5&&parseFloat("-Infinityx")===-Infinity&&isNaN(parseFloat("infinity"));',
    nashorn: { result: "true" },
  },
  {
    name: 'return parseFloat("1_0")===1&&parseInt("1_0")===1;',
    code: 'return parseFloat("1_0")===1&&parseInt("1_0")===1;',
    nashorn: { result: "true" },
  },
  {
    name: 'return JSON.stringify({a:[1,{b:2}]})===\'{"a":[1,{"b":2}]}\'&&JSON.stringify("\\ud800")===\'"\\\\ud800"\';',
    code: 'return JSON.stringify({a:[1,{b:2}]})===\'{"a":[1,{"b":2}]}\'&&JSON.stringify("\\ud800")===\'"\\\\ud800"\';',
    nashorn: { result: "false" },
  },
  {
    name: 'return JSON.stringify({a:1,b:2},["b"])===\'{"b":2}\'&&JSON.stringify([undefined,function(){},Symbol()])==="[null,null,null]";',
    code: 'return JSON.stringify({a:1,b:2},["b"])===\'{"b":2}\'&&JSON.stringify([undefined,function(){},Symbol()])==="[null,null,null]";',
    nashorn: { result: "true" },
  },
  {
    name: 'return JSON.stringify({[Symbol()]:1})==="{}";',
    code: 'return JSON.stringify({[Symbol()]:1})==="{}";',
    nashorn: { result: "true" },
  },
  {
    name: 'return JSON.stringify({a:1},null,"\\t")===\'{\\n\\t"a": 1\\n}\';',
    code: 'return JSON.stringify({a:1},null,"\\t")===\'{\\n\\t"a": 1\\n}\';',
    nashorn: { result: "true" },
  },
  {
    name: "return JSON.stringify(new Date(0))==='\"1970-01-01T00:00:00.000Z\"';",
    code: "return JSON.stringify(new Date(0))==='\"1970-01-01T00:00:00.000Z\"';",
    nashorn: { result: "true" },
  },
  {
    name: 'try { var a=[]; a[0]=a; JSON.stringify(a) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exce',
    code: 'try {  var a=[]; a[0]=a; JSON.stringify(a)  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { JSON.parse("{") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  JSON.parse("{")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { JSON.parse("") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  JSON.parse("")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { JSON.parse() } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  JSON.parse()  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { JSON.parse("\\u16801") } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  JSON.parse("\\u16801")  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { JSON.parse(\'"\\u0000"\') } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    code: 'try {  JSON.parse(\'"\\u0000"\')  } catch (e) { return e instanceof SyntaxError ? "SyntaxError" : "another exception"; } return "no exception";',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { JSON.parse(Symbol()) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  JSON.parse(Symbol())  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'return JSON.parse(null)===null&&JSON.parse("[1,2]",function(k,v){return k===""?v:v*2}).join()==="2,4";',
    code: 'return JSON.parse(null)===null&&JSON.parse("[1,2]",function(k,v){return k===""?v:v*2}).join()==="2,4";',
    nashorn: { result: "true" },
  },
  {
    name: 'return 1/JSON.parse("-0")===-Infinity;',
    code: 'return 1/JSON.parse("-0")===-Infinity;',
    nashorn: { result: "false" },
  },
  {
    name: "return JSON.parse('{\"__proto__\":[]}') instanceof Array===false;",
    code: "return JSON.parse('{\"__proto__\":[]}') instanceof Array===false;",
    nashorn: { result: "true" },
  },
  {
    name: 'var l=[]; JSON.parse(\'{"a":1,"b":[2]}\',function(k,v){l.push(k);return v}); return l.join()==="a,0,b,";',
    code: 'var l=[]; JSON.parse(\'{"a":1,"b":[2]}\',function(k,v){l.push(k);return v}); return l.join()==="a,0,b,";',
    nashorn: { result: "true" },
  },
  {
    name: "return new Date(2020,0).getTime()===1577836800000&&new Date(0).getTimezoneOffset()===0;",
    code: "return new Date(2020,0).getTime()===1577836800000&&new Date(0).getTimezoneOffset()===0;",
    nashorn: { result: "true" },
  },
  {
    name: "return Date.UTC(2020,1,30)===1583020800000&&isNaN(Date.UTC(NaN))&&Date.UTC(99)===915148800000;",
    code: "return Date.UTC(2020,1,30)===1583020800000&&isNaN(Date.UTC(NaN))&&Date.UTC(99)===915148800000;",
    nashorn: { result: "true" },
  },
  {
    name: "return isNaN(new Date(8.64e15+1))&&new Date(8.64e15).getTime()===8.64e15;",
    code: "return isNaN(new Date(8.64e15+1))&&new Date(8.64e15).getTime()===8.64e15;",
    nashorn: { result: "true" },
  },
  {
    name: 'return new Date(NaN).toString()==="Invalid Date";',
    code: 'return new Date(NaN).toString()==="Invalid Date";',
    nashorn: { result: "true" },
  },
  {
    name: 'try { new Date(NaN).toISOString() } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } return "no exception"',
    code: 'try {  new Date(NaN).toISOString()  } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"RangeError"' },
  },
  {
    name: 'return new Date(0).toISOString()==="1970-01-01T00:00:00.000Z"&&new Date(-1).toISOString()==="1969-12-31T23:59:59.999Z";',
    code: 'return new Date(0).toISOString()==="1970-01-01T00:00:00.000Z"&&new Date(-1).toISOString()==="1969-12-31T23:59:59.999Z";',
    nashorn: { result: "true" },
  },
  {
    name: 'return new Date(-62198755200000).toISOString()==="-000001-01-01T00:00:00.000Z";',
    code: 'return new Date(-62198755200000).toISOString()==="-000001-01-01T00:00:00.000Z";',
    nashorn: { result: "false" },
  },
  {
    name: 'return Date.parse("+275760-09-13T00:00:00.000Z")===8.64e15&&isNaN(Date.parse("+275760-09-13T00:00:00.001Z"));',
    code: 'return Date.parse("+275760-09-13T00:00:00.000Z")===8.64e15&&isNaN(Date.parse("+275760-09-13T00:00:00.001Z"));',
    nashorn: { result: "true" },
  },
  {
    name: "return Date.parse(new Date(0).toString())===0&&Date.parse(new Date(0).toUTCString())===0;",
    code: "return Date.parse(new Date(0).toString())===0&&Date.parse(new Date(0).toUTCString())===0;",
    nashorn: { result: "true" },
  },
  {
    name: 'return isNaN(Date.parse("-000000-01-01T00:00:00Z"));',
    code: 'return isNaN(Date.parse("-000000-01-01T00:00:00Z"));',
    nashorn: { result: "false" },
  },
  {
    name: 'return isNaN(new Date(2020,0,1,NaN))&&typeof Date()==="string"&&new Date(undefined).getTime()!==0;',
    code: 'return isNaN(new Date(2020,0,1,NaN))&&typeof Date()==="string"&&new Date(undefined).getTime()!==0;',
    nashorn: { result: "true" },
  },
  {
    name: 'return Object.prototype.toString.call(Date.prototype)==="[object Object]";',
    code: 'return Object.prototype.toString.call(Date.prototype)==="[object Object]";',
    nashorn: { result: "false" },
  },
  {
    name: 'try { Date.prototype.getTime() } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  Date.prototype.getTime()  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"no exception"' },
  },
  {
    name: 'try { Date.prototype.valueOf.call({}) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exceptio',
    code: 'try {  Date.prototype.valueOf.call({})  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'return new Date(5) - new Date(3)===2&&typeof (new Date()+1)==="string";',
    code: 'return new Date(5) - new Date(3)===2&&typeof (new Date()+1)==="string";',
    nashorn: { result: "true" },
  },
  {
    name: "return new Date(new Date(5)).getTime()===5;",
    code: "return new Date(new Date(5)).getTime()===5;",
    nashorn: { result: "false" },
  },
  {
    name: "return new Date(1970,0,1,0,0,0,5.9).getTime()===5;",
    code: "return new Date(1970,0,1,0,0,0,5.9).getTime()===5;",
    nashorn: { result: "true" },
  },
  {
    name: 'return new Date("2020-01-01").getTime()===1577836800000;',
    code: 'return new Date("2020-01-01").getTime()===1577836800000;',
    nashorn: { result: "true" },
  },
  {
    name: 'try { new Date(Symbol()) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  new Date(Symbol())  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'return new Date(0).toJSON()==="1970-01-01T00:00:00.000Z"&&new Date(NaN).toJSON()===null;',
    code: 'return new Date(0).toJSON()==="1970-01-01T00:00:00.000Z"&&new Date(NaN).toJSON()===null;',
    nashorn: { result: "true" },
  },
  {
    name: "return Date.prototype.toGMTString===Date.prototype.toUTCString;",
    code: "return Date.prototype.toGMTString===Date.prototype.toUTCString;",
    nashorn: { result: "false" },
  },
  {
    name: "return String.prototype.trimLeft===String.prototype.trimStart;",
    code: "return String.prototype.trimLeft===String.prototype.trimStart;",
    nashorn: { result: "false" },
  },
  {
    name: 'return new Date(0).toDateString()==="Thu Jan 01 1970"&&/^00:00:00 GMT\\+0000/.test(new Date(0).toTimeString());',
    code: 'return new Date(0).toDateString()==="Thu Jan 01 1970"&&/^00:00:00 GMT\\+0000/.test(new Date(0).toTimeString());',
    nashorn: { result: "true" },
  },
  {
    name: "var d=new Date(0); return d.setDate(5)===345600000&&isNaN(d.setHours())&&isNaN(d.getTime());",
    code: "var d=new Date(0); return d.setDate(5)===345600000&&isNaN(d.setHours())&&isNaN(d.getTime());",
    nashorn: { result: "true" },
  },
  {
    name: 'var e=new Error("m",{cause:1}); return e.cause===1;',
    code: 'var e=new Error("m",{cause:1}); return e.cause===1;',
    nashorn: { result: "false" },
  },
  {
    name: 'return new Error("m").message==="m"&&!new Error().hasOwnProperty("message")&&Error("x") instanceof Error;',
    code: 'return new Error("m").message==="m"&&!new Error().hasOwnProperty("message")&&Error("x") instanceof Error;',
    nashorn: { result: "true" },
  },
  {
    name: 'return Error.prototype.toString.call({})==="Error"&&String(new TypeError("a"))==="TypeError: a";',
    code: 'return Error.prototype.toString.call({})==="Error"&&String(new TypeError("a"))==="TypeError: a";',
    nashorn: { result: "true" },
  },
  {
    name: "return Object.getPrototypeOf(TypeError)===Error;",
    code: "return Object.getPrototypeOf(TypeError)===Error;",
    nashorn: { result: "false" },
  },
  {
    name: 'return Object.prototype.toString.call(Error.prototype)==="[object Object]";',
    code: 'return Object.prototype.toString.call(Error.prototype)==="[object Object]";',
    nashorn: { result: "false" },
  },
  {
    name: 'return TypeError.prototype.hasOwnProperty("toString")===false&&TypeError.prototype.message==="";',
    code: 'return TypeError.prototype.hasOwnProperty("toString")===false&&TypeError.prototype.message==="";',
    nashorn: { result: "true" },
  },
  {
    name: 'return new Error(undefined).hasOwnProperty("message")===false&&new Error(null).message==="null";',
    code: 'return new Error(undefined).hasOwnProperty("message")===false&&new Error(null).message==="null";',
    nashorn: { result: "true" },
  },
  {
    name: 'return "stack" in new Error()&&!new Error().hasOwnProperty("stack");',
    code: 'return "stack" in new Error()&&!new Error().hasOwnProperty("stack");',
    nashorn: { result: "true" },
  },
  {
    name: 'try { Error.prototype.toString.call(1) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no excepti',
    code: 'try {  Error.prototype.toString.call(1)  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'var e=new Error({toString:function(){return "x"}}); return e.message==="x";',
    code: 'var e=new Error({toString:function(){return "x"}}); return e.message==="x";',
    nashorn: { result: "true" },
  },
  {
    name: 'try { new Error(Symbol()) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  new Error(Symbol())  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: "var m=new Map([[NaN,1]]); return m.get(NaN)===1&&m.has(NaN)&&m.size===1;",
    code: "var m=new Map([[NaN,1]]); return m.get(NaN)===1&&m.has(NaN)&&m.size===1;",
    nashorn: { result: "true" },
  },
  {
    name: "var m=new Map(); m.set(-0,1); return 1/m.keys().next().value===Infinity;",
    code: "var m=new Map(); m.set(-0,1); return 1/m.keys().next().value===Infinity;",
    nashorn: { result: "true" },
  },
  {
    name: "return new Map().set(1,2) instanceof Map&&new Map().delete(1)===false;",
    code: "return new Map().set(1,2) instanceof Map&&new Map().delete(1)===false;",
    nashorn: { result: "true" },
  },
  {
    name: 'var m=new Map([[1,1],[2,2],[3,3]]),s=""; m.forEach(function(v,k){s+=k;m.delete(2)}); return s==="13";',
    code: 'var m=new Map([[1,1],[2,2],[3,3]]),s=""; m.forEach(function(v,k){s+=k;m.delete(2)}); return s==="13";',
    nashorn: { result: "true" },
  },
  {
    name: "var c=0; var p=Map.prototype.set; Map.prototype.set=function(k,v){c++;return p.call(this,k,v)}; new Map([[1,2]]); Map.prototype.set=p; retur",
    code: "var c=0; var p=Map.prototype.set; Map.prototype.set=function(k,v){c++;return p.call(this,k,v)}; new Map([[1,2]]); Map.prototype.set=p; return c===1;",
    nashorn: { result: "false" },
  },
  {
    name: 'Map.prototype.set=null; try { new Map([]) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exce',
    code: 'Map.prototype.set=null; try {  new Map([])  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"no exception"' },
  },
  {
    name: 'try { new Map(5) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  new Map(5)  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
] satisfies Case[];
