import type { Case } from "../case.ts";

/** Differences that the fuzzer found, and their neighbours. */
export default [
  {
    name: "return Object.getOwnPropertyNames(new Error('m'))",
    code: "return Object.getOwnPropertyNames(new Error('m'))",
    nashorn: { result: '["message", "nashornException"]' },
  },
  {
    name: "try{null.x}catch(e){return Object.getOwnPropertyNames(e)}",
    code: "try{null.x}catch(e){return Object.getOwnPropertyNames(e)}",
    nashorn: { result: '["message", "nashornException"]' },
  },
  {
    name: "return Object.keys(true)",
    code: "return Object.keys(true)",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return Object.freeze([1,2]).pop()",
    code: "return Object.freeze([1,2]).pop()",
    nashorn: { result: "2" },
  },
  {
    name: "'use strict'; return Object.freeze([1,2]).pop()",
    code: "'use strict'; return Object.freeze([1,2]).pop()",
    nashorn: { result: "2" },
  },
  {
    name: "var f=Object.freeze([1,2]); var r=f.pop(); return [r,f]",
    code: "var f=Object.freeze([1,2]); var r=f.pop(); return [r,f]",
    nashorn: { result: "[2, [1, 2]]" },
  },
  {
    name: "var f=Object.freeze([1,2]); f.push(3); return f",
    code: "var f=Object.freeze([1,2]); f.push(3); return f",
    nashorn: { result: "[1, 2]" },
  },
  {
    name: "var f=Object.freeze([1,2]); return [f.shift(),f]",
    code: "var f=Object.freeze([1,2]); return [f.shift(),f]",
    nashorn: { error: "TypeError" },
  },
  {
    name: "var f=Object.freeze([2,1]); return [f.sort(),f]",
    code: "var f=Object.freeze([2,1]); return [f.sort(),f]",
    nashorn: { error: "TypeError" },
  },
  {
    name: "var f=Object.freeze([2,1]); return [f.reverse(),f]",
    code: "var f=Object.freeze([2,1]); return [f.reverse(),f]",
    nashorn: { error: "TypeError" },
  },
  {
    name: "var f=Object.freeze([2,1]); return [f.splice(0,1),f]",
    code: "var f=Object.freeze([2,1]); return [f.splice(0,1),f]",
    nashorn: { error: "TypeError" },
  },
  {
    name: "var f=Object.freeze([2,1]); return [f.unshift(0),f]",
    code: "var f=Object.freeze([2,1]); return [f.unshift(0),f]",
    nashorn: { error: "TypeError" },
  },
  {
    name: "var f=Object.freeze([]); return [f.pop(),f.push(1),f]",
    code: "var f=Object.freeze([]); return [f.pop(),f.push(1),f]",
    nashorn: { result: "[undefined, 1, []]" },
  },
  {
    name: "var f=Object.seal([1]); return [f.pop(),f]",
    code: "var f=Object.seal([1]); return [f.pop(),f]",
    nashorn: { result: "[1, []]" },
  },
  {
    name: "var f=Object.preventExtensions([1]); return [f.push(2),f]",
    code: "var f=Object.preventExtensions([1]); return [f.push(2),f]",
    nashorn: { result: "[2, [1, 2]]" },
  },
  {
    name: "return [Object.getOwnPropertyNames(0),Object.getOwnPropertyNames('ab'),Object.getOwnPropertyNames(true)]",
    code: "return [Object.getOwnPropertyNames(0),Object.getOwnPropertyNames('ab'),Object.getOwnPropertyNames(true)]",
    nashorn: { result: '[[], ["0", "1", "length"], []]' },
  },
  {
    name: "return Object.getOwnPropertyNames(null)",
    code: "return Object.getOwnPropertyNames(null)",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return Object.getOwnPropertyDescriptor('ab', 0)",
    code: "return Object.getOwnPropertyDescriptor('ab', 0)",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return Object.getOwnPropertyDescriptor(0, 0)",
    code: "return Object.getOwnPropertyDescriptor(0, 0)",
    nashorn: { error: "TypeError" },
  },
] satisfies Case[];
