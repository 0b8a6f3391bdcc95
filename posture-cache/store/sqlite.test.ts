import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { unknownDevice } from "../model/device.ts";
import { cleanups, temporaryFolder } from "../testing/harness.ts";
import { MIGRATIONS } from "./schema.ts";
import { openSqliteStore } from "./sqlite.ts";
import type { DeviceChange, NewWork } from "./store.ts";

const cleanup = cleanups();
afterEach(() => cleanup.run());

const change = (serial: string, more: Partial<DeviceChange> = {}): DeviceChange => ({
  state: unknownDevice(serial),
  document: { head: `{"serial":"${serial}"`, staleAt: 5, tail: "}" },
  transitions: [],
  signals: [],
  ...more,
});
const sync = (key: string, dueAt = 0): NewWork => ({ work: { kind: "sync" }, key, dueAt });

test("what was written is there after the file is opened again, by serial number in any case", async () => {
  const path = join(await temporaryFolder(cleanup), "deep", "cache.sqlite");
  const first = openSqliteStore(path);
  await first.decide([], () => ({ changes: [change("Abc1")] }), 1);
  await first.close();
  const second = openSqliteStore(path);
  cleanup.add(() => second.close());
  expect(await second.document(" aBC1 ")).toEqual({
    head: '{"serial":"Abc1"',
    staleAt: 5,
    tail: "}",
  });
  expect(await second.document("ABC2")).toBeUndefined();
});

test("a decision that fails leaves nothing behind", async () => {
  const store = openSqliteStore(join(await temporaryFolder(cleanup), "cache.sqlite"));
  cleanup.add(() => store.close());
  const { id } = await store.accept(sync("webhook:1"), 0);
  const broken = change("S2", { document: { head: "{", staleAt: Number.NaN, tail: "}" } });
  await expect(
    store.decide([], () => ({ changes: [change("S1"), broken], done: [id] }), 1),
  ).rejects.toThrow();
  expect(await store.document("S1")).toBeUndefined();
  expect(await store.dueWork(["sync"], 10, 10, new Set())).toHaveLength(1);
  await store.decide([], () => ({ changes: [change("S1")], done: [id] }), 1);
  expect(await store.document("S1")).toBeDefined();
  expect(await store.dueWork(["sync"], 10, 10, new Set())).toEqual([]);
});

test("a finished webhook is still known as a duplicate until it is pruned; other work may come again", async () => {
  const store = openSqliteStore(join(await temporaryFolder(cleanup), "cache.sqlite"));
  cleanup.add(() => store.close());
  const webhook = await store.accept(sync("webhook:1"), 0);
  const planned = await store.accept(sync("sync:scheduled", 7), 0);
  expect(await store.nextWorkAt(["sync"], new Set([webhook.id]))).toBe(7);
  const done = [webhook.id, planned.id];
  const enqueue = [sync("sync:scheduled", 20)];
  await store.decide([], () => ({ changes: [], done, enqueue }), 9);
  expect(await store.accept(sync("webhook:1"), 10)).toEqual({ id: webhook.id, duplicate: true });
  expect(await store.nextWorkAt(["sync"], new Set())).toBe(20);
  await store.prune(10);
  expect((await store.accept(sync("webhook:1"), 11)).duplicate).toBe(false);
});

test("a binding tells who asked before", async () => {
  const store = openSqliteStore(join(await temporaryFolder(cleanup), "cache.sqlite"));
  cleanup.add(() => store.close());
  expect(await store.bind("s1", "CN=a", 1)).toEqual({ isNew: true });
  expect(await store.bind("S1", "CN=a", 2)).toEqual({ isNew: false });
  expect(await store.bind("S1", "CN=b", 3)).toEqual({ isNew: true, previous: "CN=a" });
  expect(await store.bindings("S1", 3)).toEqual([{ dn: "CN=b", firstSeen: 3, lastSeen: 3 }]);
});

test("a file of a newer sdpx, or one that is no database, is refused with what to do", async () => {
  const folder = await temporaryFolder(cleanup);
  const newer = new DatabaseSync(join(folder, "newer.sqlite"));
  newer.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
  newer.close();
  expect(() => openSqliteStore(join(folder, "newer.sqlite"))).toThrowError(
    expect.objectContaining({ code: "bad-setting", fix: expect.stringContaining("that version") }),
  );
  expect(() => openSqliteStore(folder)).toThrowError(
    expect.objectContaining({ code: "bad-setting", where: folder }),
  );
});
