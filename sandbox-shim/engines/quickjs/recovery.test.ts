import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { createEngineWith, createQuickJsEngine } from "./index.ts";
import { spawnQuickJs, type Spawn } from "./pool.ts";

const ANSWER = { kind: "user-claim", expression: "return { a: 1 };" } as const;

/** Threads that break in a way of their own, as often as told; then real ones. */
function breaking(times: number, code: string): Spawn {
  let left = times;
  return (start, port) =>
    left-- > 0
      ? new Worker(
          `const { parentPort } = require("node:worker_threads");
           parentPort.postMessage({ type: "ready" });
           parentPort.on("message", () => { ${code} });`,
          { eval: true, workerData: { ...start, port }, transferList: [port] },
        )
      : spawnQuickJs(start, port);
}

test.each([
  ["throws", 'throw new Error("memory access out of bounds");', "memory access out of bounds"],
  ["exits", "process.exit(3);", "its thread ended with code 3"],
  [
    "says that it broke",
    'parentPort.postMessage({ type: "crash", message: "assertion" });',
    "assertion",
  ],
])("an engine that %s is our defect, and the next evaluation works", async (_, code, why) => {
  const engine = await createEngineWith(breaking(1, code), {});
  try {
    await expect(engine.evaluate(ANSWER)).rejects.toMatchObject({
      code: "internal",
      message: `the script engine broke: ${why}`,
    });
    expect((await engine.evaluate(ANSWER)).result).toEqual({ a: 1 });
  } finally {
    await engine.close();
  }
});

test("what waits behind a broken engine is evaluated by the next", async () => {
  const engine = await createEngineWith(breaking(1, "process.exit(1);"), {});
  try {
    const [first, second] = await Promise.allSettled([
      engine.evaluate(ANSWER),
      engine.evaluate(ANSWER),
    ]);
    expect([first.status, second.status]).toEqual(["rejected", "fulfilled"]);
  } finally {
    await engine.close();
  }
});

test("an engine that cannot start says so", async () => {
  const dead: Spawn = (start, port) =>
    new Worker("process.exit(9);", {
      eval: true,
      workerData: { ...start, port },
      transferList: [port],
    });
  await expect(createEngineWith(dead, {})).rejects.toMatchObject({ code: "internal" });
});

test("closing ends what runs and what waits, and nothing runs afterwards", async () => {
  const engine = await createQuickJsEngine();
  const running = engine.evaluate({ ...ANSWER, expression: "while (true) {}" });
  const waiting = engine.evaluate(ANSWER);
  const settled = Promise.allSettled([running, waiting]);
  await engine.close();
  expect((await settled).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await expect(engine.evaluate(ANSWER)).rejects.toMatchObject({ code: "internal" });
});
