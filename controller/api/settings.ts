import { X509Certificate } from "node:crypto";
import { SdpxError } from "../../base/errors.ts";
import { readTextFile } from "../../base/json.ts";
import { machineDeviceId } from "./device-id.ts";
import { normaliseUrl } from "./url.ts";
import { NEWEST_API, OLDEST_API } from "./version.ts";

/** How to reach a Controller's admin API. */
export interface ControllerSettings {
  /** Base URL, such as `https://controller.example.com:8443/admin`; no slash at the end. */
  url: string;
  /** Name of the identity provider that knows the user; `local` unless told otherwise. */
  providerName: string;
  username?: string;
  password?: string;
  /** A token that somebody else fetched; used until it is refused. */
  bearerToken?: string;
  /** UUID; the same for every run on a machine. */
  deviceId: string;
  /** Fixes the API version; negotiated when left out. */
  apiVersion?: number;
  /** PEM of the authority that signed the admin certificate; the system's authorities when left out. */
  caPem?: string;
  /** Does not check the certificate at all. */
  insecure: boolean;
}

/** Settings as the environment states them; a file and the machine's id are read by {@link loadControllerSettings}. */
export interface ControllerEnvironment extends Omit<ControllerSettings, "deviceId" | "caPem"> {
  deviceId?: string;
  caFile?: string;
  /** The name of the variable that each value came from, for messages. */
  sources: Readonly<Partial<Record<Meaning, string>>>;
}

/**
 * Names by meaning: ours first, then those of Appgate's Terraform provider, then those of sdpctl, so that a shop
 * that has one of them set up needs nothing new.
 */
const VARIABLES = {
  url: ["SDPX_CONTROLLER_URL", "APPGATE_ADDRESS", "SDPCTL_URL"],
  username: ["SDPX_CONTROLLER_USERNAME", "APPGATE_USERNAME", "SDPCTL_USERNAME"],
  password: ["SDPX_CONTROLLER_PASSWORD", "APPGATE_PASSWORD", "SDPCTL_PASSWORD"],
  provider: ["SDPX_CONTROLLER_PROVIDER", "APPGATE_PROVIDER", "SDPCTL_PROVIDER"],
  bearer: ["SDPX_CONTROLLER_BEARER", "APPGATE_BEARER_TOKEN", "SDPCTL_BEARER"],
  deviceId: ["SDPX_CONTROLLER_DEVICE_ID", "APPGATE_DEVICE_ID", "SDPCTL_DEVICE_ID"],
  apiVersion: ["SDPX_CONTROLLER_API_VERSION", "APPGATE_CLIENT_VERSION", "SDPCTL_API_VERSION"],
  caFile: ["SDPX_CONTROLLER_CA_FILE", "APPGATE_PEM_FILEPATH", "SDPCTL_PEM_FILEPATH"],
  insecure: ["SDPX_CONTROLLER_INSECURE", "APPGATE_INSECURE", "SDPCTL_INSECURE"],
} as const;
type Meaning = keyof typeof VARIABLES;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const FLAGS: Readonly<Record<string, boolean>> = {
  true: true,
  "1": true,
  yes: true,
  false: false,
  "0": false,
  no: false,
};

/**
 * Reads the settings of a Controller from environment variables. Each value comes from the first of its names that
 * is set; `INSECURE` counts only beside the URL of the same tool, so that a leftover of another tool cannot
 * switch verification off.
 * @throws SdpxError `bad-setting` that lists every problem at once; values of secrets are never shown.
 */
export function readControllerSettings(
  env: Readonly<Record<string, string | undefined>>,
): ControllerEnvironment {
  const problems: string[] = [];
  const sources: Partial<Record<Meaning, string>> = {};
  const read = (meaning: Meaning, names: readonly string[] = VARIABLES[meaning]) => {
    const name = names.find((candidate) => (env[candidate] ?? "").trim() !== "");
    if (name === undefined) return undefined;
    sources[meaning] = name;
    // A password may begin or end with a space; nothing else does.
    return meaning === "password" ? env[name] : env[name]?.trim();
  };
  const from = (meaning: Meaning) => sources[meaning] ?? VARIABLES[meaning][0];

  const rawUrl = read("url");
  let url = "";
  if (rawUrl === undefined)
    problems.push(
      `${VARIABLES.url[0]}: is not set; give the admin URL, such as https://controller.example.com:8443/admin`,
    );
  else {
    const parsed = normaliseUrl(rawUrl);
    if ("problem" in parsed) problems.push(`${from("url")}: ${parsed.problem}`);
    else url = parsed.url;
  }

  const username = read("username");
  const password = read("password");
  const bearerToken = read("bearer")?.replace(/^(Bearer\s+)+/i, "");
  if (bearerToken === undefined) {
    if (username === undefined)
      problems.push(`${VARIABLES.username[0]}: is not set (or set ${VARIABLES.bearer[0]})`);
    if (password === undefined)
      problems.push(`${VARIABLES.password[0]}: is not set (or set ${VARIABLES.bearer[0]})`);
  }

  const deviceId = read("deviceId");
  if (deviceId !== undefined && !UUID.test(deviceId))
    problems.push(`${from("deviceId")}: "${deviceId}" is not a UUID`);

  const rawVersion = read("apiVersion");
  const apiVersion = rawVersion === undefined ? undefined : Number(rawVersion);
  if (
    apiVersion !== undefined &&
    !(Number.isInteger(apiVersion) && apiVersion >= OLDEST_API && apiVersion <= NEWEST_API)
  ) {
    problems.push(
      `${from("apiVersion")}: "${rawVersion}" is not an API version from ${OLDEST_API} to ${NEWEST_API}`,
    );
  }

  const family = VARIABLES.url.findIndex((name) => name === sources.url);
  const insecureNames = VARIABLES.insecure.filter((_, index) => index === 0 || index === family);
  const rawInsecure = read("insecure", insecureNames);
  const insecure = rawInsecure === undefined ? false : FLAGS[rawInsecure.toLowerCase()];
  if (insecure === undefined)
    problems.push(`${from("insecure")}: "${rawInsecure}" is neither true nor false`);

  const caFile = read("caFile");
  if (problems.length > 0) {
    throw new SdpxError("bad-setting", "the settings of the Controller cannot be used", {
      where: "environment",
      list: problems,
      fix: "set the listed variables; APPGATE_* and SDPCTL_* names of other tools work too",
    });
  }
  return {
    url,
    providerName: read("provider") ?? "local",
    insecure: insecure ?? false,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(bearerToken === undefined ? {} : { bearerToken }),
    ...(deviceId === undefined ? {} : { deviceId: deviceId.toLowerCase() }),
    ...(apiVersion === undefined ? {} : { apiVersion }),
    ...(caFile === undefined ? {} : { caFile }),
    sources,
  };
}

/**
 * Settings ready for a client: reads the CA file and derives the device id of this machine.
 * @throws SdpxError `bad-setting` or `file-missing`
 */
export async function loadControllerSettings(
  env: Readonly<Record<string, string | undefined>>,
): Promise<ControllerSettings> {
  const { caFile, sources, deviceId, ...settings } = readControllerSettings(env);
  const name = sources.caFile ?? VARIABLES.caFile[0];
  const caPem = caFile === undefined ? undefined : await readTextFile(caFile, `CA file of ${name}`);
  if (caPem !== undefined) {
    try {
      new X509Certificate(caPem);
    } catch (error) {
      throw new SdpxError("bad-setting", "the CA file holds no certificate in PEM form", {
        where: `${name}=${caFile}`,
        fix: "export the Controller's CA certificate as PEM (-----BEGIN CERTIFICATE-----)",
        cause: error,
      });
    }
  }
  return {
    ...settings,
    deviceId: deviceId ?? (await machineDeviceId()),
    ...(caPem === undefined ? {} : { caPem }),
  };
}
