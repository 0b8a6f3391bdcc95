import type { AnyNode, Identifier } from "acorn";

/** A function, or the whole text. */
export interface FunctionScope {
  readonly node: AnyNode;
  readonly arrow: boolean;
  strict: boolean;
  /** Holds a direct `eval` or a `with`: the engine then keeps every variable where it can be found by name. */
  dynamic: boolean;
  usesArguments: boolean;
  readonly outer: FunctionScope | undefined;
}

export type BindingKind = "var" | "lexical" | "function" | "block-function" | "param" | "self";

export interface Binding {
  readonly kind: BindingKind;
  readonly owner: FunctionScope;
  /** Offset at which it has its value. */
  readonly ready: number;
  /** Used in a function inside of the one that owns it. */
  captured: boolean;
}

export interface Scope {
  readonly owner: FunctionScope;
  readonly outer: Scope | undefined;
  readonly names: Map<string, Binding>;
}

/** How a name is used where that matters. */
export type Use = "plain" | "typeof" | "computed-key" | "loop-object" | "loop-target";

export interface Reference {
  readonly node: Identifier;
  readonly scope: Scope;
  readonly use: Use;
}

/** Scopes and names of one text, collected in one walk and resolved after it: `var` may come after its use. */
export class Scopes {
  readonly references: Reference[] = [];
  readonly #blockFunctions = new Map<FunctionScope, Set<string>>();

  enter(outer: Scope | undefined, owner: FunctionScope): Scope {
    return { owner, outer, names: new Map() };
  }

  declare(scope: Scope, name: string, kind: BindingKind, ready: number): void {
    const known = scope.names.get(name);
    if (known !== undefined && kind === "var") return;
    scope.names.set(name, { kind, owner: scope.owner, ready, captured: false });
    if (kind !== "block-function") return;
    const names = this.#blockFunctions.get(scope.owner);
    if (names) names.add(name);
    else this.#blockFunctions.set(scope.owner, new Set([name]));
  }

  resolve({ node, scope }: Reference): Binding | undefined {
    for (let at: Scope | undefined = scope; at; at = at.outer) {
      const found = at.names.get(node.name);
      if (found) return found;
    }
    return undefined;
  }

  /** Notes for each binding whether a function inside of its own uses it. */
  capture(): void {
    for (const reference of this.references) {
      const binding = this.resolve(reference);
      if (binding && binding.owner !== reference.scope.owner) binding.captured = true;
    }
  }

  /** Whether a block of a function around the use declares a function of this name. */
  isBlockFunction({ node, scope }: Reference): boolean {
    for (let at: FunctionScope | undefined = scope.owner; at; at = at.outer)
      if (this.#blockFunctions.get(at)?.has(node.name) === true) return true;
    return false;
  }
}
