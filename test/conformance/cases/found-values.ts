import type { Case } from "../case.ts";

/** Differences that the fuzzer found, and their neighbours. */
export default [
  {
    name: "return new Uint8ClampedArray([1e21,Infinity,2147483648,2147483647,300,-1,-1e21,4294967295,255.5,0.5,1.5,2.5,NaN])",
    code: "return new Uint8ClampedArray([1e21,Infinity,2147483648,2147483647,300,-1,-1e21,4294967295,255.5,0.5,1.5,2.5,NaN])",
    nashorn: {
      result:
        "Uint8ClampedArray {0: 0, 1: 0, 2: 0, 3: 255, 4: 255, 5: 0, 6: 255, 7: 0, 8: 255, 9: 0, 10: 1, 11: 2, 12: 0}",
    },
  },
  {
    name: "var a=new Uint8ClampedArray(1); a[0]=2147483648; return a[0]",
    code: "var a=new Uint8ClampedArray(1); a[0]=2147483648; return a[0]",
    nashorn: { result: "255" },
  },
  {
    name: "var a=new Uint8ClampedArray(1); a[0]=1e10; return a[0]",
    code: "var a=new Uint8ClampedArray(1); a[0]=1e10; return a[0]",
    nashorn: { result: "255" },
  },
  {
    name: "var n=[]; var o={valueOf:function(){n.push('v');return 7},toString:function(){n.push('s');return 't'}}; return [new Date(o).getTime(),n]",
    code: "var n=[]; var o={valueOf:function(){n.push('v');return 7},toString:function(){n.push('s');return 't'}}; return [new Date(o).getTime(),n]",
    nashorn: { result: '[7, ["v", "v"]]' },
  },
  {
    name: "var n=[]; var o={valueOf:function(){n.push('v');return {}},toString:function(){n.push('s');return '2018'}}; return [new Date(o).getTime(),n]",
    code: "var n=[]; var o={valueOf:function(){n.push('v');return {}},toString:function(){n.push('s');return '2018'}}; return [new Date(o).getTime(),n]",
    nashorn: { result: '[1514764800000, ["v", "s"]]' },
  },
  {
    name: "return 1 + Object.getPrototypeOf(new Date(0))",
    code: "return 1 + Object.getPrototypeOf(new Date(0))",
    nashorn: { result: "NaN" },
  },
  {
    name: "return 1 + Date.prototype",
    code: "return 1 + Date.prototype",
    nashorn: { result: "NaN" },
  },
  {
    name: "return String(Date.prototype)",
    code: "return String(Date.prototype)",
    nashorn: { result: '"Invalid Date"' },
  },
  {
    name: "return '' + Date.prototype",
    code: "return '' + Date.prototype",
    nashorn: { result: '"NaN"' },
  },
  {
    name: "return Date.prototype + 1",
    code: "return Date.prototype + 1",
    nashorn: { result: "NaN" },
  },
  {
    name: "return 1 + new Date(NaN)",
    code: "return 1 + new Date(NaN)",
    nashorn: { result: '"1Invalid Date"' },
  },
  {
    name: "return '' + new Date(NaN)",
    code: "return '' + new Date(NaN)",
    nashorn: { result: '"Invalid Date"' },
  },
  {
    name: "return Date.prototype.valueOf()",
    code: "return Date.prototype.valueOf()",
    nashorn: { result: "NaN" },
  },
  {
    name: "return Array.prototype.slice.call(NaN, '')",
    code: "return Array.prototype.slice.call(NaN, '')",
    nashorn: { result: "[]" },
  },
  {
    name: "return Array.prototype.slice.call(5)",
    code: "return Array.prototype.slice.call(5)",
    nashorn: { result: "[]" },
  },
  {
    name: "return Array.prototype.slice.call(true, 1)",
    code: "return Array.prototype.slice.call(true, 1)",
    nashorn: { result: "[]" },
  },
  {
    name: "return Math.ceil(false).toString()",
    code: "return Math.ceil(false).toString()",
    nashorn: { result: '"0"' },
  },
  {
    name: "return typeof Math.ceil(false)",
    code: "return typeof Math.ceil(false)",
    nashorn: { result: '"object"' },
  },
  {
    name: "return Math.ceil(false) === 0",
    code: "return Math.ceil(false) === 0",
    nashorn: { result: "false" },
  },
  {
    name: "return Math.ceil(false) == 0",
    code: "return Math.ceil(false) == 0",
    nashorn: { result: "true" },
  },
  {
    name: "return Math.ceil(false) + 1",
    code: "return Math.ceil(false) + 1",
    nashorn: { result: "1" },
  },
  {
    name: "return JSON.stringify([Math.ceil(true)])",
    code: "return JSON.stringify([Math.ceil(true)])",
    nashorn: { result: '"[1]"' },
  },
  {
    name: "return '\\u00e9'.localeCompare('text')",
    code: "return '\\u00e9'.localeCompare('text')",
    nashorn: { result: "-1" },
  },
] satisfies Case[];
