import type { Case } from "../case.ts";

/** Differences that the fuzzer found, and their neighbours. */
export default [
  { name: "return -([] || 255)", code: "return -([] || 255)", nashorn: { result: "-255" } },
  { name: "return -('a' || 5)", code: "return -('a' || 5)", nashorn: { result: "-5" } },
  { name: "return +('a' || 5)", code: "return +('a' || 5)", nashorn: { result: "5" } },
  { name: "return ('a' || 5) * 1", code: "return ('a' || 5) * 1", nashorn: { result: "NaN" } },
  { name: "return ('a' || 5) - 1", code: "return ('a' || 5) - 1", nashorn: { result: "NaN" } },
  { name: "return 1 - ('a' || 5)", code: "return 1 - ('a' || 5)", nashorn: { result: "NaN" } },
  { name: "return ('a' && 5) * 1", code: "return ('a' && 5) * 1", nashorn: { result: "5" } },
  {
    name: "var x='a'; return (x || 5) - 1",
    code: "var x='a'; return (x || 5) - 1",
    nashorn: { result: "NaN" },
  },
  {
    name: "var x='a'; return (x || 5) | 0",
    code: "var x='a'; return (x || 5) | 0",
    nashorn: { result: "0" },
  },
  {
    name: "var x='a'; return ~(x || 5)",
    code: "var x='a'; return ~(x || 5)",
    nashorn: { result: "-6" },
  },
  {
    name: "var x='a'; return (x || 5) > 3",
    code: "var x='a'; return (x || 5) > 3",
    nashorn: { result: "true" },
  },
  {
    name: "var x='a'; return Math.floor(x || 5)",
    code: "var x='a'; return Math.floor(x || 5)",
    nashorn: { result: "NaN" },
  },
  {
    name: "var x='a'; return 2 * (x && 3)",
    code: "var x='a'; return 2 * (x && 3)",
    nashorn: { result: "6" },
  },
  {
    name: "var x='a', y='7'; return -(x || y)",
    code: "var x='a', y='7'; return -(x || y)",
    nashorn: { result: "-7" },
  },
  {
    name: "var x='0'; return -(x || 5)",
    code: "var x='0'; return -(x || 5)",
    nashorn: { result: "-5" },
  },
  {
    name: "var x='0'; return (x || 5) * 2",
    code: "var x='0'; return (x || 5) * 2",
    nashorn: { result: "0" },
  },
  {
    name: "var x='0'; return (x && 5) * 2",
    code: "var x='0'; return (x && 5) * 2",
    nashorn: { result: "10" },
  },
  {
    name: "var x='0'; return -(x && 5)",
    code: "var x='0'; return -(x && 5)",
    nashorn: { result: "-0" },
  },
  {
    name: "var x=''; return -(x || '5')",
    code: "var x=''; return -(x || '5')",
    nashorn: { result: "-5" },
  },
  {
    name: "var x={valueOf:function(){return 0}}; return -(x || 5)",
    code: "var x={valueOf:function(){return 0}}; return -(x || 5)",
    nashorn: { result: "-5" },
  },
  {
    name: "var x={valueOf:function(){return 0}}; return (x || 5) * 1",
    code: "var x={valueOf:function(){return 0}}; return (x || 5) * 1",
    nashorn: { result: "0" },
  },
  {
    name: "var x=[]; return -(x && 5)",
    code: "var x=[]; return -(x && 5)",
    nashorn: { result: "-0" },
  },
  {
    name: "var x='0'; return -(x ? x : 5)",
    code: "var x='0'; return -(x ? x : 5)",
    nashorn: { result: "-0" },
  },
  {
    name: "var x='0'; return +(x || 5)",
    code: "var x='0'; return +(x || 5)",
    nashorn: { result: "5" },
  },
  {
    name: "var x='0'; return Number(x || 5)",
    code: "var x='0'; return Number(x || 5)",
    nashorn: { result: "0" },
  },
  {
    name: "var x='0'; var r = 0; r -= (x || 5); return r",
    code: "var x='0'; var r = 0; r -= (x || 5); return r",
    nashorn: { result: "-5" },
  },
  {
    name: "var x='0'; var r = 1; r *= (x || 5); return r",
    code: "var x='0'; var r = 1; r *= (x || 5); return r",
    nashorn: { result: "5" },
  },
  {
    name: "var x='0'; return [1,2,3][(x || 2)]",
    code: "var x='0'; return [1,2,3][(x || 2)]",
    nashorn: { result: "1" },
  },
  {
    name: "var x='0'; return 1 + (x || 5)",
    code: "var x='0'; return 1 + (x || 5)",
    nashorn: { result: '"10"' },
  },
  {
    name: "var x='0'; return -(x || 5 || 7)",
    code: "var x='0'; return -(x || 5 || 7)",
    nashorn: { result: "-5" },
  },
  {
    name: "var x='0'; return -('' || x || 7)",
    code: "var x='0'; return -('' || x || 7)",
    nashorn: { result: "-7" },
  },
  {
    name: "var x=null; return -(x || 5)",
    code: "var x=null; return -(x || 5)",
    nashorn: { result: "-5" },
  },
  {
    name: "var x=true; return -(x || 5)",
    code: "var x=true; return -(x || 5)",
    nashorn: { result: "-1" },
  },
  {
    name: "var x=new Date(0); return -(x || 5)",
    code: "var x=new Date(0); return -(x || 5)",
    nashorn: { result: "-5" },
  },
  {
    name: "var x=new Date(0); return (x || 5) - 1",
    code: "var x=new Date(0); return (x || 5) - 1",
    nashorn: { result: "-1" },
  },
  {
    name: "var x='0'; return (x || 5) % 3",
    code: "var x='0'; return (x || 5) % 3",
    nashorn: { result: "2" },
  },
  {
    name: "var x='0'; return (x || 5) / 2",
    code: "var x='0'; return (x || 5) / 2",
    nashorn: { result: "2.5" },
  },
  {
    name: "var x='0'; return (x || 5) << 1",
    code: "var x='0'; return (x || 5) << 1",
    nashorn: { result: "10" },
  },
  {
    name: "var x='0'; return (x || 5) & 7",
    code: "var x='0'; return (x || 5) & 7",
    nashorn: { result: "5" },
  },
  {
    name: "var x='0'; return (x || 5) < 3",
    code: "var x='0'; return (x || 5) < 3",
    nashorn: { result: "false" },
  },
  {
    name: "var x='0'; var y = x || 5; return -y",
    code: "var x='0'; var y = x || 5; return -y",
    nashorn: { result: "-0" },
  },
  {
    name: "function f(x){return -(x || 5)} return [f('0'),f('a'),f([]),f('3'),f(0),f(2)]",
    code: "function f(x){return -(x || 5)} return [f('0'),f('a'),f([]),f('3'),f(0),f(2)]",
    nashorn: { result: "[-5, -5, -5, -3, -5, -2]" },
  },
  {
    name: "function f(x){return (x || 5) * 2} return [f('0'),f('a'),f([]),f('3'),f(0),f(2)]",
    code: "function f(x){return (x || 5) * 2} return [f('0'),f('a'),f([]),f('3'),f(0),f(2)]",
    nashorn: { result: "[0, NaN, 0, 6, 10, 4]" },
  },
  {
    name: "var x='0'; return -(x || 5) + 1",
    code: "var x='0'; return -(x || 5) + 1",
    nashorn: { result: "-4" },
  },
  {
    name: "var x='0'; return !(x || 0)",
    code: "var x='0'; return !(x || 0)",
    nashorn: { result: "false" },
  },
  {
    name: "var x='a'; x = -(x || 5); return x",
    code: "var x='a'; x = -(x || 5); return x",
    nashorn: { result: "-5" },
  },
  {
    name: "var o={x:'0'}; return -(o.x || 5)",
    code: "var o={x:'0'}; return -(o.x || 5)",
    nashorn: { result: "-5" },
  },
  {
    name: "return -(claims.user.x || 5)",
    code: "return -(claims.user.x || 5)",
    nashorn: { result: "-5" },
  },
  { name: "var s='0'; s++; return s", code: "var s='0'; s++; return s", nashorn: { result: "1" } },
  {
    name: "var x='0'; return 10 - (x || 5) - 1",
    code: "var x='0'; return 10 - (x || 5) - 1",
    nashorn: { result: "4" },
  },
] satisfies Case[];
