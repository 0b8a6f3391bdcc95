import { join } from "node:path";
import { readFile } from "node:fs/promises";
import * as sandbox from "../../sandbox-shim/index.ts";
import { buildBundle, compareBundle } from "../build/index.ts";
import type { Check } from "./check.ts";
import { fail, guarded, ok, skip, warn } from "./check.ts";

const OLDEST_NODE = [22, 18] as const;

/** @param version such as `v24.1.0` */
export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  const [wantMajor, wantMinor] = OLDEST_NODE;
  const old = major < wantMajor || (major === wantMajor && minor < wantMinor);
  const wanted = OLDEST_NODE.join(".");
  return old
    ? fail(
        "Node",
        `${version} is too old`,
        `install Node ${wanted} or later, or run it through npx sdpx`,
      )
    : ok("Node", version);
}

/** Runs a line in the local sandbox. */
export async function checkQuickJs(): Promise<Check[]> {
  return guarded("QuickJS", async () => {
    const engine = await sandbox.createQuickJsEngine();
    try {
      const { result, error } = await engine.evaluate({
        kind: "criteria",
        expression: "return 1 + 1 === 2;",
      });
      return result === true
        ? ok("QuickJS", "evaluates scripts")
        : fail("QuickJS", `cannot evaluate a line: ${error ?? String(result)}`, "run npm ci again");
    } finally {
      await engine.close();
    }
  });
}

/** Real Nashorn is optional: where Java is, cases run on it too. */
export async function checkNashorn(): Promise<Check[]> {
  const find: unknown = (sandbox as Record<string, unknown>)["findNashorn"];
  if (typeof find !== "function") return [];
  try {
    const found: unknown = await (find as () => unknown)();
    return found === undefined || found === null
      ? [skip("Nashorn", "is not here: optional, see sdpx engine")]
      : [ok("Nashorn", "is here")];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [skip("Nashorn", `is not here: ${reason}`)];
  }
}

/** Whether dist/ is what the sources build to. */
export async function checkDist(root: string): Promise<Check[]> {
  const name = "dist";
  return guarded(name, async () => {
    const there = await readFile(join(root, "dist/manifest.json")).then(
      () => true,
      () => false,
    );
    if (!there) return warn(name, "there is no built bundle", "run sdpx build");
    const bundle = await buildBundle({ root });
    if (bundle.problems.length > 0) {
      return fail(
        name,
        `the scripts have ${bundle.problems.length} problems`,
        "run sdpx build, which lists them",
      );
    }
    const stale = await compareBundle(bundle, join(root, "dist"));
    if (stale.length > 0) {
      const files = stale.map(({ file, how }) => `${file} ${how}`).join(", ");
      return fail(
        name,
        `is not what the sources build to: ${files}`,
        "run sdpx build and commit it",
      );
    }
    const { scripts, bundle: made } = bundle.manifest;
    return ok(name, `${scripts.length} scripts, bundle ${made.sha256.slice(0, 12)}`);
  });
}
