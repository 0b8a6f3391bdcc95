import type { Case } from "../case.ts";

/** Computed keys, loop targets, arrows, block functions: what silently goes wrong. */
export default [
  {
    name: "var k='z'; return JSON.stringify({[k]:1})",
    code: "var k='z'; return JSON.stringify({[k]:1})",
    nashorn: { result: '"{\\"undefined\\":1}"' },
  },
  {
    name: "var k='z'; function g(){return k} return JSON.stringify({[k]:1})",
    code: "var k='z'; function g(){return k} return JSON.stringify({[k]:1})",
    nashorn: { result: '"{\\"z\\":1}"' },
  },
  {
    name: "var k='z'; (function(){return k})(); return JSON.stringify({[k]:1})",
    code: "var k='z'; (function(){return k})(); return JSON.stringify({[k]:1})",
    nashorn: { result: '"{\\"z\\":1}"' },
  },
  {
    name: "var k='z'; eval(''); return JSON.stringify({[k]:1})",
    code: "var k='z'; eval(''); return JSON.stringify({[k]:1})",
    nashorn: { result: '"{\\"z\\":1}"' },
  },
  {
    name: "var k='z'; return (function(){return JSON.stringify({[k]:1})})()",
    code: "var k='z'; return (function(){return JSON.stringify({[k]:1})})()",
    nashorn: { result: '"{\\"z\\":1}"' },
  },
  {
    name: "var k='z'; return (function(){k; return JSON.stringify({[k]:1})})()",
    code: "var k='z'; return (function(){k; return JSON.stringify({[k]:1})})()",
    nashorn: { result: '"{\\"z\\":1}"' },
  },
  {
    name: "let k='z'; return JSON.stringify({[k]:1})",
    code: "let k='z'; return JSON.stringify({[k]:1})",
    nashorn: { result: '"{\\"undefined\\":1}"' },
  },
  {
    name: "const k='z'; return JSON.stringify({[k]:1})",
    code: "const k='z'; return JSON.stringify({[k]:1})",
    nashorn: { result: '"{\\"undefined\\":1}"' },
  },
  {
    name: "let k='z'; {return JSON.stringify({[k]:1})}",
    code: "let k='z'; {return JSON.stringify({[k]:1})}",
    nashorn: { result: '"{\\"undefined\\":1}"' },
  },
  {
    name: "return (function(k){return JSON.stringify({[k]:1})})('z')",
    code: "return (function(k){return JSON.stringify({[k]:1})})('z')",
    nashorn: { result: '"{\\"undefined\\":1}"' },
  },
  {
    name: "return (function(k){arguments; return JSON.stringify({[k]:1})})('z')",
    code: "return (function(k){arguments; return JSON.stringify({[k]:1})})('z')",
    nashorn: { result: '"{\\"z\\":1}"' },
  },
  {
    name: "return (function(k){return JSON.stringify({[arguments[0]]:1})})('z')",
    code: "return (function(k){return JSON.stringify({[arguments[0]]:1})})('z')",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return JSON.stringify({[this.x]:1})",
    code: "return JSON.stringify({[this.x]:1})",
    nashorn: { error: "TypeError" },
  },
  {
    name: "nope = 'q'; return JSON.stringify({[nope]:1})",
    code: "nope = 'q'; return JSON.stringify({[nope]:1})",
    nashorn: { result: '"{\\"q\\":1}"' },
  },
  {
    name: "return JSON.stringify({[nope]:1})",
    code: "return JSON.stringify({[nope]:1})",
    nashorn: { error: "ReferenceError" },
  },
  {
    name: "var k='z'; with({}){return JSON.stringify({[k]:1})}",
    code: "var k='z'; with({}){return JSON.stringify({[k]:1})}",
    nashorn: { result: '"{\\"z\\":1}"' },
  },
  {
    name: "var k='z'; with({k:'w'}){return JSON.stringify({[k]:1})}",
    code: "var k='z'; with({k:'w'}){return JSON.stringify({[k]:1})}",
    nashorn: { result: '"{\\"w\\":1}"' },
  },
  {
    name: "var k='z'; return JSON.stringify({[(function(){return 'a'})()]:1})",
    code: "var k='z'; return JSON.stringify({[(function(){return 'a'})()]:1})",
    nashorn: { result: '"{\\"a\\":1}"' },
  },
  {
    name: "var k='z'; return JSON.stringify({[(function(){return k})()]:1})",
    code: "var k='z'; return JSON.stringify({[(function(){return k})()]:1})",
    nashorn: { result: '"{\\"z\\":1}"' },
  },
  {
    name: "var k='z'; return JSON.stringify({[(function(k){return k})('p')]:1})",
    code: "var k='z'; return JSON.stringify({[(function(k){return k})('p')]:1})",
    nashorn: { result: '"{\\"p\\":1}"' },
  },
  {
    name: "var k='z'; return JSON.stringify({[(a=>a)('p')]:1})",
    code: "var k='z'; return JSON.stringify({[(a=>a)('p')]:1})",
    nashorn: { result: '"{\\"p\\":1}"' },
  },
  {
    name: "var k='z'; return JSON.stringify({[k='b']:1, [k]:2, k:k})",
    code: "var k='z'; return JSON.stringify({[k='b']:1, [k]:2, k:k})",
    nashorn: { result: '"{\\"k\\":\\"z\\",\\"b\\":1,\\"undefined\\":2}"' },
  },
  {
    name: "var k='z'; return JSON.stringify({[k+='b']:1, k:k})",
    code: "var k='z'; return JSON.stringify({[k+='b']:1, k:k})",
    nashorn: { result: '"{\\"k\\":\\"z\\",\\"undefinedb\\":1}"' },
  },
  {
    name: "var k=1; return JSON.stringify({[k++]:1, k:k})",
    code: "var k=1; return JSON.stringify({[k++]:1, k:k})",
    nashorn: { result: '"{\\"k\\":1,\\"NaN\\":1}"' },
  },
  {
    name: "var k=1; return JSON.stringify({[++k]:1, k:k})",
    code: "var k=1; return JSON.stringify({[++k]:1, k:k})",
    nashorn: { result: '"{\\"k\\":1,\\"NaN\\":1}"' },
  },
  {
    name: "var o={a:'b'}; return JSON.stringify({[o.a]:1})",
    code: "var o={a:'b'}; return JSON.stringify({[o.a]:1})",
    nashorn: { error: "TypeError" },
  },
  {
    name: "var o={a:'b'}; return JSON.stringify({[typeof o]:1})",
    code: "var o={a:'b'}; return JSON.stringify({[typeof o]:1})",
    nashorn: { result: '"{\\"undefined\\":1}"' },
  },
  {
    name: "var o=Symbol(); var r = {[o]:1}; return JSON.stringify(Object.getOwnProperty ...",
    code: "var o=Symbol(); var r = {[o]:1}; return JSON.stringify(Object.getOwnPropertySymbols(r).length)",
    nashorn: { result: '"0"' },
  },
  {
    name: "return String(Object.getOwnPropertySymbols({[Symbol.iterator]:1}).length)",
    code: "return String(Object.getOwnPropertySymbols({[Symbol.iterator]:1}).length)",
    nashorn: { result: '"1"' },
  },
  {
    name: "return JSON.stringify({['a']:1,[1]:2,[null]:3,[undefined]:4,[true]:5})",
    code: "return JSON.stringify({['a']:1,[1]:2,[null]:3,[undefined]:4,[true]:5})",
    nashorn: { result: '"{\\"1\\":2,\\"a\\":1,\\"null\\":3,\\"undefined\\":4,\\"true\\":5}"' },
  },
  {
    name: "for (var i=0, s=''; i<2; i++) s += JSON.stringify({[i]:1}); return s",
    code: "for (var i=0, s=''; i<2; i++) s += JSON.stringify({[i]:1}); return s",
    nashorn: { result: '"{\\"undefined\\":1}{\\"undefined\\":1}"' },
  },
  {
    name: "for (let i=0; i<2; i++) return JSON.stringify({[i]:1}); ",
    code: "for (let i=0; i<2; i++) return JSON.stringify({[i]:1}); ",
    nashorn: { result: '"{\\"undefined\\":1}"' },
  },
  {
    name: "var k='z'; return JSON.stringify({get [k](){return 1}})",
    code: "var k='z'; return JSON.stringify({get [k](){return 1}})",
    nashorn: { result: '"{\\"undefined\\":1}"' },
  },
  {
    name: "var k='z'; var o = {[k](){return 1}}; return Object.keys(o)+''",
    code: "var k='z'; var o = {[k](){return 1}}; return Object.keys(o)+''",
    nashorn: { result: '"undefined"' },
  },
  {
    name: "var k='z'; var o = {set [k](v){}}; return Object.keys(o)+''",
    code: "var k='z'; var o = {set [k](v){}}; return Object.keys(o)+''",
    nashorn: { result: '"undefined"' },
  },
  {
    name: "var o = {['a'](){return 1}, ['b']:2}; return o.a()+''",
    code: "var o = {['a'](){return 1}, ['b']:2}; return o.a()+''",
    nashorn: { result: '"1"' },
  },
  {
    name: "var o = {['a'](){return 1}, ['b']:2}; return o.a.name+''",
    code: "var o = {['a'](){return 1}, ['b']:2}; return o.a.name+''",
    nashorn: { result: '""' },
  },
  {
    name: "var o = {[`x`]:1}; return Object.keys(o)+''",
    code: "var o = {[`x`]:1}; return Object.keys(o)+''",
    nashorn: { result: '"x"' },
  },
  {
    name: "var o = {[`x${1}`]:1}; return Object.keys(o)+''",
    code: "var o = {[`x${1}`]:1}; return Object.keys(o)+''",
    nashorn: { result: '"x1"' },
  },
  {
    name: "var k=1; var o = {[`x${k}`]:1}; return Object.keys(o)+''",
    code: "var k=1; var o = {[`x${k}`]:1}; return Object.keys(o)+''",
    nashorn: { result: '"xundefined"' },
  },
  {
    name: "var o = {[claims]:1}; return Object.keys(o)+''",
    code: "var o = {[claims]:1}; return Object.keys(o)+''",
    nashorn: { result: '"undefined"' },
  },
  {
    name: "var k='z'; if (claims) { var y={[k]:1}; } try { k.x; } catch(e) {} return JS ...",
    code: "var k='z'; if (claims) { var y={[k]:1}; } try { k.x; } catch(e) {} return JSON.stringify(y)",
    nashorn: { result: '"{\\"undefined\\":1}"' },
  },
  {
    name: "function f(){ } ; return JSON.stringify({[f]:1})",
    code: "function f(){ } ; return JSON.stringify({[f]:1})",
    nashorn: { result: '"{\\"undefined\\":1}"' },
  },
  {
    name: "function f(){ return JSON.stringify({[f]:1}) } ; return f()",
    code: "function f(){ return JSON.stringify({[f]:1}) } ; return f()",
    nashorn: { result: '"{\\"function f(){ return JSON.stringify({[f]:1}) }\\":1}"' },
  },
  {
    name: "return JSON.stringify({['a']:1, get ['a'](){return 2}})",
    code: "return JSON.stringify({['a']:1, get ['a'](){return 2}})",
    nashorn: { result: '"{\\"a\\":2}"' },
  },
  {
    name: "return JSON.stringify({a:1, ['a']:3, a:2})",
    code: "return JSON.stringify({a:1, ['a']:3, a:2})",
    nashorn: { result: '"{\\"a\\":3}"' },
  },
  {
    name: "return JSON.stringify({['b']:1, a:3, ['b']:4})",
    code: "return JSON.stringify({['b']:1, a:3, ['b']:4})",
    nashorn: { result: '"{\\"a\\":3,\\"b\\":4}"' },
  },
  {
    name: "return JSON.stringify({1:1, ['b']:1, 0:3, ['b']:4})",
    code: "return JSON.stringify({1:1, ['b']:1, 0:3, ['b']:4})",
    nashorn: { result: '"{\\"0\\":3,\\"1\\":1,\\"b\\":4}"' },
  },
  {
    name: "var x={}; for (x.y in {a:1}); return typeof x.y",
    code: "var x={}; for (x.y in {a:1}); return typeof x.y",
    nashorn: { error: "TypeError" },
  },
  {
    name: "var x={}; (function(){x}); for (x.y in {a:1}); return x.y",
    code: "var x={}; (function(){x}); for (x.y in {a:1}); return x.y",
    nashorn: { result: '"a"' },
  },
  {
    name: "var x=[]; (function(){x}); for (x[0] of [1]); return x[0]===1",
    code: "var x=[]; (function(){x}); for (x[0] of [1]); return x[0]===1",
    nashorn: { result: "true" },
  },
  {
    name: "var x={}; return (function(){ for (x.y in {a:1}); return x.y })()",
    code: "var x={}; return (function(){ for (x.y in {a:1}); return x.y })()",
    nashorn: { result: '"a"' },
  },
  {
    name: "var i=0,x=[]; (function(){x}); for (x[i] of [1]); return x[0]===1",
    code: "var i=0,x=[]; (function(){x}); for (x[i] of [1]); return x[0]===1",
    nashorn: { result: "false" },
  },
  {
    name: "var x={}; function f(){return x} for (f().y in {a:1}); return x.y",
    code: "var x={}; function f(){return x} for (f().y in {a:1}); return x.y",
    nashorn: { error: "TypeError" },
  },
  {
    name: "var f = function(){}; return f.name === '' && (function g(){}).name === 'g'",
    code: "var f = function(){}; return f.name === '' && (function g(){}).name === 'g'",
    nashorn: { result: "true" },
  },
  {
    name: "var d = Object.getOwnPropertyDescriptor(function f(a){}, 'name'); return JSO ...",
    code: "var d = Object.getOwnPropertyDescriptor(function f(a){}, 'name'); return JSON.stringify(d)",
    nashorn: {
      result:
        '"{\\"configurable\\":false,\\"enumerable\\":false,\\"writable\\":false,\\"value\\":\\"f\\"}"',
    },
  },
  {
    name: "var d = Object.getOwnPropertyDescriptor(function f(a){}, 'length'); return J ...",
    code: "var d = Object.getOwnPropertyDescriptor(function f(a){}, 'length'); return JSON.stringify(d)",
    nashorn: {
      result:
        '"{\\"configurable\\":false,\\"enumerable\\":false,\\"writable\\":false,\\"value\\":1}"',
    },
  },
  {
    name: "var d = Object.getOwnPropertyNames(function f(a){}); return d+''",
    code: "var d = Object.getOwnPropertyNames(function f(a){}); return d+''",
    nashorn: { result: '"prototype,length,name"' },
  },
  {
    name: "var d = Object.getOwnPropertyNames(a=>1); return d+''",
    code: "var d = Object.getOwnPropertyNames(a=>1); return d+''",
    nashorn: { result: '"prototype,length,name"' },
  },
  {
    name: "var d = Object.getOwnPropertyNames({a(){}}.a); return d+''",
    code: "var d = Object.getOwnPropertyNames({a(){}}.a); return d+''",
    nashorn: { result: '"prototype,length,name"' },
  },
  {
    name: "var d = Object.getOwnPropertyDescriptor(function f(a){}, 'prototype'); retur ...",
    code: "var d = Object.getOwnPropertyDescriptor(function f(a){}, 'prototype'); return JSON.stringify(d)",
    nashorn: {
      result:
        '"{\\"configurable\\":false,\\"enumerable\\":false,\\"writable\\":true,\\"value\\":{}}"',
    },
  },
  {
    name: "return JSON.stringify(Object.getOwnPropertyDescriptor(a=>1, 'prototype'))",
    code: "return JSON.stringify(Object.getOwnPropertyDescriptor(a=>1, 'prototype'))",
    nashorn: {
      result:
        '"{\\"configurable\\":false,\\"enumerable\\":false,\\"writable\\":true,\\"value\\":{}}"',
    },
  },
  { name: "return ({a(){}}).a.name", code: "return ({a(){}}).a.name", nashorn: { result: '"a"' } },
  {
    name: "return Object.getOwnPropertyDescriptor({get a(){}}, 'a').get.name",
    code: "return Object.getOwnPropertyDescriptor({get a(){}}, 'a').get.name",
    nashorn: { result: '"a"' },
  },
  {
    name: "return new (a=>1) instanceof Object",
    code: "return new (a=>1) instanceof Object",
    nashorn: { result: "true" },
  },
  {
    name: "try { new ({a(){}}).a; return true } catch(e) { return ''+e }",
    code: "try { new ({a(){}}).a; return true } catch(e) { return ''+e }",
    nashorn: { result: "true" },
  },
  {
    name: "return (function () { return (() => arguments[0])(9); })(3)",
    code: "return (function () { return (() => arguments[0])(9); })(3)",
    nashorn: { result: "3" },
  },
  {
    name: "function f(){ var g = () => arguments[0]; return g(9) } return f(3)",
    code: "function f(){ var g = () => arguments[0]; return g(9) } return f(3)",
    nashorn: { result: "3" },
  },
  {
    name: "function f(){ var g = () => () => arguments[0]; return g(9)(8) } return f(3)",
    code: "function f(){ var g = () => () => arguments[0]; return g(9)(8) } return f(3)",
    nashorn: { result: "3" },
  },
  {
    name: "function f(){ return [7].map(x => arguments[0])[0] } return f(3)",
    code: "function f(){ return [7].map(x => arguments[0])[0] } return f(3)",
    nashorn: { result: "3" },
  },
  {
    name: "function f(a){ a = 5; var g = () => arguments[0]; return g(9) } return f(3)",
    code: "function f(a){ a = 5; var g = () => arguments[0]; return g(9) } return f(3)",
    nashorn: { result: "5" },
  },
  {
    name: "function f(){ var g = (a = arguments[0]) => a; return g() } return f(3)",
    code: "function f(){ var g = (a = arguments[0]) => a; return g() } return f(3)",
    nashorn: { result: "3" },
  },
] satisfies Case[];
