import type { Command } from "commander";
import { adoptVerb } from "./adopt.ts";
import { buildVerb } from "./build.ts";
import { cacheVerb } from "./cache.ts";
import { controllerVerb } from "./controller.ts";
import { engineVerb } from "./engine.ts";
import { diffVerb } from "./diff.ts";
import { doctorVerb } from "./doctor.ts";
import { driftVerb } from "./drift.ts";
import { explainVerb } from "./explain.ts";
import { exportVerb } from "./export.ts";
import { planVerb } from "./plan.ts";
import { probeVerb } from "./probe.ts";
import { publishVerb } from "./publish.ts";
import { pullVerb } from "./pull.ts";
import { roleVerb } from "./role.ts";
import { rollbackVerb } from "./rollback.ts";
import { runVerb } from "./run.ts";
import { runsVerb } from "./runs.ts";
import { standInVerb } from "./stand-in.ts";
import { storyVerb } from "./story.ts";
import { testVerb } from "./test.ts";
import { trustVerb } from "./trust.ts";

/** The verbs of `sdpx`, in the order of `--help`: the way a script takes, then the services. */
export const VERBS: readonly (() => Command)[] = [
  buildVerb,
  runVerb,
  testVerb,
  planVerb,
  publishVerb,
  rollbackVerb,
  runsVerb,
  pullVerb,
  adoptVerb,
  driftVerb,
  diffVerb,
  exportVerb,
  trustVerb,
  roleVerb,
  doctorVerb,
  cacheVerb,
  engineVerb,
  probeVerb,
  explainVerb,
  controllerVerb,
  standInVerb,
  storyVerb,
];
