import { spawn } from "node:child_process";
import { appendFile, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../../base/clock.ts";
import type { ControllerClient } from "../../controller/api/index.ts";
import type { Dump } from "../../controller/embedded/index.ts";
import { BUILTIN_IDS } from "../../controller/embedded/index.ts";
import type { Bench } from "../../controller/embedded/testing.ts";
import { startBench } from "../../controller/embedded/testing.ts";
import { applyPlan, countWrites, planAgainst } from "../../controller/publish/index.ts";
import type { Plan } from "../../controller/publish/index.ts";
import { makeBundle } from "../../controller/publish/testing.ts";
import { carryOut, rollBack } from "../../scripts/publish/carry-out.ts";
import { runToResume, runToRollBack } from "../../scripts/publish/choose-run.ts";
import { listRuns } from "../../scripts/publish/runs.ts";
import type { KilledInput } from "./children/publish-killed.ts";

const CHILD = fileURLToPath(new URL("children/publish-killed.ts", import.meta.url));
const POINTS_PER_WRITE = 3;
const COMMON = { kind: "device-claim", name: "serial", text: "#!/bin/sh\necho 1\n" } as const;
const BEFORE = makeBundle([
  COMMON,
  { kind: "criteria", name: "lowRisk", text: "return true;\n" },
  { kind: "user-claim", name: "posture", text: "return {};\n" },
]);
const AFTER = makeBundle(
  [
    { ...COMMON, text: "#!/bin/sh\necho 2\n" },
    { kind: "criteria", name: "lowRisk", text: "return false;\n" },
    { kind: "condition", name: "now", text: "return true;\n" },
  ],
  "2.0.0",
);
const OPTIONS = {
  prune: true,
  wiring: { entitlements: { Git: { conditions: ["now"] } } },
};

let folder: string;
let bench: Bench;
let client: ControllerClient;
let start: Dump;
let plan: Plan;
let wanted: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sdpx-kill-"));
  // The child has the clock of this machine, and tokens must live for both.
  bench = await startBench({ clock: systemClock });
  client = bench.client();
  await client.create("entitlements", {
    name: "Git",
    site: BUILTIN_IDS.defaultSite,
    conditions: [BUILTIN_IDS.always],
    actions: [{ action: "allow", subtype: "tcp_up", hosts: ["git.corp.example"], ports: ["443"] }],
  });
  await applyPlan(await planAgainst(client, BEFORE), client, { clock: systemClock });
  start = bench.controller.dump();
  plan = await planAgainst(client, AFTER, OPTIONS);
  await applyPlan(plan, client, { clock: systemClock });
  wanted = contents(bench.controller.dump());
});
afterAll(async () => {
  await bench.close();
  await rm(folder, { recursive: true });
});

const PUBLISHED = [
  "device-scripts",
  "criteria-scripts",
  "conditions",
  "user-scripts",
  "entitlements",
  "policies",
] as const;

/** What a dump says of everything that publishing may touch, but for times. */
function contents(dump: Dump): string[] {
  return PUBLISHED.flatMap((kind) =>
    dump[kind].map(({ created: _created, updated: _updated, ...rest }) =>
      JSON.stringify([kind, Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))]),
    ),
  ).sort();
}

function killed(input: KilledInput, path: string): Promise<NodeJS.Signals | null> {
  return new Promise((resolve, reject) => {
    writeFile(path, JSON.stringify(input)).then(() => {
      const child = spawn(process.execPath, [CHILD, path], {
        stdio: ["ignore", "ignore", "inherit"],
        // Never left behind; SIGTERM tells this end from the one that is wanted.
        timeout: 50_000,
      });
      child.on("error", reject);
      child.on("close", (_code, signal) => resolve(signal));
    }, reject);
  });
}

test("the plan of this test has one write of each sort", () => {
  expect(plan.steps.map(({ action, kind }) => `${action} ${kind}`)).toEqual([
    "update device-claim",
    "update criteria",
    "create condition",
    "attach entitlement-object",
    "delete user-claim",
  ]);
});

const POINTS = Array.from({ length: 5 * POINTS_PER_WRITE }, (_, index) => index + 1);

test.for(POINTS)(
  "killed at point %i: resuming ends where the plan wanted, rolling back ends where it began",
  async (killAt) => {
    bench.controller.load(start);
    const state = join(folder, String(killAt));
    const run = `run-${killAt}`;
    const input = { settings: bench.settings, plan, state, run, killAt };
    expect(await killed(input, join(folder, `${killAt}.json`))).toBe("SIGKILL");
    const [interrupted] = await listRuns(state);
    // After the last result is on disk everything is done, whether or not the process could still say so.
    const all = killAt === POINTS.length;
    expect(interrupted).toMatchObject({ id: run, state: all ? "complete" : "interrupted" });
    // A line that was being written when the power went.
    await appendFile(join(state, "runs", run, "journal.jsonl"), '{"at":"2026-01-01T00:0');
    const crashed = bench.controller.dump();
    await cp(state, `${state}-copy`, { recursive: true });

    if (!all) {
      const { outcome } = await carryOut(plan, client, {
        state,
        resume: await runToResume(state, undefined),
      });
      expect(outcome.results).toHaveLength(countWrites(plan));
      expect(outcome.results.filter(({ earlier }) => earlier)).toHaveLength(
        Math.floor(killAt / POINTS_PER_WRITE),
      );
      expect(await listRuns(state)).toMatchObject([{ id: run, state: "complete" }]);
    }
    expect(contents(bench.controller.dump())).toEqual(wanted);
    expect(countWrites(await planAgainst(client, AFTER, OPTIONS))).toBe(0);

    bench.controller.load(crashed);
    const copy = `${state}-copy`;
    await rollBack(await runToRollBack(copy, undefined), client, copy, {});
    expect(contents(bench.controller.dump())).toEqual(contents(start));
    expect((await listRuns(copy)).find(({ id }) => id === run)).toMatchObject({
      state: "rolled-back",
    });
  },
);

test("a resumed run refuses what somebody changed in between, and a roll back does unless it is forced", async () => {
  bench.controller.load(start);
  const state = join(folder, "conflict");
  const input = { settings: bench.settings, plan, state, run: "run", killAt: 5 };
  expect(await killed(input, join(folder, "conflict.json"))).toBe("SIGKILL");
  const criteria = plan.steps.find(({ kind }) => kind === "criteria");
  bench.controller.edit("criteria-scripts", criteria?.id ?? "", { expression: "return 42;" });

  const run = await runToResume(state, undefined);
  await expect(carryOut(plan, client, { state, resume: run })).rejects.toMatchObject({
    code: "remote-changed",
    exitCode: 3,
  });
  await expect(rollBack(run, client, state, {})).rejects.toMatchObject({
    code: "publish-blocked",
    list: [expect.stringContaining("criteria lowRisk: somebody has changed it since")],
  });
  await rollBack(run, client, state, { force: true });
  expect(contents(bench.controller.dump())).toEqual(contents(start));
});

test("with rollback-on-failure a publish that fails half way leaves nothing behind", async () => {
  bench.controller.load(start);
  const state = join(folder, "failing");
  bench.controller.faults.add({
    method: "PUT",
    path: "/admin/entitlements",
    effect: { kind: "status", status: 422, body: { id: "x", message: "no" } },
  });
  await expect(carryOut(plan, client, { state, rollBackOnFailure: true })).rejects.toMatchObject({
    code: "rolled-back",
    exitCode: 1,
    list: expect.arrayContaining([
      expect.stringContaining("failed: attach entitlement-object Git"),
    ]),
  });
  expect(contents(bench.controller.dump())).toEqual(contents(start));
  expect((await listRuns(state)).map((one) => `${one.plan.purpose} ${one.state}`)).toEqual([
    "publish rolled-back",
    "rollback complete",
  ]);
});

test("a roll back that fails half way is repeated until everything is as it was", async () => {
  bench.controller.load(start);
  const state = join(folder, "twice");
  const { run = "" } = await carryOut(plan, client, { state });
  bench.controller.faults.add({
    method: "PUT",
    path: "/admin/entitlements",
    effect: { kind: "html-503" },
  });
  await expect(rollBack(await runToRollBack(state, run), client, state, {})).rejects.toMatchObject({
    code: "partly-done",
    message: "the roll back stopped half way",
  });
  expect(contents(bench.controller.dump())).not.toEqual(contents(start));
  await rollBack(await runToRollBack(state, undefined), client, state, {});
  expect(contents(bench.controller.dump())).toEqual(contents(start));
  await expect(runToRollBack(state, run)).rejects.toMatchObject({ code: "bad-option" });
});
