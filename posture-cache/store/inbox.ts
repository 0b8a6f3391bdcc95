import type { DatabaseSync } from "node:sqlite";
import type { NewWork, Store, Work, WorkKind } from "./store.ts";

/** Work that was acknowledged or scheduled. Finished webhooks stay for a while, so that duplicates are known. */
export function inboxTable(db: DatabaseSync) {
  const insert = db.prepare(
    `INSERT INTO inbox (key, kind, work, received_at, due_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (key) DO NOTHING`,
  );
  const byKey = db.prepare("SELECT id FROM inbox WHERE key = ?");
  const due = db.prepare(
    `SELECT id, work, received_at, attempts FROM inbox
     WHERE done_at IS NULL AND kind = ? AND due_at <= ? ORDER BY due_at, id LIMIT ?`,
  );
  const next = db.prepare(
    "SELECT id, due_at FROM inbox WHERE done_at IS NULL AND kind = ? ORDER BY due_at LIMIT ?",
  );
  const postpone = db.prepare(
    "UPDATE inbox SET due_at = ?, attempts = attempts + 1, error = ? WHERE id = ?",
  );
  const isWebhook = db.prepare("SELECT key LIKE 'webhook:%' AS keep FROM inbox WHERE id = ?");
  const markDone = db.prepare("UPDATE inbox SET done_at = ?, error = NULL WHERE id = ?");
  const remove = db.prepare("DELETE FROM inbox WHERE id = ?");
  const removeOld = db.prepare("DELETE FROM inbox WHERE done_at < ?");

  const put = (item: NewWork, now: number) => {
    const { work, key, dueAt } = item;
    return insert.run(key, work.kind, JSON.stringify(work), now, dueAt);
  };

  const methods = {
    async accept(item, now) {
      const { changes, lastInsertRowid } = put(item, now);
      if (changes === 1) return { id: Number(lastInsertRowid), duplicate: false };
      return { id: Number(byKey.get(item.key)?.["id"]), duplicate: true };
    },
    async dueWork(kinds, now, limit, except) {
      const rows = kinds.flatMap((kind) => due.all(kind, now, limit + except.size));
      return rows
        .filter((row) => !except.has(Number(row["id"])))
        .slice(0, limit)
        .map((row) => ({
          id: Number(row["id"]),
          work: JSON.parse(String(row["work"])) as Work,
          receivedAt: Number(row["received_at"]),
          attempts: Number(row["attempts"]),
        }));
    },
    async nextWorkAt(kinds, except) {
      const times = kinds.flatMap((kind: WorkKind) => {
        const row = next.all(kind, except.size + 1).find((item) => !except.has(Number(item["id"])));
        return row === undefined ? [] : [Number(row["due_at"])];
      });
      return times.length === 0 ? undefined : Math.min(...times);
    },
    async postponeWork(ids, dueAt, error) {
      for (const id of ids) postpone.run(dueAt, error, id);
    },
  } satisfies Partial<Store>;

  return {
    methods,
    put,
    finish(id: number, now: number) {
      if (isWebhook.get(id)?.["keep"] === 1) markDone.run(now, id);
      else remove.run(id);
    },
    prune: (time: number) => removeOld.run(time),
  };
}
