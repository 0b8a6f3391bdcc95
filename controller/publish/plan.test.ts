import { describe, expect, test } from "vitest";
import type { PublishResource } from "./kinds.ts";
import { desiredObjects } from "./kinds.ts";
import { objectId, uuidV5 } from "./ids.ts";
import { ownerTag, readNotes, writeNotes } from "./ownership.ts";
import { planPublish } from "./plan.ts";
import { countActions, planSchema } from "./plan-data.ts";
import type { RemoteObject, RemoteState } from "./remote.ts";
import { renderPlan } from "./render.ts";
import type { Scripted } from "./testing.ts";
import { makeBundle, ONE_OF_EACH } from "./testing.ts";

const LOW_RISK: Scripted = { kind: "criteria", name: "lowRisk", text: "return true;\n" };
const NONE: Record<PublishResource, RemoteObject[]> = {
  "device-scripts": [],
  "criteria-scripts": [],
  "entitlement-scripts": [],
  "user-scripts": [],
  conditions: [],
};

function state(
  objects: Partial<Record<PublishResource, RemoteObject[]>>,
  secrets: string[] = ["TOKEN"],
): RemoteState {
  return {
    controller: { url: "https://localhost:8443/admin", apiVersion: 23 },
    objects: { ...NONE, ...objects },
    deviceTexts: {},
    secrets,
  };
}

/** What a Controller has after a bundle was published: its objects with what the server adds. */
function published(
  scripts: readonly Scripted[],
  version = "1.0.0",
): Record<PublishResource, RemoteObject[]> {
  const bundle = makeBundle(scripts, version);
  const objects = structuredClone(NONE);
  for (const { resource, body, fileSha256 } of desiredObjects(bundle)) {
    const object: RemoteObject = {
      ...body,
      created: "2025-01-01T00:00:00.000000Z",
      updated: "2025-01-01T00:00:00.000001Z",
    };
    if (resource === "device-scripts") {
      delete object["file"];
      object["checksumSha256"] = fileSha256;
    }
    objects[resource].push(object);
  }
  return objects;
}

/** The plan of one criteria script against one object that is there. */
function planFor(change: Partial<RemoteObject>, options?: { adopt?: boolean }) {
  const objects = published([LOW_RISK]);
  const [object] = objects["criteria-scripts"];
  objects["criteria-scripts"] = [{ ...(object as RemoteObject), ...change }];
  return planPublish(makeBundle([LOW_RISK]), state(objects), options).steps[0];
}

test("an empty Controller gets everything, in the order of dependency", () => {
  const plan = planPublish(makeBundle(ONE_OF_EACH), state({}));
  expect(plan.steps.map((step) => `${step.action} ${step.resource}`)).toEqual([
    "create device-scripts",
    "create criteria-scripts",
    "create entitlement-scripts",
    "create user-scripts",
    "create conditions",
  ]);
  expect(planSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
});

test("what was published is left alone", () => {
  const plan = planPublish(makeBundle(ONE_OF_EACH), state(published(ONE_OF_EACH)));
  expect(plan.steps.map(({ action }) => action)).toEqual(Array(5).fill("no-op"));
});

test("a new version of the bundle with the same texts changes nothing, device scripts included", () => {
  const plan = planPublish(
    makeBundle(ONE_OF_EACH, "2.0.0"),
    state(published(ONE_OF_EACH, "1.0.0")),
  );
  expect(countActions(plan)["no-op"]).toBe(5);
});

test("extra tags, other cases of tags and server defaults are no difference", () => {
  const objects = published(ONE_OF_EACH);
  for (const object of Object.values(objects).flat())
    object.tags = [...object.tags.map((tag) => tag.toUpperCase()), "api-created"];
  const [condition] = objects.conditions;
  if (condition)
    condition["remedyMethods"] = [
      { type: "DisplayMessage", message: "Update your Mac.", claimSuffix: null },
    ];
  expect(countActions(planPublish(makeBundle(ONE_OF_EACH), state(objects)))["no-op"]).toBe(5);
});

test("a changed text is an update of the whole object, with a diff that leaves the banner out", () => {
  const after = makeBundle([{ ...LOW_RISK, text: "return false;\n" }], "1.1.0");
  const objects = published([LOW_RISK]);
  const [object] = objects["criteria-scripts"];
  if (object) Object.assign(object, { tags: [...object.tags, "theirs"], futureField: 7 });
  const [step] = planPublish(after, state(objects)).steps;
  if (step?.action !== "update") return expect.unreachable();
  expect(step.textDiff).toContain("-return true;\n+return false;");
  expect(step.textDiff).not.toContain("sdpx:");
  expect(step.body).toMatchObject({ futureField: 7, tags: ["theirs", ownerTag("acme")] });
  expect(step.body).not.toHaveProperty("updated");
  expect(step.expects.updated).toBe("2025-01-01T00:00:00.000001Z");
});

test("fields that changed are named one by one", () => {
  const [condition] = ONE_OF_EACH.filter((one) => one.kind === "condition");
  const scripts = [
    {
      ...(condition as Scripted),
      notes: "New.",
      condition: { repeatSchedules: ["1m"], remedyLogic: "and" as const, remedyMethods: [] },
    },
  ];
  const [step] = planPublish(makeBundle(scripts), state(published(ONE_OF_EACH))).steps;
  if (step?.action !== "update") return expect.unreachable();
  expect(step.changes.map((one) => one.field)).toEqual([
    "repeatSchedules",
    "remedyLogic",
    "remedyMethods",
    "notes",
  ]);
  expect(step.textDiff).toBe("");
});

describe("objects that are not ours", () => {
  const foreign = { id: "99999999-9999-4999-8999-999999999999", notes: "by hand", tags: [] };

  test("block the plan and say how to adopt", () => {
    const step = planFor(foreign);
    expect(step).toMatchObject({
      action: "blocked",
      id: foreign.id,
      fix: expect.stringContaining("--adopt"),
    });
  });

  test("are taken over with adopt and keep their id and tags", () => {
    const step = planFor({ ...foreign, tags: ["finance"] }, { adopt: true });
    expect(step).toMatchObject({
      action: "adopt",
      id: foreign.id,
      body: { id: foreign.id, tags: ["finance", "managed-by:acme"] },
    });
  });

  test.each([
    ["built in", { tags: ["builtin"] }],
    ["read-only", { readOnly: true }],
    ['belongs to the bundle "other"', { tags: ["managed-by:other"] }],
  ])("are never taken over when %s", (reason, change) => {
    const step = planFor({ ...foreign, ...change }, { adopt: true });
    expect(step).toMatchObject({ action: "blocked", reasons: [expect.stringContaining(reason)] });
  });

  test("a lost tag is put back where id and notes show that the object is ours", () => {
    const step = planFor({ tags: [] });
    expect(step).toMatchObject({
      action: "update",
      warnings: [expect.stringContaining("managed-by:acme was removed")],
    });
  });
});

test("an object that was renamed on the Controller gets its name back", () => {
  expect(planFor({ name: "renamedByHand" })).toMatchObject({
    action: "rename",
    previousName: "renamedByHand",
    changes: [{ field: "name", from: "renamedByHand", to: "lowRisk" }],
  });
});

test("two objects that could be meant block the plan", () => {
  const objects = published([LOW_RISK]);
  const [object] = objects["criteria-scripts"];
  const ours = { ...(object as RemoteObject), name: "renamed" };
  const rival = {
    ...(object as RemoteObject),
    id: "99999999-9999-4999-8999-999999999999",
    tags: [],
  };
  const plan = planPublish(makeBundle([LOW_RISK]), state({ "criteria-scripts": [ours, rival] }));
  expect(plan.steps[0]).toMatchObject({ action: "blocked", id: rival.id });
});

test("an edit by hand is undone and said", () => {
  expect(planFor({ expression: "return 1 === 1;\n" })).toMatchObject({
    action: "update",
    warnings: [expect.stringContaining("changed on the Controller since the last publish")],
  });
});

test("a secret that the Controller lacks is a warning; one that cannot be seen is not", () => {
  const bundle = makeBundle(ONE_OF_EACH);
  expect(planPublish(bundle, state({}, [])).warnings).toEqual([
    expect.stringContaining('"TOKEN"; posture-now'),
  ]);
  expect(planPublish(bundle, { ...state({}), secrets: undefined }).warnings).toEqual([]);
});

test("ids are version 5 and depend on bundle, kind and name alone", () => {
  // The example of RFC 9562, appendix A.4.
  expect(uuidV5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com")).toBe(
    "2ed6657d-e927-568b-95e1-2665a8aea6a2",
  );
  expect(objectId("acme", "criteria", "a")).toBe(objectId("acme", "criteria", "a"));
  expect(
    new Set([
      objectId("acme", "criteria", "a"),
      objectId("acme", "condition", "a"),
      objectId("b", "criteria", "a"),
    ]).size,
  ).toBe(3);
});

test.each(["", "One line.", "Two\nlines.\n\nAnd more."])(
  "notes %j survive the machine line",
  (notes) => {
    const mark = {
      bundle: "my bundle]",
      version: "1.0.0+x",
      sha256: "a".repeat(64),
      file: "b".repeat(64),
    };
    expect(readNotes(writeNotes(notes, mark))).toEqual({ notes, mark });
  },
);

test("a plan reads well", () => {
  const objects = published([LOW_RISK]);
  objects.conditions = [
    { id: "99999999-9999-4999-8999-999999999999", name: "posture-now", notes: "", tags: [] },
  ];
  const scripts = ONE_OF_EACH.filter((one) => one.kind !== "criteria").concat({
    ...LOW_RISK,
    text: "return false;\n",
  });
  expect(renderPlan(planPublish(makeBundle(scripts), state(objects, [])), { color: false }))
    .toMatchInlineSnapshot(`
      "acme 1.0.0 -> https://localhost:8443/admin (API 23)

        + create  device-claim mac-serial (2 lines)
        ~ update  criteria     lowRisk
            its text goes from 13 to 14 bytes
            --- controller/criteria/lowRisk
            +++ bundle/criteria/lowRisk
            @@ -1,1 +1,1 @@
            -return true;
            +return false;
        + create  entitlement  hosts (1 line)
        + create  user-claim   posture (1 line)
        ! blocked condition    posture-now
            "posture-now" (99999999-9999-4999-8999-999999999999) exists and is not managed by this bundle
            fix: publish with --adopt to take it over (its text is replaced), or rename the script

      warning: the Controller has no secret "TOKEN"; posture-now will fail until an administrator creates it
      reach: 0 policies, 0 entitlements, 0 identity providers (the account may not see policies, entitlements, identity providers: there may be more)
      3 to create, 1 to update, 0 unchanged, 1 blocked: nothing can be written before they are settled
      "
    `);
});
