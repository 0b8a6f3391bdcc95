import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { Agent, request } from "undici";
import { type Clock, systemClock } from "../../base/clock.ts";
import { readCacheConfig, type Environment } from "../config.ts";
import type { CacheEvent } from "../events.ts";
import { type PostureCache, startPostureCache } from "../service.ts";
import type { Reevaluator } from "../signals/appgate.ts";
import { type FakeComputer, type FakeJamf, startFakeJamf } from "./fake-jamf.ts";
import { type FakeJsc, startFakeJsc } from "./fake-jsc.ts";

export const SECRET = "webhook-secret-0123456789";
export const TOKEN = "posture-token-0123456789";

/** Clean-up of a test, run in reverse order. */
export function cleanups() {
  const list: (() => Promise<unknown>)[] = [];
  return {
    add: (work: () => Promise<unknown>) => void list.push(work),
    async run() {
      for (const work of list.splice(0).reverse()) await work();
    },
  };
}
export type Cleanups = ReturnType<typeof cleanups>;

export async function temporaryFolder(cleanup: Cleanups): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "sdpx-cache-"));
  cleanup.add(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export function mac(id: number, more: Partial<FakeComputer> = {}): FakeComputer {
  const udid = `AAAAAAAA-0000-0000-0000-${String(id).padStart(12, "0")}`;
  return { id, serial: `SERIAL${id}`, udid, reportDate: Date.now(), ...more };
}

/** Entries in order, with waiting for the `count`-th (past or future) that fits. */
export function entryLog<T>() {
  const events: T[] = [];
  const waiters = new Set<() => void>();
  return {
    events,
    listener(event: T) {
      events.push(event);
      for (const check of [...waiters]) check();
    },
    waitFor(fits: (event: T) => boolean, count = 1): Promise<T> {
      return new Promise((resolve) => {
        const check = () => {
          const found = events.filter(fits)[count - 1];
          if (found === undefined) return;
          waiters.delete(check);
          resolve(found);
        };
        waiters.add(check);
        check();
      });
    },
  };
}

export interface TestCache {
  cache: PostureCache;
  jamf: FakeJamf;
  jsc: FakeJsc;
  log: ReturnType<typeof entryLog<CacheEvent>>;
  /** Lines of the service's log. */
  lines: ReturnType<typeof entryLog<string>>;
  /** DNs in the order of their re-evaluation. */
  reevaluated: string[];
  folder: string;
  environment: Environment;
  send(
    method: "GET" | "POST",
    path: string,
    options?: { headers?: Record<string, string>; body?: string },
  ): Promise<{ status: number; json: Record<string, unknown>; text: string }>;
  posture(serial: string, dn?: string): Promise<{ status: number; json: Record<string, unknown> }>;
  webhook(body: unknown): Promise<{ status: number; json: Record<string, unknown> }>;
  groupEvent(
    groupId: number,
    added: number[],
    removed: number[],
    at?: number,
  ): Promise<{ status: number; json: Record<string, unknown> }>;
}

export interface TestCacheOptions {
  cleanup: Cleanups;
  clock?: Clock;
  computers?: FakeComputer[];
  groups?: Record<string, number[]>;
  env?: Environment;
  reevaluator?: Reevaluator;
  folder?: string;
}

/** A cache over HTTPS with a fake Jamf Pro and a fake Jamf Security Cloud, synchronised unless Jamf Pro is made to fail. */
export async function startTestCache(options: TestCacheOptions): Promise<TestCache> {
  const { cleanup } = options;
  const folder = options.folder ?? (await temporaryFolder(cleanup));
  const jamf = await startFakeJamf();
  cleanup.add(jamf.close);
  const jsc = await startFakeJsc();
  cleanup.add(jsc.close);
  jamf.computers = options.computers ?? [mac(1), mac(2)];
  jamf.groups.set("12", new Set());
  for (const [id, members] of Object.entries(options.groups ?? {})) {
    jamf.groups.set(id, new Set(members));
  }
  for (const { id, udid } of jamf.computers) jsc.devices.set(udid.toLowerCase(), `jsc-${id}`);

  const log = entryLog<CacheEvent>();
  const lines = entryLog<string>();
  const reevaluated: string[] = [];
  const environment = {
    JAMF_BASE_URL: jamf.url,
    JAMF_CLIENT_ID: "client",
    JAMF_CLIENT_SECRET: "jamf-secret",
    JSC_BASE_URL: jsc.url,
    JSC_APPLICATION_ID: "jsc-id",
    JSC_APPLICATION_SECRET: "jsc-secret",
    SDPX_WEBHOOK_SECRET: SECRET,
    SDPX_POSTURE_TOKEN: TOKEN,
    SDPX_DATA_DIR: folder,
    SDPX_RISK_GROUPS: "12=HIGH",
    PORT: "0",
    ...options.env,
  };
  const cache = await startPostureCache(readCacheConfig(environment), {
    clock: options.clock ?? systemClock,
    logger: pino({ level: "debug" }, { write: lines.listener }),
    random: () => 0.5,
    reevaluator: options.reevaluator ?? {
      reevaluate: async (dn) => void reevaluated.push(dn),
    },
    onEvent: log.listener,
  });
  cleanup.add(() => cache.close());
  const agent = new Agent({ connect: { ca: cache.caPem ?? "" } });
  cleanup.add(() => agent.destroy());

  const send: TestCache["send"] = async (method, path, { headers = {}, body } = {}) => {
    const response = await request(cache.url + path, {
      dispatcher: agent,
      method,
      headers,
      body: body ?? null,
    });
    const text = await response.body.text();
    return { status: response.statusCode, text, json: JSON.parse(text) as Record<string, unknown> };
  };
  const webhook = (body: unknown) =>
    send("POST", "/v1/webhooks/jamf-pro", {
      headers: { "content-type": "application/json", "x-sdpx-webhook-secret": SECRET },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  return {
    cache,
    jamf,
    jsc,
    log,
    reevaluated,
    folder,
    lines,
    environment,
    send,
    webhook,
    posture: (serial, dn) => {
      const query = new URLSearchParams({ serial, ...(dn === undefined ? {} : { dn }) });
      return send("GET", `/v1/posture?${query}`, { headers: { authorization: `Bearer ${TOKEN}` } });
    },
    groupEvent: (groupId, added, removed, at = Date.now()) =>
      webhook(groupEventBody(groupId, added, removed, at)),
  };
}

/** A SmartGroupComputerMembershipChange as Jamf Pro sends it. */
export function groupEventBody(groupId: number, added: number[], removed: number[], at: number) {
  return {
    webhook: {
      id: 3,
      name: "risk",
      webhookEvent: "SmartGroupComputerMembershipChange",
      eventTimestamp: at,
    },
    event: {
      computer: true,
      smartGroup: true,
      jssid: groupId,
      name: "Protect: high",
      groupAddedDevices: [],
      groupAddedDevicesIds: added,
      groupRemovedDevices: [],
      groupRemovedDevicesIds: removed,
    },
  };
}

/** An event about one computer. */
export function computerEventBody(event: string, id: number, at = Date.now()) {
  return {
    event: { jssID: id, serialNumber: `SERIAL${id}`, udid: "", username: "" },
    webhook: { id: 4, name: "inventory", webhookEvent: event, eventTimestamp: at },
  };
}
