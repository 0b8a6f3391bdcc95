import ts from "typescript";
import type { SourceFault } from "./source-rules.ts";

/** What the build must find in a script's own file, read from its syntax tree. */
export interface ScriptShape {
  faults: SourceFault[];
  /** The initialiser of `export const meta`. */
  meta?: ts.ObjectLiteralExpression;
  /** What is exported as default. */
  main?: ts.Node;
}

const isExported = (node: ts.Node, kind: ts.SyntaxKind) =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((one) => one.kind === kind);

function unwrap(node: ts.Expression): ts.Expression {
  return ts.isSatisfiesExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isParenthesizedExpression(node)
    ? unwrap(node.expression)
    : node;
}

/** The first part of an object literal that runs something: metadata is data. */
function firstCode(node: ts.Node): ts.Node | undefined {
  if (
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isFunctionLike(node) ||
    ts.isTaggedTemplateExpression(node)
  ) {
    return node;
  }
  return ts.forEachChild(node, firstCode);
}

/** Finds `meta` and the default export. `needsMain` is false for device-claim scripts, whose text is a shell script. */
export function scriptShape(file: ts.SourceFile, needsMain: boolean): ScriptShape {
  const shape: ScriptShape = { faults: [] };
  let metaNode: ts.Expression | undefined;
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement) && isExported(statement, ts.SyntaxKind.ExportKeyword)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (ts.isIdentifier(name) && name.text === "meta") metaNode = initializer;
      }
    }
    if (
      ts.isFunctionDeclaration(statement) &&
      isExported(statement, ts.SyntaxKind.DefaultKeyword)
    ) {
      shape.main = statement.name ?? statement;
    }
    if (ts.isExportAssignment(statement) && !statement.isExportEquals) {
      shape.main = statement.expression;
    }
  }
  const literal = metaNode === undefined ? undefined : unwrap(metaNode);
  if (literal !== undefined && ts.isObjectLiteralExpression(literal)) {
    const code = firstCode(literal);
    if (code === undefined) shape.meta = literal;
    else {
      shape.faults.push({
        node: code,
        message: "meta runs code; it must be data that the build can leave out of the emitted text",
        fix: "write the value itself, or import a constant from lib/",
      });
    }
  } else {
    shape.faults.push({
      node: metaNode ?? file,
      message: "the script has no `export const meta = { ... }`",
      fix: "export its metadata as an object literal (lib/script.ts has the fields), or move a shared file to lib/",
    });
  }
  if (needsMain && shape.main === undefined) {
    shape.faults.push({
      node: file,
      message: "the script has no default export",
      fix: "write `export default function name(claims: Claims) { ... }`",
    });
  }
  return shape;
}
