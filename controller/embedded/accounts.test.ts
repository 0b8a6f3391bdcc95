import { afterEach, expect, test } from "vitest";
import { BUILTIN_IDS } from "./seed.ts";
import type { Bench } from "./testing.ts";
import { startBench } from "./testing.ts";

/** The product's way to limited rights: an account, a role, and an Admin policy that gives the one to the other. */
let bench: Bench;
afterEach(() => bench.close());

const expression = `return claims.user.ag.identityProviderId === "${BUILTIN_IDS.service}" && claims.user.username === "robot";`;

async function setUp(change: { policy?: object; account?: object } = {}): Promise<void> {
  bench = await startBench();
  const { controller } = bench;
  const state = structuredClone(controller.dump());
  const common = { notes: "", tags: [], created: "", updated: "" };
  const roleId = "11111111-1111-4111-8111-111111111111";
  controller.load({
    ...state,
    "service-users": [
      {
        ...common,
        id: "22222222-2222-4222-8222-222222222222",
        name: "robot",
        password: "r0b0t",
        disabled: false,
        ...change.account,
      },
    ],
    "administrative-roles": [
      ...state["administrative-roles"],
      {
        ...common,
        id: roleId,
        name: "author",
        privileges: [
          { type: "View", target: "Condition", scope: { all: true, ids: [], tags: [] } },
          {
            type: "Create",
            target: "Condition",
            scope: { all: true, ids: [], tags: [] },
            defaultTags: ["by-robot"],
          },
        ],
      },
    ],
    policies: [
      ...state.policies,
      {
        ...common,
        id: "33333333-3333-4333-8333-333333333333",
        name: "authors",
        type: "Admin",
        expression,
        administrativeRoles: [roleId],
        disabled: false,
        ...change.policy,
      },
    ],
  });
}

const robot = (password = "r0b0t") =>
  bench.client({ providerName: "service", username: "robot", password });

test("a service user may do what the role of its Admin policy says, and no more", async () => {
  await setUp();
  const client = robot();
  const made = await client.create("conditions", {
    name: "by a robot",
    expression: "return true;",
  });
  expect(made.tags).toEqual(["by-robot"]);
  await expect(client.list("policies")).rejects.toMatchObject({ code: "not-allowed" });
  expect(await client.privileges()).toHaveLength(2);
});

test("without a policy that matches, a right password opens nothing", async () => {
  await setUp({ policy: { expression: "return false;" } });
  await expect(robot().list("conditions")).rejects.toMatchObject({ code: "not-allowed" });
});

test("a policy that is switched off or fails gives nothing", async () => {
  await setUp({ policy: { disabled: true } });
  await expect(robot().list("conditions")).rejects.toMatchObject({ code: "not-allowed" });
  bench.controller.edit("policies", "33333333-3333-4333-8333-333333333333", {
    disabled: false,
    expression: "throw new Error('no');",
  });
  await expect(robot().list("conditions")).rejects.toMatchObject({ code: "not-allowed" });
});

test("a wrong password and a disabled account are the same to who tries", async () => {
  await setUp();
  await expect(robot("wrong").list("conditions")).rejects.toMatchObject({ code: "not-signed-in" });
  bench.controller.edit("service-users", "22222222-2222-4222-8222-222222222222", {
    disabled: true,
  });
  await expect(robot().list("conditions")).rejects.toMatchObject({ code: "not-signed-in" });
});
