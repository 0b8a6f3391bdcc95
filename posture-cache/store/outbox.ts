import type { DatabaseSync } from "node:sqlite";
import type { SignalTarget } from "../model/policy.ts";
import type { Signal } from "../model/signal.ts";
import type { SignalRow, Store } from "./store.ts";

/** Signals. At most one is pending for a device and target: a later one takes the place of an earlier one. */
export function outboxTable(db: DatabaseSync) {
  const upsert = db.prepare(
    `INSERT INTO outbox (target, serial, level, urgent, created_at, due_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (target, serial) WHERE state = 'pending' DO UPDATE SET
       version = version + 1, level = excluded.level, urgent = excluded.urgent,
       created_at = excluded.created_at, due_at = excluded.due_at, attempts = 0, detail = NULL`,
  );
  const due = db.prepare(
    `SELECT id, version, target, serial, level, urgent, created_at, attempts FROM outbox
     WHERE state = 'pending' AND target = ? AND due_at <= ? ORDER BY urgent DESC, id LIMIT ?`,
  );
  const next = db.prepare(
    "SELECT id, due_at FROM outbox WHERE state = 'pending' AND target = ? ORDER BY due_at LIMIT ?",
  );
  const finish = db.prepare(
    `UPDATE outbox SET state = ?, detail = ?, finished_at = ?, attempts = attempts + 1
     WHERE id = ? AND version = ?`,
  );
  const postpone = db.prepare(
    `UPDATE outbox SET due_at = ?, detail = ?, attempts = attempts + 1 WHERE id = ? AND version = ?`,
  );
  const removeOld = db.prepare("DELETE FROM outbox WHERE state <> 'pending' AND finished_at < ?");

  const methods = {
    async dueSignals(target, now, limit, except) {
      return due
        .all(target, now, limit + except.size)
        .map(signalRow)
        .filter((row) => !except.has(row.id))
        .slice(0, limit);
    },
    async nextSignalAt(target, except) {
      const row = next.all(target, except.size + 1).find((item) => !except.has(Number(item["id"])));
      return row === undefined ? undefined : Number(row["due_at"]);
    },
    async finishSignal(row, state, detail, now) {
      finish.run(state, detail, now, row.id, row.version);
    },
    async postponeSignal(row, dueAt, error) {
      postpone.run(dueAt, error, row.id, row.version);
    },
  } satisfies Partial<Store>;

  return {
    methods,
    put(serial: string, signal: Signal, now: number) {
      const level = signal.target === "jsc" ? signal.level : null;
      upsert.run(signal.target, serial, level, signal.urgent ? 1 : 0, now, now);
    },
    prune: (time: number) => removeOld.run(time),
  };
}

function signalRow(row: Record<string, unknown>): SignalRow {
  return {
    id: Number(row["id"]),
    version: Number(row["version"]),
    target: String(row["target"]) as SignalTarget,
    serial: String(row["serial"]),
    level: row["level"] as SignalRow["level"],
    urgent: row["urgent"] === 1,
    createdAt: Number(row["created_at"]),
    attempts: Number(row["attempts"]),
  };
}
