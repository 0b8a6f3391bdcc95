import type { Case } from "../case.ts";

/** Regular expressions: what is refused, and what matches. */
export default [
  {
    name: "return /[a-c-e]/.test('-')",
    code: "return /[a-c-e]/.test('-')",
    nashorn: { result: "true" },
  },
  {
    name: "return /[+--]/.test(',')",
    code: "return /[+--]/.test(',')",
    nashorn: { result: "true" },
  },
  { name: "return /[[]/.test('[')", code: "return /[[]/.test('[')", nashorn: { result: "true" } },
  {
    name: "return /[[a]]/.test('[]')",
    code: "return /[[a]]/.test('[]')",
    nashorn: { result: "true" },
  },
  {
    name: "return /[[a]]/.test('a]')",
    code: "return /[[a]]/.test('a]')",
    nashorn: { result: "true" },
  },
  {
    name: "return /[[:alpha:]]/.test('a]')",
    code: "return /[[:alpha:]]/.test('a]')",
    nashorn: { result: "true" },
  },
  {
    name: "return /[[:alpha:]]/.test(':]')",
    code: "return /[[:alpha:]]/.test(':]')",
    nashorn: { result: "true" },
  },
  {
    name: "return /[a&&b]/.test('&')",
    code: "return /[a&&b]/.test('&')",
    nashorn: { result: "true" },
  },
  {
    name: "return /[a&&b]/.test('a')",
    code: "return /[a&&b]/.test('a')",
    nashorn: { result: "true" },
  },
  {
    name: "return /[a||b]/.test('|')",
    code: "return /[a||b]/.test('|')",
    nashorn: { result: "true" },
  },
  { name: "return /[^a]/.test('b')", code: "return /[^a]/.test('b')", nashorn: { result: "true" } },
  {
    name: "return /[\\^a]/.test('^')",
    code: "return /[\\^a]/.test('^')",
    nashorn: { result: "true" },
  },
  { name: "return /[/]/.test('/')", code: "return /[/]/.test('/')", nashorn: { result: "true" } },
  {
    name: "return /[\\]]/.test(']')",
    code: "return /[\\]]/.test(']')",
    nashorn: { result: "true" },
  },
  {
    name: "return /[\\\\]/.test('\\\\')",
    code: "return /[\\\\]/.test('\\\\')",
    nashorn: { result: "true" },
  },
  {
    name: "return /[\\d]/.test('1')",
    code: "return /[\\d]/.test('1')",
    nashorn: { result: "true" },
  },
  {
    name: "return /[\\D]/.test('a')",
    code: "return /[\\D]/.test('a')",
    nashorn: { result: "true" },
  },
  {
    name: "return /[\\S\\s]/.test('a')",
    code: "return /[\\S\\s]/.test('a')",
    nashorn: { result: "true" },
  },
  {
    name: "return /./.test('\\n') === false",
    code: "return /./.test('\\n') === false",
    nashorn: { result: "true" },
  },
  {
    name: "return /./.test('\\r') === false",
    code: "return /./.test('\\r') === false",
    nashorn: { result: "true" },
  },
  {
    name: "return /./.test('\\u2028') === false",
    code: "return /./.test('\\u2028') === false",
    nashorn: { result: "true" },
  },
  {
    name: "return /./.test('\\u0085')",
    code: "return /./.test('\\u0085')",
    nashorn: { result: "true" },
  },
  {
    name: "return /\\s/.test('\\u180e') === false",
    code: "return /\\s/.test('\\u180e') === false",
    nashorn: { result: "false" },
  },
  {
    name: "return /\\s/.test('\\ufeff')",
    code: "return /\\s/.test('\\ufeff')",
    nashorn: { result: "true" },
  },
  {
    name: "return /\\s/.test('\\u00a0')",
    code: "return /\\s/.test('\\u00a0')",
    nashorn: { result: "true" },
  },
  {
    name: "return /\\s/.test('\\u2028')",
    code: "return /\\s/.test('\\u2028')",
    nashorn: { result: "true" },
  },
  {
    name: "return /\\s/.test('\\u0085') === false",
    code: "return /\\s/.test('\\u0085') === false",
    nashorn: { result: "true" },
  },
  {
    name: "return /\\w/.test('\\u00e9') === false",
    code: "return /\\w/.test('\u00e9') === false",
    nashorn: { result: "true" },
  },
  {
    name: "return /\\W/.test('\\u00e9')",
    code: "return /\\W/.test('\u00e9')",
    nashorn: { result: "true" },
  },
  {
    name: "return /\\d/.test('\\u0663') === false",
    code: "return /\\d/.test('\u0663') === false",
    nashorn: { result: "true" },
  },
  {
    name: "return /\\b/.test('\\u00e9') === false",
    code: "return /\\b/.test('\u00e9') === false",
    nashorn: { result: "false" },
  },
  {
    name: "return /\\u212a/i.test('k')",
    code: "return /\\u212a/i.test('k')",
    nashorn: { result: "false" },
  },
  {
    name: "return /[^x]/i.test('X') === false",
    code: "return /[^x]/i.test('X') === false",
    nashorn: { result: "true" },
  },
  {
    name: "return /\\w/i.test('\\u017f') === false",
    code: "return /\\w/i.test('\\u017f') === false",
    nashorn: { result: "true" },
  },
  {
    name: "return /\\w/i.test('\\u212a') === false",
    code: "return /\\w/i.test('\\u212a') === false",
    nashorn: { result: "true" },
  },
  {
    name: "return /\\u00df/i.test('SS') === false",
    code: "return /\u00df/i.test('SS') === false",
    nashorn: { result: "true" },
  },
  {
    name: "return /ss/i.test('\\u00df') === false",
    code: "return /ss/i.test('\u00df') === false",
    nashorn: { result: "true" },
  },
  {
    name: "return /\\u0131/i.test('I') === false",
    code: "return /\u0131/i.test('I') === false",
    nashorn: { result: "true" },
  },
  {
    name: "return /\\u0130/i.test('i') === false",
    code: "return /\u0130/i.test('i') === false",
    nashorn: { result: "true" },
  },
  {
    name: "return /\\u03c3/i.test('\\u03c2')",
    code: "return /\u03c3/i.test('\u03c2')",
    nashorn: { result: "true" },
  },
  {
    name: "return /\\u01c6/i.test('\\u01c5')",
    code: "return /\u01c6/i.test('\u01c5')",
    nashorn: { result: "true" },
  },
  {
    name: "return /[a-z]/i.test('K')",
    code: "return /[a-z]/i.test('K')",
    nashorn: { result: "true" },
  },
  {
    name: "return /[A-z]/.test('_')",
    code: "return /[A-z]/.test('_')",
    nashorn: { result: "true" },
  },
  {
    name: "return /[Z-a]/i.test('b')",
    code: "return /[Z-a]/i.test('b')",
    nashorn: { result: "false" },
  },
  {
    name: "return /^a/m.test('b\\na')",
    code: "return /^a/m.test('b\\na')",
    nashorn: { result: "true" },
  },
  {
    name: "return /^a/.test('b\\na') === false",
    code: "return /^a/.test('b\\na') === false",
    nashorn: { result: "true" },
  },
  {
    name: "return /a$/m.test('a\\nb')",
    code: "return /a$/m.test('a\\nb')",
    nashorn: { result: "true" },
  },
  {
    name: "return /a$/.test('a\\n') === false",
    code: "return /a$/.test('a\\n') === false",
    nashorn: { result: "true" },
  },
  { name: "return /^/m.test('')", code: "return /^/m.test('')", nashorn: { result: "true" } },
  {
    name: "return /a$/m.test('a\\rb')",
    code: "return /a$/m.test('a\\rb')",
    nashorn: { result: "true" },
  },
  {
    name: "return /a$/m.test('a\\u2028b')",
    code: "return /a$/m.test('a\\u2028b')",
    nashorn: { result: "true" },
  },
  {
    name: "return /^b/m.test('a\\r\\nb')",
    code: "return /^b/m.test('a\\r\\nb')",
    nashorn: { result: "true" },
  },
  {
    name: "return /(a)|b/.exec('b')[1] === undefined",
    code: "return /(a)|b/.exec('b')[1] === undefined",
    nashorn: { result: "true" },
  },
  {
    name: "return /(z)((a+)?(b+)?(c))*/.exec('zaacbbbcac')+'' === 'zaacbbbcac,z,ac,a,,c'",
    code: "return /(z)((a+)?(b+)?(c))*/.exec('zaacbbbcac')+'' === 'zaacbbbcac,z,ac,a,,c'",
    nashorn: { result: "true" },
  },
  {
    name: "return /(?=(a+))/.exec('baaabac')+'' === ',aaa'",
    code: "return /(?=(a+))/.exec('baaabac')+'' === ',aaa'",
    nashorn: { result: "true" },
  },
  {
    name: "return /(?!(a))b/.exec('b').length === 2",
    code: "return /(?!(a))b/.exec('b').length === 2",
    nashorn: { result: "true" },
  },
  {
    name: "return /(.*?)a(?!(a+)b\\2c)\\2(.*)/.exec('baaabaac')+'' === 'baaabaac,ba,,abaac'",
    code: "return /(.*?)a(?!(a+)b\\2c)\\2(.*)/.exec('baaabaac')+'' === 'baaabaac,ba,,abaac'",
    nashorn: { result: "true" },
  },
  {
    name: "return /(a*)*/.exec('b')+'' === ','",
    code: "return /(a*)*/.exec('b')+'' === ','",
    nashorn: { result: "true" },
  },
  {
    name: "return /(?:a*?)*/.exec('aa')[0].length >= 0",
    code: "return /(?:a*?)*/.exec('aa')[0].length >= 0",
    nashorn: { result: "true" },
  },
  {
    name: "return /(a*)b\\1+/.exec('baaaac')+'' === 'b,'",
    code: "return /(a*)b\\1+/.exec('baaaac')+'' === 'b,'",
    nashorn: { result: "true" },
  },
  {
    name: "return /((a)|(b))*/.exec('ab')+'' === 'ab,b,,b'",
    code: "return /((a)|(b))*/.exec('ab')+'' === 'ab,b,,b'",
    nashorn: { result: "true" },
  },
  {
    name: "return /(a|ab)(c|bcd)(d*)/.exec('abcd')+'' === 'abcd,a,bcd,'",
    code: "return /(a|ab)(c|bcd)(d*)/.exec('abcd')+'' === 'abcd,a,bcd,'",
    nashorn: { result: "true" },
  },
  { name: "return /\\//.test('/')", code: "return /\\//.test('/')", nashorn: { result: "true" } },
  { name: "return /a", code: "return /a", nashorn: { error: "syntax" } },
  { name: "return /a /", code: "return /a\n/", nashorn: { error: "syntax" } },
  { name: "return /[ ]/", code: "return /[\n]/", nashorn: { error: "syntax" } },
  { name: "return /a\\ /", code: "return /a\\\n/", nashorn: { error: "syntax" } },
  {
    name: "return new RegExp('\\n').test('\\n')",
    code: "return new RegExp('\\n').test('\\n')",
    nashorn: { result: "true" },
  },
  {
    name: "return new RegExp('/').source === '\\\\/'",
    code: "return new RegExp('/').source === '\\\\/'",
    nashorn: { result: "false" },
  },
  {
    name: "return new RegExp('/').source === '/'",
    code: "return new RegExp('/').source === '/'",
    nashorn: { result: "true" },
  },
  {
    name: "return new RegExp('').source === '(?:)'",
    code: "return new RegExp('').source === '(?:)'",
    nashorn: { result: "true" },
  },
  {
    name: "return new RegExp().source === '(?:)'",
    code: "return new RegExp().source === '(?:)'",
    nashorn: { result: "true" },
  },
] satisfies Case[];
