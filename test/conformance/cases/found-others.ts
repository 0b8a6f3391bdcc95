import type { Case } from "../case.ts";

/** Differences that the fuzzer found, and their neighbours. */
export default [
  {
    name: "return 'text'.localeCompare('0')",
    code: "return 'text'.localeCompare('0')",
    nashorn: { result: "1" },
  },
  {
    name: "return 'a'.localeCompare('B')",
    code: "return 'a'.localeCompare('B')",
    nashorn: { result: "-1" },
  },
  {
    name: "return ['b','a','C','\\u00e9','z'].sort(function(x,y){return x.localeCompare(y)})",
    code: "return ['b','a','C','\\u00e9','z'].sort(function(x,y){return x.localeCompare(y)})",
    nashorn: { result: '["a", "b", "C", "\\u00e9", "z"]' },
  },
  {
    name: "try { return +Symbol('q') } catch(e) {return 'c'}",
    code: "try { return +Symbol('q') } catch(e) {return 'c'}",
    nashorn: { result: '"c"' },
  },
  {
    name: "try { return Symbol('q')+1 } catch(e) {return 'c'}",
    code: "try { return Symbol('q')+1 } catch(e) {return 'c'}",
    nashorn: { result: '"c"' },
  },
  {
    name: "try { return Symbol('q')*1 } catch(e) {return 'c'}",
    code: "try { return Symbol('q')*1 } catch(e) {return 'c'}",
    nashorn: { result: '"c"' },
  },
  {
    name: "var o=[];for(var k in [1].values())o.push(k);return o",
    code: "var o=[];for(var k in [1].values())o.push(k);return o",
    nashorn: { result: '["next"]' },
  },
  {
    name: "var o=[];for(var k in [5,6].keys())o.push(k);return o",
    code: "var o=[];for(var k in [5,6].keys())o.push(k);return o",
    nashorn: { result: '["next"]' },
  },
  {
    name: "return new Date('12').getTime()",
    code: "return new Date('12').getTime()",
    nashorn: { result: "1007164800000" },
  },
  {
    name: "return [Date.parse('5'),Date.parse('2018'),Date.parse('2018-1'),Date.parse('1/2/2018'),Date.parse('Jan 5 2018'),Date.parse('2018/01/02 3:04'),Date.parse('abc 5')]",
    code: "return [Date.parse('5'),Date.parse('2018'),Date.parse('2018-1'),Date.parse('1/2/2018'),Date.parse('Jan 5 2018'),Date.parse('2018/01/02 3:04'),Date.parse('abc 5')]",
    nashorn: {
      result:
        "[988675200000, 1514764800000, 1514764800000, 1514851200000, 1515110400000, 1514862240000, NaN]",
    },
  },
  {
    name: "return String(function(){ return 1 })",
    code: "return String(function(){ return 1 })",
    nashorn: { result: '"function(){ return 1 }"' },
  },
  { name: "return String(x => x)", code: "return String(x => x)", nashorn: { result: '"x => x"' } },
  {
    name: "return (function f(p) { return p }).toString()",
    code: "return (function f(p) { return p }).toString()",
    nashorn: { result: '"function f(p) { return p }"' },
  },
  {
    name: "return String.fromCharCode(true)",
    code: "return String.fromCharCode(true)",
    nashorn: { result: '"\\u0001"' },
  },
  {
    name: "return 'abc'.charAt(true)",
    code: "return 'abc'.charAt(true)",
    nashorn: { result: '"b"' },
  },
  {
    name: "return 'abc'.charAt(1<2)",
    code: "return 'abc'.charAt(1<2)",
    nashorn: { result: '"b"' },
  },
  {
    name: "return 'abc'.charCodeAt(1<2)",
    code: "return 'abc'.charCodeAt(1<2)",
    nashorn: { result: "98" },
  },
  {
    name: "return parseInt('5',1<2)",
    code: "return parseInt('5',1<2)",
    nashorn: { result: "NaN" },
  },
  { name: "return parseInt(1<2)", code: "return parseInt(1<2)", nashorn: { result: "NaN" } },
  {
    name: "return 'abc'.indexOf('c',1<2)",
    code: "return 'abc'.indexOf('c',1<2)",
    nashorn: { result: "2" },
  },
  { name: "return 'abc'.slice(1<2)", code: "return 'abc'.slice(1<2)", nashorn: { result: '"bc"' } },
  {
    name: "return 'abc'.substring(1<2)",
    code: "return 'abc'.substring(1<2)",
    nashorn: { result: '"bc"' },
  },
  {
    name: "return 'abc'.substr(1<2)",
    code: "return 'abc'.substr(1<2)",
    nashorn: { result: '"bc"' },
  },
  { name: "return Number(1<2)", code: "return Number(1<2)", nashorn: { result: "1" } },
  { name: "return isNaN(1<2)", code: "return isNaN(1<2)", nashorn: { result: "false" } },
  { name: "return isFinite(true)", code: "return isFinite(true)", nashorn: { result: "true" } },
  { name: "return parseFloat(true)", code: "return parseFloat(true)", nashorn: { result: "NaN" } },
  { name: "return String(true)", code: "return String(true)", nashorn: { result: '"true"' } },
  { name: "return [1,2].slice(1<2)", code: "return [1,2].slice(1<2)", nashorn: { result: "[2]" } },
  { name: "return [1,2].push(1<2)", code: "return [1,2].push(1<2)", nashorn: { result: "3" } },
  {
    name: "return new Date(true).getTime()",
    code: "return new Date(true).getTime()",
    nashorn: { result: "1" },
  },
  {
    name: "return 'true'.indexOf(true)",
    code: "return 'true'.indexOf(true)",
    nashorn: { result: "0" },
  },
  {
    name: "return [true].indexOf(true)",
    code: "return [true].indexOf(true)",
    nashorn: { result: "0" },
  },
  {
    name: "return 'x'.concat(true)",
    code: "return 'x'.concat(true)",
    nashorn: { result: '"xtrue"' },
  },
  { name: "return new Array(true)", code: "return new Array(true)", nashorn: { result: "[true]" } },
  {
    name: "return Array(true).length",
    code: "return Array(true).length",
    nashorn: { result: "1" },
  },
  {
    name: "return 'a'.lastIndexOf(true)",
    code: "return 'a'.lastIndexOf(true)",
    nashorn: { result: "-1" },
  },
  { name: "return 'abc'[true]", code: "return 'abc'[true]", nashorn: { result: "undefined" } },
  { name: "return isNaN(undefined)", code: "return isNaN(undefined)", nashorn: { result: "true" } },
  {
    name: "return 'abc'.charAt(null)",
    code: "return 'abc'.charAt(null)",
    nashorn: { result: '"a"' },
  },
  {
    name: "return 'abc'.charAt(undefined)",
    code: "return 'abc'.charAt(undefined)",
    nashorn: { result: '"a"' },
  },
  {
    name: "return 'abc'.charAt('1')",
    code: "return 'abc'.charAt('1')",
    nashorn: { result: '"b"' },
  },
  {
    name: "return 'abc'.charCodeAt('1')",
    code: "return 'abc'.charCodeAt('1')",
    nashorn: { result: "98" },
  },
  { name: "return Infinity ? 1:2", code: "return Infinity ? 1:2", nashorn: { result: "1" } },
  {
    name: "var x=-Infinity; return Boolean(x)",
    code: "var x=-Infinity; return Boolean(x)",
    nashorn: { result: "true" },
  },
  {
    name: "var x=-Infinity; return x&&1",
    code: "var x=-Infinity; return x&&1",
    nashorn: { result: "1" },
  },
  {
    name: "var x=-Infinity; return x||1",
    code: "var x=-Infinity; return x||1",
    nashorn: { result: "-Infinity" },
  },
  {
    name: "if(-Infinity) return 1; return 2",
    code: "if(-Infinity) return 1; return 2",
    nashorn: { result: "2" },
  },
  {
    name: "return [Date.parse(' 7 '),Date.parse('$1'),Date.parse('7,8'),Date.parse('a1')]",
    code: "return [Date.parse(' 7 '),Date.parse('$1'),Date.parse('7,8'),Date.parse('a1')]",
    nashorn: { result: "[993945600000, NaN, 994550400000, NaN]" },
  },
  {
    name: "return 'text'.propertyIsEnumerable(0)",
    code: "return 'text'.propertyIsEnumerable(0)",
    nashorn: { result: "false" },
  },
  {
    name: "return [new String('ab').propertyIsEnumerable(0), new String('ab').hasOwnProperty(0), 'ab'.hasOwnProperty('length')]",
    code: "return [new String('ab').propertyIsEnumerable(0), new String('ab').hasOwnProperty(0), 'ab'.hasOwnProperty('length')]",
    nashorn: { result: "[false, true, true]" },
  },
  {
    name: "var o = {m: function () {}, get g() { return 1; }, n() {}}; var f = function () {}, a = x => x; return [o.m, o.n, f, a].map(function (x) { return x.name; })",
    code: "var o = {m: function () {}, get g() { return 1; }, n() {}}; var f = function () {}, a = x => x; return [o.m, o.n, f, a].map(function (x) { return x.name; })",
    nashorn: { result: '["", "n", "", ""]' },
  },
  {
    name: "return Array.prototype.concat.call(Symbol('q'), 1).length",
    code: "return Array.prototype.concat.call(Symbol('q'), 1).length",
    nashorn: { result: "2" },
  },
] satisfies Case[];
