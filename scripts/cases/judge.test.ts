import { describe, expect, it } from "vitest";
import type { Evaluation, HttpAnswer } from "../../sandbox-shim/engines/engine.ts";
import { diffValues, judge, mismatch } from "./judge.ts";

const did = (fields: Partial<Evaluation>): Evaluation => ({
  output: "",
  executionMs: 1,
  auditLog: [],
  httpCalls: [],
  ...fields,
});

function call(url: string, answer: HttpAnswer = { statusCode: 200, data: "" }) {
  const request = { method: "GET" as const, url, headers: [], timeoutMs: 2500 };
  return { request, answer, stubbed: true };
}

describe("an expected result", () => {
  it("is met by an equal one, whatever the order of its keys", () => {
    expect(judge({ result: { a: 1, b: [2] } }, did({ result: { b: [2], a: 1 } }))).toEqual([]);
  });

  it("is not met by another, and the difference is shown", () => {
    expect(judge({ result: ["a", "b"] }, did({ result: ["a", "c"] }))).toEqual([
      {
        message: "the result differs",
        diff: ["  [", '    "a",', '-   "b"', '+   "c"', "  ]"],
      },
    ]);
  });

  it("is not met by a failure, whose place and remedy are told", () => {
    const failure = { reason: "exception" as const, message: "boom", line: 3, fix: "catch it" };
    expect(judge({ result: true }, did({ error: "boom", failure }), "a\nb\nthrow c")).toEqual([
      {
        message: "it failed: boom; catch it",
        diff: ["  at line 3:1 of the built text", "  1 | a", "  2 | b", "  3 | throw c", "    | ^"],
      },
    ]);
  });

  it("may be part of the whole, with patterns for texts", () => {
    const got = did({ result: { posture: { risk: "LOW", serial: "C02" }, other: 1 } });
    expect(judge({ resultMatches: { posture: { serial: /^C/ } } }, got)).toEqual([]);
    expect(judge({ resultMatches: { posture: { risk: "HIGH" } } }, got)).toEqual([
      { message: 'result.posture.risk is "LOW", not "HIGH"' },
    ]);
    expect(mismatch([{ a: 1 }], [])).toBe("result.0 is nothing");
    expect(mismatch(/x/, 1)).toBe("result does not match /x/");
  });
});

describe("an expected error", () => {
  it("is met by a text that contains it, or matches it", () => {
    const got = did({ error: "TypeError: a is undefined" });
    expect(judge({ error: "a is undefined" }, got)).toEqual([]);
    expect(judge({ error: /^TypeError/ }, got)).toEqual([]);
    expect(judge({ error: "other" }, got)).toMatchObject([{ message: "the error differs" }]);
  });

  it("is not met by a result", () => {
    expect(judge({ error: "boom" }, did({ result: true }))).toMatchObject([
      { message: "an error was expected" },
    ]);
  });
});

describe("calls and output", () => {
  it("are counted and compared when the case says so", () => {
    const got = did({ result: true, httpCalls: [call("https://a/?b=1")], output: "one\n" });
    const good = {
      result: true,
      httpCalls: 1,
      requests: [{ method: "GET" as const, url: "https://a/*", timeoutMs: 2500 }],
      output: "one",
    };
    expect(judge(good, got)).toEqual([]);
    const faults = judge(
      { result: true, httpCalls: 0, requests: [{ url: "https://a/" }], output: "two" },
      got,
    );
    expect(faults.map(({ message }) => message)).toEqual([
      "1 HTTP calls were made, not 0",
      "the HTTP calls differ",
      "the output differs",
    ]);
  });

  it("fail the case when no stub answers, even if the script takes it for an outage", () => {
    const answer = { failure: "no-stub" as const, message: "none" };
    const got = did({ result: false, httpCalls: [call("https://a/x", answer)] });
    expect(judge({ result: false }, got)).toEqual([
      { message: "no stub answers GET https://a/x: add it to the case's stubs" },
    ]);
  });
});

describe("a difference", () => {
  it("leaves out what is equal and far away", () => {
    const list = Array.from({ length: 20 }, (_, n) => n);
    const diff = diffValues(list, [...list.slice(0, 19), 99]);
    expect(diff.join("\n")).toBe("  ...\n    17,\n    18,\n-   19\n+   99\n  ]");
  });

  it("calls what is missing nothing", () => {
    expect(diffValues(true, undefined)).toEqual(["- true", "+ nothing"]);
  });
});
