import ts from "typescript";
import { checkSyntax } from "../../sandbox-shim/gate/check.ts";

/** A fault that the type checker does not see, found in one node of the syntax tree. */
export interface SourceFault {
  node: ts.Node;
  message: string;
  fix: string;
}

interface SourceRule {
  fix: string;
  /** The message when the node breaks the rule. */
  check(node: ts.Node): string | undefined;
}

/** Built-in classes whose subclasses lose their type when they are lowered to ES5. */
const BUILT_IN = /^(?:[A-Z][A-Za-z]*)?Error$|^(?:Array|Map|Set|WeakMap|Date|RegExp|Function)$/;
export const SECRET_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

function isCallOf(node: ts.Node, name: string): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name
  );
}

function modifiers(node: ts.Node): readonly ts.ModifierLike[] {
  return ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
}

function isTopLevel(declaration: ts.Node): boolean {
  for (let node = declaration.parent; node !== undefined; node = node.parent) {
    if (ts.isFunctionLike(node) || ts.isModuleBlock(node)) return false;
    if (ts.isSourceFile(node)) return true;
  }
  return false;
}

/** A regular expression as a literal: one that is, or one that is made from literal text. */
function regularExpression(node: ts.Node): string | undefined {
  if (ts.isRegularExpressionLiteral(node)) return node.text;
  if (!ts.isNewExpression(node) && !isCallOf(node, "RegExp")) return undefined;
  if (!ts.isIdentifier(node.expression) || node.expression.text !== "RegExp") return undefined;
  const [pattern, flags] = node.arguments ?? [];
  if (pattern === undefined || !ts.isStringLiteralLike(pattern)) return undefined;
  if (flags !== undefined && !ts.isStringLiteralLike(flags)) return undefined;
  try {
    return String(new RegExp(pattern.text, flags?.text ?? ""));
  } catch {
    return `/${pattern.text}/${flags?.text ?? ""}`;
  }
}

const isDeclaration = (node: ts.Node): node is ts.NamedDeclaration =>
  ts.isVariableDeclaration(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isClassDeclaration(node) ||
  ts.isParameter(node) ||
  ts.isBindingElement(node) ||
  ts.isEnumDeclaration(node) ||
  ts.isImportSpecifier(node) ||
  ts.isImportClause(node) ||
  ts.isNamespaceImport(node);

/** One entry for each thing that would build and then do something else, or nothing, on the appliance. */
export const SOURCE_RULES = {
  "no-async": {
    fix: "call httpGet and the others directly: they wait for the answer",
    check(node) {
      if (modifiers(node).some((one) => one.kind === ts.SyntaxKind.AsyncKeyword)) {
        return "async functions need Promise, which the sandbox does not have";
      }
      if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)) {
        return "await needs Promise, which the sandbox does not have";
      }
      return undefined;
    },
  },
  "no-generators": {
    fix: "build an array in a loop and return it",
    check(node) {
      const star =
        (ts.isFunctionDeclaration(node) ||
          ts.isFunctionExpression(node) ||
          ts.isMethodDeclaration(node)) &&
        node.asteriskToken !== undefined;
      return star || ts.isYieldExpression(node)
        ? "generators need iterators, which ES5 does not have"
        : undefined;
    },
  },
  "no-built-in-subclass": {
    fix: 'return or throw a plain object with a field that tells the cases apart, e.g. { state: "refused" }',
    check(node) {
      if (!ts.isHeritageClause(node) || node.token !== ts.SyntaxKind.ExtendsKeyword) return;
      const parent = node.types[0]?.expression;
      if (parent === undefined || !ts.isIdentifier(parent) || !BUILT_IN.test(parent.text)) return;
      if (!ts.isClassLike(node.parent)) return;
      return `a class that extends ${parent.text} loses its type in ES5: instanceof is false for it`;
    },
  },
  "no-code-from-text": {
    fix: "write the function itself",
    check(node) {
      if (isCallOf(node, "eval")) return "eval runs text that no check has seen";
      const callee = ts.isNewExpression(node) || ts.isCallExpression(node) ? node.expression : node;
      return callee !== node && ts.isIdentifier(callee) && callee.text === "Function"
        ? "Function runs text that no check has seen"
        : undefined;
    },
  },
  "imports-of-the-sandbox": {
    fix: "import only from lib/ and from files beside the script, with a relative path that ends in .ts",
    check(node) {
      if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
        return "import() cannot be bundled into one script";
      }
      if (isCallOf(node, "require")) return "require does not exist in the sandbox";
      const from =
        ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
          ? node.moduleSpecifier
          : undefined;
      if (from === undefined || !ts.isStringLiteral(from)) return;
      if (/^\.{1,2}\/.*\.ts$/.test(from.text)) return;
      return `"${from.text}" is not a file of lib/ or of this script`;
    },
  },
  "secret-by-name": {
    fix: 'write secret("NAME") with the name of a Controller secret as literal text',
    check(node) {
      if (
        ts.isStringLiteralLike(node) ||
        ts.isTemplateHead(node) ||
        ts.isTemplateMiddleOrTemplateTail(node)
      ) {
        return node.text.includes("%SECRET:")
          ? "a %SECRET: reference in a text may be changed by the bundler"
          : undefined;
      }
      if (!ts.isIdentifier(node) || node.text !== "secret") return;
      const parent = node.parent;
      if (ts.isPropertyAccessExpression(parent) && parent.name === node) return;
      if (ts.isPropertyAssignment(parent) && parent.name === node) return;
      if (ts.isPropertySignature(parent)) return;
      if (isCallOf(parent, "secret") && parent.expression === node) {
        const [name, ...others] = parent.arguments;
        const literal = name !== undefined && ts.isStringLiteralLike(name) ? name.text : "";
        return SECRET_NAME.test(literal) && others.length === 0
          ? undefined
          : "secret() takes one literal name of letters, digits and _";
      }
      return "secret is a macro of the build: it can only be called, and nothing else may have its name";
    },
  },
  "regular-expressions-of-es5": {
    fix: "use only what ES5 has: the flags g, i and m, no lookbehind, no named groups, no \\u{...}",
    check(node) {
      // The bundler would hide a literal that is too new in `new RegExp("...")`, where no later check sees it.
      const literal = regularExpression(node);
      return literal === undefined ? undefined : checkSyntax(`${literal};`)[0]?.message;
    },
  },
  "claims-is-taken": {
    fix: "choose another name",
    check(node) {
      if (!isDeclaration(node) || node.name === undefined || !ts.isIdentifier(node.name)) return;
      return node.name.text === "claims" && !ts.isParameter(node) && isTopLevel(node)
        ? "a top-level name `claims` would hide the sandbox's claims"
        : undefined;
    },
  },
} as const satisfies Record<string, SourceRule>;

/** Applies every rule to every node of a file. */
export function sourceFaults(file: ts.SourceFile): SourceFault[] {
  const faults: SourceFault[] = [];
  const visit = (node: ts.Node): void => {
    for (const rule of Object.values<SourceRule>(SOURCE_RULES)) {
      const message = rule.check(node);
      if (message !== undefined) faults.push({ node, message, fix: rule.fix });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}
