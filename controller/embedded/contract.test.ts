import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Agent, request } from "undici";
import { createAuthority } from "../../base/tls.ts";
import { BUILTIN_IDS } from "./seed.ts";
import type { Bench } from "./testing.ts";
import { ADMIN, startBench } from "./testing.ts";

let bench: Bench;
let agent: Agent;
beforeAll(async () => {
  const all = { all: true, ids: [], tags: [] };
  bench = await startBench({
    users: [
      ADMIN,
      {
        username: "scoped",
        password: "s",
        privileges: [
          { type: "View", target: "Condition", scope: { all: false, ids: [], tags: ["ours"] } },
          { type: "Edit", target: "Condition", scope: { all: false, ids: [], tags: ["ours"] } },
          { type: "Create", target: "Condition", scope: all, defaultTags: ["api-created"] },
        ],
      },
    ],
  });
  agent = new Agent({ connect: { ca: bench.controller.caPem } });
});
afterAll(async () => {
  await agent.close();
  await bench.close();
});

interface Answer {
  status: number;
  type: string;
  json: Record<string, unknown>;
}

async function call(
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  options: { version?: number | string; token?: string; body?: unknown; raw?: string } = {},
): Promise<Answer> {
  const { version = 23, token, body, raw } = options;
  const answer = await request(`${bench.controller.url}${path}`, {
    dispatcher: agent,
    method,
    headers: {
      accept:
        typeof version === "number" ? `application/vnd.appgate.peer-v${version}+json` : version,
      ...(token === undefined ? {} : { authorization: token }),
      ...(body === undefined && raw === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined && raw === undefined ? {} : { body: raw ?? JSON.stringify(body) }),
  });
  const text = await answer.body.text();
  return {
    status: answer.statusCode,
    type: String(answer.headers["content-type"] ?? ""),
    json: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}

const credentials = {
  providerName: "local",
  ...ADMIN,
  deviceId: "4c07bc67-57ea-42dd-b702-c2d6c45419fc",
};

async function token(user = {}): Promise<string> {
  const { json } = await call("POST", "/login", { body: { ...credentials, ...user } });
  return `Bearer ${String(json["token"])}`;
}

describe("versions and tokens", () => {
  test("an unknown version is judged before the body, in the product's words", async () => {
    const answer = await call("POST", "/login", { version: 5, raw: "{not json" });
    expect(answer.status).toBe(406);
    expect(answer.json).toEqual({
      id: "not acceptable",
      maxSupportedVersion: 23,
      minSupportedVersion: 18,
      message:
        "Invalid 'Accept' header. Current version: application/vnd.appgate.peer-v23+json, Received: application/vnd.appgate.peer-v5+json",
    });
  });

  test("answers and errors carry the media type of the version that was asked for", async () => {
    expect((await call("GET", "/conditions", { version: 19 })).type).toBe(
      "application/vnd.appgate.peer-v19+json",
    );
    expect(await call("GET", "/nowhere", { version: 20, token: await token() })).toMatchObject({
      status: 404,
      type: "application/vnd.appgate.peer-v20+json",
    });
  });

  test("tolerates a client that says Bearer twice", async () => {
    expect((await call("GET", "/sites", { token: `Bearer ${await token()}` })).status).toBe(200);
  });

  test.each([[undefined], ["Bearer nonsense"]])("refuses the token %s", async (bad) => {
    const answer = await call("GET", "/sites", bad === undefined ? {} : { token: bad });
    expect(answer).toMatchObject({
      status: 401,
      json: { id: "unauthorized", message: "Token error. Login again." },
    });
  });

  test("a login tells rights and expiry, and refuses a device id that is no UUID", async () => {
    const { json } = await call("POST", "/login", { body: credentials });
    expect(json).toMatchObject({
      user: { name: "admin", privileges: [{ type: "All", target: "All" }] },
    });
    expect(json["expires"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    const bad = await call("POST", "/login", { body: { ...credentials, deviceId: "laptop" } });
    expect(bad).toMatchObject({ status: 422, json: { errors: [{ field: "deviceId" }] } });
  });

  test("provider names and the CA are told without a token", async () => {
    expect((await call("GET", "/identity-providers/names")).json["data"]).toEqual([
      { name: "local", displayName: "local", type: "Credentials" },
    ]);
    expect((await call("GET", "/certificate-authority/ca/pem")).json["certificate"]).toBe(
      bench.controller.caPem,
    );
  });
});

describe("objects", () => {
  test("come back whole, with defaults filled in and times that increase", async () => {
    const auth = { token: await token() };
    const made = await call("POST", "/policies", {
      ...auth,
      body: { name: "minimal", expression: "return true;", conditions: null, unknownField: 1 },
    });
    expect(made.status).toBe(200);
    expect(made.json).toMatchObject({
      notes: "",
      tags: [],
      type: "Mixed",
      disabled: false,
      entitlements: [],
      tamperProofing: false,
      proxyAutoConfig: { enabled: false, persist: false },
      clientSettings: { enabled: false, entitlementsList: "Show", newUserOnboarding: "Show" },
      clientProfileSettings: { enabled: false, profiles: [], force: false },
    });
    expect(made.json).not.toHaveProperty("unknownField");
    expect(made.json).not.toHaveProperty("readOnly");
    const path = `/policies/${String(made.json["id"])}`;
    const put = await call("PUT", path, { ...auth, body: { ...made.json, disabled: true } });
    expect(String(put.json["updated"]) > String(made.json["updated"])).toBe(true);
    expect(put.json["created"]).toBe(made.json["created"]);
    expect((await call("GET", path, auth)).json).toEqual(put.json);
    expect((await call("DELETE", path, auth)).status).toBe(204);
    expect((await call("GET", path, auth)).status).toBe(404);
  });

  test("a PUT resets what it leaves out, but keeps secrets and what its version does not know", async () => {
    const auth = { token: await token() };
    const made = await call("POST", "/policies", {
      ...auth,
      body: {
        name: "versions",
        expression: "return true;",
        notes: "x",
        blockLocalDnsRequests: true,
      },
    });
    const path = `/policies/${String(made.json["id"])}`;
    const old = await call("PUT", path, {
      ...auth,
      version: 20,
      body: { name: "versions", expression: "return true;" },
    });
    expect(old.json).toMatchObject({ notes: "" });
    expect(old.json).not.toHaveProperty("blockLocalDnsRequests");
    expect((await call("GET", path, auth)).json["blockLocalDnsRequests"]).toBe(true);

    const secret = await call("POST", "/secrets", {
      ...auth,
      body: { name: "S", secret: "s3cr3t" },
    });
    expect(JSON.stringify(secret.json)).not.toContain("s3cr3t");
    await call("PUT", `/secrets/${String(secret.json["id"])}`, {
      ...auth,
      body: { name: "S", notes: "new" },
    });
    expect(bench.controller.dump().secrets[0]).toMatchObject({ notes: "new", secret: "s3cr3t" });
  });

  test("a device script is told by its hash and given back by the download", async () => {
    const auth = { token: await token() };
    const file = Buffer.from('#!/usr/bin/env bash\necho "hello world"\n').toString("base64");
    const made = await call("POST", "/device-scripts", {
      ...auth,
      body: { name: "hello", filename: "hello.sh", file },
    });
    // The hash that Appgate's Terraform provider expects for this very text.
    expect(made.json["checksumSha256"]).toBe(
      "74443048b52bf2be3b0f003a8f37592551d316c6c7c28b1a110ee6f879ef4130",
    );
    expect(made.json).not.toHaveProperty("file");
    const got = await call("GET", `/device-scripts/download/${String(made.json["id"])}`, auth);
    expect(got.json).toEqual({ name: "hello", filename: "hello.sh", file });
  });

  test.each([
    ["criteria-scripts", { name: "no-identifier", expression: "x" }, "name"],
    ["entitlement-scripts", { name: "a b", expression: "x" }, "name"],
    ["entitlement-scripts", { name: "a", expression: "x", type: "url" }, "type"],
    ["conditions", { name: "a" }, "expression"],
    [
      "conditions",
      { name: "a", expression: "x", repeatSchedules: ["often"] },
      "repeatSchedules[0]",
    ],
    [
      "conditions",
      { name: "a", expression: "x", remedyMethods: [{ type: "Reason", message: "m" }] },
      "remedyMethods[0].claimSuffix",
    ],
    ["entitlements", { name: "a", site: BUILTIN_IDS.always }, "site"],
    [
      "entitlements",
      { name: "a", site: BUILTIN_IDS.defaultSite, actions: [{ action: "allow", hosts: ["h"] }] },
      "actions[0].subtype",
    ],
    [
      "policies",
      { name: "a", expression: "x", entitlements: ["11111111-1111-4111-8111-111111111111"] },
      "entitlements[0]",
    ],
    ["identity-providers", { name: "a", type: "Kerberos" }, "type"],
    ["identity-providers", { name: "a", type: "Radius", hostnames: ["h"] }, "sharedSecret"],
    ["trusted-certificates", { name: "a", pem: "none" }, "pem"],
    ["device-scripts", { name: "a", filename: "a.sh", file: "not base64!" }, "file"],
    ["conditions", { name: "Always", expression: "x" }, "name"],
    ["conditions", { name: "a", expression: 5 }, "expression"],
  ])("%s %j is refused for its field %s", async (kind, body, field) => {
    const answer = await call("POST", `/${kind}`, { token: await token(), body });
    expect(answer.status).toBe(422);
    expect((answer.json["errors"] as { field: string }[]).map((one) => one.field)).toEqual([field]);
  });

  test("a taken id conflicts, and broken JSON is a bad request", async () => {
    const auth = { token: await token() };
    const body = { id: BUILTIN_IDS.always, name: "another", expression: "x" };
    expect((await call("POST", "/conditions", { ...auth, body })).status).toBe(409);
    expect((await call("POST", "/conditions", { ...auth, raw: "{" })).status).toBe(400);
    // The same id in another collection is fine: ids are unique per kind.
    expect((await call("POST", "/user-scripts", { ...auth, body })).status).toBe(200);
  });

  test("what is referred to cannot be deleted, and the answer says by whom", async () => {
    const auth = { token: await token() };
    const body = {
      name: "held",
      site: BUILTIN_IDS.defaultSite,
      conditions: [BUILTIN_IDS.always],
      actions: [],
    };
    expect((await call("POST", "/entitlements", { ...auth, body })).json).toMatchObject({
      siteName: "Default Site",
    });
    const answer = await call("DELETE", `/conditions/${BUILTIN_IDS.always}`, auth);
    expect(answer).toMatchObject({
      status: 422,
      json: { message: 'The object is used by entitlement "held" (conditions).' },
    });
  });

  test("a trusted certificate is described", async () => {
    const { certificatePem } = await createAuthority("somebody");
    const { json } = await call("POST", "/trusted-certificates", {
      token: await token(),
      body: { name: "ca", pem: certificatePem },
    });
    expect(json["details"]).toMatchObject({
      subject: expect.stringMatching(/^CN=somebody/),
      validTo: expect.stringMatching(/Z$/),
    });
  });

  test("rights can be limited: foreign objects are invisible, default tags are added", async () => {
    const auth = { token: await token({ username: "scoped", password: "s" }) };
    expect((await call("GET", "/conditions", auth)).json).toMatchObject({
      data: [],
      totalCount: 0,
    });
    expect((await call("GET", "/policies", auth)).status).toBe(403);
    const made = await call("POST", "/conditions", {
      ...auth,
      body: { name: "mine", expression: "x", tags: ["ours"] },
    });
    expect(made.json["tags"]).toEqual(["ours", "api-created"]);
    expect(
      (
        await call("PUT", `/conditions/${BUILTIN_IDS.always}`, {
          ...auth,
          body: { name: "Always", expression: "x" },
        })
      ).status,
    ).toBe(403);
    expect((await call("GET", `/conditions/${BUILTIN_IDS.always}`, auth)).status).toBe(404);
    expect((await call("DELETE", `/conditions/${String(made.json["id"])}`, auth)).status).toBe(403);
  });
});

describe("lists", () => {
  test("are searched, filtered in both spellings, ordered and cut", async () => {
    const auth = { token: await token() };
    for (const [name, tag] of [
      ["list a", "red"],
      ["list b", "blue"],
      ["list c", "red"],
    ]) {
      await call("POST", "/user-scripts", {
        ...auth,
        body: { name, expression: "return {};", tags: [tag] },
      });
    }
    const names = (answer: Answer) =>
      (answer.json["data"] as { name: string }[]).map((one) => one.name);
    expect(
      names(await call("GET", "/user-scripts?query=LIST&orderBy=name&descending=true", auth)),
    ).toEqual(["list c", "list b", "list a"]);
    expect(names(await call("GET", "/user-scripts?query=list&tags=red", auth))).toEqual([
      "list a",
      "list c",
    ]);
    expect(names(await call("GET", "/user-scripts?filterBy%5Bname%5D=list%20b", auth))).toEqual([
      "list b",
    ]);
    const cut = await call("GET", "/user-scripts?query=list&range=0-1", auth);
    expect(cut.json).toMatchObject({ range: "0-2/3", queries: ["list"], orderBy: "name" });
    expect(names(cut)).toEqual(["list a", "list b"]);
    expect(
      (await call("GET", "/sites?query=Default+Site&orderBy=name&range=0-10", auth)).json["range"],
    ).toBe("0-1/1");
    expect((await call("GET", "/sites", { ...auth, version: 18 })).json).not.toHaveProperty(
      "totalCount",
    );
  });

  test("collections that are newer than the version do not exist", async () => {
    expect((await call("GET", "/secrets", { version: 19, token: await token() })).status).toBe(404);
    expect((await call("GET", "/tags", { version: 21, token: await token() })).status).toBe(404);
  });
});

test("state survives a dump and load", async () => {
  const dump = bench.controller.dump();
  const second = await startBench({ state: JSON.parse(JSON.stringify(dump)) as typeof dump });
  expect(second.controller.dump()).toEqual(dump);
  await second.close();
});

test("faults can be asked for over HTTP, and nonsense is refused", async () => {
  const origin = new URL(bench.controller.url).origin;
  const post = (body: unknown) =>
    request(`${origin}/embedded/faults`, {
      dispatcher: agent,
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  expect(
    (await post({ effect: { kind: "status", status: 500 }, path: "/admin/sites" })).statusCode,
  ).toBe(204);
  expect((await call("GET", "/sites", { token: await token() })).status).toBe(500);
  const bad = await post({ effect: { kind: "explode" } });
  expect(bad.statusCode).toBe(400);
  expect(await bad.body.json()).toMatchObject({
    error: "bad-input",
    list: [expect.stringContaining("effect.kind")],
  });
});
