import type { Case } from "../case.ts";

/** Statements: loops, labels, blocks, declarations, directives. */
export default [
  {
    name: "for (var i = 0 in {}) ; return true",
    code: "for (var i = 0 in {}) ; return true",
    nashorn: { result: "true" },
  },
  {
    name: 'for (var i = 0 in {a:1}) ; return i === "a"',
    code: 'for (var i = 0 in {a:1}) ; return i === "a"',
    nashorn: { result: "true" },
  },
  {
    name: '"use strict"; for (var i = 0 in {}) ; return true',
    code: '"use strict"; for (var i = 0 in {}) ; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: "for (let i = 0 in {}) ; return true",
    code: "for (let i = 0 in {}) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (const i = 0 in {}) ; return true",
    code: "for (const i = 0 in {}) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (var i = 0 of []) ; return true",
    code: "for (var i = 0 of []) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (let i = 0 of []) ; return true",
    code: "for (let i = 0 of []) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (var i, j in {}) ; return true",
    code: "for (var i, j in {}) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (var i, j of []) ; return true",
    code: "for (var i, j of []) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (let i, j of []) ; return true",
    code: "for (let i, j of []) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (const i in {}) ; return true",
    code: "for (const i in {}) ; return true",
    nashorn: { result: "true" },
  },
  {
    name: "for (const i of []) ; return true",
    code: "for (const i of []) ; return true",
    nashorn: { result: "true" },
  },
  {
    name: "for (const i;;) ; return true",
    code: "for (const i;;) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (const i = 0;;) { break } return true",
    code: "for (const i = 0;;) { break } return true",
    nashorn: { result: "true" },
  },
  {
    name: "for (const i = 0; i < 1; i++) ; return true",
    code: "for (const i = 0; i < 1; i++) ; return true",
    nashorn: { error: "TypeError" },
  },
  {
    name: "for (let i;;) { break } return true",
    code: "for (let i;;) { break } return true",
    nashorn: { result: "true" },
  },
  {
    name: "for (let i = 0, i = 1;;) { break } return true",
    code: "for (let i = 0, i = 1;;) { break } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (var i = 0, i = 1;;) { break } return true",
    code: "for (var i = 0, i = 1;;) { break } return true",
    nashorn: { result: "true" },
  },
  {
    name: "for (let i = 0;;) { let i = 1; break } return true",
    code: "for (let i = 0;;) { let i = 1; break } return true",
    nashorn: { result: "true" },
  },
  {
    name: "for (let i = 0;;) { var i = 1; break } return true",
    code: "for (let i = 0;;) { var i = 1; break } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (let i of [1]) { var i = 1; break } return true",
    code: "for (let i of [1]) { var i = 1; break } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (let i in {a:1}) { var i = 1; break } return true",
    code: "for (let i in {a:1}) { var i = 1; break } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (let i in {a:1}) { let i = 1; break } return true",
    code: "for (let i in {a:1}) { let i = 1; break } return true",
    nashorn: { result: "true" },
  },
  {
    name: "for (const i in {a:1}) { i = 1; } return true",
    code: "for (const i in {a:1}) { i = 1; } return true",
    nashorn: { error: "TypeError" },
  },
  {
    name: "for (1 in {}) ; return true",
    code: "for (1 in {}) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (1 of []) ; return true",
    code: "for (1 of []) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (f() in {}) ; function f(){} return true",
    code: "for (f() in {}) ; function f(){} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (f() of []) ; function f(){} return true",
    code: "for (f() of []) ; function f(){} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: 'for ((x) in {a:1}) ; var x; return x==="a"',
    code: 'for ((x) in {a:1}) ; var x; return x==="a"',
    nashorn: { result: "true" },
  },
  {
    name: "for ((x) of [1]) ; var x; return x===1",
    code: "for ((x) of [1]) ; var x; return x===1",
    nashorn: { result: "true" },
  },
  {
    name: "for (x.y in {a:1}) ; var x = {}; return true",
    code: "for (x.y in {a:1}) ; var x = {}; return true",
    nashorn: { error: "TypeError" },
  },
  {
    name: 'var x = {}; for (x.y in {a:1}) ; return x.y === "a"',
    code: 'var x = {}; for (x.y in {a:1}) ; return x.y === "a"',
    nashorn: { error: "TypeError" },
  },
  {
    name: "var x = {}; for (x.y of [1]) ; return x.y === 1",
    code: "var x = {}; for (x.y of [1]) ; return x.y === 1",
    nashorn: { error: "TypeError" },
  },
  {
    name: "var x = []; for (x[0] of [1]) ; return x[0] === 1",
    code: "var x = []; for (x[0] of [1]) ; return x[0] === 1",
    nashorn: { error: "TypeError" },
  },
  {
    name: "var x = {}; for ((x.y) of [1]) ; return x.y === 1",
    code: "var x = {}; for ((x.y) of [1]) ; return x.y === 1",
    nashorn: { error: "TypeError" },
  },
  {
    name: "for (x = 1 in {}) ; return true",
    code: "for (x = 1 in {}) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (x = 1 of []) ; return true",
    code: "for (x = 1 of []) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (var x of 1, 2) ; return true",
    code: "for (var x of 1, 2) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (var x of [1], [2]) ; return true",
    code: "for (var x of [1], [2]) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: 'for (var x in 1, {a:1}) ; return x==="a"',
    code: 'for (var x in 1, {a:1}) ; return x==="a"',
    nashorn: { result: "true" },
  },
  {
    name: "for (var x of []) function f(){} return true",
    code: "for (var x of []) function f(){} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (var x of []) let y; return true",
    code: "for (var x of []) let y; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (;false;) function f(){} return true",
    code: "for (;false;) function f(){} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (;false;) let x; return true",
    code: "for (;false;) let x; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (;false;) const x = 1; return true",
    code: "for (;false;) const x = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (;false;) class A{} return true",
    code: "for (;false;) class A{} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "while (false) function f(){} return true",
    code: "while (false) function f(){} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "while (false) let x; return true",
    code: "while (false) let x; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "while (false) const x = 1; return true",
    code: "while (false) const x = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "do function f(){} while(false); return true",
    code: "do function f(){} while(false); return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "if (true) let x; return true",
    code: "if (true) let x; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "if (true) const x = 1; return true",
    code: "if (true) const x = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "if (true) function f(){} return true",
    code: "if (true) function f(){} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "if (true) function f(){} else function f(){} return true",
    code: "if (true) function f(){} else function f(){} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "if (false) ; else function f(){} return true",
    code: "if (false) ; else function f(){} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; if (true) function f(){} return true',
    code: '"use strict"; if (true) function f(){} return true',
    nashorn: { error: "syntax" },
  },
  {
    name: "with ({}) function f(){} return true",
    code: "with ({}) function f(){} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "with ({}) let x; return true",
    code: "with ({}) let x; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "l: function f(){} return true",
    code: "l: function f(){} return true",
    nashorn: { result: "true" },
  },
  {
    name: '"use strict"; l: function f(){} return true',
    code: '"use strict"; l: function f(){} return true',
    nashorn: { error: "syntax" },
  },
  {
    name: "l: { function f(){} } return true",
    code: "l: { function f(){} } return true",
    nashorn: { result: "true" },
  },
  {
    name: "if (true) l: function f(){} return true",
    code: "if (true) l: function f(){} return true",
    nashorn: { result: "true" },
  },
  {
    name: "while(false) l: function f(){} return true",
    code: "while(false) l: function f(){} return true",
    nashorn: { result: "true" },
  },
  { name: "l: let x; return true", code: "l: let x; return true", nashorn: { error: "syntax" } },
  {
    name: "l: const x = 1; return true",
    code: "l: const x = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "l: m: function f(){} return true",
    code: "l: m: function f(){} return true",
    nashorn: { result: "true" },
  },
  { name: "l: l: ; return true", code: "l: l: ; return true", nashorn: { error: "syntax" } },
  {
    name: "l: { l: ; } return true",
    code: "l: { l: ; } return true",
    nashorn: { error: "syntax" },
  },
  { name: "l: ; l: ; return true", code: "l: ; l: ; return true", nashorn: { result: "true" } },
  {
    name: "l: (function(){ l: ; }); return true",
    code: "l: (function(){ l: ; }); return true",
    nashorn: { result: "true" },
  },
  {
    name: "l: { (function(){ break l; }) } return true",
    code: "l: { (function(){ break l; }) } return true",
    nashorn: { error: "syntax" },
  },
  { name: "break; return true", code: "break; return true", nashorn: { error: "syntax" } },
] satisfies Case[];
