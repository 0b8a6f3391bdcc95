import { expect, test } from "vitest";
import type { ScriptKind } from "../../base/kinds.ts";
import type { Scripts } from "../pull/read.ts";
import type { Bundle } from "../publish/kinds.ts";
import { desiredObjects } from "../publish/kinds.ts";
import { readNotes, writeNotes } from "../publish/ownership.ts";
import type { RemoteObject, RemoteState } from "../publish/remote.ts";
import { makeBundle, ONE_OF_EACH } from "../publish/testing.ts";
import { between, driftOf, hasDrift } from "./index.ts";

const BUNDLE = makeBundle(ONE_OF_EACH);

/** A Controller that has exactly what was published. */
function published(bundle: Bundle): RemoteState & { objects: Record<string, RemoteObject[]> } {
  const objects: Record<string, RemoteObject[]> = {
    "device-scripts": [],
    "criteria-scripts": [],
    "entitlement-scripts": [],
    "user-scripts": [],
    conditions: [],
  };
  for (const { resource, body, fileSha256 } of desiredObjects(bundle)) {
    const { file, ...stored } = body;
    const checksum = file === undefined ? {} : { checksumSha256: fileSha256 };
    objects[resource]?.push(structuredClone({ ...stored, ...checksum }));
  }
  return {
    controller: { url: "https://localhost:8443/admin", apiVersion: 23 },
    objects: objects as RemoteState["objects"] & Record<string, RemoteObject[]>,
    deviceTexts: {},
    secrets: [],
    others: { "identity-providers": [], entitlements: [], policies: [] },
  };
}
const change = (state: ReturnType<typeof published>, resource: string, fields: object) => {
  Object.assign(state.objects[resource]?.[0] ?? {}, fields);
  return state;
};
const stateOf = (state: RemoteState, kind: ScriptKind, bundle = BUNDLE) =>
  driftOf(bundle, state).find((row) => row.kind === kind);

test("what was published and not touched has not drifted, and a new version of the bundle does not change that", () => {
  const rows = driftOf(BUNDLE, published(BUNDLE));
  expect(rows.map(({ state }) => state)).toEqual(["same", "same", "same", "same", "same"]);
  expect(hasDrift(driftOf(makeBundle(ONE_OF_EACH, "9.9.9"), published(BUNDLE)))).toBe(false);
});

test("a text that was edited there shows the edit, from what was published to what is there", () => {
  const state = change(published(BUNDLE), "criteria-scripts", { expression: "return true;\n" });

  expect(stateOf(state, "criteria")).toMatchObject({
    state: "edited",
    remoteDiff: expect.stringMatching(
      /--- published\/criteria\/lowRisk[^]*\+\+\+ controller[^]*-return claims[^]*\+return true;/,
    ),
  });
});

test("fields that were edited, a tag that was taken away and a device script's file are seen", () => {
  const remedied = change(published(BUNDLE), "conditions", { repeatSchedules: [] });
  expect(stateOf(remedied, "condition")).toMatchObject({
    state: "fields",
    changes: [{ field: "repeatSchedules", from: [], to: ["5m"] }],
  });

  const untagged = change(published(BUNDLE), "criteria-scripts", { tags: [] });
  expect(stateOf(untagged, "criteria")).toMatchObject({
    state: "fields",
    changes: [{ field: "tags" }],
  });

  const filed = change(published(BUNDLE), "device-scripts", { checksumSha256: "f".repeat(64) });
  const id = filed.objects["device-scripts"]?.[0]?.id ?? "";
  const downloaded = { ...filed, deviceTexts: { [id]: "#!/bin/sh\necho no\n" } };
  expect(stateOf(downloaded, "device-claim")).toMatchObject({ state: "edited" });
});

test("an object that somebody else put in the place of ours is told as such", () => {
  const state = published(BUNDLE);
  change(state, "criteria-scripts", { id: "other", tags: ["managed-by:them"], notes: "" });

  expect(stateOf(state, "criteria")).toMatchObject({ state: "foreign", id: "other" });
});

test("a connection that sdpx made and somebody took away is drift; one that cannot be seen is not", () => {
  const state = published(BUNDLE);
  const script = state.objects["user-scripts"]?.[0];
  const { notes, mark } = readNotes(script?.notes ?? "");
  if (script === undefined || mark === undefined) throw new TypeError("no script");
  const idp = "11111111-2222-4333-8444-555555555555";
  script.notes = writeNotes(notes, { ...mark, wired: [`identity-providers/${idp}`] });

  expect(stateOf(state, "user-claim")).toMatchObject({
    state: "fields",
    changes: [{ field: "connected to", from: [] }],
  });
  expect(stateOf({ ...state, others: {} }, "user-claim")).toMatchObject({ state: "same" });
  const provider = { id: idp, name: "corp", notes: "", tags: [], userScripts: [script.id] };
  const whole = { ...state, others: { "identity-providers": [provider] } };
  expect(stateOf(whole, "user-claim")).toMatchObject({ state: "same" });
});

test("two Controllers are the same when only ids, times, banners, tag case and machine lines differ", () => {
  const one = (more: Partial<RemoteObject>): Scripts => ({
    objects: {
      criteria: [
        { id: "1", name: "a", notes: "N", tags: ["X"], expression: "return 1;\n", ...more },
        { id: "b", name: "Everyone", notes: "", tags: ["builtin"], expression: String(more.id) },
      ],
    },
    files: {},
    providers: [],
  });
  const mark = { bundle: "acme", version: "2", sha256: "0".repeat(64) };
  const other = one({
    id: "2",
    updated: "later",
    tags: ["x"],
    notes: writeNotes("N", mark),
    expression: "// sdpx: criteria/a bundle acme 2 sha256:0\nreturn 1;\n",
  });

  expect(between(one({}), other)).toMatchObject([{ name: "a", state: "same" }]);
  expect(between(one({}), one({ expression: "return 2;\n" }))).toMatchObject([
    { state: "differs" },
  ]);
  expect(between(one({}), other, { bundle: "acme" })).toEqual([]);
});
