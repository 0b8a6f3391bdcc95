import type { Computer } from "../model/computer.ts";
import { matchesGlob } from "../../shared/glob.ts";
import { type Field, fieldNamed } from "./fields.ts";
import type { Comparison, Filter } from "./parse.ts";

type Test = (computer: Computer) => boolean;

/** Turns a filter into a test. @throws Error when a field is not known or a value is not of the field's type */
export function compileFilter(filter: Filter): Test {
  if (filter.type === "compare") {
    return compileComparison(fieldNamed(filter.selector), filter.operator, filter.values);
  }
  const tests = filter.parts.map(compileFilter);
  return filter.type === "and"
    ? (computer) => tests.every((test) => test(computer))
    : (computer) => tests.some((test) => test(computer));
}

function compileComparison(field: Field, operator: Comparison, values: readonly string[]): Test {
  switch (field.type) {
    case "text": {
      const read = field.read;
      const wanted = values.map((value) => value.toLowerCase());
      return order(operator, wanted, (computer) => read(computer).toLowerCase(), matchesText);
    }
    case "number":
    case "time": {
      const wanted = values.map(field.type === "time" ? readTime : readNumber);
      return order(operator, wanted, field.read, (left, right) => left === right);
    }
    case "boolean": {
      const wanted = values.map((value) => Number(readBoolean(value)));
      const read = field.read;
      return order(
        operator,
        wanted,
        (computer) => Number(read(computer)),
        (a, b) => a === b,
      );
    }
  }
}

/** Text compares without case, as the database below Jamf Pro does; `*` at either end of a value is a wildcard. */
function matchesText(text: string, pattern: string): boolean {
  return pattern.includes("*") ? matchesGlob(pattern, text) : text === pattern;
}

function order<T extends string | number>(
  operator: Comparison,
  wanted: readonly T[],
  read: (computer: Computer) => T,
  equal: (left: T, right: T) => boolean,
): Test {
  const [first] = wanted;
  if (first === undefined) return () => false;
  const set = new Set(wanted);
  switch (operator) {
    case "==":
      return (computer) => equal(read(computer), first);
    case "!=":
      return (computer) => !equal(read(computer), first);
    case "<":
      return (computer) => read(computer) < first;
    case "<=":
      return (computer) => read(computer) <= first;
    case ">":
      return (computer) => read(computer) > first;
    case ">=":
      return (computer) => read(computer) >= first;
    case "=in=":
      return (computer) => set.has(read(computer));
    case "=out=":
      return (computer) => !set.has(read(computer));
  }
}

function readNumber(value: string): number {
  if (!/^-?\d+$/.test(value)) throw new Error(`${value} is not a number`);
  return Number(value);
}

function readTime(value: string): number {
  const time = /^\d{4}-\d\d-\d\d(T.+)?$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw new Error(`${value} is not an ISO 8601 time`);
  return time;
}

function readBoolean(value: string): boolean {
  if (value !== "true" && value !== "false") throw new Error(`${value} is not true or false`);
  return value === "true";
}
