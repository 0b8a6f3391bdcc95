import type { DatabaseSync } from "node:sqlite";
import { type DeviceState, serialKey } from "../model/device.ts";
import type { DeviceChange, Store } from "./store.ts";

/** Devices, what is searched of them, and their log of transitions. */
export function deviceTables(db: DatabaseSync) {
  const document = db.prepare("SELECT doc_head, stale_at, doc_tail FROM devices WHERE serial = ?");
  const state = db.prepare("SELECT state FROM devices WHERE serial = ?");
  const upsert = db.prepare(
    `INSERT INTO devices (serial, udid, jamf_id, state, doc_head, doc_tail, stale_at, read_at, gone)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (serial) DO UPDATE SET udid = excluded.udid, jamf_id = excluded.jamf_id,
       state = excluded.state, doc_head = excluded.doc_head, doc_tail = excluded.doc_tail,
       stale_at = excluded.stale_at, read_at = excluded.read_at, gone = excluded.gone`,
  );
  const byJamfId = db.prepare("SELECT serial FROM devices WHERE jamf_id = ? AND gone = 0");
  const addMember = db.prepare("INSERT OR IGNORE INTO members (group_id, serial) VALUES (?, ?)");
  const dropMember = db.prepare("DELETE FROM members WHERE group_id = ? AND serial = ?");
  const members = db.prepare("SELECT serial FROM members WHERE group_id = ?");
  const dropContributions = db.prepare("DELETE FROM contributions WHERE serial = ?");
  const addContribution = db.prepare(
    `INSERT INTO contributions (serial, source, level, since, expires, reason) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const expired = db.prepare(
    "SELECT serial, source, expires FROM contributions WHERE expires <= ? ORDER BY expires LIMIT 1000",
  );
  const unread = db.prepare(
    "SELECT serial, jamf_id FROM devices WHERE gone = 0 AND read_at < ? ORDER BY serial",
  );
  const addTransition = db.prepare(
    "INSERT INTO transitions (serial, at, field, transition) VALUES (?, ?, ?, ?)",
  );
  const count = db.prepare("SELECT count(*) AS n FROM devices");

  const load = (serials: readonly string[]): Map<string, DeviceState> => {
    const found = new Map<string, DeviceState>();
    for (const serial of serials) {
      const key = serialKey(serial);
      const row = state.get(key);
      if (row !== undefined) found.set(key, JSON.parse(String(row["state"])) as DeviceState);
    }
    return found;
  };

  const methods = {
    async document(serial) {
      const row = document.get(serialKey(serial));
      if (row === undefined) return undefined;
      return {
        head: row["doc_head"] as string,
        staleAt: row["stale_at"] as number,
        tail: row["doc_tail"] as string,
      };
    },
    async devices(serials) {
      return load(serials);
    },
    async serialsOf(jamfIds) {
      const found = new Map<string, string>();
      for (const id of jamfIds) {
        const row = byJamfId.get(id);
        if (row !== undefined) found.set(id, String(row["serial"]));
      }
      return found;
    },
    async members(groupId) {
      return members.all(groupId).map((row) => String(row["serial"]));
    },
    async notReadSince(time) {
      return unread.all(time).map((row) => ({
        serial: String(row["serial"]),
        jamfId: row["jamf_id"] === null ? null : String(row["jamf_id"]),
      }));
    },
    async expired(now) {
      return expired.all(now).map((row) => ({
        serial: String(row["serial"]),
        source: String(row["source"]),
        expires: Number(row["expires"]),
      }));
    },
    async deviceCount() {
      return Number(count.get()?.["n"]);
    },
  } satisfies Partial<Store>;

  return {
    methods,
    load,
    save(serial: string, change: DeviceChange) {
      const before = load([serial]).get(serial);
      const { state: device, document: doc } = change;
      upsert.run(
        serial,
        device.udid,
        device.jamfId,
        JSON.stringify(device),
        doc.head,
        doc.tail,
        doc.staleAt,
        device.readAt ?? 0,
        device.gone ? 1 : 0,
      );
      for (const [id, membership] of Object.entries(device.memberships)) {
        if (membership.member === (before?.memberships[id]?.member ?? false)) continue;
        (membership.member ? addMember : dropMember).run(id, serial);
      }
      if (device.contributions.length > 0 || (before?.contributions.length ?? 0) > 0) {
        dropContributions.run(serial);
        for (const { source, level, since, expires, reason } of device.contributions) {
          addContribution.run(serial, source, level, since, expires, reason);
        }
      }
      for (const transition of change.transitions) {
        addTransition.run(serial, transition.at, transition.field, JSON.stringify(transition));
      }
    },
  };
}
