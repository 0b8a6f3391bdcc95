import { readFile, writeFile } from "node:fs/promises";
import { generatedTargets, targetFile } from "./targets.ts";

/**
 * `node sandbox-shim/profile/generate/main.ts [--check]`: writes what is made from the profile, or with `--check` says what is not
 * up to date and ends with 1.
 */
async function main(argv: readonly string[]): Promise<number> {
  const unknown = argv.filter((one) => one !== "--check");
  if (unknown.length > 0) {
    process.stderr.write(`unknown option: ${unknown.join(" ")}; the only one is --check\n`);
    return 99;
  }
  const check = argv.includes("--check");
  const stale: string[] = [];
  const targets = await generatedTargets();
  for (const { path, text } of targets) {
    const there = await readFile(targetFile(path), "utf8").catch(() => undefined);
    if (there === text) continue;
    stale.push(path);
    if (!check) await writeFile(targetFile(path), text);
  }
  if (check && stale.length > 0) {
    process.stderr.write(
      `not what the profile says:\n${stale.map((path) => `  ${path}\n`).join("")}fix: npm run generate, and commit the difference\n`,
    );
    return 1;
  }
  const done = stale.length === 0 ? "up to date" : `wrote ${stale.join(", ")}`;
  process.stdout.write(`${targets.length} files from the profile: ${done}\n`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
