import type { Case } from "../case.ts";

export default [
  {
    name: "return new Date(99,0).getFullYear();",
    code: "return new Date(99,0).getFullYear();",
    nashorn: { result: "1999" },
  },
  {
    name: "return new Date(undefined).getTime();",
    code: "return new Date(undefined).getTime();",
    nashorn: { result: "NaN" },
  },
  {
    name: "return new Date(null).getTime();",
    code: "return new Date(null).getTime();",
    nashorn: { result: "0" },
  },
  {
    name: "return new Date(true).getTime();",
    code: "return new Date(true).getTime();",
    nashorn: { result: "1" },
  },
  {
    name: "return new Date([]).getTime();",
    code: "return new Date([]).getTime();",
    nashorn: { result: "NaN" },
  },
  {
    name: "return new Date({}).getTime();",
    code: "return new Date({}).getTime();",
    nashorn: { result: "NaN" },
  },
  {
    name: 'return new Date("").getTime();',
    code: 'return new Date("").getTime();',
    nashorn: { result: "NaN" },
  },
  {
    name: "return new Date(1e81).getTime();",
    code: "return new Date(1e81).getTime();",
    nashorn: { result: "NaN" },
  },
  {
    name: "return new Date(1.9).getTime()+new Date(-1.9).getTime();",
    code: "return new Date(1.9).getTime()+new Date(-1.9).getTime();",
    nashorn: { result: "0" },
  },
  {
    name: "return new Date(-0).getTime();",
    code: "return new Date(-0).getTime();",
    nashorn: { result: "0" },
  },
  {
    name: "return 1/new Date(-0).getTime();",
    code: "return 1/new Date(-0).getTime();",
    nashorn: { result: "Infinity" },
  },
  {
    name: "var d=new Date(0);d.setYear(70);return d.getTime();",
    code: "var d=new Date(0);d.setYear(70);return d.getTime();",
    nashorn: { result: "0" },
  },
  {
    name: "var d=new Date(NaN);d.setFullYear(2000);return d.getTime();",
    code: "var d=new Date(NaN);d.setFullYear(2000);return d.getTime();",
    nashorn: { result: "946684800000" },
  },
  {
    name: "var d=new Date(NaN);d.setMonth(2);return d.getTime();",
    code: "var d=new Date(NaN);d.setMonth(2);return d.getTime();",
    nashorn: { result: "NaN" },
  },
  {
    name: "var d=new Date(NaN);d.setUTCFullYear(NaN);return d.getTime();",
    code: "var d=new Date(NaN);d.setUTCFullYear(NaN);return d.getTime();",
    nashorn: { error: "java" },
  },
  {
    name: "var d=new Date(0);d.setUTCFullYear(NaN);return d.getTime();",
    code: "var d=new Date(0);d.setUTCFullYear(NaN);return d.getTime();",
    nashorn: { result: "NaN" },
  },
  {
    name: "var d=new Date(0);d.setHours();return d.getTime();",
    code: "var d=new Date(0);d.setHours();return d.getTime();",
    nashorn: { result: "NaN" },
  },
  {
    name: "return new Date(0).getYear();",
    code: "return new Date(0).getYear();",
    nashorn: { result: "70" },
  },
  {
    name: "return new Date(0)+1;",
    code: "return new Date(0)+1;",
    nashorn: { result: '"Thu Jan 01 1970 00:00:00 GMT+0000 (UTC)1"' },
  },
  { name: "return new Date(5)-1;", code: "return new Date(5)-1;", nashorn: { result: "4" } },
  { name: "return new Date(0)==0;", code: "return new Date(0)==0;", nashorn: { result: "true" } },
  {
    name: "return typeof (new Date(0)+new Date(0));",
    code: "return typeof (new Date(0)+new Date(0));",
    nashorn: { result: '"string"' },
  },
  {
    name: 'Date.prototype.toJSON.call({toISOString:function(){return "x"}});',
    code: 'Date.prototype.toJSON.call({toISOString:function(){return "x"}});',
    nashorn: { result: "undefined" },
  },
  {
    name: "return new Date(NaN).toJSON();",
    code: "return new Date(NaN).toJSON();",
    nashorn: { result: "null" },
  },
  { name: "return Date.length;", code: "return Date.length;", nashorn: { result: "7" } },
  { name: "return Date.parse();", code: "return Date.parse();", nashorn: { result: "NaN" } },
  { name: "return Date.now.length;", code: "return Date.now.length;", nashorn: { result: "0" } },
  {
    name: 'return Date.parse("2020-01-01T00:00Z")+","+Date.parse("2020-01-01T00:00")+","+Date.parse("2020-01")+","+Date.parse("2020")+","+Date.parse("+',
    code: 'return Date.parse("2020-01-01T00:00Z")+","+Date.parse("2020-01-01T00:00")+","+Date.parse("2020-01")+","+Date.parse("2020")+","+Date.parse("+002020-01-01")+","+Date.parse("-000000-01-01");',
    nashorn: {
      result:
        '"1577836800000,1577836800000,1577836800000,1577836800000,1577836800000,-62167219200000"',
    },
  },
  {
    name: 'return Date.parse("Thu Jan 01 1970 00:00:00 GMT+0000 (UTC)")+","+Date.parse("Thu, 01 Jan 1970 00:00:00 GMT")+","+Date.parse("Jan 1 1970")+",',
    code: 'return Date.parse("Thu Jan 01 1970 00:00:00 GMT+0000 (UTC)")+","+Date.parse("Thu, 01 Jan 1970 00:00:00 GMT")+","+Date.parse("Jan 1 1970")+","+Date.parse("1 Jan 1970")+","+Date.parse("1/2/1970")+","+Date.parse("70/1/2")+","+Date.parse("1970-1-2");',
    nashorn: { result: '"0,0,0,0,86400000,86400000,86400000"' },
  },
  {
    name: 'return Date.parse("Jan 1 1970 10:00 PM")+","+Date.parse("Jan 1 1970 13:00 PM")+","+Date.parse("Jan 1 70")+","+Date.parse("1-2-1970")+","+Dat',
    code: 'return Date.parse("Jan 1 1970 10:00 PM")+","+Date.parse("Jan 1 1970 13:00 PM")+","+Date.parse("Jan 1 70")+","+Date.parse("1-2-1970")+","+Date.parse("2020-01-01T24:00:00Z")+","+Date.parse("2020-01-01T24:00:01Z")+","+Date.parse("T10:00")+","+Date.parse("2020-01-01T10:00+0100")+","+Date.parse("2020-01-01 10:00 +01:00")+","+Date.parse("2020-01-01T10:00:00.123456789Z");',
    nashorn: {
      result:
        '"79200000,46800000,0,86400000,1577923200000,NaN,NaN,1577869200000,1577869200000,NaN"',
    },
  },
  {
    name: 'return JSON.parse("");',
    code: 'return JSON.parse("");',
    nashorn: { error: "SyntaxError" },
  },
  {
    name: 'return JSON.parse("{a:1}");',
    code: 'return JSON.parse("{a:1}");',
    nashorn: { error: "SyntaxError" },
  },
  { name: "return JSON.parse();", code: "return JSON.parse();", nashorn: { error: "SyntaxError" } },
  {
    name: "return JSON.parse('\"\\u2028\"');",
    code: "return JSON.parse('\"\\u2028\"');",
    nashorn: { result: '"\\u2028"' },
  },
  {
    name: "return JSON.parse(\"'a'\");",
    code: "return JSON.parse(\"'a'\");",
    nashorn: { error: "SyntaxError" },
  },
  {
    name: 'return JSON.parse("01");',
    code: 'return JSON.parse("01");',
    nashorn: { error: "SyntaxError" },
  },
  {
    name: 'return JSON.parse("1.");',
    code: 'return JSON.parse("1.");',
    nashorn: { error: "SyntaxError" },
  },
  {
    name: 'return JSON.parse("[1,]");',
    code: 'return JSON.parse("[1,]");',
    nashorn: { error: "SyntaxError" },
  },
  {
    name: "return JSON.parse('{\"__proto__\":1}').__proto__;",
    code: "return JSON.parse('{\"__proto__\":1}').__proto__;",
    nashorn: { result: "1" },
  },
  {
    name: 'return JSON.parse(\'{"a":1,"a":2}\').a;',
    code: 'return JSON.parse(\'{"a":1,"a":2}\').a;',
    nashorn: { result: "2" },
  },
  {
    name: 'return JSON.parse(" 1 ");',
    code: 'return JSON.parse(" 1 ");',
    nashorn: { result: "1" },
  },
  {
    name: 'return JSON.parse("\\u00a01");',
    code: 'return JSON.parse("\\u00a01");',
    nashorn: { error: "SyntaxError" },
  },
  {
    name: 'return JSON.parse("1 2");',
    code: 'return JSON.parse("1 2");',
    nashorn: { error: "SyntaxError" },
  },
  {
    name: 'return JSON.parse("nul");',
    code: 'return JSON.parse("nul");',
    nashorn: { error: "SyntaxError" },
  },
  {
    name: "return JSON.parse('\"\\t\"');",
    code: "return JSON.parse('\"\\t\"');",
    nashorn: { error: "SyntaxError" },
  },
  {
    name: "return JSON.parse('\"\\\\x\"');",
    code: "return JSON.parse('\"\\\\x\"');",
    nashorn: { error: "SyntaxError" },
  },
  {
    name: "return JSON.parse('-');",
    code: "return JSON.parse('-');",
    nashorn: { error: "SyntaxError" },
  },
  { name: "return JSON.parse('-0');", code: "return JSON.parse('-0');", nashorn: { result: "0" } },
  {
    name: "return JSON.parse('1',5);",
    code: "return JSON.parse('1',5);",
    nashorn: { result: "1" },
  },
  {
    name: "return JSON.stringify({a:[1,undefined,function(){}],b:undefined,c:NaN,d:new Date(0),e:/a/,f:new Map()});",
    code: "return JSON.stringify({a:[1,undefined,function(){}],b:undefined,c:NaN,d:new Date(0),e:/a/,f:new Map()});",
    nashorn: {
      result:
        '"{\\"a\\":[1,null,null],\\"c\\":null,\\"d\\":\\"1970-01-01T00:00:00.000Z\\",\\"e\\":{},\\"f\\":{}}"',
    },
  },
  {
    name: 'return JSON.stringify({b:1,a:2,1:3},["a","b",1,new String("b"),{}]);',
    code: 'return JSON.stringify({b:1,a:2,1:3},["a","b",1,new String("b"),{}]);',
    nashorn: { result: '"{\\"a\\":2,\\"b\\":1,\\"1\\":3,\\"b\\":1}"' },
  },
  {
    name: "return JSON.stringify({a:[]},null,2);",
    code: "return JSON.stringify({a:[]},null,2);",
    nashorn: { result: '"{\\u000a  \\"a\\": []\\u000a}"' },
  },
  {
    name: 'return JSON.stringify("\\u2028\\u0007\\"\\\\/\\u007f");',
    code: 'return JSON.stringify("\\u2028\\u0007\\"\\\\/\\u007f");',
    nashorn: { result: '"\\"\\u2028\\\\u0007\\\\\\"\\\\\\\\/\\u007f\\""' },
  },
  {
    name: 'JSON.stringify({toJSON:function(k){return "x"+k}});',
    code: 'JSON.stringify({toJSON:function(k){return "x"+k}});',
    nashorn: { result: "undefined" },
  },
  {
    name: "var o={};o.o=o;JSON.stringify(o);",
    code: "var o={};o.o=o;JSON.stringify(o);",
    nashorn: { error: "TypeError" },
  },
  {
    name: "return JSON.stringify(undefined);",
    code: "return JSON.stringify(undefined);",
    nashorn: { result: "undefined" },
  },
  {
    name: "return JSON.stringify(function(){});",
    code: "return JSON.stringify(function(){});",
    nashorn: { result: "undefined" },
  },
  {
    name: "return JSON.stringify(Object.create({a:1}));",
    code: "return JSON.stringify(Object.create({a:1}));",
    nashorn: { result: '"{}"' },
  },
  {
    name: 'return JSON.stringify({a:1,b:[1,2]},null,"--");',
    code: 'return JSON.stringify({a:1,b:[1,2]},null,"--");',
    nashorn: {
      result:
        '"{\\u000a--\\"a\\": 1,\\u000a--\\"b\\": [\\u000a----1,\\u000a----2\\u000a--]\\u000a}"',
    },
  },
  {
    name: 'return JSON.stringify(new Error("x"));',
    code: 'return JSON.stringify(new Error("x"));',
    nashorn: { result: '"{}"' },
  },
  {
    name: "return Object.isSealed(Object.preventExtensions([1]));",
    code: "return Object.isSealed(Object.preventExtensions([1]));",
    nashorn: { result: "true" },
  },
  {
    name: "return Object.isSealed(Object.preventExtensions([]));",
    code: "return Object.isSealed(Object.preventExtensions([]));",
    nashorn: { result: "true" },
  },
  {
    name: "return Object.isFrozen(Object.preventExtensions([1]));",
    code: "return Object.isFrozen(Object.preventExtensions([1]));",
    nashorn: { result: "false" },
  },
  {
    name: "return Object.isFrozen(Object.preventExtensions([]));",
    code: "return Object.isFrozen(Object.preventExtensions([]));",
    nashorn: { result: "false" },
  },
] satisfies Case[];
