import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ManualClock } from "../../../base/clock.ts";
import { basic, bearer, call } from "../../shared/test-client.ts";
import { startJamfProStandIn } from "../server.ts";
import { PRIVILEGES } from "./privileges.ts";
import type { JamfProStandIn } from "../stand-in.ts";

const T0 = Date.parse("2026-11-21T10:00:00Z");
const reader = {
  clientId: "reader",
  clientSecret: "s3cret",
  privileges: ["Read Computers"] as const,
  tokenLifetimeSeconds: 60,
};
const admin = { username: "admin", password: "pass:word", privileges: ["Read Computers"] as const };

let clock: ManualClock;
let jamf: JamfProStandIn;
let token: string;

async function oauth(id: string, secret: string, path = "/api/oauth/token") {
  return call(jamf.url + path, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: id,
      client_secret: secret,
    }).toString(),
  });
}

const get = (path: string, as = token) => call(jamf.url + path, { headers: bearer(as) });
const results = async (path: string) => {
  const answer = await get(path);
  expect(answer.status, answer.text).toBe(200);
  return answer.json()["results"] as Record<string, Record<string, unknown> | null>[];
};

beforeEach(async () => {
  clock = new ManualClock(T0);
  const all = { ...reader, clientId: "all", clientSecret: "all", tokenLifetimeSeconds: 600 };
  jamf = await startJamfProStandIn({
    clock,
    clients: [{ ...all, privileges: PRIVILEGES }, reader],
    users: [admin],
    samples: true,
  });
  token = String((await oauth("all", "all")).json()["access_token"]);
});
afterEach(() => jamf.close());

describe("signing in to the Jamf Pro stand-in", () => {
  it("gives an API client a token that says one second less than it lives", async () => {
    const answer = await oauth("reader", "s3cret", "/api/v1/oauth/token");
    expect(answer.json()).toMatchObject({ expires_in: 59, token_type: "Bearer" });
    const short = String(answer.json()["access_token"]);
    clock.advance(59_999);
    expect((await get("/api/v3/computers-inventory", short)).status).toBe(200);
    clock.advance(1);
    const over = await get("/api/v3/computers-inventory", short);
    expect(over.status).toBe(401);
    expect(over.json()).toEqual({
      httpStatus: 401,
      errors: [{ code: "INVALID_TOKEN", description: "Unauthorized", id: "0", field: null }],
    });
  });

  it("takes the client's credentials as Basic too", async () => {
    const answer = await call(`${jamf.url}/api/oauth/token`, {
      method: "POST",
      headers: { ...basic("all", "all"), "content-type": "application/x-www-form-urlencoded" },
      body: "grant_type=client_credentials",
    });
    expect(answer.status).toBe(200);
  });

  it("refuses a wrong secret, an unknown client and another grant, and never repeats a secret", async () => {
    for (const [id, secret] of [
      ["all", "wrong-secret"],
      ["nobody", "wrong-secret"],
    ] as const) {
      const answer = await oauth(id, secret);
      expect(answer.status).toBe(401);
      expect(answer.text).not.toContain("wrong-secret");
    }
    const grant = await call(`${jamf.url}/api/oauth/token`, { method: "POST", body: {} });
    expect(grant.status).toBe(400);
    expect(JSON.stringify(jamf.journal.entries)).not.toContain("wrong-secret");
  });

  it("gives users tokens for 30 minutes that can be kept alive and given back", async () => {
    const signIn = await call(`${jamf.url}/api/v1/auth/token`, {
      method: "POST",
      headers: basic("admin", "pass:word"),
    });
    expect(signIn.json()["expires"]).toBe("2026-11-21T10:30:00.000Z");
    clock.advance(29 * 60_000);
    const alive = await call(`${jamf.url}/api/v1/auth/keep-alive`, {
      method: "POST",
      headers: bearer(String(signIn.json()["token"])),
    });
    expect(alive.json()["expires"]).toBe("2026-11-21T10:59:00.000Z");
    const fresh = String(alive.json()["token"]);
    expect((await get("/api/v3/computers-inventory", fresh)).status).toBe(200);
    const end = { method: "POST", headers: bearer(fresh) };
    expect((await call(`${jamf.url}/api/v1/auth/invalidate-token`, end)).status).toBe(204);
    expect((await get("/api/v3/computers-inventory", fresh)).status).toBe(401);
  });

  it("keeps no client token alive, and has no /uapi unless asked", async () => {
    const answer = await call(`${jamf.url}/api/v1/auth/keep-alive`, {
      method: "POST",
      headers: bearer(token),
    });
    expect(answer.status).toBe(401);
    const uapi = { method: "POST", headers: basic("admin", "pass:word") };
    expect((await call(`${jamf.url}/uapi/auth/tokens`, uapi)).status).toBe(404);
    const old = await startJamfProStandIn({ users: [admin], legacyUapi: true });
    expect((await call(`${old.url}/uapi/auth/tokens`, uapi)).status).toBe(200);
    await old.close();
  });

  it("refuses with INVALID_PRIVILEGE what the client may not do", async () => {
    const own = String((await oauth("reader", "s3cret")).json()["access_token"]);
    const answer = await get("/api/v1/computer-groups", own);
    expect(answer.status).toBe(403);
    expect(answer.json()).toMatchObject({ errors: [{ code: "INVALID_PRIVILEGE" }] });
  });

  it("ends every token when the server restarts", async () => {
    jamf.endTokens();
    expect((await get("/api/v1/jamf-pro-version")).status).toBe(401);
    expect((await call(`${jamf.url}/api/v1/health-check`)).status).toBe(204);
  });
});

describe("computers-inventory", () => {
  it("gives GENERAL when no section is asked for, and null for the others", async () => {
    const [first] = await results("/api/v3/computers-inventory");
    expect(first).toMatchObject({ id: "1", general: { name: "Ada's MacBook Air" } });
    expect(first?.["hardware"]).toBeNull();
    expect(first).not.toHaveProperty("fonts");
  });

  it("gives the sections of posture with Jamf Pro's values", async () => {
    const sections = ["HARDWARE", "SECURITY", "DISK_ENCRYPTION", "GROUP_MEMBERSHIPS"];
    const query = sections.map((section) => `section=${section}`).join("&");
    const [, , , fourth] = await results(`/api/v3/computers-inventory?${query}&sort=id:asc`);
    expect(fourth).toMatchObject({
      id: "4",
      security: { sipStatus: "ENABLED", gatekeeperStatus: "APP_STORE_AND_IDENTIFIED_DEVELOPERS" },
      diskEncryption: {
        bootPartitionEncryptionDetails: { partitionFileVault2State: "UNENCRYPTED" },
        fileVault2Enabled: false,
      },
      groupMemberships: [{ groupId: "1", groupName: "All Managed Clients", smartGroup: true }],
    });
    expect(fourth?.["general"]).toBeNull();
  });

  it("filters, sorts and pages", async () => {
    const filter = encodeURIComponent("id=in=(2,4,5)");
    const base = `/api/v3/computers-inventory?filter=${filter}&sort=id:desc&page-size=2`;
    expect((await results(base)).map(({ id }) => id)).toEqual(["5", "4"]);
    expect((await results(`${base}&page=1`)).map(({ id }) => id)).toEqual(["2"]);
    expect((await get(`${base}&page=9`)).json()).toEqual({ totalCount: 3, results: [] });
  });

  it("sees a change between two pages at once", async () => {
    const path = `/api/v3/computers-inventory?filter=${encodeURIComponent('general.reportDate>"2026-11-21T10:00:00Z"')}`;
    expect(await results(path)).toHaveLength(0);
    clock.advance(5000);
    await jamf.updateComputer(3, { fileVault: "DECRYPTING" });
    expect((await results(path)).map(({ id }) => id)).toEqual(["3"]);
  });

  it.each([
    ["filter=id", "filter"],
    ["filter=shoe==1", "filter"],
    ["section=SHOES", "section"],
    ["section=FONTS", "section"],
    ["page=-1", "page"],
    ["page-size=2001", "page-size"],
    ["sort=shoe:asc", "sort"],
  ])("refuses %s with 400 and the field", async (query, field) => {
    const answer = await get(`/api/v3/computers-inventory?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ httpStatus: 400, errors: [{ field }] });
  });

  it("exists in versions 1 to 3 unless told otherwise", async () => {
    expect((await get("/api/v1/computers-inventory?section=FONTS")).status).toBe(200);
    expect((await get("/api/v4/computers-inventory")).status).toBe(404);
    const later = await startJamfProStandIn({ inventoryVersions: [3, 4] });
    expect((await call(`${later.url}/api/v4/computers-inventory`)).status).toBe(401);
    expect((await call(`${later.url}/api/v1/computers-inventory`)).status).toBe(404);
    await later.close();
  });

  it("gives one full record by id, and 404 for none", async () => {
    const answer = await get("/api/v3/computers-inventory-detail/2");
    expect(answer.json()).toMatchObject({ id: "2", extensionAttributes: [{ definitionId: "1" }] });
    expect((await get("/api/v3/computers-inventory-detail/99")).status).toBe(404);
  });
});

describe("groups, compliance and the rest", () => {
  it("lists groups with ids as text and members as numbers", async () => {
    const [first] = await results("/api/v2/computer-groups/smart-groups?page-size=1");
    expect(first).toMatchObject({ id: "1", membershipCount: 4 });
    const members = await get("/api/v2/computer-groups/smart-group-membership/2");
    expect(members.json()).toEqual({ members: [1, 2, 3, 5] });
    expect((await get("/api/v2/computer-groups/smart-group-membership/77")).status).toBe(404);
    const all = await get("/api/v1/computer-groups");
    expect(JSON.parse(all.text)).toHaveLength(4);
  });

  it("tells the compliance of a device", async () => {
    const path = "/api/v1/conditional-access/device-compliance-information/computer";
    expect(JSON.parse((await get(`${path}/5`)).text)).toMatchObject([
      { deviceId: "5", applicable: true, complianceState: "NON_COMPLIANT" },
    ]);
    expect((await get(`${path}/99`)).status).toBe(404);
  });

  it("calculates groups again on request", async () => {
    const post = (path: string) =>
      call(jamf.url + path, { method: "POST", headers: bearer(token) });
    const group = await post("/api/v1/smart-computer-groups/1/recalculate");
    expect(group.json()).toEqual({ count: 4 });
    const computer = await post("/api/v1/computers/1/recalculate-smart-groups");
    expect(computer.json()).toEqual({ count: 3 });
    expect((await post("/api/v1/computers/99/recalculate-smart-groups")).status).toBe(404);
  });

  it("keeps mobile devices in a number space of their own", async () => {
    jamf.addMobileDevice({ serial: "IPAD1" });
    const [device] = await results("/api/v2/mobile-devices/detail");
    expect(device).toMatchObject({ mobileDeviceId: "1", hardware: { serialNumber: "IPAD1" } });
  });

  it("answers unknown API paths in JSON and all others in HTML", async () => {
    expect((await get("/api/v9/nothing")).json()).toMatchObject({ httpStatus: 404 });
    const page = await get("/nothing");
    expect(page.headers["content-type"]).toContain("text/html");
  });
});

describe("the Classic API", () => {
  it("finds a computer by id, serial number and UDID", async () => {
    const one = jamf.fleet.computer(1);
    for (const path of [`id/1`, `serialnumber/${one.serial}`, `udid/${one.udid}`]) {
      const answer = await get(`/JSSResource/computers/${path}`);
      expect(answer.json()).toMatchObject({
        computer: {
          general: { id: 1, serial_number: one.serial, report_date_epoch: T0 },
          hardware: { storage: [{ partitions: [{ filevault2_status: "Encrypted" }] }] },
          groups_accounts: {
            computer_group_memberships: [
              "All Managed Clients",
              "Compliant Macs",
              "Engineering Macs",
            ],
          },
        },
      });
    }
  });

  it("speaks HTML as soon as something is wrong, whatever the client accepts", async () => {
    for (const answer of [
      await get("/JSSResource/computers/serialnumber/NOPE"),
      await call(`${jamf.url}/JSSResource/computers/id/1`, {
        headers: { accept: "application/json" },
      }),
    ]) {
      expect(answer.status).toBeGreaterThanOrEqual(401);
      expect(answer.text).toContain("<html>");
    }
  });

  it("creates, changes, reads and deletes webhooks in XML", async () => {
    const send = (method: string, id: number, body?: string) =>
      call(`${jamf.url}/JSSResource/webhooks/id/${id}`, {
        method,
        headers: { ...bearer(token), "content-type": "text/xml" },
        body,
      });
    const xml =
      "<webhook><name>a&amp;b</name><url>https://cache.example/hook</url><content_type>application/json</content_type>" +
      "<event>SmartGroupComputerMembershipChange</event><smart_group_id>3</smart_group_id>" +
      '<authentication_type>HEADER</authentication_type><header>{"X-Key":"k"}</header></webhook>';
    expect((await send("POST", 0, xml)).status).toBe(201);
    expect((await send("POST", 0, xml)).status).toBe(409);
    expect((await send("PUT", 1, "<webhook><enabled>false</enabled></webhook>")).status).toBe(201);
    expect((await get("/JSSResource/webhooks/id/1")).json()).toMatchObject({
      webhook: { name: "a&b", enabled: false, read_timeout: 2, header: '{"X-Key":"k"}' },
    });
    expect((await send("PUT", 1, "<webhook><event>Nonsense</event></webhook>")).status).toBe(409);
    expect((await get("/JSSResource/webhooks")).json()).toEqual({
      webhooks: [{ id: 1, name: "a&b" }],
    });
    expect((await send("DELETE", 1)).status).toBe(200);
    expect((await send("DELETE", 1)).status).toBe(404);
  });
});
