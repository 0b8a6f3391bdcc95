import type { Case } from "../case.ts";

export default [
  {
    name: 'Object.keys(Object.getOwnPropertyDescriptor({get x(){return 1}},"x")).join();',
    code: 'Object.keys(Object.getOwnPropertyDescriptor({get x(){return 1}},"x")).join();',
    nashorn: { result: "undefined" },
  },
  {
    name: 'var d=Object.getOwnPropertyDescriptor(Map.prototype,"size"); return typeof d.get+Object.keys(d).join();',
    code: 'var d=Object.getOwnPropertyDescriptor(Map.prototype,"size"); return typeof d.get+Object.keys(d).join();',
    nashorn: { result: '"undefinedconfigurable,enumerable,get,set"' },
  },
  {
    name: "var o={}; Object.defineProperty(o,Symbol.iterator,{value:1}); return o[Symbol.iterator];",
    code: "var o={}; Object.defineProperty(o,Symbol.iterator,{value:1}); return o[Symbol.iterator];",
    nashorn: { result: "1" },
  },
  {
    name: 'var s=Symbol("q"),o={}; o[s]=1; return o.hasOwnProperty(s)+","+(s in o);',
    code: 'var s=Symbol("q"),o={}; o[s]=1; return o.hasOwnProperty(s)+","+(s in o);',
    nashorn: { result: '"true,true"' },
  },
  {
    name: "return Symbol().toString();",
    code: "return Symbol().toString();",
    nashorn: { result: '"Symbol()"' },
  },
  {
    name: "return Symbol(undefined).toString();",
    code: "return Symbol(undefined).toString();",
    nashorn: { result: '"Symbol()"' },
  },
  { name: "return new Symbol();", code: "return new Symbol();", nashorn: { error: "TypeError" } },
  {
    name: 'return Object(Symbol("a"))+"";',
    code: 'return Object(Symbol("a"))+"";',
    nashorn: { error: "TypeError" },
  },
  {
    name: 'return [1,2].propertyIsEnumerable("0");',
    code: 'return [1,2].propertyIsEnumerable("0");',
    nashorn: { result: "true" },
  },
  {
    name: "return Object.setPrototypeOf(1);",
    code: "return Object.setPrototypeOf(1);",
    nashorn: { result: "1" },
  },
  {
    name: "return Object.setPrototypeOf(undefined,{});",
    code: "return Object.setPrototypeOf(undefined,{});",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return Object.setPrototypeOf({},1);",
    code: "return Object.setPrototypeOf({},1);",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return Object.setPrototypeOf({});",
    code: "return Object.setPrototypeOf({});",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return Object.isFrozen(1);",
    code: "return Object.isFrozen(1);",
    nashorn: { result: "true" },
  },
  { name: "return Object.freeze(1);", code: "return Object.freeze(1);", nashorn: { result: "1" } },
  {
    name: "return Object.isExtensible(1);",
    code: "return Object.isExtensible(1);",
    nashorn: { result: "false" },
  },
  {
    name: "return Object.create(1);",
    code: "return Object.create(1);",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return Object.create(null,1);",
    code: "return Object.create(null,1);",
    nashorn: { result: "{}" },
  },
  {
    name: 'return Object.defineProperty(1,"a",{});',
    code: 'return Object.defineProperty(1,"a",{});',
    nashorn: { error: "TypeError" },
  },
  {
    name: 'return Object.defineProperty({},"a",1);',
    code: 'return Object.defineProperty({},"a",1);',
    nashorn: { error: "TypeError" },
  },
  {
    name: "return Object.defineProperties({},undefined);",
    code: "return Object.defineProperties({},undefined);",
    nashorn: { error: "TypeError" },
  },
  {
    name: 'return Object.defineProperty({},"a",{get:function(){},value:1});',
    code: 'return Object.defineProperty({},"a",{get:function(){},value:1});',
    nashorn: { error: "TypeError" },
  },
  {
    name: 'return Object.defineProperty(Object.freeze({}),"a",{value:1});',
    code: 'return Object.defineProperty(Object.freeze({}),"a",{value:1});',
    nashorn: { error: "TypeError" },
  },
  {
    name: 'return "abc".includes;',
    code: 'return "abc".includes;',
    nashorn: { result: "undefined" },
  },
  {
    name: 'var r=/a/; return r.lastIndex+","+r.hasOwnProperty("source")+","+delete r.source;',
    code: 'var r=/a/; return r.lastIndex+","+r.hasOwnProperty("source")+","+delete r.source;',
    nashorn: { result: '"0,true,false"' },
  },
  {
    name: 'var r=/a/g; r.lastIndex=-1; var x=r.exec("a"); return String(x)+r.lastIndex;',
    code: 'var r=/a/g; r.lastIndex=-1; var x=r.exec("a"); return String(x)+r.lastIndex;',
    nashorn: { result: '"null0"' },
  },
  {
    name: 'var r=/a/; r.lastIndex=5; r.exec("b"); return r.lastIndex;',
    code: 'var r=/a/; r.lastIndex=5; r.exec("b"); return r.lastIndex;',
    nashorn: { result: "5" },
  },
  {
    name: 'var r=/a/g; r.lastIndex=5; r.exec("b"); return r.lastIndex;',
    code: 'var r=/a/g; r.lastIndex=5; r.exec("b"); return r.lastIndex;',
    nashorn: { result: "0" },
  },
  {
    name: 'var r=/a/g; Object.freeze(r); r.exec("a"); return r.lastIndex;',
    code: 'var r=/a/g; Object.freeze(r); r.exec("a"); return r.lastIndex;',
    nashorn: { result: "1" },
  },
  {
    name: 'return RegExp.prototype.exec("x");',
    code: 'return RegExp.prototype.exec("x");',
    nashorn: { result: '[""]' },
  },
  {
    name: "return RegExp.prototype.toString();",
    code: "return RegExp.prototype.toString();",
    nashorn: { result: '"/(?:)/"' },
  },
  {
    name: "return RegExp.prototype.source;",
    code: "return RegExp.prototype.source;",
    nashorn: { result: '"(?:)"' },
  },
  {
    name: 'return String(new RegExp("/"));',
    code: 'return String(new RegExp("/"));',
    nashorn: { result: '"///"' },
  },
  {
    name: 'return String(new RegExp(""));',
    code: 'return String(new RegExp(""));',
    nashorn: { result: '"/(?:)/"' },
  },
  {
    name: 'return String(new RegExp("\\n"));',
    code: 'return String(new RegExp("\\n"));',
    nashorn: { result: '"/\\u000a/"' },
  },
  {
    name: 'return new RegExp("a","gg");',
    code: 'return new RegExp("a","gg");',
    nashorn: { error: "SyntaxError" },
  },
  {
    name: 'return new RegExp("a","y");',
    code: 'return new RegExp("a","y");',
    nashorn: { error: "SyntaxError" },
  },
  {
    name: "return RegExp(/a/g)===RegExp;",
    code: "return RegExp(/a/g)===RegExp;",
    nashorn: { result: "false" },
  },
  {
    name: 'return new RegExp(/a/g,"i");',
    code: 'return new RegExp(/a/g,"i");',
    nashorn: { error: "TypeError" },
  },
  {
    name: "return new RegExp(/a/g,undefined).global;",
    code: "return new RegExp(/a/g,undefined).global;",
    nashorn: { result: "true" },
  },
  {
    name: 'return new RegExp("[");',
    code: 'return new RegExp("[");',
    nashorn: { error: "SyntaxError" },
  },
  {
    name: 'return new RegExp("a{2,1}");',
    code: 'return new RegExp("a{2,1}");',
    nashorn: { error: "SyntaxError" },
  },
  { name: 'return "abc".match();', code: 'return "abc".match();', nashorn: { result: '[""]' } },
  {
    name: 'return "abc".replace(/(b)(x)?/,"[$1$2$3$01$10]");',
    code: 'return "abc".replace(/(b)(x)?/,"[$1$2$3$01$10]");',
    nashorn: { result: '"a[b$3bb0]c"' },
  },
  {
    name: '"abc".replace("b",function(){return Array.prototype.join.call(arguments,"|")});',
    code: '"abc".replace("b",function(){return Array.prototype.join.call(arguments,"|")});',
    nashorn: { result: "undefined" },
  },
  {
    name: 'var r=/b/g; r.lastIndex=2; "abc".search(r); return r.lastIndex;',
    code: 'var r=/b/g; r.lastIndex=2; "abc".search(r); return r.lastIndex;',
    nashorn: { result: "0" },
  },
  {
    name: 'var r=/b/g; r.lastIndex=2; "abcb".replace(r,"x"); return r.lastIndex;',
    code: 'var r=/b/g; r.lastIndex=2; "abcb".replace(r,"x"); return r.lastIndex;',
    nashorn: { result: "0" },
  },
  {
    name: 'var r=/b/g; r.lastIndex=2; "abcb".split(r); return r.lastIndex;',
    code: 'var r=/b/g; r.lastIndex=2; "abcb".split(r); return r.lastIndex;',
    nashorn: { result: "2" },
  },
  {
    name: 'return "abc".split("",-1).length;',
    code: 'return "abc".split("",-1).length;',
    nashorn: { result: "3" },
  },
  {
    name: 'return "abc".split(undefined,0).length;',
    code: 'return "abc".split(undefined,0).length;',
    nashorn: { result: "0" },
  },
  {
    name: 'return "ab".split(/(?:)/).length;',
    code: 'return "ab".split(/(?:)/).length;',
    nashorn: { result: "2" },
  },
  {
    name: "return RegExp.$1+RegExp.input+RegExp.lastMatch;",
    code: "return RegExp.$1+RegExp.input+RegExp.lastMatch;",
    nashorn: { result: '""' },
  },
  {
    name: '/(b)/.exec("abc"); return RegExp.$1+"|"+RegExp.input+"|"+RegExp.lastMatch+"|"+RegExp["$&"];',
    code: '/(b)/.exec("abc"); return RegExp.$1+"|"+RegExp.input+"|"+RegExp.lastMatch+"|"+RegExp["$&"];',
    nashorn: { result: '"b|abc|b|undefined"' },
  },
  {
    name: '"x".replace(/x/,function(){"use strict";return this===undefined});',
    code: '"x".replace(/x/,function(){"use strict";return this===undefined});',
    nashorn: { result: "undefined" },
  },
  {
    name: "return (1.5).toFixed(NaN)+(1e21).toFixed(2)+(1000000000000000128).toString()+(1000000000000000128).toFixed(0);",
    code: "return (1.5).toFixed(NaN)+(1e21).toFixed(2)+(1000000000000000128).toString()+(1000000000000000128).toFixed(0);",
    nashorn: { result: '"21e+2110000000000000001001000000000000000128"' },
  },
  {
    name: 'return (1.005).toFixed(2)+" "+(2.5).toFixed(0)+" "+(0.5).toFixed(0)+" "+(1.5).toFixed(0)+" "+(-0.0000001).toFixed(2)+(-1.5).toFixed(0)+" "+(',
    code: 'return (1.005).toFixed(2)+" "+(2.5).toFixed(0)+" "+(0.5).toFixed(0)+" "+(1.5).toFixed(0)+" "+(-0.0000001).toFixed(2)+(-1.5).toFixed(0)+" "+(25e-7).toFixed(6);',
    nashorn: { result: '"1.00 3 1 2 -0.00-2 0.000003"' },
  },
  {
    name: 'return (1.25).toPrecision(2)+" "+(0.00001).toPrecision(1)+" "+(1234.5).toPrecision(2)+" "+(-0).toPrecision(1)+" "+(0).toPrecision(5)+" "+(1e',
    code: 'return (1.25).toPrecision(2)+" "+(0.00001).toPrecision(1)+" "+(1234.5).toPrecision(2)+" "+(-0).toPrecision(1)+" "+(0).toPrecision(5)+" "+(1e21).toPrecision(3)+(35).toPrecision(1);',
    nashorn: { result: '"1.3 0.00001 1.2e+3 0 0.0000 1.00e+214e+1"' },
  },
  {
    name: 'return (123.456).toExponential()+" "+(25).toExponential(0)+" "+(0).toExponential(2)+" "+(-0).toExponential()+" "+(35).toExponential(0)+(1.5e',
    code: 'return (123.456).toExponential()+" "+(25).toExponential(0)+" "+(0).toExponential(2)+" "+(-0).toExponential()+" "+(35).toExponential(0)+(1.5e-7).toExponential(0);',
    nashorn: { result: '"1.23456e+2 3e+1 0.00e+0 -e+0 4e+12e-7"' },
  },
  {
    name: "return (1).toPrecision(22);",
    code: "return (1).toPrecision(22);",
    nashorn: { error: "RangeError" },
  },
  {
    name: "return (1).toExponential(21);",
    code: "return (1).toExponential(21);",
    nashorn: { error: "RangeError" },
  },
  {
    name: "return (1).toFixed(21);",
    code: "return (1).toFixed(21);",
    nashorn: { error: "RangeError" },
  },
  {
    name: "return NaN.toFixed(99);",
    code: "return NaN.toFixed(99);",
    nashorn: { error: "RangeError" },
  },
  {
    name: "return NaN.toPrecision(99);",
    code: "return NaN.toPrecision(99);",
    nashorn: { result: '"NaN"' },
  },
  {
    name: "return NaN.toExponential(99);",
    code: "return NaN.toExponential(99);",
    nashorn: { result: '"NaN"' },
  },
  {
    name: "return (1/3).toString(3);",
    code: "return (1/3).toString(3);",
    nashorn: { result: '"0.1"' },
  },
  {
    name: 'return (255.5).toString(16)+(1e21).toString(7)+" "+(-255).toString(36)+(0.1).toString(2);',
    code: 'return (255.5).toString(16)+(1e21).toString(7)+" "+(-255).toString(36)+(0.1).toString(2);',
    nashorn: {
      result:
        '"ff.85135235413265003022621156 -730.0001100110011001100110011001100110011001100110011001101"',
    },
  },
] satisfies Case[];
