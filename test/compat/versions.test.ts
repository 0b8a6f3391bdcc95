import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BUILTIN_IDS } from "../../controller/embedded/index.ts";
import type { Bench } from "../../controller/embedded/testing.ts";
import { ADMIN, startBench } from "../../controller/embedded/testing.ts";
import { ForeignClient, rows } from "./foreign.ts";

/** The shapes of each API version, 14 (product 5.3) to 24 (6.7): fields and paths that came and went. */
let bench: Bench;
let client: ForeignClient;
beforeAll(async () => {
  bench = await startBench({ versions: { min: 14, max: 24 } });
  client = new ForeignClient(bench);
});
afterAll(async () => {
  await client.close();
  await bench.close();
});

const VERSIONS = [14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24];
const since = (first: number) => VERSIONS.filter((version) => version >= first);
const until = (last: number) => VERSIONS.filter((version) => version <= last);

async function at(version: number): Promise<ForeignClient> {
  client.version = version;
  client.token = undefined;
  const login = await client.ok("POST", "/login", {
    providerName: "local",
    ...ADMIN,
    deviceId: "4c07bc67-57ea-42dd-b702-c2d6c45419fc",
  });
  client.token = String(login["token"]);
  return client;
}

/** The versions in which a check holds. */
async function versionsIn(holds: (client: ForeignClient) => Promise<boolean>): Promise<number[]> {
  const found: number[] = [];
  for (const version of VERSIONS) if (await holds(await at(version))) found.push(version);
  return found;
}

test.each([
  ["/secrets", since(20)],
  ["/tags", since(22)],
  ["/service-users", since(17)],
  ["/client-profiles", since(17)],
  ["/appliances/status", since(20)],
  ["/sites/status", since(19)],
  ["/user-scripts", VERSIONS],
  ["/stats/active-sessions/dn", since(17)],
])("GET %s exists in its versions only", async (path, versions) => {
  expect(await versionsIn(async (one) => (await one.call("GET", path)).status === 200)).toEqual(
    versions,
  );
});

test("token records are there until 21, and what follows them from 20", async () => {
  const status = async (path: string) =>
    versionsIn(async (one) => (await one.call("POST", `${path}/OU=nobody`)).status === 200);
  expect(await status("/token-records/reeval/by-dn")).toEqual(until(21));
  expect(await status("/on-boarded-devices/reevaluate")).toEqual(since(20));
});

test("every list tells what its version tells", async () => {
  const has = (field: string) =>
    versionsIn(async (one) => field in (await one.ok("GET", "/conditions?query=Always")));
  expect(await has("queries")).toEqual(since(17));
  expect(await has("query")).toEqual(until(19));
  expect(await has("totalCount")).toEqual(since(19));
});

test("ids must be given up to 16 and are made from 17 on", async () => {
  const made = await versionsIn(async (one) => {
    const body = { name: `v${one.version}`, expression: "return true;" };
    return (await one.call("POST", "/conditions", body)).status === 200;
  });
  expect(made).toEqual(since(17));
});

describe("fields", () => {
  const policy = { name: "policy", expression: "return true;" };
  const entitlement = {
    name: "entitlement",
    site: BUILTIN_IDS.defaultSite,
    conditions: [BUILTIN_IDS.always],
    riskSensitivity: "Low",
    actions: [
      { action: "allow", subtype: "http_up", hosts: ["a"], ports: ["80"], methods: ["GET"] },
    ],
    appShortcuts: [{ name: "a", url: "https://a.example", groupName: "g" }],
  };
  const script = { name: "script", filename: "a.sh", file: "" };
  let paths: Record<"policy" | "entitlement" | "script", string>;
  beforeAll(async () => {
    const one = await at(24);
    const make = async (kind: string, body: object) =>
      `/${kind}/${String((await one.ok("POST", `/${kind}`, body))["id"])}`;
    paths = {
      policy: await make("policies", policy),
      entitlement: await make("entitlements", entitlement),
      script: await make("device-scripts", { ...script, file: "QQ==" }),
    };
  });

  test.each([
    ["policy", ["type"], since(16)],
    ["policy", ["clientSettings"], since(15)],
    ["policy", ["clientSettings", "newUserOnboarding"], since(19)],
    ["policy", ["clientProfileSettings"], since(18)],
    ["policy", ["clientProfileSettings", "force"], since(19)],
    ["policy", ["overrideNearestSite"], since(19)],
    ["policy", ["blockLocalDnsRequests"], since(23)],
    ["policy", ["readOnly"], since(24)],
    ["entitlement", ["riskSensitivity"], since(17)],
    ["entitlement", ["actions", "0", "methods"], since(18)],
    ["entitlement", ["appShortcuts", "0", "groupName"], since(22)],
    ["script", ["checksum"], until(16)],
    ["script", ["checksumSha256"], VERSIONS],
  ] as const)("%s %j", async (what, path, versions) => {
    const found = await versionsIn(async (one) => {
      let value: unknown = await one.ok("GET", paths[what]);
      for (const step of path) value = (value as Record<string, unknown> | undefined)?.[step];
      return value !== undefined;
    });
    expect(found).toEqual(versions);
  });

  test.each([
    // Before 16 a policy has no type: the key is unknown, and unknown keys are passed over.
    ["policies", { ...policy, type: "Stop" }, [14, 15, ...since(19)]],
    ["entitlements", { ...entitlement, actions: [{ action: "exclude", hosts: ["a"] }] }, since(17)],
    [
      "identity-providers",
      {
        name: "old command",
        type: "LocalDatabase",
        onDemandClaimMappings: [
          { command: "processList", claimName: "processes", platform: "desktop.all" },
        ],
      },
      until(18),
    ],
  ])("%s take the values of their version", async (kind, body, versions) => {
    const accepted = await versionsIn(async (one) => {
      const name = `${kind} ${one.version}`;
      const id = crypto.randomUUID();
      return (await one.call("POST", `/${kind}`, { ...body, name, id })).status === 200;
    });
    expect(accepted).toEqual(versions);
  });

  test("a client of an old version does not wipe out what it cannot see", async () => {
    const old = await at(14);
    const seen = await old.ok("GET", paths.entitlement);
    await old.ok("PUT", paths.entitlement, { ...seen, notes: "by an old client" });
    const now = await at(24);
    expect(await now.ok("GET", paths.entitlement)).toMatchObject({
      notes: "by an old client",
      riskSensitivity: "Low",
    });
  });
});

test("admin messages are a bare list until 18", async () => {
  const bare = await versionsIn(async (one) =>
    Array.isArray((await one.call("GET", "/admin-messages/summarize")).body),
  );
  expect(bare).toEqual(until(18));
});

test("what the login tells grows with the version", async () => {
  const login = async (version: number) => {
    client.version = version;
    return client.ok("POST", "/login", {
      providerName: "local",
      ...ADMIN,
      deviceId: "4c07bc67-57ea-42dd-b702-c2d6c45419fc",
    });
  };
  expect(await login(19)).not.toHaveProperty("crlEnabled");
  expect(await login(20)).toMatchObject({ crlEnabled: false });
  expect(await login(23)).not.toHaveProperty("inactivityTimeoutMinutes");
  expect(await login(24)).toMatchObject({
    ppModeEnabled: false,
    inactivityTimeoutEnabled: false,
    inactivityTimeoutMinutes: 60,
  });
});

test("tags are counted where they stand and where policies link to them", async () => {
  const one = await at(22);
  await one.ok("POST", "/conditions", { name: "t", expression: "x", tags: ["red"] });
  await one.ok("POST", "/policies", { name: "t", expression: "x", entitlementLinks: ["red"] });
  const [tag] = rows(await one.ok("GET", "/tags?query=red"));
  expect(tag).toMatchObject({ name: "red", taggedOccurrences: 1, linkedOccurrences: 1 });
  expect(await one.ok("GET", `/tags/${String(tag?.["id"])}`)).toEqual({
    ...tag,
    taggedOccurrencesByEntityType: { Condition: 1 },
    linkedOccurrencesByEntityType: { Policy: 1 },
  });
});
