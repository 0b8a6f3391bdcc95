import { spawn, type ChildProcessByStdio } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { afterEach, describe, expect, test } from "vitest";
import { systemClock } from "../../base/clock.ts";
import type { ControllerClient } from "../../controller/api/index.ts";
import { createControllerClient } from "../../controller/api/index.ts";
import { folderWith, ROOT, sdpx } from "../e2e/sdpx.ts";

/** `sdpx controller` as somebody starts it for tests of their own. */
const children = new Set<ChildProcessByStdio<null, Readable, Readable>>();
const clients = new Set<ControllerClient>();
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  for (const client of clients) await client.close();
});

interface Started {
  url: string;
  caPath: string;
  client(username?: string, password?: string): Promise<ControllerClient>;
  /** As a power cut: no farewell. */
  kill(): Promise<void>;
}

async function start(folder: string, args: string[] = []): Promise<Started> {
  const ca = join(folder, "ca");
  const child = spawn(
    process.execPath,
    [join(ROOT, "scripts/sdpx.js"), "controller", "--port", "0", "--folder", ca, "--json", ...args],
    {
      cwd: ROOT,
      env: { PATH: process.env.PATH ?? "", HOME: tmpdir(), SDPX_CONTROLLER_PASSWORD: "p" },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  children.add(child);
  let shown = "";
  child.stderr.on("data", (chunk) => (shown += String(chunk)));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  for await (const line of createInterface({ input: child.stdout })) {
    const { url, caPath } = JSON.parse(line) as { url?: string; caPath?: string };
    if (url === undefined || caPath === undefined) break;
    child.stdout.resume();
    return {
      url,
      caPath,
      async client(username = "admin", password = "p") {
        const client = createControllerClient(
          {
            url,
            username,
            password,
            providerName: "local",
            deviceId: "4c07bc67-57ea-42dd-b702-c2d6c45419fc",
            insecure: false,
            caPem: await readFile(caPath, "utf8"),
          },
          { clock: systemClock },
        );
        clients.add(client);
        return client;
      },
      async kill() {
        child.kill("SIGKILL");
        await ended;
      },
    };
  }
  throw new Error(`sdpx controller did not start: ${shown}`);
}

test("with --state everything is there again after the process was killed", async () => {
  const folder = await folderWith({});
  const file = join(folder, "state.json");
  const first = await start(folder, ["--state", file]);
  const before = await first.client();
  const made = await before.create("conditions", { name: "survives", expression: "return true;" });
  await before.create("secrets", { name: "TOKEN", secret: "s3cr3t" });
  await first.kill();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const second = await start(folder, ["--state", file]);
  const after = await second.client();
  expect(await after.get("conditions", made.id)).toEqual(made);
  expect((await after.list("secrets")).map((one) => one.name)).toEqual(["TOKEN"]);
});

test("--users gives rights as narrow as one likes, --api-versions another product version", async () => {
  const users = [
    {
      username: "reader",
      password: "r",
      privileges: [{ type: "View", target: "Condition" }],
    },
  ];
  const folder = await folderWith({ "users.json": JSON.stringify(users) });
  const started = await start(folder, [
    ...["--users", join(folder, "users.json"), "--api-versions", "14-16"],
  ]);
  const reader = await started.client("reader", "r");
  expect(await reader.apiVersion()).toBe(16);
  expect((await reader.list("conditions")).map((one) => one.name)).toEqual(["Always"]);
  await expect(reader.create("conditions", { name: "no" })).rejects.toMatchObject({
    code: "not-allowed",
  });
});

test("--plain-http serves clients that cannot be told to trust a CA", async () => {
  const started = await start(await folderWith({}), ["--plain-http"]);
  expect(started.url).toMatch(/^http:\/\/localhost:\d+\/admin$/);
  expect(await (await started.client()).list("conditions")).toHaveLength(1);
});

describe("bad input is one clear error, and nothing is started", () => {
  test.each([
    [["--api-versions", "twenty"], 99, "is not a range of API versions"],
    [["--api-versions", "24-18"], 99, "is not a range of API versions"],
    [["--users", "nobody.json"], 99, "nobody.json"],
    [["--users", "broken.json"], 99, "broken.json"],
    [["--state", "broken.json"], 99, "broken.json"],
    [["--state", "other.json"], 99, "other.json"],
    [["--state", "no-such-folder/state.json"], 99, "no-such-folder/state.json"],
  ])("%j", async (args, code, said) => {
    const folder = await folderWith({ "broken.json": "{", "other.json": '{"some":"file"}' });
    const ended = await sdpx(["controller", "--port", "0", ...args], { cwd: folder });
    expect(ended.code).toBe(code);
    expect(ended.stderr).toContain(said);
    expect(ended.stdout).toBe("");
  });
});
