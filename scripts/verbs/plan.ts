import { Command } from "commander";
import { EXIT } from "../../base/errors.ts";
import type { PlanningOptions } from "../publish/options.ts";
import { withPlanningOptions } from "../publish/options.ts";

interface PlanVerbOptions extends PlanningOptions {
  detailedExitcode?: true;
  markdown?: true;
  out?: string;
}

/** `sdpx plan`: what publishing would change. */
export function planVerb(): Command {
  const command = new Command("plan")
    .summary("show what publishing would change on the Controller")
    .description(
      "Read the Controller and show what `sdpx publish` would do. Nothing is written. The Controller is named by\n" +
        "--profile, or by SDPX_CONTROLLER_URL, _USERNAME, _PASSWORD, _CA_FILE; the variables of Appgate's Terraform\n" +
        "provider (APPGATE_*) and of sdpctl (SDPCTL_*) are understood too. See docs/publishing.md.",
    )
    .option("--detailed-exitcode", "exit with 2 when there is something to publish")
    .option("--out <file>", "also write the plan as JSON, for `sdpx publish <file>`")
    .option("--markdown", "print the plan as Markdown, for a pull request")
    .option("--json", "print the plan as JSON");
  return withPlanningOptions(command).action(async (options: PlanVerbOptions) => {
    const [
      { withController },
      { makePlan, prepare },
      { countActions, countWrites, renderMarkdown, renderPlan },
      { colorWanted },
    ] = await Promise.all([
      import("../controller/session.ts"),
      import("../publish/prepare.ts"),
      import("../../controller/publish/index.ts"),
      import("../report/style.ts"),
    ]);
    const material = await prepare(options, process.env);
    const plan = await withController(
      process.env,
      (client) => makePlan(client, material, options),
      options,
    );
    if (options.out !== undefined) {
      const { writePlanFile } = await import("../publish/plan-file.ts");
      await writePlanFile(options.out, plan);
    }
    process.stdout.write(
      options.json
        ? `${JSON.stringify(plan, null, 2)}\n`
        : options.markdown
          ? renderMarkdown(plan)
          : renderPlan(plan, { color: colorWanted(process.stdout) }),
    );
    if (countActions(plan).blocked > 0) process.exitCode = EXIT.failed;
    else if (options.detailedExitcode && countWrites(plan) > 0) process.exitCode = EXIT.changes;
  });
}
