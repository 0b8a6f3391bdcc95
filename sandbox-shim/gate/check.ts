import { applyEdits, type Edit, type Rewritten } from "./edits.ts";
import { isTooDeep, offsetOf, parseEither, reasonOf, type ParseOptions } from "./parse.ts";
import { walkProgram, type Report } from "./walk.ts";
import { SYNTAX_RULES, type SyntaxRule, type SyntaxRuleName, type Tolerated } from "./rules.ts";

/** A place at which the appliance's engine refuses the text, or does something else than it says. */
export interface SyntaxFinding {
  rule: SyntaxRuleName;
  /** `error`: does not run at all; `fails`: throws when it is reached; `wrong`: silently does something else. */
  severity: SyntaxRule["severity"];
  message: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** What to write instead. */
  instead: string;
}

/** What the gate says about a text. */
export interface Passage {
  /** In the order of their place. */
  findings: SyntaxFinding[];
  /** The text for the local engine, which then does what the appliance's does; absent when the text does not run there. */
  rewritten?: Rewritten;
}

/** Line and column, both from 1, of an offset. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/);
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

/** Whether a finding keeps a script from running here: what fails only when it is reached does not. */
export function isBlocking(finding: SyntaxFinding, tolerate: readonly Tolerated[] = []): boolean {
  if (finding.severity !== "wrong") return finding.severity === "error";
  return !tolerate.some((rule) => rule === "*" || rule === finding.rule);
}

/**
 * Checks a text, and makes of it what the local engine has to run. Pure; about a millisecond for 8 KB.
 * @param options where the text stands; the body of a script when left out
 */
export function passGate(
  text: string,
  options: ParseOptions = { place: "body", strict: false },
): Passage {
  const found = new Map<string, SyntaxFinding & { offset: number }>();
  const report: Report = (name, offset, detail) => {
    const rule: SyntaxRule = SYNTAX_RULES[name];
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
  let edits: Edit[] = [];
  const parsed = parseEither(text, options, report);
  if (parsed !== undefined) {
    try {
      edits = walkProgram(parsed.program, text, report, options);
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
  const findings = [...found.values()]
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset: _, ...finding }) => finding);
  return findings.some(({ severity }) => severity === "error")
    ? { findings }
    : { findings, rewritten: applyEdits(text, edits) };
}

/**
 * Checks the text of an expression against what the appliance's engine accepts.
 * @returns the findings in the order of their place; none when the engine runs the text as it is written
 */
export const checkSyntax = (text: string): SyntaxFinding[] => passGate(text).findings;
