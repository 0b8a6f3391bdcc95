import { X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAuthority } from "../../base/tls.ts";
import type { EmbeddedController } from "../../controller/embedded/index.ts";
import { publisherRole } from "../../scripts/doctor/role.ts";
import { startLocalController } from "../../scripts/services/embedded.ts";
import { sdpxHere as sdpx } from "./in-process.ts";
import { ROOT } from "./sdpx.ts";

const PASSWORD = "correct-horse-battery";
let folder: string;
let controller: EmbeddedController;
let env: Record<string, string>;
let fingerprint: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sdpx-doctor-"));
  const authority = await openAuthority(join(folder, "ca"));
  fingerprint = new X509Certificate(authority.certificatePem).fingerprint256;
  await writeFile(join(folder, "package.json"), '{ "name": "sdpx", "version": "0.1.0" }');
  controller = await startLocalController({
    authority,
    resolve: {},
    users: [
      { username: "admin", password: PASSWORD },
      {
        username: "publisher",
        password: PASSWORD,
        privileges: publisherRole({ bundle: "sdpx", wiring: {} }).privileges,
      },
      {
        username: "nobody",
        password: PASSWORD,
        privileges: publisherRole({ bundle: "sdpx", wiring: {}, readOnly: true }).privileges.slice(
          1,
        ),
      },
    ],
  });
  env = {
    SDPX_CONTROLLER_URL: controller.url,
    SDPX_CONTROLLER_CA_FILE: authority.certificatePath,
    SDPX_CONTROLLER_USERNAME: "admin",
    SDPX_CONTROLLER_PASSWORD: PASSWORD,
  };
});
afterAll(async () => {
  await controller.close();
  await rm(folder, { recursive: true });
});

interface Report {
  healthy: boolean;
  checks: { name: string; status: string; says: string; fix?: string }[];
}
/** A root without scripts: there is nothing to build, so doctor is quick. */
async function doctor(change: Record<string, string> = {}, root = folder) {
  const ended = await sdpx(["doctor", "--json", "--root", root], { env: { ...env, ...change } });
  const report = JSON.parse(ended.stdout) as Report;
  const find = (name: string) => report.checks.find((one) => one.name === name);
  return { ...ended, ...report, find };
}

test("trust stores nothing without a fingerprint, refuses another one, and pins the right one once", async () => {
  const out = join(folder, "pinned/ca.pem");
  const trust = (...args: string[]) => sdpx(["trust", controller.url, "--out", out, ...args]);

  const asked = await trust();
  expect(asked).toMatchObject({ code: 99, stderr: expect.stringContaining(fingerprint) });
  const wrong = await trust("--fingerprint", "ab".repeat(32));
  expect(wrong).toMatchObject({ code: 99, stderr: expect.stringContaining("another authority") });
  const short = await trust("--fingerprint", "abcd");
  expect(short).toMatchObject({ code: 99, stderr: expect.stringContaining("not a SHA-256") });
  await expect(readFile(out)).rejects.toThrow();
  expect(controller.requests.filter(({ path }) => path.includes("login"))).toEqual([]);

  const stored = await trust("--fingerprint", fingerprint.replaceAll(":", "").toLowerCase());
  expect(stored).toMatchObject({ code: 0, stderr: "" });
  expect(new X509Certificate(await readFile(out)).fingerprint256).toBe(fingerprint);
  expect((await trust("--fingerprint", fingerprint)).stdout).toContain("already in");
  expect((await doctor({ SDPX_CONTROLLER_CA_FILE: out })).find("TLS")).toMatchObject({
    status: "ok",
  });

  const other = await openAuthority(join(folder, "other"));
  await writeFile(out, other.certificatePem);
  const kept = await trust("--fingerprint", fingerprint);
  expect(kept).toMatchObject({ code: 99, stderr: expect.stringContaining("not replaced") });
});

test("doctor finds a good Controller good, and the missing secret", async () => {
  const { find, stdout } = await doctor({}, ROOT);

  for (const name of [
    "Node",
    "QuickJS",
    "dist",
    "TLS",
    "certificate",
    "clock",
    "API version",
    "sign-in",
    "privileges",
    "health",
  ]) {
    expect([name, find(name)?.status]).toEqual([name, "ok"]);
  }
  expect(find("secrets")).toMatchObject({
    status: "fail",
    says: expect.stringContaining("POSTURE_CACHE_TOKEN"),
    fix: expect.stringContaining("sdpx.json"),
  });
  expect(stdout).not.toContain(PASSWORD);
});

test("each thing that is wrong is told with its remedy, and the exit code says so", async () => {
  const untrusted = await doctor({ SDPX_CONTROLLER_CA_FILE: "" });
  expect(untrusted.code).toBe(1);
  expect(untrusted.find("TLS")).toMatchObject({
    status: "fail",
    fix: expect.stringContaining("sdpx trust"),
  });
  expect(untrusted.find("sign-in")).toBeUndefined();

  const stranger = await doctor({ SDPX_CONTROLLER_PASSWORD: "wrong-one" });
  expect(stranger.find("sign-in")).toMatchObject({ status: "fail" });
  expect(stranger.stdout).not.toContain("wrong-one");

  const poor = await doctor({ SDPX_CONTROLLER_USERNAME: "nobody" });
  expect(poor.find("privileges")).toMatchObject({
    status: "fail",
    says: expect.stringMatching(/View DeviceClaimScript.*Edit Condition/),
    fix: expect.stringContaining("sdpx role"),
  });

  const half = await doctor({ SDPX_CONTROLLER_USERNAME: "" });
  expect(half.find("settings")).toMatchObject({
    status: "fail",
    says: expect.stringContaining("SDPX_CONTROLLER_USERNAME"),
  });

  const gone = await doctor({ SDPX_CONTROLLER_URL: "https://localhost:1/admin" });
  expect(gone.find("TLS")).toMatchObject({
    status: "fail",
    says: expect.stringContaining("cannot be reached"),
  });
});

test("an account with the role that sdpx prints can publish, and cannot touch what is not ours", async () => {
  const publisher = { ...env, SDPX_CONTROLLER_USERNAME: "publisher" };
  expect((await doctor(publisher)).find("privileges")).toMatchObject({ status: "ok" });

  const published = await sdpx(["publish"], { env: publisher });
  expect({ code: published.code, stderr: published.stderr }).toEqual({ code: 0, stderr: "" });
  const refused = await sdpx(["adopt", "criteria", "lowRisk"], { env: publisher });
  expect(refused).toMatchObject({ code: 0, stdout: expect.stringContaining("already") });

  const { stdout } = await sdpx(["role", "--json"]);
  const role = publisherRole({ bundle: "sdpx", wiring: {} });
  expect(JSON.parse(stdout)).toEqual(role);
  const documented = await readFile(join(ROOT, "docs/publisher-role.json"), "utf8");
  expect(JSON.parse(documented)).toEqual(role);
});

test("without a Controller nothing is contacted and nothing is wrong", async () => {
  const ended = await sdpx(["doctor"]);

  expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining("none is configured") });
});
