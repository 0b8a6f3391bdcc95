import { afterEach, expect, test } from "vitest";
import type { Bench } from "../embedded/testing.ts";
import { startBench } from "../embedded/testing.ts";

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

test("an old Controller without /version is asked by a login that nobody speaks", async () => {
  bench = await startBench({ versions: { min: 13, max: 17 } });
  const client = bench.client();
  expect(await client.apiVersion()).toBe(17);
  expect(bench.controller.requests.map((one) => `${one.path} ${one.status}`)).toEqual([
    "/admin/version 404",
    "/admin/login 406",
  ]);
  // Ids are the client's to give up to API 16, and the server's from 17 on.
  expect(
    (await client.create("conditions", { name: "old", expression: "return true;" })).id,
  ).toMatch(/^[0-9a-f-]{36}$/);
});

test("speaks the newest version that both know to a Controller that is newer than sdpx", async () => {
  bench = await startBench({ versions: { min: 22, max: 31 } });
  expect(await bench.client().apiVersion()).toBe(24);
});

test.each([
  { min: 25, max: 27, fix: "newer sdpx" },
  { min: 9, max: 13, fix: "upgrade the Controller" },
])(
  "refuses a Controller that speaks $min to $max and says which side to upgrade",
  async ({ min, max, fix }) => {
    bench = await startBench({ versions: { min, max } });
    await expect(bench.client().apiVersion()).rejects.toMatchObject({
      code: "unsupported-version",
      message: `the Controller speaks API ${min} to ${max}, sdpx speaks 14 to 24`,
      fix: expect.stringContaining(fix),
    });
  },
);

test("a version that was set by hand and is not spoken fails with the window", async () => {
  bench = await startBench({ versions: { min: 20, max: 22 } });
  await expect(bench.client({ apiVersion: 24 }).list("conditions")).rejects.toMatchObject({
    code: "unsupported-version",
    message: expect.stringContaining("20 to 22"),
  });
});

test("negotiates again once when the Controller was upgraded under way", async () => {
  bench = await startBench({ versions: { min: 18, max: 23 } });
  const client = bench.client();
  await client.list("conditions");
  bench.controller.faults.add({
    path: "/admin/conditions",
    effect: {
      kind: "status",
      status: 406,
      body: {
        id: "not acceptable",
        message: "Invalid 'Accept' header.",
        minSupportedVersion: 20,
        maxSupportedVersion: 22,
      },
    },
  });
  await client.list("conditions");
  expect(await client.apiVersion()).toBe(22);
});

test("collections that a version does not have are refused before anything is sent", async () => {
  bench = await startBench({ versions: { min: 17, max: 19 } });
  await expect(bench.client().list("secrets")).rejects.toMatchObject({
    code: "unsupported-version",
  });
  expect(bench.controller.requests.some((one) => one.path.includes("secrets"))).toBe(false);
});
