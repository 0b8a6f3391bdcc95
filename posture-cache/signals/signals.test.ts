import pino from "pino";
import { afterEach, expect, test } from "vitest";
import { ManualClock } from "../../base/clock.ts";
import { SdpxError } from "../../base/errors.ts";
import type { CacheEvent } from "../events.ts";
import { unknownDevice } from "../model/device.ts";
import type { Signal } from "../model/signal.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { startFakeJsc } from "../testing/fake-jsc.ts";
import { cleanups, entryLog, temporaryFolder } from "../testing/harness.ts";
import { openUpstream } from "../upstream/call.ts";
import { appgateSender, type Reevaluator } from "./appgate.ts";
import { jscClient } from "./jsc/client.ts";
import { jscSender } from "./jsc/sender.ts";
import { dailyBudget, rateLimiter } from "./limits.ts";
import { startOutbox } from "./outbox.ts";

const cleanup = cleanups();
afterEach(() => cleanup.run());

const T0 = Date.parse("2026-03-01T12:00:00.000Z");
const HOUR = 3_600_000;

/** Puts signals for devices into the outbox, as a decision would. */
async function put(store: Store, now: number, signals: Record<string, Signal>): Promise<void> {
  const changes = Object.entries(signals).map(([serial, signal]) => ({
    state: {
      ...unknownDevice(serial),
      udid: serial === "NOUDID" ? null : `udid-${serial.toLowerCase()}`,
    },
    document: { head: "{", staleAt: 0, tail: "}" },
    transitions: [],
    signals: [signal],
  }));
  await store.decide([], () => ({ changes }), now);
}
const raise = (level: "LOW" | "MEDIUM" | "HIGH" | "CLEAR" = "HIGH"): Signal => ({
  target: "jsc",
  urgent: level === "HIGH",
  level,
});

async function open(perDay = 10_000, reserve = 100) {
  const folder = await temporaryFolder(cleanup);
  const store = openSqliteStore(`${folder}/test.sqlite`);
  cleanup.add(() => store.close());
  const clock = new ManualClock(T0);
  const log = entryLog<CacheEvent>();
  const stopping = new AbortController();
  const jsc = await startFakeJsc();
  cleanup.add(jsc.close);
  const upstream = openUpstream({ name: "JSC", baseUrl: jsc.url, timeoutMs: 5000, connections: 5 });
  cleanup.add(() => upstream.close());
  const counts = new Map<string, number>();
  const limits = {
    // As many as a test may need at once: the limit itself has a test of its own.
    rate: rateLimiter(clock, 1000, stopping.signal),
    budget: dailyBudget(
      clock,
      {
        read: async (day) => counts.get(day) ?? 0,
        write: async (day, count) => void counts.set(day, count),
      },
      perDay,
      reserve,
    ),
  };
  const credentials = { applicationId: "jsc-id", applicationSecret: "jsc-secret" };
  const options = {
    store,
    clock,
    random: () => 0.5,
    logger: pino({ level: "silent" }),
    signal: stopping.signal,
    emit: log.listener,
  };
  return {
    store,
    clock,
    log,
    jsc,
    startJsc() {
      const client = jscClient(upstream, credentials, limits, clock, stopping.signal);
      const pump = startOutbox(options, jscSender(client, store, clock));
      cleanup.add(() => {
        stopping.abort();
        return pump.stop();
      });
      return pump;
    },
    startAppgate(reevaluator: Reevaluator) {
      const pump = startOutbox(options, appgateSender(reevaluator, store, clock));
      cleanup.add(() => {
        stopping.abort();
        return pump.stop();
      });
      return pump;
    },
  };
}

const delivered = (serial: string) => (event: CacheEvent) =>
  event.type === "signal-delivered" && event.serial === serial;
const failed = (serial: string) => (event: CacheEvent) =>
  event.type === "signal-failed" && event.serial === serial;

test("1,000 devices with known ids take one call for each level and hundred", async () => {
  const { store, jsc, log, startJsc } = await open();
  const serials = Array.from({ length: 1000 }, (_, index) => `S${index}`);
  await store.rememberJscIds(
    new Map(serials.map((s) => [`udid-${s.toLowerCase()}`, `g-${s}`])),
    T0,
  );
  await put(store, T0, Object.fromEntries(serials.map((serial) => [serial, raise()])));
  startJsc();
  await log.waitFor((event) => event.type === "signal-delivered", 1000);
  expect(jsc.requests.map(({ method }) => method).sort()).toEqual([
    "POST",
    ...Array.from({ length: 10 }, () => "PUT"),
  ]);
  expect(new Set(jsc.overrides.flatMap(({ deviceIds }) => deviceIds)).size).toBe(1000);
});

test("many unknown ids are learnt from the list by pages, few by asking for each", async () => {
  const { store, jsc, log, startJsc } = await open();
  const serials = Array.from({ length: 150 }, (_, index) => `S${index}`);
  for (const serial of serials) jsc.devices.set(`udid-${serial.toLowerCase()}`, `g-${serial}`);
  await put(store, T0, Object.fromEntries(serials.map((serial) => [serial, raise("LOW")])));
  const pump = startJsc();
  await log.waitFor((event) => event.type === "signal-delivered", 150);
  const lookups = () => jsc.requests.filter(({ path }) => path === "/risk/v2/devices");
  expect(lookups()).toHaveLength(2);

  jsc.devices.set("udid-late", "g-late");
  await put(store, T0, { LATE: raise(), S1: raise("CLEAR") });
  pump.notify();
  await log.waitFor(delivered("LATE"));
  await log.waitFor(delivered("S1"), 2);
  expect(
    lookups()
      .slice(2)
      .map(({ query }) => query.get("externalId")),
  ).toEqual(["udid-late"]);
  expect(jsc.overrides).toContainEqual({
    risk: "SECURE",
    source: "WANDERA",
    deviceIds: ["g-S1"],
  });
});

test("a device that the API refuses is given up alone; all others get their override", async () => {
  const { store, jsc, log, startJsc } = await open();
  const serials = Array.from({ length: 9 }, (_, index) => `S${index}`);
  for (const serial of serials) jsc.devices.set(`udid-${serial.toLowerCase()}`, `g-${serial}`);
  jsc.refused.add("g-S4");
  await put(store, T0, Object.fromEntries(serials.map((serial) => [serial, raise("MEDIUM")])));
  startJsc();
  const event = await log.waitFor(failed("S4"));
  expect(event).toMatchObject({ willRetry: false, reason: expect.stringContaining("BAD_DEVICE") });
  await log.waitFor((other) => other.type === "signal-delivered", 8);
  expect(new Set(jsc.overrides.flatMap(({ deviceIds }) => deviceIds))).toEqual(
    new Set(serials.filter((serial) => serial !== "S4").map((serial) => `g-${serial}`)),
  );
  expect(await store.dueSignals("jsc", T0 + HOUR, 10, new Set())).toEqual([]);
});

test("an id that is out of date is asked for again", async () => {
  const { store, jsc, clock, log, startJsc } = await open();
  await store.rememberJscIds(new Map([["udid-s1", "g-old"]]), T0);
  jsc.refused.add("g-old");
  jsc.devices.set("udid-s1", "g-new");
  await put(store, T0, { S1: raise() });
  startJsc();
  expect(await log.waitFor(failed("S1"))).toMatchObject({ willRetry: true });
  clock.advance(1000);
  await log.waitFor(delivered("S1"));
  expect(jsc.overrides).toMatchObject([{ deviceIds: ["g-new"] }]);
});

test("a device that JSC does not know yet is tried for a day, then given up", async () => {
  const { store, jsc, clock, log, startJsc } = await open();
  await put(store, T0, { S1: raise(), NOUDID: raise() });
  const pump = startJsc();
  expect(await log.waitFor(failed("S1"))).toMatchObject({ willRetry: true });
  expect(await log.waitFor(failed("NOUDID"))).toMatchObject({ willRetry: true });
  clock.advance(10 * HOUR);
  expect(await log.waitFor(failed("S1"), 2)).toMatchObject({ willRetry: true });
  jsc.devices.set("udid-s1", "g-S1");
  clock.advance(10 * HOUR);
  await log.waitFor(delivered("S1"));
  await log.waitFor(failed("NOUDID"), 3);
  clock.advance(10 * HOUR);
  pump.notify();
  expect(await log.waitFor(failed("NOUDID"), 4)).toMatchObject({ willRetry: false });
});

test("an expired login is renewed once, and a rate limit is waited for as long as JSC says", async () => {
  const { store, jsc, clock, log, startJsc } = await open();
  jsc.devices.set("udid-s1", "g-S1");
  let refuse = 1;
  jsc.fault = ({ path }) =>
    path === "/risk/v1/override" && refuse-- > 0
      ? { status: 403, body: { logref: "Forbidden" } }
      : undefined;
  await put(store, T0, { S1: raise() });
  const pump = startJsc();
  await log.waitFor(delivered("S1"));
  expect(jsc.requests.filter(({ path }) => path === "/v1/login")).toHaveLength(2);

  jsc.fault = () => ({
    status: 429,
    body: { logref: "TOO_MANY_REQUESTS" },
    headers: { "x-rate-limit-retry-after-milliseconds": "7500" },
  });
  await put(store, T0, { S1: raise("CLEAR") });
  pump.notify();
  await log.waitFor(failed("S1"));
  jsc.fault = undefined;
  const before = jsc.requests.length;
  clock.advance(7499);
  expect(jsc.requests).toHaveLength(before);
  clock.advance(1);
  await log.waitFor(delivered("S1"), 2);
});

test.each([
  ["500", { status: 500, body: "<html>oops</html>" }],
  ["HTML with 200 at login", { status: 200, body: "<html></html>" }],
  ["a dropped connection", "drop"],
] as const)("%s is tried again", async (_name, answer) => {
  const { store, jsc, clock, log, startJsc } = await open();
  jsc.devices.set("udid-s1", "g-S1");
  jsc.fault = () => answer;
  await put(store, T0, { S1: raise() });
  startJsc();
  expect(await log.waitFor(failed("S1"))).toMatchObject({ willRetry: true });
  jsc.fault = undefined;
  clock.advance(1000);
  await log.waitFor(delivered("S1"));
});

test("of a raise and a clear that wait, only the last is sent", async () => {
  const { store, jsc, log, startJsc } = await open();
  jsc.devices.set("udid-s1", "g-S1");
  await put(store, T0, { S1: raise() });
  await put(store, T0, { S1: raise("CLEAR") });
  startJsc();
  await log.waitFor(delivered("S1"));
  expect(jsc.overrides).toEqual([{ risk: "SECURE", source: "WANDERA", deviceIds: ["g-S1"] }]);
});

test("a signal that is replaced while it is being sent is sent again with the new state", async () => {
  const { store, jsc, log, startJsc } = await open();
  jsc.devices.set("udid-s1", "g-S1");
  await put(store, T0, { S1: raise() });
  let replaced = false;
  jsc.fault = ({ path }) => {
    if (path === "/risk/v1/override" && !replaced) {
      replaced = true;
      void put(store, T0, { S1: raise("CLEAR") });
    }
    return undefined;
  };
  startJsc();
  await log.waitFor(delivered("S1"), 2);
  expect(jsc.overrides.map(({ source }) => source)).toEqual(["MANUAL", "WANDERA"]);
});

test("when the day's calls are used up, only raises to HIGH are still sent", async () => {
  const { store, jsc, clock, log, startJsc } = await open(20, 18);
  for (const name of ["a", "b", "c"]) jsc.devices.set(`udid-${name}`, `g-${name}`);
  await put(store, T0, { A: raise("LOW") });
  const pump = startJsc();
  expect(await log.waitFor(failed("A"))).toMatchObject({
    reason: expect.stringContaining("used up"),
  });
  await put(store, T0, { B: raise() });
  pump.notify();
  await log.waitFor(delivered("B"));
  clock.advance(12 * HOUR);
  await log.waitFor(delivered("A"));
});

test("every name that a device is bound to is re-evaluated; one that fails is tried again alone", async () => {
  const { store, clock, log, startAppgate } = await open();
  await store.bind("S1", "CN=d1,CN=ada,OU=local", T0);
  await store.bind("S1", "CN=d1,CN=bob,OU=local", T0);
  await store.bind("S2", "CN=d2,CN=eve,OU=local", T0);
  const calls: string[] = [];
  let down = true;
  const appgate: Signal = { target: "appgate", urgent: true };
  await put(store, T0, { S1: appgate, S2: appgate, S3: appgate });
  startAppgate({
    async reevaluate(dn) {
      calls.push(dn);
      if (dn.includes("bob")) throw new SdpxError("not-found", "no such session");
      if (dn.includes("eve") && down) throw new SdpxError("remote-unavailable", "down");
    },
  });
  await log.waitFor(delivered("S1"));
  expect(await log.waitFor(failed("S2"))).toMatchObject({ willRetry: true, reason: "down" });
  down = false;
  clock.advance(1000);
  await log.waitFor(delivered("S2"));
  expect(calls.filter((dn) => dn.includes("ada"))).toHaveLength(1);
  // No script ever asked about S3, so there is no session to judge again.
  expect(log.events.some((event) => "serial" in event && event.serial === "S3")).toBe(false);
});

test("five calls a second are let through, urgent ones first", async () => {
  const clock = new ManualClock(0);
  const limiter = rateLimiter(clock, 5, new AbortController().signal);
  const passed = entryLog<string>();
  const ask = (name: string, urgent: boolean) =>
    void limiter.acquire(urgent).then(() => passed.listener(name));
  for (let index = 0; index < 7; index++) ask(`calm ${index}`, false);
  await passed.waitFor(() => true, 5);
  ask("urgent", true);
  clock.advance(200);
  await passed.waitFor(() => true, 6);
  expect(passed.events).toHaveLength(6);
  expect(passed.events[5]).toBe("urgent");
});
