import { afterEach, expect, test } from "vitest";
import { ManualClock } from "../../../base/clock.ts";
import { cleanups, mac } from "../../testing/harness.ts";
import { startFakeJamf } from "../../testing/fake-jamf.ts";
import { openUpstream } from "../../upstream/call.ts";
import { jamfClient } from "./client.ts";
import { computerSchema, inventoryRecord } from "./inventory.ts";

const cleanup = cleanups();
afterEach(() => cleanup.run());

async function start(secret = "jamf-secret", timeoutMs = 5000) {
  const jamf = await startFakeJamf();
  cleanup.add(jamf.close);
  jamf.computers = Array.from({ length: 250 }, (_, index) => mac(index + 1));
  jamf.groups.set("12", new Set([1, 250]));
  const upstream = openUpstream({
    name: "Jamf Pro",
    baseUrl: jamf.url,
    timeoutMs,
    connections: 5,
  });
  cleanup.add(() => upstream.close());
  const clock = new ManualClock(1_700_000_000_000);
  const credentials = { clientId: "client", clientSecret: secret };
  const client = jamfClient(upstream, credentials, clock, new AbortController().signal);
  const count = (path: RegExp) => jamf.requests.filter((request) => path.test(request.path)).length;
  return { jamf, client, clock, count };
}

test("250 computers are read in three calls with one token", async () => {
  const { client, count, jamf } = await start();
  const ids = jamf.computers.map(({ id }) => String(id));
  const records = await client.inventory([...ids, "9999"]);
  expect(records.size).toBe(250);
  expect(records.get("250")).toMatchObject({
    serial: "SERIAL250",
    udid: expect.stringMatching(/^aaaa/),
  });
  expect(count(/computers-inventory/)).toBe(3);
  expect(count(/oauth/)).toBe(1);
  for (const { query } of jamf.requests.filter(({ path }) => /inventory/.test(path))) {
    expect((query.get("filter") ?? "").split(",").length).toBeLessThanOrEqual(100);
    expect(query.get("sort")).toBe("id:asc");
    expect(query.getAll("section")).toContain("GROUP_MEMBERSHIPS");
  }
});

test("an older server without v3 is asked by v1, and the answer is remembered", async () => {
  const { client, count, jamf } = await start();
  jamf.versions = ["v1"];
  await client.inventory(["1"]);
  await client.inventory(["2"]);
  expect([count(/v3/), count(/v4/), count(/v1\/computers/)]).toEqual([1, 1, 2]);
  jamf.versions = ["v4"];
  await expect(client.inventory(["3"])).rejects.toMatchObject({ failure: "not-found" });
  expect((await client.inventory(["3"])).size).toBe(1);
});

test("a token is renewed shortly before it ends, and once when it is refused", async () => {
  const { client, clock, count, jamf } = await start();
  await client.groupMembers("12");
  clock.advance(569_000 - 1);
  await client.groupMembers("12");
  expect(count(/oauth/)).toBe(1);
  clock.advance(1);
  await client.groupMembers("12");
  expect(count(/oauth/)).toBe(2);

  let refuse = 1;
  jamf.fault = ({ path }) =>
    path.includes("membership") && refuse-- > 0 ? { status: 401 } : undefined;
  expect([...(await client.groupMembers("12"))]).toEqual(["1", "250"]);
  expect(count(/oauth/)).toBe(3);

  jamf.fault = ({ path }) => (path.includes("membership") ? { status: 401 } : undefined);
  await expect(client.groupMembers("12")).rejects.toMatchObject({
    code: "not-signed-in",
    failure: "unauthorised",
  });
  expect(count(/oauth/)).toBe(4);
});

test("wrong credentials are told without the secret", async () => {
  const { client } = await start("wrong-secret");
  const error = await client.groupMembers("12").catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: "not-signed-in",
    message: "Jamf Pro answers 401: invalid_client",
    where: expect.stringContaining("/api/oauth/token"),
    fix: expect.stringContaining("id and secret"),
  });
  expect(JSON.stringify(error)).not.toContain("wrong-secret");
});

const html = "<!DOCTYPE html><html><body>Sign in</body></html>";
test.each([
  ["404 for a group", { status: 404, body: { errors: [] } }, "not-found", "not-found"],
  [
    "403",
    { status: 403, body: { errors: [{ code: "NO_PRIVILEGE" }] } },
    "forbidden",
    "not-allowed",
  ],
  ["500", { status: 500, body: html }, "broken", "remote-unavailable"],
  ["503", { status: 503, body: html }, "busy", "remote-unavailable"],
  ["a redirect", { status: 302, headers: { location: "/login" } }, "garbled", "remote-garbled"],
  ["HTML with 200", { status: 200, body: html }, "garbled", "remote-garbled"],
  ["JSON of another shape", { status: 200, body: { members: "all" } }, "garbled", "remote-garbled"],
  ["a broken connection", "drop", "unreachable", "remote-unavailable"],
] as const)("%s is a typed failure with a remedy", async (_name, answer, failure, code) => {
  const { client, jamf } = await start();
  jamf.fault = ({ path }) => (path.includes("membership") ? answer : undefined);
  const error = await client.groupMembers("12").catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    failure,
    code,
    fix: expect.any(String),
    where: expect.any(String),
  });
  expect(String(error)).not.toContain("<body>");
});

test("a server that never answers is a timeout", async () => {
  const { client, jamf } = await start("jamf-secret", 50);
  jamf.fault = () => "hang";
  await expect(client.groupMembers("12")).rejects.toMatchObject({ failure: "timeout" });
});

test("what Jamf Pro did not collect stays unknown", () => {
  const record = (more: object) =>
    inventoryRecord(computerSchema.parse({ id: 5, hardware: { serialNumber: "S" }, ...more }));
  expect(record({})).toEqual({
    jamfId: "5",
    serial: "S",
    udid: null,
    name: null,
    user: null,
    facts: { managed: null, fileVault: null, sip: null, gatekeeper: null },
    inventoryAt: null,
    groupIds: null,
  });
  const facts = (sip: string, gatekeeper: string, partition: string, summary: string) =>
    record({
      security: { sipStatus: sip, gatekeeperStatus: gatekeeper },
      diskEncryption: { bootPartitionEncryptionDetails: { partitionFileVault2State: partition } },
      operatingSystem: { fileVault2Status: summary },
    })?.facts;
  expect(facts("ENABLED", "APP_STORE", "ENCRYPTED", "")).toMatchObject({
    sip: true,
    gatekeeper: true,
    fileVault: true,
  });
  expect(facts("DISABLED", "DISABLED", "ENCRYPTING", "ALL_ENCRYPTED")).toMatchObject({
    sip: false,
    gatekeeper: false,
    fileVault: false,
  });
  expect(facts("NOT_COLLECTED", "NOT_COLLECTED", "UNKNOWN", "BOOT_ENCRYPTED")).toMatchObject({
    sip: null,
    gatekeeper: null,
    fileVault: true,
  });
  expect(record({ hardware: { serialNumber: " " } })).toBeNull();
});
