import { basename, dirname, join, relative, sep } from "node:path";
import ts from "typescript";
import { KIND_FOLDERS, isSandboxKind } from "../../base/kinds.ts";
import type { SandboxKind } from "../../base/kinds.ts";
import { sandboxCompilerOptions, sandboxTypeFiles } from "../../sandbox-shim/types/index.ts";
import type { Source } from "./discover.ts";
import { problemAt } from "./problem.ts";
import type { Problem } from "./problem.ts";
import { scriptShape } from "./shape.ts";
import { sourceFaults } from "./source-rules.ts";

/** Relative to the root, with forward slashes; undefined for what lies outside. */
function inRoot(root: string, path: string): string | undefined {
  const found = relative(root, path).split(sep).join("/");
  return found.startsWith("../") || found === path ? undefined : found;
}

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
}

/**
 * A compiler host whose parsed files are shared by the programs of all kinds, and which knows one file that is not
 * on disk: the calls through which results are checked.
 */
function sharedHost(options: ts.CompilerOptions): {
  host: ts.CompilerHost;
  setVirtual(path: string, text: string): void;
} {
  const host = ts.createCompilerHost(options, true);
  const parsed = new Map<string, ts.SourceFile | undefined>();
  const read = host.getSourceFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  let virtual = { path: "", file: undefined as ts.SourceFile | undefined };
  host.fileExists = (path) => path === virtual.path || fileExists(path);
  host.getSourceFile = (path, version, onError) => {
    if (path === virtual.path) return virtual.file;
    if (!parsed.has(path)) parsed.set(path, read(path, version, onError));
    return parsed.get(path);
  };
  return {
    host,
    setVirtual(path, text) {
      virtual = { path, file: parse(path, text) };
    },
  };
}

/** The type that a script's result must have: the names are those of the sandbox's declarations. */
function resultType(kind: SandboxKind, type: string | undefined): string {
  switch (kind) {
    case "criteria":
    case "condition":
      return "boolean";
    case "user-claim":
      return "UserClaimResult";
    case "entitlement":
      return type === "appShortcut" ? "AppShortcut[]" : "string[]";
  }
}

/** Kept as text, since metadata is only read from sources that hold together. */
function entitlementType(meta: ts.ObjectLiteralExpression | undefined): string | undefined {
  for (const property of meta?.properties ?? []) {
    if (!ts.isPropertyAssignment(property) || property.name.getText() !== "type") continue;
    const value = property.initializer;
    if (ts.isStringLiteralLike(value)) return value.text;
  }
  return undefined;
}

function importFault(
  root: string,
  kind: SandboxKind,
  file: string,
  path: string,
): string | undefined {
  const target = inRoot(root, join(dirname(join(root, file)), path));
  const fromLib = file.startsWith("lib/");
  if (target?.startsWith("lib/")) return undefined;
  if (!fromLib && target?.startsWith(`${KIND_FOLDERS[kind]}/`)) return undefined;
  return fromLib
    ? `lib/ may import only from itself, not "${path}"`
    : `"${path}" lies neither in lib/ nor in ${KIND_FOLDERS[kind]}/`;
}

function fileProblems(
  root: string,
  kind: SandboxKind,
  file: ts.SourceFile,
  name: string,
): Problem[] {
  const problems = sourceFaults(file).map(({ node, message, fix }) =>
    problemAt(name, file.text, node.getStart(file), message, fix),
  );
  for (const statement of file.statements) {
    const from =
      ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)
        ? statement.moduleSpecifier
        : undefined;
    if (from === undefined || !ts.isStringLiteral(from) || !from.text.startsWith(".")) continue;
    const fault = importFault(root, kind, name, from.text);
    if (fault === undefined) continue;
    const fix = "move what is shared into lib/, which uses nothing but the sandbox";
    problems.push(problemAt(name, file.text, from.getStart(file), fault, fix));
  }
  return problems;
}

/** The compiler's message and its reasons as one line. */
function sentence({ messageText }: ts.Diagnostic): string {
  return ts
    .flattenDiagnosticMessageText(messageText, " ")
    .replaceAll(/\s+/g, " ")
    .replace(/ Do you need to change your target library\?.*$/, " The sandbox does not have it.");
}

function diagnosticProblem(root: string, diagnostic: ts.Diagnostic): Problem {
  const message = `${sentence(diagnostic)} (TS${diagnostic.code})`;
  const { file, start } = diagnostic;
  if (file === undefined || start === undefined) return { file: "tsconfig", message };
  const name = inRoot(root, file.fileName) ?? basename(file.fileName);
  return problemAt(name, file.text, start, message);
}

/** Type checks the scripts of one kind in one program, and applies the source rules to all that they import. */
function checkKind(
  root: string,
  kind: SandboxKind,
  sources: readonly Source[],
  shared: ReturnType<typeof sharedHost>,
  options: ts.CompilerOptions,
): Problem[] {
  const problems: Problem[] = [];
  const calls: { source: Source; main: ts.Node; type: string }[] = [];
  const lines: string[] = [];
  for (const source of sources) {
    const tree = parse(join(root, source.file), source.text);
    const shape = scriptShape(tree, true);
    for (const { node, message, fix } of shape.faults) {
      problems.push(problemAt(source.file, source.text, node.getStart(tree), message, fix));
    }
    if (shape.main === undefined) continue;
    const type = resultType(kind, entitlementType(shape.meta));
    const n = calls.push({ source, main: shape.main, type }) - 1;
    lines.push(
      `import s${n} from ${JSON.stringify(`./${source.file}`)}; export const r${n}: (claims: Claims) => ${type} = s${n};`,
    );
  }
  const virtual = join(root, `__results-of-${kind}.ts`).split(sep).join("/");
  shared.setVirtual(virtual, lines.join("\n"));
  const rootNames = [
    ...sandboxTypeFiles(kind),
    ...sources.map((source) => join(root, source.file)),
    virtual,
  ];
  const program = ts.createProgram({ rootNames, options, host: shared.host });
  const diagnostics = ts.getPreEmitDiagnostics(program);
  for (const diagnostic of diagnostics) {
    // "Cannot find global type 'Promise'" follows from something that is told at its own place.
    if (diagnostic.file === undefined && diagnostics.some(({ file }) => file !== undefined))
      continue;
    if (diagnostic.file?.fileName !== virtual) {
      problems.push(diagnosticProblem(root, diagnostic));
      continue;
    }
    const line = diagnostic.file.text.slice(0, diagnostic.start ?? 0).split("\n").length - 1;
    const call = calls[line];
    if (call === undefined) continue;
    const message = sentence(diagnostic);
    problems.push(
      problemAt(
        call.source.file,
        call.source.text,
        call.main.getStart(),
        `the script must be callable as main(claims) and return ${call.type}: ${message}`,
      ),
    );
  }
  for (const file of program.getSourceFiles()) {
    const name = inRoot(root, file.fileName);
    if (name === undefined || file.isDeclarationFile || file.fileName === virtual) continue;
    problems.push(...fileProblems(root, kind, file, name));
  }
  return problems;
}

/** Checks all sources: shape, types and rules. The findings are in no particular order. */
export function checkSources(root: string, sources: readonly Source[]): Problem[] {
  // The sandbox's own declarations do not change from one build to the next.
  const wanted = { ...sandboxCompilerOptions, skipLibCheck: true };
  const { options, errors } = ts.convertCompilerOptionsFromJson(wanted, root);
  const shared = sharedHost(options);
  const problems = errors.map((error) => diagnosticProblem(root, error));
  const kinds = new Map<SandboxKind, Source[]>();
  for (const source of sources) {
    if (isSandboxKind(source.kind)) {
      kinds.set(source.kind, [...(kinds.get(source.kind) ?? []), source]);
      continue;
    }
    const tree = parse(source.file, source.text);
    for (const { node, message, fix } of [
      ...scriptShape(tree, false).faults,
      ...sourceFaults(tree),
    ]) {
      problems.push(problemAt(source.file, source.text, node.getStart(tree), message, fix));
    }
  }
  for (const [kind, ofKind] of kinds) {
    problems.push(...checkKind(root, kind, ofKind, shared, options));
  }
  return problems;
}
