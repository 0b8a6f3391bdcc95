import { Command } from "commander";
import { EXIT } from "../../base/errors.ts";

interface PlanVerbOptions {
  json?: true;
  detailedExitcode?: true;
  adopt?: true;
  root: string;
}

/** `sdpx plan`: what publishing would change. */
export function planVerb(): Command {
  return new Command("plan")
    .summary("show what publishing would change on the Controller")
    .description(
      "Read the Controller and show what `sdpx publish` would do. Nothing is written. The Controller is named by\n" +
        "SDPX_CONTROLLER_URL, _USERNAME, _PASSWORD, _CA_FILE; the variables of Appgate's Terraform provider (APPGATE_*)\n" +
        "and of sdpctl (SDPCTL_*) are understood too. See docs/publishing.md.",
    )
    .option("--detailed-exitcode", "exit with 2 when there is something to publish")
    .option("--adopt", "take over objects of the same name that nobody owns yet")
    .option("--root <dir>", "folder that holds criteria/, dist/ and the others", ".")
    .option("--json", "print the plan as JSON")
    .action(async (options: PlanVerbOptions) => {
      const [
        { bundleToPublish, withController },
        { countActions, planAgainst, renderPlan },
        { colorWanted },
      ] = await Promise.all([
        import("../controller/session.ts"),
        import("../../controller/publish/index.ts"),
        import("../report/style.ts"),
      ]);
      const bundle = await bundleToPublish(options.root);
      const plan = await withController(process.env, (client) =>
        planAgainst(client, bundle, { adopt: options.adopt ?? false }),
      );
      process.stdout.write(
        options.json
          ? `${JSON.stringify(plan, null, 2)}\n`
          : renderPlan(plan, { color: colorWanted(process.stdout) }),
      );
      const counts = countActions(plan);
      if (counts.blocked > 0) process.exitCode = EXIT.failed;
      else if (options.detailedExitcode && counts.create + counts.update > 0)
        process.exitCode = EXIT.changes;
    });
}
