import type { Case } from "../case.ts";

/** Statements: loops, labels, blocks, declarations, directives. */
export default [
  { name: "continue; return true", code: "continue; return true", nashorn: { error: "syntax" } },
  {
    name: "l: continue l; return true",
    code: "l: continue l; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "l: { continue l; } return true",
    code: "l: { continue l; } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "l: while(false) { continue l } return true",
    code: "l: while(false) { continue l } return true",
    nashorn: { result: "true" },
  },
  {
    name: "l: m: while(true) { break m } return true",
    code: "l: m: while(true) { break m } return true",
    nashorn: { result: "true" },
  },
  {
    name: "l: m: do { continue l } while(false); return true",
    code: "l: m: do { continue l } while(false); return true",
    nashorn: { result: "true" },
  },
  {
    name: "while (true) { break x } return true",
    code: "while (true) { break x } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "while (false) { continue x } return true",
    code: "while (false) { continue x } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "switch(1) { case 1: break } return true",
    code: "switch(1) { case 1: break } return true",
    nashorn: { result: "true" },
  },
  {
    name: "switch(1) { case 1: continue } return true",
    code: "switch(1) { case 1: continue } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "switch(1) { default: default: } return true",
    code: "switch(1) { default: default: } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "switch(1) { case 1: case 1: return true }",
    code: "switch(1) { case 1: case 1: return true }",
    nashorn: { result: "true" },
  },
  {
    name: "switch(1) { } return true",
    code: "switch(1) { } return true",
    nashorn: { result: "true" },
  },
  {
    name: "switch(1) { case 1: var x = true } return x",
    code: "switch(1) { case 1: var x = true } return x",
    nashorn: { result: "true" },
  },
  {
    name: "l: switch(1) { case 1: break l } return true",
    code: "l: switch(1) { case 1: break l } return true",
    nashorn: { result: "true" },
  },
  {
    name: "switch(1) { case 1: {function f(){return true} return f()} }",
    code: "switch(1) { case 1: {function f(){return true} return f()} }",
    nashorn: { result: "true" },
  },
  {
    name: "switch(1) { case 1: if (1) { let a; const b = 2 } } return true",
    code: "switch(1) { case 1: if (1) { let a; const b = 2 } } return true",
    nashorn: { result: "true" },
  },
  {
    name: "switch(1) { case 1: class A{} } return true",
    code: "switch(1) { case 1: class A{} } return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "switch(1) { case 1: for (let x = 0; x < 1; x++); } return true",
    code: "switch(1) { case 1: for (let x = 0; x < 1; x++); } return true",
    nashorn: { result: "true" },
  },
  {
    name: "switch (1) { case 1: l: function f(){} } return true",
    code: "switch (1) { case 1: l: function f(){} } return true",
    nashorn: { result: "true" },
  },
  { name: "try {} return true", code: "try {} return true", nashorn: { error: "syntax" } },
  {
    name: "try {} catch (e) {} return true",
    code: "try {} catch (e) {} return true",
    nashorn: { result: "true" },
  },
  {
    name: "try {} finally {} return true",
    code: "try {} finally {} return true",
    nashorn: { result: "true" },
  },
  {
    name: "try {} catch {} return true",
    code: "try {} catch {} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "try {} catch (e, f) {} return true",
    code: "try {} catch (e, f) {} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "try {} catch (e) { let e; } return true",
    code: "try {} catch (e) { let e; } return true",
    nashorn: { result: "true" },
  },
  {
    name: "try {} catch (e) { var e; } return true",
    code: "try {} catch (e) { var e; } return true",
    nashorn: { result: "true" },
  },
  {
    name: "try {} catch (e) { const e = 1; } return true",
    code: "try {} catch (e) { const e = 1; } return true",
    nashorn: { result: "true" },
  },
  {
    name: "try {} catch (e) { function e(){} } return true",
    code: "try {} catch (e) { function e(){} } return true",
    nashorn: { result: "true" },
  },
  {
    name: "try { throw 1 } catch (e) { for (var e of []); } return true",
    code: "try { throw 1 } catch (e) { for (var e of []); } return true",
    nashorn: { result: "true" },
  },
  {
    name: "try { throw 1 } catch (e) { for (var e in {}); } return true",
    code: "try { throw 1 } catch (e) { for (var e in {}); } return true",
    nashorn: { result: "true" },
  },
  {
    name: "try { throw 1 } catch (e) { var e = 2 } return e === undefined",
    code: "try { throw 1 } catch (e) { var e = 2 } return e === undefined",
    nashorn: { result: "true" },
  },
  {
    name: "try {} catch ([a]) {} return true",
    code: "try {} catch ([a]) {} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "try {} catch (1) {} return true",
    code: "try {} catch (1) {} return true",
    nashorn: { error: "syntax" },
  },
  { name: "throw 1", code: "throw\n1", nashorn: { error: "syntax" } },
  { name: "throw", code: "throw", nashorn: { error: "syntax" } },
  { name: "throw;", code: "throw;", nashorn: { error: "syntax" } },
  { name: "return true", code: "return\ntrue", nashorn: { result: "undefined" } },
  { name: "debugger; return true", code: "debugger; return true", nashorn: { result: "true" } },
  { name: "; return true", code: "; return true", nashorn: { result: "true" } },
  { name: ";;;; return true", code: ";;;; return true", nashorn: { result: "true" } },
  { name: "{} return true", code: "{} return true", nashorn: { result: "true" } },
  { name: "{;} return true", code: "{;} return true", nashorn: { result: "true" } },
  { name: "{ return true }", code: "{ return true }", nashorn: { result: "true" } },
  { name: "({}) ; return true", code: "({}) ; return true", nashorn: { result: "true" } },
  {
    name: "function f(){} return true",
    code: "function f(){} return true",
    nashorn: { result: "true" },
  },
  {
    name: "function f(){}; return true",
    code: "function f(){}; return true",
    nashorn: { result: "true" },
  },
  {
    name: "function (){} return true",
    code: "function (){} return true",
    nashorn: { result: "true" },
  },
  {
    name: "function (){}; return true",
    code: "function (){}; return true",
    nashorn: { result: "true" },
  },
  {
    name: "(function (){})(); return true",
    code: "(function (){})(); return true",
    nashorn: { result: "true" },
  },
  {
    name: "function f(){}() ; return true",
    code: "function f(){}() ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "!function(){}(); return true",
    code: "!function(){}(); return true",
    nashorn: { result: "true" },
  },
  {
    name: "new function(){}; return true",
    code: "new function(){}; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var f = function(){}() ; return true",
    code: "var f = function(){}() ; return true",
    nashorn: { result: "true" },
  },
  {
    name: "async function f(){} return true",
    code: "async function f(){} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "function* f(){} return true",
    code: "function* f(){} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "function f(a,){} return true",
    code: "function f(a,){} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "function f(,){} return true",
    code: "function f(,){} return true",
    nashorn: { error: "syntax" },
  },
  { name: "f(1,); return true", code: "f(1,); return true", nashorn: { error: "syntax" } },
  { name: "f(,); return true", code: "f(,); return true", nashorn: { error: "syntax" } },
  { name: "(a,)=>1; return true", code: "(a,)=>1; return true", nashorn: { error: "syntax" } },
  { name: "(,)=>1; return true", code: "(,)=>1; return true", nashorn: { error: "syntax" } },
  {
    name: "({a(b,){}}); return true",
    code: "({a(b,){}}); return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "({set a(b,){}}); return true",
    code: "({set a(b,){}}); return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "new Object(1,); return true",
    code: "new Object(1,); return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "new Object(,); return true",
    code: "new Object(,); return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "let x; let x; return true",
    code: "let x; let x; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "let x; var x; return true",
    code: "let x; var x; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var x; let x; return true",
    code: "var x; let x; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "const x = 1; var x; return true",
    code: "const x = 1; var x; return true",
    nashorn: { error: "syntax" },
  },
  { name: "const x; return true", code: "const x; return true", nashorn: { error: "syntax" } },
  {
    name: "let x; function x(){} return true",
    code: "let x; function x(){} return true",
    nashorn: { error: "syntax" },
  },
] satisfies Case[];
