import { systemClock } from "../../base/clock.ts";
import { createControllerClient } from "../../controller/api/index.ts";
import type { ControllerClient } from "../../controller/api/index.ts";
import { controllerSettings } from "./controller.ts";
import type { ProjectChoice } from "./controller.ts";

/** What every verb that asks a Controller takes. */
export interface ControllerOptions {
  root: string;
  profile?: string;
}

/**
 * Runs something against the Controller of a profile (or of the environment), and signs out whatever happens.
 * @throws SdpxError `bad-setting` when no Controller is configured
 */
export async function withProfile<T>(
  choice: ProjectChoice,
  work: (client: ControllerClient) => Promise<T>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<T> {
  const client = createControllerClient(await controllerSettings(choice, env), {
    clock: systemClock,
    warn: (text) => process.stderr.write(`⚠ ${text}\n`),
  });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}
