import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findNashorn } from "../engines/nashorn/find.ts";
import { createNashornEngine } from "../engines/nashorn/index.ts";
import type { Engine } from "../engines/engine.ts";
import { PROFILE } from "./index.ts";

const found = await findNashorn(process.env);
const missing = "missing" in found ? found.missing : undefined;

/** Whether each expression gives what it must, as one function body that prints the names of those that do not. */
const failing = (tests: readonly { name: string; expression: string }[]) =>
  `var failing = []; ${tests
    .map(({ name, expression }) => `if (!(${expression})) failing.push(${JSON.stringify(name)});`)
    .join("\n")} print(failing.join()); return true;`;

function lookFor(name: string): string {
  const dot = name.lastIndexOf(".");
  const owner = dot < 0 ? "global" : name.slice(0, dot);
  return `Object.prototype.hasOwnProperty.call(${owner}, ${JSON.stringify(name.slice(dot + 1))})`;
}

describe.skipIf(missing !== undefined)(
  `the profile and real Nashorn${missing ? ` (skipped: ${missing})` : ""}`,
  () => {
    let engine: Engine;
    beforeAll(async () => {
      if ("classpath" in found) engine = await createNashornEngine({ classpath: found.classpath });
    });
    afterAll(() => engine?.close());
    const run = (expression: string) => engine.evaluate({ kind: "condition", expression });

    const names = PROFILE.filter(
      ({ area, name }) => (area === "global" || area === "member") && !name.startsWith("%"),
    );

    test.each(["present", "absent"])("what the profile calls %s is so", async (status) => {
      const tests = names
        .filter((entry) => entry.status === status)
        .map(({ name }) => ({
          name,
          expression: `${status === "present" ? "" : "!"}${lookFor(name)}`,
        }));
      expect(tests.length).toBeGreaterThan(100);
      const global = "var global = Function('return this')();";
      expect(await run(`${global} ${failing(tests)}`)).toMatchObject({
        output: "\n",
        result: true,
      });
    });

    const examples = PROFILE.flatMap(({ id, area, status, example }) =>
      example !== undefined &&
      (status === "present" || area === "behaviour" || area === "error-text")
        ? [{ id, example }]
        : [],
    );
    test.each(examples)("$id is as its example says", async ({ example }) => {
      expect(await run(example)).toMatchObject({ result: true });
    });

    const refused = PROFILE.flatMap((entry) =>
      entry.area === "syntax" && entry.status === "absent" && entry.example !== undefined
        ? [{ id: entry.id, example: entry.example }]
        : [],
    );
    test.each(refused)("$id is refused or fails", async ({ example }) => {
      const call = /^function (\w)\(/.exec(example)?.[1];
      const { failure } = await run(`${example}\n${call === undefined ? "" : `${call}();`}`);
      expect(["syntax", "exception"]).toContain(failure?.reason);
    });
  },
);
