import { systemClock } from "../../base/clock.ts";
import { SdpxError } from "../../base/errors.ts";
import { checkShape, parseJson, readTextFile } from "../../base/json.ts";
import type { ControllerClient } from "../../controller/api/index.ts";
import {
  isWrite,
  PLAN_VERSION,
  planPublish,
  planSchema,
  readRemote,
} from "../../controller/publish/index.ts";
import type { Bundle, Plan, SecretReader, Wiring } from "../../controller/publish/index.ts";
import { requireBundle } from "../config/controller.ts";
import { loadProject } from "../config/project.ts";
import type { ResolvedProject } from "../config/project.ts";
import { bundleToPublish } from "../controller/session.ts";
import { readLimits, readRenames } from "./options.ts";
import type { PlanningOptions } from "./options.ts";
import type { SecretPlace } from "./secrets.ts";
import { secretReader, secretStates } from "./secrets.ts";
import { readWiring } from "./wiring.ts";

/** Everything that a plan is made from, but for the Controller. */
export interface Material {
  bundle: Bundle;
  project: ResolvedProject;
  wiring: Wiring;
  read: SecretReader;
  place: SecretPlace;
}

/**
 * Reads bundle and project.
 * @throws SdpxError `build-stale`, `bad-script`, `bad-input`, `bad-setting`, `publish-blocked` for another bundle than asked for
 */
export async function prepare(
  options: Pick<PlanningOptions, "root" | "profile" | "onlyBundle">,
  env: NodeJS.ProcessEnv,
): Promise<Material> {
  const { root, profile, onlyBundle } = options;
  const project = await loadProject(root, profile);
  const bundle = await bundleToPublish(root);
  if (onlyBundle !== undefined) requireBundle(bundle.manifest.bundle, onlyBundle);
  const wiring = await readWiring(project.wiring, root);
  const place = { root, env };
  return { bundle, project, wiring, place, read: secretReader(wiring, place) };
}

/** Reads the Controller and plans. */
export async function makePlan(
  client: ControllerClient,
  material: Material,
  options: PlanningOptions,
): Promise<Plan> {
  const { bundle, project, wiring, read, place } = material;
  const renames = readRenames(options.rename);
  const limits = readLimits(options.pruneLimit, project.limits);
  const remote = await readRemote(client, bundle, { activeUsers: options.activeUsers ?? false });
  return planPublish(bundle, remote, {
    adopt: options.adopt ?? false,
    prune: options.prune ?? false,
    rotateSecrets: options.rotateSecrets ?? false,
    limits,
    renames,
    wiring,
    secretStates: await secretStates(wiring, client.url, remote.others, read, place),
    now: systemClock.now(),
  });
}

/**
 * Reads a plan that `sdpx plan --out` wrote, and makes sure that it is one for the bundle in `dist/`: what is carried out is what
 * stands there, and what stands there is what was reviewed.
 * @throws SdpxError `bad-json`, `bad-input`, `remote-changed` for another bundle
 */
export async function readPlan(path: string, bundle: Bundle): Promise<Plan> {
  const json = parseJson(await readTextFile(path, "plan"), path);
  const version = (json as { planVersion?: unknown } | null)?.planVersion;
  if (version !== PLAN_VERSION) {
    throw new SdpxError("bad-input", "this is not a plan of this version of sdpx", {
      where: path,
      list: [
        `planVersion is ${JSON.stringify(version) ?? "missing"}, this sdpx reads ${PLAN_VERSION}`,
      ],
      fix: "make it again: sdpx plan --out plan.json",
    });
  }
  const plan = checkShape(planSchema, json, path, "plan");
  const here = bundle.manifest.bundle;
  const stale = (message: string, list: string[] = []) =>
    new SdpxError("remote-changed", message, {
      where: path,
      list,
      fix: "check out the commit that was planned, or plan again",
    });
  if (plan.purpose !== "publish") throw stale("this is the plan of a roll back");
  if (plan.bundle.sha256 !== here.sha256) {
    throw stale("the plan was made for another bundle; nothing was written", [
      `plan: ${plan.bundle.name} ${plan.bundle.version} ${plan.bundle.sha256}`,
      `dist/: ${here.name} ${here.version} ${here.sha256}`,
    ]);
  }
  const foreign = plan.steps.filter((step) => isWrite(step) && !hasTextOf(step, bundle));
  if (foreign.length > 0) {
    throw stale(
      "the plan has texts that are not those of dist/; nothing was written",
      foreign.map(({ kind, name }) => `${kind} ${name}`),
    );
  }
  return plan;
}

function hasTextOf(step: Plan["steps"][number], bundle: Bundle): boolean {
  if (!("body" in step) || step.file === undefined) return true;
  const text = bundle.texts.get(step.file);
  const { expression, file } = step.body;
  const sent = typeof file === "string" ? Buffer.from(file, "base64").toString("utf8") : expression;
  return sent === text;
}
