import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { fileURLToPath } from "node:url";
import { SdpxError } from "../../../base/errors.ts";
import { Decoder, encode } from "./frames.ts";
import { NASHORN_PRELUDE } from "./prelude.ts";

/**
 * Switches of the engine, with what is known about each. The product's manual points authors at "Nashorn ECMAScript 6", which is
 * the first; the product's own switches are not public.
 */
export const NASHORN_FLAGS = [
  {
    flag: "--language=es6",
    evidence: "documented: the product's manual names Nashorn ECMAScript 6",
  },
  { flag: "--no-java", evidence: "assumed: scripts of the product reach no Java classes" },
] as const satisfies readonly { flag: string; evidence: string }[];

/** Memory of the whole JVM: Nashorn itself takes about 60 MB of it. */
const HEAP = "-Xmx320m";
const JAVA_OPTIONS = [
  HEAP,
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
  "-Xshare:auto",
  "-Dfile.encoding=UTF-8",
  // As in the other engine: local time is UTC, and texts of dates and numbers are English.
  "-Duser.timezone=UTC",
  "-Duser.language=en",
  "-Duser.country=US",
];
const MOST_STDERR = 4000;

export interface JvmOptions {
  /** Jars of nashorn-core and asm, as one class path. */
  classpath: string;
  /** The command; `java` when left out. */
  java?: string;
}

/** What the Java host says about a job: `value JSON` or `failure PHASE CLASS MESSAGE LINE COLUMN`. */
export type JvmAnswer = readonly string[];

/** Answers a question of the script: a host function's name and its arguments as JSON. */
export type AnswerCall = (name: string, argumentsJson: string) => Promise<string>;

interface Running {
  call: AnswerCall;
  resolve: (answer: JvmAnswer) => void;
  reject: (error: SdpxError) => void;
}

/** One Java process that runs one job after the other. */
export class Jvm {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #decoder = new Decoder();
  readonly #started: Promise<readonly string[]>;
  #running: Running | undefined;
  #stderr = "";
  #gone: SdpxError | undefined;

  constructor({ classpath, java = "java" }: JvmOptions) {
    const host = fileURLToPath(new URL("./Host.java", import.meta.url));
    const flags = NASHORN_FLAGS.map(({ flag }) => flag);
    // Nothing of the environment but where programs are: scripts have no business with the rest.
    const env = { PATH: process.env.PATH ?? "" };
    this.#child = spawn(java, [...JAVA_OPTIONS, "-cp", classpath, host, ...flags], { env });
    this.#started = new Promise((resolve, reject) => {
      this.#running = { call: () => Promise.resolve(""), resolve, reject };
    });
    this.#started.catch(() => undefined);
    this.#child.stdout.on("data", (chunk: Buffer) => {
      for (const message of this.#decoder.push(chunk)) this.#receive(message);
    });
    this.#child.stderr.on("data", (chunk: Buffer) => {
      if (this.#stderr.length < MOST_STDERR) this.#stderr += chunk.toString("utf8");
    });
    // A write to a process that is gone is told by its exit.
    this.#child.stdin.on("error", () => undefined);
    this.#child.on("error", (error) => {
      this.#lost(`${java} does not start: ${error.message}`);
    });
    this.#child.on("close", (code, signal) => {
      this.#lost(`its process ended with ${signal ?? `code ${code}`}`);
    });
    this.#send(["prelude", NASHORN_PRELUDE]);
  }

  /** The versions of Java and Nashorn, when the process is ready. @throws SdpxError `internal`, `bad-setting` */
  async start(): Promise<{ java: string; nashorn: string }> {
    const [, java = "", nashorn = ""] = await this.#started;
    return { java, nashorn };
  }

  get alive(): boolean {
    return this.#gone === undefined;
  }

  /** Whether the process keeps Node alive. */
  hold(wanted: boolean): void {
    const parts = [this.#child, this.#child.stdout, this.#child.stdin, this.#child.stderr];
    for (const part of parts as unknown as { ref(): void; unref(): void }[])
      if (wanted) part.ref();
      else part.unref();
  }

  /** Runs one job; only one at a time. @throws SdpxError `internal` when the process ends meanwhile */
  run(job: readonly string[], call: AnswerCall): Promise<JvmAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#gone) {
        reject(this.#gone);
        return;
      }
      this.#running = { call, resolve, reject };
      this.#send(job);
    });
  }

  /** Ends the process, whatever it does. */
  kill(): void {
    this.#child.kill("SIGKILL");
    this.#lost("it was ended");
  }

  #send(texts: readonly string[]): void {
    this.#child.stdin.write(encode(texts));
  }

  #receive(message: readonly string[]): void {
    const running = this.#running;
    if (running === undefined) return;
    if (message[0] !== "call") {
      this.#running = undefined;
      running.resolve(message);
      return;
    }
    void running.call(message[1] ?? "", message[2] ?? "").then(
      (answer) => {
        this.#send(["answer", answer]);
      },
      (error: unknown) => {
        this.#send(["answer", JSON.stringify({ throws: String(error) })]);
      },
    );
  }

  #lost(why: string): void {
    if (this.#gone) return;
    this.#gone = explain(why, this.#stderr);
    this.#running?.reject(this.#gone);
    this.#running = undefined;
  }
}

/** What Java said when it ended, in one error that says what to do. */
function explain(why: string, stderr: string): SdpxError {
  const said = stderr
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("at "));
  if (/ENOENT/.test(why))
    return new SdpxError("bad-setting", "Java is not installed, and Nashorn runs in it", {
      where: why,
      fix: "install a JDK, version 17 or newer, so that `java` is found",
    });
  if (/jdk\.compiler|not found: jdk|Could not find or load main class .*Host\.java/i.test(stderr))
    return new SdpxError("bad-setting", "this Java cannot run Java source: it is a JRE", {
      list: said.slice(0, 3),
      fix: "install a JDK, version 17 or newer; `java` of the JDK must come first in PATH",
    });
  if (/package org\.openjdk\.nashorn|NoClassDefFoundError: org\/objectweb/.test(stderr))
    return new SdpxError("bad-setting", "the jars of Nashorn are not where they were said to be", {
      list: said.slice(0, 3),
      fix: "`sdpx engine install nashorn`, or set SDPX_NASHORN_CLASSPATH to nashorn-core and the asm jars",
    });
  return new SdpxError("internal", `the Nashorn engine broke: ${why}`, {
    list: said.slice(0, 5),
    fix: "run it again; if it happens again, report the script to the sdpx project",
  });
}
