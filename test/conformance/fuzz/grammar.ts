import fc from "fast-check";
import { CALLS, LITERALS } from "./words.ts";

/**
 * Programs from the part of the language that an admin may use: ES5 with let, const, arrows, templates, for-of, Map and Set, and
 * calls of builtins with arguments that tend to matter. What the gate refuses is not generated: a refusal is no disagreement.
 *
 * A program cannot run for long: loops count to a small number, and no text or list grows by more than it is.
 */
const NAMES = ["a", "b", "c"] as const;
const name = fc.constantFrom(...NAMES);
const literal = fc.constantFrom(...LITERALS);

const BINARY = "+ - * / % == != === !== < > <= >= & | ^ << >> >>> , in instanceof".split(" ");
const UNARY = ["-", "+", "!", "~", "typeof ", "void "];
const ASSIGN = ["=", "+=", "-=", "*=", "|=", ">>>="];

interface Parts {
  expression: string;
  statement: string;
}

/** Fills the `#` of a template with arguments, in their order. */
function fill(template: string, args: readonly string[]): string {
  let next = 0;
  return template.replace(/#/g, () => `(${args[next++] ?? "undefined"})`);
}

const calls = fc.constantFrom(...CALLS);
/** Deep programs find little more and shrink slowly. */
const DEPTH = { maxDepth: 4, depthIdentifier: "program" } as const;

const { expression, statement } = fc.letrec<Parts>((tie) => {
  const e = tie("expression") as fc.Arbitrary<string>;
  const s = tie("statement") as fc.Arbitrary<string>;
  const call = fc.tuple(calls, fc.array(e, { minLength: 4, maxLength: 4 }));
  return {
    expression: fc.oneof(
      DEPTH,
      { arbitrary: literal, weight: 4 },
      { arbitrary: name, weight: 4 },
      { arbitrary: call.map(([template, args]) => fill(template, args)), weight: 8 },
      {
        arbitrary: fc
          .tuple(e, fc.constantFrom(...BINARY), e)
          .map(([left, op, right]) => `((${left}) ${op} (${right}))`),
        weight: 3,
      },
      fc.tuple(fc.constantFrom(...UNARY), e).map(([op, of]) => `(${op}(${of}))`),
      // In a list, because Nashorn miscompiles both in numeric operands (cases/found-logical.ts).
      fc
        .tuple(e, fc.constantFrom("&&", "||"), e)
        .map(([left, op, right]) => `[(${left}) ${op} (${right})][0]`),
      fc.tuple(e, e, e).map(([test, yes, no]) => `((${test}) ? (${yes}) : (${no}))`),
      fc.tuple(name, fc.constantFrom(...ASSIGN), e).map(([to, op, of]) => `(${to} ${op} ${of})`),
      fc.tuple(e, e).map(([of, key]) => `(${of})[${key}]`),
      fc.array(e, { maxLength: 3 }).map((all) => `[${all.join(", ")}]`),
      fc.tuple(e, e).map(([x, y]) => `({x: ${x}, y: ${y}, get z() { return 1; }})`),
      fc.array(e, { maxLength: 2 }).map((all) => `\`<${all.map((of) => `\${${of}}`).join("|")}>\``),
      e.map((of) => `((p, q) => (${of}))(a, 2)`),
      e.map((of) => `(function f(p) { return ${of}; })(b)`),
      fc.tuple(e, e).map(([of, more]) => `(${of}, log.push(${more}))`),
    ),
    statement: fc.oneof(
      DEPTH,
      { arbitrary: e.map((of) => `log.push(${of});`), weight: 6 },
      { arbitrary: fc.tuple(name, e).map(([to, of]) => `${to} = ${of};`), weight: 3 },
      fc.tuple(e, s, s).map(([test, yes, no]) => `if (${test}) { ${yes} } else { ${no} }`),
      fc.tuple(name, s).map(([to, body]) => `for (var i = 0; i < 3; i++) { ${to} = i; ${body} }`),
      fc
        .tuple(e, s)
        .map(([of, body]) => `for (var k in ${of}) { if (n++ > 9) break; log.push(k); ${body} }`),
      fc
        .tuple(e, s)
        .map(([of, body]) => `for (const v of ${of}) { if (n++ > 9) break; log.push(v); ${body} }`),
      fc
        .tuple(e, s)
        .map(([of, body]) => `{ let d = ${of}; log.push(function () { return d; }()); ${body} }`),
      fc
        .tuple(s, s)
        .map(
          ([body, after]) =>
            `try { ${body} } catch (x) { log.push(said(x)); } finally { ${after} }`,
        ),
      e.map((of) => `throw ${of};`),
      fc
        .tuple(e, e, s, s)
        .map(
          ([of, label, yes, no]) =>
            `switch (${of}) { case ${label}: { ${yes} } default: { ${no} } }`,
        ),
      fc.tuple(s, s).map(([x, y]) => `${x} ${y}`),
    ),
  };
});

/** Whole programs, each the body of a function. */
export const programs: fc.Arbitrary<string> = fc
  .array(statement, { minLength: 1, maxLength: 4 })
  .map((statements) =>
    [
      "var log = [], n = 0, a = 1, b = 'text', c = [3, 1, 2];",
      "function said(x) { return x instanceof Error ? x.name : x; }",
      ...statements.map((text) => `try { ${text} } catch (x) { log.push('!', said(x)); }`),
      "return log;",
    ].join("\n"),
  );

/** Programs of one expression, which shrink to something that is read at once. */
export const oneLiners: fc.Arbitrary<string> = expression.map((of) =>
  ["var log = [], n = 0, a = 1, b = 'text', c = [3, 1, 2];", `return [${of}, log];`].join("\n"),
);

/** Many expressions at once, each caught by itself: most random calls throw, and a program that throws says little. */
export const tables: fc.Arbitrary<string> = fc
  .array(expression, { minLength: 1, maxLength: 25, size: "max" })
  .map((all) =>
    [
      "var log = [], n = 0, a = 1, b = 'text', c = [3, 1, 2];",
      "function said(x) { return x instanceof Error ? x.name : x; }",
      ...all.map((of) => `try { log.push(${of}); } catch (x) { log.push('!', said(x)); }`),
      "return log;",
    ].join("\n"),
  );
