import { systemClock } from "../../base/clock.ts";
import {
  createControllerClient,
  loadControllerSettings,
  type ControllerClient,
} from "../../controller/api/index.ts";
import type { Bundle } from "../../controller/publish/index.ts";
import { compareBundle, buildBundle, loadBundle, problemsError } from "../build/index.ts";
import { SdpxError } from "../../base/errors.ts";
import { controllerSettings, type ProjectChoice } from "../config/controller.ts";
import { join } from "node:path";

/**
 * Runs something against a Controller and signs out whatever happens.
 * @param choice a profile of the project that names the Controller; the environment names it when that is left out
 * @throws SdpxError `bad-setting` when no Controller is configured
 */
export async function withController<T>(
  env: NodeJS.ProcessEnv,
  work: (client: ControllerClient) => Promise<T>,
  choice?: ProjectChoice,
): Promise<T> {
  const settings =
    choice === undefined
      ? await loadControllerSettings(env)
      : await controllerSettings(choice, env);
  const client = createControllerClient(settings, {
    clock: systemClock,
    warn: (text) => process.stderr.write(`⚠ ${text}\n`),
  });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

/**
 * The bundle in `dist/`, as it was committed. It is published only when it is what the sources build to: what a
 * reviewer read in `dist/` and what goes to the Controller must be the same.
 * @throws SdpxError `build-stale`, `bad-script`, `file-missing`
 */
export async function bundleToPublish(root: string): Promise<Bundle> {
  const outDir = join(root, "dist");
  const built = await buildBundle({ root });
  if (built.problems.length > 0) throw problemsError(built.problems);
  const stale = await compareBundle(built, outDir);
  if (stale.length > 0) {
    throw new SdpxError("build-stale", "dist/ is not what the sources build to; nothing was sent", {
      where: outDir,
      list: stale.map(({ file, how }) => `${file}: ${how}`),
      fix: "run `sdpx build`, look at the difference, commit it",
    });
  }
  return loadBundle(outDir);
}
