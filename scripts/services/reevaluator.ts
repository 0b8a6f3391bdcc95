import type { Clock } from "../../base/clock.ts";
import { systemClock } from "../../base/clock.ts";
import { createControllerClient, loadControllerSettings } from "../../controller/api/index.ts";
import type { Reevaluator } from "../../posture-cache/index.ts";

export interface ControllerLink extends Reevaluator {
  /** Where re-evaluations are sent, for the log. */
  url: string;
  close(): Promise<void>;
}

/** The variables that say that a Controller is there; without one of them none is contacted. */
const URL_VARIABLES = ["SDPX_CONTROLLER_URL", "APPGATE_ADDRESS", "SDPCTL_URL"];

/**
 * The way from the posture cache to the Controller: undefined when no Controller is configured.
 * @throws SdpxError `bad-setting` when one is configured by half
 */
export async function controllerFromEnvironment(
  env: NodeJS.ProcessEnv,
  clock: Clock = systemClock,
  warn: (text: string) => void = () => undefined,
): Promise<ControllerLink | undefined> {
  if (!URL_VARIABLES.some((name) => (env[name] ?? "").trim() !== "")) return undefined;
  const settings = await loadControllerSettings(env);
  const client = createControllerClient(settings, { clock, warn });
  return {
    url: settings.url,
    async reevaluate(distinguishedName) {
      await client.reevaluate(distinguishedName);
    },
    close: () => client.close(),
  };
}
