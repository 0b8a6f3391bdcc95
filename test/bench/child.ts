import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

/** A process of a benchmark. It lives as long as the benchmark wants, and never longer than this process. */
export interface Child<Ready> {
  /** What the child sent when it was ready. */
  ready: Ready;
  /** Sends a request and waits for its answer. */
  ask<Answer>(request: unknown): Promise<Answer>;
  /** Ends the child and waits for that. */
  stop(): Promise<void>;
}

/**
 * Starts `children/<name>.ts` with settings and waits until it is ready. The child gets them as its first
 * message, and answers every message with one.
 */
export async function startChild<Ready>(name: string, settings: unknown): Promise<Child<Ready>> {
  const path = fileURLToPath(new URL(`children/${name}.ts`, import.meta.url));
  const child = fork(path, [], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  const ask = async <Answer>(request: unknown): Promise<Answer> => {
    child.send({ request });
    const [message] = (await Promise.race([once(child, "message"), death(child, name)])) as [
      { answer?: Answer; error?: string },
    ];
    if (message.error !== undefined) throw new Error(`${name}: ${message.error}`);
    return message.answer as Answer;
  };
  const ready = await ask<Ready>(settings);
  return {
    ready,
    ask,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.disconnect();
      await gone;
    },
  };
}

async function death(child: ChildProcess, name: string): Promise<never> {
  const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
  throw new Error(`${name} ended with ${code ?? signal} before it answered`);
}

/** In a child: answers each message with what `handle` gives, and ends when the parent goes. */
export function serveParent(handle: (request: never) => Promise<unknown>): void {
  process.on("message", ({ request }: { request: never }) => {
    handle(request).then(
      (answer) => process.send?.({ answer }),
      (error: unknown) =>
        process.send?.({ error: error instanceof Error ? error.message : "failed" }),
    );
  });
  process.on("disconnect", () => process.exit(0));
}

/** Runs a Node program to its end. @returns wall-clock milliseconds and what it printed */
export async function timeNode(
  argv: readonly string[],
  cwd: string,
): Promise<{ tookMs: number; code: number | null; stdout: string }> {
  const from = performance.now();
  const child = spawn(process.execPath, argv, { cwd, stdio: ["ignore", "pipe", "ignore"] });
  let stdout = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString("utf8")));
  const [code] = (await once(child, "close")) as [number | null];
  return { tookMs: performance.now() - from, code, stdout };
}
