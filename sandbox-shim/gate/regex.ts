import type { SyntaxRuleName } from "./rules.ts";

/** What is the matter with a regular expression, beside what today's JavaScript also refuses. */
export interface RegexProblem {
  rule: Extract<SyntaxRuleName, "regex-flag" | "regex-group" | "regex-syntax">;
  detail?: string;
}

/** The engine's regular expressions know no longer repetition. */
const MOST_REPEATS = 100_000;

/** Past the end of a character class that begins at `at`; and what the engine refuses in it. */
function readClass(pattern: string, at: number): { end: number; problem?: RegexProblem } {
  let index = at + 1;
  if (pattern[index] === "^") index++;
  let previous = "";
  while (index < pattern.length && pattern[index] !== "]") {
    const item = pattern[index] === "\\" ? pattern.slice(index, index + 2) : (pattern[index] ?? "");
    const after = pattern.slice(index + 1, index + 3);
    if (item === "-" && previous !== "" && /^\\[dDsSwW]$/.test(after))
      return {
        end: pattern.length,
        problem: {
          rule: "regex-syntax",
          detail: `a range may not end in ${after}: put the hyphen last`,
        },
      };
    // A range takes both of its ends, so that the hyphen after it is an ordinary one.
    previous = item === "-" && previous !== "" ? "" : item;
    index += item.length;
  }
  return { end: index + 1 };
}

/** What follows `{` when it begins a repetition; only one that is closed counts, and it must not go on in other ways. */
function readBraces(pattern: string, at: number): RegexProblem | undefined {
  const [, least, most, rest = ""] = /^\{(\d+)(?:,(\d*))?(.?)/s.exec(pattern.slice(at)) ?? [];
  if (least === undefined) return undefined;
  if (rest !== "" && rest !== "}")
    return { rule: "regex-syntax", detail: "a repetition in braces is not closed" };
  if (rest === "}" && Math.max(Number(least), Number(most ?? 0)) > MOST_REPEATS)
    return { rule: "regex-syntax", detail: `more than ${MOST_REPEATS} repetitions` };
  return undefined;
}

/**
 * What the appliance's engine refuses in a regular expression that today's JavaScript accepts. Pure.
 * @param pattern the text between the slashes
 */
export function regexProblem(pattern: string, flags: string): RegexProblem | undefined {
  if (/[^gim]/.test(flags)) return { rule: "regex-flag" };
  /** For each open group, whether it is a lookahead. */
  const open: boolean[] = [];
  let index = 0;
  while (index < pattern.length) {
    const unit = pattern[index];
    if (unit === "\\") index += 2;
    else if (unit === "[") {
      const { end, problem } = readClass(pattern, index);
      if (problem) return problem;
      index = end;
    } else if (unit === "(") {
      const kind = /^\(\?(<?.)/s.exec(pattern.slice(index, index + 4))?.[1];
      if (kind?.startsWith("<")) return { rule: "regex-group" };
      if (kind !== undefined && !":=!".includes(kind))
        return { rule: "regex-syntax", detail: `the group (?${kind} is not known` };
      open.push(kind === "=" || kind === "!");
      index += kind === undefined ? 1 : 3;
    } else if (unit === ")") {
      const lookahead = open.pop() === true;
      index++;
      if (lookahead && /^(?:[*+?]|\{\d+(?:,\d*)?\})/.test(pattern.slice(index)))
        return { rule: "regex-syntax", detail: "a lookahead may not be repeated" };
    } else {
      const problem = unit === "{" ? readBraces(pattern, index) : undefined;
      if (problem) return problem;
      index++;
    }
  }
  return undefined;
}
