import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { SdpxError } from "../../base/errors.ts";
import type { ControllerClient } from "../api/client.ts";
import type { Bench } from "../embedded/testing.ts";
import { startBench } from "../embedded/testing.ts";
import type { Dump } from "../embedded/index.ts";
import { objectId } from "./ids.ts";
import { applyPlan, countActions, planAgainst, renderOutcome } from "./index.ts";
import type { PublishJournal, StepResult } from "./journal.ts";
import type { Scripted } from "./testing.ts";
import { makeBundle, ONE_OF_EACH } from "./testing.ts";

let bench: Bench;
let client: ControllerClient;
let fresh: Dump;
beforeAll(async () => {
  bench = await startBench();
  client = bench.client();
  fresh = bench.controller.dump();
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.controller.faults.clear();
  bench.controller.load(fresh);
});

const LOW_RISK: Scripted = { kind: "criteria", name: "lowRisk", text: "return true;\n" };
const EDITED = makeBundle([{ ...LOW_RISK, text: "return false;\n" }], "1.1.0");
const ID = objectId("acme", "criteria", "lowRisk");

async function publish(bundle = makeBundle(ONE_OF_EACH)) {
  return applyPlan(await planAgainst(client, bundle), client, { clock: bench.clock });
}

async function failure(promise: Promise<unknown>): Promise<SdpxError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(SdpxError);
  return error as SdpxError;
}

/** Methods other than GET that the Controller got while `work` ran, logins apart. */
async function writesDuring(work: () => Promise<unknown>): Promise<string[]> {
  const before = bench.controller.requests.length;
  await work();
  return bench.controller.requests
    .slice(before)
    .filter((one) => one.method !== "GET" && !one.path.endsWith("/login"))
    .map((one) => `${one.method} ${one.path.split("/")[2] ?? ""} ${one.status}`);
}

test("publishes one of each kind, reads it back byte for byte, and a second time writes nothing", async () => {
  const bundle = makeBundle(ONE_OF_EACH);
  const outcome = await publish(bundle);
  expect(outcome.results.map((one) => one.status)).toEqual(Array(5).fill("done"));
  expect((await client.get("criteria-scripts", ID)).expression).toBe(
    bundle.texts.get("criteria/lowRisk.js"),
  );
  expect(
    (
      await client.downloadDeviceScript(objectId("acme", "device-claim", "mac-serial"))
    ).bytes.toString(),
  ).toBe(bundle.texts.get("device-claim/mac-serial.sh"));

  const writes = await writesDuring(async () => {
    const second = await publish(bundle);
    expect(second).toMatchObject({ results: [], unchanged: 5 });
    expect(renderOutcome(second, { color: false })).toContain("nothing to do: all 5 objects");
  });
  expect(writes).toEqual([]);
});

test("a new version with the same texts writes nothing to a real server either", async () => {
  await publish();
  expect(await writesDuring(() => publish(makeBundle(ONE_OF_EACH, "9.9.9")))).toEqual([]);
});

test("writes only what changed, and undoes an edit by hand", async () => {
  await publish();
  const edited = ONE_OF_EACH.map((one) =>
    one.kind === "device-claim" ? { ...one, text: "#!/bin/sh\nioreg -l\n" } : one,
  );
  expect(await writesDuring(() => publish(makeBundle(edited)))).toEqual(["PUT device-scripts 200"]);
  bench.controller.edit("conditions", objectId("acme", "condition", "posture-now"), {
    expression: "return true;",
  });
  expect(await writesDuring(() => publish(makeBundle(edited)))).toEqual(["PUT conditions 200"]);
});

test("refuses a plan that is stale before anything is written", async () => {
  await publish(makeBundle([LOW_RISK]));
  const plan = await planAgainst(client, EDITED);
  bench.controller.edit("criteria-scripts", ID, { notes: "edited meanwhile" });
  let error: SdpxError | undefined;
  const writes = await writesDuring(async () => {
    error = await failure(applyPlan(plan, client, { clock: bench.clock }));
  });
  expect(error).toMatchObject({
    code: "remote-changed",
    exitCode: 3,
    where: `criteria lowRisk (${ID})`,
  });
  expect(writes).toEqual([]);
});

test("refuses when the object to update is gone, or the one to create has appeared", async () => {
  const create = await planAgainst(client, makeBundle([LOW_RISK]));
  await client.create("criteria-scripts", { id: ID, name: "lowRisk", expression: "return 1;" });
  expect((await failure(applyPlan(create, client, { clock: bench.clock }))).code).toBe(
    "remote-changed",
  );
  await client.delete("criteria-scripts", ID);
  await publish(makeBundle([LOW_RISK]));
  const update = await planAgainst(client, EDITED);
  await client.delete("criteria-scripts", ID);
  expect((await failure(applyPlan(update, client, { clock: bench.clock }))).message).toContain(
    "is gone",
  );
});

test("a plan with a blocked object writes nothing at all", async () => {
  await client.create("criteria-scripts", { name: "lowRisk", expression: "return 1;" });
  const plan = await planAgainst(client, makeBundle(ONE_OF_EACH));
  const error = await failure(applyPlan(plan, client, { clock: bench.clock }));
  expect(error.code).toBe("publish-blocked");
  expect(error.list).toEqual([expect.stringMatching(/^criteria lowRisk: .* --adopt/)]);
  expect(
    countActions(await planAgainst(client, makeBundle(ONE_OF_EACH), { adopt: true })),
  ).toMatchObject({ blocked: 0, adopt: 1 });
});

test("an adopted object stays where it is and is ours from then on", async () => {
  const { id } = await client.create("criteria-scripts", {
    name: "lowRisk",
    expression: "return 1;",
    tags: ["finance"],
  });
  const bundle = makeBundle([LOW_RISK]);
  await applyPlan(await planAgainst(client, bundle, { adopt: true }), client, {
    clock: bench.clock,
  });
  expect((await client.get("criteria-scripts", id)).tags).toEqual(["finance", "managed-by:acme"]);
  expect(countActions(await planAgainst(client, bundle))).toMatchObject({ "no-op": 1 });
});

test.each([
  ["a dropped connection", { kind: "drop" as const }],
  ["an HTML 503", { kind: "html-503" as const }],
  ["a garbled answer", { kind: "garbled" as const }],
])("a write that was carried out behind %s is recognised", async (_name, effect) => {
  bench.controller.faults.add({
    method: "POST",
    path: "/admin/criteria-scripts",
    after: true,
    effect,
  });
  const outcome = await publish(makeBundle([LOW_RISK]));
  expect(outcome.results).toMatchObject([{ status: "done", recognised: true }]);
  bench.controller.faults.add({
    method: "PUT",
    path: "/admin/criteria-scripts",
    after: true,
    effect,
  });
  expect((await publish(EDITED)).results).toMatchObject([{ status: "done", recognised: true }]);
});

test("a POST that was sent twice and answers 409 is recognised by its content", async () => {
  const plan = await planAgainst(client, makeBundle([LOW_RISK]));
  const stuttering: ControllerClient = {
    ...client,
    create: async (kind, body) => {
      await client.create(kind, body);
      return client.create(kind, body);
    },
  };
  const writes = await writesDuring(async () => {
    const outcome = await applyPlan(plan, stuttering, { clock: bench.clock });
    expect(outcome.results).toMatchObject([{ status: "done", recognised: true }]);
  });
  expect(writes).toEqual(["POST criteria-scripts 200", "POST criteria-scripts 409"]);
});

test("a create whose object an earlier run left behind writes nothing", async () => {
  const plan = await planAgainst(client, makeBundle([LOW_RISK]));
  await applyPlan(plan, client, { clock: bench.clock });
  const writes = await writesDuring(async () => {
    const again = await applyPlan(plan, client, { clock: bench.clock });
    expect(again.results).toMatchObject([{ status: "done", recognised: true }]);
  });
  expect(writes).toEqual([]);
});

test("stopped half way it lists what was done, what failed and what was not tried, and can be repeated", async () => {
  const plan = await planAgainst(client, makeBundle(ONE_OF_EACH));
  await client.list("sites");
  bench.controller.faults.add({
    method: "POST",
    path: "/admin/entitlement-scripts",
    effect: {
      kind: "status",
      status: 403,
      body: { id: "forbidden", message: "You don't have permission to access this resource." },
    },
  });
  const told: StepResult[] = [];
  const error = await failure(
    applyPlan(plan, client, { clock: bench.clock, onStep: (one) => told.push(one) }),
  );
  expect(error).toMatchObject({ code: "partly-done", exitCode: 6 });
  expect(error.list).toEqual([
    "done: create device-claim mac-serial",
    "done: create criteria lowRisk",
    expect.stringMatching(/^failed: create entitlement hosts: .*Create on EntitlementScript/),
    "not tried: create user-claim posture",
    "not tried: create condition posture-now",
  ]);
  expect(told.map((one) => one.status)).toEqual(["done", "done", "failed"]);
  expect((await publish()).results).toHaveLength(3);
});

test("a token that expires half way is replaced, and the publish goes on", async () => {
  const plan = await planAgainst(client, makeBundle(ONE_OF_EACH));
  const outcome = await applyPlan(plan, client, {
    clock: bench.clock,
    onStep: () => bench.controller.forgetTokens(),
  });
  expect(outcome.results.map((one) => one.status)).toEqual(Array(5).fill("done"));
});

test("a delete whose answer is lost is recognised, and one that somebody else did already is done", async () => {
  await publish();
  const empty = makeBundle([]);
  const limits = { deletes: 9, deletePercent: 100 };
  const plan = await planAgainst(client, empty, { prune: true, limits });
  bench.controller.faults.add({
    method: "DELETE",
    path: "/admin/user-scripts",
    after: true,
    effect: { kind: "drop" },
  });
  await client.delete("criteria-scripts", ID);
  const outcome = await applyPlan(plan, client, { clock: bench.clock });
  expect(outcome.results.filter((one) => one.recognised).map((one) => one.step.kind)).toEqual([
    "user-claim",
    "criteria",
  ]);
  expect((await planAgainst(client, empty, { prune: true })).steps).toEqual([]);
});

test("a refusal of the first write is that refusal: nothing is half done", async () => {
  const plan = await planAgainst(client, makeBundle(ONE_OF_EACH));
  bench.controller.faults.add({
    method: "POST",
    effect: {
      kind: "status",
      status: 422,
      body: { id: "x", message: "no", errors: [{ field: "name", message: "is too long" }] },
    },
  });
  const error = await failure(applyPlan(plan, client, { clock: bench.clock }));
  expect(error).toMatchObject({ code: "remote-refused", list: ["name: is too long"] });
});

test("what reads back differently is an error", async () => {
  const plan = await planAgainst(client, makeBundle([LOW_RISK]));
  const journal: PublishJournal = {
    begin: () => Promise.resolve(),
    before: () => Promise.resolve(),
    after: () => Promise.resolve(),
    end: () => Promise.resolve(),
  };
  // Another administrator changes the object between the write and the read back.
  const meddling: ControllerClient = {
    ...client,
    create: async (kind, body) => {
      const made = await client.create(kind, body);
      bench.controller.edit("criteria-scripts", ID, { expression: "return 2;" });
      return made;
    },
  };
  const error = await failure(applyPlan(plan, meddling, { clock: bench.clock, journal }));
  expect(error.code).toBe("partly-done");
  expect(error.list[0]).toContain("expression: differs");
});

test("the journal hears of each step before and after, with the object as it was", async () => {
  await publish(makeBundle([LOW_RISK]));
  const said: string[] = [];
  const journal: PublishJournal = {
    begin: async (plan, snapshot) =>
      void said.push(
        `begin ${plan.steps.length} ${String(snapshot[0]?.object?.["expression"]).trim().split("\n").at(-1)}`,
      ),
    before: async (step, index) => void said.push(`before ${step.action} ${index}`),
    after: async (result) => void said.push(`after ${result.status}`),
    end: async (results) => void said.push(`end ${results.length}`),
  };
  await applyPlan(await planAgainst(client, EDITED), client, { clock: bench.clock, journal });
  expect(said).toEqual(["begin 1 return true;", "before update 0", "after done", "end 1"]);
});

test("a plan for another Controller is refused", async () => {
  const plan = await planAgainst(client, makeBundle([LOW_RISK]));
  const other = {
    ...plan,
    controller: { ...plan.controller, url: "https://prod.example.com:8443/admin" },
  };
  expect((await failure(applyPlan(other, client, { clock: bench.clock }))).message).toContain(
    "another Controller",
  );
});
