import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAuthority } from "../../base/tls.ts";
import type { EmbeddedController } from "../../controller/embedded/index.ts";
import { findNashorn } from "../../sandbox-shim/engines/nashorn/find.ts";
import { startLocalController } from "../../scripts/services/embedded.ts";
import { sdpx } from "./sdpx.ts";

const PASSWORD = "correct-horse-battery";
let folder: string;
let controller: EmbeddedController;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sdpx-engines-"));
  const authority = await openAuthority(folder);
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
});
afterAll(async () => {
  await controller.close();
  await rm(folder, { recursive: true });
});

test("test --engine controller sends the cases to the Controller and says which cannot be compared", async () => {
  const { code, stdout } = await sdpx(["test", "--engine", "controller"], { env });
  expect(code).toBe(0);
  expect(stdout).toMatch(/same +a device gets the hosts of its group/);
  expect(stdout).toMatch(/cases are not comparable: the Controller does its own HTTP/);
  expect(stdout).toMatch(/\d\d the same, \d+ not comparable, on https/);

  const asked = controller.requests.filter(({ path }) => path.endsWith("/test"));
  expect(asked.length).toBeGreaterThan(40);
  const writes = controller.requests.filter(
    ({ method, path }) => method !== "GET" && !/\/test$|log(in|out)/.test(path),
  );
  expect(writes).toEqual([]);
});

test("test --engine controller without a Controller says which setting is missing", async () => {
  expect(await sdpx(["test", "--engine", "controller"])).toMatchObject({
    code: 99,
    stderr: expect.stringContaining("SDPX_CONTROLLER_URL"),
  });
});

test("probe stores a dated profile of the Controller and compares it with the sandbox here", async () => {
  const file = join(folder, "profiles", "one.json");
  const { code, stdout, stderr } = await sdpx(["probe", "--out", file], { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  // The embedded Controller runs the sandbox of sdpx, so nothing differs; a real one is another matter.
  expect(stdout).toMatch(/3\d as assumed, 0 differ, \d noted/);

  const profile = JSON.parse(await readFile(file, "utf8")) as {
    at: string;
    answers: { id: string; said: unknown }[];
  };
  expect(Date.parse(profile.at)).not.toBeNaN();
  const said = new Map(profile.answers.map((one) => [one.id, one.said]));
  expect(said.get("time")).toEqual({ value: 1542374715672 });
  expect(said.get("result-number")).toEqual({
    error: "Expression does not return boolean. Received: Integer",
  });
  expect(said.get("user-scripts")).toEqual({ result: { a: 1 } });
  expect(said.has("cache-put")).toBe(false);
});

test("probe refuses a question that it does not know, and lists those that it does", async () => {
  expect(await sdpx(["probe", "--only", "globals,nonsense"], { env })).toMatchObject({
    code: 99,
    stderr: expect.stringContaining("claim-lists"),
  });
});

test("engine list says what is usable, and why the rest is not", async () => {
  const { code, stdout } = await sdpx(["engine", "list", "--root", folder, "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual([
    { name: "quickjs", usable: true, says: expect.any(String) },
    { name: "nashorn", usable: false, says: expect.stringContaining("sdpx engine install") },
    { name: "controller", usable: false, says: expect.stringContaining("SDPX_CONTROLLER_URL") },
  ]);
});

test("an engine that is not there, or unknown, is told before anything runs", async () => {
  const run = (name: string) =>
    sdpx(["run", "-", "--kind", "condition", "--engine", name], {
      stdin: "return true;",
      cwd: folder,
    });
  expect(await run("nashorn")).toMatchObject({
    code: 99,
    stdout: "",
    stderr: expect.stringContaining("sdpx engine install nashorn"),
  });
  expect(await run("v8")).toMatchObject({
    code: 99,
    stderr: expect.stringContaining("quickjs | nashorn"),
  });
});

const nashorn = await findNashorn(process.env);
const missing = "missing" in nashorn ? ` (skipped: ${nashorn.missing})` : "";
test.skipIf(missing !== "")(`Nashorn answers in the same shape as QuickJS${missing}`, async () => {
  const stdin = [
    { id: 1, kind: "condition", expression: "return claims.user.n === 1;", userClaims: { n: 1 } },
    { id: 2, kind: "criteria", expression: "return 1;" },
    { id: 3, kind: "user-claim", expression: "console.log('x'); throw new Error('y');" },
    { id: 4, kind: "entitlement", expression: "return ['a.b'];" },
    "no json",
  ]
    .map((line) => (typeof line === "string" ? line : JSON.stringify(line)))
    .join("\n");
  const answers = async (engine: string) => {
    const classpath = "classpath" in nashorn ? nashorn.classpath : "";
    const { stdout } = await sdpx(["run", "--batch", "-", "--engine", engine], {
      stdin,
      env: { SDPX_NASHORN_CLASSPATH: classpath },
    });
    return stdout.replace(/"executionMs":[\d.]+/g, "");
  };
  expect(await answers("nashorn")).toBe(await answers("quickjs"));
});
