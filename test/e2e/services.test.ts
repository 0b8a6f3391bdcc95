import { spawn, type ChildProcessByStdio } from "node:child_process";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { Agent, request } from "undici";
import { afterEach, expect, test } from "vitest";
import { sampleMac } from "../../stand-ins/index.ts";
import { folderWith, ROOT, sdpx } from "./sdpx.ts";

type Service = ChildProcessByStdio<null, Readable, Readable>;
const running = new Set<Service>();
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts a service of the `sdpx` command and waits for the first line of JSON that has a `url`. */
async function start(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(ROOT, "scripts/sdpx.js"), ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? "", HOME: tmpdir(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const ended = new Promise<number | null>((resolve) =>
    child.once("exit", (code) => resolve(code)),
  );
  let shown = "";
  child.stderr.on("data", (chunk) => (shown += String(chunk)));
  for await (const line of createInterface({ input: child.stdout })) {
    shown += `${line}\n`;
    const facts = line.startsWith("{") ? (JSON.parse(line) as Record<string, unknown>) : {};
    if (typeof facts.url === "string") {
      child.stdout.resume();
      return {
        ...facts,
        url: facts.url,
        stop: () => {
          child.kill("SIGTERM");
          return ended;
        },
      };
    }
  }
  throw new Error(`sdpx ${args.join(" ")} ended without a URL:\n${shown}`);
}

test("stand-ins and cache, each started as a person would: a sample Mac's posture is served, explained, and the service stops cleanly", async () => {
  const folder = await folderWith({});
  const jamf = await start(["stand-in", "jamf-pro", "--port", "0", "--json"]);
  const [, clientId = "", clientSecret = ""] =
    /client id (\S+) client secret (\S+)/.exec(JSON.stringify(jamf)) ?? [];
  const cache = await start(["cache", "serve", "--port", "0"], {
    JAMF_BASE_URL: jamf.url,
    JAMF_CLIENT_ID: clientId,
    JAMF_CLIENT_SECRET: clientSecret.replace(/[^\w-].*$/, ""),
    SDPX_WEBHOOK_SECRET: "a-webhook-secret-of-32-characters",
    SDPX_POSTURE_TOKEN: "a-posture-token-of-30-characters",
    SDPX_DATA_DIR: folder,
    SDPX_RISK_GROUPS: "3=HIGH",
    SDPX_COMPLIANCE_GROUP: "2",
  });
  const ca = join(folder, "development-ca.pem");
  const dispatcher = new Agent({ connect: { ca: await readFile(ca, "utf8") } });
  const authorization = "Bearer a-posture-token-of-30-characters";
  // The stand-ins' invented Macs are the same in every run.
  const { serial } = sampleMac(1);

  // The first synchronisation may still be under way: readyz says when it is over.
  await expect
    .poll(() => request(`${cache.url}/readyz`, { dispatcher }).then((one) => one.statusCode), {
      timeout: 20_000,
    })
    .toBe(200);
  const answer = await request(`${cache.url}/v1/posture?serial=${serial}`, {
    dispatcher,
    headers: { authorization },
  });
  expect(await answer.body.json()).toMatchObject({
    v: 1,
    serial,
    managed: true,
    compliant: true,
    risk: "SECURE",
    stale: false,
  });

  const explained = await sdpx(["explain", serial, "--url", cache.url, "--ca", ca], {
    env: { SDPX_POSTURE_TOKEN: "a-posture-token-of-30-characters" },
  });
  expect(explained).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("risk: unknown → SECURE"),
  });
  const unknown = await sdpx(["explain", "NOSUCHMAC", "--url", cache.url, "--ca", ca], {
    env: { SDPX_POSTURE_TOKEN: "a-posture-token-of-30-characters" },
  });
  expect(unknown).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("does not know NOSUCHMAC"),
  });

  await dispatcher.close();
  expect(await cache.stop()).toBe(0);
  expect(await jamf.stop()).toBe(0);
});

test("an embedded Controller is started for anyone's tests and planned against", async () => {
  const folder = await folderWith({});
  const controller = await start(["controller", "--port", "0", "--folder", folder, "--json"], {
    SDPX_CONTROLLER_PASSWORD: "pw-for-this-test",
  });
  const planned = await sdpx(["plan"], {
    env: {
      SDPX_CONTROLLER_URL: controller.url,
      SDPX_CONTROLLER_CA_FILE: join(folder, "development-ca.pem"),
      SDPX_CONTROLLER_USERNAME: "admin",
      SDPX_CONTROLLER_PASSWORD: "pw-for-this-test",
    },
  });

  expect(planned).toMatchObject({ code: 0, stdout: expect.stringContaining("7 to create") });
  expect(await controller.stop()).toBe(0);
});

test("a cache without settings lists every one that is missing, and does not start", async () => {
  const { code, stderr } = await sdpx(["cache", "serve"]);

  expect(code).toBe(99);
  for (const name of [
    "JAMF_BASE_URL",
    "JAMF_CLIENT_ID",
    "JAMF_CLIENT_SECRET",
    "SDPX_WEBHOOK_SECRET",
    "SDPX_POSTURE_TOKEN",
  ]) {
    expect(stderr).toContain(name);
  }
});

test("a port that is taken and a product without a stand-in are told with what to do", async () => {
  const first = await start(["stand-in", "jsc", "--port", "0", "--json"]);
  const port = new URL(first.url).port;

  expect(await sdpx(["stand-in", "jsc", "--port", port])).toMatchObject({
    code: 99,
    stderr: expect.stringMatching(/used by another process[\s\S]*fix/),
  });
  expect(await sdpx(["stand-in", "intune"])).toMatchObject({
    code: 99,
    stderr: expect.stringContaining("sdpx stand-in jamf-pro"),
  });
  expect(await first.stop()).toBe(0);
});
