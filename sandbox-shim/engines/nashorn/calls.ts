import type { HttpHandler, SandboxCache } from "../engine.ts";
import type { Ask } from "../quickjs/bridge.ts";
import { createHost, type Host } from "../quickjs/host.ts";
import type { Job, Question } from "../quickjs/messages.ts";
import type { AnswerCall } from "./jvm.ts";

/** Thrown through the host when it needs something that takes time. */
const LATER = new Error("later");

/**
 * The host functions of QuickJS for an engine that is not in the same thread. The host waits for its answers, which this
 * thread must not: so when it asks, it is stopped, the answer is fetched, and the same call is made again with the answer at
 * hand. (The host asks before it changes anything.)
 */
export function hostCalls(
  job: Job,
  leftMs: () => number,
  outside: { http?: HttpHandler; cache?: SandboxCache },
): { host: Host; call: AnswerCall } {
  let wanted: Question | undefined;
  let ready: { answer: unknown } | undefined;
  const ask = ((question: Question) => {
    if (ready === undefined) {
      wanted = question;
      throw LATER;
    }
    const { answer } = ready;
    ready = undefined;
    return { answer };
  }) as unknown as Ask;
  const host = createHost(job, ask, leftMs);

  const fetchAnswer = async (question: Question): Promise<unknown> => {
    switch (question.ask) {
      case "http":
        try {
          return await (outside.http?.(question.request) ?? {
            failure: "unreachable",
            message: "the evaluation is over",
          });
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          return { failure: "unreachable", message };
        }
      case "cache-get":
        return outside.cache?.get(question.key, question.nowMs);
      case "cache-put":
        return outside.cache?.put(question.key, question.valueJson, question.expiresAtMs);
    }
  };

  return {
    host,
    async call(name, argumentsJson) {
      wanted = undefined;
      const first = host.call(name, argumentsJson);
      if (wanted === undefined) return first;
      ready = { answer: await fetchAnswer(wanted) };
      return host.call(name, argumentsJson);
    },
  };
}
