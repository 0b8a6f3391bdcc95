import type { Case } from "../case.ts";

export default [
  {
    name: "print and console.log give nothing back",
    code: "return [print('a'), console.log('b', 1), auditLog('c')];",
    nashorn: { result: "[undefined, undefined, undefined]" },
  },
  {
    name: "print: name, length, type",
    code: "return [typeof print, print.length, print.name];",
    nashorn: { result: '["function", 125, "print"]' },
  },
  {
    name: "auditLog: name, length, type",
    code: "return [typeof auditLog, auditLog.length, auditLog.name];",
    nashorn: { result: '["function", 1, "auditLog"]' },
  },
  {
    name: "btoa: name, length, type",
    code: "return [typeof btoa, btoa.length, btoa.name];",
    nashorn: { result: '["function", 1, "btoa"]' },
  },
  {
    name: "atob: name, length, type",
    code: "return [typeof atob, atob.length, atob.name];",
    nashorn: { result: '["function", 1, "atob"]' },
  },
  {
    name: "cache.getIfPresent: name, length, type",
    code: "return [typeof cache.getIfPresent, cache.getIfPresent.length, cache.getIfPresent.name];",
    nashorn: { result: '["function", 1, "getIfPresent"]' },
  },
  {
    name: "cache.put: name, length, type",
    code: "return [typeof cache.put, cache.put.length, cache.put.name];",
    nashorn: { result: '["function", 3, "put"]' },
  },
  {
    name: "console.log: name, length, type",
    code: "return [typeof console.log, console.log.length, console.log.name];",
    nashorn: { result: '["function", 0, "log"]' },
  },
  {
    name: "host functions are properties of the global object that for-in does not show",
    code: "var g = (function () { return this; })(); return ['httpGet', 'cache', 'console', 'auditLog', 'btoa'].map(function (n) { var d = Object.getOwnPropertyDescriptor(g, n); return [n, d.writable, d.enumerable, d.configurable]; });",
    nashorn: {
      result:
        '[["httpGet", true, false, true], ["cache", true, false, true], ["console", true, false, true], ["auditLog", true, false, true], ["btoa", true, false, true]]',
    },
  },
  {
    name: "a script may replace a host function",
    code: "httpGet = function () { return 'mine'; }; return httpGet('x');",
    nashorn: { result: '"mine"' },
  },
  {
    name: "a local variable hides a host function",
    code: "var print = 5; return print;",
    nashorn: { result: "5" },
  },
  {
    name: "the cache gives back what was put",
    code: "cache.put('k', {a: [1, 'x', null, true]}, 60); var v = cache.getIfPresent('k'); v.a.push(2); return [v, cache.getIfPresent('k'), Array.isArray(v.a)];",
    nashorn: { result: '[{a: [1, "x", null, true, 2]}, {a: [1, "x", null, true]}, true]' },
  },
  {
    name: "the cache has nothing before it is put",
    code: "return cache.getIfPresent('k');",
    nashorn: { result: "null" },
  },
  {
    name: "keys of the cache are texts",
    code: "cache.put(5, 'a', 60); return [cache.getIfPresent('5'), cache.getIfPresent(5)];",
    nashorn: { result: '["a", "a"]' },
  },
  {
    name: "cache.put with undefined",
    code: "try { cache.put('k', undefined, 60); return cache.getIfPresent('k'); } catch (e) { return String(e); }",
    nashorn: {
      result: '"Error: cache.put: the value is not a string, number, boolean, array or object"',
    },
  },
  {
    name: "cache.put with a function",
    code: "try { cache.put('k', function () {}, 60); return cache.getIfPresent('k'); } catch (e) { return String(e); }",
    nashorn: {
      result: '"Error: cache.put: the value is not a string, number, boolean, array or object"',
    },
  },
  {
    name: "cache.put with NaN as time to live",
    code: "try { cache.put('k', 1, NaN); return cache.getIfPresent('k'); } catch (e) { return String(e); }",
    nashorn: { result: '"Error: cache.put: the time to live is not a number"' },
  },
  {
    name: "cache.put replaces",
    code: "cache.put('k', 1, 60); cache.put('k', 2, 60); return cache.getIfPresent('k');",
    nashorn: { result: "2" },
  },
  {
    name: "btoa('abc')",
    code: "try { return btoa('abc'); } catch (e) { return String(e); }",
    nashorn: { result: '"YWJj"' },
  },
  {
    name: "btoa('\\u00e9\\u00ff')",
    code: "try { return btoa('\\u00e9\\u00ff'); } catch (e) { return String(e); }",
    nashorn: { result: '"6f8="' },
  },
  {
    name: "btoa('')",
    code: "try { return btoa(''); } catch (e) { return String(e); }",
    nashorn: { result: '""' },
  },
  {
    name: "btoa(5)",
    code: "try { return btoa(5); } catch (e) { return String(e); }",
    nashorn: { result: '"NQ=="' },
  },
  {
    name: "btoa(null)",
    code: "try { return btoa(null); } catch (e) { return String(e); }",
    nashorn: { result: '"bnVsbA=="' },
  },
  {
    name: "btoa('\\u20ac')",
    code: "try { return btoa('\\u20ac'); } catch (e) { return String(e); }",
    nashorn: {
      result:
        '"Error: btoa: the character at 0 is not Latin-1; encode the text with encodeURIComponent first"',
    },
  },
  {
    name: "atob('YWJj')",
    code: "try { return atob('YWJj'); } catch (e) { return String(e); }",
    nashorn: { result: '"abc"' },
  },
  {
    name: "atob('YQ')",
    code: "try { return atob('YQ'); } catch (e) { return String(e); }",
    nashorn: { result: '"a"' },
  },
  {
    name: "atob('YQ==')",
    code: "try { return atob('YQ=='); } catch (e) { return String(e); }",
    nashorn: { result: '"a"' },
  },
  {
    name: "atob(' Y W J j ')",
    code: "try { return atob(' Y W J j '); } catch (e) { return String(e); }",
    nashorn: { result: '"abc"' },
  },
  {
    name: "atob('Y')",
    code: "try { return atob('Y'); } catch (e) { return String(e); }",
    nashorn: { result: '"Error: atob: this is not base64"' },
  },
  {
    name: "atob('*')",
    code: "try { return atob('*'); } catch (e) { return String(e); }",
    nashorn: { result: '"Error: atob: this is not base64"' },
  },
  {
    name: "atob('')",
    code: "try { return atob(''); } catch (e) { return String(e); }",
    nashorn: { result: '""' },
  },
  {
    name: "atob('6f8=')",
    code: "try { return atob('6f8='); } catch (e) { return String(e); }",
    nashorn: { result: '"\\u00e9\\u00ff"' },
  },
  {
    name: "the clock stands at the request's time",
    code: "var a = Date.now(); return [a, new Date().getTime(), +new Date(), new Date().toISOString(), Date.now() === a];",
    nashorn: {
      result: '[1542374715672, 1542374715672, 1542374715672, "2018-11-16T13:25:15.672Z", true]',
    },
    given: { time: "2018-11-16T13:25:15.672Z" },
  },
  {
    name: "Date as a function with a clock that stands",
    code: "return [Date(), typeof Date()];",
    nashorn: { result: '["Fri Nov 16 2018 13:25:15 GMT+0000 (UTC)", "string"]' },
    given: { time: "2018-11-16T13:25:15.672Z" },
  },
  {
    name: "Date keeps its shape with a clock that stands",
    code: "return [Date.length, Date.name, typeof Date.UTC, typeof Date.parse, new Date(5) instanceof Date, new Date(5).constructor === Date, Object.prototype.toString.call(new Date())];",
    nashorn: { result: '[7, "Date", "function", "function", true, true, "[object Date]"]' },
    given: { time: "2018-11-16T13:25:15.672Z" },
  },
  {
    name: "all forms of new Date with a clock that stands",
    code: "return [new Date(2020, 1).getTime(), new Date(2020, 1, 3, 4, 5, 6, 7).getTime(), new Date('2020-01-01T00:00:00.000Z').getTime(), new Date(new Date(7)).getTime(), new Date(NaN).getTime(), new Date(null).getTime(), new Date(undefined).getTime()];",
    nashorn: { result: "[1580515200000, 1580702706007, 1577836800000, 0, NaN, 0, NaN]" },
    given: { time: "2018-11-16T13:25:15.672Z" },
  },
] satisfies Case[];
