import type { Case } from "../case.ts";

export default [
  {
    name: 'var o={f:function(){}}; return o.f.name==="f";',
    code: 'var o={f:function(){}}; return o.f.name==="f";',
    nashorn: { result: "false" },
  },
  {
    name: 'var o={f(){}}; return o.f.name==="f";',
    code: 'var o={f(){}}; return o.f.name==="f";',
    nashorn: { result: "true" },
  },
  {
    name: 'var o={get f(){return 1}}; return Object.getOwnPropertyDescriptor(o,"f").get.name==="get f";',
    code: 'var o={get f(){return 1}}; return Object.getOwnPropertyDescriptor(o,"f").get.name==="get f";',
    nashorn: { result: "false" },
  },
  {
    name: 'var o={f(){}}; return o.f.hasOwnProperty("prototype")===false;',
    code: 'var o={f(){}}; return o.f.hasOwnProperty("prototype")===false;',
    nashorn: { result: "false" },
  },
  {
    name: 'var o={f(){}}; try { new o.f(); } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'var o={f(){}}; try {  new o.f();  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"no exception"' },
  },
  {
    name: 'var f=()=>{}; try { new f(); } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'var f=()=>{}; try {  new f();  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"no exception"' },
  },
  {
    name: 'var f=()=>{}; return f.hasOwnProperty("prototype")===false;',
    code: 'var f=()=>{}; return f.hasOwnProperty("prototype")===false;',
    nashorn: { result: "false" },
  },
  {
    name: "var f=()=>{}; return f.prototype===undefined;",
    code: "var f=()=>{}; return f.prototype===undefined;",
    nashorn: { result: "false" },
  },
  {
    name: 'function f(){} return Object.getOwnPropertyNames(f).indexOf("caller")===-1;',
    code: 'function f(){} return Object.getOwnPropertyNames(f).indexOf("caller")===-1;',
    nashorn: { result: "true" },
  },
  {
    name: 'function f(){"use strict"} return f.hasOwnProperty("caller")===false;',
    code: 'function f(){"use strict"} return f.hasOwnProperty("caller")===false;',
    nashorn: { result: "false" },
  },
  {
    name: "function f(){} return f.caller===undefined||f.caller===null;",
    code: "function f(){} return f.caller===undefined||f.caller===null;",
    nashorn: { result: "true" },
  },
  {
    name: "function f(){} return delete f.prototype===false;",
    code: "function f(){} return delete f.prototype===false;",
    nashorn: { result: "true" },
  },
  {
    name: 'var f=function g(){ return typeof g }; return f()==="function";',
    code: 'var f=function g(){ return typeof g }; return f()==="function";',
    nashorn: { result: "true" },
  },
  {
    name: "return (function(){return arguments.length})(1,2)===2;",
    code: "return (function(){return arguments.length})(1,2)===2;",
    nashorn: { result: "true" },
  },
  {
    name: "return (function(a){arguments[0]=2;return a})(1)===2;",
    code: "return (function(a){arguments[0]=2;return a})(1)===2;",
    nashorn: { result: "true" },
  },
  {
    name: 'return (function(a){"use strict";arguments[0]=2;return a})(1)===1;',
    code: 'return (function(a){"use strict";arguments[0]=2;return a})(1)===1;',
    nashorn: { result: "true" },
  },
  {
    name: 'return (function(){return arguments.hasOwnProperty("callee")})();',
    code: 'return (function(){return arguments.hasOwnProperty("callee")})();',
    nashorn: { result: "true" },
  },
  {
    name: 'return (function(){"use strict"; try{arguments.callee;return false}catch(e){return e instanceof TypeError}})();',
    code: 'return (function(){"use strict"; try{arguments.callee;return false}catch(e){return e instanceof TypeError}})();',
    nashorn: { result: "true" },
  },
  {
    name: 'return (function(){"use strict"; return arguments.hasOwnProperty("caller")===false})();',
    code: 'return (function(){"use strict"; return arguments.hasOwnProperty("caller")===false})();',
    nashorn: { result: "false" },
  },
  {
    name: "return (function(){return arguments.hasOwnProperty(Symbol.iterator)})()===true;",
    code: "return (function(){return arguments.hasOwnProperty(Symbol.iterator)})()===true;",
    nashorn: { result: "false" },
  },
  {
    name: 'return (function(){return Object.prototype.toString.call(arguments)})()==="[object Arguments]";',
    code: 'return (function(){return Object.prototype.toString.call(arguments)})()==="[object Arguments]";',
    nashorn: { result: "true" },
  },
  {
    name: "return (function(a,b){delete arguments[0];arguments[0]=9;return a})(1,2)===1;",
    code: "return (function(a,b){delete arguments[0];arguments[0]=9;return a})(1,2)===1;",
    nashorn: { result: "true" },
  },
  {
    name: 'return (function(a){Object.defineProperty(arguments,"0",{value:2,writable:false});a=3;return arguments[0]})(1)===2;',
    code: 'return (function(a){Object.defineProperty(arguments,"0",{value:2,writable:false});a=3;return arguments[0]})(1)===2;',
    nashorn: { result: "true" },
  },
  {
    name: "return (function(a){Object.freeze(arguments);a=3;return arguments[0]})(1)===1;",
    code: "return (function(a){Object.freeze(arguments);a=3;return arguments[0]})(1)===1;",
    nashorn: { result: "true" },
  },
  {
    name: 'function f(){return this} return typeof f.call(1)==="object";',
    code: 'function f(){return this} return typeof f.call(1)==="object";',
    nashorn: { result: "true" },
  },
  {
    name: 'function f(){"use strict";return this} return f.call(1)===1;',
    code: 'function f(){"use strict";return this} return f.call(1)===1;',
    nashorn: { result: "true" },
  },
  {
    name: 'function f(){"use strict";return typeof this} return f()==="undefined";',
    code: 'function f(){"use strict";return typeof this} return f()==="undefined";',
    nashorn: { result: "true" },
  },
  {
    name: "var x=0; { function f(){x=1} } f(); return x===1;",
    code: "var x=0; { function f(){x=1} } f(); return x===1;",
    nashorn: { error: "ReferenceError" },
  },
  {
    name: '{ function f(){return 1} } return typeof f==="undefined";',
    code: '{ function f(){return 1} } return typeof f==="undefined";',
    nashorn: { result: "true" },
  },
  {
    name: '{ function f(){return 1} } return typeof f==="function";',
    code: '{ function f(){return 1} } return typeof f==="function";',
    nashorn: { result: "false" },
  },
  {
    name: "{ let x=1; { let x=2 } return x===1 };",
    code: "{ let x=1; { let x=2 } return x===1 };",
    nashorn: { result: "true" },
  },
  {
    name: 'return typeof x==="undefined"; let x=1;',
    code: 'return typeof x==="undefined"; let x=1;',
    nashorn: { result: "true" },
  },
  {
    name: 'try { x; let x; } catch (e) { return e instanceof ReferenceError ? "ReferenceError" : "another exception"; } return "no exception";',
    code: 'try {  x; let x;  } catch (e) { return e instanceof ReferenceError ? "ReferenceError" : "another exception"; } return "no exception";',
    nashorn: { result: '"ReferenceError"' },
  },
  {
    name: 'try { const x=1; x=2; } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  const x=1; x=2;  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { const x=1; x++; } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  const x=1; x++;  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { for (const i=0;i<2;i++){} } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  for (const i=0;i<2;i++){}  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { let x=x; } catch (e) { return e instanceof ReferenceError ? "ReferenceError" : "another exception"; } return "no exception";',
    code: 'try {  let x=x;  } catch (e) { return e instanceof ReferenceError ? "ReferenceError" : "another exception"; } return "no exception";',
    nashorn: { result: '"ReferenceError"' },
  },
  {
    name: 'try { switch (0) { default: { f(); let y; function f(){ y } } } } catch (e) { return e instanceof ReferenceError ? "ReferenceError" : "anoth',
    code: 'try {  switch (0) { default: { f(); let y; function f(){ y } } }  } catch (e) { return e instanceof ReferenceError ? "ReferenceError" : "another exception"; } return "no exception";',
    nashorn: { result: '"ReferenceError"' },
  },
  {
    name: "let a=[]; for (let i=0;i<3;i++) a.push(function(){return i}); return a[0]()+a[1]()+a[2]()===3;",
    code: "let a=[]; for (let i=0;i<3;i++) a.push(function(){return i}); return a[0]()+a[1]()+a[2]()===3;",
    nashorn: { result: "true" },
  },
  {
    name: "let a=[]; for (let i=0;i<3;a.push(function(){return i}),i++); return a[0]()===1;",
    code: "let a=[]; for (let i=0;i<3;a.push(function(){return i}),i++); return a[0]()===1;",
    nashorn: { result: "true" },
  },
  {
    name: "let a=[]; for (let i=0,f=function(){return i};i<3;i++) a.push(f); return a[2]()===0;",
    code: "let a=[]; for (let i=0,f=function(){return i};i<3;i++) a.push(f); return a[2]()===0;",
    nashorn: { result: "true" },
  },
  {
    name: 'var s=""; for (var k in {b:1,a:2,2:1,1:1}) s+=k; return s==="12ba";',
    code: 'var s=""; for (var k in {b:1,a:2,2:1,1:1}) s+=k; return s==="12ba";',
    nashorn: { result: "true" },
  },
  {
    name: 'var s=""; var p={x:1},o=Object.create(p); o.y=2; for (var k in o) s+=k; return s==="yx";',
    code: 'var s=""; var p={x:1},o=Object.create(p); o.y=2; for (var k in o) s+=k; return s==="yx";',
    nashorn: { result: "true" },
  },
  {
    name: 'var s=""; var o={a:1}; for (var k in o) { s+=k; o.z=1 } return s==="a";',
    code: 'var s=""; var o={a:1}; for (var k in o) { s+=k; o.z=1 } return s==="a";',
    nashorn: { result: "true" },
  },
  {
    name: 'var s=""; var p={x:1},o=Object.create(p,{x:{value:1,enumerable:false}}); for (var k in o) s+=k; return s==="";',
    code: 'var s=""; var p={x:1},o=Object.create(p,{x:{value:1,enumerable:false}}); for (var k in o) s+=k; return s==="";',
    nashorn: { result: "true" },
  },
  {
    name: "for (var k in null) { return false } for (var k in undefined) { return false } return true",
    code: "for (var k in null) { return false } for (var k in undefined) { return false } return true",
    nashorn: { result: "true" },
  },
  {
    name: 'var s=""; for (var k in "ab") s+=k; return s==="01";',
    code: 'var s=""; for (var k in "ab") s+=k; return s==="01";',
    nashorn: { result: "true" },
  },
  {
    name: 'var s=""; for (var k in [3,,4]) s+=k; return s==="02";',
    code: 'var s=""; for (var k in [3,,4]) s+=k; return s==="02";',
    nashorn: { result: "true" },
  },
  {
    name: 'var it={}; it[Symbol.iterator]=1; try { for (var x of it) {} } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"',
    code: 'var it={}; it[Symbol.iterator]=1; try {  for (var x of it) {}  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { for (var x of {}) {} } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  for (var x of {}) {}  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { for (var x of 1) {} } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  for (var x of 1) {}  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: 'try { for (var x of null) {} } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  for (var x of null) {}  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"TypeError"' },
  },
  {
    name: "var a=[1,2,3],s=0; for (var x of a) { s+=x; if (x===1) a.push(4) } return s===10;",
    code: "var a=[1,2,3],s=0; for (var x of a) { s+=x; if (x===1) a.push(4) } return s===10;",
    nashorn: { result: "true" },
  },
  {
    name: "var a=[1,2,3],s=0; for (var x of a) { s+=x; a.pop() } return s===3;",
    code: "var a=[1,2,3],s=0; for (var x of a) { s+=x; a.pop() } return s===3;",
    nashorn: { result: "true" },
  },
  {
    name: 'var m=new Map([[1,2]]),s=""; for (var e of m) s+=e[0]+""+e[1]; return s==="12";',
    code: 'var m=new Map([[1,2]]),s=""; for (var e of m) s+=e[0]+""+e[1]; return s==="12";',
    nashorn: { result: "true" },
  },
  {
    name: 'var s=""; for (var c of "a\\ud83d\\ude00b") s+=c.length; return s==="121";',
    code: 'var s=""; for (var c of "a\\ud83d\\ude00b") s+=c.length; return s==="121";',
    nashorn: { result: "true" },
  },
  {
    name: 'var s=""; for (var c of "a\\ud83db") s+=c.length; return s==="111";',
    code: 'var s=""; for (var c of "a\\ud83db") s+=c.length; return s==="111";',
    nashorn: { result: "true" },
  },
  {
    name: 'var s=""; (function(){ for (var x of arguments) s+=x })(1,2); return s==="12";',
    code: 'var s=""; (function(){ for (var x of arguments) s+=x })(1,2); return s==="12";',
    nashorn: { error: "TypeError" },
  },
  {
    name: "var t=new Int8Array([1,2]),s=0; for (var x of t) s+=x; return s===3;",
    code: "var t=new Int8Array([1,2]),s=0; for (var x of t) s+=x; return s===3;",
    nashorn: { result: "true" },
  },
  {
    name: "L: { break L; return false } return true",
    code: "L: { break L; return false } return true",
    nashorn: { result: "true" },
  },
  {
    name: "L: for (var i=0;i<2;i++) { for (;;) { continue L } } return i===2",
    code: "L: for (var i=0;i<2;i++) { for (;;) { continue L } } return i===2",
    nashorn: { result: "true" },
  },
  {
    name: "switch (1) { default: return false; case 1: return true }",
    code: "switch (1) { default: return false; case 1: return true }",
    nashorn: { result: "true" },
  },
  {
    name: "switch (NaN) { case NaN: return false; default: return true }",
    code: "switch (NaN) { case NaN: return false; default: return true }",
    nashorn: { result: "true" },
  },
  {
    name: 'var s=""; switch (2) { case 1: s+=1; default: s+="d"; case 3: s+=3 } return s==="d3";',
    code: 'var s=""; switch (2) { case 1: s+=1; default: s+="d"; case 3: s+=3 } return s==="d3";',
    nashorn: { result: "true" },
  },
  {
    name: "try { throw 1 } catch (e) { var e=2 } return e===undefined",
    code: "try { throw 1 } catch (e) { var e=2 } return e===undefined",
    nashorn: { result: "true" },
  },
  {
    name: "try { throw 1 } catch (e) { return e===1 } finally { }",
    code: "try { throw 1 } catch (e) { return e===1 } finally { }",
    nashorn: { result: "true" },
  },
  {
    name: "return (function(){ try { return 1 } finally { return 2 } })()===2;",
    code: "return (function(){ try { return 1 } finally { return 2 } })()===2;",
    nashorn: { result: "true" },
  },
] satisfies Case[];
