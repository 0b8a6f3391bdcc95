import type { Gap } from "./case.ts";

/** Known differences in syntax and scopes, by the reason why they are left. */
const BY_REASON: Readonly<Record<string, readonly Pick<Gap, "case" | "quickjs">[]>> = {
  "declarations in an eval meet those around it in Nashorn's own way: its let is a var that merges with what is there; such scripts are not written":
    [
      {
        case: 'syntax-evaluated-1/let outside = 23; eval("let outside; "); return outside === 23',
        quickjs: { error: "SyntaxError" },
      },
      {
        case: 'syntax-evaluated-1/let outside = 23; try { eval("var outside; "); return false } catch (e) { re ...',
        quickjs: { result: "true" },
      },
      {
        case: "syntax-evaluated-1/let outside = 23; eval('let outside; let xNonStrict = 3;'); try { xNonStrict ...",
        quickjs: { error: "SyntaxError" },
      },
      {
        case: 'syntax-evaluated-1/{ let x; { try { eval("var x"); return false } catch (e) { return e instance ...',
        quickjs: { result: "true" },
      },
      {
        case: 'syntax-evaluated-1/eval("const q = 1"); try { q = 2; return q === 2 } catch (e) { return false }',
        quickjs: { result: "true" },
      },
      {
        case: 'syntax-evaluated-1/return eval("typeof q; let q = 1; typeof q") === "number"',
        quickjs: { result: "true" },
      },
      {
        case: 'syntax-evaluated-1/try { return eval("q; let q = 1;"), false } catch (e) { return e instanceof  ...',
        quickjs: { result: "false" },
      },
      {
        case: 'syntax-evaluated-1/const f = (a = eval("var a = 42")) => a; try { f(); return false } catch (e) ...',
        quickjs: { result: "true" },
      },
      {
        case: 'syntax-evaluated-1/function f(a = eval("var arguments")){ } try { f(); return false } catch (e) ...',
        quickjs: { result: "true" },
      },
      {
        case: 'syntax-evaluated-3/(0,eval)("let zq = 1"); return eval("zq")',
        quickjs: { error: "ReferenceError" },
      },
      {
        case: "syntax-evaluated-3/try { eval(\"let let = 1\"); return true } catch (e) { return '' + e }",
        quickjs: {
          result:
            '"SyntaxError: <eval>:1:4 the text is not valid JavaScript: let is disallowed as a lexically bound name"',
        },
      },
      {
        case: "syntax-evaluated-3/return new Function()+''",
        quickjs: { result: '"function () {\\u000a\\u000a}"' },
      },
    ],
  "Java counts invisible characters (soft hyphen, zero width space, byte order mark) as letters of names; JavaScript as spaces or errors, and nobody writes them on purpose":
    [
      {
        case: 'syntax-evaluated-2/try { return eval("\\uFEFFvar xx\\uFEFF=\\uFEFF1\\uFEFF; xx") === 1 } catch (e)  ...',
        quickjs: { result: "true" },
      },
      { case: "syntax-space-1/var\\ufeffa = 1; return a === 1", quickjs: { result: "true" } },
      { case: "syntax-space-1/return\\ufefftrue", quickjs: { result: "true" } },
      { case: "syntax-space-1/var a\\ufeffb = 1; return true", quickjs: { error: "syntax" } },
      { case: "syntax-space-1/var a\\u180eb = 1; return true", quickjs: { error: "syntax" } },
      { case: "syntax-space-1/var a\\u200bb = 1; return true", quickjs: { error: "syntax" } },
      { case: "syntax-space-2/var a\\u0085b = 1; return true", quickjs: { error: "syntax" } },
      { case: "syntax-text-1/var a\\u00adb = 1; return true", quickjs: { error: "syntax" } },
      { case: "syntax-text-2/var a\\ufeff= 1; return a === 1", quickjs: { result: "true" } },
      { case: "syntax-text-2/var a\\u180e= 1; return true", quickjs: { error: "syntax" } },
      { case: "syntax-text-2/var a\\u200b= 1; return true", quickjs: { error: "syntax" } },
    ],
  "before its declaration, and inside of a try, a variable has the type undefined in Nashorn, and in other blocks it throws":
    [
      {
        case: "syntax-evaluated-3/try { typeof x; return 'no' } catch(e) { return ''+e } let x",
        quickjs: { result: '"ReferenceError: x is not initialized"' },
      },
    ],
  "Nashorn is more lenient than the standard here; what other engines refuse is refused, so that a script is right everywhere":
    [
      {
        case: 'syntax-evaluated-3/(0,eval)("let zq = 1"); return typeof zq',
        quickjs: { result: '"undefined"' },
      },
      {
        case: 'syntax-evaluated-3/(0,eval)("const zq = 1"); (0,eval)("const zq = 2"); return zq',
        quickjs: { error: "ReferenceError" },
      },
      {
        case: "syntax-expressions-2/var f = ((a)) => 1; return true",
        quickjs: { error: "syntax" },
      },
      {
        case: "syntax-expressions-2/var f = ((a), b) => 1; return true",
        quickjs: { error: "syntax" },
      },
      {
        case: 'syntax-expressions-2/var f = (a = 010) => { "use strict"; }; return true',
        quickjs: { error: "syntax" },
      },
      {
        case: "syntax-expressions-3/var o = {set a(){}}; return true",
        quickjs: { error: "syntax" },
      },
      {
        case: 'syntax-expressions-3/var o = {__proto__:null, ["__proto__"]:null}; return true',
        quickjs: { error: "syntax" },
      },
      {
        case: "syntax-expressions-3/var __proto__ = 1; var o = {__proto__, __proto__:null}; return true",
        quickjs: { error: "syntax" },
      },
      { case: "syntax-expressions-3/var a = `\\8`; return true", quickjs: { error: "syntax" } },
      {
        case: "syntax-expressions-4/for (var i = () => 1 in {} ; false ;) ; return true",
        quickjs: { error: "syntax" },
      },
      {
        case: "syntax-expressions-4/for (var f = x => 1 in {}; false;) ; return true",
        quickjs: { error: "syntax" },
      },
      { case: "syntax-names-1/let let = 1; return true", quickjs: { error: "syntax" } },
      { case: "syntax-names-1/const let = 1; return true", quickjs: { error: "syntax" } },
      { case: "syntax-names-1/let let = 1; return true (2)", quickjs: { error: "syntax" } },
      { case: "syntax-names-1/for (let of []) ; return true", quickjs: { error: "syntax" } },
      {
        case: 'syntax-names-2/function f(a=1){"use strict"} return true',
        quickjs: { error: "syntax" },
      },
      { case: 'syntax-names-2/"use strict"; 08; return true', quickjs: { error: "syntax" } },
      { case: 'syntax-names-2/"use strict"; "\\8"; return true', quickjs: { error: "syntax" } },
      {
        case: 'syntax-names-2/"use strict"; function f(){ delete f; } return true',
        quickjs: { error: "syntax" },
      },
      {
        case: "syntax-statements-1/if (true) l: function f(){} return true",
        quickjs: { error: "syntax" },
      },
      {
        case: "syntax-statements-1/while(false) l: function f(){} return true",
        quickjs: { error: "syntax" },
      },
      {
        case: "syntax-statements-2/try {} catch (e) { let e; } return true",
        quickjs: { error: "syntax" },
      },
      {
        case: "syntax-statements-2/try {} catch (e) { const e = 1; } return true",
        quickjs: { error: "syntax" },
      },
      {
        case: "syntax-statements-2/try {} catch (e) { function e(){} } return true",
        quickjs: { error: "syntax" },
      },
      { case: "syntax-statements-3/({a=1}); return true", quickjs: { error: "syntax" } },
    ],
  "in Nashorn an accessor in a literal wins over a later plain key of the same name; two equal keys are a mistake in any engine":
    [
      {
        case: "syntax-expressions-3/var o = {get a(){return 2}, a:1}; return o.a === 1",
        quickjs: { result: "true" },
      },
      {
        case: 'syntax-expressions-3/"use strict"; var o = {get a(){return 2}, a:3}; return o.a === 3',
        quickjs: { result: "true" },
      },
    ],
  "Nashorn knows no comments in HTML style and reads the signs as operators; the parser here takes them for a comment and refuses them":
    [{ case: "syntax-expressions-4/var a = 1; return a<!--a", quickjs: { error: "syntax" } }],
  "Nashorn's regular expressions see more characters as spaces and letters, and do not read \\0 before digits as an octal escape; the local engine's are compiled and cannot be told":
    [
      { case: "syntax-regex-2/return /\\00/.test('\\0')", quickjs: { result: "true" } },
      { case: "syntax-regex-2/return /\\01/.test('\\1')", quickjs: { result: "true" } },
      {
        case: "syntax-regex-3/return /\\s/.test('\\u180e') === false",
        quickjs: { result: "true" },
      },
      {
        case: "syntax-regex-3/return /\\b/.test('\\u00e9') === false",
        quickjs: { result: "true" },
      },
    ],
  "Nashorn sets all plain keys of a literal before the computed ones; the order of keys then differs, and so does the last one of two equal keys":
    [
      {
        case: "syntax-scopes-1/var k='z'; return JSON.stringify({[k='b']:1, [k]:2, k:k})",
        quickjs: { result: '"{\\"b\\":1,\\"undefined\\":2,\\"k\\":\\"z\\"}"' },
      },
      {
        case: "syntax-scopes-1/var k='z'; return JSON.stringify({[k+='b']:1, k:k})",
        quickjs: { result: '"{\\"undefinedb\\":1,\\"k\\":\\"z\\"}"' },
      },
      {
        case: "syntax-scopes-1/var k=1; return JSON.stringify({[k++]:1, k:k})",
        quickjs: { result: '"{\\"NaN\\":1,\\"k\\":1}"' },
      },
      {
        case: "syntax-scopes-1/var k=1; return JSON.stringify({[++k]:1, k:k})",
        quickjs: { result: '"{\\"NaN\\":1,\\"k\\":1}"' },
      },
      {
        case: "syntax-scopes-1/return JSON.stringify({a:1, ['a']:3, a:2})",
        quickjs: { result: '"{\\"a\\":2}"' },
      },
      {
        case: "syntax-scopes-1/return JSON.stringify({['b']:1, a:3, ['b']:4})",
        quickjs: { result: '"{\\"b\\":4,\\"a\\":3}"' },
      },
    ],
  "Nashorn's compiler crashes only when the function around the arrow is reached; the text is refused here from the start":
    [
      {
        case: "syntax-scopes-2/function f(){ return true ? a => 1 : a => 2 } return 1",
        quickjs: { error: "syntax" },
      },
      {
        case: "syntax-scopes-2/function f(){ return true ? a => 1 : a => 2 } try { f() } catch (e) { return ...",
        quickjs: { error: "syntax" },
      },
      {
        case: "syntax-scopes-2/var f = 1 ? 2 : 3 ? a => 1 : 4; return 1",
        quickjs: { error: "syntax" },
      },
    ],
  "the methods of Java's String can be called here, but not read as values": [
    { case: "syntax-scopes-2/return typeof 'abc'.contains", quickjs: { result: '"undefined"' } },
  ],
  "arguments has an iterator here that only a direct look finds; a loop over it fails as in Nashorn":
    [
      {
        case: "syntax-scopes-2/return (function(){ return arguments[Symbol.iterator] + '' })(1)",
        quickjs: { result: '"function values() { [native code] }"' },
      },
    ],
  "a function statement without a name is an extension of Nashorn's, which the product may have turned off":
    [
      { case: "syntax-statements-2/function (){} return true", quickjs: { error: "syntax" } },
      { case: "syntax-statements-2/function (){}; return true", quickjs: { error: "syntax" } },
    ],
  "Nashorn takes a directive in parentheses for one, too": [
    {
      case: "syntax-statements-3/('use strict'); with({}){} return true",
      quickjs: { result: "true" },
    },
  ],
  "Nashorn takes escapes in words such as get and of, which the standard forbids; refusing them is the safe side":
    [
      {
        case: "syntax-text-1/var o = {g\\u0065t a(){return 1}}; return o.a === 1",
        quickjs: { error: "syntax" },
      },
      { case: "syntax-text-1/for (var x o\\u0066 []); return true", quickjs: { error: "syntax" } },
      { case: "syntax-text-2/v\\u0061r: 1; return true", quickjs: { error: "syntax" } },
    ],
};

export const SYNTAX_GAPS: readonly Gap[] = Object.entries(BY_REASON).flatMap(([reason, gaps]) =>
  gaps.map((gap) => ({ ...gap, reason, since: "2026-11-22" })),
);
