import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { Engine, Evaluation, EvaluationRequest } from "../../sandbox-shim/engines/engine.ts";
import { runBatch } from "./batch.ts";

/** An engine that answers in an order of its own: the later a request comes, the sooner it is answered. */
class BackwardsEngine implements Engine {
  readonly name = "quickjs";
  readonly waiting: (() => void)[] = [];
  most = 0;

  evaluate(request: EvaluationRequest): Promise<Evaluation> {
    return new Promise((resolve) => {
      this.waiting.push(() =>
        resolve({
          result: [request.expression, request.kind],
          output: "",
          executionMs: 1,
          auditLog: [],
          httpCalls: [],
        }),
      );
      this.most = Math.max(this.most, this.waiting.length);
      setImmediate(() => this.waiting.pop()?.());
    });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

async function batch(lines: string[], options: { kind?: "criteria"; window?: number } = {}) {
  const engine = new BackwardsEngine();
  const output = new PassThrough();
  const written = text(output);
  const count = await runBatch({
    input: Readable.from(lines.map((line) => `${line}\n`)),
    output,
    where: "requests.ndjson",
    engine,
    secrets: {},
    ...options,
  });
  output.end();
  const answers = (await written)
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { count, answers, most: engine.most };
}

test("answers come in the order of the requests, each with its id", async () => {
  const lines = Array.from({ length: 50 }, (_, n) =>
    JSON.stringify({ id: `r${n}`, kind: "condition", expression: `return ${n}` }),
  );
  const { answers, most } = await batch(lines, { window: 8 });

  expect(answers.map((answer) => answer.id)).toEqual(lines.map((_, n) => `r${n}`));
  expect(answers[7]).toEqual({
    id: "r7",
    result: ["return 7", "condition"],
    output: "",
    executionMs: 1,
  });
  expect(most).toBeLessThanOrEqual(8);
});

test("a line that is no request has an answer that says why, and the others are evaluated", async () => {
  const { answers, count } = await batch(
    [
      '{"id":1,"expression":"a"}',
      "{not json",
      "",
      '{"id":3,"expression":"b","userClaim":{}}',
      '{"id":4,"expression":"c","kind":"device-claim"}',
      '{"id":5,"expression":"d"}',
    ],
    { kind: "criteria" },
  );

  expect(count).toEqual({ lines: 5, malformed: 3 });
  expect(answers.map(({ id, reason }) => [id, reason])).toEqual([
    [1, undefined],
    [undefined, "request"],
    [3, "request"],
    [4, "request"],
    [5, undefined],
  ]);
  expect(answers[1]).toMatchObject({ line: 2, error: expect.stringContaining("not valid JSON") });
  expect(answers[2]).toMatchObject({ line: 4, error: expect.stringContaining("userClaim") });
});

test("a line without a kind is refused when the command does not say one either", async () => {
  const { answers } = await batch(['{"expression":"return true"}']);

  expect(answers).toEqual([
    expect.objectContaining({ reason: "request", error: expect.stringContaining("which kind") }),
  ]);
});
