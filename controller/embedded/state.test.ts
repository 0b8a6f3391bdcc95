import { Agent, request } from "undici";
import { afterEach, expect, test } from "vitest";
import { BUILTIN_IDS } from "./seed.ts";
import { readState, writeState } from "./state.ts";
import type { Dump } from "./store.ts";
import type { Bench } from "./testing.ts";
import { startBench } from "./testing.ts";

const benches: Bench[] = [];
afterEach(async () => {
  await Promise.all(benches.splice(0).map((bench) => bench.close()));
});
async function start(options: Parameters<typeof startBench>[0] = {}): Promise<Bench> {
  const bench = await startBench(options);
  benches.push(bench);
  return bench;
}

test("the state is told after every change, before the change is answered", async () => {
  const told: Dump[] = [];
  const { client } = await start({ changed: (state) => told.push(state) });
  const api = client();
  expect(told).toHaveLength(0);
  const { id } = await api.create("conditions", { name: "kept", expression: "return true;" });
  expect(told.at(-1)?.conditions.map((one) => one.name)).toContain("kept");
  await api.delete("conditions", id);
  expect(told.at(-1)?.conditions.map((one) => one.name)).not.toContain("kept");
});

test("a Controller goes on where the one before it stopped: secrets, settings and times", async () => {
  const first = await start();
  await first.client().create("secrets", { name: "TOKEN", secret: "s3cr3t" });
  const text = writeState(first.controller.dump());
  const second = await start({ state: readState(text, "state.json") });
  expect(second.controller.dump()).toEqual(first.controller.dump());
  const before = second.controller.dump().secrets[0];
  second.controller.edit("secrets", String(before?.id), { notes: "later" });
  const after = second.controller.dump().secrets[0];
  expect(String(after?.["updated"]) > String(before?.["updated"])).toBe(true);
  expect(after).toMatchObject({ secret: "s3cr3t", notes: "later" });
});

test("a file of an older sdpx, which knows fewer kinds, gets the builtin objects of the others", async () => {
  const { conditions } = (await start()).controller.dump();
  const text = JSON.stringify({
    format: "sdpx-controller-state",
    version: 1,
    state: { conditions },
  });
  const { controller } = await start({ state: readState(text, "old.json") });
  expect(controller.dump().sites.map((one) => one.id)).toContain(BUILTIN_IDS.defaultSite);
});

test.each([
  ["{", "bad-json"],
  ['{"format":"other","version":1,"state":{}}', "bad-input"],
  ['{"format":"sdpx-controller-state","version":2,"state":{}}', "bad-input"],
  ['{"format":"sdpx-controller-state","version":1,"state":{"gadgets":[]}}', "bad-input"],
  ['{"format":"sdpx-controller-state","version":1,"state":{"sites":[{"id":1}]}}', "bad-input"],
])("%s is refused", (text, code) => {
  expect(() => readState(text, "state.json")).toThrow(
    expect.objectContaining({ code, where: expect.stringContaining("state.json") }),
  );
});

test("maintenance mode refuses changes and nothing else, and can be switched over HTTP", async () => {
  const { controller, client } = await start();
  const api = client();
  const { id } = await api.create("conditions", { name: "before", expression: "x" });
  const agent = new Agent({ connect: { ca: controller.caPem } });
  const embedded = (method: "PUT" | "PATCH", path: string, body: unknown) =>
    request(`${new URL(controller.url).origin}/embedded${path}`, {
      dispatcher: agent,
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  expect((await embedded("PUT", "/maintenance", { enabled: true })).statusCode).toBe(204);
  await expect(api.delete("conditions", id)).rejects.toMatchObject({
    code: "remote-unavailable",
    status: 503,
  });
  expect((await api.get("conditions", id)).name).toBe("before");
  expect((await embedded("PUT", "/maintenance", { enabled: "yes" })).statusCode).toBe(400);
  controller.setMaintenance(false);
  await api.delete("conditions", id);

  const always = `/objects/conditions/${BUILTIN_IDS.always}`;
  const edited = await embedded("PATCH", always, { notes: "edited behind your back" });
  expect(await edited.body.json()).toMatchObject({ notes: "edited behind your back" });
  expect((await api.get("conditions", BUILTIN_IDS.always)).notes).toBe("edited behind your back");
  const refused = await embedded("PATCH", always, { expression: 5 });
  expect(refused.statusCode).toBe(400);
  expect(await refused.body.json()).toMatchObject({
    error: "bad-input",
    where: expect.stringContaining("conditions"),
  });
  expect((await embedded("PATCH", "/objects/gadgets/1", {})).statusCode).toBe(404);
  await agent.close();
});

test("an object that replication keeps is refused to whoever would change it", async () => {
  const { controller, client } = await start({ versions: { min: 18, max: 24 } });
  const api = client();
  const { id } = await api.create("conditions", { name: "replica", expression: "x" });
  controller.protect("conditions", id);
  expect((await api.get("conditions", id)).readOnly).toBe(true);
  const body = { name: "replica", expression: "y" };
  await expect(api.update("conditions", id, body)).rejects.toMatchObject({ status: 422 });
  await expect(api.delete("conditions", id)).rejects.toMatchObject({ status: 422 });
});

test("names may be given twice where that is switched on", async () => {
  const { client } = await start({ uniqueNames: false });
  const api = client();
  const body = { name: "twin", expression: "return true;" };
  const [one, two] = [await api.create("conditions", body), await api.create("conditions", body)];
  expect(one.id).not.toBe(two.id);
});
