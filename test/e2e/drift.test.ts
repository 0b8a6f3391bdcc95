import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../../base/clock.ts";
import { openAuthority } from "../../base/tls.ts";
import { createControllerClient } from "../../controller/api/index.ts";
import type { ControllerClient } from "../../controller/api/index.ts";
import type { EmbeddedController } from "../../controller/embedded/index.ts";
import { startLocalController } from "../../scripts/services/embedded.ts";
import { sdpxHere as sdpx } from "./in-process.ts";

const PASSWORD = "correct-horse-battery";
let folder: string;
let stage: EmbeddedController;
let prod: EmbeddedController;
let client: ControllerClient;
let env: Record<string, string>;

const raw = (name: string, text: string) => ({
  [`criteria/${name}.raw.js`]: text,
  [`criteria/${name}.meta.json`]: JSON.stringify({ name, notes: `About ${name}.` }),
});

async function write(files: Record<string, string>): Promise<void> {
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sdpx-drift-"));
  const authority = await openAuthority(join(folder, "ca"));
  const start = () =>
    startLocalController({
      authority,
      resolve: {},
      users: [{ username: "admin", password: PASSWORD }],
    });
  [stage, prod] = [await start(), await start()];
  const controller = (url: string) => ({
    controller: {
      url,
      caFile: "ca/development-ca.pem",
      passwordFrom: "env:PW",
      usernameFrom: "env:WHO",
    },
  });
  await mkdir(join(folder, "criteria"));
  await write({
    "package.json": '{ "name": "acme", "version": "1.0.0", "type": "module" }',
    "sdpx.json": JSON.stringify({
      profiles: { stage: controller(stage.url), prod: controller(prod.url) },
    }),
    ...raw("one", "return true;\n"),
    ...raw("two", "return false;\n"),
  });
  env = { PW: PASSWORD, WHO: "admin" };
  client = createControllerClient(
    {
      url: stage.url,
      providerName: "local",
      username: "admin",
      password: PASSWORD,
      deviceId: "4c07bc67-57ea-42dd-b702-c2d6c45419fc",
      caPem: stage.caPem,
      insecure: false,
    },
    { clock: systemClock },
  );
  await run("build");
  // What `sdpx publish` writes, made by adopting what is there already.
  for (const name of ["one", "two"]) {
    const expression = await readFile(join(folder, `criteria/${name}.raw.js`), "utf8");
    await client.create("criteria-scripts", { name, notes: `About ${name}.`, expression });
    expect(await run("adopt", "criteria", name, "--profile", "stage")).toMatchObject({ code: 0 });
  }
});
afterAll(async () => {
  await client.close();
  await stage.close();
  await prod.close();
  await rm(folder, { recursive: true });
});

const run = (...args: string[]) => sdpx([...args, "--root", folder], { env });
const idOf = async (name: string) =>
  (await client.list("criteria-scripts")).find((one) => one.name === name)?.id ?? "";
const states = async () => {
  const { code, stdout } = await run("drift", "--profile", "stage", "--json");
  const { scripts } = JSON.parse(stdout) as { scripts: { name: string; state: string }[] };
  return { code, ...Object.fromEntries(scripts.map(({ name, state }) => [name, state])) };
};

test("drift tells what was changed there, here, on both sides, and exits with 3 only for what happened there", async () => {
  expect(await states()).toEqual({ code: 0, one: "same", two: "same" });

  await write(raw("two", "return 1 === 1;\n"));
  await run("build");
  expect(await states()).toEqual({ code: 0, one: "same", two: "ahead" });

  stage.edit("criteria-scripts", await idOf("one"), { expression: "return 'edited';\n" });
  stage.edit("criteria-scripts", await idOf("two"), { expression: "return 'edited';\n" });
  expect(await states()).toEqual({ code: 3, one: "edited", two: "both" });

  const shown = await run("drift", "--profile", "stage");
  expect(shown.stdout).toContain("-return true;");
  expect(shown.stdout).toContain("+return 'edited';");
  expect(shown.stdout).toContain("2 of 2 drifted");

  stage.edit("criteria-scripts", await idOf("one"), { expression: "return true;\n" });
  stage.edit("criteria-scripts", await idOf("two"), { expression: "return false;\n", name: "too" });
  expect(await states()).toMatchObject({ code: 3, one: "same", two: "missing", too: "left-over" });
  stage.edit("criteria-scripts", await idOf("too"), { name: "two" });
});

test("diff shows what differs between two profiles, and nothing of ids, owners and built-in objects", async () => {
  const refused = await run("diff", "--profile", "stage");
  expect(refused).toMatchObject({ code: 99, stderr: expect.stringContaining("--profile") });

  const before = await run(
    "diff",
    "--profile",
    "stage",
    "--profile",
    "prod",
    "--detailed-exitcode",
  );
  expect(before).toMatchObject({
    code: 2,
    stdout: expect.stringContaining("criteria one: only on stage"),
  });

  const other = createControllerClient(
    {
      url: prod.url,
      providerName: "local",
      username: "admin",
      password: PASSWORD,
      deviceId: "4c07bc67-57ea-42dd-b702-c2d6c45419fc",
      caPem: prod.caPem,
      insecure: false,
    },
    { clock: systemClock },
  );
  const tags = ["managed-by:acme"];
  await other.create("criteria-scripts", {
    name: "one",
    tags,
    notes: "About one.",
    expression: "return true;\n",
  });
  await other.create("criteria-scripts", {
    name: "two",
    tags,
    notes: "Other.",
    expression: "return 2;\n",
  });
  await other.close();
  const after = await run("diff", "--profile", "stage", "--profile", "prod", "--json");
  expect(after.code).toBe(0);
  expect(JSON.parse(after.stdout)).toMatchObject({
    a: "stage",
    b: "prod",
    scripts: [
      { name: "one", state: "same" },
      {
        name: "two",
        state: "differs",
        fields: ["notes"],
        textDiff: expect.stringContaining("+return 2;"),
      },
    ],
  });
});
