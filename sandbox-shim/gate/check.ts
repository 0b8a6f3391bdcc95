import { parse, type Comment, type Program, type Token } from "acorn";
import { walkProgram, type Report } from "./walk.ts";
import { SYNTAX_RULES, type SyntaxRuleName } from "./rules.ts";

/** A place at which the appliance's engine refuses the text, or does something else than it says. */
export interface SyntaxFinding {
  rule: SyntaxRuleName;
  severity: "error" | "wrong";
  message: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** What to write instead. */
  instead: string;
}

interface Parsed {
  program: Program;
  tokens: Token[];
  comments: Comment[];
  /** Why the text is not ES2015, when it is not. */
  newer?: unknown;
}

function parseAs(text: string, ecmaVersion: 2015 | 2025, sourceType: "script" | "module"): Parsed {
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  const program = parse(text, {
    ecmaVersion,
    sourceType,
    allowReturnOutsideFunction: true,
    allowHashBang: false,
    preserveParens: true,
    // ES2015 itself forbids what the tokens are looked at for.
    ...(ecmaVersion === 2015 ? {} : { onToken: tokens }),
    onComment: comments,
  });
  return { program, tokens, comments };
}

/** Line and column, both from 1, of an offset. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/);
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

function offsetOf(error: unknown): number {
  return typeof error === "object" && error !== null && "pos" in error ? Number(error.pos) : 0;
}

/** The first sentence of a parser's message, without its position. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/ \(\d+:\d+\)$/, "");
}

/** The parser's own words, or the runtime's when the stack ends elsewhere. */
const isTooDeep = (error: unknown) =>
  error instanceof RangeError || reasonOf(error).startsWith("Not enough stack space");

/**
 * Parses as ES2015 first, which is what nearly all texts are; only a text that is not gets parsed as today's
 * JavaScript, so that each newer construct is named instead of "unexpected token".
 */
function parseEither(text: string, report: Report): Parsed | undefined {
  let failure: unknown;
  try {
    return parseAs(text, 2015, "script");
  } catch (error) {
    if (isTooDeep(error)) {
      report("too-deep", offsetOf(error));
      return undefined;
    }
    failure = error;
  }
  for (const sourceType of ["script", "module"] as const) {
    try {
      return { ...parseAs(text, 2025, sourceType), newer: failure };
    } catch {
      // The ES2015 parser's words are the ones to show.
    }
  }
  const rule = /^'import' and 'export'|^Cannot use 'import/.test(reasonOf(failure))
    ? "module"
    : "not-a-program";
  report(rule, offsetOf(failure), rule === "not-a-program" ? reasonOf(failure) : undefined);
  return undefined;
}

/**
 * Checks the text of an expression against what the appliance's engine accepts. Pure; about a millisecond for 8 KB.
 * @returns the findings in the order of their place; none when the engine runs the text as it is written
 */
export function checkSyntax(text: string): SyntaxFinding[] {
  const found = new Map<string, SyntaxFinding & { offset: number }>();
  const report: Report = (name, offset, detail) => {
    const rule = SYNTAX_RULES[name];
    const message = detail === undefined ? rule.says : `${rule.says}: ${detail}`;
    found.set(`${name}@${offset}`, {
      rule: name,
      severity: rule.severity,
      message,
      ...placeOf(text, offset),
      instead: rule.instead,
      offset,
    });
  };
  const parsed = parseEither(text, report);
  if (parsed !== undefined) {
    try {
      walkProgram(parsed.program, text, report);
    } catch (error) {
      if (!isTooDeep(error)) throw error;
      report("too-deep", 0);
    }
    for (const comment of parsed.comments)
      if (comment.type === "Line" && !text.startsWith("//", comment.start))
        report("html-comment", comment.start);
    parsed.tokens.forEach((token, index) => {
      const next = parsed.tokens[index + 1];
      if (token.type.label === "," && next?.type.label === ")")
        report("trailing-comma", token.start);
    });
    // A newer construct that no rule knows must not slip through.
    if (found.size === 0 && parsed.newer !== undefined)
      report("not-a-program", offsetOf(parsed.newer), reasonOf(parsed.newer));
  }
  return [...found.values()]
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset: _, ...finding }) => finding);
}
