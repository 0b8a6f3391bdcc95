import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { createNashornEngine } from "../../sandbox-shim/engines/nashorn/index.ts";
import { findNashorn } from "../../sandbox-shim/engines/nashorn/find.ts";
import type { Answer } from "./case.ts";
import { caseFileNames, loadCases } from "./load.ts";
import { answerOf, requestOf } from "./shown.ts";
import { withAnswers } from "./write.ts";

/**
 * `npm run conformance:record [-- FILE...]`: asks Nashorn every case of the files (all when none is named) and writes the
 * answers into them. With `--check` nothing is written, and a file that would change ends it with 1.
 */
const argv = process.argv.slice(2);
const check = argv.includes("--check");
const wanted = argv
  .filter((one) => !one.startsWith("--"))
  .map((one) => one.replace(/^.*\//, "").replace(/\.ts$/, ""));
const found = await findNashorn(process.env, ".");
if ("missing" in found) {
  process.stderr.write(`Nashorn is not here: ${found.missing}\n`);
  process.exit(99);
}
const engine = await createNashornEngine({ classpath: found.classpath });
const say = (text: string) => process.stdout.write(`${text}\n`);
try {
  for (const name of wanted.length > 0 ? wanted : await caseFileNames()) {
    const { path, cases } = await loadCases(name);
    const answers = new Map<string, Answer>();
    for (const one of cases) {
      const old = one.nashorn;
      const withMessage = old !== undefined && "error" in old && old.message !== undefined;
      answers.set(one.name, answerOf(one, await engine.evaluate(requestOf(one)), withMessage));
    }
    const text = await readFile(path, "utf8");
    const config = (await resolveConfig(fileURLToPath(path))) ?? {};
    const made = await format(withAnswers(text, answers), { ...config, parser: "typescript" });
    const changed = cases.filter(
      (one) => JSON.stringify(one.nashorn) !== JSON.stringify(answers.get(one.name)),
    );
    say(`${name}: ${cases.length} cases, ${changed.length} answers changed`);
    for (const one of changed.slice(0, 20))
      if (one.nashorn !== undefined) say(`  ${one.name}: ${JSON.stringify(answers.get(one.name))}`);
    if (check) process.exitCode ||= changed.length > 0 ? 1 : 0;
    else if (made !== text) await writeFile(path, made);
  }
} finally {
  await engine.close();
}
