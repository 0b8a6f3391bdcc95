import { build } from "esbuild";
import type { BuildFailure } from "esbuild";
import type { Source } from "./discover.ts";
import { lowerToEs5 } from "./lower.ts";
import type { Problem } from "./problem.ts";
import { codeFrame } from "./problem.ts";

const ENTRY = "sdpx-entry";
/**
 * Names that no source declares, so that the bundler leaves them as they are: the last step turns the call into the
 * top-level return that an expression ends in. `claims` would make the bundler rename every parameter of that name.
 */
export const RETURN = "__return__";
export const CLAIMS = "__claims__";

/** The bundler's own messages, told at the source where it names one. Any other error is thrown on. */
export function bundlerProblems(error: unknown): Problem[] {
  if (!(error instanceof Error) || !("errors" in error)) throw error;
  return (error as BuildFailure).errors.map(({ text, location }) => ({
    file: location?.file ?? "scripts",
    message: text,
    ...(location === null
      ? {}
      : {
          line: location.line,
          column: location.column + 1,
          frame: codeFrame(
            "\n".repeat(location.line - 1) + location.lineText,
            location.line,
            location.column + 1,
          ),
        }),
  }));
}

/**
 * Bundles each source into one ES5 text that ends in a call of {@link RETURN}. All of them in one run, so that
 * libraries are read and lowered once. Comments that start with `//!` stay.
 * @param maps is given the source maps (JSON) by file, when there is one; the texts are the same with and without
 */
export async function bundle(
  root: string,
  sources: readonly Source[],
  maps?: Map<string, string>,
): Promise<{ texts: Map<string, string>; problems: Problem[] }> {
  const texts = new Map<string, string>();
  if (sources.length === 0) return { texts, problems: [] };
  const result = await build({
    absWorkingDir: root,
    entryPoints: sources.map((source, n) => ({ in: `${ENTRY}:${source.file}`, out: String(n) })),
    outdir: "out",
    write: false,
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es5",
    charset: "ascii",
    legalComments: "inline",
    pure: ["secret"],
    logLevel: "silent",
    tsconfigRaw: "{}",
    plugins: [
      {
        name: "entries",
        setup(plugin) {
          plugin.onResolve({ filter: new RegExp(`^${ENTRY}:`) }, ({ path }) => ({
            path: path.slice(ENTRY.length + 1),
            namespace: ENTRY,
          }));
          plugin.onLoad({ filter: /.*/, namespace: ENTRY }, ({ path }) => ({
            contents: `import main from ${JSON.stringify(`./${path}`)};\n${RETURN}(main(${CLAIMS}));`,
            resolveDir: root,
          }));
        },
      },
      lowerToEs5(maps !== undefined),
    ],
    ...(maps === undefined ? {} : { sourcemap: "external" as const, sourcesContent: false }),
  }).catch(bundlerProblems);
  if (Array.isArray(result)) return { texts, problems: result };
  for (const output of result.outputFiles) {
    const [, n, map] = /(\d+)\.js(\.map)?$/.exec(output.path) ?? [];
    const source = n === undefined ? undefined : sources[Number(n)];
    if (source !== undefined) (map ? maps : texts)?.set(source.file, output.text);
  }
  return { texts, problems: [] };
}
