import type {
  AnyNode,
  AssignmentProperty,
  CallExpression,
  Identifier,
  NewExpression,
  Program,
  Property,
} from "acorn";
import type { Edit } from "./edits.ts";
import { JAVA_STRING_METHODS } from "./names.ts";
import type { FunctionScope } from "./scope.ts";

/**
 * The name under which rewritten text reaches the functions that the local engine keeps for it. It stands in no object, so
 * no script meets it by accident.
 */
export const TOOLS = "__sdpx";
const ARGUMENTS = "__sdpxArguments";

/** Past spaces, comments and the given signs. */
function skip(text: string, from: number, signs = ""): number {
  let at = from;
  for (;;) {
    const rest = text.slice(at, at + 2);
    if (rest === "//") {
      const end = /[\n\r\u2028\u2029]/.exec(text.slice(at));
      at = end === null ? text.length : at + end.index;
    } else if (rest === "/*") at = text.indexOf("*/", at + 2) + 2;
    else if (rest !== "" && (/^\s/.test(rest) || signs.includes(rest[0] ?? ""))) at++;
    else return at;
  }
}

const lineBreaks = (text: string) => text.replace(/[^\n\r\u2028\u2029]+/g, "");

/**
 * Makes of a text that the appliance's engine accepts one that means the same to the local engine. Every edit keeps the lines.
 * Each is there because both engines accept the construct and take it for something else.
 */
export class Rewriter {
  readonly edits: Edit[] = [];
  readonly #text: string;
  readonly #arrows = new Map<AnyNode, Edit>();
  readonly #needArguments = new Set<FunctionScope>();

  constructor(text: string) {
    this.#text = text;
  }

  #insert(at: number, insert: string): void {
    this.edits.push({ at, remove: 0, insert });
  }

  #replace(node: { start: number; end: number }, insert: string): void {
    this.edits.push({ at: node.start, remove: node.end - node.start, insert });
  }

  /** A name that reads as undefined, and may be written to without effect. */
  unknown(node: AnyNode): void {
    this.#replace(node, "({}).__sdpx");
  }

  /** A function without a name gets none from what it is assigned to. */
  anonymous(node: AnyNode): void {
    const bare = node.type === "ParenthesizedExpression" ? node.expression : node;
    if (bare.type !== "FunctionExpression" || bare.id) return;
    this.#insert(bare.start, "(0,");
    // Before everything that is inserted later at the same place: the end of what holds the function.
    this.#insert(bare.end, ")");
  }

  /** Arrow functions are functions like the others, with a `this`, a prototype and no name. */
  openArrow(node: AnyNode): void {
    if (node.type !== "ArrowFunctionExpression") return;
    const sign = this.#arrowSign(node);
    const bare = node.params.length > 0 && this.#text[node.start] !== "(";
    const opening = { at: node.start, remove: 0, insert: bare ? "(0,function(" : "(0,function" };
    this.#arrows.set(node, opening);
    this.edits.push(opening, {
      at: sign,
      remove: 2,
      insert: `${bare ? ")" : ""}${node.body.type === "BlockStatement" ? "" : "{return("}`,
    });
  }

  /** `arguments`, on the other hand, are those of the function around. */
  arrowArguments(node: Identifier, owner: FunctionScope): void {
    let outermost = owner;
    while (outermost.outer?.arrow === true) outermost = outermost.outer;
    this.#needArguments.add(outermost);
    this.#replace(node, ARGUMENTS);
  }

  closeArrow(node: AnyNode, owner: FunctionScope): void {
    if (node.type !== "ArrowFunctionExpression") return;
    const body = node.body.type === "BlockStatement" ? "" : ")}";
    const opening = this.#arrows.get(node);
    if (!opening || !this.#needArguments.has(owner)) return this.#insert(node.end, `${body})`);
    opening.insert = opening.insert.replace("(0,", `(0,function(${ARGUMENTS}){return `);
    this.#insert(node.end, `${body}}(arguments))`);
  }

  #arrowSign(node: AnyNode & { type: "ArrowFunctionExpression" }): number {
    const last = node.params.at(-1);
    if (last === undefined) return skip(this.#text, node.start + 1, ")");
    return skip(this.#text, last.end, "),");
  }

  /** Methods in short form are functions like the others, too. */
  method({ key, value, computed }: Property | AssignmentProperty): void {
    // As a plain property, it would be the prototype.
    if (!computed && key.type === "Identifier" && key.name === "__proto__") return;
    this.#insert(value.start, computed ? ":(0,function" : ":function");
    if (computed) this.#insert(value.end, ")");
  }

  /**
   * The value of an `eval` is that of the expression that ran last, also where today's JavaScript says undefined.
   * @returns whether that makes a difference, so that each expression has to note its value
   */
  valueOfProgram({ body }: Program): boolean {
    if (body.every(({ type }) => VALUED_ALIKE.has(type))) return false;
    const directives = body.filter((one) => one.type === "ExpressionStatement" && one.directive);
    const last = directives.at(-1);
    const before = last?.type === "ExpressionStatement" ? JSON.stringify(last.directive) : "void 0";
    this.#insert(last?.end ?? 0, `${last ? ";" : ""}${TOOLS}.last=${before};`);
    return true;
  }

  closeProgram({ end }: Program): void {
    this.#insert(end, `\n;${TOOLS}.last`);
  }

  valueOf(expression: AnyNode): void {
    if (!this.#isDirective(expression)) this.#insert(expression.start, `${TOOLS}.last=(`);
  }

  closeValue(expression: AnyNode): void {
    if (!this.#isDirective(expression)) this.#insert(expression.end, ")");
  }

  #isDirective(expression: AnyNode): boolean {
    return expression.type === "Literal" && typeof expression.value === "string";
  }

  /** `let` at the top of evaluated text is seen by what comes after the `eval`. */
  leak(declaration: AnyNode): void {
    if (declaration.type === "VariableDeclaration" && declaration.kind === "let")
      this.edits.push({ at: declaration.start, remove: 3, insert: "var" });
  }

  /** Functions in a block stay in it: a name that is taken around the block cannot be given to the whole function. */
  openBlock(node: AnyNode, names: readonly string[]): void {
    this.#insert(node.start + 1, `let ${[...new Set(names)].join(",")};{`);
  }

  closeBlock(node: AnyNode): void {
    this.#insert(node.end - 1, "}");
  }

  /** `new.target` is taken for a name that nothing has. */
  newTarget(node: AnyNode): void {
    this.#replace(node, "new$target");
  }

  /** The local engine's parser gets `new new F()()` wrong. */
  newOfNew({ callee }: NewExpression): void {
    if (callee.type !== "NewExpression") return;
    this.#insert(callee.start, "(");
    this.#insert(callee.end, ")");
  }

  rename(label: Identifier, to: string | undefined): void {
    if (to !== undefined && to !== label.name) this.#replace(label, to);
  }

  /** What a loop goes over may be a collection of Java's, or `arguments`, which cannot be gone over. */
  openLoop(node: AnyNode, over: "keys" | "values"): void {
    // A loop over keys takes a list of expressions.
    this.#insert(node.start, `${TOOLS}.${over}((`);
  }

  closeLoop(node: AnyNode): void {
    this.#insert(node.end, "))");
  }

  /** Only the bare key, not the quoted one, sets the prototype; in short form it does, too. */
  prototypeKey({
    key,
    computed,
    method,
    shorthand,
    kind,
    value,
  }: Property | AssignmentProperty): void {
    if (method || kind !== "init") return;
    if (shorthand) {
      if (key.type === "Identifier" && key.name === "__proto__")
        this.#insert(value.start, "__proto__:");
    } else if (key.type === "Literal" && key.value === "__proto__") {
      if (computed) {
        const open = this.#text.lastIndexOf("[", key.start);
        this.edits.push({ at: open, remove: 1, insert: "" });
        this.edits.push({ at: this.#text.indexOf("]", key.end), remove: 1, insert: "" });
      } else {
        this.#insert(key.start, "[");
        this.#insert(key.end, "]");
      }
    }
  }

  /** A change of the name in `{name}` must keep the key. */
  shorthand({ key, value }: Property | AssignmentProperty, visit: () => void): void {
    const before = this.edits.length;
    visit();
    const renamed = this.edits
      .slice(before)
      .find(({ at, remove }) => at === value.start && remove > 0);
    if (renamed && key.type === "Identifier") renamed.insert = `${key.name}:${renamed.insert}`;
  }

  /** Text that is evaluated passes the gate first. A direct call stays one, so that it sees what stands around it. */
  openCall(node: CallExpression, strict: boolean): void {
    const [first] = node.arguments;
    if (first && isEval(node.callee))
      this.#insert(first.start, `${TOOLS}.text(eval,${strict ? 1 : 0},`);
  }

  closeCall(node: CallExpression): void {
    const [first] = node.arguments;
    if (first && isEval(node.callee)) this.#insert(first.end, ")");
    this.#javaMethod(node);
  }

  /** Any other use gets the function that is no direct call. */
  evalName(node: Identifier, parent: AnyNode | undefined): void {
    const written =
      (parent?.type === "AssignmentExpression" && parent.left === node) ||
      parent?.type === "UpdateExpression" ||
      (parent?.type === "UnaryExpression" && parent.operator === "delete") ||
      ((parent?.type === "ForInStatement" || parent?.type === "ForOfStatement") &&
        parent.left === node);
    if (!written) this.#replace(node, `${TOOLS}.value(eval)`);
  }

  /** Methods that only texts have, and that only a call finds. */
  #javaMethod(node: CallExpression): void {
    const { callee } = node;
    if (callee.type !== "MemberExpression" || callee.computed) return;
    const { object, property } = callee;
    if (property.type !== "Identifier" || !JAVA_STRING_METHODS.has(property.name)) return;
    const open = skip(this.#text, property.end);
    if (this.#text[open] !== "(" || object.type === "Super") return;
    this.#insert(object.start, `${TOOLS}.method(`);
    const kept = lineBreaks(this.#text.slice(object.end, open));
    this.edits.push({
      at: object.end,
      remove: open + 1 - object.end,
      insert: `${kept},${JSON.stringify(property.name)}${node.arguments.length > 0 ? "," : ""}`,
    });
  }
}

/** Statements after which both engines agree on the value. */
const VALUED_ALIKE = new Set([
  "ExpressionStatement",
  "VariableDeclaration",
  "FunctionDeclaration",
  "EmptyStatement",
]);

const isEval = (callee: AnyNode) => callee.type === "Identifier" && callee.name === "eval";
