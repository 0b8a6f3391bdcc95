import type { AnyNode, AssignmentProperty, Literal, Property } from "acorn";
import { isForeignName, isReserved } from "./names.ts";
import { regexProblem } from "./regex.ts";
import type { SyntaxRuleName } from "./rules.ts";

/** Notes a finding at an offset in the text. */
export type Report = (rule: SyntaxRuleName, offset: number, detail?: string) => void;

export const isFunction = (node: AnyNode | undefined) =>
  node?.type === "FunctionDeclaration" ||
  node?.type === "FunctionExpression" ||
  node?.type === "ArrowFunctionExpression";

export function unparenthesised(node: AnyNode): AnyNode {
  return node.type === "ParenthesizedExpression" ? unparenthesised(node.expression) : node;
}

/** Reports what a node by itself, or with its parent, tells. */
export function checkNode(
  node: AnyNode,
  parent: AnyNode | undefined,
  text: string,
  report: Report,
): void {
  const after = (sign: string, from: number) => Math.max(node.start, text.indexOf(sign, from));
  switch (node.type) {
    case "ClassDeclaration":
    case "ClassExpression":
      return report("class", node.start);
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      if (node.async) report("async", node.start);
      if (node.generator) report("generator", node.start);
      return;
    case "AwaitExpression":
      return report("async", node.start);
    case "ForOfStatement":
      if (node.await) report("async", node.start);
      return checkLoopName(node.left, report);
    case "ForInStatement":
      return checkLoopName(node.left, report);
    case "ForStatement":
      if (node.init?.type === "VariableDeclaration" && node.init.kind !== "var")
        for (const { id } of node.init.declarations)
          if (isNamed(id, "of")) report("for-name", id.start);
      return;
    case "RestElement":
      if (parent && isFunction(parent)) report("rest", node.start);
      return;
    case "SpreadElement":
      return report(parent?.type === "ObjectExpression" ? "object-spread" : "spread", node.start);
    case "Super":
      return report("super", node.start);
    case "MetaProperty":
      return report(node.meta.name === "new" ? "new-target" : "module", node.start);
    case "ImportDeclaration":
    case "ImportExpression":
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
    case "ExportAllDeclaration":
      return report("module", node.start);
    case "BinaryExpression":
      if (node.operator === "**") report("exponent", after("**", node.left.end));
      return;
    case "AssignmentExpression":
      if (node.operator === "**=") report("exponent", after("**=", node.left.end));
      if (["||=", "&&=", "??="].includes(node.operator))
        report("logical-assignment", after(node.operator, node.left.end));
      return;
    case "LogicalExpression":
      if (node.operator === "??") report("nullish", after("??", node.left.end));
      return;
    case "MemberExpression":
      if (node.optional) report("optional-chaining", after("?.", node.object.end));
      return;
    case "CallExpression":
      if (node.optional) report("optional-chaining", after("?.", node.callee.end));
      if (isDateParse(node.callee)) checkDateText(node.arguments, report);
      return;
    case "NewExpression":
      if (isNamed(node.callee, "Date")) checkDateText(node.arguments, report);
      return;
    case "CatchClause":
      if (!node.param) report("catch-binding", node.start);
      return;
    case "ConditionalExpression": {
      const { test } = node;
      // What can never run is left out before it can crash the compiler.
      const dead = test.type !== "Literal" ? undefined : test.value ? "alternate" : "consequent";
      for (const side of ["consequent", "alternate"] as const) {
        const branch = node[side];
        if (branch.type === "ArrowFunctionExpression" && !(branch.expression && side === dead))
          report("arrow-in-conditional", branch.start);
      }
      return;
    }
    case "IfStatement":
      for (const body of [node.consequent, node.alternate])
        if (body?.type === "FunctionDeclaration") report("if-function", body.start);
      return;
    case "SwitchCase":
      for (const statement of node.consequent) {
        const lexical = statement.type === "VariableDeclaration" && statement.kind !== "var";
        if (lexical || statement.type === "FunctionDeclaration")
          report("case-declaration", statement.start);
      }
      return;
    case "BlockStatement":
      return checkBlock(node.body, parent, report);
    case "Property":
      return checkProperty(node, report);
    case "Literal":
      return checkLiteral(node, report);
    case "TemplateLiteral":
      for (const inner of node.expressions)
        if (text[inner.start] === "/") report("regex-in-template", inner.start);
      return;
    case "TemplateElement":
      if (hasCodePointEscape(node.value.raw)) report("unicode-escape", node.start);
      return;
    case "Identifier":
      return checkName(text.slice(node.start, node.end), node.name, node.start, report);
    default:
      return;
  }
}

export const isNamed = (node: AnyNode, name: string) =>
  node.type === "Identifier" && node.name === name;

const PLAIN_NAME = /^[\w$]*$/;

function checkName(written: string, name: string, offset: number, report: Report): void {
  if (PLAIN_NAME.test(written)) return;
  if (written.includes("\\u{")) report("unicode-escape", offset);
  if (isForeignName(name)) report("identifier-character", offset);
}

function checkLoopName(left: AnyNode, report: Report): void {
  if (left.type !== "VariableDeclaration") return;
  for (const { id } of left.declarations)
    if (isNamed(id, "let") || (left.kind !== "var" && isNamed(id, "of")))
      report("for-name", id.start);
}

function checkBlock(body: readonly AnyNode[], parent: AnyNode | undefined, report: Report): void {
  if (isFunction(parent)) return;
  const names = new Set<string>();
  for (const statement of body) {
    if (statement.type !== "FunctionDeclaration") continue;
    // A declaration without a name is not one that this parser lets pass.
    const { name } = statement.id as { name: string };
    if (names.has(name)) report("function-twice", statement.start);
    names.add(name);
  }
}

function checkProperty(node: Property | AssignmentProperty, report: Report): void {
  const { key, value } = node;
  if (node.method && !node.computed)
    if (key.type === "Literal" || (key.type === "Identifier" && isReserved(key.name)))
      report("method-name", key.start);
  if (node.kind === "set" && value.type === "FunctionExpression") {
    const [parameter] = value.params;
    if (parameter?.type === "AssignmentPattern") report("setter-parameter", parameter.start);
  }
}

/** `\u{...}`, but not `\\u{...}`. */
function hasCodePointEscape(raw: string): boolean {
  return raw.includes("\\u{") && raw.replace(/\\[^u]/gs, "").includes("\\u{");
}

function checkLiteral(node: Literal, report: Report): void {
  const raw = node.raw ?? "";
  if (node.regex) {
    const problem = regexProblem(node.regex.pattern, node.regex.flags);
    if (problem) report(problem.rule, node.start, problem.detail);
  } else if (typeof node.bigint === "string") report("bigint", node.start);
  else if (typeof node.value === "number") {
    if (raw.includes("_")) report("numeric-separator", node.start);
  } else if (typeof node.value === "string") {
    if (hasCodePointEscape(raw)) report("unicode-escape", node.start);
    if (/[\u2028\u2029]/.test(raw) && /[\u2028\u2029]/.test(raw.replace(/\\[^]/g, "")))
      report("line-separator", node.start);
  }
}

const isDateParse = (callee: AnyNode) =>
  callee.type === "MemberExpression" &&
  !callee.computed &&
  isNamed(callee.object, "Date") &&
  isNamed(callee.property, "parse");

/** A time of day with a fraction that is not milliseconds. */
export const ODD_FRACTION = /\d\d:\d\d:\d\d\.(?!\d{3}(?!\d))\d/;

function checkDateText(values: readonly AnyNode[], report: Report): void {
  const [value] = values;
  if (values.length === 1 && value?.type === "Literal" && typeof value.value === "string")
    if (ODD_FRACTION.test(value.value)) report("date-fraction", value.start);
}
