import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { withLock } from "./lock.ts";
import { listRuns, readRun } from "./runs.ts";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "sdpx-lock-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}
const URL = "https://controller.example:8443/admin";

test("a second publish to the same Controller is kept away, one to another is not, and afterwards the way is free", async () => {
  const state = await folder();
  await withLock(state, URL, async () => {
    await expect(withLock(state, URL, async () => "never")).rejects.toMatchObject({
      code: "publish-blocked",
      where: expect.stringContaining(`process ${process.pid}`),
    });
    expect(await withLock(state, "https://other.example/admin", async () => "done")).toBe("done");
  });
  await expect(
    withLock(state, URL, () => Promise.reject(new Error("work failed"))),
  ).rejects.toThrow("work failed");
  expect(await withLock(state, URL, async () => "done")).toBe("done");
  expect(await readdir(join(state, "runs"))).toEqual([]);
});

test("a lock whose process is gone is taken over", async () => {
  const state = await folder();
  const name = await withLock(state, URL, async () => (await readdir(join(state, "runs")))[0]);
  // No process has this number: it is beyond what systems give.
  await writeFile(join(state, "runs", name ?? ""), "2147483646");
  expect(await withLock(state, URL, async () => "done")).toBe("done");
});

test("without runs there is nothing to list, and names that lead elsewhere are no runs", async () => {
  const state = await folder();
  expect(await listRuns(state)).toEqual([]);
  await expect(readRun(state, "../secrets")).rejects.toMatchObject({ code: "not-found" });
});
