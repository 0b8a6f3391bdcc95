import type { AnyNode, Function as FunctionNode, Identifier, Literal, Program } from "acorn";
import { fullAncestor } from "acorn-walk";
import type { SyntaxRuleName } from "./rules.ts";

/** Notes a finding at an offset in the text. */
export type Report = (rule: SyntaxRuleName, offset: number, detail?: string) => void;

interface BlockFunction {
  name: string;
  block: AnyNode;
  scope: AnyNode | undefined;
}

const isFunction = (node: AnyNode): node is FunctionNode & AnyNode =>
  node.type === "FunctionDeclaration" ||
  node.type === "FunctionExpression" ||
  node.type === "ArrowFunctionExpression";

/** The function that a node stands in; the node itself is the last of its ancestors. */
const functionAround = (ancestors: readonly AnyNode[]) =>
  ancestors.findLast((node, index) => index < ancestors.length - 1 && isFunction(node));

const isInArrow = (ancestors: readonly AnyNode[]) =>
  functionAround(ancestors)?.type === "ArrowFunctionExpression";

function unparenthesised(node: AnyNode): AnyNode {
  return node.type === "ParenthesizedExpression" ? unparenthesised(node.expression) : node;
}

/** Visits every node once and reports what the rules name. */
export function walkProgram(program: Program, text: string, report: Report): void {
  const references: Identifier[] = [];
  const bindings: Identifier[] = [];
  const blockFunctions: BlockFunction[] = [];
  const visit = (node: AnyNode, ancestors: readonly AnyNode[], role: string) => {
    const parent = ancestors.at(-2);
    checkNode(node, parent, text, report);
    if (node.type === "ThisExpression" && isInArrow(ancestors)) report("arrow-this", node.start);
    if (node.type === "Identifier") {
      (role === "Identifier" ? references : bindings).push(node);
      if (node.name === "arguments" && role === "Identifier" && isInArrow(ancestors))
        report("arrow-arguments", node.start);
    }
    if (node.type === "FunctionDeclaration" && parent?.type === "BlockStatement") {
      const owner = ancestors.at(-3);
      const isBody = owner !== undefined && isFunction(owner) && owner.body === parent;
      if (!isBody && node.id)
        blockFunctions.push({
          name: node.id.name,
          block: parent,
          scope: functionAround(ancestors),
        });
    }
    if (
      (node.type === "ObjectPattern" || node.type === "ArrayPattern") &&
      !ancestors
        .slice(0, -1)
        .some((outer) => outer.type === "ObjectPattern" || outer.type === "ArrayPattern")
    )
      report("destructuring", node.start);
  };
  fullAncestor(program, (node, _state, ancestors, role) => {
    visit(node as AnyNode, ancestors as unknown as readonly AnyNode[], role);
  });
  for (const declared of blockFunctions) checkBlockFunction(declared, references, bindings, report);
}

/** A use outside the block, in the same function, of a name that is bound nowhere else. */
function checkBlockFunction(
  { name, block, scope }: BlockFunction,
  references: readonly Identifier[],
  bindings: readonly Identifier[],
  report: Report,
): void {
  const within = (node: Identifier, outer: AnyNode) =>
    node.start >= outer.start && node.end <= outer.end;
  if (bindings.some((bound) => bound.name === name && !within(bound, block))) return;
  const outside = references.find(
    (use) =>
      use.name === name && !within(use, block) && (scope === undefined || within(use, scope)),
  );
  if (outside) report("block-function", outside.start);
}

function checkNode(node: AnyNode, parent: AnyNode | undefined, text: string, report: Report): void {
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
      if (isNamed(unparenthesised(node.right), "arguments"))
        report("for-of-arguments", node.right.start);
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
      return;
    case "CatchClause":
      if (!node.param) report("catch-binding", node.start);
      return;
    case "ConditionalExpression":
      if (node.consequent.type === "ArrowFunctionExpression")
        report("arrow-in-conditional", node.consequent.start);
      return;
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
    case "Property":
      if (node.computed && unparenthesised(node.key).type !== "Literal")
        report("computed-key", node.key.start);
      return;
    case "Literal":
      return checkLiteral(node, report);
    case "TemplateElement":
      if (hasCodePointEscape(node.value.raw)) report("unicode-escape", node.start);
      return;
    case "Identifier":
      if (text.slice(node.start, node.end).includes("\\u{")) report("unicode-escape", node.start);
      return;
    default:
      return;
  }
}

const isNamed = (node: AnyNode, name: string) => node.type === "Identifier" && node.name === name;

/** `\u{...}`, but not `\\u{...}`. */
function hasCodePointEscape(raw: string): boolean {
  return raw.includes("\\u{") && raw.replace(/\\[^u]/gs, "").includes("\\u{");
}

function checkLiteral(node: Literal, report: Report): void {
  const raw = node.raw ?? "";
  if (node.regex) {
    if (/[^gim]/.test(node.regex.flags)) report("regex-flag", node.start);
    const bare = node.regex.pattern.replace(/\\[^]/g, "").replace(/\[[^\]]*\]/g, "");
    if (bare.includes("(?<")) report("regex-group", node.start);
  } else if (typeof node.bigint === "string") report("bigint", node.start);
  else if (typeof node.value === "number") {
    if (raw.includes("_")) report("numeric-separator", node.start);
  } else if (typeof node.value === "string") {
    if (hasCodePointEscape(raw)) report("unicode-escape", node.start);
    if (/[\u2028\u2029]/.test(raw)) report("line-separator", node.start);
  }
}
