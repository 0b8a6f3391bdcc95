import { createQuickJsEngine } from "../../sandbox-shim/index.ts";
import type { Gap } from "./case.ts";
import { GAPS } from "./gaps.ts";
import { caseFileNames, loadCases } from "./load.ts";
import { agree, answerOf, requestOf } from "./shown.ts";

/**
 * `npm run conformance:gaps`: runs every case on QuickJS and prints what gaps.ts should say: entries to add (their reason is for a
 * person to write), entries whose answer has changed, and entries to take out.
 */
const known = new Map(GAPS.map((gap) => [gap.case, gap]));
const today = new Date().toISOString().slice(0, 10);
const engine = await createQuickJsEngine();
const open: Gap[] = [];
const closed: string[] = [];
const said = new Map<string, string>();
let cases = 0;
try {
  for (const name of await caseFileNames()) {
    for (const one of (await loadCases(name)).cases) {
      cases += 1;
      if (one.nashorn === undefined) continue;
      const id = `${name}/${one.name}`;
      said.set(id, JSON.stringify(one.nashorn));
      const withMessage = "error" in one.nashorn && one.nashorn.message !== undefined;
      const quickjs = answerOf(one, await engine.evaluate(requestOf(one)), withMessage);
      const gap = known.get(id);
      if (agree(one.nashorn, quickjs)) {
        if (gap !== undefined) closed.push(id);
      } else if (JSON.stringify(gap?.quickjs) !== JSON.stringify(quickjs)) {
        open.push({
          case: id,
          quickjs,
          reason: gap?.reason ?? "",
          since: gap?.since ?? today,
        });
      }
    }
  }
} finally {
  await engine.close();
}
const say = (text: string) => process.stdout.write(`${text}\n`);
for (const id of closed) say(`take out: ${id}`);
for (const gap of open) say(`${JSON.stringify(gap)}, // Nashorn: ${said.get(gap.case)}`);
say(
  `${cases} cases, ${known.size} known gaps: ${open.length} to add or change, ${closed.length} to take out`,
);
process.exitCode = open.length + closed.length > 0 ? 1 : 0;
