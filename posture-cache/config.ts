import { readFileSync } from "node:fs";
import { SdpxError } from "../base/errors.ts";
import type { Policy, SignalTarget } from "./model/policy.ts";
import { isRaisedLevel, RAISED_LEVELS, type RaisedLevel } from "./model/risk.ts";

/** Settings of the cache. They hold secrets: never log them. */
export interface CacheConfig {
  bind: string;
  port: number;
  /** Folder of the database and, without certificate files, of the development CA. */
  dataDir: string;
  tls: { certPath: string; keyPath: string } | null;
  /** One or two, for changing them without a gap. */
  webhookSecrets: readonly string[];
  postureTokens: readonly string[];
  /** For each call to Jamf Pro or Jamf Security Cloud. */
  timeoutMs: number;
  jamf: { baseUrl: string; clientId: string; clientSecret: string; caFile: string | null };
  /** `null`: Jamf Security Cloud is never contacted. */
  jsc: {
    baseUrl: string;
    applicationId: string;
    applicationSecret: string;
    caFile: string | null;
  } | null;
  syncEveryMs: number;
  /** `targets` is completed by the service, which knows whether a Controller is at hand. */
  policy: Omit<Policy, "targets">;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const JSC_URL = "https://api.wandera.com";
const SHORTEST_SECRET = 16;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * Reads the settings from environment variables. Names are those of step-posture-connector where it has them.
 * Secrets may stand in a file instead: `JAMF_CLIENT_SECRET_FILE` for `JAMF_CLIENT_SECRET`.
 * @param readFile reads a secret's file
 * @throws SdpxError `bad-setting` that lists everything that is wrong
 */
export function readCacheConfig(
  env: Environment,
  readFile: (path: string) => string = (path) => readFileSync(path, "utf8"),
): CacheConfig {
  const problems: string[] = [];
  const reader = settings(env, readFile, problems);
  const { text, required, secret, url, whole, hours } = reader;

  const certPath = text("TLS_CERT_PATH");
  const keyPath = text("TLS_KEY_PATH");
  if ((certPath === undefined) !== (keyPath === undefined)) {
    problems.push("TLS_CERT_PATH and TLS_KEY_PATH: set both, or neither for a development CA");
  }
  const caFile = text("SDPX_UPSTREAM_CA_FILE") ?? null;
  const applicationId = text("JSC_APPLICATION_ID");
  const applicationSecret = secret("JSC_APPLICATION_SECRET");
  if ((applicationId === undefined) !== (applicationSecret === undefined)) {
    problems.push("JSC_APPLICATION_ID and JSC_APPLICATION_SECRET: set both, or neither");
  }
  const jscUrl = url("JSC_BASE_URL", JSC_URL);
  const syncEveryMs = hours("SDPX_SYNC_HOURS", 6) * HOUR_MS;

  const config: CacheConfig = {
    bind: text("SDPX_BIND") ?? "127.0.0.1",
    port: whole("PORT", 9443, 0, 65_535),
    dataDir: text("SDPX_DATA_DIR") ?? ".sdpx/cache",
    tls: certPath === undefined || keyPath === undefined ? null : { certPath, keyPath },
    webhookSecrets: secretList("SDPX_WEBHOOK_SECRET", secret, problems),
    postureTokens: secretList("SDPX_POSTURE_TOKEN", secret, problems),
    timeoutMs: whole("TIMEOUT", 10, 1, 600) * 1000,
    jamf: {
      baseUrl: url("JAMF_BASE_URL"),
      clientId: required("JAMF_CLIENT_ID"),
      clientSecret: secret("JAMF_CLIENT_SECRET") ?? missing("JAMF_CLIENT_SECRET", problems),
      caFile: text("SDPX_JAMF_CA_FILE") ?? caFile,
    },
    jsc:
      applicationId === undefined || applicationSecret === undefined
        ? null
        : {
            baseUrl: jscUrl,
            applicationId,
            applicationSecret,
            caFile: text("SDPX_JSC_CA_FILE") ?? caFile,
          },
    syncEveryMs,
    policy: {
      riskGroups: riskGroups(text("SDPX_RISK_GROUPS"), problems),
      complianceGroup: groupId("SDPX_COMPLIANCE_GROUP", text("SDPX_COMPLIANCE_GROUP"), problems),
      groupAliases: aliases(text("SDPX_GROUP_ALIASES"), problems),
      raiseExpiryMs: hours("SDPX_RAISE_EXPIRY_DAYS", 7) * DAY_MS,
      // Two synchronisations must have failed before a document is doubted.
      confirmWithinMs: hours("SDPX_CONFIRM_HOURS", (2 * syncEveryMs) / HOUR_MS) * HOUR_MS,
      inventoryWithinMs: hours("SDPX_INVENTORY_DAYS", 7) * DAY_MS,
      recheckMs: 60_000,
    },
  };
  if (config.policy.confirmWithinMs <= syncEveryMs) {
    problems.push(
      "SDPX_CONFIRM_HOURS: must be more than SDPX_SYNC_HOURS, or documents turn stale between synchronisations",
    );
  }
  if (problems.length === 0) return config;
  throw new SdpxError("bad-setting", "the posture cache's settings are incomplete or wrong", {
    where: "environment variables",
    list: problems,
    fix: "correct the listed variables",
  });
}

/** The policy with the targets that signals can go to. */
export function policyFor(config: CacheConfig, targets: readonly SignalTarget[]): Policy {
  return { ...config.policy, targets };
}

function settings(env: Environment, readFile: (path: string) => string, problems: string[]) {
  const text = (name: string): string | undefined => {
    const value = env[name]?.trim();
    return value === undefined || value === "" ? undefined : value;
  };
  const required = (name: string): string => text(name) ?? missing(name, problems);
  const secret = (name: string): string | undefined => {
    const path = text(`${name}_FILE`);
    if (path === undefined) return text(name);
    if (text(name) !== undefined) {
      problems.push(`${name} and ${name}_FILE: set only one of them`);
      return undefined;
    }
    try {
      const value = readFile(path).trim();
      if (value !== "") return value;
      problems.push(`${name}_FILE: ${path} is empty`);
    } catch {
      problems.push(`${name}_FILE: ${path} cannot be read`);
    }
    // Already reported: the caller must not report it as missing too.
    return "unreadable-secret-file";
  };
  const url = (name: string, fallback?: string): string => {
    const value = text(name) ?? fallback;
    if (value === undefined) return missing(name, problems);
    const parsed = URL.canParse(value) ? new URL(value) : null;
    const local = ["127.0.0.1", "localhost", "[::1]"].includes(parsed?.hostname ?? "");
    if (parsed?.protocol !== "https:" && !(parsed?.protocol === "http:" && local)) {
      problems.push(`${name}: must be an https:// URL (http:// only for this machine itself)`);
    } else if (parsed.username !== "" || parsed.search !== "" || parsed.hash !== "") {
      problems.push(`${name}: must be only scheme, host, port and path, such as https://host:8443`);
    }
    return value.replace(/\/+$/, "");
  };
  const bounded = (
    name: string,
    fallback: number,
    least: number,
    most: number,
    form: RegExp,
  ): number => {
    const value = text(name);
    if (value === undefined) return fallback;
    const number = Number(value);
    if (form.test(value) && number >= least && number <= most) return number;
    problems.push(`${name}: must be a number from ${least} to ${most}`);
    return fallback;
  };
  const whole = (name: string, fallback: number, least: number, most: number) =>
    bounded(name, fallback, least, most, /^\d+$/);
  const hours = (name: string, fallback: number) =>
    bounded(name, fallback, 0.01, 8760, /^\d+(\.\d+)?$/);
  return { text, required, secret, url, whole, hours };
}

function missing(name: string, problems: string[]): string {
  problems.push(`${name}: is missing`);
  return "";
}

function secretList(
  name: string,
  secret: (name: string) => string | undefined,
  problems: string[],
): string[] {
  const given = secret(name);
  if (given === undefined) {
    if (!problems.some((problem) => problem.startsWith(name))) missing(name, problems);
    return [];
  }
  const list = given.split(",").map((item) => item.trim());
  if (list.length > 2) problems.push(`${name}: at most two secrets, separated by a comma`);
  if (list.some((item) => item.length < SHORTEST_SECRET)) {
    problems.push(`${name}: each secret needs at least ${SHORTEST_SECRET} characters`);
  }
  return list;
}

function pairs(name: string, value: string | undefined, example: string, problems: string[]) {
  const found: [string, string][] = [];
  for (const item of (value ?? "").split(",").map((part) => part.trim())) {
    if (item === "") continue;
    const match = /^(\d+)\s*=\s*(\S.*)$/.exec(item);
    const [, id, text] = match ?? [];
    if (id === undefined || text === undefined) {
      problems.push(`${name}: "${item}" is not of the form ${example}`);
    } else if (found.some(([other]) => other === id)) {
      problems.push(`${name}: group ${id} is named twice`);
    } else found.push([id, text]);
  }
  return found;
}

function riskGroups(value: string | undefined, problems: string[]): Record<string, RaisedLevel> {
  const groups: Record<string, RaisedLevel> = {};
  for (const [id, level] of pairs("SDPX_RISK_GROUPS", value, "12=HIGH", problems)) {
    if (isRaisedLevel(level.toUpperCase())) groups[id] = level.toUpperCase() as RaisedLevel;
    else problems.push(`SDPX_RISK_GROUPS: ${level} is not one of ${RAISED_LEVELS.join(", ")}`);
  }
  return groups;
}

function aliases(value: string | undefined, problems: string[]): Record<string, string> {
  const list = pairs("SDPX_GROUP_ALIASES", value, "3=engineering", problems);
  for (const [, alias] of list) {
    if (!/^[\w.-]{1,64}$/.test(alias)) {
      problems.push(`SDPX_GROUP_ALIASES: "${alias}" may hold letters, digits, dots, - and _ only`);
    }
  }
  return Object.fromEntries(list);
}

function groupId(name: string, value: string | undefined, problems: string[]): string | null {
  if (value === undefined) return null;
  if (!/^\d+$/.test(value)) problems.push(`${name}: must be the number of one smart group`);
  return value;
}
