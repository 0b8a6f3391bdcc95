import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BUILTIN_IDS } from "../../controller/embedded/index.ts";
import type { Bench } from "../../controller/embedded/testing.ts";
import { ADMIN, startBench } from "../../controller/embedded/testing.ts";
import { ForeignClient, rows } from "./foreign.ts";

/**
 * What Appgate's Terraform provider (appgatesdp 1.24) does, call by call, and what it needs of the answers. Its own acceptance
 * tests are run by run-terraform.sh; these say in plain sight what they ask for, and run without Go.
 */
let bench: Bench;
beforeAll(async () => {
  bench = await startBench({ versions: { min: 18, max: 24 } });
});
afterAll(() => bench.close());

const LOGIN = {
  providerName: "local",
  username: ADMIN.username,
  password: ADMIN.password,
  deviceId: "0f3b1a8e-6b9f-4a57-9d0e-5ad6a3f3a001",
};

/** One run of the provider: it asks for the window with a version that nobody speaks, then signs in before every operation. */
class Provider extends ForeignClient {
  async configure(): Promise<void> {
    this.version = 5;
    const probe = await this.call("POST", "/login", LOGIN);
    expect(probe.status).toBe(406);
    expect(probe.body).toMatchObject({ minSupportedVersion: 18, maxSupportedVersion: 24 });
    this.version = Number(probe.body?.["maxSupportedVersion"]);
  }

  async operation(method: string, path: string, body?: unknown) {
    this.token = undefined;
    const login = await this.ok("POST", "/login", LOGIN);
    expect(Date.parse(String(login["expires"]))).not.toBeNaN();
    this.token = String(login["token"]);
    return this.call(method, path, body);
  }

  /** Create and read, as a resource does; both answers must be the same, or the next plan shows a change. */
  async create(kind: string, body: object): Promise<Record<string, unknown>> {
    const made = await this.operation("POST", `/${kind}`, body);
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const read = await this.read(kind, made.body?.["id"]);
    expect(read).toEqual(made.body);
    return read;
  }

  async read(kind: string, id: unknown): Promise<Record<string, unknown>> {
    const read = await this.operation("GET", `/${kind}/${String(id)}`);
    expect(read.status).toBe(200);
    return read.body ?? {};
  }

  /** Reads, changes fields, and sends the whole object back, times included. */
  async update(kind: string, id: unknown, change: object): Promise<Record<string, unknown>> {
    const before = await this.read(kind, id);
    const put = await this.operation("PUT", `/${kind}/${String(id)}`, { ...before, ...change });
    expect(put.status, JSON.stringify(put.body)).toBe(200);
    const after = await this.read(kind, id);
    expect(after).toEqual(put.body);
    expect(after["created"]).toBe(before["created"]);
    return after;
  }

  /** Deletes, and makes sure that a read no longer succeeds. */
  async destroy(kind: string, id: unknown): Promise<void> {
    expect((await this.operation("DELETE", `/${kind}/${String(id)}`)).status).toBe(204);
    expect((await this.operation("GET", `/${kind}/${String(id)}`)).status).toBe(404);
  }

  /** Finds an object by name as a data source does. */
  async lookUp(kind: string, name: string): Promise<Record<string, unknown>> {
    const query = new URLSearchParams({ query: name, orderBy: "name", range: "0-10" });
    const found = await this.operation("GET", `/${kind}?${query.toString()}`);
    const row = rows(found.body ?? {}).find((one) => one["name"] === name);
    if (row === undefined) throw new Error(`no ${kind} called ${name}`);
    return row;
  }
}

let provider: Provider;
beforeAll(async () => {
  provider = new Provider(bench);
  await provider.configure();
});
afterAll(() => provider.close());

const NOTES = { notes: "Managed by terraform", tags: ["api-created", "terraform"] };

describe("scripts", () => {
  test.each([
    ["criteria-scripts", "lifeCycle", { expression: "return claims.user.username === 'admin';\n" }],
    ["user-scripts", "updated claim name", { expression: "return {'posture': 25};\n" }],
    [
      "entitlement-scripts",
      "life-cycle",
      { expression: "return [];\n", type: "appShortcut" as const },
    ],
  ])("%s are created, read, updated, imported and destroyed", async (kind, name, fields) => {
    const made = await provider.create(kind, { name, ...NOTES, ...fields });
    // Byte for byte: a trailing newline that goes away is a change in every plan that follows.
    expect(made).toMatchObject({ name, ...NOTES, ...fields });
    const changed = await provider.update(kind, made["id"], { tags: ["developer"] });
    expect(changed).toMatchObject({ name, ...fields, tags: ["developer"] });
    expect(await provider.lookUp(kind, name)).toEqual(changed);
    await provider.destroy(kind, made["id"]);
  });

  test("device-scripts keep their file when a change leaves it out", async () => {
    const file = Buffer.from('#!/usr/bin/env bash\necho "hello world"\n').toString("base64");
    const made = await provider.create("device-scripts", {
      name: "life cycle",
      filename: "script.sh",
      file,
      ...NOTES,
    });
    const checksumSha256 = "74443048b52bf2be3b0f003a8f37592551d316c6c7c28b1a110ee6f879ef4130";
    expect(made).toMatchObject({ filename: "script.sh", checksumSha256 });
    const changed = await provider.update("device-scripts", made["id"], { notes: "changed" });
    expect(changed).toMatchObject({ notes: "changed", checksumSha256 });
    expect((await provider.read("device-scripts/download", made["id"]))["file"]).toBe(file);
    await provider.destroy("device-scripts", made["id"]);
  });
});

test("a condition keeps the id it is given, and gets the logic that was left out", async () => {
  const id = "e828cc04-f6e3-4611-b012-4117433e2804";
  const remedyMethods = [
    { type: "OtpAuthentication", message: "Please authenticate", claimSuffix: "test" },
    { type: "DisplayMessage", message: "No access", claimSuffix: null, providerId: null },
  ];
  const made = await provider.create("conditions", {
    id,
    name: "fixed id",
    ...NOTES,
    expression: "var result = false;\nreturn result;\n",
    repeatSchedules: ["1h", "13:32"],
    remedyMethods,
  });
  expect(made).toMatchObject({ id, remedyLogic: "and", repeatSchedules: ["1h", "13:32"] });
  expect(made["remedyMethods"]).toMatchObject([{ claimSuffix: "test" }, { message: "No access" }]);
  await provider.destroy("conditions", id);
});

describe("policies", () => {
  test("come back with every default, and keep what a partial block sets", async () => {
    const made = await provider.create("policies", {
      name: "defaults",
      ...NOTES,
      expression: "return true;",
      disabled: false,
      entitlements: null,
      administrativeRoles: null,
      clientSettings: { enabled: true, autoStart: "Enabled" },
      dnsSettings: [{ domain: "appgate.com", servers: ["8.8.8.8", "1.1.1.1"] }],
      tamperProofing: true,
    });
    const shown = "Show";
    expect(made).toMatchObject({
      type: "Mixed",
      tamperProofing: true,
      entitlements: [],
      proxyAutoConfig: { enabled: false, persist: false },
      trustedNetworkCheck: { enabled: false },
      clientSettings: {
        enabled: true,
        autoStart: "Enabled",
        entitlementsList: shown,
        attentionLevel: shown,
        addRemoveProfiles: shown,
        keepMeSignedIn: shown,
        samlAutoSignIn: shown,
        quit: shown,
        signOut: shown,
        suspend: shown,
        newUserOnboarding: shown,
      },
      clientProfileSettings: { enabled: false, profiles: [], force: false },
    });
    const cleared = await provider.update("policies", made["id"], { dnsSettings: [] });
    expect(cleared["dnsSettings"]).toEqual([]);
    await provider.destroy("policies", made["id"]);
  });

  test("a device policy is tamper proof unless told otherwise", async () => {
    const body = { name: "device", expression: "return true;", type: "Device" };
    const made = await provider.create("policies", body);
    expect(made["tamperProofing"]).toBe(true);
    await provider.destroy("policies", made["id"]);
  });

  test("lose the entitlements and roles that are deleted before they are changed", async () => {
    const site = (await provider.lookUp("sites", "Default Site"))["id"];
    const entitlement = await provider.create("entitlements", {
      name: "goes first",
      site,
      conditions: [BUILTIN_IDS.always],
      actions: [{ action: "allow", subtype: "icmp_up", hosts: ["10.0.0.1"], types: ["0-16"] }],
    });
    const role = await provider.create("administrative-roles", {
      name: "goes first",
      privileges: [{ type: "View", target: "Policy", scope: { all: true } }],
    });
    const policy = await provider.create("policies", {
      name: "stays",
      expression: "return true;",
      entitlements: [entitlement["id"]],
      administrativeRoles: [role["id"]],
    });
    await provider.destroy("entitlements", entitlement["id"]);
    await provider.destroy("administrative-roles", role["id"]);
    expect(await provider.read("policies", policy["id"])).toMatchObject({
      entitlements: [],
      administrativeRoles: [],
    });
    await provider.destroy("policies", policy["id"]);
  });

  test("may point at client profiles, whose links stay the same", async () => {
    const profile = await provider.create("client-profiles", {
      name: "portal",
      spaKeyName: "portal-key",
      identityProviderName: "local",
    });
    const link = () => provider.operation("GET", `/client-profiles/${String(profile["id"])}/url`);
    const url = String((await link()).body?.["url"]);
    expect(url).toMatch(/^appgate:\/\//);
    expect((await link()).body).toEqual({ url });
    const policy = await provider.create("policies", {
      name: "profiles",
      expression: "return true;",
      clientProfileSettings: { enabled: true, profiles: [profile["id"]] },
    });
    expect(policy["clientProfileSettings"]).toEqual({
      enabled: true,
      profiles: [profile["id"]],
      force: false,
    });
    await provider.destroy("policies", policy["id"]);
    await provider.destroy("client-profiles", profile["id"]);
  });
});

describe("entitlements", () => {
  test("keep the order of actions, hosts and ports, and monitor only what can be monitored", async () => {
    const actions = [
      { action: "allow", subtype: "udp_up", hosts: ["b.example", "a.example"], ports: ["53"] },
      { action: "allow", subtype: "tcp_up", hosts: ["10.0.0.0/8"], ports: ["443", "80"] },
      { action: "block", subtype: "icmp_up", hosts: ["*"], ports: [], types: ["0-16"] },
    ];
    const made = await provider.create("entitlements", {
      name: "ordered",
      ...NOTES,
      site: BUILTIN_IDS.defaultSite,
      siteName: null,
      conditions: [BUILTIN_IDS.always],
      actions,
    });
    expect(made).toMatchObject({ actions, conditionLogic: "and", siteName: "Default Site" });
    const [udp, tcp] = made["actions"] as Record<string, unknown>[];
    expect(udp).not.toHaveProperty("monitor");
    expect(tcp).toMatchObject({ monitor: { enabled: false, timeout: 30 } });
    const swapped = [...actions].reverse();
    const changed = await provider.update("entitlements", made["id"], { actions: swapped });
    expect(changed["actions"]).toMatchObject(swapped);
    await provider.destroy("entitlements", made["id"]);
  });

  test("methods are cleared by an empty list, and a risk is read in any case", async () => {
    const http = { action: "allow", subtype: "http_up", hosts: ["web"], ports: ["80"] };
    const made = await provider.create("entitlements", {
      name: "web test one",
      site: BUILTIN_IDS.defaultSite,
      conditions: [BUILTIN_IDS.always],
      riskSensitivity: "high",
      actions: [{ ...http, methods: ["GET", "PUT"] }],
    });
    expect(made).toMatchObject({
      riskSensitivity: "High",
      actions: [{ methods: ["GET", "PUT"] }],
    });
    const changed = await provider.update("entitlements", made["id"], {
      actions: [{ ...http, methods: [] }],
    });
    expect(changed["actions"]).toMatchObject([{ methods: [] }]);
    await provider.destroy("entitlements", made["id"]);
  });
});

describe("identity providers", () => {
  test("take user scripts, give themselves claim mappings, and read empty texts as nothing", async () => {
    const script = await provider.create("user-scripts", {
      name: "attached",
      expression: "return {};",
    });
    const made = await provider.create("identity-providers", {
      id: "",
      type: "LocalDatabase",
      name: "branch",
      ipPoolV4: BUILTIN_IDS.poolV4,
      userScripts: [script["id"]],
      onBoarding2FA: { mfaProviderId: BUILTIN_IDS.fido2, message: "welcome" },
    });
    expect(made["id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(made).toMatchObject({
      userScripts: [script["id"]],
      onBoarding2FA: { claimSuffix: "onBoarding", alwaysRequired: false },
    });
    expect(made["claimMappings"]).toHaveLength(7);
    const changed = await provider.update("identity-providers", made["id"], {
      ipPoolV4: "",
      userScripts: [],
    });
    expect(changed).not.toHaveProperty("ipPoolV4");
    await provider.destroy("user-scripts", script["id"]);
    await provider.destroy("identity-providers", made["id"]);
  });
});

test("roles keep lists away that were not given, and the matrix says what can be scoped", async () => {
  const matrix = (await provider.operation("GET", "/administrative-roles/type-target-map")).body;
  expect(matrix?.["actionMatrixMap"]).toMatchObject({
    View: expect.arrayContaining([{ name: "Condition", scopable: true, scopableByIdp: false }]),
  });
  const made = await provider.create("administrative-roles", {
    name: "author",
    privileges: [
      { type: "View", target: "Condition", scope: { tags: ["a"] } },
      { type: "Create", target: "Condition", scope: { all: true }, defaultTags: ["a"] },
      { type: "AssignFunction", target: "All", functions: ["Gateway"] },
    ],
  });
  expect(made["privileges"]).toEqual([
    { type: "View", target: "Condition", scope: { all: false, ids: [], tags: ["a"] } },
    {
      type: "Create",
      target: "Condition",
      scope: { all: true, ids: [], tags: [] },
      defaultTags: ["a"],
    },
    { type: "AssignFunction", target: "All", functions: ["Gateway"] },
  ]);
  await provider.destroy("administrative-roles", made["id"]);
});

test("global settings are one object; a change answers without a body", async () => {
  const before = (await provider.operation("GET", "/global-settings")).body ?? {};
  expect(before).toMatchObject({ claimsTokenExpiration: 1440, messageOfTheDay: "" });
  expect(before["collectiveId"]).toMatch(/^[0-9a-f-]{36}$/);
  const put = await provider.operation("PUT", "/global-settings", {
    ...before,
    messageOfTheDay: "hello world",
    backupPassphrase: "kept to itself",
  });
  expect(put).toMatchObject({ status: 204, body: undefined });
  const after = (await provider.operation("GET", "/global-settings")).body ?? {};
  expect(after).toEqual({ ...before, messageOfTheDay: "hello world" });
});

test("a refused body names its fields where the provider looks for them", async () => {
  const refused = await provider.operation("POST", "/criteria-scripts", { name: "x-y" });
  expect(refused).toMatchObject({
    status: 422,
    type: "application/vnd.appgate.peer-v24+json",
    body: {
      message: expect.any(String),
      errors: expect.arrayContaining([{ field: "expression", message: "may not be null" }]),
    },
  });
});
