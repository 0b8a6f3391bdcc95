import type { Entry } from "../schema.ts";
import { NASHORN } from "./sources.ts";

/** The engine's words for common mistakes: a function body that throws, and what it throws. */
export interface EngineMessage {
  readonly cause: string;
  readonly code: string;
  /** Class and message, as `String(error)` gives them. */
  readonly text: string;
}

export const ENGINE_MESSAGES: Readonly<Record<string, EngineMessage>> = {
  "property of undefined": {
    cause: "a property of undefined is read",
    code: "var u; u.x;",
    text: 'TypeError: Cannot read property "x" from undefined',
  },
  "property of null": {
    cause: "a property of null is read",
    code: "var u = null; u.x;",
    text: 'TypeError: Cannot get property "x" of null',
  },
  "assignment to undefined": {
    cause: "a property of undefined is written",
    code: "var u; u.x = 1;",
    text: 'TypeError: Cannot set property "x" of undefined',
  },
  "unknown name": {
    cause: "a name is used that does not exist, or before its `let`",
    code: "nope;",
    text: 'ReferenceError: "nope" is not defined',
  },
  "missing method": {
    cause: "something is called that is no function",
    code: "var o = {}; o.f();",
    text: "TypeError: o.f is not a function",
  },
  "missing method of a text": {
    cause: "a method is called that texts do not have",
    code: "'a'.padStart(2);",
    text: 'TypeError: "a".padStart is not a function',
  },
  "assignment to const": {
    cause: "a `const` is written",
    code: "const a = 1; a = 2;",
    text: 'TypeError: Assignment to constant "a"',
  },
  "loop over undefined": {
    cause: "`for`-`of` goes over undefined or null",
    code: "for (var a of undefined) {}",
    text: "TypeError: undefined is not an Object",
  },
  "keys of a text": {
    cause: "`Object.keys` is given a text or number",
    code: "Object.keys('ab');",
    text: "TypeError: ab is not an Object",
  },
  "cyclic JSON": {
    cause: "`JSON.stringify` is given an object that contains itself",
    code: "var o = {}; o.o = o; JSON.stringify(o);",
    text: "TypeError: JSON.stringify got a cyclic data structure",
  },
  "invalid JSON": {
    cause: "`JSON.parse` is given a text that is no JSON; two more lines show the place",
    code: "JSON.parse('');",
    text: "SyntaxError: Invalid JSON: <json>:1:0 Expected json literal but found eof\n\n^",
  },
  "bad URI": {
    cause: "`decodeURIComponent` is given a broken escape",
    code: "decodeURIComponent('%');",
    text: 'URIError: Bad URI "%" near offset 0',
  },
  "reduce of nothing": {
    cause: "`reduce` has no first value and an empty list",
    code: "[].reduce(function () {});",
    text: "TypeError: invalid initialValue for Array.prototype.reduce",
  },
  "invalid date": {
    cause: "`toISOString` of a date that is none",
    code: "new Date(NaN).toISOString();",
    text: "RangeError: Invalid Date",
  },
};

export const MESSAGE_ENTRIES: readonly Entry[] = Object.entries(ENGINE_MESSAGES).map(
  ([key, { cause, code, text }]): Entry => ({
    id: `error-text:${key}`,
    area: "error-text",
    name: text.split("\n")[0] ?? text,
    status: "differs",
    handling: {
      by: "nothing",
      because: "its words may differ here, its class does not",
    },
    summary: cause,
    evidence: "measured",
    source: NASHORN,
    products: {},
    example: `try { ${code} } catch (e) { return String(e) === ${JSON.stringify(text)}; } return false;`,
  }),
);
