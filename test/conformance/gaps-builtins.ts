import type { Gap } from "./case.ts";

/** Gaps in what builtins answer. */
export const BUILTIN_GAPS: readonly Gap[] = [
  {
    case: 'behaviour-builtins-1/var r=/a/; return r.lastIndex+","+r.hasOwnProperty("source")+","+delete r.source;',
    quickjs: { result: '"0,true,true"' },
    reason:
      "QuickJS keeps source where Nashorn has an own property that cannot be deleted; scripts only read it",
    since: "2026-11-22",
  },
  {
    case: 'behaviour-builtins-1/var r=/a/g; Object.freeze(r); r.exec("a"); return r.lastIndex;',
    quickjs: { result: "0" },
    reason:
      "Nashorn writes lastIndex of a frozen regular expression; nobody freezes one to go on using it",
    since: "2026-11-22",
  },
  {
    case: 'behaviour-builtins-1/return (255.5).toString(16)+(1e21).toString(7)+" "+(-255).toString(36)+(0.1).toString(2);',
    quickjs: {
      result:
        '"ff.85135235413265003023000000 -730.0001100110011001100110011001100110011001100110011001101"',
    },
    reason: "digits beyond the 17 that a double has differ in radix conversion of huge numbers",
    since: "2026-11-22",
  },
  {
    case: "behaviour-builtins-2/var a=Object.seal([1,2]); a.pop(); return a;",
    quickjs: { error: "TypeError" },
    reason:
      "Nashorn shortens a sealed list instead of refusing; the local refusal is the stricter answer",
    since: "2026-11-22",
  },
  {
    case: "behaviour-builtins-4/return new Date(0)==0;",
    quickjs: { result: "false" },
    reason:
      "Nashorn compares a date with a number by its time; the standard, and scripts, compare by text",
    since: "2026-11-22",
  },
  {
    case: 'behaviour-builtins-4/return JSON.stringify({b:1,a:2,1:3},["a","b",1,new String("b"),{}]);',
    quickjs: { result: '"{\\"a\\":2,\\"b\\":1,\\"1\\":3}"' },
    reason: "Nashorn writes a key twice that a String object repeats in the list of keys",
    since: "2026-11-22",
  },
  {
    case: 'builtins-shape-2/own properties of /(a)(b)?/.exec("ab")',
    quickjs: { result: '"0 wec, 1 wec, 2 wec, length w--, index wec, input wec | [object Array]"' },
    reason: "the order of the own properties of a match differs: length comes last in Nashorn",
    since: "2026-11-22",
  },
  {
    case: "builtins-shape-2/own properties of strict arguments",
    quickjs: { result: '"0 wec, length w-c, callee ---, caller --- | [object Arguments]"' },
    reason: "the order of the own properties of strict arguments differs",
    since: "2026-11-22",
  },
];
