import { Command } from "commander";

interface PublishOptions {
  json?: true;
  dryRun?: true;
  adopt?: true;
  root: string;
}

/** `sdpx publish`: plan, write, read back. */
export function publishVerb(): Command {
  return new Command("publish")
    .summary("bring the Controller to what dist/ says")
    .description(
      "Plan, write what differs, and read each object back. Objects that sdpx does not own are never touched, nothing is\n" +
        "deleted, and publishing twice changes nothing the second time. The Controller is named as for `sdpx plan`.",
    )
    .option("--dry-run", "stop after the plan")
    .option("--adopt", "take over objects of the same name that nobody owns yet")
    .option("--root <dir>", "folder that holds criteria/, dist/ and the others", ".")
    .option("--json", "print plan and outcome as JSON")
    .action(async (options: PublishOptions) => {
      const [
        { bundleToPublish, withController },
        { applyPlan, planAgainst, renderOutcome, renderPlan },
        { colorWanted },
        { systemClock },
      ] = await Promise.all([
        import("../controller/session.ts"),
        import("../../controller/publish/index.ts"),
        import("../report/style.ts"),
        import("../../base/clock.ts"),
      ]);
      const bundle = await bundleToPublish(options.root);
      const color = colorWanted(process.stdout);
      await withController(process.env, async (client) => {
        const plan = await planAgainst(client, bundle, { adopt: options.adopt ?? false });
        if (!options.json) process.stdout.write(renderPlan(plan, { color }));
        if (options.dryRun) {
          if (options.json) process.stdout.write(`${JSON.stringify({ plan }, null, 2)}\n`);
          return;
        }
        const outcome = await applyPlan(plan, client, { clock: systemClock });
        process.stdout.write(
          options.json
            ? `${JSON.stringify({ plan, outcome }, null, 2)}\n`
            : renderOutcome(outcome, { color }),
        );
      });
    });
}
