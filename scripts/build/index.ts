/**
 * The build, for the other rooms. TypeScript and esbuild are loaded when something is built, not before:
 * a command that only reads dist/ starts in a fraction of the time.
 */
import type { Bundle, BuiltScript } from "./build.ts";
import type { Difference } from "./write.ts";

export type { Bundle, BuiltScript } from "./build.ts";
export type { Difference } from "./write.ts";
export type { LoadedBundle } from "./load.ts";
export { loadBundle } from "./load.ts";
export { problemsError, renderProblem } from "./problem.ts";
export type { Problem } from "./problem.ts";

/** See {@link import("./build.ts").buildBundle}. */
export async function buildBundle(options: { root: string; strict?: boolean }): Promise<Bundle> {
  return await (await import("./build.ts")).buildBundle(options);
}

/** See {@link import("./build.ts").buildOne}. */
export async function buildOne(root: string, sourceFile: string): Promise<BuiltScript> {
  return await (await import("./build.ts")).buildOne(root, sourceFile);
}

/** See {@link import("./write.ts").writeBundle}. */
export async function writeBundle(bundle: Bundle, outDir: string): Promise<Difference[]> {
  return await (await import("./write.ts")).writeBundle(bundle, outDir);
}

/** See {@link import("./write.ts").compareBundle}. */
export async function compareBundle(bundle: Bundle, outDir: string): Promise<Difference[]> {
  return await (await import("./write.ts")).compareBundle(bundle, outDir);
}
