import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../sandbox-shim/engines/engine.ts";
import { createNashornEngine } from "../../sandbox-shim/engines/nashorn/index.ts";
import { findNashorn } from "../../sandbox-shim/engines/nashorn/find.ts";
import { createQuickJsEngine } from "../../sandbox-shim/index.ts";
import type { Answer, Case } from "./case.ts";
import { GAPS } from "./gaps.ts";
import { caseFileNames, loadCases, type CaseFile } from "./load.ts";
import { agree, answerOf, requestOf } from "./shown.ts";

/**
 * The cases run in groups, one test for each file: hundreds of tests of a millisecond each would mostly be the runner's own work.
 */
const files: CaseFile[] = [];
for (const name of await caseFileNames()) files.push(await loadCases(name));
const gaps = new Map(GAPS.map((gap) => [gap.case, gap]));
const nashorn = await findNashorn(process.env);

const said = ({ nashorn: answer, name }: Case): Answer => {
  if (answer === undefined)
    throw new Error(`${name} has no recorded answer: npm run conformance:record`);
  return answer;
};

async function ask(engine: Engine, one: Case): Promise<Answer> {
  const recorded = said(one);
  const withMessage = "error" in recorded && recorded.message !== undefined;
  return answerOf(one, await engine.evaluate(requestOf(one)), withMessage);
}

describe("QuickJS", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createQuickJsEngine();
  });
  afterAll(() => engine.close());

  test.each(files)("answers what Nashorn answers, but for known gaps: $name", async (file) => {
    const wrong: object[] = [];
    for (const one of file.cases) {
      const id = `${file.name}/${one.name}`;
      const got = await ask(engine, one);
      const gap = gaps.get(id);
      if (gap === undefined) {
        if (!agree(said(one), got)) wrong.push({ case: id, nashorn: said(one), quickjs: got });
      } else if (agree(said(one), got)) {
        wrong.push({ case: id, gap: "is closed: take it out of gaps.ts" });
      } else if (JSON.stringify(gap.quickjs) !== JSON.stringify(got)) {
        wrong.push({ case: id, gap: "says something else than is so", quickjs: got });
      }
    }
    expect(wrong).toEqual([]);
  });
});

test("every known gap belongs to a case, says why it is left, and since when", () => {
  const ids = new Set(
    files.flatMap(({ name, cases }) => cases.map((one) => `${name}/${one.name}`)),
  );
  for (const gap of GAPS) {
    expect(ids).toContain(gap.case);
    expect(gap.reason.length).toBeGreaterThan(20);
    expect(gap.since).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
  expect(new Set(GAPS.map((gap) => gap.case)).size).toBe(GAPS.length);
});

const missing = "missing" in nashorn ? nashorn.missing : undefined;
describe.skipIf(missing !== undefined)(`Nashorn${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let engine: Engine;
  beforeAll(async () => {
    if ("classpath" in nashorn)
      engine = await createNashornEngine({ classpath: nashorn.classpath });
  });
  afterAll(() => engine.close());

  test.each(files)("still answers what is recorded: $name", async (file) => {
    const wrong: object[] = [];
    for (const one of file.cases) {
      const got = await ask(engine, one);
      if (JSON.stringify(got) !== JSON.stringify(said(one)))
        wrong.push({ case: `${file.name}/${one.name}`, recorded: said(one), got });
    }
    expect(wrong).toEqual([]);
  });
});
