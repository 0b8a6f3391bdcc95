import { access, readdir } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { ARTIFACTS, jarName } from "./artifacts.ts";

/** Below the folder in which sdpx is used. */
export const NASHORN_FOLDER = join(".sdpx", "nashorn");

/** A class path with Nashorn on it, or why there is none. */
export type FoundNashorn =
  { classpath: string; from: "SDPX_NASHORN_CLASSPATH" | "folder" } | { missing: string };

/**
 * Looks for the jars of Nashorn: SDPX_NASHORN_CLASSPATH (a class path of jars; a folder in it stands for every jar in it), or
 * what `sdpx engine install nashorn` put into `.sdpx/nashorn` below `root`.
 */
export async function findNashorn(
  env: Readonly<Record<string, string | undefined>>,
  root: string = ".",
): Promise<FoundNashorn> {
  const given = env["SDPX_NASHORN_CLASSPATH"];
  if (given !== undefined && given !== "") {
    const parts = await Promise.all(given.split(delimiter).filter(Boolean).map(expand));
    const classpath = parts.flat();
    if (!classpath.some((path) => /nashorn-core[^/\\]*\.jar$/.test(path)))
      return { missing: "SDPX_NASHORN_CLASSPATH names no nashorn-core jar" };
    for (const path of classpath)
      if (!(await exists(path))) return { missing: `SDPX_NASHORN_CLASSPATH: ${path} is not there` };
    return { classpath: classpath.join(delimiter), from: "SDPX_NASHORN_CLASSPATH" };
  }
  const jars = ARTIFACTS.map((one) => join(root, NASHORN_FOLDER, jarName(one)));
  for (const jar of jars)
    if (!(await exists(jar)))
      return { missing: `the jars are not installed: \`sdpx engine install nashorn\`` };
  return { classpath: jars.join(delimiter), from: "folder" };
}

async function expand(part: string): Promise<string[]> {
  const folder = part.replace(/[/\\]\*$/, "");
  const names = await readdir(folder).catch(() => undefined);
  if (names === undefined) return [part];
  return names.filter((name) => name.endsWith(".jar")).map((name) => join(folder, name));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
