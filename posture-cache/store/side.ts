import type { DatabaseSync } from "node:sqlite";
import type { SignalTarget } from "../model/policy.ts";
import { serialKey } from "../model/device.ts";
import type { Transition } from "../model/transition.ts";
import type { Store, TimelineEntry } from "./store.ts";

/** Bindings, the id map of Jamf Security Cloud, the timeline and small values. */
export function sideTables(db: DatabaseSync) {
  const newest = db.prepare(
    "SELECT dn FROM bindings WHERE serial = ? ORDER BY last_seen DESC, first_seen DESC LIMIT 1",
  );
  const known = db.prepare("SELECT 1 FROM bindings WHERE serial = ? AND dn = ?");
  const bind = db.prepare(
    `INSERT INTO bindings (serial, dn, first_seen, last_seen) VALUES (?, ?, ?, ?)
     ON CONFLICT (serial, dn) DO UPDATE SET last_seen = max(last_seen, excluded.last_seen)`,
  );
  const bindings = db.prepare(
    `SELECT dn, first_seen, last_seen FROM bindings WHERE serial = ? AND last_seen >= ?
     ORDER BY last_seen DESC, dn`,
  );
  const jscId = db.prepare("SELECT guid FROM jsc_ids WHERE udid = ?");
  const putJscId = db.prepare(
    `INSERT INTO jsc_ids (udid, guid, at) VALUES (?, ?, ?)
     ON CONFLICT (udid) DO UPDATE SET guid = excluded.guid, at = excluded.at`,
  );
  const dropJscId = db.prepare("DELETE FROM jsc_ids WHERE udid = ?");
  const transitions = db.prepare(
    "SELECT transition FROM transitions WHERE serial = ? ORDER BY id DESC LIMIT ?",
  );
  const signals = db.prepare(
    `SELECT coalesce(finished_at, created_at) AS at, target, level, state, attempts, detail
     FROM outbox WHERE serial = ? ORDER BY id DESC LIMIT ?`,
  );
  const meta = db.prepare("SELECT value FROM meta WHERE key = ?");
  const setMeta = db.prepare(
    `INSERT INTO meta (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );

  const methods = {
    async bind(serial, dn, now) {
      const key = serialKey(serial);
      const isNew = known.get(key, dn) === undefined;
      const previous = isNew ? newest.get(key)?.["dn"] : undefined;
      bind.run(key, dn, now, now);
      return { isNew, ...(previous === undefined ? {} : { previous: String(previous) }) };
    },
    async bindings(serial, seenSince) {
      return bindings.all(serialKey(serial), seenSince).map((row) => ({
        dn: String(row["dn"]),
        firstSeen: Number(row["first_seen"]),
        lastSeen: Number(row["last_seen"]),
      }));
    },
    async jscIds(udids) {
      const found = new Map<string, string>();
      for (const udid of udids) {
        const row = jscId.get(udid);
        if (row !== undefined) found.set(udid, String(row["guid"]));
      }
      return found;
    },
    async rememberJscIds(ids, now) {
      for (const [udid, guid] of ids) putJscId.run(udid, guid, now);
    },
    async forgetJscId(udid) {
      dropJscId.run(udid);
    },
    async timeline(serial, limit) {
      const key = serialKey(serial);
      const entries: TimelineEntry[] = [
        ...transitions.all(key, limit).map((row) => ({
          what: "transition" as const,
          ...(JSON.parse(String(row["transition"])) as Transition),
        })),
        ...signals.all(key, limit).map((row) => ({
          what: "signal" as const,
          at: Number(row["at"]),
          target: String(row["target"]) as SignalTarget,
          level: row["level"] as string | null,
          state: row["state"] as "pending" | "delivered" | "dead",
          attempts: Number(row["attempts"]),
          detail: row["detail"] as string | null,
        })),
      ];
      return entries.sort((a, b) => a.at - b.at).slice(-limit);
    },
    async meta(key) {
      const row = meta.get(key);
      return row === undefined ? undefined : String(row["value"]);
    },
    async setMeta(key, value) {
      setMeta.run(key, value);
    },
  } satisfies Partial<Store>;

  return { methods, isBound: (serial: string) => newest.get(serial) !== undefined };
}
