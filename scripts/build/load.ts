import { readFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { SdpxError } from "../../base/errors.ts";
import { checkShape, parseJson, readTextFile } from "../../base/json.ts";
import { manifestSchema, splitBanner } from "../../base/manifest.ts";
import type { Manifest } from "../../base/manifest.ts";

/** A bundle as it lies on disk: the manifest, and the text of every artifact by its `file`. */
export interface LoadedBundle {
  manifest: Manifest;
  texts: Map<string, string>;
}

const REBUILD = "run `sdpx build`, and never edit dist/ by hand";

/**
 * Reads a built bundle and makes sure that every artifact is the one that the manifest speaks of.
 * @throws SdpxError `file-missing`, `bad-json`, `bad-input`, or `build-stale` with every artifact that differs
 */
export async function loadBundle(distDir: string): Promise<LoadedBundle> {
  const path = join(distDir, "manifest.json");
  const text = await readTextFile(path, "manifest of the bundle");
  const manifest = checkShape(manifestSchema, parseJson(text, path), path, "bundle manifest");
  const texts = new Map<string, string>();
  const wrong: string[] = [];
  for (const row of manifest.scripts) {
    if (row.file.startsWith("/") || row.file.split("/").includes("..")) {
      wrong.push(`${row.file}: lies outside the bundle's folder`);
      continue;
    }
    const artifact = await readFile(join(distDir, row.file), "utf8").catch(() => undefined);
    if (artifact === undefined) wrong.push(`${row.file}: is missing`);
    else if (createHash("sha256").update(splitBanner(artifact).body).digest("hex") !== row.sha256) {
      wrong.push(`${row.file}: its SHA-256 is not the one in the manifest`);
    } else texts.set(row.file, artifact);
  }
  if (wrong.length > 0) {
    throw new SdpxError("build-stale", "the bundle's artifacts are not what its manifest says", {
      where: distDir,
      list: wrong,
      fix: REBUILD,
    });
  }
  return { manifest, texts };
}
