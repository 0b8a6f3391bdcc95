import { systemClock } from "../../base/clock.ts";
import { SdpxError } from "../../base/errors.ts";
import type { ControllerClient } from "../../controller/api/index.ts";
import { renderOutcome, renderPlan } from "../../controller/publish/index.ts";
import type { Plan } from "../../controller/publish/index.ts";
import { stateFolder } from "../config/state.ts";
import { withController } from "../controller/session.ts";
import { colorWanted } from "../report/style.ts";
import { carryOut } from "./carry-out.ts";
import { runToResume } from "./choose-run.ts";
import type { GateReport } from "./gate.ts";
import { renderGate, testGate } from "./gate.ts";
import type { PlanningOptions } from "./options.ts";
import type { Material } from "./prepare.ts";
import { makePlan, prepare, readPlan } from "./prepare.ts";
import type { RefreshReport, Verified } from "./refresh.ts";
import {
  readRefresh,
  refreshSessions,
  renderRefresh,
  renderVerified,
  verifySessions,
} from "./refresh.ts";
import type { Run } from "./runs.ts";
import { readSecretsOf, rememberSecrets } from "./secrets.ts";

export interface PublishOptions extends PlanningOptions {
  dryRun?: true;
  /** `true` without a name. */
  resume?: string | true;
  rollbackOnFailure?: true;
  testGate: boolean;
  refresh: string;
  refreshDn?: string;
  refreshRate: string;
  verify: string[];
}

/** What `sdpx publish` says with `--json`. */
interface Said {
  plan: Plan;
  gate?: GateReport;
  run?: string | undefined;
  refresh?: RefreshReport;
  verified: Verified[];
}

/**
 * Publishes: a fresh plan, a saved one, or the rest of an interrupted run.
 * @throws SdpxError of every sort; what was and was not done stands in it
 */
export async function publish(
  planFile: string | undefined,
  options: PublishOptions,
  env: NodeJS.ProcessEnv,
): Promise<{ verified: Verified[] }> {
  const refresh = readRefresh(options.refresh, options.refreshRate);
  if (planFile !== undefined && options.resume !== undefined) {
    throw new SdpxError("bad-option", "a plan and --resume exclude one another", {
      where: "--resume",
      fix: "a run that is resumed brings its own plan: leave the file out",
    });
  }
  const material = await prepare(options, env);
  return withController(
    env,
    async (client) => {
      const resume = await resumed(options, env);
      const plan = resume?.plan ?? (await planFor(planFile, client, material, options));
      const out = options.json ? () => undefined : (text: string) => process.stdout.write(text);
      const color = colorWanted(process.stdout);
      out(renderPlan(plan, { color }));
      const said: Said = { plan, verified: [] };
      if (options.dryRun) {
        if (options.json) print(said);
        return said;
      }
      const { outcome, run } = await carryOut(plan, client, {
        state: stateFolder(options.root, env),
        secretValue: material.read,
        rollBackOnFailure: options.rollbackOnFailure ?? false,
        ...(resume === undefined ? {} : { resume }),
        beforeFirstWrite: async () => {
          await readSecretsOf(plan, material.read);
          // What was tested before the run was interrupted is tested already.
          if (!options.testGate || resume !== undefined) return;
          said.gate = await testGate(plan, material.bundle, client, options.root);
          out(renderGate(said.gate));
        },
      });
      said.run = run;
      await rememberSecrets(client.url, outcome.results, material.read, material.place);
      out(renderOutcome(outcome, { color }));
      if (run !== undefined) out(`run ${run} (sdpx rollback ${run} takes it back)\n`);
      said.refresh = await refreshSessions(client, outcome.results, {
        ...refresh,
        filter: options.refreshDn,
        clock: systemClock,
      });
      out(renderRefresh(said.refresh));
      said.verified = await verifySessions(client, options.verify);
      out(renderVerified(said.verified));
      if (options.json) print({ ...said, outcome });
      return said;
    },
    options,
  );
}

function print(said: object): void {
  process.stdout.write(`${JSON.stringify(said, null, 2)}\n`);
}

async function resumed(
  { resume, root }: PublishOptions,
  env: NodeJS.ProcessEnv,
): Promise<Run | undefined> {
  if (resume === undefined) return undefined;
  const run = await runToResume(stateFolder(root, env), resume === true ? undefined : resume);
  if (run.plan.purpose === "publish") return run;
  throw new SdpxError("bad-option", `the run ${run.id} is a roll back`, {
    where: "--resume",
    fix: `sdpx rollback ${run.plan.rollbackOf ?? ""} goes on with it`,
  });
}

function planFor(
  planFile: string | undefined,
  client: ControllerClient,
  material: Material,
  options: PublishOptions,
): Promise<Plan> {
  return planFile === undefined
    ? makePlan(client, material, options)
    : readPlan(planFile, material.bundle);
}
