import { readdir } from "node:fs/promises";
import type { Case } from "./case.ts";

const FOLDER = new URL("./cases/", import.meta.url);

export interface CaseFile {
  /** Name of the file without `.ts`. */
  name: string;
  path: URL;
  cases: readonly Case[];
}

/** Names of the files of cases, without `.ts`. */
export async function caseFileNames(): Promise<string[]> {
  const names = await readdir(FOLDER);
  return names
    .filter((name) => name.endsWith(".ts"))
    .map((name) => name.slice(0, -3))
    .sort();
}

/** @throws Error when two cases of a file have one name, or the file has no list of cases */
export async function loadCases(name: string): Promise<CaseFile> {
  const path = new URL(`${name}.ts`, FOLDER);
  const { default: cases } = (await import(path.href)) as { default?: readonly Case[] };
  if (!Array.isArray(cases)) throw new Error(`${name}.ts has no list of cases as its default`);
  const seen = new Set<string>();
  for (const one of cases as readonly Case[]) {
    if (seen.has(one.name)) throw new Error(`${name}.ts has two cases named "${one.name}"`);
    seen.add(one.name);
  }
  return { name, path, cases };
}
