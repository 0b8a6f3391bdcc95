import type { Case } from "../case.ts";

/** Statements: loops, labels, blocks, declarations, directives. */
export default [
  {
    name: "function x(){} let x; return true",
    code: "function x(){} let x; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "function x(){} var x; return true",
    code: "function x(){} var x; return true",
    nashorn: { result: "true" },
  },
  {
    name: "function x(){} function x(){} return true",
    code: "function x(){} function x(){} return true",
    nashorn: { result: "true" },
  },
  {
    name: "{ function x(){} function x(){} } return true",
    code: "{ function x(){} function x(){} } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; { function x(){} function x(){} } return true',
    code: '"use strict"; { function x(){} function x(){} } return true',
    nashorn: { error: "syntax" },
  },
  {
    name: "{ function x(){} let x; } return true",
    code: "{ function x(){} let x; } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "{ let x; function x(){} } return true",
    code: "{ let x; function x(){} } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "{ function x(){} var x; } return true",
    code: "{ function x(){} var x; } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "{ var x; function x(){} } return true",
    code: "{ var x; function x(){} } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "{ let x; var x; } return true",
    code: "{ let x; var x; } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "{ let x; { var x; } } return true",
    code: "{ let x; { var x; } } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "let x; { var x; } return true",
    code: "let x; { var x; } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "{ const x = 1; { var x; } } return true",
    code: "{ const x = 1; { var x; } } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "let x; { let x; } return true",
    code: "let x; { let x; } return true",
    nashorn: { result: "true" },
  },
  {
    name: "function f(x){ let x; } return true",
    code: "function f(x){ let x; } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "function f(x){ var x; } return true",
    code: "function f(x){ var x; } return true",
    nashorn: { result: "true" },
  },
  {
    name: "function f(x){ const x = 1; } return true",
    code: "function f(x){ const x = 1; } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "function f(x){ function x(){} } return true",
    code: "function f(x){ function x(){} } return true",
    nashorn: { result: "true" },
  },
  {
    name: "function f(x){ { let x; } } return true",
    code: "function f(x){ { let x; } } return true",
    nashorn: { result: "true" },
  },
  {
    name: "x => { let x; }; return true",
    code: "x => { let x; }; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "x => { var x; }; return true",
    code: "x => { var x; }; return true",
    nashorn: { result: "true" },
  },
  {
    name: "(function f(){ let f; }); return true",
    code: "(function f(){ let f; }); return true",
    nashorn: { result: "true" },
  },
  {
    name: "let arguments; return true",
    code: "let arguments; return true",
    nashorn: { result: "true" },
  },
  {
    name: '"use strict"; let eval; return true',
    code: '"use strict"; let eval; return true',
    nashorn: { error: "syntax" },
  },
  { name: "let eval; return true", code: "let eval; return true", nashorn: { result: "true" } },
  {
    name: "let undefined; return true",
    code: "let undefined; return true",
    nashorn: { result: "true" },
  },
  {
    name: "let NaN = 1; return true",
    code: "let NaN = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "const undefined = 1; return true",
    code: "const undefined = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "let x = x; return true",
    code: "let x = x; return true",
    nashorn: { error: "ReferenceError" },
  },
  {
    name: "const x = 1, y; return true",
    code: "const x = 1, y; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "let x = 1, y; return true",
    code: "let x = 1, y; return true",
    nashorn: { result: "true" },
  },
  {
    name: "let x, y, x; return true",
    code: "let x, y, x; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var x = 1, y = 2; return true",
    code: "var x = 1, y = 2; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var x var y; return true",
    code: "var x\nvar y; return true",
    nashorn: { result: "true" },
  },
  {
    name: "let x let y; return true",
    code: "let x\nlet y; return true",
    nashorn: { result: "true" },
  },
  {
    name: "let [a] = [1]; return true",
    code: "let [a] = [1]; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var [a] = [1]; return true",
    code: "var [a] = [1]; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var {a} = {}; return true",
    code: "var {a} = {}; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "const {a} = {}; return true",
    code: "const {a} = {}; return true",
    nashorn: { error: "syntax" },
  },
  { name: "[a] = [1]; return true", code: "[a] = [1]; return true", nashorn: { error: "syntax" } },
  {
    name: "({a} = {}); return true",
    code: "({a} = {}); return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "({a:b} = {}); return true",
    code: "({a:b} = {}); return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (var [a] of []) ; return true",
    code: "for (var [a] of []) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for ([a] of []) ; return true",
    code: "for ([a] of []) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for ({a} of []) ; return true",
    code: "for ({a} of []) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for ({a} in {}) ; return true",
    code: "for ({a} in {}) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (let {a} of []) ; return true",
    code: "for (let {a} of []) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "function f([a]){} return true",
    code: "function f([a]){} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "function f({a}){} return true",
    code: "function f({a}){} return true",
    nashorn: { error: "syntax" },
  },
  { name: "([a])=>1; return true", code: "([a])=>1; return true", nashorn: { error: "syntax" } },
  { name: "({a})=>1; return true", code: "({a})=>1; return true", nashorn: { error: "syntax" } },
  { name: "({a=1}); return true", code: "({a=1}); return true", nashorn: { result: "true" } },
  {
    name: "({a=1} = {}); return true",
    code: "({a=1} = {}); return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "let x = 1 x++ return x === 2",
    code: "let x = 1\nx++\nreturn x === 2",
    nashorn: { result: "true" },
  },
  {
    name: "var x = 1 ++x return x === 2",
    code: "var x = 1\n++x\nreturn x === 2",
    nashorn: { result: "true" },
  },
  {
    name: "var x = 1, y = 1; x ++ y; return y === 2",
    code: "var x = 1, y = 1; x\n++\ny; return y === 2",
    nashorn: { result: "true" },
  },
  {
    name: "var x = 1 (function(){}) return true",
    code: "var x = 1\n(function(){})\nreturn true",
    nashorn: { error: "TypeError" },
  },
  {
    name: "if (1) ; else ; return true",
    code: "if (1) ; else ; return true",
    nashorn: { result: "true" },
  },
  {
    name: "if (1) else; return true",
    code: "if (1) else; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "if (1) else ; return true",
    code: "if (1)\nelse ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "do ; while(0) return true",
    code: "do ; while(0) return true",
    nashorn: { result: "true" },
  },
  {
    name: "do {} while(0); return true",
    code: "do {} while(0); return true",
    nashorn: { result: "true" },
  },
  {
    name: "do ; while(0) return true (2)",
    code: "do ; while(0)\nreturn true",
    nashorn: { result: "true" },
  },
  {
    name: "do while(0) return true",
    code: "do\nwhile(0) return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = 1; var b = a /1/1; return b === 1",
    code: "var a = 1; var b = a\n/1/1; return b === 1",
    nashorn: { result: "true" },
  },
  {
    name: '"use strict" with({}){} return true',
    code: '"use strict"\nwith({}){} return true',
    nashorn: { error: "syntax" },
  },
  {
    name: "'use strict'; with({}){} return true",
    code: "'use strict'; with({}){} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "'use strict', 1; with({}){} return true",
    code: "'use strict', 1; with({}){} return true",
    nashorn: { result: "true" },
  },
  {
    name: "('use strict'); with({}){} return true",
    code: "('use strict'); with({}){} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: '"use\\u0020strict"; with({}){} return true',
    code: '"use\\u0020strict"; with({}){} return true',
    nashorn: { result: "true" },
  },
  {
    name: '"use stric\\ t"; with({}){} return true',
    code: '"use stric\\\nt"; with({}){} return true',
    nashorn: { result: "true" },
  },
  {
    name: '"a"; "use strict"; with({}){} return true',
    code: '"a"; "use strict"; with({}){} return true',
    nashorn: { error: "syntax" },
  },
] satisfies Case[];
