import { Parser, type Comment, type Node, type Options, type Program, type Token } from "acorn";
import type { Report } from "./checks.ts";
import type { Place } from "./walk.ts";

export interface Parsed {
  program: Program;
  tokens: Token[];
  comments: Comment[];
  /** Why the text is not ES2015, when it is not. */
  newer?: unknown;
}

export interface ParseOptions {
  place: Place;
  /** Whether strict mode is on around the text. */
  strict: boolean;
}

/** What this parser refuses by the standard and the appliance's engine takes. */
const ACCEPTED = /^Redefinition of __proto__ property/;

/** The parser's own members that a subclass may use; its type declarations leave them out. */
interface Internals {
  strict: boolean;
  parse(): Program;
  raise(position: number, message: string): void;
  toAssignable(node: Node, isBinding: boolean, errors?: unknown): Node;
  checkLValSimple(node: Node, ...rest: unknown[]): void;
}

const internals = (parser: Parser) => parser as unknown as Internals;
const inherited = Parser.prototype as unknown as Internals;

/** What cannot be assigned to, and that the appliance's engine reports as a ReferenceError. */
export const BAD_TARGET = "this cannot be assigned to";

/** What the parser itself has to judge. */
const TARGETS = new Set([
  "Identifier",
  "MemberExpression",
  "ObjectExpression",
  "ArrayExpression",
  "ObjectPattern",
  "ArrayPattern",
  "AssignmentPattern",
  "AssignmentExpression",
  "RestElement",
  "SpreadElement",
  "Property",
]);

function unwrapped(node: Node | undefined): Node | undefined {
  let bare = node as (Node & { expression?: Node }) | undefined;
  while (bare?.type === "ParenthesizedExpression") bare = bare.expression;
  return bare;
}

class LenientParser extends Parser {
  static read(text: string, options: Options, strict: boolean): Program {
    const parser = new this(options, text) as unknown as Internals;
    if (strict) parser.strict = true;
    return parser.parse();
  }

  raiseRecoverable(position: number, message: string): void {
    if (!ACCEPTED.test(message)) internals(this).raise(position, message);
  }

  /** The target of `=`, or a parameter. */
  toAssignable(node: Node, isBinding: boolean, errors?: unknown): Node {
    const bare = unwrapped(node);
    if (!isBinding && bare && !TARGETS.has(bare.type))
      internals(this).raise(node.start, BAD_TARGET);
    return inherited.toAssignable.call(this, node, isBinding, errors);
  }

  /** The target of `+=`, `++` and the like. */
  checkLValSimple(node: Node, ...rest: unknown[]): void {
    const bare = unwrapped(node);
    const isPlain = rest[0] === undefined || rest[0] === 0;
    if (isPlain && bare && !TARGETS.has(bare.type) && bare.type !== "UpdateExpression")
      internals(this).raise(node.start, BAD_TARGET);
    inherited.checkLValSimple.call(this, node, ...rest);
  }
}

function parseAs(
  text: string,
  ecmaVersion: 2015 | 2025,
  sourceType: "script" | "module",
  { place, strict }: ParseOptions,
): Parsed {
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  const options: Options = {
    ecmaVersion,
    sourceType,
    allowReturnOutsideFunction: place === "body",
    allowHashBang: false,
    preserveParens: true,
    // ES2015 itself forbids what the tokens are looked at for.
    ...(ecmaVersion === 2015 ? {} : { onToken: tokens }),
    onComment: comments,
  };
  return { program: LenientParser.read(text, options, strict), tokens, comments };
}

export function offsetOf(error: unknown): number {
  return typeof error === "object" && error !== null && "pos" in error ? Number(error.pos) : 0;
}

/** The first sentence of a parser's message, without its position. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/ \(\d+:\d+\)$/, "");
}

/** The parser's own words, or the runtime's when the stack ends elsewhere. */
export const isTooDeep = (error: unknown) =>
  error instanceof RangeError || reasonOf(error).startsWith("Not enough stack space");

/**
 * Parses as ES2015 first, which is what nearly all texts are; only a text that is not gets parsed as today's
 * JavaScript, so that each newer construct is named instead of "unexpected token".
 */
export function parseEither(
  text: string,
  options: ParseOptions,
  report: Report,
): Parsed | undefined {
  let failure: unknown;
  try {
    return parseAs(text, 2015, "script", options);
  } catch (error) {
    if (isTooDeep(error)) {
      report("too-deep", offsetOf(error));
      return undefined;
    }
    failure = error;
  }
  for (const sourceType of ["script", "module"] as const) {
    try {
      const parsed = parseAs(text, 2025, sourceType, options);
      // Older than ES2015, out of it, and in again: the engine takes it.
      if (reasonOf(failure).startsWith("for-in loop variable declaration may not")) return parsed;
      return { ...parsed, newer: failure };
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
