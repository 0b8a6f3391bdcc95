import { afterEach, expect, test } from "vitest";
import { SdpxError } from "../base/errors.ts";
import { cleanups, computerEventBody, mac, startTestCache, TOKEN } from "./testing/harness.ts";

const cleanup = cleanups();
afterEach(() => cleanup.run());

const DN = "CN=0123456789abcdef,CN=ada,OU=local";
const risk = (serial: string, to: string | null) => (event: { type: string }) =>
  event.type === "risk-changed" &&
  (event as { serial?: string }).serial === serial &&
  (event as { to?: string | null }).to === to;
const delivered = (target: string, serial: string) => (event: { type: string }) =>
  event.type === "signal-delivered" &&
  (event as { target?: string }).target === target &&
  (event as { serial?: string }).serial === serial;

test("after the first synchronisation every computer of Jamf Pro can be looked up", async () => {
  const { log, posture, send } = await startTestCache({
    cleanup,
    computers: [mac(1, { username: "ada" }), mac(2, { sip: "DISABLED" }), mac(3, { sip: "" })],
    groups: { 3: [1] },
    env: { SDPX_GROUP_ALIASES: "3=engineering" },
  });
  await log.waitFor((event) => event.type === "synced");

  const first = await posture("serial1");
  expect(first.status).toBe(200);
  expect(first.json).toMatchObject({
    v: 1,
    serial: "SERIAL1",
    managed: true,
    compliant: true,
    risk: "SECURE",
    reasons: [],
    groups: ["engineering"],
    user: "ada",
    stale: false,
  });
  expect(Object.keys(first.json)).toEqual([
    "v",
    "serial",
    "managed",
    "compliant",
    "risk",
    "riskSince",
    "reasons",
    "groups",
    "user",
    "stale",
    "asOf",
  ]);
  expect((await posture("SERIAL2")).json).toMatchObject({ compliant: false, user: null });
  expect((await posture("SERIAL3")).json).toMatchObject({ compliant: null });
  expect(await posture("NOPE")).toMatchObject({ status: 404, json: { error: "unknown-device" } });
  expect((await send("GET", "/readyz")).status).toBe(200);
});

test("a webhook raises the risk, JSC is overridden, the bound session re-evaluated; leaving the group hands it back", async () => {
  const { jamf, jsc, log, posture, groupEvent, reevaluated, send } = await startTestCache({
    cleanup,
  });
  await log.waitFor((event) => event.type === "synced");
  await posture("SERIAL1", DN);

  jamf.groups.set("12", new Set([1]));
  expect(await groupEvent(12, [1], [], 1_700_000_000_000)).toMatchObject({
    status: 202,
    json: { accepted: true },
  });
  await log.waitFor(delivered("jsc", "SERIAL1"));
  await log.waitFor(delivered("appgate", "SERIAL1"));
  expect(jsc.overrides).toEqual([{ risk: "HIGH", source: "MANUAL", deviceIds: ["jsc-1"] }]);
  expect(reevaluated).toEqual([DN]);
  expect((await posture("SERIAL1")).json).toMatchObject({
    risk: "HIGH",
    reasons: ["jamf-pro:group:12"],
  });
  expect((await posture("SERIAL2")).json).toMatchObject({ risk: "SECURE" });

  jamf.groups.set("12", new Set());
  await groupEvent(12, [], [1], 1_700_000_060_000);
  await log.waitFor(delivered("jsc", "SERIAL1"), 2);
  await log.waitFor(delivered("appgate", "SERIAL1"), 2);
  expect(jsc.overrides[1]).toEqual({ risk: "SECURE", source: "WANDERA", deviceIds: ["jsc-1"] });
  expect(reevaluated).toEqual([DN, DN]);
  expect((await posture("SERIAL1")).json).toMatchObject({ risk: "SECURE", reasons: [] });
  expect(jsc.requests.filter(({ path }) => path === "/risk/v2/devices")).toHaveLength(1);

  const explained = await send("GET", "/v1/explain?serial=SERIAL1", {
    headers: { authorization: `Bearer ${TOKEN}` },
  });
  const timeline = explained.json["timeline"] as { what: string; to?: string; detail?: string }[];
  expect(timeline.map(({ what, to, detail }) => [what, to ?? detail])).toEqual(
    expect.arrayContaining([
      ["transition", "HIGH"],
      ["signal", "HIGH"],
      ["signal", DN],
      ["transition", "SECURE"],
      ["signal", "CLEAR"],
    ]),
  );
});

test("an event about a computer has its record read again, a new one included", async () => {
  const { jamf, log, posture, webhook } = await startTestCache({ cleanup, computers: [mac(1)] });
  await log.waitFor((event) => event.type === "synced");

  jamf.computers.push(mac(7));
  jamf.groups.set("12", new Set([7]));
  expect((await webhook(computerEventBody("ComputerAdded", 7))).status).toBe(202);
  await log.waitFor(risk("SERIAL7", "HIGH"));
  expect((await posture("SERIAL7")).json).toMatchObject({ compliant: true, risk: "HIGH" });
});

test("a service that starts while Jamf Pro is down serves what it knew and catches up", async () => {
  const first = await startTestCache({ cleanup });
  await first.log.waitFor((event) => event.type === "synced");
  await first.cache.close();

  const second = await startTestCache({
    cleanup,
    folder: first.folder,
    env: { JAMF_BASE_URL: "http://127.0.0.1:1" },
  });
  expect((await second.posture("SERIAL1")).json).toMatchObject({ risk: "SECURE" });
  expect((await second.send("GET", "/readyz")).status).toBe(200);
});

test("a second process is refused the same folder", async () => {
  const first = await startTestCache({ cleanup });
  await expect(startTestCache({ cleanup, folder: first.folder })).rejects.toMatchObject({
    code: "bad-setting",
    message: "the cache's database is in use by another process",
  });
});

test("a taken port is named, with the setting to change", async () => {
  const first = await startTestCache({ cleanup });
  const error = await startTestCache({
    cleanup,
    env: { PORT: String(first.cache.port) },
  }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SdpxError);
  expect(error).toMatchObject({ code: "port-taken", where: "PORT" });
});

test("no secret and no token appears in the log", async () => {
  const { log, groupEvent, posture, lines, jamf } = await startTestCache({ cleanup });
  await log.waitFor((event) => event.type === "synced");
  await posture("SERIAL1", DN);
  jamf.groups.set("12", new Set([1]));
  await groupEvent(12, [1], []);
  await log.waitFor(delivered("jsc", "SERIAL1"));
  const text = lines.events.join("");
  expect(text).toContain("signal delivered");
  for (const secret of ["jamf-secret", "jsc-secret", "webhook-secret", "posture-token", "jwt-1"]) {
    expect(text).not.toContain(secret);
  }
});
