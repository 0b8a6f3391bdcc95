import type { Case } from "../case.ts";

export default [
  {
    name: "own properties of Int8Array",
    code: 'var o = Int8Array; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result: '"BYTES_PER_ELEMENT ---, prototype ---, length ---, name --- | [object Function]"',
    },
  },
  {
    name: "own properties of Int8Array.prototype",
    code: 'var o = Int8Array.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"set w-c set/2, subarray w-c subarray/2, constructor w-c Int8Array/1 | [object Int8Array]"',
    },
  },
  {
    name: "own properties of Uint8ClampedArray",
    code: 'var o = Uint8ClampedArray; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result: '"BYTES_PER_ELEMENT ---, prototype ---, length ---, name --- | [object Function]"',
    },
  },
  {
    name: "own properties of Float64Array.prototype",
    code: 'var o = Float64Array.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"set w-c set/2, subarray w-c subarray/2, constructor w-c Float64Array/1 | [object Float64Array]"',
    },
  },
  {
    name: "own properties of /a/g",
    code: 'var o = /a/g; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"lastIndex w--, source ---, global ---, ignoreCase ---, multiline --- | [object RegExp]"',
    },
  },
  {
    name: "own properties of function f(a, b) {}",
    code: 'var o = (function f(a, b) {}); return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"prototype w--, length ---, name --- | [object Function]"' },
  },
  {
    name: 'own properties of function f() { "use strict"; }',
    code: 'var o = (function f() { "use strict"; }); return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"prototype w--, length ---, name ---, arguments ---, caller --- | [object Function]"',
    },
  },
  {
    name: "own properties of (function () {})",
    code: 'var o = (function () {}); return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"prototype w--, length ---, name --- | [object Function]"' },
  },
  {
    name: "own properties of (function f(a, b) {}).bind(null, 1)",
    code: 'var o = (function f(a, b) {}).bind(null, 1); return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"length ---, name ---, arguments ---, caller --- | [object Function]"' },
  },
  {
    name: 'own properties of new Error("m")',
    code: 'var o = new Error("m"); return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"message w-c, nashornException w-c | [object Error]"' },
  },
  {
    name: 'own properties of new String("ab")',
    code: 'var o = new String("ab"); return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"0 -e-, 1 -e-, length --- | [object String]"' },
  },
  {
    name: "own properties of [1, , 2]",
    code: 'var o = [1, , 2]; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"0 wec, 2 wec, length w-- | [object Array]"' },
  },
  {
    name: "own properties of new Int8Array(2)",
    code: 'var o = new Int8Array(2); return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"0 wec, 1 wec, buffer ---, byteOffset ---, byteLength ---, length --- | [object Int8Array]"',
    },
  },
  {
    name: "own properties of new ArrayBuffer(2)",
    code: 'var o = new ArrayBuffer(2); return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"byteLength --- | [object ArrayBuffer]"' },
  },
  {
    name: "own properties of new DataView(new ArrayBuffer(2))",
    code: 'var o = new DataView(new ArrayBuffer(2)); return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"buffer ---, byteOffset ---, byteLength --- | [object Object]"' },
  },
  {
    name: "own properties of new Date(0)",
    code: 'var o = new Date(0); return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '" | [object Date]"' },
  },
  {
    name: "own properties of new Map()",
    code: 'var o = new Map(); return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '" | [object Map]"' },
  },
  {
    name: 'own properties of /(a)(b)?/.exec("ab")',
    code: 'var o = /(a)(b)?/.exec("ab"); return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"0 wec, 1 wec, 2 wec, index wec, input wec, length w-- | [object Array]"' },
  },
  {
    name: "own properties of Object.getPrototypeOf([].keys())",
    code: 'var o = Object.getPrototypeOf([].keys()); return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"next wec next/1, constructor w-c | [object ArrayIterator]"' },
  },
  {
    name: "own properties of Object.getPrototypeOf(Object.getPrototypeOf([].keys()))",
    code: 'var o = Object.getPrototypeOf(Object.getPrototypeOf([].keys())); return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"constructor w-c | [object Iterator]"' },
  },
  {
    name: 'own properties of Object.getOwnPropertyDescriptor({ a: 1 }, "a")',
    code: 'var o = Object.getOwnPropertyDescriptor({ a: 1 }, "a"); return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result: '"configurable wec, enumerable wec, writable wec, value wec | [object Object]"',
    },
  },
  {
    name: 'own properties of Object.getOwnPropertyDescriptor({ get a() { return 1; } }, "a")',
    code: 'var o = Object.getOwnPropertyDescriptor({ get a() { return 1; } }, "a"); return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result: '"configurable wec, enumerable wec, get wec a/0, set wec | [object Object]"',
    },
  },
  {
    name: "own properties of arguments",
    code: 'var o = (function () { return arguments; })(1); return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"0 wec, length w-c, callee w-c /0 | [object Arguments]"' },
  },
  {
    name: "own properties of strict arguments",
    code: 'var o = (function () { "use strict"; return arguments; })(1); return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"0 wec, length w-c, caller ---, callee --- | [object Arguments]"' },
  },
  {
    name: "text of Object.prototype.toString",
    code: "return String(Object.prototype.toString);",
    nashorn: { result: '"function toString() { [native code] }"' },
  },
  {
    name: "text of Array",
    code: "return String(Array);",
    nashorn: { result: '"function Array() { [native code] }"' },
  },
  {
    name: "text of Math.max",
    code: "return String(Math.max);",
    nashorn: { result: '"function max() { [native code] }"' },
  },
  {
    name: "text of (function f() {}).bind()",
    code: "return String((function f() {}).bind());",
    nashorn: { result: '"function f() { [native code] }"' },
  },
  {
    name: "prototype of Object",
    code: 'var p = Object.getPrototypeOf(Object); return p === Function.prototype ? "Function.prototype" : p === Object.prototype ? "Object.prototype" : Object.prototype.toString.call(p);',
    nashorn: { result: '"Function.prototype"' },
  },
  {
    name: "prototype of Function.prototype.bind",
    code: 'var p = Object.getPrototypeOf(Function.prototype.bind); return p === Function.prototype ? "Function.prototype" : p === Object.prototype ? "Object.prototype" : Object.prototype.toString.call(p);',
    nashorn: { result: '"Function.prototype"' },
  },
  {
    name: "prototype of Int8Array",
    code: 'var p = Object.getPrototypeOf(Int8Array); return p === Function.prototype ? "Function.prototype" : p === Object.prototype ? "Object.prototype" : Object.prototype.toString.call(p);',
    nashorn: { result: '"Function.prototype"' },
  },
  {
    name: "prototype of TypeError",
    code: 'var p = Object.getPrototypeOf(TypeError); return p === Function.prototype ? "Function.prototype" : p === Object.prototype ? "Object.prototype" : Object.prototype.toString.call(p);',
    nashorn: { result: '"Function.prototype"' },
  },
  {
    name: "prototype of [].keys()",
    code: 'var p = Object.getPrototypeOf([].keys()); return p === Function.prototype ? "Function.prototype" : p === Object.prototype ? "Object.prototype" : Object.prototype.toString.call(p);',
    nashorn: { result: '"[object ArrayIterator]"' },
  },
  {
    name: "prototype of RegExp.prototype",
    code: 'var p = Object.getPrototypeOf(RegExp.prototype); return p === Function.prototype ? "Function.prototype" : p === Object.prototype ? "Object.prototype" : Object.prototype.toString.call(p);',
    nashorn: { result: '"Object.prototype"' },
  },
  {
    name: "prototype of Map.prototype",
    code: 'var p = Object.getPrototypeOf(Map.prototype); return p === Function.prototype ? "Function.prototype" : p === Object.prototype ? "Object.prototype" : Object.prototype.toString.call(p);',
    nashorn: { result: '"Object.prototype"' },
  },
] satisfies Case[];
