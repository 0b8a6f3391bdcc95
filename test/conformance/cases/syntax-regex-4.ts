import type { Case } from "../case.ts";

/** Regular expressions: what is refused, and what matches. */
export default [
  {
    name: "return String(new RegExp('')) === '/(?:)/'",
    code: "return String(new RegExp('')) === '/(?:)/'",
    nashorn: { result: "true" },
  },
  {
    name: "return String(new RegExp('\\n')).length > 0",
    code: "return String(new RegExp('\\n')).length > 0",
    nashorn: { result: "true" },
  },
  {
    name: "return new RegExp('[/]').source === '[/]'",
    code: "return new RegExp('[/]').source === '[/]'",
    nashorn: { result: "true" },
  },
  {
    name: "try { new RegExp('(') } catch (e) { return e instanceof SyntaxError } return ...",
    code: "try { new RegExp('(') } catch (e) { return e instanceof SyntaxError } return false",
    nashorn: { result: "true" },
  },
  {
    name: "try { new RegExp('a', 'u') } catch (e) { return e instanceof SyntaxError } r ...",
    code: "try { new RegExp('a', 'u') } catch (e) { return e instanceof SyntaxError } return false",
    nashorn: { result: "true" },
  },
  {
    name: "try { new RegExp('a', 'gg') } catch (e) { return e instanceof SyntaxError }  ...",
    code: "try { new RegExp('a', 'gg') } catch (e) { return e instanceof SyntaxError } return false",
    nashorn: { result: "true" },
  },
  {
    name: "try { new RegExp('(?<a>b)') } catch (e) { return e instanceof SyntaxError }  ...",
    code: "try { new RegExp('(?<a>b)') } catch (e) { return e instanceof SyntaxError } return false",
    nashorn: { result: "true" },
  },
  {
    name: "try { new RegExp('(?<=b)') } catch (e) { return e instanceof SyntaxError } r ...",
    code: "try { new RegExp('(?<=b)') } catch (e) { return e instanceof SyntaxError } return false",
    nashorn: { result: "true" },
  },
  {
    name: "try { new RegExp('a', 'y') } catch (e) { return e instanceof SyntaxError } r ...",
    code: "try { new RegExp('a', 'y') } catch (e) { return e instanceof SyntaxError } return false",
    nashorn: { result: "true" },
  },
  {
    name: "try { RegExp('a', 's') } catch (e) { return e instanceof SyntaxError } retur ...",
    code: "try { RegExp('a', 's') } catch (e) { return e instanceof SyntaxError } return false",
    nashorn: { result: "true" },
  },
  {
    name: "try { RegExp('a**') } catch (e) { return e instanceof SyntaxError } return false",
    code: "try { RegExp('a**') } catch (e) { return e instanceof SyntaxError } return false",
    nashorn: { result: "true" },
  },
  {
    name: "try { RegExp('a', undefined) } catch (e) { return false } return true",
    code: "try { RegExp('a', undefined) } catch (e) { return false } return true",
    nashorn: { result: "true" },
  },
  {
    name: "try { RegExp('a', null) } catch (e) { return e instanceof SyntaxError } retu ...",
    code: "try { RegExp('a', null) } catch (e) { return e instanceof SyntaxError } return false",
    nashorn: { result: "true" },
  },
  {
    name: "try { RegExp('a', '') } catch (e) { return false } return true",
    code: "try { RegExp('a', '') } catch (e) { return false } return true",
    nashorn: { result: "true" },
  },
  {
    name: "try { RegExp('a', 'G') } catch (e) { return e instanceof SyntaxError } retur ...",
    code: "try { RegExp('a', 'G') } catch (e) { return e instanceof SyntaxError } return false",
    nashorn: { result: "true" },
  },
  {
    name: "try { eval('/(/') } catch (e) { return e instanceof SyntaxError } return false",
    code: "try { eval('/(/') } catch (e) { return e instanceof SyntaxError } return false",
    nashorn: { result: "true" },
  },
  {
    name: "try { eval('/a/u') } catch (e) { return e instanceof SyntaxError } return false",
    code: "try { eval('/a/u') } catch (e) { return e instanceof SyntaxError } return false",
    nashorn: { result: "true" },
  },
  {
    name: "try { 'a'.match('(') } catch (e) { return e instanceof SyntaxError } return  ...",
    code: "try { 'a'.match('(') } catch (e) { return e instanceof SyntaxError } return false",
    nashorn: { result: "true" },
  },
  {
    name: "try { 'a'.search('(?<a>b)') } catch (e) { return e instanceof SyntaxError }  ...",
    code: "try { 'a'.search('(?<a>b)') } catch (e) { return e instanceof SyntaxError } return false",
    nashorn: { result: "true" },
  },
  {
    name: "try { 'a'.search('(?<=b)') } catch (e) { return e instanceof SyntaxError } r ...",
    code: "try { 'a'.search('(?<=b)') } catch (e) { return e instanceof SyntaxError } return false",
    nashorn: { result: "true" },
  },
  {
    name: "try { /a/.compile('(') } catch (e) { return e instanceof SyntaxError } retur ...",
    code: "try { /a/.compile('(') } catch (e) { return e instanceof SyntaxError } return false",
    nashorn: { result: "true" },
  },
  {
    name: "try { /a/.compile('(?<=a)') } catch (e) { return e instanceof SyntaxError }  ...",
    code: "try { /a/.compile('(?<=a)') } catch (e) { return e instanceof SyntaxError } return false",
    nashorn: { result: "true" },
  },
  {
    name: "return /{2}/.test('{2}')",
    code: "return /{2}/.test('{2}')",
    nashorn: { error: "syntax" },
  },
  {
    name: "return /a|{2}/.test('{2}')",
    code: "return /a|{2}/.test('{2}')",
    nashorn: { error: "syntax" },
  },
  {
    name: "return /({2})/.test('{2}')",
    code: "return /({2})/.test('{2}')",
    nashorn: { error: "syntax" },
  },
  {
    name: "return /^{2}/.test('{2}')",
    code: "return /^{2}/.test('{2}')",
    nashorn: { error: "syntax" },
  },
  {
    name: "return /a{2}{3}/.test('aaaaaa')",
    code: "return /a{2}{3}/.test('aaaaaa')",
    nashorn: { error: "syntax" },
  },
  {
    name: "return /a{0}{3}/.test('')",
    code: "return /a{0}{3}/.test('')",
    nashorn: { error: "syntax" },
  },
  {
    name: "return /\\u00g0/.test('u00g0')",
    code: "return /\\u00g0/.test('u00g0')",
    nashorn: { result: "true" },
  },
  {
    name: "return /\\ud83d\\ude00/.test('\\u1f600')",
    code: "return /\\ud83d\\ude00/.test('\ud83d\ude00')",
    nashorn: { result: "true" },
  },
  {
    name: "return /^.$/.test('\\u1f600') === false",
    code: "return /^.$/.test('\ud83d\ude00') === false",
    nashorn: { result: "true" },
  },
  {
    name: "return /[\\u1f600]/.test('\\ud83d')",
    code: "return /[\ud83d\ude00]/.test('\\ud83d')",
    nashorn: { result: "true" },
  },
  {
    name: "return /[^a]/.exec('\\u1f600')[0].length === 1",
    code: "return /[^a]/.exec('\ud83d\ude00')[0].length === 1",
    nashorn: { result: "true" },
  },
  {
    name: "return /./.exec('\\u1f600')[0].length === 1",
    code: "return /./.exec('\ud83d\ude00')[0].length === 1",
    nashorn: { result: "true" },
  },
  {
    name: "return /^[^x]$/.test('\\u1f600') === false",
    code: "return /^[^x]$/.test('\ud83d\ude00') === false",
    nashorn: { result: "true" },
  },
  {
    name: "return /\\S/.exec('\\u1f600')[0].length === 1",
    code: "return /\\S/.exec('\ud83d\ude00')[0].length === 1",
    nashorn: { result: "true" },
  },
] satisfies Case[];
