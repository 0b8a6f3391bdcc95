import { expect, test } from "vitest";
import { SdpxError } from "../base/errors.ts";
import { type Environment, readCacheConfig } from "./config.ts";

const MINIMAL = {
  JAMF_BASE_URL: "https://example.jamfcloud.com/",
  JAMF_CLIENT_ID: "id",
  JAMF_CLIENT_SECRET: "secret",
  SDPX_WEBHOOK_SECRET: "0123456789abcdef",
  SDPX_POSTURE_TOKEN: "fedcba9876543210",
};

function problems(env: Environment): readonly string[] {
  try {
    readCacheConfig(env);
  } catch (error) {
    if (error instanceof SdpxError) return error.list;
    throw error;
  }
  return [];
}

test("what is left out has the documented default, and no Jamf Security Cloud is contacted", () => {
  const config = readCacheConfig(MINIMAL);
  expect(config).toMatchObject({
    bind: "127.0.0.1",
    port: 9443,
    dataDir: ".sdpx/cache",
    tls: null,
    timeoutMs: 10_000,
    jsc: null,
    syncEveryMs: 6 * 3_600_000,
    policy: { riskGroups: {}, complianceGroup: null, groupAliases: {}, raiseExpiryMs: 604_800_000 },
  });
  expect(config.jamf.baseUrl).toBe("https://example.jamfcloud.com");
});

test("groups, aliases, two secrets and Jamf Security Cloud are read", () => {
  const config = readCacheConfig(
    {
      ...MINIMAL,
      SDPX_RISK_GROUPS: "12=HIGH, 14=medium",
      SDPX_GROUP_ALIASES: "3=engineering,4=admins",
      SDPX_COMPLIANCE_GROUP: "9",
      SDPX_WEBHOOK_SECRET: "0123456789abcdef, 0123456789abcdeg",
      JSC_APPLICATION_ID: "app",
      JSC_APPLICATION_SECRET_FILE: "/run/secret",
      SDPX_UPSTREAM_CA_FILE: "/ca.pem",
      SDPX_JSC_CA_FILE: "/jsc.pem",
    },
    (path) => `content of ${path}\n`,
  );
  expect(config.policy).toMatchObject({
    riskGroups: { "12": "HIGH", "14": "MEDIUM" },
    groupAliases: { "3": "engineering", "4": "admins" },
    complianceGroup: "9",
  });
  expect(config.webhookSecrets).toEqual(["0123456789abcdef", "0123456789abcdeg"]);
  expect(config.jsc).toEqual({
    baseUrl: "https://api.wandera.com",
    applicationId: "app",
    applicationSecret: "content of /run/secret",
    caFile: "/jsc.pem",
  });
  expect(config.jamf.caFile).toBe("/ca.pem");
});

test("everything that is wrong is told at once", () => {
  const found = problems({
    JAMF_BASE_URL: "http://jamf.example.com",
    JAMF_CLIENT_SECRET: "secret",
    TLS_CERT_PATH: "cert.pem",
    PORT: "99999",
    TIMEOUT: "0",
    SDPX_WEBHOOK_SECRET: "short",
    SDPX_RISK_GROUPS: "12=AWFUL,twelve,12=LOW",
    SDPX_GROUP_ALIASES: "3=a b",
    SDPX_COMPLIANCE_GROUP: "nine",
    JSC_APPLICATION_ID: "app",
    SDPX_SYNC_HOURS: "10",
    SDPX_CONFIRM_HOURS: "10",
  });
  expect(found.map((problem) => problem.split(":")[0]).sort()).toEqual(
    [
      "JAMF_BASE_URL",
      "JAMF_CLIENT_ID",
      "JSC_APPLICATION_ID and JSC_APPLICATION_SECRET",
      "PORT",
      "SDPX_COMPLIANCE_GROUP",
      "SDPX_CONFIRM_HOURS",
      "SDPX_GROUP_ALIASES",
      "SDPX_POSTURE_TOKEN",
      "SDPX_RISK_GROUPS",
      "SDPX_RISK_GROUPS",
      "SDPX_RISK_GROUPS",
      "SDPX_WEBHOOK_SECRET",
      "TIMEOUT",
      "TLS_CERT_PATH and TLS_KEY_PATH",
    ].sort(),
  );
});

test("a secret is never part of a complaint", () => {
  const secret = "tooshort-Xq7";
  const text = problems({
    ...MINIMAL,
    SDPX_WEBHOOK_SECRET: `${secret},${secret},${secret}`,
  }).join();
  expect(text).toContain("SDPX_WEBHOOK_SECRET");
  expect(text).not.toContain(secret);
});

test("a secret's file that cannot be read is one complaint, and so is giving it twice", () => {
  const rest = { ...MINIMAL, JAMF_CLIENT_SECRET: undefined };
  expect(problems({ ...rest, JAMF_CLIENT_SECRET_FILE: "/nowhere/at/all" })).toEqual([
    "JAMF_CLIENT_SECRET_FILE: /nowhere/at/all cannot be read",
  ]);
  expect(problems({ ...MINIMAL, SDPX_POSTURE_TOKEN_FILE: "/x" })).toEqual([
    "SDPX_POSTURE_TOKEN and SDPX_POSTURE_TOKEN_FILE: set only one of them",
  ]);
});

test("http is for this machine only", () => {
  expect(problems({ ...MINIMAL, JAMF_BASE_URL: "http://127.0.0.1:8080" })).toEqual([]);
  expect(problems({ ...MINIMAL, JAMF_BASE_URL: "https://u:p@x.example" })).toHaveLength(1);
  expect(problems({ ...MINIMAL, JAMF_BASE_URL: "jamf" })).toHaveLength(1);
});
