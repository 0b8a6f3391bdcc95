import type { Case } from "../case.ts";

export default [
  {
    name: 'return /\\1(a)/.exec("a")[0]==="a";',
    code: 'return /\\1(a)/.exec("a")[0]==="a";',
    nashorn: { result: "true" },
  },
  {
    name: 'return /(?=(a))\\1/.exec("aa")[0]==="a";',
    code: 'return /(?=(a))\\1/.exec("aa")[0]==="a";',
    nashorn: { result: "true" },
  },
  {
    name: 'return /(z)((a+)?(b+)?(c))*/.exec("zaacbbbcac")[3]==="a";',
    code: 'return /(z)((a+)?(b+)?(c))*/.exec("zaacbbbcac")[3]==="a";',
    nashorn: { result: "true" },
  },
  {
    name: 'return /(z)((a+)?(b+)?(c))*/.exec("zaacbbbcac")[4]===undefined;',
    code: 'return /(z)((a+)?(b+)?(c))*/.exec("zaacbbbcac")[4]===undefined;',
    nashorn: { result: "true" },
  },
  {
    name: 'return /(a*)*/.exec("b")[0]==="";',
    code: 'return /(a*)*/.exec("b")[0]==="";',
    nashorn: { result: "true" },
  },
  {
    name: 'return /(?!(a))b/.exec("b")[1]===undefined;',
    code: 'return /(?!(a))b/.exec("b")[1]===undefined;',
    nashorn: { result: "true" },
  },
  {
    name: 'return /\\b\\w+\\b/.exec("foo bar")[0]==="foo";',
    code: 'return /\\b\\w+\\b/.exec("foo bar")[0]==="foo";',
    nashorn: { result: "true" },
  },
  {
    name: 'return /^a/m.test("b\\na")&&/a$/m.test("a\\nb");',
    code: 'return /^a/m.test("b\\na")&&/a$/m.test("a\\nb");',
    nashorn: { result: "true" },
  },
  {
    name: 'return /\\u0041\\x41\\101/.test("AAA");',
    code: 'return /\\u0041\\x41\\101/.test("AAA");',
    nashorn: { result: "true" },
  },
  {
    name: 'return /a{0}/.exec("a")[0]==="";',
    code: 'return /a{0}/.exec("a")[0]==="";',
    nashorn: { result: "true" },
  },
  {
    name: 'return /a{,2}/.test("a{,2}");',
    code: 'return /a{,2}/.test("a{,2}");',
    nashorn: { result: "true" },
  },
  {
    name: 'return /]/.test("]")&&/}/.test("}")&&/{/.test("{");',
    code: 'return /]/.test("]")&&/}/.test("}")&&/{/.test("{");',
    nashorn: { result: "true" },
  },
  {
    name: 'return /[\\b]/.test("\\b");',
    code: 'return /[\\b]/.test("\\b");',
    nashorn: { result: "true" },
  },
  {
    name: 'return /[^\\W]/.test("_");',
    code: 'return /[^\\W]/.test("_");',
    nashorn: { result: "true" },
  },
  {
    name: 'return /\\s/.test("\\ufeff")&&/\\s/.test("\\u2028");',
    code: 'return /\\s/.test("\\ufeff")&&/\\s/.test("\\u2028");',
    nashorn: { result: "true" },
  },
  {
    name: 'return /./.test("\\u2028")===false;',
    code: 'return /./.test("\\u2028")===false;',
    nashorn: { result: "true" },
  },
  {
    name: 'return /K/i.test("\\u212a");',
    code: 'return /K/i.test("\\u212a");',
    nashorn: { result: "false" },
  },
  {
    name: 'return /\\u017f/i.test("S");',
    code: 'return /\\u017f/i.test("S");',
    nashorn: { result: "false" },
  },
  {
    name: 'return /[a-z]/i.test("\\u212a");',
    code: 'return /[a-z]/i.test("\\u212a");',
    nashorn: { result: "false" },
  },
  {
    name: 'return /(?:a|ab)(?:c|bcd)(?:d*)/.exec("abcd")[0]==="abcd";',
    code: 'return /(?:a|ab)(?:c|bcd)(?:d*)/.exec("abcd")[0]==="abcd";',
    nashorn: { result: "true" },
  },
  {
    name: 'var r=/a/g; r.lastIndex=5; return r.exec("aaa")===null&&r.lastIndex===0;',
    code: 'var r=/a/g; r.lastIndex=5; return r.exec("aaa")===null&&r.lastIndex===0;',
    nashorn: { result: "true" },
  },
  {
    name: 'var r=/a/; r.lastIndex=5; return r.exec("aaa").index===0&&r.lastIndex===5;',
    code: 'var r=/a/; r.lastIndex=5; return r.exec("aaa").index===0&&r.lastIndex===5;',
    nashorn: { result: "true" },
  },
  {
    name: 'var r=/a/g; r.lastIndex=-1; return r.exec("aaa").index===0;',
    code: 'var r=/a/g; r.lastIndex=-1; return r.exec("aaa").index===0;',
    nashorn: { error: "TypeError" },
  },
  {
    name: 'var r=/a/g; r.lastIndex="1"; return r.exec("aaa").index===1;',
    code: 'var r=/a/g; r.lastIndex="1"; return r.exec("aaa").index===1;',
    nashorn: { result: "true" },
  },
  {
    name: 'var r=/a/g; Object.defineProperty(r,"lastIndex",{writable:false}); try { r.exec("b") } catch (e) { return e instanceof TypeError ? "TypeErro',
    code: 'var r=/a/g; Object.defineProperty(r,"lastIndex",{writable:false}); try {  r.exec("b")  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"no exception"' },
  },
  {
    name: 'var r=/a/; r[Symbol.match]=false; return "/a/".match(r)!==null;',
    code: 'var r=/a/; r[Symbol.match]=false; return "/a/".match(r)!==null;',
    nashorn: { result: "true" },
  },
  {
    name: 'return RegExp.prototype.toString.call({source:"a",flags:"g"})==="/a/g";',
    code: 'return RegExp.prototype.toString.call({source:"a",flags:"g"})==="/a/g";',
    nashorn: { error: "TypeError" },
  },
  {
    name: 'return Object.prototype.toString.call(RegExp.prototype)==="[object Object]";',
    code: 'return Object.prototype.toString.call(RegExp.prototype)==="[object Object]";',
    nashorn: { result: "false" },
  },
  {
    name: 'return RegExp.prototype.source==="(?:)"&&RegExp.prototype.global===undefined;',
    code: 'return RegExp.prototype.source==="(?:)"&&RegExp.prototype.global===undefined;',
    nashorn: { result: "false" },
  },
  {
    name: 'return "a".match(/b/g)===null&&"aba".match(/a/g).length===2;',
    code: 'return "a".match(/b/g)===null&&"aba".match(/a/g).length===2;',
    nashorn: { result: "true" },
  },
  {
    name: 'return "abc".match(/(b)(c)/).join()==="bc,b,c";',
    code: 'return "abc".match(/(b)(c)/).join()==="bc,b,c";',
    nashorn: { result: "true" },
  },
  {
    name: 'return "aaa".replace(/a/g,"b")==="bbb"&&"aaa".replace("a","b")==="baa";',
    code: 'return "aaa".replace(/a/g,"b")==="bbb"&&"aaa".replace("a","b")==="baa";',
    nashorn: { result: "true" },
  },
  {
    name: 'return "abc".replace(/b/,"[$&$`$\'$$]")==="a[bac$]c";',
    code: 'return "abc".replace(/b/,"[$&$`$\'$$]")==="a[bac$]c";',
    nashorn: { result: "true" },
  },
  {
    name: 'return "abc".replace(/(b)/,"$1$2$01$10")==="abb$2bb0c".replace("abb","ab");',
    code: 'return "abc".replace(/(b)/,"$1$2$01$10")==="abb$2bb0c".replace("abb","ab");',
    nashorn: { result: "true" },
  },
  {
    name: 'return "abc".replace("b",function(m,i,s){return m+i+s})==="ab1abcc";',
    code: 'return "abc".replace("b",function(m,i,s){return m+i+s})==="ab1abcc";',
    nashorn: { result: "true" },
  },
  {
    name: 'return "abc".replace(/(?:)/g,"-")==="-a-b-c-";',
    code: 'return "abc".replace(/(?:)/g,"-")==="-a-b-c-";',
    nashorn: { result: "true" },
  },
  {
    name: 'return "a,b,c".split(",",2).join("|")==="a|b";',
    code: 'return "a,b,c".split(",",2).join("|")==="a|b";',
    nashorn: { result: "true" },
  },
  {
    name: 'return "abc".split("").length===3&&"".split("").length===0&&"".split(",").length===1;',
    code: 'return "abc".split("").length===3&&"".split("").length===0&&"".split(",").length===1;',
    nashorn: { result: "true" },
  },
  {
    name: 'return "a1b2".split(/(\\d)/).join("|")==="a|1|b|2|";',
    code: 'return "a1b2".split(/(\\d)/).join("|")==="a|1|b|2|";',
    nashorn: { result: "true" },
  },
  {
    name: 'return "ab".split(/(?:)/).length===2&&"".split(/(?:)/).length===0;',
    code: 'return "ab".split(/(?:)/).length===2&&"".split(/(?:)/).length===0;',
    nashorn: { result: "true" },
  },
  {
    name: 'return "A<B>bold</B>".split(/<(\\/)?([^<>]+)>/).length===7;',
    code: 'return "A<B>bold</B>".split(/<(\\/)?([^<>]+)>/).length===7;',
    nashorn: { result: "true" },
  },
  {
    name: 'return "abc".split(undefined).length===1&&"abc".split(undefined,0).length===0;',
    code: 'return "abc".split(undefined).length===1&&"abc".split(undefined,0).length===0;',
    nashorn: { result: "true" },
  },
  {
    name: 'return "abc".split(/b/,-1).length===2&&"abc".split("b",4294967297).length===1;',
    code: 'return "abc".split(/b/,-1).length===2&&"abc".split("b",4294967297).length===1;',
    nashorn: { result: "true" },
  },
  {
    name: 'var o={}; o[Symbol.split]=function(){return 5}; return "a".split(o)===5;',
    code: 'var o={}; o[Symbol.split]=function(){return 5}; return "a".split(o)===5;',
    nashorn: { result: "false" },
  },
  {
    name: 'var o={}; o[Symbol.replace]=function(){return 5}; return "a".replace(o)===5;',
    code: 'var o={}; o[Symbol.replace]=function(){return 5}; return "a".replace(o)===5;',
    nashorn: { result: "false" },
  },
  {
    name: 'return "abc".search(/c/)===2&&"abc".search("z")===-1;',
    code: 'return "abc".search(/c/)===2&&"abc".search("z")===-1;',
    nashorn: { result: "true" },
  },
  {
    name: 'var r=/c/g; r.lastIndex=1; return "abc".search(r)===2&&r.lastIndex===1;',
    code: 'var r=/c/g; r.lastIndex=1; return "abc".search(r)===2&&r.lastIndex===1;',
    nashorn: { result: "false" },
  },
  {
    name: 'return "abc".substr(-2,1)==="b"&&"abc".substring(2,0)==="ab"&&"abc".slice(-2,-1)==="b";',
    code: 'return "abc".substr(-2,1)==="b"&&"abc".substring(2,0)==="ab"&&"abc".slice(-2,-1)==="b";',
    nashorn: { result: "true" },
  },
  {
    name: 'return "\\u00df".toUpperCase()==="SS"&&"\\u0130".toLowerCase().length===2;',
    code: 'return "\\u00df".toUpperCase()==="SS"&&"\\u0130".toLowerCase().length===2;',
    nashorn: { result: "true" },
  },
  {
    name: 'return "\\u03a3".toLowerCase()==="\\u03c3"&&"A\\u03a3".toLowerCase()==="a\\u03c2";',
    code: 'return "\\u03a3".toLowerCase()==="\\u03c3"&&"A\\u03a3".toLowerCase()==="a\\u03c2";',
    nashorn: { result: "true" },
  },
  {
    name: 'return "\\u180e".trim()==="";',
    code: 'return "\\u180e".trim()==="";',
    nashorn: { result: "true" },
  },
  {
    name: 'return "\\u180e".trim().length===1;',
    code: 'return "\\u180e".trim().length===1;',
    nashorn: { result: "false" },
  },
  {
    name: 'return " \\ufeff\\u2029x".trim()==="x";',
    code: 'return " \\ufeff\\u2029x".trim()==="x";',
    nashorn: { result: "true" },
  },
  {
    name: 'return "a".localeCompare("b")<0&&"a".localeCompare("a")===0;',
    code: 'return "a".localeCompare("b")<0&&"a".localeCompare("a")===0;',
    nashorn: { result: "true" },
  },
  {
    name: 'return "o\\u0308".localeCompare("\\u00f6")===0;',
    code: 'return "o\\u0308".localeCompare("\\u00f6")===0;',
    nashorn: { result: "true" },
  },
  {
    name: 'return "abc".indexOf("",10)===3&&"abc".lastIndexOf("",-1)===0&&"abc".lastIndexOf("c",NaN)===2;',
    code: 'return "abc".indexOf("",10)===3&&"abc".lastIndexOf("",-1)===0&&"abc".lastIndexOf("c",NaN)===2;',
    nashorn: { result: "true" },
  },
  {
    name: 'return String.fromCharCode(65536+65)==="A";',
    code: 'return String.fromCharCode(65536+65)==="A";',
    nashorn: { result: "true" },
  },
  {
    name: 'return "abc".charAt(-1)===""&&isNaN("abc".charCodeAt(9));',
    code: 'return "abc".charAt(-1)===""&&isNaN("abc".charCodeAt(9));',
    nashorn: { result: "true" },
  },
  {
    name: 'return "abc".startsWith("a")&&"abc".endsWith("c")&&"a".repeat(3)==="aaa";',
    code: 'return "abc".startsWith("a")&&"abc".endsWith("c")&&"a".repeat(3)==="aaa";',
    nashorn: { result: "true" },
  },
  {
    name: 'return "abc".includes("b");',
    code: 'return "abc".includes("b");',
    nashorn: { error: "TypeError" },
  },
  {
    name: 'try { "a".startsWith(/a/) } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    code: 'try {  "a".startsWith(/a/)  } catch (e) { return e instanceof TypeError ? "TypeError" : "another exception"; } return "no exception";',
    nashorn: { result: '"no exception"' },
  },
] satisfies Case[];
