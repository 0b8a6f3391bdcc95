import type { Answer, Gap } from "./case.ts";

/** Gaps in what the fuzzer found, by reason: `file/name of the case` and what QuickJS answers in its place. */
const FOUND: readonly { reason: string; since: string; cases: Readonly<Record<string, Answer>> }[] =
  [
    {
      reason:
        "a defect of Nashorn's compiler: the left side of || or && in a numeric operand is tested after conversion to a number; write Number(...) or a condition of its own",
      since: "2026-11-22",
      cases: {
        "found-logical/return -([] || 255)": { result: "-0" },
        "found-logical/return -('a' || 5)": { result: "NaN" },
        "found-logical/return +('a' || 5)": { result: "NaN" },
        "found-logical/var x='a'; return ~(x || 5)": { result: "-1" },
        "found-logical/var x='a'; return (x || 5) > 3": { result: "false" },
        "found-logical/var x='a', y='7'; return -(x || y)": { result: "NaN" },
        "found-logical/var x='0'; return -(x || 5)": { result: "-0" },
        "found-logical/var x='0'; return -(x && 5)": { result: "-5" },
        "found-logical/var x={valueOf:function(){return 0}}; return -(x || 5)": { result: "-0" },
        "found-logical/var x=[]; return -(x && 5)": { result: "-5" },
        "found-logical/var x='0'; return +(x || 5)": { result: "0" },
        "found-logical/var x='0'; var r = 0; r -= (x || 5); return r": { result: "0" },
        "found-logical/var x='0'; var r = 1; r *= (x || 5); return r": { result: "0" },
        "found-logical/var x='0'; return -(x || 5 || 7)": { result: "-0" },
        "found-logical/var x='0'; return -('' || x || 7)": { result: "-0" },
        "found-logical/var x=new Date(0); return -(x || 5)": { result: "-0" },
        "found-logical/var x='0'; return (x || 5) % 3": { result: "0" },
        "found-logical/var x='0'; return (x || 5) / 2": { result: "0" },
        "found-logical/var x='0'; return (x || 5) << 1": { result: "0" },
        "found-logical/var x='0'; return (x || 5) & 7": { result: "0" },
        "found-logical/var x='0'; return (x || 5) < 3": { result: "true" },
        "found-logical/function f(x){return -(x || 5)} return [f('0'),f('a'),f([]),f('3'),f(0),f(2)]":
          { result: "[-0, NaN, -0, -3, -5, -2]" },
        "found-logical/var x='0'; return -(x || 5) + 1": { result: "1" },
        "found-logical/var x='a'; x = -(x || 5); return x": { result: "NaN" },
        "found-logical/var o={x:'0'}; return -(o.x || 5)": { result: "-0" },
        "found-logical/var x='0'; return 10 - (x || 5) - 1": { result: "9" },
      },
    },
    {
      reason:
        "in Nashorn, Math.abs, floor, ceil, min and max of a boolean give a java.lang.Long, depending on how the call was compiled; convert with Number(...) first",
      since: "2026-11-22",
      cases: {
        "found-math/return Math.max(1<2,0)": { result: "1" },
        "found-math/var t=[true]; return Math.abs(t[0])": { result: "java java.lang.Long" },
        "found-math/return [true].map(Math.abs)": { result: "[java java.lang.Long]" },
        "found-math/return Math.min(true,false)": { result: "0" },
        "found-math/return Math.max(1,true)": { result: "1" },
        "found-math/var o={b:true}; return Math.floor(o.b)": { result: "java java.lang.Long" },
        "found-values/return Math.ceil(false).toString()": { result: '"java.lang.Long: 0"' },
        "found-values/return Math.ceil(false) == 0": { result: "false" },
        "found-values/return Math.ceil(false) + 1": { result: '"java.lang.Long: 01"' },
        "found-values/return JSON.stringify([Math.ceil(true)])": { result: '"[{}]"' },
      },
    },
    {
      reason:
        "Nashorn's compiler folds a literal -Infinity in a condition to false; nobody writes one, and variables are right in both",
      since: "2026-11-22",
      cases: {
        "found-numbers/return -Infinity ? 1 : 2": { result: "1" },
        "found-numbers/return !!(-Infinity)": { result: "true" },
        "found-others/if(-Infinity) return 1; return 2": { result: "1" },
      },
    },
    {
      reason: "an error that the engine itself threw does not show its own nashornException",
      since: "2026-11-22",
      cases: {
        "found-objects/try{null.x}catch(e){return Object.getOwnPropertyNames(e)}": {
          result: '["message"]',
        },
      },
    },
    {
      reason: "lists that were frozen or sealed: Nashorn's pop and push do not look at it",
      since: "2026-11-22",
      cases: {
        "found-objects/var f=Object.freeze([]); return [f.pop(),f.push(1),f]": {
          error: "TypeError",
        },
        "found-objects/var f=Object.seal([1]); return [f.pop(),f]": { error: "TypeError" },
        "found-objects/var f=Object.preventExtensions([1]); return [f.push(2),f]": {
          result: "[2, [1]]",
        },
      },
    },
    {
      reason:
        "Nashorn compares by the tables of Java's Collator, which QuickJS does not have; only ASCII letters are ordered as there",
      since: "2026-11-22",
      cases: {
        "found-others/return ['b','a','C','\\u00e9','z'].sort(function(x,y){return x.localeCompare(y)})":
          { result: '["a", "b", "C", "z", "\\u00e9"]' },
        "found-values/return '\\u00e9'.localeCompare('text')": { result: "1" },
      },
    },
    {
      reason: "the text of an arrow function that the gate had to rewrite shows the rewritten one",
      since: "2026-11-22",
      cases: {
        "found-others/return String(x => x)": { result: '"function(x ){return( x)}"' },
      },
    },
    {
      reason:
        "Nashorn's reader of dates and its conversion of odd ones are not followed in every corner",
      since: "2026-11-22",
      cases: {
        "found-others/return [Date.parse(' 7 '),Date.parse('$1'),Date.parse('7,8'),Date.parse('a1')]":
          { result: "[993945600000, 978307200000, 994550400000, NaN]" },
        "found-values/var n=[]; var o={valueOf:function(){n.push('v');return 7},toString:function(){n.push('s');return 't'}}; return [new Date(o).getTime(),n]":
          { result: '[7, ["v"]]' },
        "found-values/return 1 + Object.getPrototypeOf(new Date(0))": { result: '"1Invalid Date"' },
        "found-values/return 1 + Date.prototype": { result: '"1Invalid Date"' },
        "found-values/return '' + Date.prototype": { result: '"Invalid Date"' },
        "found-values/return Date.prototype + 1": { result: '"Invalid Date1"' },
      },
    },
    {
      reason:
        "Nashorn's reader takes a / inside ${...} of a template literal for the start of a regular expression, and refuses; the gate does not know that yet",
      since: "2026-11-22",
      cases: {
        "found-templates/return `${4/2}`": { result: '"2"' },
        "found-templates/return `${1}${4/2}`": { result: '"12"' },
        "found-templates/return `a${4/2}b`": { result: '"a2b"' },
        "found-templates/var x=4; return `${x/2}`": { result: '"2"' },
        "found-templates/return `${(/a/.source)}`": { result: '"a"' },
        "found-templates/return `${function(){return 4/2}()}`": { result: '"2"' },
        "found-templates/return `${[1]/1}`": { result: '"1"' },
        "found-templates/return `${4/2+1}`": { result: '"3"' },
        "found-templates/return `${(4/2)}`": { result: '"2"' },
        "found-templates/return `${4/2/1}`": { result: '"2"' },
        "found-templates/return `${1+4/2}`": { result: '"3"' },
        "found-templates/var f=Math.floor; return `${f(4/2)}`": { result: '"2"' },
        "found-templates/return `${'a'.replace(/a/,'b')}`": { result: '"b"' },
        "found-templates/return `${'a'.replace(/a/g,'b')}x`": { result: '"bx"' },
        "found-templates/return `x${[1].map(function(x){return x/2})}`": { result: '"x0.5"' },
        "found-templates/return `${4/2}${1}`": { result: '"21"' },
        "found-templates/return `${ 4 / 2 }`": { result: '"2"' },
        "found-templates/var a=4,b=2; return `${a / b} and ${a}`": { result: '"2 and 4"' },
        "found-templates/return `${[/a/]}`": { result: '"/a/"' },
        "found-templates/return `${!/a/.test('b')}`": { result: '"true"' },
        "found-templates/var a=[4]; return `${a[0]/2}`": { result: '"2"' },
        "found-templates/return `${(4)/2}`": { result: '"2"' },
        "found-templates/return `${{a:4}.a/2}`": { result: '"2"' },
        "found-templates/var a=4; return `${a /= 2}`": { result: '"2"' },
        "found-templates/return `${`${1}`/1}`": { result: '"1"' },
        "found-templates/return `${function(){ return /a/.test('a') }()}`": { result: '"true"' },
      },
    },
    {
      reason: "the text of the error differs, its class does not",
      since: "2026-11-22",
      cases: {
        "found-templates/try { return `${Symbol('q')}` } catch(e) {return 'c'+e}": {
          result: '"cTypeError: cannot convert symbol to string"',
        },
      },
    },
    {
      reason: "in Nashorn a template literal converts as + does (valueOf first)",
      since: "2026-11-22",
      cases: {
        "found-templates/var o={valueOf:function(){return 'v'},toString:function(){return 's'}}; return [`${o}`,`a${o}b`,''+o,String(o)]":
          { result: '["s", "asb", "v", "s"]' },
      },
    },
    {
      reason:
        "values beyond 32 bits given to the constructor of Uint8ClampedArray wrap in Nashorn; no script uses it",
      since: "2026-11-22",
      cases: {
        "found-values/return new Uint8ClampedArray([1e21,Infinity,2147483648,2147483647,300,-1,-1e21,4294967295,255.5,0.5,1.5,2.5,NaN])":
          {
            result:
              "Uint8ClampedArray {0: 255, 1: 255, 2: 255, 3: 255, 4: 255, 5: 0, 6: 0, 7: 255, 8: 255, 9: 0, 10: 1, 11: 2, 12: 0}",
          },
      },
    },
    {
      reason: "slice of a number with a text as start; nothing that a script does",
      since: "2026-11-22",
      cases: {
        "found-values/return Array.prototype.slice.call(NaN, '')": { result: "undefined" },
      },
    },
    {
      reason: "whether the appliance's print is Nashorn's own, whose length is 125, is not known",
      since: "2026-11-22",
      cases: {
        "host-functions/print: name, length, type": { result: '["function", 0, "print"]' },
      },
    },
  ];

export const FOUND_GAPS: readonly Gap[] = FOUND.flatMap(({ reason, since, cases }) =>
  Object.entries(cases).map(([name, quickjs]) => ({ case: name, quickjs, reason, since })),
);
