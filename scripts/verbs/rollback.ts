import { Command } from "commander";

interface RollbackVerbOptions {
  profile?: string;
  force?: true;
  dryRun?: true;
  root: string;
  json?: true;
}

/** `sdpx rollback`: what a publish did, taken back. */
export function rollbackVerb(): Command {
  return new Command("rollback")
    .summary("take back what a publish did")
    .description(
      "Bring the objects that a run wrote back to what stood there before: old texts, deleted objects with the id that they\n" +
        "had, and none of the created ones. What somebody has changed since is left alone unless --force is given. The\n" +
        "roll back is a run of its own. Runs are kept in .sdpx/runs on the machine that published: see `sdpx runs`.",
    )
    .argument("[run]", "the run; the last publish that still stands when it is left out")
    .option("--profile <name>", "profile of sdpx.json that names the Controller")
    .option("--force", "also put back what somebody has changed since")
    .option("--dry-run", "show what would be done")
    .option("--root <dir>", "folder that holds .sdpx and sdpx.json", ".")
    .option("--json", "print plan and outcome as JSON")
    .action(async (id: string | undefined, options: RollbackVerbOptions) => {
      const [
        { withController },
        { stateFolder },
        { runToRollBack },
        { presentOf, rollBack },
        { withLock },
        { planRollback, renderOutcome, renderPlan },
        { colorWanted },
      ] = await Promise.all([
        import("../controller/session.ts"),
        import("../config/state.ts"),
        import("../publish/choose-run.ts"),
        import("../publish/carry-out.ts"),
        import("../publish/lock.ts"),
        import("../../controller/publish/index.ts"),
        import("../report/style.ts"),
      ]);
      const { root } = options;
      const state = stateFolder(root, process.env);
      const run = await runToRollBack(state, id);
      const force = options.force ?? false;
      const color = colorWanted(process.stdout);
      await withController(
        process.env,
        async (client) => {
          if (options.dryRun) {
            const plan = planRollback(run, await presentOf(run, client), { force });
            process.stdout.write(
              options.json ? `${JSON.stringify({ plan }, null, 2)}\n` : renderPlan(plan, { color }),
            );
            return;
          }
          // A roll back that was interrupted is planned anew: what it did already is then as it was before.
          const done = await withLock(state, client.url, () =>
            rollBack(run, client, state, { force }),
          );
          process.stdout.write(
            options.json
              ? `${JSON.stringify({ rolledBack: run.id, run: done.by, plan: done.plan, outcome: done.outcome }, null, 2)}\n`
              : `${renderPlan(done.plan, { color })}${renderOutcome(done.outcome, { color })}${run.id} is rolled back\n`,
          );
        },
        { root, profile: options.profile },
      );
    });
}
