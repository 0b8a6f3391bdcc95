import { tmpdir } from "node:os";
import { main } from "../../scripts/main.ts";
import type { Finished } from "./sdpx.ts";

type Write = typeof process.stdout.write;

/**
 * Runs the `sdpx` command in this process, which is several times faster than one of its own: for tests of many commands.
 * What it prints is caught, and its environment is the given one alone, as in `sdpx`. One at a time.
 */
export async function sdpxHere(
  args: readonly string[],
  options: { env?: Record<string, string> } = {},
): Promise<Finished> {
  const printed = { stdout: "", stderr: "" };
  const before = { env: process.env, exitCode: process.exitCode };
  const writes = { stdout: process.stdout.write, stderr: process.stderr.write };
  const catching = (stream: "stdout" | "stderr"): Write =>
    ((text: string | Uint8Array) => {
      printed[stream] += typeof text === "string" ? text : Buffer.from(text).toString("utf8");
      return true;
    }) as Write;
  const streams = [process.stdout, process.stderr];
  const listeners = streams.map((stream) => stream.listeners("error"));
  process.env = { PATH: process.env.PATH, HOME: tmpdir(), NO_COLOR: "1", ...options.env };
  process.exitCode = undefined;
  process.stdout.write = catching("stdout");
  process.stderr.write = catching("stderr");
  try {
    const code = await main(args);
    return { code, ...printed };
  } finally {
    process.env = before.env;
    process.exitCode = before.exitCode;
    process.stdout.write = writes.stdout;
    process.stderr.write = writes.stderr;
    // Every command listens for a reader that has gone; here many of them share the streams.
    streams.forEach((stream, n) => {
      for (const one of stream.listeners("error")) {
        if (!listeners[n]?.includes(one)) stream.off("error", one as (error: Error) => void);
      }
    });
  }
}
