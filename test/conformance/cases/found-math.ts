import type { Case } from "../case.ts";

/** Differences that the fuzzer found, and their neighbours. */
export default [
  {
    name: "return Math.ceil(true)",
    code: "return Math.ceil(true)",
    nashorn: { result: "java java.lang.Long" },
  },
  {
    name: "return Math.ceil(1<2)",
    code: "return Math.ceil(1<2)",
    nashorn: { result: "java java.lang.Long" },
  },
  {
    name: "var a=1;return Math.ceil(a<0)",
    code: "var a=1;return Math.ceil(a<0)",
    nashorn: { result: "java java.lang.Long" },
  },
  {
    name: "return Math.floor(1<2)",
    code: "return Math.floor(1<2)",
    nashorn: { result: "java java.lang.Long" },
  },
  {
    name: "return Math.abs(1<2)",
    code: "return Math.abs(1<2)",
    nashorn: { result: "java java.lang.Long" },
  },
  { name: "return Math.round(1<2)", code: "return Math.round(1<2)", nashorn: { result: "1" } },
  { name: "return Math.sqrt(1<2)", code: "return Math.sqrt(1<2)", nashorn: { result: "1" } },
  {
    name: "return Math.max(1<2,0)",
    code: "return Math.max(1<2,0)",
    nashorn: { result: "java java.lang.Long" },
  },
  { name: "return Math.ceil('2.5')", code: "return Math.ceil('2.5')", nashorn: { result: "3" } },
  { name: "return Math.ceil(null)", code: "return Math.ceil(null)", nashorn: { result: "0" } },
  {
    name: "return Math.ceil(undefined)",
    code: "return Math.ceil(undefined)",
    nashorn: { result: "NaN" },
  },
  {
    name: "return Math.floor(a=true); var a",
    code: "return Math.floor(a=true); var a",
    nashorn: { result: "java java.lang.Long" },
  },
  {
    name: "return Math.floor(!0)",
    code: "return Math.floor(!0)",
    nashorn: { result: "java java.lang.Long" },
  },
  { name: "return Math.ceil({})", code: "return Math.ceil({})", nashorn: { result: "NaN" } },
  { name: "return Math.ceil([])", code: "return Math.ceil([])", nashorn: { result: "0" } },
  {
    name: "return Math.ceil(void 0)",
    code: "return Math.ceil(void 0)",
    nashorn: { result: "NaN" },
  },
  {
    name: "return Math.exp(1<2)",
    code: "return Math.exp(1<2)",
    nashorn: { result: "2.718281828459045" },
  },
  { name: "return Math.pow(1<2,1<2)", code: "return Math.pow(1<2,1<2)", nashorn: { result: "1" } },
  {
    name: "return Math.sin(1<2)",
    code: "return Math.sin(1<2)",
    nashorn: { result: "0.8414709848078965" },
  },
  {
    name: "var t=true; return Math.abs(t)",
    code: "var t=true; return Math.abs(t)",
    nashorn: { result: "java java.lang.Long" },
  },
  {
    name: "var t=[true]; return Math.abs(t[0])",
    code: "var t=[true]; return Math.abs(t[0])",
    nashorn: { result: "1" },
  },
  {
    name: "function f(x){return Math.abs(x)} return f(true)",
    code: "function f(x){return Math.abs(x)} return f(true)",
    nashorn: { result: "java java.lang.Long" },
  },
  {
    name: "var m=Math.abs; return m(true)",
    code: "var m=Math.abs; return m(true)",
    nashorn: { result: "java java.lang.Long" },
  },
  {
    name: "return Math.abs.call(null,true)",
    code: "return Math.abs.call(null,true)",
    nashorn: { result: "java java.lang.Long" },
  },
  {
    name: "return [true].map(Math.abs)",
    code: "return [true].map(Math.abs)",
    nashorn: { result: "[1]" },
  },
  {
    name: "return Math.min(true,false)",
    code: "return Math.min(true,false)",
    nashorn: { result: "java java.lang.Long" },
  },
  {
    name: "return Math.max(1,true)",
    code: "return Math.max(1,true)",
    nashorn: { result: "java java.lang.Long" },
  },
  { name: "return Math.max(true)", code: "return Math.max(true)", nashorn: { result: "1" } },
  {
    name: "return Math.max(1,2,true)",
    code: "return Math.max(1,2,true)",
    nashorn: { result: "2" },
  },
  {
    name: "var o={b:true}; return Math.floor(o.b)",
    code: "var o={b:true}; return Math.floor(o.b)",
    nashorn: { result: "1" },
  },
  {
    name: "return Math.abs(new Boolean(true))",
    code: "return Math.abs(new Boolean(true))",
    nashorn: { result: "1" },
  },
  {
    name: "return Math.abs(claims.user.x===1)",
    code: "return Math.abs(claims.user.x===1)",
    nashorn: { result: "java java.lang.Long" },
  },
  { name: "return Math.abs(null)", code: "return Math.abs(null)", nashorn: { result: "0" } },
  {
    name: "return Math.abs(undefined)",
    code: "return Math.abs(undefined)",
    nashorn: { result: "NaN" },
  },
  { name: "return Math.abs('x')", code: "return Math.abs('x')", nashorn: { result: "NaN" } },
  { name: "return Math.floor(null)", code: "return Math.floor(null)", nashorn: { result: "0" } },
  { name: "return Math.max('3',2)", code: "return Math.max('3',2)", nashorn: { result: "3" } },
  {
    name: "return Math.max(undefined,2)",
    code: "return Math.max(undefined,2)",
    nashorn: { result: "NaN" },
  },
  { name: "return Math.max(null,-2)", code: "return Math.max(null,-2)", nashorn: { result: "0" } },
  { name: "return Math.max({},2)", code: "return Math.max({},2)", nashorn: { result: "NaN" } },
] satisfies Case[];
