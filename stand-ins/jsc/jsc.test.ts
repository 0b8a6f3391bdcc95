import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { decodeJwt } from "jose";
import { ManualClock } from "../../base/clock.ts";
import { basic, bearer, call } from "../shared/test-client.ts";
import { startJscStandIn } from "./server.ts";
import type { JscStandIn } from "./stand-in.ts";

const T0 = Date.parse("2026-11-21T10:00:00Z");
const risk = { applicationId: "app", applicationSecret: "secret" };
const sse = { applicationId: "sse", applicationSecret: "secret", audience: "sse" };

let clock: ManualClock;
let jsc: JscStandIn;
let token: string;

async function start(options: Parameters<typeof startJscStandIn>[0] = {}): Promise<void> {
  clock = new ManualClock(T0);
  jsc = await startJscStandIn({ clock, applications: [risk, sse], limits: null, ...options });
  token = await signIn("app", "secret");
}
async function signIn(id: string, secret: string): Promise<string> {
  const answer = await call(`${jsc.url}/v1/login`, { method: "POST", headers: basic(id, secret) });
  return String(answer.json()["token"]);
}
const get = (path: string, as = token) => call(jsc.url + path, { headers: bearer(as) });
const put = (body: unknown) =>
  call(`${jsc.url}/risk/v1/override`, { method: "PUT", headers: bearer(token), body });
const listed = async (query = "") =>
  (await get(`/risk/v2/devices${query}`)).json()["userDeviceList"] as Record<string, unknown>[];

beforeEach(() => start());
afterEach(() => jsc.close());

describe("signing in to the JSC stand-in", () => {
  it("gives a JWT for 15 minutes, and says Forbidden when it is over", async () => {
    const claims = decodeJwt(token);
    expect(claims).toMatchObject({ aud: "risk", exp: T0 / 1000 + 900 });
    expect(claims["customer_id"]).toMatch(/^[0-9a-f-]{36}$/);
    clock.advance(899_000);
    expect((await get("/risk/v2/devices")).status).toBe(200);
    clock.advance(1000);
    const over = await get("/risk/v2/devices");
    expect(over.json()).toEqual({
      logref: "Forbidden",
      message: "Forbidden",
      error: "Forbidden",
      statusCode: 403,
    });
  });

  it("refuses wrong credentials, no token, a forged one and one for another API", async () => {
    const wrong = await call(`${jsc.url}/v1/login`, {
      method: "POST",
      headers: basic("app", "wrong-secret"),
    });
    expect(wrong.status).toBe(401);
    expect(wrong.text).not.toContain("wrong-secret");
    expect((await call(`${jsc.url}/risk/v2/devices`)).status).toBe(401);
    const [head, payload] = token.split(".");
    expect((await get("/risk/v2/devices", `${head}.${payload}.AAAA`)).status).toBe(403);
    expect((await get("/risk/v2/devices", await signIn("sse", "secret"))).status).toBe(403);
  });
});

describe("device lists", () => {
  it("find a device by its externalId exactly, and by guid", async () => {
    const mac = jsc.addDevice({ externalId: "5982ce36-4526-580b-b4b9-ecc6782535bc" });
    jsc.addDevice();
    expect(await listed(`?externalId=${mac.externalId}`)).toMatchObject([
      { guid: mac.guid, riskCategory: "SECURE", info: { device: { platform: "MAC" } } },
    ]);
    expect(await listed(`?externalId=${mac.externalId?.toUpperCase()}`)).toEqual([]);
    expect(await listed(`?guid=${mac.guid}`)).toHaveLength(1);
    expect(jsc.deviceOf(mac.externalId?.toUpperCase() ?? "")?.guid).toBe(mac.guid);
  });

  it("end with a short or an empty page", async () => {
    for (let number = 0; number < 5; number += 1) jsc.addDevice();
    expect(await listed("?pageSize=3")).toHaveLength(3);
    expect(await listed("?pageSize=3&page=1")).toHaveLength(2);
    expect(await listed("?pageSize=3&page=2")).toHaveLength(0);
    const old = await get("/risk/v1/devices?pageSize=3&page=1");
    expect(old.json()).toMatchObject({ pagination: { totalPages: 2, totalRecords: 5 } });
    expect(old.json()["records"]).toHaveLength(2);
  });

  it.each([
    ["page=-1", "NEGATIVE_PAGE"],
    ["pageSize=-1", "NEGATIVE_PAGE_SIZE"],
    ["pageSize=101", "MAX_LIMIT_PER_PAGE"],
    ["page=one", "BAD_REQUEST"],
  ])("refuse %s with %s", async (query, logref) => {
    const answer = await get(`/risk/v2/devices?${query}`);
    expect(answer.json()).toMatchObject({ logref, statusCode: 400 });
  });

  it("do not know a device until UEM Connect has synced it", async () => {
    const late = jsc.addDevice({ syncAfterMs: 3_600_000 });
    expect(await listed()).toEqual([]);
    expect((await put({ risk: "HIGH", source: "MANUAL", deviceIds: [late.guid] })).status).toBe(
      404,
    );
    clock.advance(3_600_000);
    token = await signIn("app", "secret");
    expect(await listed()).toHaveLength(1);
  });
});

describe("the override", () => {
  it("pins the risk with MANUAL and hands it back to JSC's own with WANDERA", async () => {
    const { guid, externalId } = jsc.addDevice({ risk: "LOW" });
    const raised = jsc.nextOverride();
    expect((await put({ risk: "HIGH", source: "MANUAL", deviceIds: [guid] })).status).toBe(204);
    expect(await raised).toEqual({
      type: "override",
      at: T0,
      source: "MANUAL",
      risk: "HIGH",
      devices: [{ guid, externalId, from: "LOW", to: "HIGH" }],
    });
    jsc.setOwnRisk(guid, "MEDIUM");
    expect(await listed()).toMatchObject([{ riskCategory: "HIGH" }]);
    const body = { risk: "SECURE", source: "WANDERA", deviceIds: [guid] };
    expect((await put(body)).status).toBe(204);
    expect(await listed()).toMatchObject([{ riskCategory: "MEDIUM" }]);
    expect((await put({ source: "WANDERA", deviceIds: [guid] })).status).toBe(204);
  });

  it("stays pinned when it is cleared with MANUAL and SECURE, as in the product", async () => {
    const { guid } = jsc.addDevice({ risk: "HIGH" });
    await put({ risk: "SECURE", source: "MANUAL", deviceIds: [guid] });
    expect(jsc.devices).toMatchObject([{ override: "SECURE", ownRisk: "HIGH" }]);
  });

  it("does nothing at all when one of the devices is unknown, unless told to ignore it", async () => {
    const { guid } = jsc.addDevice();
    const body = { risk: "HIGH", source: "MANUAL", deviceIds: [guid, "ghost"] };
    expect((await put(body)).json()).toMatchObject({ logref: "DEVICE_NOT_FOUND", statusCode: 404 });
    expect(jsc.overrides).toEqual([]);
    await jsc.close();
    await start({ unknownDevices: "ignore" });
    const other = jsc.addDevice();
    expect((await put({ ...body, deviceIds: [other.guid, "ghost"] })).status).toBe(204);
    expect(jsc.overrides).toMatchObject([{ devices: [{ guid: other.guid }] }]);
  });

  it.each([
    [{ risk: "HUGE", source: "MANUAL", deviceIds: ["x"] }],
    [{ source: "MANUAL", deviceIds: ["x"] }],
    [{ risk: "HIGH", source: "ME", deviceIds: ["x"] }],
    [{ risk: "HIGH", source: "MANUAL", deviceIds: [] }],
    [{}],
  ])("refuses %j", async (body) => {
    expect((await put(body)).json()).toMatchObject({ logref: "BAD_REQUEST", statusCode: 400 });
  });

  it("tells listeners until they stop", async () => {
    const { guid } = jsc.addDevice();
    const seen: unknown[] = [];
    const stop = jsc.onEvent((event) => seen.push(event));
    await put({ risk: "HIGH", source: "MANUAL", deviceIds: [guid] });
    stop();
    await put({ risk: "LOW", source: "MANUAL", deviceIds: [guid] });
    expect(seen).toHaveLength(1);
    expect(jsc.overrides).toHaveLength(2);
  });
});

describe("rate limits", () => {
  it("let five requests a second through and say in milliseconds when the next may come", async () => {
    await jsc.close();
    await start({ limits: { perSecond: 5, perDay: 10_000 } });
    for (let number = 0; number < 5; number += 1) {
      expect((await get("/risk/v2/devices")).status).toBe(200);
      clock.advance(100);
    }
    const limited = await get("/risk/v2/devices");
    expect(limited.status).toBe(429);
    expect(limited.json()).toMatchObject({ logref: "TOO_MANY_REQUESTS" });
    expect(limited.headers["x-rate-limit-retry-after-milliseconds"]).toBe("500");
    clock.advance(500);
    expect((await get("/risk/v2/devices")).status).toBe(200);
  });

  it("count the day, and logins apart from data", async () => {
    await jsc.close();
    await start({ limits: { perSecond: 100, perDay: 2 } });
    for (const status of [200, 200, 429]) {
      expect((await get("/risk/v2/devices")).status).toBe(status);
    }
    await signIn("app", "secret");
    const login = await call(`${jsc.url}/v1/login`, {
      method: "POST",
      headers: basic("app", "secret"),
    });
    expect(login.status).toBe(429);
    clock.advance(86_400_000);
    token = await signIn("app", "secret");
    expect((await get("/risk/v2/devices")).status).toBe(200);
  });
});

describe("the rest of the JSC stand-in", () => {
  it("names unknown paths, and injects faults in JSC's words", async () => {
    expect((await get("/risk/v7/devices")).json()).toMatchObject({ logref: "UNKNOWN_URI_PATH" });
    jsc.faults.add({ path: "/risk/*", kind: "status", status: 503 });
    expect((await get("/risk/v2/devices")).json()).toMatchObject({ logref: "SERVICE_UNAVAILABLE" });
  });

  it("has controls for devices and own risk", async () => {
    const body = { externalId: "e1", risk: "LOW" };
    const added = await call(`${jsc.url}/stand-in/devices`, { method: "POST", body });
    const guid = String(added.json()["guid"]);
    const path = `${jsc.url}/stand-in/devices/${guid}`;
    const changed = await call(`${path}/risk`, { method: "PUT", body: { risk: "HIGH" } });
    expect(changed.json()).toMatchObject({ ownRisk: "HIGH", override: null });
    expect((await call(path, { method: "DELETE" })).status).toBe(204);
    expect((await call(path, { method: "DELETE" })).json()).toMatchObject({ error: "not-found" });
    expect((await call(`${jsc.url}/stand-in/overrides`)).json()).toEqual({ overrides: [] });
    expect((await call(`${jsc.url}/`)).json()["product"]).toContain("stand-in");
  });
});
