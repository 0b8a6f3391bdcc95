import type { Case } from "../case.ts";

export default [
  {
    name: "return (1).toString(1);",
    code: "return (1).toString(1);",
    nashorn: { error: "RangeError" },
  },
  {
    name: "return (1).toString(null);",
    code: "return (1).toString(null);",
    nashorn: { error: "RangeError" },
  },
  {
    name: "return Number.prototype.toString.call({},99);",
    code: "return Number.prototype.toString.call({},99);",
    nashorn: { error: "RangeError" },
  },
  { name: 'return +"1e1000";', code: 'return +"1e1000";', nashorn: { result: "Infinity" } },
  {
    name: 'return parseInt("010")+parseInt("0x")+parseInt("0b1")+parseInt("1e3");',
    code: 'return parseInt("010")+parseInt("0x")+parseInt("0b1")+parseInt("1e3");',
    nashorn: { result: "NaN" },
  },
  {
    name: 'parseInt("12",{valueOf:function(){return 3}});',
    code: 'parseInt("12",{valueOf:function(){return 3}});',
    nashorn: { result: "undefined" },
  },
  {
    name: 'return parseInt("11",4294967298);',
    code: 'return parseInt("11",4294967298);',
    nashorn: { result: "3" },
  },
  {
    name: 'return parseInt(1e21)+parseInt(0.0000005)+parseInt("900719925474099267");',
    code: 'return parseInt(1e21)+parseInt(0.0000005)+parseInt("900719925474099267");',
    nashorn: { result: "900719925474099200" },
  },
  { name: 'return parseInt("-0");', code: 'return parseInt("-0");', nashorn: { result: "-0" } },
  {
    name: 'return 1/parseInt("-0");',
    code: 'return 1/parseInt("-0");',
    nashorn: { result: "-Infinity" },
  },
  {
    name: 'return parseFloat("1.5.6")+parseFloat("-.5e-1x")+parseFloat("Infinityx")+parseFloat(".");',
    code: 'return parseFloat("1.5.6")+parseFloat("-.5e-1x")+parseFloat("Infinityx")+parseFloat(".");',
    nashorn: { result: "NaN" },
  },
  { name: "return Math.round(-0.5);", code: "return Math.round(-0.5);", nashorn: { result: "-0" } },
  {
    name: "return 1/Math.round(-0.2);",
    code: "return 1/Math.round(-0.2);",
    nashorn: { result: "-Infinity" },
  },
  {
    name: "return Math.round(0.49999999999999994)+Math.round(4503599627370497.5)+Math.round(-2.5);",
    code: "return Math.round(0.49999999999999994)+Math.round(4503599627370497.5)+Math.round(-2.5);",
    nashorn: { result: "4503599627370497" },
  },
  {
    name: "return Math.max()+Math.min()+Math.max(NaN,1);",
    code: "return Math.max()+Math.min()+Math.max(NaN,1);",
    nashorn: { result: "NaN" },
  },
  {
    name: "return Math.pow(1,Infinity)+Math.pow(-8,1/3)+Math.pow(2,0.5);",
    code: "return Math.pow(1,Infinity)+Math.pow(-8,1/3)+Math.pow(2,0.5);",
    nashorn: { result: "NaN" },
  },
  {
    name: "return Math.atan2(-0,-0)+Math.exp(1)+Math.log(10)+Math.sin(1e10)+Math.tan(1)+Math.cos(3);",
    code: "return Math.atan2(-0,-0)+Math.exp(1)+Math.log(10)+Math.sin(1e10)+Math.tan(1)+Math.cos(3);",
    nashorn: { result: "1.9591834708302442" },
  },
  {
    name: 'return Math.abs("5")+Math.abs(null)+1;',
    code: 'return Math.abs("5")+Math.abs(null)+1;',
    nashorn: { result: "6" },
  },
  {
    name: 'return Symbol.for("a")===Symbol.for("a");',
    code: 'return Symbol.for("a")===Symbol.for("a");',
    nashorn: { result: "true" },
  },
  {
    name: "return Symbol.keyFor(Symbol());",
    code: "return Symbol.keyFor(Symbol());",
    nashorn: { result: "undefined" },
  },
  {
    name: 'return Symbol.keyFor("a");',
    code: 'return Symbol.keyFor("a");',
    nashorn: { error: "TypeError" },
  },
  {
    name: "return Symbol.for();",
    code: "return Symbol.for();",
    nashorn: { result: "Symbol(undefined)" },
  },
  {
    name: "return Symbol.for(Symbol());",
    code: "return Symbol.for(Symbol());",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return typeof Object(Symbol());",
    code: "return typeof Object(Symbol());",
    nashorn: { result: '"object"' },
  },
  {
    name: 'return Object(Symbol("x")).toString();',
    code: 'return Object(Symbol("x")).toString();',
    nashorn: { result: '"Symbol(x)"' },
  },
  {
    name: "return Symbol.prototype.toString.call(1);",
    code: "return Symbol.prototype.toString.call(1);",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return Symbol.prototype.toString.call({});",
    code: "return Symbol.prototype.toString.call({});",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return Symbol.prototype.valueOf.call(Object(Symbol()))===1;",
    code: "return Symbol.prototype.valueOf.call(Object(Symbol()))===1;",
    nashorn: { result: "false" },
  },
  {
    name: 'return Symbol("a")+"";',
    code: 'return Symbol("a")+"";',
    nashorn: { error: "TypeError" },
  },
  { name: 'return ""+Symbol();', code: 'return ""+Symbol();', nashorn: { error: "TypeError" } },
  { name: "return Symbol()+1;", code: "return Symbol()+1;", nashorn: { error: "TypeError" } },
  {
    name: "return Symbol()==Symbol();",
    code: "return Symbol()==Symbol();",
    nashorn: { result: "false" },
  },
  {
    name: "var s=Symbol();return s==Object(s);",
    code: "var s=Symbol();return s==Object(s);",
    nashorn: { result: "true" },
  },
  { name: "return !Symbol();", code: "return !Symbol();", nashorn: { result: "false" } },
  { name: "return Symbol()>1;", code: "return Symbol()>1;", nashorn: { error: "TypeError" } },
  {
    name: "return isNaN(Symbol());",
    code: "return isNaN(Symbol());",
    nashorn: { error: "TypeError" },
  },
  {
    name: "var o={};o[Symbol.iterator]=1;return JSON.stringify(o)+Object.keys(o).length;",
    code: "var o={};o[Symbol.iterator]=1;return JSON.stringify(o)+Object.keys(o).length;",
    nashorn: { result: '"{}0"' },
  },
  {
    name: "return JSON.stringify({a:Symbol()});",
    code: "return JSON.stringify({a:Symbol()});",
    nashorn: { result: '"{}"' },
  },
  {
    name: "return JSON.stringify(Symbol());",
    code: "return JSON.stringify(Symbol());",
    nashorn: { result: "undefined" },
  },
  {
    name: "return Boolean(Symbol());",
    code: "return Boolean(Symbol());",
    nashorn: { result: "true" },
  },
  {
    name: "return Boolean.prototype.toString.call(1);",
    code: "return Boolean.prototype.toString.call(1);",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return Boolean.prototype.valueOf.call({});",
    code: "return Boolean.prototype.valueOf.call({});",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return new Boolean(new Boolean(false)).valueOf();",
    code: "return new Boolean(new Boolean(false)).valueOf();",
    nashorn: { result: "true" },
  },
  {
    name: 'return isNaN("x")+isFinite("1");',
    code: 'return isNaN("x")+isFinite("1");',
    nashorn: { result: "2" },
  },
  {
    name: 'return escape("é€ +/@*_-.")+unescape("%u20AC%E9%zz%");',
    code: 'return escape("é€ +/@*_-.")+unescape("%u20AC%E9%zz%");',
    nashorn: { result: '"%E9%u20AC%20+/@*_-.\\u20ac\\u00e9%zz%"' },
  },
  {
    name: 'return encodeURI("\\ud800");',
    code: 'return encodeURI("\\ud800");',
    nashorn: { error: "URIError" },
  },
  {
    name: 'return decodeURI("%zz");',
    code: 'return decodeURI("%zz");',
    nashorn: { error: "URIError" },
  },
  {
    name: 'return decodeURIComponent("%C0%80");',
    code: 'return decodeURIComponent("%C0%80");',
    nashorn: { error: "URIError" },
  },
  {
    name: 'return decodeURI("%23%41");',
    code: 'return decodeURI("%23%41");',
    nashorn: { result: '"%23A"' },
  },
  {
    name: 'return encodeURIComponent("!\'()*~-_.");',
    code: 'return encodeURIComponent("!\'()*~-_.");',
    nashorn: { result: '"!\'()*~-_."' },
  },
  {
    name: "return typeof Symbol.iterator;",
    code: "return typeof Symbol.iterator;",
    nashorn: { result: '"symbol"' },
  },
  {
    name: "return Array.prototype[Symbol.iterator]===Array.prototype.values;",
    code: "return Array.prototype[Symbol.iterator]===Array.prototype.values;",
    nashorn: { result: "false" },
  },
  {
    name: 'return Array.prototype[Symbol.iterator].name+"|"+Array.prototype[Symbol.iterator].length+Map.prototype[Symbol.iterator].name+Set.prototype[S',
    code: 'return Array.prototype[Symbol.iterator].name+"|"+Array.prototype[Symbol.iterator].length+Map.prototype[Symbol.iterator].name+Set.prototype[Symbol.iterator].name+String.prototype[Symbol.iterator].name+Int8Array.prototype[Symbol.iterator].name+Object.getPrototypeOf(Object.getPrototypeOf([].keys()))[Symbol.iterator].name;',
    nashorn: {
      result:
        '"Symbol[iterator]|0Symbol[iterator]Symbol[iterator]Symbol[iterator]Symbol[iterator]Symbol[iterator]"',
    },
  },
  {
    name: "return Map.prototype[Symbol.iterator]===Map.prototype.entries;",
    code: "return Map.prototype[Symbol.iterator]===Map.prototype.entries;",
    nashorn: { result: "false" },
  },
  {
    name: "return Set.prototype.keys===Set.prototype.values;",
    code: "return Set.prototype.keys===Set.prototype.values;",
    nashorn: { result: "false" },
  },
  {
    name: "return Set.prototype[Symbol.iterator]===Set.prototype.values;",
    code: "return Set.prototype[Symbol.iterator]===Set.prototype.values;",
    nashorn: { result: "false" },
  },
  {
    name: '"use strict"; var a=Object.freeze([1]); a[0]=5; return a[0];',
    code: '"use strict"; var a=Object.freeze([1]); a[0]=5; return a[0];',
    nashorn: { error: "TypeError" },
  },
  {
    name: "var a=Object.freeze([1,2]); a.pop(); return a;",
    code: "var a=Object.freeze([1,2]); a.pop(); return a;",
    nashorn: { result: "[1, 2]" },
  },
  {
    name: "var a=Object.seal([1,2]); a.pop(); return a;",
    code: "var a=Object.seal([1,2]); a.pop(); return a;",
    nashorn: { result: "[1]" },
  },
  {
    name: "var a=Object.freeze([1,2]); a.reverse(); return a;",
    code: "var a=Object.freeze([1,2]); a.reverse(); return a;",
    nashorn: { error: "TypeError" },
  },
  {
    name: "var a=Object.freeze([2,1]); a.sort(); return a;",
    code: "var a=Object.freeze([2,1]); a.sort(); return a;",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return new Array(-1);",
    code: "return new Array(-1);",
    nashorn: { error: "RangeError" },
  },
  { name: "return [].length=-1;", code: "return [].length=-1;", nashorn: { error: "RangeError" } },
  {
    name: "var a=[];a.length=4294967296;",
    code: "var a=[];a.length=4294967296;",
    nashorn: { error: "RangeError" },
  },
  {
    name: "return new Array(4294967295).length;",
    code: "return new Array(4294967295).length;",
    nashorn: { result: "4294967295" },
  },
  {
    name: "var a=[1,2,3];a.length=1;return a;",
    code: "var a=[1,2,3];a.length=1;return a;",
    nashorn: { result: "[1]" },
  },
] satisfies Case[];
