import { SdpxError } from "../../base/errors.ts";
import type { Engine } from "../../sandbox-shim/engines/engine.ts";

/** Engines that evaluate here; the Controller's test endpoints are a third way (`sdpx test --engine controller`). */
export const LOCAL_ENGINES = ["quickjs", "nashorn"] as const;
export type LocalEngine = (typeof LOCAL_ENGINES)[number];

/** A JVM takes memory and a second to start, so a batch gets a few at most. */
const MOST_JVMS = 4;

export interface OpenEngineOptions {
  env: Readonly<Record<string, string | undefined>>;
  /** Folder below which `.sdpx/nashorn` is. */
  root: string;
  /** Evaluations at the same time. */
  workers?: number;
}

/** Reads `--engine`. @throws SdpxError `bad-option` */
export function readEngineName<const T extends readonly string[]>(
  given: string | undefined,
  allowed: T,
): T[number] {
  const name = allowed.find((candidate) => candidate === (given ?? "quickjs"));
  if (name !== undefined) return name;
  throw new SdpxError("bad-option", `"${given}" is not an engine that can be used here`, {
    where: "--engine",
    fix: `--engine ${allowed.join(" | ")}; \`sdpx engine list\` says which are usable`,
  });
}

/**
 * Starts an engine; the caller closes it.
 * @throws SdpxError `bad-setting` when Nashorn is not installed
 */
export async function openEngine(name: LocalEngine, options: OpenEngineOptions): Promise<Engine> {
  const workers = options.workers === undefined ? {} : { workers: options.workers };
  if (name === "quickjs") {
    const { createQuickJsEngine } = await import("../../sandbox-shim/index.ts");
    return createQuickJsEngine(workers);
  }
  const [{ findNashorn }, { createNashornEngine }] = await Promise.all([
    import("../../sandbox-shim/engines/nashorn/find.ts"),
    import("../../sandbox-shim/engines/nashorn/index.ts"),
  ]);
  const found = await findNashorn(options.env, options.root);
  if ("missing" in found) {
    throw new SdpxError("bad-setting", "Nashorn is not here", {
      where: found.missing,
      fix: "run `sdpx engine install nashorn` (needs Maven and a JDK), or set SDPX_NASHORN_CLASSPATH",
    });
  }
  return createNashornEngine({
    classpath: found.classpath,
    ...(options.workers === undefined ? {} : { workers: Math.min(MOST_JVMS, options.workers) }),
  });
}
