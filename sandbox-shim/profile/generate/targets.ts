import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { SANDBOX_KINDS } from "../../../base/kinds.ts";
import { PROFILE } from "../index.ts";
import { intoPage, profileDocs } from "../readers/docs.ts";
import { commonTypes, kindTypes, TYPE_FILES } from "../readers/types.ts";

const ROOT = new URL("../../../", import.meta.url);
const DOCS = "docs/sandbox.md";
const TYPES = "sandbox-shim/types";

/** A file that is made from the profile: its path from the project's root, and what must stand in it. */
export interface Target {
  path: string;
  text: string;
}

export const targetFile = (path: string) => fileURLToPath(new URL(path, ROOT));

/** Everything that is generated, formatted as the project formats. The page's own words are read from it and kept. */
export async function generatedTargets(): Promise<Target[]> {
  // Prettier takes a while to load and is needed for nothing else.
  const { format, resolveConfig } = await import("prettier");
  const raw: Target[] = [
    { path: `${TYPES}/${TYPE_FILES.common}`, text: commonTypes() },
    ...SANDBOX_KINDS.map((kind) => ({
      path: `${TYPES}/${TYPE_FILES[kind]}`,
      text: kindTypes(kind),
    })),
    {
      path: DOCS,
      text: intoPage(await readFile(targetFile(DOCS), "utf8"), profileDocs(PROFILE)),
    },
  ];
  return Promise.all(
    raw.map(async ({ path, text }) => {
      const config = await resolveConfig(targetFile(path));
      return { path, text: await format(text, { ...config, filepath: targetFile(path) }) };
    }),
  );
}
