import type { Clock } from "../../../base/clock.ts";
import type { SignalRow, Store } from "../../store/store.ts";
import { UpstreamError } from "../../upstream/errors.ts";
import type { Report, SignalOutcome, SignalSender } from "../outbox.ts";
import { type JscClient, JSC_PAGE } from "./client.ts";

/** From this many unknown ids on, reading the list by pages is cheaper than one question for each. */
const LIST_FROM = 40;
/** Jamf Security Cloud learns of a Mac from Jamf Pro once an hour to once a day. */
const UNKNOWN_FOR_MS = 25 * 3_600_000;
const ASK_AGAIN_MS = 5 * 60_000;

interface Target {
  row: SignalRow;
  udid: string;
  guid: string;
  /** The id is from the store and may be out of date. */
  remembered: boolean;
}

/**
 * Sends risk overrides. Ids that are known go out at once, in the fewest calls: one for each level and hundred
 * devices. A device that the API refuses is told apart by halving its call, so that it does not hold up the others.
 */
export function jscSender(client: JscClient, store: Store, clock: Clock): SignalSender {
  return {
    target: "jsc",
    batch: JSC_PAGE * 5,
    room: 2,
    async deliver(rows, report) {
      const devices = await store.devices(rows.map((row) => row.serial));
      const wanted = new Map<string, SignalRow>();
      for (const row of rows) {
        const udid = devices.get(row.serial)?.udid ?? null;
        if (udid === null) {
          const reason = "Jamf Pro has no hardware UUID for the device";
          await report(row, waitOrGiveUp(row, reason));
        } else if (wanted.has(udid)) {
          await report(row, { kind: "dead", reason: `another device has the same UDID ${udid}` });
        } else wanted.set(udid, row);
      }
      const known = await store.jscIds([...wanted.keys()]);
      const ready: Target[] = [];
      const unknown = new Map(wanted);
      for (const [udid, guid] of known) {
        const row = wanted.get(udid);
        if (row !== undefined) ready.push({ row, udid, guid, remembered: true });
        unknown.delete(udid);
      }
      await send(ready, report);
      if (unknown.size > 0) await resolveAndSend(unknown, report);
    },
  };

  async function resolveAndSend(unknown: Map<string, SignalRow>, report: Report): Promise<void> {
    if (unknown.size >= LIST_FROM) {
      const urgent = [...unknown.values()].some((row) => row.urgent);
      for (let page = 0; unknown.size > 0; page++) {
        const devices = await client.page(page, urgent);
        const found: Target[] = [];
        const ids = new Map<string, string>();
        for (const { udid, guid } of devices) {
          if (udid === null) continue;
          ids.set(udid, guid);
          const row = unknown.get(udid);
          if (row !== undefined) found.push({ row, udid, guid, remembered: false });
          unknown.delete(udid);
        }
        await store.rememberJscIds(ids, clock.now());
        await send(found, report);
        if (devices.length < JSC_PAGE) break;
      }
      for (const row of unknown.values()) await report(row, waitOrGiveUp(row, NOT_YET));
      return;
    }
    const found: Target[] = [];
    for (const [udid, row] of unknown) {
      try {
        const devices = await client.lookup(udid, row.urgent);
        const [device] = devices;
        if (device === undefined) await report(row, waitOrGiveUp(row, NOT_YET));
        else if (devices.length > 1) {
          await report(row, {
            kind: "dead",
            reason: `Jamf Security Cloud has several devices with UDID ${udid}; none is guessed`,
          });
        } else {
          await store.rememberJscIds(new Map([[udid, device.guid]]), clock.now());
          const target = { row, udid, guid: device.guid, remembered: false };
          // An urgent device does not wait until the others are found.
          if (row.urgent) await send([target], report);
          else found.push(target);
        }
      } catch (error) {
        await report(row, failed(error));
      }
    }
    await send(found, report);
  }

  async function send(targets: readonly Target[], report: Report): Promise<void> {
    const levels = Map.groupBy(targets, ({ row }) => row.level ?? "CLEAR");
    for (const group of levels.values()) {
      for (let at = 0; at < group.length; at += JSC_PAGE) {
        await sendChunk(group.slice(at, at + JSC_PAGE), report);
      }
    }
  }

  /** All of the same level. */
  async function sendChunk(targets: readonly Target[], report: Report): Promise<void> {
    const [first] = targets;
    if (first === undefined) return;
    const level = first.row.level ?? "CLEAR";
    try {
      const urgent = targets.some(({ row }) => row.urgent);
      const guids = targets.map(({ guid }) => guid);
      await client.override(level, guids, urgent);
    } catch (error) {
      const refused =
        error instanceof UpstreamError && ["refused", "not-found"].includes(error.failure);
      if (refused && targets.length > 1) {
        const half = Math.ceil(targets.length / 2);
        await sendChunk(targets.slice(0, half), report);
        await sendChunk(targets.slice(half), report);
        return;
      }
      for (const { row, udid, remembered } of targets) {
        if (refused) await store.forgetJscId(udid);
        // A remembered id may have been replaced by a new activation: ask for it once more.
        await report(row, refused && remembered ? retry(error) : failed(error));
      }
      return;
    }
    for (const { row } of targets) await report(row, { kind: "delivered", detail: level });
  }

  function waitOrGiveUp(row: SignalRow, reason: string): SignalOutcome {
    if (clock.now() - row.createdAt > UNKNOWN_FOR_MS) {
      return { kind: "dead", reason: `${reason}, for more than a day` };
    }
    return { kind: "retry", reason, ...(row.attempts > 3 ? { afterMs: ASK_AGAIN_MS } : {}) };
  }
}

const NOT_YET = "Jamf Security Cloud does not know the device yet";

function retry(error: unknown): SignalOutcome {
  const reason = error instanceof Error ? error.message : String(error);
  const afterMs = error instanceof UpstreamError ? (error.retryAfterMs ?? 0) : 0;
  return { kind: "retry", reason, afterMs };
}

function failed(error: unknown): SignalOutcome {
  if (error instanceof UpstreamError && !error.canRetry) {
    return { kind: "dead", reason: error.message };
  }
  return retry(error);
}
