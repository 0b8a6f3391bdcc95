import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "esbuild";
import ts from "typescript";
import { readSource } from "./discover.ts";

/** Namespace of what is not a file of the root; it shows in no emitted text. */
const TSLIB = "sdpx-tslib";

const LOWERING: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES5,
  module: ts.ModuleKind.ESNext,
  newLine: ts.NewLineKind.LineFeed,
  ignoreDeprecations: "6.0",
  alwaysStrict: false,
  importHelpers: true,
  verbatimModuleSyntax: true,
};

/** Leaves the metadata out: the Controller is told of it, and the text need not hold it a second time. */
const withoutMeta: ts.TransformerFactory<ts.SourceFile> = () => (file) => {
  const isMeta = (statement: ts.Statement) =>
    ts.isVariableStatement(statement) &&
    ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword) === true &&
    statement.declarationList.declarations.every(
      ({ name }) => ts.isIdentifier(name) && name.text === "meta",
    );
  return ts.factory.updateSourceFile(
    file,
    file.statements.filter((statement) => !isMeta(statement)),
  );
};

const lowered = new Map<string, { text: string; js: string }>();

function transpile(path: string, text: string, options: ts.CompilerOptions): string {
  return (
    ts
      .transpileModule(text, {
        fileName: path,
        compilerOptions: options,
        transformers: { before: [withoutMeta] },
      })
      // Classes that nobody uses can then be left out of the bundle.
      .outputText.replaceAll("/** @class */", "/* @__PURE__ */")
  );
}

/** TypeScript to ES5, one file at a time; a file that has not changed is lowered once a process. */
export function lower(path: string, text: string): string {
  const known = lowered.get(path);
  if (known?.text === text) return known.js;
  const js = transpile(path, text, LOWERING);
  lowered.set(path, { text, js });
  return js;
}

/** The same with a source map in the text, which the bundler reads and takes out. */
const lowerWithMap = (path: string, text: string) =>
  transpile(path, text, { ...LOWERING, inlineSourceMap: true });

function tslibFile(): string {
  return join(
    dirname(createRequire(import.meta.url).resolve("tslib/package.json")),
    "tslib.es6.js",
  );
}

/**
 * esbuild refuses to write ES5 from anything newer, and TypeScript writes it file by file: so TypeScript lowers what
 * esbuild loads, and esbuild bundles. What TypeScript's output calls comes from sdpx's own tslib, wherever the root is.
 */
export const lowerToEs5 = (withMap: boolean): Plugin => ({
  name: "lower-to-es5",
  setup(build) {
    build.onResolve({ filter: /^tslib$/ }, () => ({
      path: "tslib",
      namespace: TSLIB,
      sideEffects: false,
    }));
    build.onLoad({ filter: /.*/, namespace: TSLIB }, async () => ({
      contents: await readFile(tslibFile(), "utf8"),
      loader: "js",
    }));
    build.onLoad({ filter: /\.ts$/, namespace: "file" }, async ({ path }) => ({
      contents: (withMap ? lowerWithMap : lower)(path, await readSource(path)),
      loader: "js",
    }));
  },
});
