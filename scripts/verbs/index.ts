import type { Command } from "commander";
import { buildVerb } from "./build.ts";
import { cacheVerb } from "./cache.ts";
import { controllerVerb } from "./controller.ts";
import { explainVerb } from "./explain.ts";
import { planVerb } from "./plan.ts";
import { publishVerb } from "./publish.ts";
import { runVerb } from "./run.ts";
import { standInVerb } from "./stand-in.ts";
import { storyVerb } from "./story.ts";
import { testVerb } from "./test.ts";

/** The verbs of `sdpx`, in the order of `--help`: the way a script takes, then the services. */
export const VERBS: readonly (() => Command)[] = [
  buildVerb,
  runVerb,
  testVerb,
  planVerb,
  publishVerb,
  cacheVerb,
  explainVerb,
  controllerVerb,
  standInVerb,
  storyVerb,
];
