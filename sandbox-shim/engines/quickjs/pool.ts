import { MessageChannel, Worker, type MessagePort } from "node:worker_threads";
import { SdpxError } from "../../../base/errors.ts";
import type { HttpHandler, SandboxCache } from "../engine.ts";
import { answerOver } from "./bridge.ts";
import type {
  Answers,
  Job,
  Outcome,
  Population,
  Question,
  WorkerMessage,
  WorkerStart,
} from "./messages.ts";
import { timeoutFailure } from "./run.ts";

/** Past the limit of the script, before its thread is ended: one long native call cannot be interrupted. */
export const BACKSTOP_MS = 500;

/** Node fires timers beyond this at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What stays in the main thread while a job runs. */
export interface JobContext {
  http?: HttpHandler;
  cache?: SandboxCache;
}

interface Task extends Population {
  context: JobContext;
  /** What has come so far, in the order of the claims. */
  outcomes: Outcome[];
  /** With fewer outcomes than sets of claims when a thread had to be ended. */
  resolve: (outcomes: Outcome[]) => void;
  reject: (error: SdpxError) => void;
}

/** Starts a thread; a parameter so that tests can start one that breaks. */
export type Spawn = (start: WorkerStart, port: MessagePort) => Worker;

export const spawnQuickJs: Spawn = (start, port) =>
  new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: { ...start, port },
    transferList: [port],
    // Deep recursion in a script is deep recursion in WebAssembly: 32 MB hold 512 KiB of QuickJS stack with room.
    resourceLimits: { stackSizeMb: 32 },
    // The thread needs nothing of the environment, and a broken engine cannot leak what it does not have.
    env: {},
    execArgv: [],
  });

/** One thread and the job that it works on. */
class Slot {
  #thread: { worker: Worker; ready: Promise<void> } | undefined;
  #task: Task | undefined;
  #backstop: NodeJS.Timeout | undefined;
  readonly #spawn: Spawn;

  constructor(spawn: Spawn) {
    this.#spawn = spawn;
  }

  get idle(): boolean {
    return this.#task === undefined;
  }

  /** Starts the thread when there is none. */
  async start(): Promise<void> {
    this.#thread ??= this.#begin();
    await this.#thread.ready;
  }

  async run(task: Task): Promise<void> {
    this.#task = task;
    try {
      await this.start();
    } catch {
      return; // #broken has told the caller
    }
    const worker = this.#thread?.worker;
    if (worker === undefined) return;
    worker.ref();
    this.#watch(task);
    const population: Population = { job: task.job, claims: task.claims };
    worker.postMessage(population);
  }

  /** Ends the thread when the next outcome does not come in time. */
  #watch(task: Task): void {
    const { scriptMs } = task.job.limits;
    const started = performance.now();
    clearTimeout(this.#backstop);
    this.#backstop = setTimeout(
      () => {
        const executionMs = Math.round(performance.now() - started);
        void this.#end();
        const stopped = {
          failure: timeoutFailure(scriptMs),
          output: "",
          auditLog: [],
          httpCalls: [],
        };
        task.outcomes.push({ ...stopped, executionMs });
        this.#settle()?.resolve(task.outcomes);
      },
      Math.min(LONGEST_TIMER_MS, scriptMs + BACKSTOP_MS),
    );
  }

  #arrived(outcome: Outcome): void {
    const task = this.#task;
    if (task === undefined) return;
    task.outcomes.push(outcome);
    if (task.outcomes.length < task.claims.length) this.#watch(task);
    else this.#settle()?.resolve(task.outcomes);
  }

  async close(): Promise<void> {
    const ended = this.#end();
    this.#settle()?.reject(closed());
    await ended;
  }

  #begin(): { worker: Worker; ready: Promise<void> } {
    const { port1, port2 } = new MessageChannel();
    const signal = new SharedArrayBuffer(4);
    const worker = this.#spawn({ signal }, port2);
    answerOver(port1, signal, (question) => this.#answer(question));
    const ready = new Promise<void>((resolve, reject) => {
      worker.on("message", (message: WorkerMessage) => {
        if (message.type === "ready") {
          worker.unref();
          resolve();
        } else if (message.type === "outcome") this.#arrived(message.outcome);
        else this.#broken(worker, message.message);
      });
      const gone = (why: string) => {
        port1.close();
        this.#broken(worker, why);
        reject(broken(why));
      };
      worker.on("error", (error) => {
        gone(error instanceof Error ? error.message : String(error));
      });
      worker.on("exit", (code) => {
        gone(`its thread ended with code ${code}`);
      });
    });
    ready.catch(() => undefined);
    return { worker, ready };
  }

  /** The caller learns of it, and the next job gets a new thread. */
  #broken(worker: Worker, why: string): void {
    if (this.#thread?.worker !== worker) return;
    void this.#end();
    this.#settle()?.reject(broken(why));
  }

  async #end(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.worker.terminate();
  }

  /** Takes the current task out; the thread no longer keeps the process alive. */
  #settle(): Task | undefined {
    const task = this.#task;
    this.#task = undefined;
    clearTimeout(this.#backstop);
    this.#thread?.worker.unref();
    return task;
  }

  async #answer(question: Question): Promise<Answers[Question["ask"]]> {
    const context = this.#task?.context;
    try {
      switch (question.ask) {
        case "http":
          return await (context?.http?.(question.request) ?? {
            failure: "unreachable",
            message: "the evaluation is over",
          });
        case "cache-get":
          return context?.cache?.get(question.key, question.nowMs);
        case "cache-put":
          context?.cache?.put(question.key, question.valueJson, question.expiresAtMs);
          return undefined;
      }
    } catch (error) {
      if (question.ask !== "http") return undefined;
      const message = error instanceof Error ? error.message : String(error);
      return { failure: "unreachable", message };
    }
  }
}

const broken = (why: string) =>
  new SdpxError("internal", `the script engine broke: ${why}`, {
    fix: "run it again; if it happens again, report the script to the sdpx project",
  });

const closed = () => new SdpxError("internal", "the script engine was closed");

/** A fixed number of threads and a queue. */
export class WorkerPool {
  readonly #slots: Slot[];
  readonly #queue: Task[] = [];
  #open = true;

  constructor(size: number, spawn: Spawn) {
    this.#slots = Array.from({ length: size }, () => new Slot(spawn));
  }

  /** Resolves when every thread has loaded the engine. @throws SdpxError `internal` */
  async start(): Promise<void> {
    await Promise.all(this.#slots.map((slot) => slot.start()));
  }

  /** @throws SdpxError `internal` when the engine breaks or is closed */
  async run(job: Job, context: JobContext): Promise<Outcome> {
    const [outcome] = await this.runFor(job, [job.claims], context);
    if (outcome === undefined) throw broken("it gave no outcome");
    return outcome;
  }

  /**
   * Runs one job for many sets of claims, one after the other in one thread.
   * @returns the outcomes in order: fewer than sets of claims when the thread had to be ended, the last one saying so
   * @throws SdpxError `internal` when the engine breaks or is closed
   */
  runFor(job: Job, claims: readonly Job["claims"][], context: JobContext): Promise<Outcome[]> {
    const done = () => {
      this.#next();
    };
    return new Promise<Outcome[]>((resolve, reject) => {
      if (!this.#open) {
        reject(closed());
        return;
      }
      this.#queue.push({
        job,
        claims,
        context,
        outcomes: [],
        resolve: (outcomes) => {
          resolve(outcomes);
          done();
        },
        reject: (error) => {
          reject(error);
          done();
        },
      });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#open = false;
    for (const task of this.#queue.splice(0)) task.reject(closed());
    await Promise.all(this.#slots.map((slot) => slot.close()));
  }

  #next(): void {
    const slot = this.#slots.find((candidate) => candidate.idle);
    const task = slot && this.#queue.shift();
    if (slot && task) void slot.run(task);
  }
}
