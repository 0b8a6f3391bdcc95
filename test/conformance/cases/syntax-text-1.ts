import type { Case } from "../case.ts";

/** Letters, escapes, comments, numbers and strings. */
export default [
  {
    name: "var\\ta = 1; return a === 1",
    code: "var\\ta = 1; return a === 1",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a = 1; return a === 1",
    code: "var a = 1; return a === 1",
    nashorn: { result: "true" },
  },
  { name: "var a = 1; return true", code: "var a = 1; return true", nashorn: { result: "true" } },
  {
    name: 'var a = "a b"; return a.length === 3',
    code: 'var a = "a b"; return a.length === 3',
    nashorn: { result: "true" },
  },
  {
    name: "var a = 'a b'; return true",
    code: "var a = 'a b'; return true",
    nashorn: { result: "true" },
  },
  {
    name: 'var a = "\\ b"; return a === "b"',
    code: 'var a = "\\ b"; return a === "b"',
    nashorn: { result: "false" },
  },
  {
    name: "var a = `a b`; return a.length === 3",
    code: "var a = `a b`; return a.length === 3",
    nashorn: { result: "true" },
  },
  {
    name: "var a = 1 return a === 1",
    code: "var a = 1 return a === 1",
    nashorn: { error: "syntax" },
  },
  { name: "// c return true", code: "// c return true", nashorn: { result: "undefined" } },
  { name: "/* c */ return true", code: "/* c */ return true", nashorn: { result: "true" } },
  { name: "/* c * */ return true", code: "/* c * */ return true", nashorn: { result: "true" } },
  { name: "/* /* */ return true", code: "/* /* */ return true", nashorn: { result: "true" } },
  { name: "/* */ */ return true", code: "/* */ */ return true", nashorn: { error: "syntax" } },
  { name: "/*", code: "/*", nashorn: { error: "syntax" } },
  { name: "return true // c", code: "return true // c", nashorn: { result: "true" } },
  { name: "return true /* c */", code: "return true /* c */", nashorn: { result: "true" } },
  { name: "/**/return true", code: "/**/return true", nashorn: { result: "true" } },
  {
    name: "var \\u0061 = 1; return a === 1",
    code: "var \\u0061 = 1; return a === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var \\u{61} = 1; return a === 1",
    code: "var \\u{61} = 1; return a === 1",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a\\u0062 = 1; return ab === 1",
    code: "var a\\u0062 = 1; return ab === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var \\u0030a = 1; return true",
    code: "var \\u0030a = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a\\u0030 = 1; return a0 === 1",
    code: "var a\\u0030 = 1; return a0 === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var \\u0020a = 1; return true",
    code: "var \\u0020a = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var \\u006 = 1; return true",
    code: "var \\u006 = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var \\a = 1; return true",
    code: "var \\a = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var \\x61 = 1; return true",
    code: "var \\x61 = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var \\u00e9 = 1; return \\u00e9 === 1",
    code: "var \u00e9 = 1; return \u00e9 === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var \\u00fcn\\u00ef = 1; return \\u00fcn\\u00ef === 1",
    code: "var \u00fcn\u00ef = 1; return \\u00fcn\\u00ef === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var \\u53d8\\u91cf = 1; return \\u53d8\\u91cf === 1",
    code: "var \u53d8\u91cf = 1; return \u53d8\u91cf === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var \\u20bb7 = 1; return \\u20bb7 === 1",
    code: "var \ud842\udfb7 = 1; return \ud842\udfb7 === 1",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a\\u20bb7 = 1; return true",
    code: "var a\ud842\udfb7 = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a\\u200cb = 1; return a\\u200cb === 1",
    code: "var a\u200cb = 1; return a\\u200cb === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var a\\u200db = 1; return true",
    code: "var a\u200db = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var \\u200ca = 1; return true",
    code: "var \u200ca = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var $ = 1, _ = 2; return $ + _ === 3",
    code: "var $ = 1, _ = 2; return $ + _ === 3",
    nashorn: { result: "true" },
  },
  {
    name: "var a\\u00b7b = 1; return true",
    code: "var a\u00b7b = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var \\u2118 = 1; return \\u2118 === 1",
    code: "var \u2118 = 1; return \u2118 === 1",
    nashorn: { error: "syntax" },
  },
  {
    name: "var \\u309b = 1; return true",
    code: "var \u309b = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a\\u00b7 = 1; return true",
    code: "var a\u00b7 = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var \\u19da = 1; return true",
    code: "var \u19da = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a\\u19da = 1; return true",
    code: "var a\u19da = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var \\u2177 = 1; return true",
    code: "var \u2177 = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var \\u00aa = 1; return \\u00aa === 1",
    code: "var \u00aa = 1; return \u00aa === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var a\\u0660 = 1; return true",
    code: "var a\u0660 = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var \\u0660a = 1; return true",
    code: "var \u0660a = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a\\u203fb = 1; return true",
    code: "var a\u203fb = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var a\\u00adb = 1; return true",
    code: "var a\u00adb = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var a\\u0301 = 1; return true",
    code: "var a\u0301 = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var \\u0301a = 1; return true",
    code: "var \u0301a = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var \\u2167 = 1; return true",
    code: "var \u2167 = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var \\u3007 = 1; return true",
    code: "var \u3007 = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var \\u2460 = 1; return true",
    code: "var \u2460 = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var \\u2713 = 1; return true",
    code: "var \u2713 = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var \\u1f600 = 1; return true",
    code: "var \ud83d\ude00 = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "v\\u0061r a = 1; return true",
    code: "v\\u0061r a = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "\\u0076ar a = 1; return true",
    code: "\\u0076ar a = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "tru\\u0065; return true",
    code: "tru\\u0065; return true",
    nashorn: { error: "syntax" },
  },
  { name: "return tru\\u0065", code: "return tru\\u0065", nashorn: { error: "syntax" } },
  {
    name: "return nul\\u006c === null",
    code: "return nul\\u006c === null",
    nashorn: { error: "syntax" },
  },
  {
    name: "var n\\u0065w = 1; return true",
    code: "var n\\u0065w = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var ne\\u0077 = 1; return true",
    code: "var ne\\u0077 = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "i\\u0066 (true) return true",
    code: "i\\u0066 (true) return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var o = {i\\u0066: 1}; return o.if === 1",
    code: "var o = {i\\u0066: 1}; return o.if === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var o = {if: 1}; return o.i\\u0066 === 1",
    code: "var o = {if: 1}; return o.i\\u0066 === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var l\\u0065t = 1; return let === 1",
    code: "var l\\u0065t = 1; return let === 1",
    nashorn: { result: "true" },
  },
  {
    name: "l\\u0065t x = 1; return true",
    code: "l\\u0065t x = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var yi\\u0065ld = 1; return yield === 1",
    code: "var yi\\u0065ld = 1; return yield === 1",
    nashorn: { result: "true" },
  },
  {
    name: '"use strict"; var l\\u0065t = 1; return true',
    code: '"use strict"; var l\\u0065t = 1; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; var yi\\u0065ld = 1; return true',
    code: '"use strict"; var yi\\u0065ld = 1; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; var st\\u0061tic = 1; return true',
    code: '"use strict"; var st\\u0061tic = 1; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: "var o = {g\\u0065t a(){return 1}}; return o.a === 1",
    code: "var o = {g\\u0065t a(){return 1}}; return o.a === 1",
    nashorn: { result: "true" },
  },
  {
    name: "for (var x o\\u0066 []); return true",
    code: "for (var x o\\u0066 []); return true",
    nashorn: { result: "true" },
  },
] satisfies Case[];
