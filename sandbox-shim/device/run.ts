import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, delimiter, join } from "node:path";
import type { Readable } from "node:stream";
import { SdpxError } from "../../base/errors.ts";

/** What a stubbed command prints, alone or with its exit code. */
export type StubCommand = string | { stdout: string; exitCode: number };

export interface DeviceRunRequest {
  /** The script's text. Its first line names the interpreter (`#!/bin/sh`); /bin/sh when there is none. */
  text: string;
  filename: string;
  /** Commands that are found before those of this machine: on a Mac there is `ioreg`, on a build server not. */
  commands: Readonly<Record<string, StubCommand>>;
  /** Default 5000, after which the Client ends the script. */
  timeoutMs?: number;
  args?: readonly string[];
}

export interface DeviceRun {
  /** As printed: whether the Client trims it is not documented. */
  stdout: string;
  stderr: string;
  /** Null when a signal ended the script. */
  exitCode: number | null;
  timedOut: boolean;
}

const MOST_OUTPUT = 1024 * 1024;
/** For what a script left behind and that keeps its output open in a session of its own. */
const CLOSE_GRACE_MS = 200;

/** Prints the file of its own name; no part of it comes from a caller. */
const STUB = `#!/bin/sh
name="\${0##*/}"
/bin/cat "\${0%/*}/../stubs/$name.out"
exit "$(/bin/cat "\${0%/*}/../stubs/$name.code")"
`;

async function writeCommands(folder: string, commands: DeviceRunRequest["commands"]) {
  await mkdir(join(folder, "bin"));
  await mkdir(join(folder, "stubs"));
  for (const [name, command] of Object.entries(commands)) {
    if (!/^[A-Za-z0-9_][A-Za-z0-9._+-]*$/.test(name))
      throw new SdpxError("bad-input", `"${name}" cannot be the name of a stubbed command`, {
        where: "commands",
        fix: "use the bare name of the command, such as ioreg; commands that are called by path cannot be stubbed",
      });
    const { stdout, exitCode } =
      typeof command === "string" ? { stdout: command, exitCode: 0 } : command;
    if (!Number.isInteger(exitCode) || exitCode < 0 || exitCode > 255)
      throw new SdpxError("bad-input", `"${exitCode}" is not an exit code`, {
        where: `commands.${name}.exitCode`,
        fix: "use a whole number from 0 to 255",
      });
    await writeFile(join(folder, "stubs", `${name}.out`), stdout);
    await writeFile(join(folder, "stubs", `${name}.code`), String(exitCode));
    await writeFile(join(folder, "bin", name), STUB, { mode: 0o700 });
  }
}

/** The interpreter that the first line names, split as the kernel does it: one path and at most one argument. */
export function interpreterOf(text: string): string[] {
  const match = /^#![ \t]*(\S+)(?:[ \t]+(.*?))?[ \t\r]*(?:\n|$)/.exec(text);
  if (!match) return ["/bin/sh"];
  return [match[1] ?? "/bin/sh", match[2] ?? ""].filter((part) => part !== "");
}

function collect(stream: Readable): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on("data", (chunk: Buffer) => {
    if (size < MOST_OUTPUT) chunks.push(chunk.subarray(0, MOST_OUTPUT - size));
    size += chunk.length;
  });
  return () => Buffer.concat(chunks).toString("utf8");
}

/** Ends a process and everything that it started and that is still in its group. */
function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

async function runIn(folder: string, request: DeviceRunRequest): Promise<DeviceRun> {
  const script = join(folder, basename(request.filename));
  await writeFile(script, request.text, { mode: 0o700 });
  await writeCommands(folder, request.commands);
  const [interpreter = "/bin/sh", ...argument] = interpreterOf(request.text);
  const child = spawn(interpreter, [...argument, script, ...(request.args ?? [])], {
    cwd: folder,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: [join(folder, "bin"), process.env["PATH"] ?? "/usr/bin:/bin"].join(delimiter),
      HOME: folder,
      TMPDIR: folder,
      LANG: "C.UTF-8",
    },
  });
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  let timedOut = false;
  const limit = setTimeout(() => {
    timedOut = true;
    killGroup(child);
  }, request.timeoutMs ?? 5000);
  try {
    return await new Promise((resolve, reject) => {
      child.on("error", (error) => {
        reject(
          new SdpxError("bad-script", `the interpreter ${interpreter} cannot be started`, {
            where: `${request.filename}:1`,
            fix: "name one that this machine has in the first line, such as #!/bin/sh",
            cause: error,
          }),
        );
      });
      child.on("exit", (exitCode) => {
        killGroup(child);
        const done = () => {
          clearTimeout(grace);
          resolve({ stdout: stdout(), stderr: stderr(), exitCode, timedOut });
        };
        const grace = setTimeout(() => {
          child.stdout.destroy();
          child.stderr.destroy();
        }, CLOSE_GRACE_MS);
        child.on("close", done);
      });
    });
  } finally {
    clearTimeout(limit);
  }
}

/**
 * Runs a device-claim script as the Client does: as a file, without a terminal, ended after its time together with
 * everything that it started. It runs in an empty folder that is removed afterwards, with few variables in its
 * environment. POSIX systems only.
 * @throws SdpxError `bad-input` for an unusable stub, `bad-script` when the interpreter is missing
 */
export async function runDeviceScript(request: DeviceRunRequest): Promise<DeviceRun> {
  const folder = await mkdtemp(join(tmpdir(), "sdpx-device-"));
  try {
    return await runIn(folder, request);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
