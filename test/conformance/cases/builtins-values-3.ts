import type { Case } from "../case.ts";

export default [
  {
    name: 'return "abc".endsWith("b",2);',
    code: 'return "abc".endsWith("b",2);',
    nashorn: { error: "TypeError" },
  },
  {
    name: 'return "a".codePointAt(0)===97&&"a".codePointAt(5)===undefined;',
    code: 'return "a".codePointAt(0)===97&&"a".codePointAt(5)===undefined;',
    nashorn: { error: "java" },
  },
  {
    name: 'try { "a".repeat(-1) } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } return "no exception";',
    code: 'try {  "a".repeat(-1)  } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"another exception"' },
  },
  {
    name: "return [1,2,3].reduce(function(a,b){return a+b})===6;",
    code: "return [1,2,3].reduce(function(a,b){return a+b})===6;",
    nashorn: { result: "true" },
  },
  {
    name: 'try { [].reduce(function(){}) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  [].reduce(function(){})  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'return [3,1,2].sort().join()==="1,2,3"&&[10,9].sort().join()==="10,9";',
    code: 'return [3,1,2].sort().join()==="1,2,3"&&[10,9].sort().join()==="10,9";',
    nashorn: { result: "true" },
  },
  {
    name: "return [2,undefined,1,,0].sort().length===5;",
    code: "return [2,undefined,1,,0].sort().length===5;",
    nashorn: { result: "true" },
  },
  {
    name: 'var a=[2,undefined,1,,0]; a.sort(); return a.join()==="0,1,2,,"&&!(4 in a);',
    code: 'var a=[2,undefined,1,,0]; a.sort(); return a.join()==="0,1,2,,"&&!(4 in a);',
    nashorn: { result: "true" },
  },
  {
    name: 'try { [1,2].sort(null) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  [1,2].sort(null)  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { [].sort({}) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  [].sort({})  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"no exception"' },
  },
  {
    name: 'try { Array.prototype.sort.call(undefined) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exc',
    code: 'try {  Array.prototype.sort.call(undefined)  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'var o={length:2,0:"b",1:"a"}; Array.prototype.sort.call(o); return o[0]==="a";',
    code: 'var o={length:2,0:"b",1:"a"}; Array.prototype.sort.call(o); return o[0]==="a";',
    nashorn: { result: "true" },
  },
  {
    name: 'return [1,2,3].splice(1).join()==="2,3"&&[1,2].splice().length===0;',
    code: 'return [1,2,3].splice(1).join()==="2,3"&&[1,2].splice().length===0;',
    nashorn: { result: "true" },
  },
  {
    name: 'var a=[1,2,3]; a.splice(1,1,"x","y"); return a.join()==="1,x,y,3";',
    code: 'var a=[1,2,3]; a.splice(1,1,"x","y"); return a.join()==="1,x,y,3";',
    nashorn: { result: "true" },
  },
  {
    name: "var a=[1,2,3]; a.splice(-1,undefined); return a.length===3;",
    code: "var a=[1,2,3]; a.splice(-1,undefined); return a.length===3;",
    nashorn: { result: "true" },
  },
  {
    name: "return [1].concat([2],[[3]]).length===3&&[].concat(1,,2);",
    code: "return [1].concat([2],[[3]]).length===3&&[].concat(1,,2);",
    nashorn: { error: "syntax" },
  },
  {
    name: "return [1,[2]].concat().length===2;",
    code: "return [1,[2]].concat().length===2;",
    nashorn: { result: "true" },
  },
  {
    name: "var o={length:1,0:1}; o[Symbol.isConcatSpreadable]=true; return [].concat(o).length===1;",
    code: "var o={length:1,0:1}; o[Symbol.isConcatSpreadable]=true; return [].concat(o).length===1;",
    nashorn: { result: "true" },
  },
  {
    name: "var a=[1]; a.constructor={}; a.constructor[Symbol.species]=function(){return []}; return Array.isArray(a.map(function(){}));",
    code: "var a=[1]; a.constructor={}; a.constructor[Symbol.species]=function(){return []}; return Array.isArray(a.map(function(){}));",
    nashorn: { result: "true" },
  },
  {
    name: "return [1,2,3].lastIndexOf(3,-5)===-1&&[1,2,1].lastIndexOf(1)===2&&[1].lastIndexOf(1,undefined)===0;",
    code: "return [1,2,3].lastIndexOf(3,-5)===-1&&[1,2,1].lastIndexOf(1)===2&&[1].lastIndexOf(1,undefined)===0;",
    nashorn: { result: "true" },
  },
  {
    name: "return [,1].indexOf(undefined)===-1;",
    code: "return [,1].indexOf(undefined)===-1;",
    nashorn: { result: "true" },
  },
  {
    name: 'return [1,2].join()==="1,2"&&[null,undefined,1].join("-")==="--1"&&[[],[1]].toString()===",1";',
    code: 'return [1,2].join()==="1,2"&&[null,undefined,1].join("-")==="--1"&&[[],[1]].toString()===",1";',
    nashorn: { result: "true" },
  },
  {
    name: 'var a=[]; a[0]=a; return a.join()==="";',
    code: 'var a=[]; a[0]=a; return a.join()==="";',
    nashorn: { error: "memory" },
  },
  {
    name: 'var a=[1,2]; a.reverse(); return a.join()==="2,1";',
    code: 'var a=[1,2]; a.reverse(); return a.join()==="2,1";',
    nashorn: { result: "true" },
  },
  {
    name: "var o={length:3,0:1}; Array.prototype.reverse.call(o); return o[2]===1&&!(0 in o);",
    code: "var o={length:3,0:1}; Array.prototype.reverse.call(o); return o[2]===1&&!(0 in o);",
    nashorn: { result: "true" },
  },
  {
    name: "return [1,2].push(3)===3&&[].push()===0&&[1].unshift(0)===2;",
    code: "return [1,2].push(3)===3&&[].push()===0&&[1].unshift(0)===2;",
    nashorn: { result: "true" },
  },
  {
    name: "var o={length:4294967295}; Array.prototype.push.call(o,1); return o.length===4294967296;",
    code: "var o={length:4294967295}; Array.prototype.push.call(o,1); return o.length===4294967296;",
    nashorn: { result: "true" },
  },
  {
    name: 'var o={length:9007199254740991}; try { Array.prototype.push.call(o,1) } catch (e) { return e instanceof TypeError ? "TypeError" : "another e',
    code: 'var o={length:9007199254740991}; try {  Array.prototype.push.call(o,1)  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"no exception"' },
  },
  {
    name: "var o={}; Array.prototype.push.call(o,1); return o.length===1;",
    code: "var o={}; Array.prototype.push.call(o,1); return o.length===1;",
    nashorn: { result: "true" },
  },
  {
    name: 'return Array.prototype.slice.call("abc").join()==="a,b,c";',
    code: 'return Array.prototype.slice.call("abc").join()==="a,b,c";',
    nashorn: { result: "true" },
  },
  {
    name: 'return [1,2,3].slice(-2).join()==="2,3"&&[1,2,3].slice(0,-1).length===2;',
    code: 'return [1,2,3].slice(-2).join()==="2,3"&&[1,2,3].slice(0,-1).length===2;',
    nashorn: { result: "true" },
  },
  {
    name: "return Array.isArray(Array.prototype)&&Array.prototype.length===0;",
    code: "return Array.isArray(Array.prototype)&&Array.prototype.length===0;",
    nashorn: { result: "true" },
  },
  {
    name: 'return Object.prototype.toString.call(Array.prototype)==="[object Array]";',
    code: 'return Object.prototype.toString.call(Array.prototype)==="[object Array]";',
    nashorn: { result: "true" },
  },
  {
    name: 'return [].keys().next().done&&[5].entries().next().value.join()==="0,5"&&[5].values().next().value===5;',
    code: 'return [].keys().next().done&&[5].entries().next().value.join()==="0,5"&&[5].values().next().value===5;',
    nashorn: { result: "true" },
  },
  {
    name: "var i=[1].values(); i.next(); i.next(); return i.next().value===undefined;",
    code: "var i=[1].values(); i.next(); i.next(); return i.next().value===undefined;",
    nashorn: { result: "true" },
  },
  {
    name: "return [][Symbol.iterator]===[].values;",
    code: "return [][Symbol.iterator]===[].values;",
    nashorn: { result: "false" },
  },
  {
    name: 'return Object.prototype.toString.call([].values())==="[object Array Iterator]";',
    code: 'return Object.prototype.toString.call([].values())==="[object Array Iterator]";',
    nashorn: { result: "true" },
  },
  {
    name: 'return [].values().next.name==="next"&&[].values().next.length===0;',
    code: 'return [].values().next.name==="next"&&[].values().next.length===0;',
    nashorn: { result: "false" },
  },
  {
    name: "return [].values()[Symbol.iterator]().next!==undefined;",
    code: "return [].values()[Symbol.iterator]().next!==undefined;",
    nashorn: { result: "true" },
  },
  {
    name: 'try { [].values().next.call({}) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  [].values().next.call({})  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: "var o={valueOf:function(){return 1}}; return Math.max(o,0)===1&&Math.min()===Infinity;",
    code: "var o={valueOf:function(){return 1}}; return Math.max(o,0)===1&&Math.min()===Infinity;",
    nashorn: { result: "true" },
  },
  {
    name: "return Math.round(-0.5)===0&&1/Math.round(-0.5)===-Infinity&&Math.round(2.5)===3&&Math.round(0.49999999999999994)===0;",
    code: "return Math.round(-0.5)===0&&1/Math.round(-0.5)===-Infinity&&Math.round(2.5)===3&&Math.round(0.49999999999999994)===0;",
    nashorn: { result: "false" },
  },
  {
    name: "return Math.pow(NaN,0)===1&&isNaN(Math.pow(1,Infinity))&&1/Math.pow(-0,-1)===-0===false;",
    code: "return Math.pow(NaN,0)===1&&isNaN(Math.pow(1,Infinity))&&1/Math.pow(-0,-1)===-0===false;",
    nashorn: { result: "false" },
  },
  {
    name: "return Math.atan2(0,-0)===Math.PI&&1/Math.ceil(-0.5)===-Infinity&&isNaN(Math.sqrt(-1));",
    code: "return Math.atan2(0,-0)===Math.PI&&1/Math.ceil(-0.5)===-Infinity&&isNaN(Math.sqrt(-1));",
    nashorn: { result: "true" },
  },
  {
    name: "return isNaN(Math.max(NaN,1))&&1/Math.max(-0,0)===Infinity&&1/Math.min(0,-0)===-Infinity;",
    code: "return isNaN(Math.max(NaN,1))&&1/Math.max(-0,0)===Infinity&&1/Math.min(0,-0)===-Infinity;",
    nashorn: { result: "true" },
  },
  {
    name: "return Math.hypot===undefined&&Math.sign===undefined;",
    code: "return Math.hypot===undefined&&Math.sign===undefined;",
    nashorn: { result: "true" },
  },
  {
    name: 'return Object.prototype.toString.call(Math)==="[object Math]"&&Object.prototype.toString.call(JSON)==="[object JSON]";',
    code: 'return Object.prototype.toString.call(Math)==="[object Math]"&&Object.prototype.toString.call(JSON)==="[object JSON]";',
    nashorn: { result: "true" },
  },
  {
    name: 'return (25).toString(36)==="p"&&(0.5).toString(2)==="0.1"&&(-255).toString(16)==="-ff";',
    code: 'return (25).toString(36)==="p"&&(0.5).toString(2)==="0.1"&&(-255).toString(16)==="-ff";',
    nashorn: { result: "true" },
  },
  {
    name: 'try { (1).toString(37) } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } return "no exception";',
    code: 'try {  (1).toString(37)  } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"RangeError"' },
  },
  {
    name: 'try { (1).toFixed(101) } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } return "no exception";',
    code: 'try {  (1).toFixed(101)  } catch (e) { return e instanceof RangeError ? "RangeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"RangeError"' },
  },
  {
    name: 'return (1.005).toFixed(2)==="1.00"&&(1e21).toFixed(2)==="1e+21"&&(1000000000000000128).toFixed(0)==="1000000000000000128";',
    code: 'return (1.005).toFixed(2)==="1.00"&&(1e21).toFixed(2)==="1e+21"&&(1000000000000000128).toFixed(0)==="1000000000000000128";',
    nashorn: { result: "true" },
  },
  {
    name: 'return (123.456).toPrecision(4)==="123.5"&&(0.000001).toPrecision(2)==="0.0000010"&&(1e21).toPrecision(3)==="1.00e+21";',
    code: 'return (123.456).toPrecision(4)==="123.5"&&(0.000001).toPrecision(2)==="0.0000010"&&(1e21).toPrecision(3)==="1.00e+21";',
    nashorn: { result: "true" },
  },
  {
    name: 'return (123.456).toExponential(2)==="1.23e+2"&&(0).toExponential()==="0e+0";',
    code: 'return (123.456).toExponential(2)==="1.23e+2"&&(0).toExponential()==="0e+0";',
    nashorn: { result: "true" },
  },
  {
    name: "return (1).toFixed(50).length>50;",
    code: "return (1).toFixed(50).length>50;",
    nashorn: { error: "RangeError" },
  },
  {
    name: 'return NaN.toFixed(2)==="NaN"&&Infinity.toPrecision(3)==="Infinity";',
    code: 'return NaN.toFixed(2)==="NaN"&&Infinity.toPrecision(3)==="Infinity";',
    nashorn: { result: "true" },
  },
  {
    name: 'return Number(" \\t\\n12\\r ")===12&&isNaN(Number("1 2"))&&Number("")===0&&Number("0x10")===16&&Number("-0x10")!==-16;',
    code: 'return Number(" \\t\\n12\\r ")===12&&isNaN(Number("1 2"))&&Number("")===0&&Number("0x10")===16&&Number("-0x10")!==-16;',
    nashorn: { result: "false" },
  },
  {
    name: "return Number(null)===0&&isNaN(Number(undefined))&&Number([5])===5&&Number(new Date(5))===5;",
    code: "return Number(null)===0&&isNaN(Number(undefined))&&Number([5])===5&&Number(new Date(5))===5;",
    nashorn: { result: "true" },
  },
  {
    name: "return Number.prototype.constructor===Number&&Number.prototype==0;",
    code: "return Number.prototype.constructor===Number&&Number.prototype==0;",
    nashorn: { result: "true" },
  },
  {
    name: 'return Object.prototype.toString.call(Number.prototype)==="[object Number]";',
    code: 'return Object.prototype.toString.call(Number.prototype)==="[object Number]";',
    nashorn: { result: "true" },
  },
  {
    name: 'try { Number.prototype.valueOf.call("1") } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no excep',
    code: 'try {  Number.prototype.valueOf.call("1")  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'return parseInt("0x1f")===31&&parseInt("010")===10&&parseInt("1e3")===1&&isNaN(parseInt(""))&&parseInt("z",36)===35;',
    code: 'return parseInt("0x1f")===31&&parseInt("010")===10&&parseInt("1e3")===1&&isNaN(parseInt(""))&&parseInt("z",36)===35;',
    nashorn: { result: "true" },
  },
] satisfies Case[];
