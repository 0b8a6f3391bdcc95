import { isAbsolute, join } from "node:path";
import { SdpxError } from "../../base/errors.ts";
import { loadControllerSettings } from "../../controller/api/index.ts";
import type { ControllerSettings } from "../../controller/api/index.ts";
import { loadProject, PROJECT_FILE } from "./project.ts";
import type { ProfileController, ResolvedProject } from "./project.ts";
import { readReference } from "./references.ts";

/** Which project and which profile of it a command works with. */
export interface ProjectChoice {
  root: string;
  /** `--profile`; the environment alone counts when it is left out. */
  profile?: string | undefined;
}

/** The fields of a profile under the names that the environment has for them. */
const FIELDS = {
  url: "SDPX_CONTROLLER_URL",
  providerName: "SDPX_CONTROLLER_PROVIDER",
  caFile: "SDPX_CONTROLLER_CA_FILE",
  apiVersion: "SDPX_CONTROLLER_API_VERSION",
  deviceId: "SDPX_CONTROLLER_DEVICE_ID",
  usernameFrom: "SDPX_CONTROLLER_USERNAME",
  passwordFrom: "SDPX_CONTROLLER_PASSWORD",
  bearerFrom: "SDPX_CONTROLLER_BEARER",
} as const satisfies Record<keyof ProfileController, string>;
const CREDENTIALS = ["usernameFrom", "passwordFrom", "bearerFrom"] as const;

/**
 * Settings of the Controller that a profile names, or of the one that the environment names when no profile is chosen.
 * With a profile only credentials may come from the environment (SDPX_CONTROLLER_USERNAME, _PASSWORD, _BEARER), and only where
 * the profile names none: a URL left over in a shell must not turn `--profile stage` into production.
 * @throws SdpxError `bad-option`, `bad-setting`, `missing-secret`, `file-missing`
 */
export async function controllerSettings(
  choice: ProjectChoice,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ControllerSettings> {
  if (choice.profile === undefined) return loadControllerSettings(env);
  return settingsOfProfile(await loadProject(choice.root, choice.profile), choice.root, env);
}

/** The same for a project that is read already. */
export async function settingsOfProfile(
  project: ResolvedProject,
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ControllerSettings> {
  const { profile, controller } = project;
  if (profile === undefined) return loadControllerSettings(env);
  const where = `${join(root, PROJECT_FILE)}: profiles.${profile}.controller`;
  if (controller === undefined) {
    throw new SdpxError("bad-setting", `the profile "${profile}" names no Controller`, {
      where,
      fix: 'add "controller": { "url": "https://controller.example.com:8443/admin" }',
    });
  }
  const given: Record<string, string | undefined> = {};
  for (const field of CREDENTIALS) {
    const reference = controller[field];
    if (reference === undefined) continue;
    const what = `${field.replace(/From$/, "")} of the profile "${profile}"`;
    given[FIELDS[field]] = await readReference(reference, { env, root, what });
  }
  if (Object.keys(given).length === 0) {
    for (const field of CREDENTIALS) given[FIELDS[field]] = env[FIELDS[field]];
  }
  const { url, providerName, caFile, apiVersion, deviceId } = controller;
  try {
    return await loadControllerSettings({
      ...given,
      [FIELDS.url]: url,
      [FIELDS.providerName]: providerName,
      [FIELDS.caFile]: caFile === undefined || isAbsolute(caFile) ? caFile : join(root, caFile),
      [FIELDS.apiVersion]: apiVersion?.toString(),
      [FIELDS.deviceId]: deviceId ?? env[FIELDS.deviceId],
    });
  } catch (error) {
    if (error instanceof SdpxError && error.code === "bad-setting") throw inProfile(error, where);
    throw error;
  }
}

/** The same findings, under the names that the profile has for the settings. */
function inProfile(error: SdpxError, where: string): SdpxError {
  const list = error.list.map((line) => {
    let renamed = line;
    for (const [field, variable] of Object.entries(FIELDS)) {
      renamed = renamed.replaceAll(variable, field);
    }
    return renamed;
  });
  return new SdpxError("bad-setting", error.message, {
    where,
    list,
    fix: "correct the listed fields of the profile",
    cause: error,
  });
}

/**
 * Makes sure that a bundle is the one that was promoted.
 * @param sha the bundle's SHA-256 in hex, or at least its first 12 digits (`bundle.sha256` of dist/manifest.json)
 * @throws SdpxError `bad-option` for what is no hash, `publish-blocked` for another bundle
 */
export function requireBundle(
  bundle: { name: string; version: string; sha256: string },
  sha: string,
): void {
  const wanted = sha
    .trim()
    .toLowerCase()
    .replace(/^sha256:/, "");
  if (!/^[0-9a-f]{12,64}$/.test(wanted)) {
    throw new SdpxError("bad-option", `"${sha}" is not the hash of a bundle`, {
      where: "--only-bundle",
      fix: "give 12 to 64 hexadecimal digits: bundle.sha256 in dist/manifest.json",
    });
  }
  if (bundle.sha256.startsWith(wanted)) return;
  throw new SdpxError("publish-blocked", "dist/ is not the bundle that was asked for", {
    where: "--only-bundle",
    list: [`asked for ${wanted}`, `dist/ is ${bundle.sha256} (${bundle.name} ${bundle.version})`],
    fix: "check out the commit whose bundle was tried in the stage before, or leave --only-bundle out",
  });
}
