import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { SdpxError } from "../../base/errors.ts";
import { serialKey } from "../model/device.ts";
import { deviceTables } from "./devices.ts";
import { inboxTable } from "./inbox.ts";
import { outboxTable } from "./outbox.ts";
import { MIGRATIONS } from "./schema.ts";
import { sideTables } from "./side.ts";
import type { Store } from "./store.ts";

/**
 * Opens (or makes) the SQLite file of a cache. One process owns a file: a second one is refused, because two would
 * deliver every signal twice. The lock goes with the process, so a killed one leaves none behind.
 *
 * WAL with `synchronous = NORMAL`: a commit is in the operating system's hands when it returns, so nothing
 * acknowledged is lost when the process dies. A power failure can take back the last commits, without damage
 * to the file; the full synchronisation at the next start reads every membership again and so finds what a lost webhook
 * told. FULL would cost a disk flush for each webhook, of which Jamf Pro sends thousands an hour.
 *
 * @throws SdpxError `bad-setting` when the file cannot be used
 */
export function openSqliteStore(path: string): Store {
  const db = openDatabase(path);
  const transaction = <T>(work: () => T): T => {
    db.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      db.exec("COMMIT");
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec("ROLLBACK");
      throw error;
    }
  };
  const inbox = inboxTable(db);
  const outbox = outboxTable(db);
  const devices = deviceTables(db);
  const side = sideTables(db);

  return {
    ...inbox.methods,
    ...outbox.methods,
    ...devices.methods,
    ...side.methods,
    async decide(serials, decide, now) {
      return transaction(() => {
        const decision = decide(devices.load(serials));
        for (const change of decision.changes) {
          const serial = serialKey(change.state.serial);
          devices.save(serial, change);
          for (const signal of change.signals) {
            if (signal.target === "appgate" && !side.isBound(serial)) continue;
            outbox.put(serial, signal, now);
          }
        }
        // Finished first: work may enqueue its own successor under the same key.
        for (const id of decision.done ?? []) inbox.finish(id, now);
        for (const work of decision.enqueue ?? []) inbox.put(work, now);
        return decision;
      });
    },
    async prune(time) {
      transaction(() => {
        inbox.prune(time);
        outbox.prune(time);
      });
    },
    async close() {
      db.close();
    },
  };
}

function openDatabase(path: string): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    db = new DatabaseSync(path, { timeout: 2000 });
    // The page size must be set before the file becomes a WAL file, the locking mode before WAL is entered.
    db.exec(`
      PRAGMA page_size = 8192;
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA cache_size = -65536;
    `);
    migrate(db, path);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof SdpxError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const locked = reason.includes("locked");
    throw new SdpxError(
      "bad-setting",
      locked
        ? "the cache's database is in use by another process"
        : `the cache's database cannot be opened: ${reason}`,
      {
        where: path,
        fix: locked
          ? "stop the other cache, or give this one a folder of its own with SDPX_DATA_DIR"
          : "check that SDPX_DATA_DIR names a folder that this user may write to",
        cause: error,
      },
    );
  }
}

function migrate(db: DatabaseSync, path: string): void {
  const row = db.prepare("PRAGMA user_version").get();
  const version = Number(row?.["user_version"] ?? 0);
  if (version > MIGRATIONS.length) {
    throw new SdpxError("bad-setting", "the cache's database was written by a newer sdpx", {
      where: path,
      fix: "run that version, or move the file away: the cache fills itself again from Jamf Pro",
    });
  }
  for (const [index, migration] of MIGRATIONS.entries()) {
    if (index < version) continue;
    db.exec(`BEGIN IMMEDIATE; ${migration}; PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
  // Takes the exclusive lock now, so that a second process fails at its start and not at its first webhook.
  db.exec("BEGIN IMMEDIATE; COMMIT;");
}
