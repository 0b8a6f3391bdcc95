import { passGate, type SyntaxFinding } from "./check.ts";
import { BAD_TARGET } from "./parse.ts";
import { SYNTAX_RULES, type SyntaxRule } from "./rules.ts";

/** What a text is to become: the program of an `eval`, which may be a direct one, or the body of a function (`Function`). */
export type EvaluatedPlace = "program" | "direct" | "function";

/** What the one who evaluates gets: the text to run, or the words of the exception. */
export type EvaluatedAnswer = { text: string } | { refused: string; as: RefusedAs };

/** `RuntimeException` is Java's: a script can catch it, and it is no Error. */
export type RefusedAs = "SyntaxError" | "ReferenceError" | "RuntimeException";

export interface EvaluatedText {
  answer: EvaluatedAnswer;
  /** What runs and silently goes wrong. */
  wrong: SyntaxFinding[];
}

/** The engine reports a target that cannot be assigned to as a ReferenceError, but not in the head of a loop. */
const isBadTarget = (text: string, { line, column, message }: SyntaxFinding) => {
  if (!message.includes(BAD_TARGET)) return false;
  const before = text.split(/\r\n|[\n\r\u2028\u2029]/)[line - 1]?.slice(0, column - 1) ?? "";
  return !/\bfor\s*\(\s*$/.test(before);
};

const refusedBy = (text: string, finding: SyntaxFinding): EvaluatedAnswer => {
  const rule: SyntaxRule = SYNTAX_RULES[finding.rule];
  const refused = `<eval>:${finding.line}:${finding.column - 1} ${finding.message}`;
  if (rule.unfinished === true) return { refused, as: "RuntimeException" };
  return { refused, as: isBadTarget(text, finding) ? "ReferenceError" : "SyntaxError" };
};

/** Braces and comments in a list of parameters could end it early; the engine looks at the list by itself. */
const NO_PARAMETERS = /[{}()]|\/[/*]/;

/**
 * Lets the text of an `eval` or a `Function` pass the same gate as a script. Pure.
 * @param strict whether strict mode is on where a direct `eval` stands
 */
export function passEvaluated(
  place: EvaluatedPlace,
  strict: boolean,
  text: string,
  parameters: string,
): EvaluatedText {
  if (place !== "function") return judged(text, place, strict);
  // Each by itself first: neither may be more than it says.
  const body = passGate(text, { place: "body", strict: false });
  const early = body.findings.find(({ severity }) => severity === "error");
  if (early) return { answer: refusedBy(text, early), wrong: [] };
  if (NO_PARAMETERS.test(parameters.replace(/\/\*[^]*?\*\//g, " ")))
    return {
      answer: {
        refused: "<function>:1:0 expected BindingIdentifier or BindingPattern",
        as: "SyntaxError",
      },
      wrong: [],
    };
  return judged(`(function (${parameters}) {\n${text}\n})`, "program", false);
}

function judged(text: string, place: "program" | "direct", strict: boolean): EvaluatedText {
  const { findings, rewritten } = passGate(text, { place, strict });
  const wrong = findings.filter(({ severity }) => severity === "wrong");
  const refused = findings.find(({ severity }) => severity === "error");
  if (refused || rewritten === undefined)
    return {
      answer: refused
        ? refusedBy(text, refused)
        : { refused: "the text is refused", as: "SyntaxError" },
      wrong: [],
    };
  return { answer: { text: rewritten.text }, wrong };
}
