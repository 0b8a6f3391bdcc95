import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ManifestRow } from "../../base/manifest.ts";
import type { Engine, Evaluation } from "../../sandbox-shim/engines/engine.ts";
import { compareWithController, differences, parityTotals } from "./parity.ts";
import { renderParity } from "./parity-report.ts";

const evaluation = (part: Partial<Evaluation>): Evaluation => ({
  output: "",
  executionMs: 1,
  auditLog: [],
  httpCalls: [],
  ...part,
});
const failed = (error: string) =>
  evaluation({ error, failure: { reason: "exception", message: error } });

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "sdpx-parity-"));
  await mkdir(join(root, "criteria"));
});
afterEach(() => rm(root, { recursive: true }));

let files = 0;

/** One script; the local engine answers with `here`, the Controller with `there`. */
async function compare(
  cases: string,
  here: Evaluation,
  there: Evaluation | undefined,
  row: Partial<ManifestRow> = {},
) {
  const name = `a${++files}`;
  await writeFile(join(root, `criteria/${name}.cases.ts`), `export default { cases: [${cases}] };`);
  const engine: Engine = {
    name: "quickjs",
    evaluate: () => Promise.resolve(here),
    close: () => Promise.resolve(),
  };
  const base = {
    kind: "criteria",
    name: "a",
    source: `criteria/${name}.ts`,
    file: "a.js",
    secrets: [],
  };
  const report = await compareWithController(
    { engine, ask: () => Promise.resolve(there) },
    {
      root,
      controller: "https://c/admin",
      scripts: [{ ...base, ...row } as unknown as ManifestRow],
      texts: new Map([["a.js", "return true;"]]),
    },
  );
  return { report, text: renderParity(report, (_, text) => text) };
}
const CASE = '{ name: "one", expect: { result: true } }';

test("the same here and there is one line", async () => {
  const yes = evaluation({ result: true });
  const { report, text } = await compare(CASE, yes, yes);
  expect(parityTotals(report)).toEqual({ same: 1, differ: 0, notComparable: 0 });
  expect(text).toContain("same    one");
});

test("a difference shows what the case expects, what happened here, and what happened there", async () => {
  const { report, text } = await compare(
    CASE,
    evaluation({ result: true, output: "x\n" }),
    failed("it is down"),
  );
  expect(parityTotals(report).differ).toBe(1);
  expect(text).toContain("not as the case expects: it failed: it is down");
  expect(text).toContain('here the result true, on the Controller the error "it is down"');
  expect(text).toContain('here the output "x\\n", on the Controller ""');
});

test("a Controller that is right where the local engine is wrong is a difference as well", async () => {
  const { report } = await compare(CASE, failed("no"), evaluation({ result: true }));
  expect(report.scripts[0]?.cases[0]).toMatchObject({ outcome: "differs", againstExpected: [] });
});

test("HTTP, secrets, earlier runs and a missing endpoint make a case not comparable, and say so", async () => {
  const yes = evaluation({ result: true });
  const request = { method: "GET", url: "https://x/", headers: [], timeoutMs: 1 } as const;
  const answer = { statusCode: 200, data: "" };
  const calling = evaluation({ result: true, httpCalls: [{ request, answer, stubbed: true }] });
  const why = async (...args: Parameters<typeof compare>) =>
    (await compare(...args)).report.scripts[0]?.cases[0]?.why;

  expect(await why(CASE, calling, yes)).toBe("the Controller does its own HTTP");
  expect(await why(CASE, yes, yes, { secrets: ["KEY"] })).toContain("secrets");
  const earlier = '{ name: "one", earlier: [{}], expect: { result: true } }';
  expect(await why(earlier, yes, yes)).toContain("cache");
  expect(await why(CASE, yes, undefined)).toContain("/user-scripts/test");
});

test("the order of keys and trailing line ends are no difference", () => {
  expect(
    differences(
      evaluation({ result: { a: 1, b: [2] }, output: "x\n" }),
      evaluation({ result: { b: [2], a: 1 }, output: "x" }),
    ),
  ).toEqual([]);
});
