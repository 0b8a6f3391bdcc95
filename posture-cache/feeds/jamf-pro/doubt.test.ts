import { afterEach, expect, test } from "vitest";
import { ManualClock } from "../../../base/clock.ts";
import { cleanups, computerEventBody, mac, startTestCache, TOKEN } from "../../testing/harness.ts";
import type { CacheEvent } from "../../events.ts";

const cleanup = cleanups();
afterEach(() => cleanup.run());

const DAY = 86_400_000;
const T0 = Date.parse("2026-03-01T12:00:00.000Z");
const YEARLY = { SDPX_SYNC_HOURS: "8760", SDPX_INVENTORY_DAYS: "365" };
const risk = (to: string) => (event: CacheEvent) =>
  event.type === "risk-changed" && event.to === to;
const synced = (event: CacheEvent) => event.type === "synced";

/** A cache whose clock the test moves; synchronised, with two Macs, of which `members` are in the group. */
async function start(members: number[] = [], env: Record<string, string> = YEARLY) {
  const clock = new ManualClock(T0);
  const computers = [mac(1, { reportDate: T0 }), mac(2, { reportDate: T0 })];
  const running = await startTestCache({
    cleanup,
    clock,
    computers,
    groups: { 12: members },
    env,
  });
  await running.log.waitFor(synced);
  return { clock, ...running };
}

test("when the event says in and the reading says out, the risk is raised and read again a minute later", async () => {
  const { clock, log, groupEvent, posture, jsc } = await start();
  await groupEvent(12, [1], [], T0);
  await log.waitFor(risk("HIGH"));
  clock.advance(59_999);
  expect((await posture("SERIAL1")).json).toMatchObject({ risk: "HIGH" });
  clock.advance(1);
  await log.waitFor(
    (event) => risk("SECURE")(event) && event.type === "risk-changed" && event.from === "HIGH",
  );
  await log.waitFor((event) => event.type === "signal-delivered" && event.detail === "CLEAR");
  expect(jsc.overrides.at(-1)).toMatchObject({ source: "WANDERA" });
});

test("when the event says out and the reading says in, the risk stays until a later reading says out", async () => {
  const { clock, log, groupEvent, posture, jamf } = await start([1]);
  await groupEvent(12, [], [1], T0 + 1);
  const reads = () => jamf.requests.filter(({ path }) => path.endsWith("/12")).length;
  while (reads() < 2) await posture("SERIAL1");
  expect((await posture("SERIAL1")).json).toMatchObject({ risk: "HIGH" });
  jamf.groups.set("12", new Set());
  while (!log.events.some((event) => event.type === "risk-changed" && event.from === "HIGH")) {
    clock.advance(60_000);
    await posture("SERIAL1");
  }
  expect((await posture("SERIAL1")).json).toMatchObject({ risk: "SECURE" });
});

test("while Jamf Pro is down an event raises known devices, and a clearing event clears nothing", async () => {
  const { clock, log, groupEvent, posture, jamf, lines } = await start([2]);
  jamf.fault = () => ({ status: 503, body: "<html>upgrading</html>" });
  jamf.groups.set("12", new Set([1]));
  await groupEvent(12, [1], [2], T0 + 1);
  await log.waitFor(
    (event) => risk("HIGH")(event) && "serial" in event && event.serial === "SERIAL1",
  );
  expect((await posture("SERIAL2")).json).toMatchObject({ risk: "HIGH" });
  await lines.waitFor((line) => line.includes("smart group 12") && line.includes("tried again"));
  expect(lines.events.join("")).toContain("an HTML page");

  jamf.fault = undefined;
  clock.advance(1000);
  await log.waitFor((event) => event.type === "risk-changed" && event.from === "HIGH");
  expect((await posture("SERIAL1")).json).toMatchObject({ risk: "HIGH" });
  expect((await posture("SERIAL2")).json).toMatchObject({ risk: "SECURE" });
});

test("Retry-After of Jamf Pro is honoured", async () => {
  const { clock, log, groupEvent, jamf, lines } = await start();
  jamf.fault = () => ({ status: 429, body: {}, headers: { "retry-after": "30" } });
  jamf.groups.set("12", new Set([1]));
  await groupEvent(12, [1], [], T0);
  const line = await lines.waitFor((text) => text.includes("tried again"));
  expect(JSON.parse(line)).toMatchObject({ retryInMs: 30_000 });
  jamf.fault = undefined;
  const before = jamf.requests.length;
  clock.advance(29_999);
  expect(jamf.requests).toHaveLength(before);
  clock.advance(1);
  await log.waitFor(risk("HIGH"));
});

test("an older event that arrives late does not undo a newer one", async () => {
  const { log, groupEvent, posture, jamf } = await start();
  jamf.groups.set("12", new Set([1]));
  await groupEvent(12, [1], [], T0 - 1000);
  await log.waitFor(risk("HIGH"));
  jamf.groups.set("12", new Set());
  await groupEvent(12, [], [1], T0 - 500);
  await log.waitFor(risk("SECURE"), 3);
  await groupEvent(12, [1], [], T0 - 800);
  // Worked on after it: when this Mac's change is seen, so was the late event.
  jamf.groups.set("12", new Set([2]));
  await groupEvent(12, [2], [], T0);
  await log.waitFor(
    (event) => risk("HIGH")(event) && "serial" in event && event.serial === "SERIAL2",
  );
  expect((await posture("SERIAL1")).json).toMatchObject({ risk: "SECURE" });
});

test("an event without ids has the group compared with what was known", async () => {
  const { log, groupEvent, posture, jamf } = await start([1]);
  jamf.groups.set("12", new Set([2]));
  await groupEvent(12, [], [], T0);
  await log.waitFor((event) => event.type === "risk-changed" && event.from === "HIGH");
  expect((await posture("SERIAL1")).json).toMatchObject({ risk: "SECURE" });
  expect((await posture("SERIAL2")).json).toMatchObject({ risk: "HIGH" });
});

test("a raise that expires is read again: kept while Jamf Pro is down, cleared when it says out", async () => {
  const { clock, log, posture, jamf, lines } = await start([1]);
  jamf.fault = () => "drop";
  clock.advance(7 * DAY);
  await lines.waitFor((line) => line.includes("smart group 12") && line.includes("tried again"));
  expect((await posture("SERIAL1")).json).toMatchObject({ risk: "HIGH" });
  jamf.fault = undefined;
  jamf.groups.set("12", new Set());
  clock.advance(1000);
  await log.waitFor((event) => event.type === "risk-changed" && event.cause.startsWith("expiry"));
  expect((await posture("SERIAL1")).json).toMatchObject({ risk: "SECURE" });
});

test("a raise that expires and is still justified is renewed", async () => {
  const { clock, posture, log, send } = await start([1]);
  clock.advance(7 * DAY);
  let expires = 0;
  while (expires <= T0 + 7 * DAY) {
    const { json } = await send("GET", "/v1/explain?serial=SERIAL1", {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    expires = (json["contributions"] as { expires: number }[])[0]?.expires ?? 0;
  }
  expect(expires).toBe(T0 + 14 * DAY);
  expect((await posture("SERIAL1")).json).toMatchObject({ risk: "HIGH" });
  expect(
    log.events.filter((event) => event.type === "risk-changed" && event.from === "HIGH"),
  ).toEqual([]);
});

test("documents turn stale when Jamf Pro cannot confirm them, and fresh when it does", async () => {
  const { clock, jamf, posture, log } = await start([], {
    SDPX_SYNC_HOURS: "6",
    SDPX_CONFIRM_HOURS: "12",
    SDPX_INVENTORY_DAYS: "365",
  });
  jamf.fault = () => "drop";
  clock.advance(12 * 3_600_000 - 1);
  expect((await posture("SERIAL1")).json).toMatchObject({ stale: false });
  clock.advance(1);
  expect((await posture("SERIAL1")).json).toMatchObject({ stale: true, risk: "SECURE" });
  jamf.fault = undefined;
  while (log.events.filter(synced).length < 2) {
    clock.advance(60_000);
    await posture("SERIAL1");
  }
  expect((await posture("SERIAL1")).json).toMatchObject({ stale: false });
});

test("a computer that Jamf Pro no longer has is no longer managed, and its raise is kept", async () => {
  const { log, jamf, posture, webhook } = await start([1]);
  jamf.computers = jamf.computers.filter(({ id }) => id !== 1);
  jamf.groups.set("12", new Set());
  await webhook(computerEventBody("ComputerInventoryCompleted", 1, T0));
  await webhook({
    webhook: { id: 9, webhookEvent: "JSSStartup", eventTimestamp: T0 },
    event: { jssUrl: "https://x" },
  });
  await log.waitFor(synced, 2);
  expect((await posture("SERIAL1")).json).toMatchObject({ managed: false, risk: "HIGH" });
});

test("a record that names a group is checked against the group itself", async () => {
  const { clock, log, jamf, posture, webhook } = await start([1]);
  // The record is ahead of the group: doubtful, so the raise stays until a later reading.
  jamf.recordedGroups = new Map([["12", new Set<number>()]]);
  await webhook(computerEventBody("ComputerInventoryCompleted", 1, T0));
  const before = jamf.requests.length;
  while (!jamf.requests.slice(before - 1).some(({ path }) => path.endsWith("/12"))) {
    await posture("SERIAL1");
  }
  expect((await posture("SERIAL1")).json).toMatchObject({ risk: "HIGH" });
  jamf.groups.set("12", new Set());
  while (!log.events.some((event) => event.type === "risk-changed" && event.from === "HIGH")) {
    clock.advance(60_000);
    await posture("SERIAL1");
  }
  expect((await posture("SERIAL1")).json).toMatchObject({ risk: "SECURE" });
});
