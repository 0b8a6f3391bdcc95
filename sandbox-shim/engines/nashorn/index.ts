import { SdpxError } from "../../../base/errors.ts";
import type { Engine, Evaluation, EvaluationRequest } from "../engine.ts";
import { missingSecrets, toEvaluation, toJob } from "../quickjs/index.ts";
import { secretScrubber, substituteSecrets } from "../../host/secrets.ts";
import { Jvm, type JvmOptions } from "./jvm.ts";
import { runInJvm } from "./run.ts";

export { NASHORN_FLAGS } from "./jvm.ts";

export interface NashornOptions extends JvmOptions {
  /** Evaluations at the same time; each worker is a Java process. Default 1. */
  workers?: number;
}

export interface NashornEngine extends Engine {
  readonly name: "nashorn";
  /** What really runs. */
  readonly versions: { java: string; nashorn: string };
}

/**
 * Starts OpenJDK Nashorn: one JVM, a fresh global object for each evaluation. Create it once: starting takes about a second.
 * @throws SdpxError `bad-setting` when Java, a JDK or the jars are missing; `internal` when the JVM does not start otherwise
 */
export async function createNashornEngine(options: NashornOptions): Promise<NashornEngine> {
  const lanes = Array.from({ length: Math.max(1, options.workers ?? 1) }, () => new Lane(options));
  let versions: NashornEngine["versions"];
  try {
    [versions] = (await Promise.all(lanes.map((lane) => lane.start()))) as [typeof versions];
  } catch (error) {
    for (const lane of lanes) lane.close();
    throw error;
  }
  return {
    name: "nashorn",
    versions,
    evaluate(request) {
      const shortest = lanes.reduce((best, lane) => (lane.waiting < best.waiting ? lane : best));
      return shortest.evaluate(request);
    },
    close() {
      for (const lane of lanes) lane.close();
      return Promise.resolve();
    },
  };
}

/** One JVM at a time and the jobs that wait for it. */
class Lane {
  readonly #options: JvmOptions;
  #jvm: Jvm | undefined;
  #tail: Promise<unknown> = Promise.resolve();
  #open = true;
  waiting = 0;

  constructor(options: JvmOptions) {
    this.#options = options;
  }

  start(): Promise<{ java: string; nashorn: string }> {
    this.#jvm = new Jvm(this.#options);
    return this.#jvm.start().finally(() => this.#jvm?.hold(false));
  }

  evaluate(request: EvaluationRequest): Promise<Evaluation> {
    this.waiting += 1;
    const done = this.#tail.then(() => this.#evaluate(request));
    this.#tail = done.catch(() => undefined).finally(() => (this.waiting -= 1));
    return done;
  }

  close(): void {
    this.#open = false;
    this.#jvm?.kill();
  }

  async #evaluate(request: EvaluationRequest): Promise<Evaluation> {
    const secrets = request.secrets ?? {};
    const substituted = substituteSecrets(request.expression, secrets);
    if (substituted.missing.length > 0) return missingSecrets(substituted.missing);
    const job = toJob(request, substituted.text);
    if (!this.#open) throw new SdpxError("internal", "the Nashorn engine was closed");
    if (this.#jvm?.alive !== true) await this.start();
    const jvm = this.#jvm as Jvm;
    jvm.hold(true);
    try {
      return toEvaluation(request, await runInJvm(jvm, job, request), secretScrubber(secrets));
    } finally {
      jvm.hold(false);
    }
  }
}
