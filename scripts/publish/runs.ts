import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Clock } from "../../base/clock.ts";
import { SdpxError } from "../../base/errors.ts";
import { checkShape, parseJson, readTextFile } from "../../base/json.ts";
import { countWrites, planSchema } from "../../controller/publish/index.ts";
import type {
  JournalStep,
  Plan,
  PublishJournal,
  RunRecord,
  SnapshotEntry,
} from "../../controller/publish/index.ts";

/**
 * Runs on disk: `runs/<id>/` in the state folder (`.sdpx`) holds `plan.json` (what was to be done), `snapshot.json` (what stood there before) and
 * `journal.jsonl` (one line before each write and one after it). Each is on the disk before the next thing happens, so that whatever
 * ends the process, the next one knows how far it came. Values of secrets are in none of them.
 */
export function runsFolder(state: string): string {
  return join(state, "runs");
}

export type RunState =
  /** All steps done. */
  | "complete"
  /** A step failed; the journal says which. */
  | "stopped"
  /** The process ended without a word. */
  | "interrupted"
  | "rolled-back";

export interface Run extends RunRecord {
  state: RunState;
  /** ISO 8601. */
  startedAt: string;
  /** The run that took it back. */
  rolledBackBy: string | undefined;
  /** How the failed step failed. */
  error: { code: string; message: string } | undefined;
}

const lineSchema = z.looseObject({
  at: z.string(),
  event: z.enum(["begin", "resumed", "tried", "done", "failed", "end", "rolled-back"]),
  index: z.number().int().optional(),
  hash: z.string().nullish(),
  error: z.looseObject({ code: z.string(), message: z.string() }).optional(),
  by: z.string().optional(),
});
type Line = z.infer<typeof lineSchema>;

const snapshotSchema = z.array(
  z.looseObject({
    resource: z.string(),
    id: z.string(),
    object: z.looseObject({ id: z.string(), name: z.string() }).nullable(),
    file: z.string().optional(),
  }),
);

/** A name for a new run: its time, so that names sort, and four random digits. */
export function newRunId(clock: Clock): string {
  const time = new Date(clock.now()).toISOString().replace(/[-:.]/g, "");
  return `${time}-${randomBytes(2).toString("hex")}`;
}

/**
 * The journal of a run. For a run that is there already (a resumed one) plan and snapshot stay as they are.
 * Nothing is written before the publish begins, so a publish with nothing to do leaves no run behind.
 */
export function diskJournal(state: string, id: string, clock: Clock): PublishJournal {
  const folder = join(runsFolder(state), id);
  let file: FileHandle | undefined;
  const say = async (line: Omit<Line, "at">) => {
    if (file === undefined) throw new TypeError("the journal is not open");
    const at = new Date(clock.now()).toISOString();
    await file.appendFile(`${JSON.stringify({ at, ...line })}\n`);
    await file.datasync();
  };
  return {
    async begin(plan, snapshot) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const resumed = await writeOnce(join(folder, "plan.json"), plan);
      await writeOnce(join(folder, "snapshot.json"), snapshot);
      file = await open(join(folder, "journal.jsonl"), "a", 0o600);
      await syncFolder(folder);
      // The line that was being written when the earlier process ended must not swallow the next one.
      if (resumed) await file.appendFile("\n");
      await say({ event: resumed ? "resumed" : "begin" });
    },
    before: (_step, index) => say({ event: "tried", index }),
    after: ({ status, index, hash, error }) =>
      say({
        event: status === "done" ? "done" : "failed",
        index,
        ...(hash === undefined ? {} : { hash }),
        ...(error === undefined ? {} : { error }),
      }),
    async end(results) {
      const failed = results.some(({ status }) => status !== "done");
      await say({ event: "end", ...(failed ? { failed: true } : {}) });
      await file?.close();
    },
  };
}

/** @returns whether the file was there already */
async function writeOnce(path: string, data: unknown): Promise<boolean> {
  let file: FileHandle;
  try {
    file = await open(path, "wx", 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return true;
    throw error;
  }
  try {
    await file.writeFile(`${JSON.stringify(data, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return false;
}

async function syncFolder(path: string): Promise<void> {
  // Not every system can flush a folder; the files themselves are flushed.
  const folder = await open(path, "r").catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

/** Notes in a run's journal that another run took it back. */
export async function markRolledBack(
  state: string,
  id: string,
  by: string,
  clock: Clock,
): Promise<void> {
  const file = await open(join(runsFolder(state), id, "journal.jsonl"), "a", 0o600);
  try {
    const at = new Date(clock.now()).toISOString();
    await file.appendFile(`\n${JSON.stringify({ at, event: "rolled-back", by })}\n`);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** Names of all runs, oldest first. */
export async function runIds(state: string): Promise<string[]> {
  const entries = await readdir(runsFolder(state), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** All runs that can be read, oldest first. One whose process ended before its plan was on disk wrote nothing and is left out. */
export async function listRuns(state: string): Promise<Run[]> {
  const runs: Run[] = [];
  for (const id of await runIds(state)) {
    const run = await readRun(state, id).catch((error: unknown) => {
      if (error instanceof SdpxError && error.code !== "internal") return undefined;
      throw error;
    });
    if (run !== undefined) runs.push(run);
  }
  return runs;
}

/** @throws SdpxError `not-found` for a run that is not there, `bad-json` or `bad-input` for one that is damaged */
export async function readRun(state: string, id: string): Promise<Run> {
  const folder = join(runsFolder(state), id);
  if (!/^[\w.-]+$/.test(id) || !(await runIds(state)).includes(id)) {
    throw new SdpxError("not-found", `there is no run "${id}"`, {
      where: runsFolder(state),
      fix: "`sdpx runs` lists them",
    });
  }
  const read = async (name: string, what: string) => {
    const path = join(folder, name);
    return parseJson(await readTextFile(path, what), path);
  };
  const plan = checkShape(planSchema, await read("plan.json", "run's plan"), folder, "plan");
  const snapshot = checkShape(
    snapshotSchema,
    await read("snapshot.json", "run's snapshot"),
    folder,
    "snapshot",
  ) as unknown as SnapshotEntry[];
  return { id, plan, snapshot, ...digest(await readLines(folder), plan) };
}

async function readLines(folder: string): Promise<Line[]> {
  // Without a journal nothing was tried: the plan comes first.
  const text = await readFile(join(folder, "journal.jsonl"), "utf8").catch(() => "");
  return text.split("\n").flatMap((line) => {
    try {
      const parsed = lineSchema.safeParse(JSON.parse(line));
      return parsed.success ? [parsed.data] : [];
    } catch {
      // The line that was being written when the process ended.
      return [];
    }
  });
}

/** What the lines of a journal come to. */
function digest(
  lines: readonly Line[],
  plan: Plan,
): Pick<Run, "state" | "startedAt" | "rolledBackBy" | "error" | "steps"> {
  const steps = new Map<number, JournalStep>();
  let error: Run["error"];
  for (const { event, index, hash, error: said } of lines) {
    if (index === undefined) continue;
    if (event === "tried") steps.set(index, { index, status: "tried" });
    if (event === "done") steps.set(index, { index, status: "done", hash: hash ?? null });
    if (event === "failed") {
      error = said;
      // What failed before it was tried was not tried.
      if (steps.has(index)) steps.set(index, { index, status: "failed" });
    }
  }
  const last = lines.findLast(({ event }) => event !== "rolled-back")?.event;
  const done = [...steps.values()].filter(({ status }) => status === "done").length;
  const taken = lines.find(({ event }) => event === "rolled-back");
  const state: RunState =
    taken !== undefined
      ? "rolled-back"
      : done === countWrites(plan)
        ? "complete"
        : last === "end"
          ? "stopped"
          : "interrupted";
  return {
    state,
    startedAt: lines[0]?.at ?? "",
    rolledBackBy: taken?.by,
    error: state === "complete" ? undefined : error,
    steps: [...steps.values()],
  };
}
