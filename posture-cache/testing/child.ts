import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const RUNNER = fileURLToPath(new URL("runner.ts", import.meta.url));

export type Line = { type: string } & Record<string, unknown>;

export interface ChildCache {
  /** Lines told so far. */
  lines: Line[];
  /** The first line, past or future, that fits. Rejects when the process ends without it. */
  waitFor(fits: (line: Line) => boolean): Promise<Line>;
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>;
}

/** Starts the cache as a process of its own. */
export function startChildCache(environment: Record<string, string | undefined>): ChildCache {
  const child: ChildProcess = spawn(process.execPath, [RUNNER], {
    env: { PATH: process.env["PATH"], ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: Line[] = [];
  let stderr = "";
  const checks = new Set<() => void>();
  let ended = false;
  const exit = new Promise<void>((resolve) =>
    child.once("exit", () => {
      ended = true;
      resolve();
      for (const check of [...checks]) check();
    }),
  );
  child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  if (child.stdout !== null) {
    createInterface({ input: child.stdout }).on("line", (line) => {
      lines.push(JSON.parse(line) as Line);
      for (const check of [...checks]) check();
    });
  }
  return {
    lines,
    waitFor: (fits) =>
      new Promise((resolve, reject) => {
        const check = () => {
          const found = lines.find(fits);
          if (found === undefined && !ended) return;
          checks.delete(check);
          if (found !== undefined) resolve(found);
          else reject(new Error(`the cache ended: ${stderr}`));
        };
        checks.add(check);
        check();
      }),
    async kill() {
      child.kill("SIGKILL");
      await exit;
    },
  };
}
