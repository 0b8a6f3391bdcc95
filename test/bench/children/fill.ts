import { join } from "node:path";
import { readCacheConfig } from "../../../posture-cache/index.ts";
import { policyFor } from "../../../posture-cache/config.ts";
import { type DeviceState, unknownDevice } from "../../../posture-cache/model/device.ts";
import { storedDocument } from "../../../posture-cache/model/document.ts";
import { openSqliteStore } from "../../../posture-cache/store/sqlite.ts";
import { serveParent } from "../child.ts";

/** Devices to write into the store of a cache that is not running. */
export interface FillSettings {
  environment: Record<string, string>;
  /** Serials are BENCH and eight digits, from 0. */
  devices: number;
}

const BATCH = 1000;

function device(number: number, now: number): DeviceState {
  const serial = `BENCH${String(number).padStart(8, "0")}`;
  return {
    ...unknownDevice(serial),
    udid: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    jamfId: String(number + 1),
    name: `Mac ${number}`,
    user: `user${number}`,
    facts: { managed: true, fileVault: true, sip: true, gatekeeper: true },
    memberships: { "1": { member: false, at: now }, "2": { member: true, at: now } },
    risk: "SECURE",
    riskSince: now,
    compliant: true,
    inventoryAt: now,
    readAt: now,
    asOf: now,
  };
}

async function fill({ environment, devices: count }: FillSettings): Promise<null> {
  const config = readCacheConfig(environment);
  const policy = policyFor(config, []);
  const store = openSqliteStore(join(config.dataDir, "posture.sqlite"));
  const now = Date.now();
  for (let from = 0; from < count; from += BATCH) {
    const states = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) =>
      device(from + index, now),
    );
    const changes = states.map((state) => ({
      state,
      document: storedDocument(state, policy),
      transitions: [],
      signals: [],
    }));
    await store.decide([], () => ({ changes }), now);
  }
  await store.close();
  return null;
}

/** A process of its own, so that the memory of the cache's process is the cache's. */
serveParent(fill);
