import type { Case } from "../case.ts";

export default [
  {
    name: "return Array.prototype.concat.call(1,2);",
    code: "return Array.prototype.concat.call(1,2);",
    nashorn: { result: "[Number 1, 2]" },
  },
  {
    name: "return [].concat.length+[].push.length+[].unshift.length+[].splice.length;",
    code: "return [].concat.length+[].push.length+[].unshift.length+[].splice.length;",
    nashorn: { result: "5" },
  },
  {
    name: "var a=[1];a.constructor=1;return a.map(function(x){return x});",
    code: "var a=[1];a.constructor=1;return a.map(function(x){return x});",
    nashorn: { result: "[1]" },
  },
  {
    name: 'return Array.prototype.indexOf.call({length:-4294967294,0:"a",1:"b"},"b");',
    code: 'return Array.prototype.indexOf.call({length:-4294967294,0:"a",1:"b"},"b");',
    nashorn: { result: "1" },
  },
  { name: "return Map();", code: "return Map();", nashorn: { error: "TypeError" } },
  { name: "return new Map(1);", code: "return new Map(1);", nashorn: { error: "TypeError" } },
  { name: "return new Map([1]);", code: "return new Map([1]);", nashorn: { error: "TypeError" } },
  { name: "return new Map({});", code: "return new Map({});", nashorn: { error: "TypeError" } },
  {
    name: "return new Map([[1,2],[3]]).size;",
    code: "return new Map([[1,2],[3]]).size;",
    nashorn: { result: "2" },
  },
  {
    name: "return Map.prototype.set.call({},1,2);",
    code: "return Map.prototype.set.call({},1,2);",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return Map.prototype.size;",
    code: "return Map.prototype.size;",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return new Map([[-0,1]]).keys().next().value;",
    code: "return new Map([[-0,1]]).keys().next().value;",
    nashorn: { result: "0" },
  },
  { name: "return Object.is;", code: "return Object.is;", nashorn: { result: "undefined" } },
  {
    name: 'return new Set("aab").size;',
    code: 'return new Set("aab").size;',
    nashorn: { result: "2" },
  },
  { name: "return new Set(1);", code: "return new Set(1);", nashorn: { error: "TypeError" } },
  { name: "return WeakMap();", code: "return WeakMap();", nashorn: { error: "TypeError" } },
  {
    name: "return new WeakMap([[1,2]]);",
    code: "return new WeakMap([[1,2]]);",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return new WeakMap().has(1);",
    code: "return new WeakMap().has(1);",
    nashorn: { result: "false" },
  },
  {
    name: "return new WeakMap().delete(1);",
    code: "return new WeakMap().delete(1);",
    nashorn: { result: "false" },
  },
  {
    name: "return new WeakMap().get(1);",
    code: "return new WeakMap().get(1);",
    nashorn: { result: "undefined" },
  },
  {
    name: "return new WeakMap().set(1,1);",
    code: "return new WeakMap().set(1,1);",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return new WeakMap().set(Symbol(),1);",
    code: "return new WeakMap().set(Symbol(),1);",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return new WeakSet().add(1);",
    code: "return new WeakSet().add(1);",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return new WeakSet().has(1);",
    code: "return new WeakSet().has(1);",
    nashorn: { result: "false" },
  },
  {
    name: "return new WeakSet([1]);",
    code: "return new WeakSet([1]);",
    nashorn: { error: "TypeError" },
  },
  {
    name: 'var m=new Map([[1,1],[2,2]]);var s="";m.forEach(function(v,k){s+=k;if(k<5)m.set(k+3,1)});return s;',
    code: 'var m=new Map([[1,1],[2,2]]);var s="";m.forEach(function(v,k){s+=k;if(k<5)m.set(k+3,1)});return s;',
    nashorn: { result: '"12457"' },
  },
  {
    name: "var it=[1].values(); return it.next.call({});",
    code: "var it=[1].values(); return it.next.call({});",
    nashorn: { error: "TypeError" },
  },
  {
    name: "var it=new Map().entries(); return it.next.call([].values());",
    code: "var it=new Map().entries(); return it.next.call([].values());",
    nashorn: { error: "TypeError" },
  },
  {
    name: 'return Object.prototype.toString.call([].values())+Object.prototype.toString.call(new Map().entries())+Object.prototype.toString.call(""[Sym',
    code: 'return Object.prototype.toString.call([].values())+Object.prototype.toString.call(new Map().entries())+Object.prototype.toString.call(""[Symbol.iterator]());',
    nashorn: { result: '"[object Array Iterator][object Map Iterator][object String Iterator]"' },
  },
  {
    name: 'var r="";for(var x of {}){r+=x}',
    code: 'var r="";for(var x of {}){r+=x}',
    nashorn: { error: "TypeError" },
  },
  {
    name: "var c=0;var o={};o[Symbol.iterator]=function(){return {next:function(){return {value:1,done:false}},return:function(){c++;return {}}}};for(v",
    code: "var c=0;var o={};o[Symbol.iterator]=function(){return {next:function(){return {value:1,done:false}},return:function(){c++;return {}}}};for(var x of o){break}return c;",
    nashorn: { result: "0" },
  },
  {
    name: "var o={};o[Symbol.iterator]=function(){return 1};for(var x of o){}",
    code: "var o={};o[Symbol.iterator]=function(){return 1};for(var x of o){}",
    nashorn: { error: "java" },
  },
  {
    name: "var o={};o[Symbol.iterator]=function(){return {next:function(){return 1}}};for(var x of o){break}",
    code: "var o={};o[Symbol.iterator]=function(){return {next:function(){return 1}}};for(var x of o){break}",
    nashorn: { result: "undefined" },
  },
  {
    name: "var o={};o[Symbol.iterator]=function(){return {}};for(var x of o){break}",
    code: "var o={};o[Symbol.iterator]=function(){return {}};for(var x of o){break}",
    nashorn: { result: "undefined" },
  },
  {
    name: "var o={};o[Symbol.iterator]=function(){return {next:function(){return {}}}};var n=0;for(var x of o){if(n++>3)break}return n;",
    code: "var o={};o[Symbol.iterator]=function(){return {next:function(){return {}}}};var n=0;for(var x of o){if(n++>3)break}return n;",
    nashorn: { result: "5" },
  },
  { name: "return Int8Array(1);", code: "return Int8Array(1);", nashorn: { error: "TypeError" } },
  {
    name: "return new Int8Array();",
    code: "return new Int8Array();",
    nashorn: { result: "Int8Array {}" },
  },
  {
    name: "return new Int8Array(-1);",
    code: "return new Int8Array(-1);",
    nashorn: { error: "RangeError" },
  },
  {
    name: "return new Int8Array({length:2,0:5});",
    code: "return new Int8Array({length:2,0:5});",
    nashorn: { result: "Int8Array {}" },
  },
  {
    name: 'return new Int8Array([1,"2",null,{}]);',
    code: 'return new Int8Array([1,"2",null,{}]);',
    nashorn: { result: "Int8Array {0: 1, 1: 2, 2: 0, 3: 0}" },
  },
  {
    name: "var a=new Int8Array(2);a[5]=1;a.foo=2;return [a[5],a.foo,a.length,Object.keys(a).join()].join();",
    code: "var a=new Int8Array(2);a[5]=1;a.foo=2;return [a[5],a.foo,a.length,Object.keys(a).join()].join();",
    nashorn: { result: '",2,2,0,1,foo"' },
  },
  {
    name: "var a=new Int8Array([1,2,3]);a.set([9],5);",
    code: "var a=new Int8Array([1,2,3]);a.set([9],5);",
    nashorn: { error: "java" },
  },
  {
    name: "var a=new Int8Array([1,2,3]);a.set([9],-1);",
    code: "var a=new Int8Array([1,2,3]);a.set([9],-1);",
    nashorn: { error: "java" },
  },
  {
    name: "var a=new Int8Array([1,2,3]);a.set([9,8],1);return a[2];",
    code: "var a=new Int8Array([1,2,3]);a.set([9,8],1);return a[2];",
    nashorn: { result: "8" },
  },
  {
    name: 'var a=new Int8Array([1,2,3]);a.set("5",1);',
    code: 'var a=new Int8Array([1,2,3]);a.set("5",1);',
    nashorn: { error: "java" },
  },
  {
    name: 'var a=new Int8Array([1,2,3]);return a.subarray(1)[0]+","+a.subarray(-1)[0]+","+a.subarray(2,1).length+","+a.subarray(0,1).buffer.byteLength;',
    code: 'var a=new Int8Array([1,2,3]);return a.subarray(1)[0]+","+a.subarray(-1)[0]+","+a.subarray(2,1).length+","+a.subarray(0,1).buffer.byteLength;',
    nashorn: { result: '"2,3,0,3"' },
  },
  {
    name: "return new Uint8ClampedArray([300,-5,1.5,2.5,NaN]);",
    code: "return new Uint8ClampedArray([300,-5,1.5,2.5,NaN]);",
    nashorn: { result: "Uint8ClampedArray {0: 255, 1: 0, 2: 1, 3: 2, 4: 0}" },
  },
  {
    name: "return new Float32Array([1.1])[0];",
    code: "return new Float32Array([1.1])[0];",
    nashorn: { result: "1.100000023841858" },
  },
  {
    name: "return new DataView(1);",
    code: "return new DataView(1);",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return DataView.prototype.getInt8.call({},0);",
    code: "return DataView.prototype.getInt8.call({},0);",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return new Date(NaN).toString()+new Date(NaN).toDateString()+new Date(NaN).toTimeString()+new Date(NaN).toLocaleString()+new Date(NaN).toLoc",
    code: "return new Date(NaN).toString()+new Date(NaN).toDateString()+new Date(NaN).toTimeString()+new Date(NaN).toLocaleString()+new Date(NaN).toLocaleDateString();",
    nashorn: { result: '"Invalid DateInvalid DateInvalid DateInvalid DateInvalid Date"' },
  },
  {
    name: "return new Date(NaN).toUTCString();",
    code: "return new Date(NaN).toUTCString();",
    nashorn: { error: "RangeError" },
  },
  {
    name: "return new Date(NaN).toISOString();",
    code: "return new Date(NaN).toISOString();",
    nashorn: { error: "RangeError" },
  },
  {
    name: 'return new Date(0).toLocaleString()+"|"+new Date(0).toLocaleDateString()+"|"+new Date(0).toLocaleTimeString()+"|"+new Date(0).toUTCString();',
    code: 'return new Date(0).toLocaleString()+"|"+new Date(0).toLocaleDateString()+"|"+new Date(0).toLocaleTimeString()+"|"+new Date(0).toUTCString();',
    nashorn: {
      result:
        '"Thu Jan 01 1970 00:00:00 GMT+0000 (UTC)|1970-01-01|00:00:00|Thu, 01 Jan 1970 00:00:00 GMT"',
    },
  },
  {
    name: 'return new Date(-1e14).toString()+"|"+new Date(-1e14).toUTCString()+"|"+new Date(-1e14).toISOString();',
    code: 'return new Date(-1e14).toString()+"|"+new Date(-1e14).toUTCString()+"|"+new Date(-1e14).toISOString();',
    nashorn: {
      result:
        '"Thu Feb 15 000-1199 14:13:20 GMT+0000 (UTC)|Thu, 15 Feb 000-1199 14:13:20 GMT|000-1199-02-15T14:13:20.000Z"',
    },
  },
  {
    name: "return new Date(8.64e15).toString()+new Date(8.64e15).toISOString()+new Date(8.64e15+1).getTime();",
    code: "return new Date(8.64e15).toString()+new Date(8.64e15).toISOString()+new Date(8.64e15+1).getTime();",
    nashorn: { result: '"Sat Sep 13 275760 00:00:00 GMT+0000 (UTC)275760-09-13T00:00:00.000ZNaN"' },
  },
  {
    name: "return new Date(-6e13).toString()+new Date(-6e13).toISOString();",
    code: "return new Date(-6e13).toString()+new Date(-6e13).toISOString();",
    nashorn: { result: '"Mon Sep 03 0068 13:20:00 GMT+0000 (UTC)0068-09-03T13:20:00.000Z"' },
  },
  {
    name: "return Date.prototype.getTime();",
    code: "return Date.prototype.getTime();",
    nashorn: { result: "NaN" },
  },
  {
    name: "return Date.prototype.toString();",
    code: "return Date.prototype.toString();",
    nashorn: { result: '"Invalid Date"' },
  },
  {
    name: "return Date.prototype.valueOf.call({});",
    code: "return Date.prototype.valueOf.call({});",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return new Date(2020,NaN).getTime();",
    code: "return new Date(2020,NaN).getTime();",
    nashorn: { result: "NaN" },
  },
  {
    name: "return new Date(Date.prototype).getTime();",
    code: "return new Date(Date.prototype).getTime();",
    nashorn: { result: "NaN" },
  },
  { name: "return Date.UTC();", code: "return Date.UTC();", nashorn: { result: "-2208988800000" } },
  {
    name: "return Date.UTC(2020);",
    code: "return Date.UTC(2020);",
    nashorn: { result: "1577836800000" },
  },
  {
    name: "return Date.UTC(99,0);",
    code: "return Date.UTC(99,0);",
    nashorn: { result: "915148800000" },
  },
  {
    name: "return new Date(99).getFullYear();",
    code: "return new Date(99).getFullYear();",
    nashorn: { result: "1970" },
  },
] satisfies Case[];
