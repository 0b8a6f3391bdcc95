import { Command } from "commander";
import { EXIT } from "../../base/errors.ts";
import { collect, withPlanningOptions } from "../publish/options.ts";
import type { PublishOptions } from "../publish/publish.ts";

/** `sdpx publish`: plan, test, write, read back. */
export function publishVerb(): Command {
  const command = new Command("publish")
    .summary("bring the Controller to what dist/ says")
    .description(
      "Plan, run the cases on the Controller's own test endpoints, write what differs, and read each object back. Objects\n" +
        "that sdpx does not own are never touched, nothing is deleted without --prune, and publishing twice changes\n" +
        "nothing the second time. Given a plan file it carries out exactly that plan, or refuses when something moved.\n" +
        "Each run is kept in .sdpx/runs and can be resumed or rolled back. The Controller is named as for `sdpx plan`.",
    )
    .argument("[plan]", "a plan that `sdpx plan --out` wrote")
    .option("--dry-run", "stop after the plan")
    .option("--resume [run]", "go on with an interrupted run; the last one when none is named")
    .option("--rollback-on-failure", "take back what was done when a write fails")
    .option("--no-test-gate", "do not run the cases on the Controller before the first write")
    .option("--refresh <how>", "for people who are signed in: none, reevaluate or revoke", "none")
    .option("--refresh-dn <end>", "only distinguished names that end like this, such as OU=ldap")
    .option("--refresh-rate <n>", "devices a second", "2")
    .option("--verify <dn>", "then show what this session may reach; may be repeated", collect, [])
    .option("--json", "print plan and outcome as JSON");
  return withPlanningOptions(command).action(
    async (planFile: string | undefined, options: PublishOptions) => {
      const { publish } = await import("../publish/publish.ts");
      const { verified } = await publish(planFile, options, process.env);
      if (verified.some(({ missing }) => missing === true)) process.exitCode = EXIT.failed;
    },
  );
}
