/**
 * Migrations, in order. A migration that was released is never edited: the file's `user_version` counts how
 * many of them it has seen.
 *
 * devices.state is the truth about a device. members and contributions repeat parts of it so that they can be
 * searched. inbox and outbox hold what was acknowledged and what must be sent; a row leaves `pending` in the transaction
 * that makes it superfluous.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);

  CREATE TABLE inbox (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    work TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    done_at INTEGER
  );
  CREATE INDEX inbox_due ON inbox (kind, due_at) WHERE done_at IS NULL;

  CREATE TABLE devices (
    serial TEXT PRIMARY KEY,
    udid TEXT,
    jamf_id TEXT,
    state TEXT NOT NULL,
    doc_head TEXT NOT NULL,
    doc_tail TEXT NOT NULL,
    stale_at INTEGER NOT NULL,
    read_at INTEGER NOT NULL,
    gone INTEGER NOT NULL
  );
  CREATE INDEX devices_udid ON devices (udid);
  CREATE INDEX devices_jamf_id ON devices (jamf_id);

  CREATE TABLE members (
    group_id TEXT NOT NULL,
    serial TEXT NOT NULL,
    PRIMARY KEY (group_id, serial)
  ) WITHOUT ROWID;

  CREATE TABLE contributions (
    serial TEXT NOT NULL,
    source TEXT NOT NULL,
    level TEXT NOT NULL,
    since INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (serial, source)
  ) WITHOUT ROWID;
  CREATE INDEX contributions_expires ON contributions (expires);

  CREATE TABLE transitions (
    id INTEGER PRIMARY KEY,
    serial TEXT NOT NULL,
    at INTEGER NOT NULL,
    field TEXT NOT NULL,
    transition TEXT NOT NULL
  );
  CREATE INDEX transitions_serial ON transitions (serial, id);

  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    target TEXT NOT NULL,
    serial TEXT NOT NULL,
    level TEXT,
    urgent INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'pending',
    detail TEXT,
    finished_at INTEGER
  );
  CREATE UNIQUE INDEX outbox_pending ON outbox (target, serial) WHERE state = 'pending';
  CREATE INDEX outbox_due ON outbox (target, due_at) WHERE state = 'pending';
  CREATE INDEX outbox_serial ON outbox (serial, id);

  CREATE TABLE bindings (
    serial TEXT NOT NULL,
    dn TEXT NOT NULL,
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    PRIMARY KEY (serial, dn)
  ) WITHOUT ROWID;

  CREATE TABLE jsc_ids (udid TEXT PRIMARY KEY, guid TEXT NOT NULL, at INTEGER NOT NULL);
  `,
];
