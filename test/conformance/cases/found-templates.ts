import type { Case } from "../case.ts";

/** Differences that the fuzzer found, and their neighbours. */
export default [
  { name: "return `${4/2}`", code: "return `${4/2}`", nashorn: { error: "syntax" } },
  { name: "return `${1}${4/2}`", code: "return `${1}${4/2}`", nashorn: { error: "syntax" } },
  { name: "return `a${4/2}b`", code: "return `a${4/2}b`", nashorn: { error: "syntax" } },
  {
    name: "var x=4; return `${x/2}`",
    code: "var x=4; return `${x/2}`",
    nashorn: { error: "syntax" },
  },
  {
    name: "return `${/a/.test('a')}`",
    code: "return `${/a/.test('a')}`",
    nashorn: { error: "syntax" },
  },
  {
    name: "return `${(/a/.source)}`",
    code: "return `${(/a/.source)}`",
    nashorn: { error: "syntax" },
  },
  {
    name: "return `${function(){return 4/2}()}`",
    code: "return `${function(){return 4/2}()}`",
    nashorn: { error: "syntax" },
  },
  { name: "return `${[1]/1}`", code: "return `${[1]/1}`", nashorn: { error: "syntax" } },
  { name: "return `${'a/b'}`", code: "return `${'a/b'}`", nashorn: { result: '"a/b"' } },
  { name: "return `${1 /* c */}`", code: "return `${1 /* c */}`", nashorn: { result: '"1"' } },
  {
    name: "try { return `${Symbol('q')}` } catch(e) {return 'c'+e}",
    code: "try { return `${Symbol('q')}` } catch(e) {return 'c'+e}",
    nashorn: { result: '"cTypeError: Can not convert Symbol value to string."' },
  },
  { name: "return `${4/2+1}`", code: "return `${4/2+1}`", nashorn: { error: "syntax" } },
  { name: "return `${(4/2)}`", code: "return `${(4/2)}`", nashorn: { error: "syntax" } },
  { name: "return `${4/2/1}`", code: "return `${4/2/1}`", nashorn: { error: "syntax" } },
  { name: "return `${1+4/2}`", code: "return `${1+4/2}`", nashorn: { error: "syntax" } },
  {
    name: "var f=Math.floor; return `${f(4/2)}`",
    code: "var f=Math.floor; return `${f(4/2)}`",
    nashorn: { error: "syntax" },
  },
  {
    name: "return `${'a'.replace(/a/,'b')}`",
    code: "return `${'a'.replace(/a/,'b')}`",
    nashorn: { error: "syntax" },
  },
  {
    name: "return `${'a'.replace(/a/g,'b')}x`",
    code: "return `${'a'.replace(/a/g,'b')}x`",
    nashorn: { error: "syntax" },
  },
  {
    name: "return `x${[1].map(function(x){return x/2})}`",
    code: "return `x${[1].map(function(x){return x/2})}`",
    nashorn: { error: "syntax" },
  },
  { name: "return `${4/2}${1}`", code: "return `${4/2}${1}`", nashorn: { error: "syntax" } },
  { name: "return `${ 4 / 2 }`", code: "return `${ 4 / 2 }`", nashorn: { error: "syntax" } },
  {
    name: "var a=4,b=2; return `${a / b} and ${a}`",
    code: "var a=4,b=2; return `${a / b} and ${a}`",
    nashorn: { error: "syntax" },
  },
  { name: "return `${[/a/]}`", code: "return `${[/a/]}`", nashorn: { error: "syntax" } },
  {
    name: "return `${!/a/.test('b')}`",
    code: "return `${!/a/.test('b')}`",
    nashorn: { error: "syntax" },
  },
  {
    name: "var a=[4]; return `${a[0]/2}`",
    code: "var a=[4]; return `${a[0]/2}`",
    nashorn: { error: "syntax" },
  },
  { name: "return `${(4)/2}`", code: "return `${(4)/2}`", nashorn: { error: "syntax" } },
  { name: "return `${{a:4}.a/2}`", code: "return `${{a:4}.a/2}`", nashorn: { error: "syntax" } },
  { name: "return `${4 /= 2}`", code: "return `${4 /= 2}`", nashorn: { error: "syntax" } },
  {
    name: "var a=4; return `${a /= 2}`",
    code: "var a=4; return `${a /= 2}`",
    nashorn: { error: "syntax" },
  },
  { name: "return 4/2+`${1}`", code: "return 4/2+`${1}`", nashorn: { result: '"21"' } },
  { name: "return `${1}`/2", code: "return `${1}`/2", nashorn: { result: "0.5" } },
  { name: "return `${`${1}`/1}`", code: "return `${`${1}`/1}`", nashorn: { error: "syntax" } },
  {
    name: "return `${function(){ return /a/.test('a') }()}`",
    code: "return `${function(){ return /a/.test('a') }()}`",
    nashorn: { error: "syntax" },
  },
  { name: "return `${1 // c }`", code: "return `${1 // c\n}`", nashorn: { result: '"1"' } },
  {
    name: "return `${/a/.exec('a')/2}`",
    code: "return `${/a/.exec('a')/2}`",
    nashorn: { error: "syntax" },
  },
  {
    name: "var o={valueOf:function(){return 'v'},toString:function(){return 's'}}; return [`${o}`,`a${o}b`,''+o,String(o)]",
    code: "var o={valueOf:function(){return 'v'},toString:function(){return 's'}}; return [`${o}`,`a${o}b`,''+o,String(o)]",
    nashorn: { result: '["v", "avb", "v", "s"]' },
  },
  {
    name: "return `${new Date(0)}`",
    code: "return `${new Date(0)}`",
    nashorn: { result: '"Thu Jan 01 1970 00:00:00 GMT+0000 (UTC)"' },
  },
  {
    name: "return `${[1,2]}${{}}`",
    code: "return `${[1,2]}${{}}`",
    nashorn: { result: '"1,2[object Object]"' },
  },
  {
    name: "return `${null}${undefined}`",
    code: "return `${null}${undefined}`",
    nashorn: { result: '"nullundefined"' },
  },
  {
    name: "return `x${Object.create(null)}`",
    code: "return `x${Object.create(null)}`",
    nashorn: { error: "TypeError" },
  },
  {
    name: "var t=function(s,v){return v}; var o={valueOf:function(){return 'v'}}; return t`${o}`===o",
    code: "var t=function(s,v){return v}; var o={valueOf:function(){return 'v'}}; return t`${o}`===o",
    nashorn: { result: "true" },
  },
] satisfies Case[];
