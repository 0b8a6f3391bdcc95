import { splitBanner } from "../../base/manifest.ts";

/** What can be said about a change of a script's text beside the text itself. */

/** The line with which the build begins each source file's part of a text. */
const SECTION = /^\/\/ ((?:[\w.@-]+\/)*[\w.@-]+\.ts)$/;

/** Parts of a built text by the source file that they come from. */
function sections(text: string): Map<string, string> {
  const parts = new Map<string, string>();
  let current = "";
  for (const line of splitBanner(text).body.split("\n")) {
    const source = SECTION.exec(line)?.[1];
    if (source !== undefined) current = source;
    else if (current !== "") parts.set(current, `${parts.get(current) ?? ""}${line.trimEnd()}\n`);
  }
  return parts;
}

/** The source files whose part differs between two built texts; empty for texts that were not built. */
export function changedSources(before: string, after: string): string[] {
  const [old, fresh] = [sections(before), sections(after)];
  const differ = (source: string) => old.get(source)?.trim() !== fresh.get(source)?.trim();
  return [...new Set([...old.keys(), ...fresh.keys()])].filter(differ).sort();
}

const HTTP = /\bhttp(?:Get|Post|Put|Delete)\s*\(/g;
const SECRET = /%SECRET:([^%]+)%/g;

const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)];

/** What a change does to size, HTTP and secrets: what a reviewer should not have to find in a diff. */
export function effectsOf(before: string, after: string): string[] {
  const effects: string[] = [];
  const [old, fresh] = [Buffer.byteLength(before), Buffer.byteLength(after)];
  if (old !== fresh) effects.push(`its text goes from ${old} to ${fresh} bytes`);
  const [oldCalls, freshCalls] = [matches(before, HTTP).length, matches(after, HTTP).length];
  if (oldCalls !== freshCalls)
    effects.push(`places that call over HTTP: ${oldCalls} before, ${freshCalls} now`);
  const names = (text: string) => new Set(matches(text, SECRET).map(([, name = ""]) => name));
  const [oldSecrets, freshSecrets] = [names(before), names(after)];
  for (const name of freshSecrets)
    if (!oldSecrets.has(name)) effects.push(`needs the secret ${name} now`);
  for (const name of oldSecrets)
    if (!freshSecrets.has(name)) effects.push(`no longer needs the secret ${name}`);
  return effects;
}
