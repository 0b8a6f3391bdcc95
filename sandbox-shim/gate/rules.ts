/**
 * What the appliance's engine (Nashorn, ES6 mode) cannot run, or runs wrongly: one entry for each construct. Every
 * entry was observed on OpenJDK Nashorn 15.7 with `--language=es6`; what that version runs rightly is not listed.
 * `error`: refused, or fails when it is reached. `wrong`: runs, and does something else.
 */
export interface SyntaxRule {
  readonly severity: "error" | "wrong";
  /** What is the matter, as a sentence without a full stop. */
  readonly says: string;
  /** What to write instead. */
  readonly instead: string;
}

export const SYNTAX_RULES = {
  "not-a-program": {
    severity: "error",
    says: "the text is not valid JavaScript",
    instead: "correct the text at this place",
  },
  "too-deep": {
    severity: "error",
    says: "the text is nested too deeply to be read",
    instead: "break the expression up",
  },
  module: {
    severity: "error",
    says: "import and export do not exist: an expression is one function body",
    instead: "write TypeScript and let `sdpx build` bundle it, or copy the code in",
  },
  class: {
    severity: "error",
    says: "classes are not implemented",
    instead: "use a function that returns an object",
  },
  destructuring: {
    severity: "error",
    says: "destructuring is not implemented",
    instead: "read each property or element by itself: `var a = o.a;`",
  },
  rest: {
    severity: "error",
    says: "rest parameters are not implemented",
    instead: "use `Array.prototype.slice.call(arguments, n)` in a function",
  },
  spread: {
    severity: "error",
    says: "spread is not implemented",
    instead: "use `concat`, or `f.apply(null, list)`",
  },
  "object-spread": {
    severity: "error",
    says: "object spread is not implemented",
    instead: "copy the properties in a `for (var key in object)` loop",
  },
  generator: {
    severity: "error",
    says: "generators are not implemented",
    instead: "return an array, or take a callback",
  },
  super: {
    severity: "error",
    says: "`super` is not implemented",
    instead: "call the other object's method by name: `proto.f.call(this)`",
  },
  "new-target": {
    severity: "error",
    says: "`new.target` is not implemented",
    instead: "use `this instanceof F`",
  },
  async: {
    severity: "error",
    says: "async functions and promises do not exist: every call of the sandbox waits for its answer",
    instead: "remove `async` and `await`: httpGet and its sisters return the answer itself",
  },
  exponent: {
    severity: "error",
    says: "the operator `**` does not exist",
    instead: "use `Math.pow(a, b)`",
  },
  "trailing-comma": {
    severity: "error",
    says: "a comma after the last argument or parameter is not allowed",
    instead: "remove the comma (in array and object literals it is allowed)",
  },
  "optional-chaining": {
    severity: "error",
    says: "the operator `?.` does not exist",
    instead: "use `a && a.b`",
  },
  nullish: {
    severity: "error",
    says: "the operator `??` does not exist",
    instead: "use `a !== null && a !== undefined ? a : b`",
  },
  "logical-assignment": {
    severity: "error",
    says: "the operators `||=`, `&&=` and `??=` do not exist",
    instead: "write the assignment out: `a = a || b`",
  },
  "catch-binding": {
    severity: "error",
    says: "`catch` without a name is not allowed",
    instead: "write `catch (error)`",
  },
  "numeric-separator": {
    severity: "error",
    says: "underscores in numbers are not allowed",
    instead: "remove the underscores",
  },
  bigint: {
    severity: "error",
    says: "BigInt does not exist",
    instead: "use a number, or text for more than 15 digits",
  },
  "unicode-escape": {
    severity: "error",
    says: "escapes such as \\u{1F600} are not allowed",
    instead: "use two \\uXXXX escapes (a surrogate pair)",
  },
  "line-separator": {
    severity: "error",
    says: "U+2028 and U+2029 are not allowed in a string",
    instead: "write \\u2028 or \\u2029",
  },
  "html-comment": {
    severity: "error",
    says: "comments in HTML style are not allowed",
    instead: "use `//`",
  },
  "regex-flag": {
    severity: "error",
    says: "of the regular expression flags only g, i and m exist",
    instead: "remove the flag; write [\\s\\S] for a dot that also matches line breaks",
  },
  "regex-group": {
    severity: "error",
    says: "lookbehind and named groups do not exist in regular expressions",
    instead: "capture with plain groups and count them",
  },
  "case-declaration": {
    severity: "error",
    says: "let, const and function may not stand directly in a `case`",
    instead: "put braces around the statements of the case",
  },
  "if-function": {
    severity: "error",
    says: "a function declaration may not be the body of an `if`",
    instead: "use a variable: `var f = function () { ... };`",
  },
  "arrow-in-conditional": {
    severity: "error",
    says: "an arrow function without parentheses between `?` and `:` crashes the engine's compiler",
    instead: "put parentheses around the arrow function",
  },
  "for-of-arguments": {
    severity: "error",
    says: "`for (... of arguments)` fails: `arguments` is not iterable",
    instead: "count with an index",
  },
  "block-function": {
    severity: "error",
    says: "a function that is declared in a block is not visible outside it",
    instead: "declare the function outside the block",
  },
  "computed-key": {
    severity: "wrong",
    says: 'a computed key in an object literal becomes the key "undefined"',
    instead: "make the object first, then assign: `o[key] = value`",
  },
  "arrow-this": {
    severity: "wrong",
    says: "`this` in an arrow function is not that of the function around it",
    instead: "use a variable: `var self = this;`, or a `function`",
  },
  "arrow-arguments": {
    severity: "wrong",
    says: "`arguments` in an arrow function is not that of the function around it",
    instead: "give the arrow function parameters, or use a `function`",
  },
} as const satisfies Record<string, SyntaxRule>;

export type SyntaxRuleName = keyof typeof SYNTAX_RULES;
