import { afterAll, beforeAll, expect, test } from "vitest";
import type { Engine, EvaluationRequest } from "../engine.ts";
import { createQuickJsEngine } from "./index.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await createQuickJsEngine({ workers: 2 });
});
afterAll(() => engine.close());

const users = (count: number) => Array.from({ length: count }, (_, n) => ({ userClaims: { n } }));

async function many(request: Partial<EvaluationRequest> & { expression: string }, count: number) {
  const answers = await engine.evaluateMany?.({ kind: "criteria", ...request }, users(count));
  return answers ?? [];
}

test("a script is evaluated for every set of claims, in their order", async () => {
  const answers = await many({ expression: "return claims.user.n % 3 === 0;" }, 1000);

  expect(answers.map((answer) => answer.result)).toEqual(users(1000).map((_, n) => n % 3 === 0));
});

test("what one evaluation leaves behind is not there for the next", async () => {
  const expression =
    "var seen = typeof leak === 'undefined' && !Object.prototype.leak; leak = 1; Object.prototype.leak = 1; return seen;";
  const answers = await many({ expression }, 300);

  expect(answers.every((answer) => answer.result === true)).toBe(true);
});

test("one that never ends costs its own time and no other's answer", async () => {
  const expression = "if (claims.user.n === 5) { while (true) {} } return true;";
  const answers = await many({ expression, limits: { scriptMs: 100 } }, 12);

  expect(answers.map((answer) => answer.failure?.reason ?? answer.result)).toEqual(
    users(12).map((_, n) => (n === 5 ? "timeout" : true)),
  );
});

test("one that cannot even be interrupted ends its thread, and the rest is evaluated in another", async () => {
  // One native call of several seconds, which the engine's own check never reaches.
  const expression =
    "if (claims.user.n === 2) { new Array(30000000).join('ab').split('').length; } return true;";
  const answers = await many({ expression, limits: { scriptMs: 50, memoryBytes: 2 ** 31 - 1 } }, 6);

  expect(answers).toHaveLength(6);
  expect(answers.filter((answer) => answer.result === true).length).toBeGreaterThanOrEqual(5);
  expect(answers[2]?.failure?.reason).toMatch(/timeout|memory/);
});

test("a secret without a value fails every one of them", async () => {
  const answers = await many({ expression: "return '%SECRET:X%' === '';" }, 3);

  expect(answers.map((answer) => answer.failure?.reason)).toEqual(["secret", "secret", "secret"]);
});
