import type { AnyNode, Function as FunctionNode, Identifier, Program } from "acorn";
import { checkNode, isNamed, unparenthesised, type Report } from "./checks.ts";
import type { Edit } from "./edits.ts";
import { Rewriter } from "./rewrite.ts";
import { Scopes, type FunctionScope, type Scope, type Use } from "./scope.ts";

export type { Report } from "./checks.ts";

/**
 * Where the text stands: the body of a function, as scripts do; a program by itself, as the text of an indirect `eval`; or that of a
 * direct one, which sees what stands around it.
 */
export type Place = "body" | "program" | "direct";

/** Visits every node once, reports what the rules name, and collects what must change for the local engine. */
export function walkProgram(
  program: Program,
  text: string,
  report: Report,
  { place, strict }: { place: Place; strict: boolean },
): Edit[] {
  const walker = new Walker(text, report);
  walker.run(program, place, strict);
  return walker.finish();
}

interface Around {
  readonly scope: Scope;
  readonly parent: AnyNode | undefined;
  readonly use: Use;
}

const hasDirective = (body: readonly AnyNode[]) =>
  body.some(
    (statement) => statement.type === "ExpressionStatement" && statement.directive === "use strict",
  );

class Walker {
  readonly #text: string;
  readonly #report: Report;
  readonly #scopes = new Scopes();
  readonly #rewriter: Rewriter;
  /** For each label, the innermost one on the same statement. */
  #labels = new Map<string, string>();
  /** Whether the value of the text is what its last expression gave, which the local engine sees otherwise. */
  #value = false;
  /** Whether declarations at the top are seen around the text. */
  #leaking = false;

  constructor(text: string, report: Report) {
    this.#text = text;
    this.#report = report;
    this.#rewriter = new Rewriter(text);
  }

  run(program: Program, place: Place, strict: boolean): void {
    const owner: FunctionScope = {
      node: program,
      arrow: false,
      strict: strict || hasDirective(program.body),
      // The variables of an `eval` are not this text's alone.
      dynamic: place !== "body",
      usesArguments: false,
      outer: undefined,
    };
    const scope = this.#scopes.enter(undefined, owner);
    if (place === "body") this.#scopes.declare(scope, "claims", "param", 0);
    this.#declareFunctions(program.body, scope, "function");
    if (place !== "body") this.#value = this.#rewriter.valueOfProgram(program);
    this.#leaking = place === "direct" && !owner.strict;
    for (const statement of program.body)
      this.#visit(statement, { scope, parent: program, use: "plain" });
    if (this.#value) this.#rewriter.closeProgram(program);
  }

  finish(): Edit[] {
    const scopes = this.#scopes;
    scopes.capture();
    for (const reference of scopes.references) {
      const { node, scope, use } = reference;
      const binding = scopes.resolve(reference);
      const { owner } = scope;
      if (binding === undefined) {
        if (node.name === "arguments" && use !== "plain" && use !== "typeof")
          if (!owner.usesArguments && !owner.dynamic) this.#unread(node, use);
        if (scopes.isBlockFunction(reference)) this.#report("block-function", node.start);
        continue;
      }
      if (binding.owner !== owner) continue;
      if (use === "typeof" && binding.kind === "lexical" && node.start < binding.ready)
        if (scope.names.get(node.name) === binding) this.#rewriter.unknown(node);
      if (use === "plain" || use === "typeof") continue;
      const kept =
        binding.captured || owner.dynamic || (binding.kind === "param" && owner.usesArguments);
      if (!kept) this.#unread(node, use);
    }
    return this.#rewriter.edits;
  }

  /** A name that the engine's compiler forgets to look up. */
  #unread(node: AnyNode, use: Use): void {
    if (use === "computed-key") this.#report("computed-key", node.start);
    if (use === "loop-target") this.#report("loop-target", node.start);
    this.#rewriter.unknown(node);
  }

  #visit(node: AnyNode, around: Around): void {
    checkNode(node, around.parent, this.#text, this.#report);
    switch (node.type) {
      case "Identifier":
        return this.#identifier(node, around);
      case "ThisExpression":
        if (around.scope.owner.arrow) this.#report("arrow-this", node.start);
        else if (around.use === "computed-key" && !around.scope.owner.dynamic)
          this.#unread(node, around.use);
        return;
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        return this.#function(node, around);
      case "BlockStatement":
        return this.#block(node.body, node, around);
      case "SwitchStatement": {
        this.#visit(node.discriminant, { ...around, parent: node });
        const scope = this.#scopes.enter(around.scope, around.scope.owner);
        for (const one of node.cases) this.#visit(one, { scope, parent: node, use: "plain" });
        return;
      }
      case "CatchClause": {
        const scope = this.#scopes.enter(around.scope, around.scope.owner);
        if (node.param) this.#pattern(node.param, "param", scope, node);
        return this.#visit(node.body, { scope, parent: node, use: "plain" });
      }
      case "ForStatement":
        return this.#children(node, {
          ...around,
          scope: this.#scopes.enter(around.scope, around.scope.owner),
        });
      case "ForInStatement":
      case "ForOfStatement":
        return this.#forEach(node, around);
      case "ExpressionStatement":
        if (this.#value && around.scope.owner.node.type === "Program")
          this.#rewriter.valueOf(node.expression);
        this.#visit(node.expression, { ...around, parent: node });
        if (this.#value && around.scope.owner.node.type === "Program")
          this.#rewriter.closeValue(node.expression);
        return;
      case "VariableDeclaration": {
        if (this.#leaking && around.parent?.type === "Program") this.#rewriter.leak(node);
        const kind = node.kind === "var" ? "var" : "lexical";
        const scope = kind === "var" ? this.#functionScope(around.scope) : around.scope;
        for (const declarator of node.declarations) {
          const { id, init } = declarator;
          this.#pattern(id, kind, scope, declarator, around.scope);
          if (init) {
            this.#rewriter.anonymous(init);
            this.#visit(init, { ...around, parent: node });
          }
        }
        return;
      }
      case "LabeledStatement":
        return this.#labeled(node, around);
      case "ContinueStatement":
        if (node.label) this.#rewriter.rename(node.label, this.#labels.get(node.label.name));
        return;
      case "BreakStatement":
        return;
      case "WithStatement":
        this.#openToNames(around.scope.owner);
        return this.#children(node, around);
      case "MemberExpression":
        this.#visit(node.object, { ...around, parent: node, use: around.use });
        if (node.computed) this.#visit(node.property, { ...around, parent: node });
        return;
      case "MetaProperty":
        if (node.meta.name === "new") this.#rewriter.newTarget(node);
        return;
      case "UnaryExpression": {
        const { argument } = node;
        const plain = node.operator === "typeof" && around.use === "plain";
        const use =
          plain && unparenthesised(argument).type === "Identifier" ? "typeof" : around.use;
        return this.#visit(argument, { ...around, parent: node, use });
      }
      case "Property":
        return this.#property(node, around);
      case "ObjectPattern":
      case "ArrayPattern":
        this.#report("destructuring", node.start);
        return;
      case "AssignmentExpression":
        if (node.left.type === "Identifier") this.#rewriter.anonymous(node.right);
        return this.#children(node, around);
      case "NewExpression":
        this.#rewriter.newOfNew(node);
        return this.#children(node, around);
      case "CallExpression":
        this.#rewriter.openCall(node, around.scope.owner.strict);
        this.#children(node, around);
        this.#rewriter.closeCall(node);
        return;
      case "ClassDeclaration":
      case "ClassExpression":
        // Refused as a whole; what stands in it would only repeat that.
        return;
      default:
        return this.#children(node, around);
    }
  }

  /** Whether an arrow function around has a parameter of the name. */
  #isOwnName(name: string, scope: Scope): boolean {
    for (let at: Scope | undefined = scope; at?.owner.arrow === true; at = at.outer)
      if (at.names.has(name)) return true;
    return false;
  }

  /** Its variables, and those around, can be asked for by a name that only a run knows. */
  #openToNames(owner: FunctionScope): void {
    for (let at: FunctionScope | undefined = owner; at; at = at.outer) at.dynamic = true;
  }

  #children(node: AnyNode, around: Around): void {
    const inner = { ...around, parent: node };
    for (const value of Object.values(node) as unknown[]) {
      if (typeof value !== "object" || value === null) continue;
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value])
        if (isNode(child)) this.#visit(child, inner);
    }
  }

  #functionScope(scope: Scope): Scope {
    let at = scope;
    while (at.outer && at.outer.owner === scope.owner) at = at.outer;
    return at;
  }

  #identifier(node: Identifier, { scope, parent, use }: Around): void {
    const { owner } = scope;
    this.#scopes.references.push({ node, scope, use });
    if (node.name === "arguments") {
      if (use === "plain" || use === "typeof") owner.usesArguments = true;
      if (owner.arrow && !this.#isOwnName(node.name, scope))
        this.#rewriter.arrowArguments(node, owner);
    }
    if (node.name !== "eval") return;
    const called = parent?.type === "CallExpression" && parent.callee === node;
    if (called) this.#openToNames(owner);
    else this.#rewriter.evalName(node, parent);
  }

  #pattern(
    node: AnyNode,
    kind: "var" | "lexical" | "param",
    scope: Scope,
    parent: AnyNode,
    seenIn: Scope = scope,
  ): void {
    if (node.type === "AssignmentPattern") {
      this.#pattern(node.left, kind, scope, parent);
      this.#rewriter.anonymous(node.right);
      this.#visit(node.right, { scope: seenIn, parent: node, use: "plain" });
      return;
    }
    if (node.type === "Identifier") {
      checkNode(node, parent, this.#text, this.#report);
      this.#scopes.declare(scope, node.name, kind, parent.end);
      return;
    }
    this.#visit(node, { scope: seenIn, parent, use: "plain" });
  }

  #function(node: FunctionNode & AnyNode, around: Around): void {
    const arrow = node.type === "ArrowFunctionExpression";
    const isBlock = node.body.type === "BlockStatement";
    const strict =
      around.scope.owner.strict ||
      (isBlock && hasDirective((node.body as { body: AnyNode[] }).body));
    const owner: FunctionScope = {
      node,
      arrow,
      strict,
      dynamic: false,
      usesArguments: false,
      outer: around.scope.owner,
    };
    const scope = this.#scopes.enter(around.scope, owner);
    if (node.type === "FunctionExpression" && node.id)
      this.#scopes.declare(scope, node.id.name, "self", node.start);
    if (node.id) checkNode(node.id, node, this.#text, this.#report);
    if (arrow) this.#rewriter.openArrow(node);
    for (const parameter of node.params) this.#pattern(parameter, "param", scope, node);
    const inner: Around = { scope, parent: node, use: "plain" };
    const labels = this.#labels;
    this.#labels = new Map();
    if (node.body.type === "BlockStatement") {
      this.#declareFunctions(node.body.body, scope, "function");
      for (const statement of node.body.body)
        this.#visit(statement, { ...inner, parent: node.body });
    } else this.#visit(node.body, inner);
    this.#labels = labels;
    if (arrow) this.#rewriter.closeArrow(node, owner);
  }

  #declareFunctions(
    body: readonly AnyNode[],
    scope: Scope,
    kind: "function" | "block-function",
  ): string[] {
    const names: string[] = [];
    for (const statement of body) {
      if (statement.type !== "FunctionDeclaration" || !isNode(statement.id)) continue;
      this.#scopes.declare(scope, statement.id.name, kind, 0);
      names.push(statement.id.name);
    }
    return names;
  }

  #block(body: readonly AnyNode[], node: AnyNode, around: Around): void {
    const scope = this.#scopes.enter(around.scope, around.scope.owner);
    const names = this.#declareFunctions(body, scope, "block-function");
    const confined = names.length > 0 && !around.scope.owner.strict;
    if (confined) this.#rewriter.openBlock(node, names);
    for (const statement of body) this.#visit(statement, { ...around, scope, parent: node });
    if (confined) this.#rewriter.closeBlock(node);
  }

  #forEach(node: AnyNode & { type: "ForInStatement" | "ForOfStatement" }, around: Around): void {
    const scope = this.#scopes.enter(around.scope, around.scope.owner);
    const inner: Around = { ...around, scope, parent: node };
    const target = unparenthesised(node.left);
    if (target.type === "MemberExpression") {
      const root = unparenthesised(target.object);
      const use: Use =
        root.type === "Identifier" || root.type === "CallExpression"
          ? "loop-object"
          : "loop-target";
      this.#visit(target.object, { ...inner, use });
      if (target.computed) this.#visit(target.property, { ...inner, use: "loop-target" });
    } else this.#visit(node.left, inner);
    if (node.type === "ForOfStatement" && isNamed(unparenthesised(node.right), "arguments"))
      this.#report("for-of-arguments", node.right.start);
    this.#rewriter.openLoop(node.right, node.type === "ForInStatement" ? "keys" : "values");
    this.#visit(node.right, inner);
    this.#rewriter.closeLoop(node.right);
    this.#visit(node.body, inner);
  }

  #labeled(node: AnyNode & { type: "LabeledStatement" }, around: Around): void {
    const names = [node.label.name];
    let body: AnyNode = node.body;
    for (; body.type === "LabeledStatement"; body = body.body) names.push(body.label.name);
    const innermost = names.at(-1) ?? node.label.name;
    const before = this.#labels;
    this.#labels = new Map([
      ...before,
      ...names.map((name): [string, string] => [name, innermost]),
    ]);
    if (body.type === "FunctionDeclaration" && isNode(body.id))
      this.#scopes.declare(around.scope, body.id.name, "function", 0);
    this.#visit(body, { ...around, parent: node });
    this.#labels = before;
  }

  #property(node: AnyNode & { type: "Property" }, around: Around): void {
    const inner: Around = { ...around, parent: node };
    if (node.computed) this.#visit(node.key, { ...inner, use: "computed-key" });
    else checkNode(node.key, node, this.#text, this.#report);
    this.#rewriter.prototypeKey(node);
    if (node.shorthand)
      this.#rewriter.shorthand(node, () => {
        this.#visit(node.value, inner);
      });
    else {
      if (node.method) this.#rewriter.method(node);
      else if (node.kind === "init") this.#rewriter.anonymous(node.value);
      this.#visit(node.value, inner);
    }
  }
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === "object" && value !== null && "type" in value && "start" in value;
