import { expect, test } from "vitest";
import { ControllerError } from "../../controller/api/errors.ts";
import type { Evaluation } from "../../sandbox-shim/engines/engine.ts";
import { probe, renderAnswer, type AskSomewhere } from "./probe.ts";
import { expressionOf, questions, valueIn, type Question } from "./questions.ts";

const evaluation = (part: Partial<Evaluation>): Evaluation => ({
  output: "",
  executionMs: 1,
  auditLog: [],
  httpCalls: [],
  ...part,
});
/** Runs the expression as plain JavaScript. */
const plainly: AskSomewhere = ({ expression }) => {
  let output = "";
  const log = (text: string) => {
    output += `${text}\n`;
  };
  try {
    const result = new Function("console", "claims", expression)({ log }, {}) as boolean;
    return Promise.resolve(evaluation({ result, output }));
  } catch (error) {
    return Promise.resolve(evaluation({ error: String(error), output }));
  }
};
const value = (code: string, more: Partial<Question> = {}): Question => ({
  id: "q",
  asks: "?",
  how: "value",
  code,
  ...more,
});

test("a value travels in the output, whatever it is, also when the code throws", async () => {
  const said = async (code: string) => (await probe([value(code)], plainly, plainly))[0]?.said;
  expect(await said("return { a: [1, 'x\\n'] };")).toEqual({ value: { a: [1, "x\n"] } });
  expect(await said("return null.x;")).toEqual({
    value: expect.stringContaining("throws TypeError"),
  });
  expect(await said("return undefined;")).toEqual({ value: "sdpx-probe:undefined" });
});

test("what differs is marked; what varies is noted; a missing endpoint is an answer", async () => {
  const there: AskSomewhere = ({ kind }) =>
    Promise.resolve(
      kind === "user-claim"
        ? undefined
        : evaluation({ output: 'noise\n[INFO] sdpx-probe:"other"\n', result: true }),
    );
  const here: AskSomewhere = () =>
    Promise.resolve(evaluation({ output: 'sdpx-probe:"mine"', result: true }));
  const answers = await probe(
    [value("1"), value("1", { varies: true }), value("1", { kind: "user-claim" })],
    there,
    here,
  );
  expect(answers.map(({ verdict }) => verdict)).toEqual(["differs", "noted", "differs"]);
  expect(answers[0]?.said).toEqual({ value: "other" });
  expect(answers[2]?.said).toHaveProperty("missing");
  expect(answers.map(renderAnswer).join("\n")).toMatch(/≠ q[^]*there {2}"other"\n +here {3}"mine"/);
});

test("of long lists only the difference is shown", () => {
  const list = Array.from({ length: 20 }, (_, n) => `g${n}`);
  const text = renderAnswer({
    id: "globals",
    asks: "?",
    said: { value: [...list, "Graal"] },
    assumed: { value: [...list, "print"] },
    verdict: "differs",
  });
  expect(text).toContain("only there: Graal; only here: print");
});

test("a refusal of one request is an answer; a Controller that is gone ends the run", async () => {
  const failing =
    (status: number | undefined): AskSomewhere =>
    () =>
      Promise.reject(new ControllerError("remote-unavailable", "it failed", status, {}));
  const [answer] = await probe([value("1")], failing(500), plainly);
  expect(answer?.said).toEqual({ missing: expect.stringContaining("it failed") });
  await expect(probe([value("1")], failing(undefined), plainly)).rejects.toThrow("it failed");
});

test("every question has an id of its own and a text that can be read", () => {
  const all = questions('http://h/"');
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const question of all) {
    if (question.id === "error-syntax") continue;
    expect(() => new Function("claims", expressionOf(question))).not.toThrow();
  }
  expect(valueIn("nothing")).toBeUndefined();
});
