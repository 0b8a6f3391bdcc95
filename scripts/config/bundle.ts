import { join } from "node:path";
import { z } from "zod";
import { checkShape, parseJson, readTextFile } from "../../base/json.ts";

/** Name and version of a bundle: those of the repository's package.json. */
export interface BundleName {
  name: string;
  version: string;
}

const packageSchema = z.object({ name: z.string().min(1), version: z.string().min(1) });

/** @throws SdpxError `file-missing`, `bad-json`, `bad-input` */
export async function readBundleName(root: string): Promise<BundleName> {
  const path = join(root, "package.json");
  const text = await readTextFile(path, "package.json of the root");
  return checkShape(
    packageSchema,
    parseJson(text, path),
    path,
    "package.json with name and version",
  );
}
