import type { Case } from "../case.ts";

/** Expressions: targets, arrows, object literals, templates, operators. */
export default [
  {
    name: "var o = {if}; return true",
    code: "var o = {if}; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var o = {this}; return true",
    code: "var o = {this}; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var o = {true}; return true",
    code: "var o = {true}; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var o = {yield}; return true",
    code: "var o = {yield}; return true",
    nashorn: { error: "ReferenceError" },
  },
  {
    name: "var yield = 1; var o = {yield}; return o.yield === 1",
    code: "var yield = 1; var o = {yield}; return o.yield === 1",
    nashorn: { result: "true" },
  },
  {
    name: '"use strict"; var o = {yield}; return true',
    code: '"use strict"; var o = {yield}; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: "var o = {let}; return true",
    code: "var o = {let}; return true",
    nashorn: { error: "ReferenceError" },
  },
  {
    name: "var o = {eval}; return o.eval === eval",
    code: "var o = {eval}; return o.eval === eval",
    nashorn: { result: "true" },
  },
  {
    name: '"use strict"; var o = {eval}; return true',
    code: '"use strict"; var o = {eval}; return true',
    nashorn: { result: "true" },
  },
  {
    name: "var o = {if: 1, class: 2, true: 3}; return o.class === 2",
    code: "var o = {if: 1, class: 2, true: 3}; return o.class === 2",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {get: 1, set: 2}; return o.get === 1",
    code: "var o = {get: 1, set: 2}; return o.get === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {get a(){return 1}}; return o.a === 1",
    code: "var o = {get a(){return 1}}; return o.a === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {get a(b){}}; return true",
    code: "var o = {get a(b){}}; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var o = {set a(){}}; return true",
    code: "var o = {set a(){}}; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {set a(b){}}; return true",
    code: "var o = {set a(b){}}; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {set a(b,c){}}; return true",
    code: "var o = {set a(b,c){}}; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var o = {set a(b=1){}}; return true",
    code: "var o = {set a(b=1){}}; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var o = {set a(...b){}}; return true",
    code: "var o = {set a(...b){}}; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var o = {set a([b]){}}; return true",
    code: "var o = {set a([b]){}}; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var o = {get if(){return 1}}; return o.if === 1",
    code: "var o = {get if(){return 1}}; return o.if === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {get 1(){return 1}}; return o[1] === 1",
    code: "var o = {get 1(){return 1}}; return o[1] === 1",
    nashorn: { result: "true" },
  },
  {
    name: 'var o = {get "a"(){return 1}}; return o.a === 1',
    code: 'var o = {get "a"(){return 1}}; return o.a === 1',
    nashorn: { result: "true" },
  },
  {
    name: "var o = {get [1+1](){return 1}}; return o[2] === 1",
    code: "var o = {get [1+1](){return 1}}; return o[2] === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {get(){return 1}}; return o.get() === 1",
    code: "var o = {get(){return 1}}; return o.get() === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {set(){return 1}}; return o.set() === 1",
    code: "var o = {set(){return 1}}; return o.set() === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {get get(){return 1}}; return o.get === 1",
    code: "var o = {get get(){return 1}}; return o.get === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {get set(){return 1}}; return o.set === 1",
    code: "var o = {get set(){return 1}}; return o.set === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {get a(){return 1}}; return o.a === 1 (2)",
    code: "var o = {get\na(){return 1}}; return o.a === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {a(){return 1}}; return o.a() === 1",
    code: "var o = {a(){return 1}}; return o.a() === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {1(){return 1}}; return o[1]() === 1",
    code: "var o = {1(){return 1}}; return o[1]() === 1",
    nashorn: { error: "java" },
  },
  {
    name: 'var o = {"a b"(){return 1}}; return o["a b"]() === 1',
    code: 'var o = {"a b"(){return 1}}; return o["a b"]() === 1',
    nashorn: { error: "java" },
  },
  {
    name: "var o = {if(){return 1}}; return o.if() === 1",
    code: "var o = {if(){return 1}}; return o.if() === 1",
    nashorn: { error: "java" },
  },
  {
    name: "var o = {[1](){return 1}}; return o[1]() === 1",
    code: "var o = {[1](){return 1}}; return o[1]() === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {*a(){}}; return true",
    code: "var o = {*a(){}}; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var o = {async a(){}}; return true",
    code: "var o = {async a(){}}; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var o = {async: 1}; return o.async === 1",
    code: "var o = {async: 1}; return o.async === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {async(){return 1}}; return o.async() === 1",
    code: "var o = {async(){return 1}}; return o.async() === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {await: 1, yield: 2, let: 3, static: 4}; return o.let === 3",
    code: "var o = {await: 1, yield: 2, let: 3, static: 4}; return o.let === 3",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {a:1, a:2}; return o.a === 2",
    code: "var o = {a:1, a:2}; return o.a === 2",
    nashorn: { result: "true" },
  },
  {
    name: '"use strict"; var o = {a:1, a:2}; return o.a === 2',
    code: '"use strict"; var o = {a:1, a:2}; return o.a === 2',
    nashorn: { result: "true" },
  },
  {
    name: "var o = {a:1, get a(){return 2}}; return o.a === 2",
    code: "var o = {a:1, get a(){return 2}}; return o.a === 2",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {get a(){return 2}, a:1}; return o.a === 1",
    code: "var o = {get a(){return 2}, a:1}; return o.a === 1",
    nashorn: { result: "false" },
  },
  {
    name: "var o = {get a(){return 2}, get a(){return 3}}; return o.a === 3",
    code: "var o = {get a(){return 2}, get a(){return 3}}; return o.a === 3",
    nashorn: { result: "true" },
  },
  {
    name: '"use strict"; var o = {get a(){return 2}, get a(){return 3}}; return o.a === 3',
    code: '"use strict"; var o = {get a(){return 2}, get a(){return 3}}; return o.a === 3',
    nashorn: { result: "true" },
  },
  {
    name: '"use strict"; var o = {get a(){return 2}, a:3}; return o.a === 3',
    code: '"use strict"; var o = {get a(){return 2}, a:3}; return o.a === 3',
    nashorn: { result: "false" },
  },
  {
    name: '"use strict"; var o = {a:1, get a(){return 2}}; return o.a === 2',
    code: '"use strict"; var o = {a:1, get a(){return 2}}; return o.a === 2',
    nashorn: { result: "true" },
  },
  {
    name: '"use strict"; var o = {set a(x){}, set a(y){}}; return true',
    code: '"use strict"; var o = {set a(x){}, set a(y){}}; return true',
    nashorn: { result: "true" },
  },
  {
    name: "var o = {__proto__:null, __proto__:null}; return true",
    code: "var o = {__proto__:null, __proto__:null}; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: 'var o = {__proto__:null, "__proto__":null}; return true',
    code: 'var o = {__proto__:null, "__proto__":null}; return true',
    nashorn: { result: "true" },
  },
  {
    name: 'var o = {__proto__:null, ["__proto__"]:null}; return true',
    code: 'var o = {__proto__:null, ["__proto__"]:null}; return true',
    nashorn: { result: "true" },
  },
  {
    name: "var __proto__ = 1; var o = {__proto__, __proto__:null}; return true",
    code: "var __proto__ = 1; var o = {__proto__, __proto__:null}; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {__proto__(){}, __proto__:null}; return true",
    code: "var o = {__proto__(){}, __proto__:null}; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {__proto__: Array.prototype}; return o instanceof Array",
    code: "var o = {__proto__: Array.prototype}; return o instanceof Array",
    nashorn: { result: "true" },
  },
  {
    name: 'var o = {"__proto__": Array.prototype}; return o instanceof Array',
    code: 'var o = {"__proto__": Array.prototype}; return o instanceof Array',
    nashorn: { result: "false" },
  },
  {
    name: 'var o = {["__proto__"]: Array.prototype}; return o instanceof Array',
    code: 'var o = {["__proto__"]: Array.prototype}; return o instanceof Array',
    nashorn: { result: "true" },
  },
  {
    name: "var __proto__ = Array.prototype; var o = {__proto__}; return o instanceof Array",
    code: "var __proto__ = Array.prototype; var o = {__proto__}; return o instanceof Array",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {__proto__: 1}; return Object.getPrototypeOf(o) === Object.prototype",
    code: "var o = {__proto__: 1}; return Object.getPrototypeOf(o) === Object.prototype",
    nashorn: { result: "true" },
  },
  {
    name: 'var o = {__proto__(){ }}; return typeof o.__proto__ === "function"',
    code: 'var o = {__proto__(){ }}; return typeof o.__proto__ === "function"',
    nashorn: { result: "true" },
  },
  {
    name: "var o = {...{}}; return true",
    code: "var o = {...{}}; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = [...[]]; return true",
    code: "var a = [...[]]; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = [,]; return a.length === 1",
    code: "var a = [,]; return a.length === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var a = [,,]; return a.length === 2",
    code: "var a = [,,]; return a.length === 2",
    nashorn: { result: "true" },
  },
  {
    name: "var a = [1,,2,]; return a.length === 3",
    code: "var a = [1,,2,]; return a.length === 3",
    nashorn: { result: "true" },
  },
  {
    name: "var a = [1 2]; return true",
    code: "var a = [1 2]; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: 'var a = `a${1}b`; return a === "a1b"',
    code: 'var a = `a${1}b`; return a === "a1b"',
    nashorn: { result: "true" },
  },
  {
    name: 'var a = `a${`b${1}`}`; return a === "ab1"',
    code: 'var a = `a${`b${1}`}`; return a === "ab1"',
    nashorn: { result: "true" },
  },
  {
    name: "var a = `${}`; return true",
    code: "var a = `${}`; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = `\\01`; return true",
    code: "var a = `\\01`; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: 'var a = `\\0`; return a === "\\0"',
    code: 'var a = `\\0`; return a === "\\0"',
    nashorn: { result: "true" },
  },
  {
    name: "var a = `\\1`; return true",
    code: "var a = `\\1`; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = `\\08`; return true",
    code: "var a = `\\08`; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = `\\8`; return true",
    code: "var a = `\\8`; return true",
    nashorn: { result: "true" },
  },
] satisfies Case[];
