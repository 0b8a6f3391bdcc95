import { countWrites } from "../../controller/publish/index.ts";
import type { Run } from "./runs.ts";

const doneOf = (run: Run) => run.steps.filter(({ status }) => status === "done").length;

/** A run as data, without texts and snapshots. */
export function runAsJson(run: Run): object {
  const { id, state, startedAt, rolledBackBy, error, plan } = run;
  const { purpose, rollbackOf, bundle, controller } = plan;
  return {
    id,
    state,
    startedAt,
    purpose,
    ...(rollbackOf === undefined ? {} : { rollbackOf }),
    bundle,
    controller,
    steps: countWrites(plan),
    done: doneOf(run),
    ...(rolledBackBy === undefined ? {} : { rolledBackBy }),
    ...(error === undefined ? {} : { error }),
  };
}

/** Runs for a person, one each line, and what can be done about those that did not end. */
export function renderRuns(runs: readonly Run[]): string {
  if (runs.length === 0) return "nothing was published from this folder yet\n";
  return runs
    .map((run) => {
      const { id, state, plan, error } = run;
      const what =
        plan.purpose === "rollback"
          ? `roll back of ${plan.rollbackOf}`
          : `${plan.bundle.name} ${plan.bundle.version} (${plan.bundle.sha256.slice(0, 12)})`;
      const by = run.rolledBackBy === undefined ? "" : ` by ${run.rolledBackBy}`;
      const lines = [
        `${id}  ${`${state}${by}`.padEnd(11)}  ${doneOf(run)}/${countWrites(plan)} written  ${what} -> ${plan.controller.url}`,
      ];
      if (state === "stopped" && error !== undefined)
        lines.push(`    ${error.message} [${error.code}]`);
      if ((state === "stopped" || state === "interrupted") && plan.purpose === "publish")
        lines.push(`    sdpx publish --resume ${id}   or   sdpx rollback ${id}`);
      if (state !== "complete" && plan.purpose === "rollback" && state !== "rolled-back")
        lines.push(`    sdpx rollback ${plan.rollbackOf}   goes on with it`);
      return lines.map((line) => `${line}\n`).join("");
    })
    .join("");
}
