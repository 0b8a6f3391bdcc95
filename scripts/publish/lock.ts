import { createHash } from "node:crypto";
import { mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { SdpxError } from "../../base/errors.ts";
import { runsFolder } from "./runs.ts";

/**
 * Keeps a second publish from the same folder to the same Controller away while one writes. It is a matter of this machine alone: what others do on
 * the Controller is found by reading each object again.
 * @throws SdpxError `publish-blocked` while another process holds it
 */
export async function withLock<T>(state: string, url: string, work: () => Promise<T>): Promise<T> {
  const folder = runsFolder(state);
  const path = join(folder, `lock-${createHash("sha256").update(url).digest("hex").slice(0, 12)}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await take(path, true);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string, again: boolean): Promise<void> {
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(String(process.pid));
    await file.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const holder = Number(await readFile(path, "utf8").catch(() => ""));
    if (again && !isAlive(holder)) {
      await rm(path, { force: true });
      return take(path, false);
    }
    throw new SdpxError(
      "publish-blocked",
      "another publish or roll back runs from this folder to this Controller",
      {
        where: `${path} (process ${holder})`,
        fix: "wait until it is done",
      },
    );
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
