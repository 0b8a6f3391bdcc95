import type { Case } from "../case.ts";

/** Differences that the fuzzer found, and their neighbours. */
export default [
  { name: "return -Infinity ? 1 : 2", code: "return -Infinity ? 1 : 2", nashorn: { result: "2" } },
  { name: "return !!(-Infinity)", code: "return !!(-Infinity)", nashorn: { result: "false" } },
  {
    name: "var x=-Infinity; return x?1:2",
    code: "var x=-Infinity; return x?1:2",
    nashorn: { result: "1" },
  },
  {
    name: "var x=-Infinity; return !!x",
    code: "var x=-Infinity; return !!x",
    nashorn: { result: "true" },
  },
  {
    name: "var x=Infinity; return [!!x,x?1:2]",
    code: "var x=Infinity; return [!!x,x?1:2]",
    nashorn: { result: "[true, 1]" },
  },
  { name: "var x=1/0; return x?1:2", code: "var x=1/0; return x?1:2", nashorn: { result: "1" } },
  { name: "var x=-1/0; return x?1:2", code: "var x=-1/0; return x?1:2", nashorn: { result: "1" } },
  {
    name: "var o={v:-Infinity}; return o.v?1:2",
    code: "var o={v:-Infinity}; return o.v?1:2",
    nashorn: { result: "1" },
  },
  { name: "var x=1e300;return x?1:2", code: "var x=1e300;return x?1:2", nashorn: { result: "1" } },
  {
    name: "var x=-1e300;return x?1:2",
    code: "var x=-1e300;return x?1:2",
    nashorn: { result: "1" },
  },
  { name: "var x=1e20;return x?1:2", code: "var x=1e20;return x?1:2", nashorn: { result: "1" } },
  { name: "return 4294967296?1:2", code: "return 4294967296?1:2", nashorn: { result: "1" } },
  {
    name: "var x=4294967296; return x?1:2",
    code: "var x=4294967296; return x?1:2",
    nashorn: { result: "1" },
  },
  { name: "var x=0.5; return x?1:2", code: "var x=0.5; return x?1:2", nashorn: { result: "1" } },
  { name: "var x=-0.5;return x?1:2", code: "var x=-0.5;return x?1:2", nashorn: { result: "1" } },
  {
    name: "return Number.NEGATIVE_INFINITY?1:2",
    code: "return Number.NEGATIVE_INFINITY?1:2",
    nashorn: { result: "1" },
  },
  {
    name: "return 9007199254740993?1:2",
    code: "return 9007199254740993?1:2",
    nashorn: { result: "1" },
  },
  { name: "var x=1e21;return !x", code: "var x=1e21;return !x", nashorn: { result: "false" } },
  {
    name: "function f(x){return x?1:2} return [f(-Infinity),f(Infinity),f(1e21),f(4294967296)]",
    code: "function f(x){return x?1:2} return [f(-Infinity),f(Infinity),f(1e21),f(4294967296)]",
    nashorn: { result: "[1, 1, 1, 1]" },
  },
  { name: "return 1e21|0", code: "return 1e21|0", nashorn: { result: "-559939584" } },
  { name: "return ~1e21", code: "return ~1e21", nashorn: { result: "559939583" } },
  { name: "return 1e21>>>0", code: "return 1e21>>>0", nashorn: { result: "3735027712" } },
  { name: "return 1e21>>1", code: "return 1e21>>1", nashorn: { result: "-279969792" } },
  {
    name: "var x=1e21; return x|0",
    code: "var x=1e21; return x|0",
    nashorn: { result: "-559939584" },
  },
  {
    name: "function f(x){return x|0} return [f(1e21),f(1e20),f(1e19),f(9223372036854775808),f(-1e21),f(18446744073709551616),f(1e300),f(4294967296),f(4294967297),f(-1e19)]",
    code: "function f(x){return x|0} return [f(1e21),f(1e20),f(1e19),f(9223372036854775808),f(-1e21),f(18446744073709551616),f(1e300),f(4294967296),f(4294967297),f(-1e19)]",
    nashorn: {
      result: "[-559939584, 1661992960, -1981284352, 0, 559939584, 0, 0, 0, 1, 1981284352]",
    },
  },
  {
    name: "return [1e19|0,1e20|0,-1e21|0,1e300|0,9223372036854775808|0,Infinity|0,-Infinity|0,NaN|0]",
    code: "return [1e19|0,1e20|0,-1e21|0,1e300|0,9223372036854775808|0,Infinity|0,-Infinity|0,NaN|0]",
    nashorn: { result: "[-1981284352, 1661992960, 559939584, 0, 0, 0, 0, 0]" },
  },
  {
    name: "return 'abc'.charAt(1e21)",
    code: "return 'abc'.charAt(1e21)",
    nashorn: { result: '""' },
  },
  { name: "return 1e21^0", code: "return 1e21^0", nashorn: { result: "-559939584" } },
  { name: "return 1e21&-1", code: "return 1e21&-1", nashorn: { result: "-559939584" } },
  { name: "return 1<<1e21", code: "return 1<<1e21", nashorn: { result: "1" } },
  {
    name: "var a=new Int32Array(1); a[0]=1e21; return a[0]",
    code: "var a=new Int32Array(1); a[0]=1e21; return a[0]",
    nashorn: { result: "-559939584" },
  },
  {
    name: "var a=new Uint8Array(1); a[0]=1e21; return a[0]",
    code: "var a=new Uint8Array(1); a[0]=1e21; return a[0]",
    nashorn: { result: "0" },
  },
  {
    name: "return String.fromCharCode(1e21).charCodeAt(0)",
    code: "return String.fromCharCode(1e21).charCodeAt(0)",
    nashorn: { result: "0" },
  },
] satisfies Case[];
