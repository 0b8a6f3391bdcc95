/**
 * What the appliance's engine (Nashorn, ES6 mode) cannot run, or runs wrongly: one entry for each construct. Every
 * entry was observed on OpenJDK Nashorn 15.7 with `--language=es6`; what that version runs rightly is not listed.
 * `error`: the whole text is refused. `fails`: the text runs, and throws when the place is reached; the local engine does the same.
 * `wrong`: runs, and silently does something else.
 */
export interface SyntaxRule {
  readonly severity: "error" | "fails" | "wrong";
  /** The engine gives up with an exception of its own, which `eval` passes on and which is no SyntaxError. */
  readonly unfinished?: true;
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
    unfinished: true,
    says: "classes are not implemented",
    instead: "use a function that returns an object",
  },
  destructuring: {
    severity: "error",
    unfinished: true,
    says: "destructuring is not implemented",
    instead: "read each property or element by itself: `var a = o.a;`",
  },
  rest: {
    severity: "error",
    unfinished: true,
    says: "rest parameters are not implemented",
    instead: "use `Array.prototype.slice.call(arguments, n)` in a function",
  },
  spread: {
    severity: "error",
    unfinished: true,
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
    unfinished: true,
    says: "generators are not implemented",
    instead: "return an array, or take a callback",
  },
  super: {
    severity: "error",
    unfinished: true,
    says: "`super` is not implemented",
    instead: "call the other object's method by name: `proto.f.call(this)`",
  },
  "new-target": {
    severity: "fails",
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
  "regex-syntax": {
    severity: "error",
    says: "the regular expression is refused",
    instead: "write it another way",
  },
  "identifier-character": {
    severity: "error",
    says: "this character is not allowed in a name",
    instead: "use letters, digits, `$` and `_`",
  },
  "method-name": {
    severity: "error",
    says: "a method in short form must have a plain name: no text, number or reserved word",
    instead: "write `'name': function () { ... }`",
  },
  "setter-parameter": {
    severity: "error",
    says: "the parameter of a setter must be a plain name",
    instead: "take the value, and replace it in the body",
  },
  "function-twice": {
    severity: "error",
    says: "a function may be declared only once in a block",
    instead: "remove one of the two",
  },
  "regex-in-template": {
    severity: "error",
    says: "a regular expression may not stand first in `${...}`",
    instead: "put it into a variable, or into parentheses",
  },
  "for-name": {
    severity: "error",
    says: "a loop variable may not have this name",
    instead: "use another name",
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
    says: "an arrow function without parentheses directly after `?` or `:` crashes the engine's compiler",
    instead: "put parentheses around the arrow function",
  },
  "for-of-arguments": {
    severity: "fails",
    says: "`for (... of arguments)` fails: `arguments` is not iterable",
    instead: "count with an index",
  },
  "block-function": {
    severity: "fails",
    says: "a function that is declared in a block is not visible outside it",
    instead: "declare the function outside the block",
  },
  "loop-target": {
    severity: "wrong",
    says: "in the target of a `for` loop, variables and parameters of the same function read as undefined",
    instead: "use a variable as the target, and assign in the body",
  },
  "computed-key": {
    severity: "wrong",
    says: 'in a computed key, variables and parameters of the same function read as undefined: the key becomes "undefined"',
    instead: "make the object first, then assign: `o[key] = value`",
  },
  "date-fraction": {
    severity: "wrong",
    says: "a time with 1, 2, or more than 3 digits after the seconds is misread, or is no time",
    instead: "write exactly three digits: 2026-03-01T08:00:00.120Z",
  },
  "arrow-this": {
    severity: "wrong",
    says: "`this` in an arrow function is not that of the function around it",
    instead: "use a variable: `var self = this;`, or a `function`",
  },
} as const satisfies Record<string, SyntaxRule>;

export type SyntaxRuleName = keyof typeof SYNTAX_RULES;

/** What only a run can show: the engine carries on, and the result is not what today's JavaScript gives. */
export const RUNTIME_RULES = {
  "boolean-comparator": {
    says: "the function given to sort returns true or false, and the list comes out in another order than it says",
    instead: "return a number: `return a < b ? -1 : a > b ? 1 : 0`",
  },
  "java-replace-all": {
    says: "replaceAll takes its text for a Java regular expression, and gives another result than JavaScript's",
    instead: "use `text.split(a).join(b)`, or `replace` with a regular expression and the flag g",
  },
} as const satisfies Record<string, Omit<SyntaxRule, "severity">>;

export type RuntimeRuleName = keyof typeof RUNTIME_RULES;

/** What silently goes wrong and can be tolerated: the script then runs as wrongly as on the appliance. */
export const TOLERABLE = [
  "loop-target",
  "computed-key",
  "date-fraction",
  "arrow-this",
  "boolean-comparator",
  "java-replace-all",
] as const satisfies readonly (SyntaxRuleName | RuntimeRuleName)[];

/** A rule for `--tolerate`; `*` stands for all of them. */
export type Tolerated = (typeof TOLERABLE)[number] | "*";
