import { systemClock } from "../../base/clock.ts";
import { SdpxError } from "../../base/errors.ts";
import { applyPlan, countActions, planAgainst, summary } from "../../controller/publish/index.ts";
import { POSTURE_CACHE_URL } from "../../lib/settings.ts";
import { compareBundle, buildBundle, problemsError } from "../build/index.ts";
import { succeeded, testBundle, totals } from "../cases/index.ts";
import { join } from "node:path";
import { morningAfter } from "./morning.ts";
import type { Narrator } from "./narrator.ts";
import { detection, remediation, signIn, type ReactionTimes } from "./scenes.ts";
import { furnishTenant } from "./tenant.ts";
import type { Witness } from "./witness.ts";
import { startWorld, type World } from "./world.ts";

export interface StoryOptions {
  root: string;
  /** Level of the posture cache's own log, on stderr. */
  logLevel: string;
}

export interface StoryOutcome {
  cut: ReactionTimes;
  restored: ReactionTimes;
  distinguishedName: string;
}

/**
 * Plays the whole story. Resolves when every step was observed; the world goes on running and is the caller's to close.
 * @throws SdpxError that names the step that was not observed, or what is wrong with the sources; the world is closed then
 */
export async function playStory(
  options: StoryOptions,
  witness: Witness,
  narrator: Narrator,
): Promise<{ outcome: StoryOutcome; world: World }> {
  const bundle = await proven(options.root, narrator);
  const url = new URL(POSTURE_CACHE_URL);
  narrator.scene(
    "Everything starts on this machine",
    "loopback only, certificates and secrets made for this run",
  );
  const world = await startWorld(
    { postureHost: `${url.hostname}:${url.port || "443"}`, logLevel: options.logLevel },
    witness,
  );
  try {
    narrator.saw(`embedded Controller   ${world.controller.url}`);
    narrator.saw(`posture cache         ${world.cache.url}`, {
      detail: `scripts call it ${url.host}`,
    });
    narrator.saw(`Jamf Pro              ${world.jamf.url}`, { detail: "stand-in" });
    narrator.saw(`Jamf Security Cloud   ${world.jsc.url}`, { detail: "stand-in" });

    await publish(world, bundle, narrator);
    const criteriaOf = await furnishTenant(world.client, {
      scripts: bundle.manifest.scripts,
      postureToken: world.secrets.posture,
      cacheCaPem: world.cache.caPem ?? "",
    });
    narrator.saw("an administrator wires them: identity provider, two policies, two entitlements", {
      detail: "once, by hand or by Terraform",
    });

    const stage = { world, witness, narrator, criteriaOf };
    const session = await signIn(stage);
    const cut = await detection(stage, session.distinguishedName);
    const restored = await remediation(stage, session.distinguishedName);
    await morningAfter(stage);
    return { outcome: { cut, restored, distinguishedName: session.distinguishedName }, world };
  } catch (error) {
    await world.close();
    throw error;
  }
}

/** Builds the scripts and runs their cases: what is published is what was proved. */
async function proven(root: string, narrator: Narrator) {
  narrator.scene("The scripts are built and proved");
  const bundle = await buildBundle({ root });
  if (bundle.problems.length > 0) throw problemsError(bundle.problems);
  const stale = await compareBundle(bundle, join(root, "dist"));
  const bytes = bundle.manifest.scripts.reduce((sum, row) => sum + row.bytes, 0);
  narrator.saw(
    `${bundle.manifest.scripts.length} scripts, ${(bytes / 1024).toFixed(1)} KB of ES5`,
    {
      mark: "good",
      detail:
        stale.length === 0
          ? "equal to dist/"
          : "dist/ differs: `npx sdpx build` brings it up to date",
    },
  );
  const report = await testBundle({ root });
  const { passed, failed } = totals(report);
  if (!succeeded(report)) {
    throw new SdpxError(
      "step-not-observed",
      `${failed} of ${passed + failed} cases fail, so nothing is published`,
      {
        where: "sdpx test",
        fix: "`npx sdpx test` names them",
      },
    );
  }
  narrator.saw(`${passed} cases pass in the sandbox`, { mark: "good" });
  return bundle;
}

async function publish(
  world: World,
  bundle: Awaited<ReturnType<typeof buildBundle>>,
  narrator: Narrator,
): Promise<void> {
  narrator.scene("The scripts are published");
  const material = { manifest: bundle.manifest, texts: bundle.files };
  const plan = await planAgainst(world.client, material);
  await applyPlan(plan, world.client, { clock: systemClock });
  narrator.saw(summary(plan), { mark: "good", detail: "written, read back, byte for byte" });
  const again = await planAgainst(world.client, material);
  const counts = countActions(again);
  if (counts["no-op"] !== again.steps.length) {
    throw new SdpxError("step-not-observed", "publishing a second time would change something", {
      where: world.controller.url,
      list: again.steps
        .filter((step) => step.action !== "no-op")
        .map((step) => `${step.action} ${step.kind} ${step.name}`),
    });
  }
  narrator.saw("published again: nothing changes", { mark: "good" });
}
