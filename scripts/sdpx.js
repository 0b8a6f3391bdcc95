#!/usr/bin/env node
// Plain JavaScript that any Node of the last years can parse: it makes sure that the TypeScript behind it is run by
// a Node that can run TypeScript, and says so in one sentence where none is to be found.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);
const runsTypeScript = major > 22 || (major === 22 && minor >= 18);

if (runsTypeScript) {
  // Type stripping (Node 22) and node:sqlite announce themselves as experimental on every start; sdpx pins the
  // Node that it is tested with, so the announcement tells its users nothing. All other warnings are shown.
  const emitWarning = process.emitWarning;
  process.emitWarning = function (warning, ...rest) {
    const type = typeof rest[0] === "object" && rest[0] !== null ? rest[0].type : rest[0];
    if (type === "ExperimentalWarning" && /SQLite|Type Stripping/i.test(String(warning))) return;
    return emitWarning.call(process, warning, ...rest);
  };
  // Keeps the JavaScript that the TypeScript was stripped to: the second start takes half of the time of the first.
  module.enableCompileCache?.();
  const { main } = await import("./main.ts");
  process.exitCode = await main(process.argv.slice(2));
} else {
  const own = fileURLToPath(new URL("../node_modules/node/bin/node", import.meta.url));
  if (!existsSync(own)) {
    process.stderr.write(
      `✘ sdpx needs Node 22.18 or newer; this is ${process.version}\n` +
        "  fix    run `npm ci` in the project's folder: it brings a Node of its own\n",
    );
    process.exit(99);
  }
  const child = spawnSync(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  if (child.signal) process.kill(process.pid, child.signal);
  process.exit(child.status ?? 70);
}
