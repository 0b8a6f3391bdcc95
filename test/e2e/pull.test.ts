import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../base/clock.ts";
import { openAuthority } from "../../base/tls.ts";
import { createControllerClient } from "../../controller/api/index.ts";
import type { ControllerClient } from "../../controller/api/index.ts";
import { distinguishedName } from "../../controller/embedded/index.ts";
import type { EmbeddedController } from "../../controller/embedded/index.ts";
import { startLocalController } from "../../scripts/services/embedded.ts";
import { sdpxHere as sdpx } from "./in-process.ts";

const PASSWORD = "correct-horse-battery";
const ADA = {
  username: "ada",
  providerName: "local",
  deviceId: "11111111-2222-4333-8444-555555555555",
  userClaims: { username: "ada", groups: ["engineers"] },
  deviceClaims: { os: "macOS" },
};
let ca: string;
let controller: EmbeddedController;
let client: ControllerClient;
let env: Record<string, string>;

/** What editors and forms change unasked: CRLF, tabs, spaces at line ends, umlauts, no last line end. */
const ODD =
  "// Größe </script>\r\nvar a = 1;\t \r\n\r\nreturn a === 1 && claims.user.groups.length > 0;  ";
const SHELL = "#!/bin/bash\necho 'é'\n";

beforeAll(async () => {
  ca = await mkdtemp(join(tmpdir(), "sdpx-pull-ca-"));
  const authority = await openAuthority(ca);
  controller = await startLocalController({
    authority,
    resolve: {},
    users: [{ username: "admin", password: PASSWORD }],
  });
  env = {
    SDPX_CONTROLLER_URL: controller.url,
    SDPX_CONTROLLER_CA_FILE: authority.certificatePath,
    SDPX_CONTROLLER_USERNAME: "admin",
    SDPX_CONTROLLER_PASSWORD: PASSWORD,
  };
  client = createControllerClient(
    {
      url: controller.url,
      providerName: "local",
      username: "admin",
      password: PASSWORD,
      deviceId: ADA.deviceId,
      caPem: controller.caPem,
      insecure: false,
    },
    { clock: systemClock },
  );
  await client.create("criteria-scripts", {
    name: "isVip",
    notes: "By hand.\nTwo lines.",
    tags: ["Prod", "b"],
    expression: ODD,
  });
  await client.create("conditions", {
    name: "../../Über/NUL",
    expression: 'httpGet("https://cmdb.example.com/x");\nreturn true;',
    repeatSchedules: ["5m", "13:30"],
    remedyLogic: "or",
    remedyMethods: [{ type: "DisplayMessage", message: "Restart." }],
  });
  await client.create("entitlement-scripts", {
    name: "hosts",
    type: "portOrType",
    expression: "return ['22'];",
  });
  await client.create("user-scripts", { name: "con", expression: "return { a: 1 };" });
  await client.create("device-scripts", {
    name: "Mac Probe",
    filename: "probe.sh",
    file: Buffer.from(SHELL).toString("base64"),
  });
  await client.create("criteria-scripts", {
    name: "theirs",
    tags: ["managed-by:other"],
    expression: "return true;",
  });
});
afterAll(async () => {
  await client.close();
  await controller.close();
  await rm(ca, { recursive: true });
});

async function root(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "sdpx-pull-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  await writeFile(
    join(path, "package.json"),
    '{ "name": "acme", "version": "1.0.0", "type": "module" }',
  );
  return path;
}
const run = (path: string, ...args: string[]) => sdpx([...args, "--root", path], { env });
const text = (path: string, file: string) => readFile(join(path, file), "utf8");
const files = async (path: string) =>
  (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();

test("pull, build, plan: the plan is empty and not a byte is lost, whatever the objects are called", async () => {
  const path = await root();
  const pulled = await run(path, "pull");
  expect(pulled).toMatchObject({ code: 0, stderr: "" });
  expect(pulled.stdout).toContain('"Everyone"  left alone: it is built in');
  expect(pulled.stdout).toContain('"theirs"  left alone: it belongs to the bundle "other"');

  expect(await files(path)).toEqual([
    "conditions/uber-nul.meta.json",
    "conditions/uber-nul.raw.js",
    "criteria/is-vip.meta.json",
    "criteria/is-vip.raw.js",
    "device-claims/mac-probe.meta.json",
    "device-claims/mac-probe.raw.sh",
    "entitlements/hosts.meta.json",
    "entitlements/hosts.raw.js",
    "package.json",
    "user-claims/script-con.meta.json",
    "user-claims/script-con.raw.js",
  ]);
  expect(await readFile(join(path, "criteria/is-vip.raw.js"))).toEqual(Buffer.from(ODD));
  expect(JSON.parse(await text(path, "criteria/is-vip.meta.json"))).toMatchObject({
    name: "isVip",
    notes: "By hand.\nTwo lines.",
    tags: expect.arrayContaining(["b"]),
  });

  expect(await run(path, "build")).toMatchObject({ code: 0 });
  const planned = await run(path, "plan", "--detailed-exitcode");
  expect({ code: planned.code, stderr: planned.stderr }).toEqual({ code: 0, stderr: "" });

  const again = await run(path, "pull");
  expect(again.stdout).toContain("no file was written");
});

test("files that were changed here are kept; what changed on both sides is a conflict that --force resolves", async () => {
  const path = await root();
  await run(path, "pull", "--kind", "entitlement");
  const file = join(path, "entitlements/hosts.raw.js");
  const id =
    (await client.list("entitlement-scripts")).find(({ name }) => name === "hosts")?.id ?? "";
  onTestFinished(() =>
    controller.edit("entitlement-scripts", id, { expression: "return ['22'];" }),
  );

  await writeFile(file, "return ['2222'];");
  const ahead = await run(path, "pull", "--kind", "entitlement");
  expect(ahead).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("kept: it was changed here"),
  });

  controller.edit("entitlement-scripts", id, { expression: "return ['23'];" });
  const both = await run(path, "pull", "--kind", "entitlement");
  expect(both).toMatchObject({ code: 3, stdout: expect.stringContaining("--force") });
  expect(await readFile(file, "utf8")).toBe("return ['2222'];");

  expect(await run(path, "pull", "--kind", "entitlement", "--force")).toMatchObject({ code: 0 });
  expect(await readFile(file, "utf8")).toBe("return ['23'];");

  controller.edit("entitlement-scripts", id, { expression: "return ['24'];" });
  expect((await run(path, "pull", "--kind", "entitlement")).stdout).toContain("updated");
  expect(await readFile(file, "utf8")).toBe("return ['24'];");
});

test("claims of a live session become a first case, with the outcome of the local sandbox and a stub for each call", async () => {
  const path = await root();
  await controller.sessions.signIn(ADA);
  const pulled = await run(path, "pull", "--claims-from", distinguishedName(ADA));
  expect(pulled).toMatchObject({ code: 0, stderr: "" });
  const condition = await text(path, "conditions/uber-nul.cases.ts");
  expect(condition).toContain('url: "https://cmdb.example.com/x"');
  expect(await text(path, "criteria/is-vip.cases.ts")).toContain(
    "expect: {\n        result: true,",
  );

  const tested = await run(path, "test", "--allow-missing");
  expect({ code: tested.code, stderr: tested.stderr }).toEqual({ code: 0, stderr: "" });

  const nobody = await run(path, "pull", "--claims-from", "CN=x,CN=y,OU=local");
  expect(nobody).toMatchObject({ code: 1, stderr: expect.stringContaining("--claims-from") });
});

test("a file that cannot be read is an error before anything is written, not a missing one", async () => {
  const path = await root();
  await mkdir(join(path, "criteria/is-vip.raw.js"), { recursive: true });
  const ended = await run(path, "pull");

  expect(ended).toMatchObject({ code: 99, stderr: expect.stringContaining("nothing was written") });
  expect(await files(path)).toEqual(["package.json"]);
});

test("a filter that nothing fits, and a kind that does not exist, are told", async () => {
  const path = await root();

  expect(await run(path, "pull", "--name", "isV?p*x")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("isV?p*x"),
  });
  expect(await run(path, "pull", "--kind", "policy")).toMatchObject({
    code: 99,
    stderr: expect.stringContaining("device-claim"),
  });
});

test("adopt changes nothing but tag and machine line, once; then the plan is empty and pulling again too", async () => {
  const path = await root();
  await run(path, "pull", "--name", "isVip");
  await run(path, "build");
  const before = (await client.list("criteria-scripts")).find(({ name }) => name === "isVip");

  const adopted = await run(path, "adopt", "criteria", "isVip");
  expect({ code: adopted.code, stderr: adopted.stderr }).toEqual({ code: 0, stderr: "" });
  const after = (await client.list("criteria-scripts")).find(({ name }) => name === "isVip");
  expect(after).toEqual({
    ...before,
    updated: after?.updated,
    tags: [...(before?.tags ?? []), "managed-by:acme"],
    notes: expect.stringMatching(
      /^By hand.\nTwo lines.\n\n\[sdpx bundle=acme version=1.0.0 sha256=\w+\]$/,
    ),
  });

  expect((await run(path, "adopt", "criteria", "isVip")).stdout).toContain("already");
  expect(await run(path, "plan", "--detailed-exitcode")).toMatchObject({ code: 0 });
  expect((await run(path, "pull", "--name", "isVip")).stdout).toContain("no file was written");
});

test("adopt refuses what is built in, another bundle's or not there", async () => {
  const path = await root();

  const builtin = await run(path, "adopt", "criteria", "Everyone");
  expect(builtin).toMatchObject({ code: 3, stderr: expect.stringContaining("built in") });
  const theirs = await run(path, "adopt", "criteria", "theirs");
  expect(theirs).toMatchObject({ code: 3, stderr: expect.stringContaining('"other"') });
  const gone = await run(path, "adopt", "criteria", "nope");
  expect(gone).toMatchObject({ code: 1, stderr: expect.stringContaining("isVip") });
});
