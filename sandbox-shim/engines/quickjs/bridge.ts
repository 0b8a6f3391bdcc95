import { receiveMessageOnPort, type MessagePort } from "node:worker_threads";
import type { Answers, Question } from "./messages.ts";

interface Numbered<T> {
  number: number;
  body: T;
}

/** Asks the main thread and waits; nothing when there was no answer in time. */
export type Ask = <Q extends Question>(
  question: Q,
  waitMs: number,
) => { answer: Answers[Q["ask"]] } | undefined;

/**
 * The worker's side: a question is posted, and the thread sleeps on the counter until an answer is there.
 * An answer that comes after its time is recognised by its number and dropped.
 */
export function askingOver(port: MessagePort, signal: SharedArrayBuffer): Ask {
  const counter = new Int32Array(signal);
  let last = 0;
  return (question, waitMs) => {
    const number = ++last;
    const until = performance.now() + waitMs;
    // Read before posting: an answer between the look and the wait must not be slept through.
    let seen = Atomics.load(counter, 0);
    port.postMessage({ number, body: question } satisfies Numbered<Question>);
    for (;;) {
      const received = receiveMessageOnPort(port) as { message: Numbered<never> } | undefined;
      if (received?.message.number === number) return { answer: received.message.body };
      if (received !== undefined) continue;
      const left = until - performance.now();
      if (left <= 0) return undefined;
      Atomics.wait(counter, 0, seen, left);
      seen = Atomics.load(counter, 0);
    }
  };
}

/** The main thread's side. The port alone does not keep the process alive. */
export function answerOver(
  port: MessagePort,
  signal: SharedArrayBuffer,
  answer: (question: Question) => Promise<Answers[Question["ask"]]>,
): void {
  const counter = new Int32Array(signal);
  port.on("message", ({ number, body }: Numbered<Question>) => {
    void answer(body).then((value) => {
      port.postMessage({ number, body: value } satisfies Numbered<unknown>);
      Atomics.add(counter, 0, 1);
      Atomics.notify(counter, 0);
    });
  });
  port.unref();
}
