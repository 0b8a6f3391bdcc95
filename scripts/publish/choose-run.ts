import { SdpxError } from "../../base/errors.ts";
import type { Run } from "./runs.ts";
import { listRuns, readRun, runsFolder } from "./runs.ts";

/**
 * The run to go on with: the named one, or the last one when that did not come to its end.
 * @throws SdpxError `not-found` when there is none, `bad-option` for one that has nothing left to do
 */
export async function runToResume(state: string, id: string | undefined): Promise<Run> {
  const run = id === undefined ? (await listRuns(state)).at(-1) : await readRun(state, id);
  if (run === undefined) {
    throw new SdpxError("not-found", "there is no run to resume", { where: runsFolder(state) });
  }
  if (run.state === "interrupted" || run.state === "stopped") return run;
  throw new SdpxError(
    "bad-option",
    `the run ${run.id} is ${run.state}: nothing is left to resume`,
    {
      where: "--resume",
      fix: "publish without --resume; `sdpx runs` lists all runs",
    },
  );
}

/**
 * The run to take back: the named one, or the last publish that wrote something and still stands.
 * @throws SdpxError `not-found` when there is none, `bad-option` for one that is taken back already
 */
export async function runToRollBack(state: string, id: string | undefined): Promise<Run> {
  const stands = (run: Run) => run.state !== "rolled-back" && run.steps.length > 0;
  const run =
    id === undefined
      ? (await listRuns(state)).findLast((one) => one.plan.purpose === "publish" && stands(one))
      : await readRun(state, id);
  if (run === undefined) {
    throw new SdpxError("not-found", "there is no run to roll back", {
      where: runsFolder(state),
      fix: "runs are kept on the machine that published; go there, or publish an earlier commit",
    });
  }
  if (stands(run)) return run;
  const why =
    run.state === "rolled-back"
      ? `was rolled back by ${run.rolledBackBy ?? "another run"}`
      : "wrote nothing";
  throw new SdpxError("bad-option", `the run ${run.id} ${why}`, {
    where: run.id,
    fix: "`sdpx runs` lists all runs",
  });
}
