/** A filter of the Jamf Pro API as a tree. `,` is or, `;` is and, and binds tighter (RSQL, github.com/jirutka/rsql-parser). */
export type Filter =
  | { type: "and" | "or"; parts: Filter[] }
  | { type: "compare"; selector: string; operator: Comparison; values: string[] };

export const COMPARISONS = ["==", "!=", "<", "<=", ">", ">=", "=in=", "=out="] as const;
export type Comparison = (typeof COMPARISONS)[number];

const ALIASES: Readonly<Record<string, Comparison>> = {
  "=lt=": "<",
  "=le=": "<=",
  "=gt=": ">",
  "=ge=": ">=",
};

/** The text is not RSQL. `at` counts characters from 1. */
export class RsqlError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(`${message} at character ${at}`);
    this.at = at;
  }
}

/** Characters that an unquoted value or a selector cannot have. */
const UNRESERVED = /[^"'();,=!~<>\s]+/y;
const OPERATOR = /=[a-z]*=|!=|<=|>=|<|>/y;

/** Parses a filter. @throws RsqlError */
export function parseRsql(text: string): Filter {
  let at = 0;
  const fail = (message: string): never => {
    throw new RsqlError(message, at + 1);
  };
  const skip = () => {
    while (/\s/.test(text[at] ?? "")) at += 1;
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const eat = (sign: string): boolean => {
    skip();
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  };

  const value = (): string => {
    skip();
    const quote = text[at];
    if (quote !== '"' && quote !== "'") return match(UNRESERVED) ?? fail("a value is expected");
    at += 1;
    let read = "";
    for (; at < text.length && text[at] !== quote; at += 1) {
      if (text[at] === "\\") at += 1;
      read += text[at] ?? "";
    }
    if (text[at] !== quote) fail("a quote is not closed");
    at += 1;
    return read;
  };
  const values = (): string[] => {
    const list = [value()];
    while (eat(",")) list.push(value());
    if (!eat(")")) fail("')' is expected");
    return list;
  };
  const comparison = (): Filter => {
    skip();
    const selector = match(UNRESERVED) ?? fail("a field name is expected");
    skip();
    const sign = match(OPERATOR) ?? fail("an operator is expected");
    const operator = ALIASES[sign] ?? COMPARISONS.find((known) => known === sign);
    if (!operator) {
      at -= sign.length;
      return fail(`the operator ${sign} is not known`);
    }
    if (operator !== "=in=" && operator !== "=out=") {
      return { type: "compare", selector, operator, values: [value()] };
    }
    if (!eat("(")) fail("'(' is expected");
    return { type: "compare", selector, operator, values: values() };
  };
  const term = (): Filter => {
    if (!eat("(")) return comparison();
    const inner = either();
    if (!eat(")")) fail("')' is expected");
    return inner;
  };
  const chain = (type: "and" | "or", sign: string, next: () => Filter): Filter => {
    const parts = [next()];
    while (eat(sign)) parts.push(next());
    const [only] = parts;
    return only && parts.length === 1 ? only : { type, parts };
  };
  const both = (): Filter => chain("and", ";", term);
  const either = (): Filter => chain("or", ",", both);

  const filter = either();
  skip();
  if (at < text.length) fail(`'${text[at]}' is not expected`);
  return filter;
}
