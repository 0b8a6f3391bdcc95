import type { Case } from "../case.ts";

/** Computed keys, loop targets, arrows, block functions: what silently goes wrong. */
export default [
  {
    name: "function f(){ var g = () => { arguments[0] = 4 }; g(9); return arguments[0]  ...",
    code: "function f(){ var g = () => { arguments[0] = 4 }; g(9); return arguments[0] } return f(3)",
    nashorn: { result: "4" },
  },
  {
    name: 'function f(){ "use strict"; var g = () => arguments[0]; return g(9) } return ...',
    code: 'function f(){ "use strict"; var g = () => arguments[0]; return g(9) } return f(3)',
    nashorn: { result: "3" },
  },
  {
    name: "function f(){ var g = () => typeof arguments; return g(9) } return f(3)",
    code: "function f(){ var g = () => typeof arguments; return g(9) } return f(3)",
    nashorn: { result: '"object"' },
  },
  {
    name: "return (() => arguments[0])(9) === claims",
    code: "return (() => arguments[0])(9) === claims",
    nashorn: { result: "true" },
  },
  {
    name: "function f(){ this.v = 1; var g = () => this.v; return g() } return new f().v",
    code: "function f(){ this.v = 1; var g = () => this.v; return g() } return new f().v",
    nashorn: { result: "1" },
  },
  {
    name: "function F(){ this.v = 1; this.g = () => this.v } return new F().g()",
    code: "function F(){ this.v = 1; this.g = () => this.v } return new F().g()",
    nashorn: { result: "1" },
  },
  {
    name: "function F(){ this.v = 1; var g = () => this.v; this.r = g() } return new F().r",
    code: "function F(){ this.v = 1; var g = () => this.v; this.r = g() } return new F().r",
    nashorn: { result: "undefined" },
  },
  {
    name: "var k='z'; (function(){({[k]:1})}); return JSON.stringify({[k]:1})",
    code: "var k='z'; (function(){({[k]:1})}); return JSON.stringify({[k]:1})",
    nashorn: { result: '"{\\"z\\":1}"' },
  },
  {
    name: "var f = true ? (a => 1) : a => 2; return 1",
    code: "var f = true ? (a => 1) : a => 2; return 1",
    nashorn: { result: "1" },
  },
  {
    name: "function f(){ return true ? a => 1 : a => 2 } return 1",
    code: "function f(){ return true ? a => 1 : a => 2 } return 1",
    nashorn: { result: "1" },
  },
  {
    name: "function f(){ return true ? a => 1 : a => 2 } try { f() } catch (e) { return ...",
    code: "function f(){ return true ? a => 1 : a => 2 } try { f() } catch (e) { return 'caught'+e }",
    nashorn: {
      result: '"caughtjava.lang.AssertionError: Failed generating bytecode for <eval>:1"',
    },
  },
  {
    name: "var f = 1 ? 2 : a => 3; return f",
    code: "var f = 1 ? 2 : a => 3; return f",
    nashorn: { result: "2" },
  },
  {
    name: "var f = 1 ? a => 2 : 3; return 1",
    code: "var f = 1 ? a => 2 : 3; return 1",
    nashorn: { error: "java" },
  },
  {
    name: "var f = 1 ? 2 : 3 ? a => 1 : 4; return 1",
    code: "var f = 1 ? 2 : 3 ? a => 1 : 4; return 1",
    nashorn: { result: "1" },
  },
  {
    name: "var f = 1 ? (a => 2) : (a => 3); return f()",
    code: "var f = 1 ? (a => 2) : (a => 3); return f()",
    nashorn: { result: "2" },
  },
  {
    name: "var f = 1 ? a => { return 2 } : a => { return 3 }; return f()",
    code: "var f = 1 ? a => { return 2 } : a => { return 3 }; return f()",
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = 1 ? a => { return 2 } : 3; return f()",
    code: "var f = 1 ? a => { return 2 } : 3; return f()",
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = 0 ? 3 : a => { return 2 }; return f()",
    code: "var f = 0 ? 3 : a => { return 2 }; return f()",
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = 0 ? function(){} : a => { return 2 }; return f()",
    code: "var f = 0 ? function(){} : a => { return 2 }; return f()",
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = 0 ? (a => { return 2 }) : function(){return 5}; return f()",
    code: "var f = 0 ? (a => { return 2 }) : function(){return 5}; return f()",
    nashorn: { result: "5" },
  },
  {
    name: "var f = 0 ? [a => 2] : a => 5; return f()",
    code: "var f = 0 ? [a => 2] : a => 5; return f()",
    nashorn: { error: "java" },
  },
  {
    name: "var f = claims ? a => 2 : 3; return f()",
    code: "var f = claims ? a => 2 : 3; return f()",
    nashorn: { error: "java" },
  },
  {
    name: "var f = claims ? 2 : a => 3; return f",
    code: "var f = claims ? 2 : a => 3; return f",
    nashorn: { error: "java" },
  },
  {
    name: "var f = claims ? a => 2 : a => 3; return f()",
    code: "var f = claims ? a => 2 : a => 3; return f()",
    nashorn: { error: "java" },
  },
  {
    name: "var f = claims ? (a => 2) : a => 3; return f()",
    code: "var f = claims ? (a => 2) : a => 3; return f()",
    nashorn: { error: "java" },
  },
  {
    name: "var f = claims ? a => 2 : (a => 3); return f()",
    code: "var f = claims ? a => 2 : (a => 3); return f()",
    nashorn: { error: "java" },
  },
  {
    name: "var f = claims ? a => {return 2} : 1; return f()",
    code: "var f = claims ? a => {return 2} : 1; return f()",
    nashorn: { error: "syntax" },
  },
  {
    name: "var f = claims ? (a => 2).x : a => 3; return f",
    code: "var f = claims ? (a => 2).x : a => 3; return f",
    nashorn: { error: "java" },
  },
  {
    name: "var f = claims ? b => (a => 2) : 3; return f",
    code: "var f = claims ? b => (a => 2) : 3; return f",
    nashorn: { error: "java" },
  },
  {
    name: "var f = claims ? (a => 2) : null || (a => 3); return f()",
    code: "var f = claims ? (a => 2) : null || (a => 3); return f()",
    nashorn: { result: "2" },
  },
  {
    name: "return (function(){ return [1].map(x => this === undefined || x) + '' })()",
    code: "return (function(){ return [1].map(x => this === undefined || x) + '' })()",
    nashorn: { result: '"1"' },
  },
  {
    name: "return new String('abc').startsWith",
    code: "return new String('abc').startsWith",
    nashorn: { result: "undefined" },
  },
  {
    name: "return typeof 'abc'.contains",
    code: "return typeof 'abc'.contains",
    nashorn: { result: '"function"' },
  },
  {
    name: "return new String('abc').startsWith('a')",
    code: "return new String('abc').startsWith('a')",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return Object('abc').contains('a')",
    code: "return Object('abc').contains('a')",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return 'x'.constructor === String",
    code: "return 'x'.constructor === String",
    nashorn: { result: "true" },
  },
  {
    name: "return String.prototype.contains.call('abc','a')",
    code: "return String.prototype.contains.call('abc','a')",
    nashorn: { error: "TypeError" },
  },
  {
    name: "String.prototype.startsWith = function(){ return 'own' }; return 'abc'.start ...",
    code: "String.prototype.startsWith = function(){ return 'own' }; return 'abc'.startsWith('a')",
    nashorn: { result: '"own"' },
  },
  {
    name: "return (function(){ return (() => this)() === this }).call({})",
    code: "return (function(){ return (() => this)() === this }).call({})",
    nashorn: { result: "false" },
  },
  {
    name: "return (function(){ \"use strict\"; return (() => this)() + '' }).call({})",
    code: "return (function(){ \"use strict\"; return (() => this)() + '' }).call({})",
    nashorn: { result: '"undefined"' },
  },
  {
    name: "return (() => arguments.length)(1,2,3)",
    code: "return (() => arguments.length)(1,2,3)",
    nashorn: { result: "1" },
  },
  {
    name: "return (function(){ return (a => arguments.length)(1,2,3) })()",
    code: "return (function(){ return (a => arguments.length)(1,2,3) })()",
    nashorn: { result: "0" },
  },
  {
    name: "var o = {f: () => this}; return o.f() === o",
    code: "var o = {f: () => this}; return o.f() === o",
    nashorn: { result: "true" },
  },
  {
    name: "return ((a, b) => 1).length",
    code: "return ((a, b) => 1).length",
    nashorn: { result: "2" },
  },
  {
    name: "return (a => 1).hasOwnProperty('name') + (a=>1).name + '|'",
    code: "return (a => 1).hasOwnProperty('name') + (a=>1).name + '|'",
    nashorn: { result: '"true|"' },
  },
  {
    name: "return (function(){}).hasOwnProperty('name')",
    code: "return (function(){}).hasOwnProperty('name')",
    nashorn: { result: "true" },
  },
  {
    name: "return (function(){ 'use strict'; return arguments.hasOwnProperty('caller')  ...",
    code: "return (function(){ 'use strict'; return arguments.hasOwnProperty('caller') + ',' + arguments.hasOwnProperty('callee') })()",
    nashorn: { result: '"true,true"' },
  },
  {
    name: "return (function(){ return Object.getOwnPropertyNames(arguments)+'' })(1)",
    code: "return (function(){ return Object.getOwnPropertyNames(arguments)+'' })(1)",
    nashorn: { result: '"0,length,callee"' },
  },
  {
    name: "return (function(){ return arguments[Symbol.iterator] + '' })(1)",
    code: "return (function(){ return arguments[Symbol.iterator] + '' })(1)",
    nashorn: { result: '"undefined"' },
  },
  {
    name: "return Object.getOwnPropertyNames((function(){'use strict'}))+''",
    code: "return Object.getOwnPropertyNames((function(){'use strict'}))+''",
    nashorn: { result: '"prototype,length,name,arguments,caller"' },
  },
  {
    name: "return [3,1,2].sort(function(a,b){return a>b})+'' === '3,1,2'",
    code: "return [3,1,2].sort(function(a,b){return a>b})+'' === '3,1,2'",
    nashorn: { result: "true" },
  },
  {
    name: "return [1,2,3].sort(function(a,b){return a>b})+'' === '1,2,3'",
    code: "return [1,2,3].sort(function(a,b){return a>b})+'' === '1,2,3'",
    nashorn: { result: "true" },
  },
  {
    name: "return [3,undefined,1,2].sort(function(a,b){return a>b})+'' === '3,1,2,'",
    code: "return [3,undefined,1,2].sort(function(a,b){return a>b})+'' === '3,1,2,'",
    nashorn: { result: "true" },
  },
  {
    name: 'var F = new Function("this.a=1"); return new F().a === 1',
    code: 'var F = new Function("this.a=1"); return new F().a === 1',
    nashorn: { result: "true" },
  },
  {
    name: 'return typeof new Function("this.a = Object") === "function"',
    code: 'return typeof new Function("this.a = Object") === "function"',
    nashorn: { result: "true" },
  },
  {
    name: 'var F = new new Function("this.a = 1")(); return F.a === 1',
    code: 'var F = new new Function("this.a = 1")(); return F.a === 1',
    nashorn: { result: "true" },
  },
  {
    name: "function G(x){ return function(){ this.a = x } } var F = new new G(2)(); ret ...",
    code: "function G(x){ return function(){ this.a = x } } var F = new new G(2)(); return F.a === 2",
    nashorn: { result: "true" },
  },
] satisfies Case[];
