import { systemClock } from "../../base/clock.ts";
import { createControllerClient } from "../../controller/api/index.ts";
import type { ControllerClient, ControllerSettings } from "../../controller/api/index.ts";
import { createSession } from "../../controller/api/session.ts";
import { jsonOf } from "../../controller/api/errors.ts";
import { createTransport } from "../../controller/api/transport.ts";
import { readBundleName } from "../config/bundle.ts";
import { settingsOfProfile } from "../config/controller.ts";
import { loadProject } from "../config/project.ts";
import type { ResolvedProject } from "../config/project.ts";
import type { Check } from "./check.ts";
import { failed, guarded, ok, skip } from "./check.ts";
import { checkDist, checkNashorn, checkNode, checkQuickJs } from "./local.ts";
import { checkCache, checkSecrets, checkTrusted, readAsked, readPems } from "./posture.ts";
import { checkClock, checkRights, checkTls, checkVersion, readHealth } from "./remote.ts";

export interface DoctorOptions {
  root: string;
  profile?: string | undefined;
  env: NodeJS.ProcessEnv;
  /** URL of the posture cache; those that the texts of dist/ hold when left out. */
  cacheUrl?: string | undefined;
  cacheCaPem?: string | undefined;
}

const NAMES = ["SDPX_CONTROLLER_URL", "APPGATE_ADDRESS", "SDPCTL_URL"];

/** Looks at everything that publishing needs. Only reads; contacts only what is configured. */
export async function examine(options: DoctorOptions): Promise<Check[]> {
  const { root, profile, env } = options;
  const checks = [checkNode(process.version)];
  checks.push(...(await checkQuickJs()), ...(await checkNashorn()), ...(await checkDist(root)));
  let project: ResolvedProject | undefined;
  try {
    project = await loadProject(root, profile);
  } catch (error) {
    checks.push(failed("project", error));
  }
  if (project !== undefined) {
    const named = profile !== undefined || NAMES.some((name) => (env[name] ?? "").trim() !== "");
    if (!named) {
      checks.push(
        skip("Controller", "none is configured: set SDPX_CONTROLLER_URL, or give --profile"),
      );
    } else checks.push(...(await examineController(project, options)));
  }
  const asked = await readAsked(root);
  // The texts of dist/ name real services: they are asked only for a profile or a URL that was given.
  const origins =
    options.cacheUrl === undefined
      ? profile === undefined
        ? []
        : (asked?.origins ?? [])
      : [options.cacheUrl];
  for (const origin of origins) checks.push(...(await checkCache(origin, options.cacheCaPem)));
  return checks;
}

async function examineController(
  project: ResolvedProject,
  options: DoctorOptions,
): Promise<Check[]> {
  let settings: ControllerSettings;
  try {
    settings = await settingsOfProfile(project, options.root, options.env);
  } catch (error) {
    return [failed("settings", error)];
  }
  const checks = [ok("settings", settings.url), ...(await checkTls(settings, systemClock))];
  if (
    checks.some(({ status, name }) => status === "fail" && name === "TLS") &&
    !settings.insecure
  ) {
    return [...checks, skip("Controller", "not asked: it cannot be trusted, or not reached")];
  }
  checks.push(...(await checkClock(settings, systemClock)));
  const client = createControllerClient(settings, { clock: systemClock });
  try {
    const version = await checkVersion(client);
    checks.push(...version);
    if (version.some(({ status }) => status === "fail")) return checks;
    checks.push(...(await examineAccount(client, settings, project, options.root)));
  } finally {
    await client.close();
  }
  return checks;
}

async function examineAccount(
  client: ControllerClient,
  settings: ControllerSettings,
  { wiring }: ResolvedProject,
  root: string,
): Promise<Check[]> {
  const { name: bundle } = await readBundleName(root).catch(() => ({ name: "sdpx" }));
  const byToken = settings.bearerToken !== undefined;
  const checks = await checkRights(client, { bundle, wiring }, byToken);
  if (checks.some(({ name, status }) => name === "sign-in" && status === "fail")) return checks;
  const version = await client.apiVersion();
  checks.push(...(await readHealth(() => readStatus(settings), version)));
  const asked = await readAsked(root);
  if (asked !== undefined) checks.push(...(await checkSecrets(client, asked)));
  checks.push(
    ...(await guarded("trusted certificates", async () =>
      checkTrusted(client, await readPems(root, wiring.trustedCertificates), systemClock),
    )),
  );
  return checks;
}

/** GET /appliances/status, which the client of the publishing room has no use for. */
async function readStatus(settings: ControllerSettings): Promise<unknown> {
  const transport = createTransport(settings, { clock: systemClock, random: Math.random });
  const session = createSession(settings, transport, systemClock);
  try {
    const answer = await session.send({
      method: "GET",
      path: "/appliances/status",
      privilege: "View on Appliance",
      repeatable: true,
    });
    return jsonOf(answer);
  } finally {
    await session.signOut().catch(() => undefined);
    await transport.close();
  }
}
