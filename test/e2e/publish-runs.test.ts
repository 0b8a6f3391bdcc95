import {
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openAuthority } from "../../base/tls.ts";
import type { Dump, EmbeddedController } from "../../controller/embedded/index.ts";
import { BUILTIN_IDS, distinguishedName } from "../../controller/embedded/index.ts";
import { startLocalController } from "../../scripts/services/embedded.ts";
import { sdpxHere } from "./in-process.ts";

/** A project of its own with hand-written scripts and an sdpx.json, published by the command as a person does. */
const PASSWORD = "correct-horse-battery";
const TOKEN = "s3cret-posture-token";
const ADA = {
  username: "ada",
  providerName: "local",
  deviceId: "11111111-2222-4333-8444-555555555555",
  userClaims: { groups: ["staff"] },
};
const DN = distinguishedName(ADA);
const PROJECT = (url: string, caFile: string) => ({
  profiles: {
    stage: {
      controller: {
        url,
        caFile,
        usernameFrom: "env:STAGE_USER",
        passwordFrom: "file:password.txt",
      },
      variables: { entitlement: "Git" },
    },
  },
  wiring: {
    identityProviders: { local: { userScripts: ["posture"] } },
    entitlements: { "${entitlement}": { conditions: ["is-staff"] } },
    policies: { Staff: { criteria: "isStaff" } },
    secrets: { POSTURE_CACHE_TOKEN: { from: "env:SDPX_POSTURE_TOKEN" } },
    trustedCertificates: { "posture cache": { file: "cache-ca.pem" } },
  },
});
const CRITERIA = 'return claims.user.groups.indexOf("staff") >= 0;\n';

let root: string;
let controller: EmbeddedController;
let env: Record<string, string>;
let furnished: Dump;

const write = (file: string, text: string) => writeFile(join(root, file), text);
const run = (...args: string[]) => sdpxHere([...args, "--root", root], { env });
const staged = (verb: string, ...args: string[]) => run(verb, ...args, "--profile", "stage");

async function criteria(text: string): Promise<void> {
  await write("criteria/is-staff.raw.js", text);
  expect(await run("build")).toMatchObject({ code: 0 });
}
const writes = () =>
  controller.requests.filter(
    (one) => /POST|PUT|DELETE/.test(one.method) && !/log(in|out)|\/test$|\/embedded/.test(one.path),
  ).length;
const stored = (
  kind: "policies" | "entitlements" | "identity-providers" | "secrets",
  name: string,
) => controller.dump()[kind].find((one) => one.name === name);

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "sdpx-runs-"));
  const authority = await openAuthority(join(root, "ca"));
  controller = await startLocalController({
    authority,
    resolve: {},
    users: [{ username: "admin", password: PASSWORD }],
  });
  env = { STAGE_USER: "admin", SDPX_POSTURE_TOKEN: TOKEN };
  for (const folder of ["criteria", "conditions", "user-claims"]) await mkdir(join(root, folder));
  await write("package.json", '{ "name": "acme", "version": "1.0.0", "type": "module" }');
  await write("password.txt", `${PASSWORD}\n`);
  await write("cache-ca.pem", controller.caPem);
  await write("sdpx.json", JSON.stringify(PROJECT(controller.url, authority.certificatePath)));
  await write("criteria/is-staff.meta.json", '{ "name": "isStaff" }');
  await write(
    "criteria/is-staff.cases.ts",
    `export default { cases: [
       { name: "staff gets in", claims: { user: { groups: ["staff"] } }, expect: { result: true } },
       { name: "others do not", claims: { user: { groups: [] } }, expect: { result: false } },
     ] };`,
  );
  await write("conditions/is-staff.meta.json", '{ "name": "is-staff" }');
  await write("conditions/is-staff.raw.js", CRITERIA);
  await write("user-claims/posture.meta.json", '{ "name": "posture" }');
  await write("user-claims/posture.raw.js", "return { known: true };\n");

  await criteria(CRITERIA);
  const dump = controller.dump();
  const base = { notes: "", tags: [], created: "", updated: "2026-01-01T00:00:00.000001Z" };
  controller.load({
    ...dump,
    entitlements: [
      ...dump.entitlements,
      {
        ...base,
        id: "aaaaaaaa-0000-4000-8000-000000000001",
        name: "Git",
        site: BUILTIN_IDS.defaultSite,
        disabled: false,
        conditionLogic: "and",
        conditions: [BUILTIN_IDS.always],
        actions: [
          { action: "allow", subtype: "tcp_up", hosts: ["git.corp.example"], ports: ["443"] },
        ],
        appShortcuts: [],
        appShortcutScripts: [],
      },
    ],
    policies: [
      ...dump.policies,
      {
        ...base,
        id: "aaaaaaaa-0000-4000-8000-000000000002",
        name: "Staff",
        expression: "return true;",
        type: "Access",
        disabled: false,
        entitlements: ["aaaaaaaa-0000-4000-8000-000000000001"],
        entitlementLinks: [],
        ringfenceRuleLinks: [],
      },
    ],
  });
  furnished = controller.dump();
});
afterAll(async () => {
  await controller.close();
  await rm(root, { recursive: true });
});
beforeEach(async () => {
  controller.load(furnished);
  controller.faults.clear();
  await rm(join(root, ".sdpx"), { recursive: true, force: true });
});

test("a profile's scripts, secrets, certificates and connections are published, verified, found unchanged, and rolled back", async () => {
  await controller.sessions.signIn(ADA);
  const published = await staged("publish", "--refresh", "revoke", "--verify", DN);
  expect(published).toMatchObject({ code: 0, stderr: "" });
  expect(published.stdout).toContain("test gate: 2 cases give the same on the Controller");
  expect(published.stdout).toContain("user-claim posture: not tested: it has no cases");
  expect(published.stdout).toContain("refresh: 1 session Claims tokens revoked");
  expect(published.stdout).toContain("Git on gateway");
  expect(stored("policies", "Staff")?.["expression"]).toBe("return isStaff(claims);");
  expect(stored("entitlements", "Git")?.["conditions"]).toHaveLength(2);
  expect(stored("secrets", "POSTURE_CACHE_TOKEN")?.["secret"]).toBe(TOKEN);

  const before = writes();
  const again = await staged("publish", "--json");
  expect(JSON.parse(again.stdout)).toMatchObject({ outcome: { results: [] }, verified: [] });
  expect(writes()).toBe(before);

  const rolled = await staged("rollback");
  expect(rolled).toMatchObject({ code: 0, stdout: expect.stringContaining("is rolled back") });
  expect(stored("policies", "Staff")?.["expression"]).toBe("return true;");
  expect(stored("entitlements", "Git")?.["conditions"]).toEqual([BUILTIN_IDS.always]);
  expect(stored("identity-providers", "local")?.["userScripts"]).toEqual([]);
  expect(stored("secrets", "POSTURE_CACHE_TOKEN")).toBeUndefined();
  expect((await run("runs")).stdout).toMatch(/rolled-back by .*\n.*complete {5}.*roll back of/);
});

test("what is kept on disk is for its owner alone and holds no secret", async () => {
  await staged("publish");
  const state = join(root, ".sdpx");
  const files = (await readdir(state, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );
  expect(files.map(({ name }) => name).sort()).toEqual([
    "journal.jsonl",
    "key",
    "plan.json",
    "sent.json",
    "snapshot.json",
  ]);
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    expect((await stat(path)).mode & 0o077).toBe(0);
    expect(await readFile(path, "latin1")).not.toContain(TOKEN);
  }
});

test("a secret whose value is another one is sent again only when asked", async () => {
  await staged("publish");
  env["SDPX_POSTURE_TOKEN"] = "rotated-value";
  try {
    expect((await staged("plan")).stdout).toContain("--rotate-secrets sends it");
    const rotated = await staged("publish", "--rotate-secrets");
    expect(rotated).toMatchObject({ code: 0, stdout: expect.stringContaining("updated secret") });
    expect(rotated.stdout + rotated.stderr).not.toContain("rotated-value");
    expect(stored("secrets", "POSTURE_CACHE_TOKEN")?.["secret"]).toBe("rotated-value");
    expect(await staged("plan", "--rotate-secrets", "--detailed-exitcode")).toMatchObject({
      code: 0,
    });
    // Without the value nothing can be said, and nothing is wanted.
    delete env["SDPX_POSTURE_TOKEN"];
    expect(await staged("plan", "--detailed-exitcode")).toMatchObject({ code: 0, stderr: "" });
  } finally {
    env["SDPX_POSTURE_TOKEN"] = TOKEN;
  }
});

test("a secret without a value stops the publish before the first write", async () => {
  delete env["SDPX_POSTURE_TOKEN"];
  const before = writes();
  const ended = await staged("publish");
  env["SDPX_POSTURE_TOKEN"] = TOKEN;
  expect(ended).toMatchObject({ code: 99, stderr: expect.stringContaining("SDPX_POSTURE_TOKEN") });
  expect(writes()).toBe(before);
});

test("a saved plan is carried out as it is, and refused when the Controller or the bundle has moved", async () => {
  const file = join(root, "plan.json");
  expect(await staged("plan", "--out", file, "--detailed-exitcode")).toMatchObject({ code: 2 });
  expect(await staged("publish", file)).toMatchObject({ code: 0, stderr: "" });

  await criteria(`${CRITERIA}// edited\n`);
  expect(await staged("publish", file)).toMatchObject({
    code: 3,
    stderr: expect.stringContaining("made for another bundle"),
  });
  await staged("plan", "--out", file);
  const [object] = controller.dump()["criteria-scripts"].filter(({ name }) => name === "isStaff");
  controller.edit("criteria-scripts", object?.id ?? "", { expression: "return false;" });
  const before = writes();
  expect(await staged("publish", file)).toMatchObject({
    code: 3,
    stderr: expect.stringContaining("was changed since the plan was made"),
  });
  const older = JSON.stringify({ ...JSON.parse(await readFile(file, "utf8")), planVersion: 1 });
  await writeFile(file, older);
  expect(await staged("publish", file)).toMatchObject({
    code: 99,
    stderr: expect.stringContaining("planVersion is 1"),
  });
  expect(writes()).toBe(before);
  await criteria(CRITERIA);
});

test("a plan does not decide which command runs here", async () => {
  const file = join(root, "plan.json");
  await staged("plan", "--out", file);
  const planned = await readFile(file, "utf8");
  expect(planned).toContain("env:SDPX_POSTURE_TOKEN");
  await writeFile(file, planned.replaceAll("env:SDPX_POSTURE_TOKEN", "command:touch taken"));
  const before = writes();
  expect(await staged("publish", file)).toMatchObject({
    code: 99,
    stderr: expect.stringContaining("from another place than the project"),
  });
  await writeFile(file, planned.replaceAll("indexOf", "lastIndexOf"));
  expect(await staged("publish", file)).toMatchObject({
    code: 3,
    stderr: expect.stringContaining("texts that are not those of dist/"),
  });
  expect(writes()).toBe(before);
});

test("a source that cannot be read is an error and never a delete", async () => {
  await staged("publish");
  const source = join(root, "criteria/is-staff.raw.js");
  await rename(source, `${source}.away`);
  await symlink(join(root, "nowhere"), source);
  const before = writes();
  const ended = await staged("publish", "--prune", "--prune-limit", "9");
  await rm(source);
  await rename(`${source}.away`, source);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain("is-staff");
  expect(writes()).toBe(before);
});

test("re-evaluation reaches the sessions that the filter names, and a session that is not there is told", async () => {
  await controller.sessions.signIn(ADA);
  const published = await staged("publish", "--refresh", "reevaluate", "--refresh-dn", "OU=LOCAL");
  expect(published.stdout).toContain("refresh: 1 session re-evaluated");
  await criteria(`${CRITERIA}// again\n`);
  const elsewhere = await staged(
    "publish",
    "--refresh",
    "reevaluate",
    "--refresh-dn",
    "OU=ldap",
    "--verify",
    "CN=x",
  );
  expect(elsewhere).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/refresh: 0 sessions re-evaluated\nCN=x: nobody is signed in/),
  });
  await criteria(CRITERIA);
});

test("the Controller's own evaluation decides: a difference stops the publish, unless the gate is switched off", async () => {
  await criteria("return true;\n");
  const before = writes();
  const stopped = await staged("publish");
  expect(stopped).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("[remote-test-failed]"),
  });
  expect(stopped.stderr).toContain('criteria isStaff, "others do not"');
  expect(writes()).toBe(before);
  expect(await staged("publish", "--no-test-gate")).toMatchObject({ code: 0 });
  await criteria(CRITERIA);
});

test("a publish that fails half way says how to go on; resuming ends it", async () => {
  controller.faults.add({ method: "PUT", path: "/admin/policies", effect: { kind: "html-503" } });
  const failed = await staged("publish");
  expect(failed).toMatchObject({
    code: 6,
    stderr: expect.stringContaining("failed: attach policy Staff"),
  });
  expect(failed.stderr).toMatch(/sdpx rollback \w+-\w+/);
  expect((await run("runs")).stdout).toMatch(/stopped .*\n.*\[remote-unavailable\]\n.*--resume/);
  const resumed = await staged("publish", "--resume");
  expect(resumed).toMatchObject({ code: 0, stderr: "" });
  expect(resumed.stdout).toContain("by the run that was resumed");
  expect(await staged("plan", "--detailed-exitcode")).toMatchObject({ code: 0 });
  expect(await staged("publish", "--resume")).toMatchObject({
    code: 99,
    stderr: expect.stringContaining("is complete"),
  });
});

test.for([
  [["plan", "--rename", "lowRisk"], /KIND\/OLD=NEW/],
  [["plan", "--prune-limit", "many"], /whole number/],
  [["publish", "--refresh", "now"], /none, reevaluate, revoke/],
  [["publish", "--only-bundle", "0123456789abcdef"], /--only-bundle/],
  [["publish", "no-such-plan.json"], /no-such-plan\.json/],
  [["rollback"], /no run to roll back/],
  [["rollback", "../../etc"], /no run "/],
  [["plan", "--profile", "nowhere"], /no profile "nowhere"/],
] as const)("%j: one message that says how to do it right", async ([args, says]) => {
  const profile = args.includes("--profile" as never) ? [] : ["--profile", "stage"];
  const ended = await run(...args, ...profile);
  expect(ended.code).not.toBe(0);
  expect(ended.stderr).toMatch(says);
  expect(ended.stderr).toContain("fix");
});
