import fc from "fast-check";
import { expect, test } from "vitest";
import type { RemoteObject } from "../publish/remote.ts";
import { chooseStems, matchesGlob, planAdopt, planPull, safeStem } from "./index.ts";
import type { LocalRaw, LocalState, PullItem, Scripts } from "./index.ts";

const ID = "00000000-1111-4222-8333-444444444444";
const object = (name: string, more: Partial<RemoteObject> = {}): RemoteObject => ({
  id: ID,
  name,
  notes: "",
  tags: [],
  expression: "return true;",
  ...more,
});
const scripts = (objects: Scripts["objects"], files: Scripts["files"] = {}): Scripts => ({
  objects,
  files,
  providers: [],
});
const EMPTY: LocalState = {
  bundle: "acme",
  raws: [],
  built: [],
  stems: { criteria: [], condition: [], entitlement: [], "user-claim": [], "device-claim": [] },
};

test.each([
  ["../../etc/passwd", "etc-passwd"],
  ["C:\\Windows\\x", "c-windows-x"],
  [".hidden", "hidden"],
  ["CON", "script-con"],
  ["lpt1", "script-lpt1"],
  ["index", "script-index"],
  ["isVip", "is-vip"],
  ["Über Größe", "uber-gro-e"],
  ["尺寸", "script-00000000"],
  ["..", "script-00000000"],
  ["a\u0000b\nc", "a-b-c"],
])("the name %j becomes the file name %s", (name, stem) => {
  expect(safeStem(name, ID)).toBe(stem);
});

test("whatever objects are called, their files lie in the folder, have names for every system, and are each once", () => {
  const objects = fc.uniqueArray(
    fc.record({ id: fc.uuid(), name: fc.string({ unit: "binary", minLength: 1 }) }),
    { selector: ({ id }) => id, maxLength: 12 },
  );
  fc.assert(
    fc.property(objects, (given) => {
      const stems = [...chooseStems(given, ["low-risk", "CON"]).values()];
      expect(stems).toHaveLength(given.length);
      expect(new Set(["low-risk", "con", ...stems]).size).toBe(given.length + 2);
      for (const stem of stems) expect(stem).toMatch(/^[a-z0-9_][a-z0-9_-]{0,119}$/);
    }),
  );
});

test("objects whose names differ only in case get their ids, in whatever order they come", () => {
  const a = { id: "aaaaaaaa-0000", name: "Rule" };
  const b = { id: "bbbbbbbb-0000", name: "rule" };
  const wanted = { [a.id]: "rule-aaaaaaaa", [b.id]: "rule-bbbbbbbb" };

  expect(Object.fromEntries(chooseStems([a, b], []))).toEqual(wanted);
  expect(Object.fromEntries(chooseStems([b, a], []))).toEqual(wanted);
  expect(chooseStems([a], ["RULE"]).get(a.id)).toBe("rule-aaaaaaaa");
});

test("a pattern knows * and ? and nothing else", () => {
  expect(matchesGlob("a*c?", "abbbc\n")).toBe(true);
  expect(matchesGlob("a.c", "abc")).toBe(false);
  expect(matchesGlob("(a", "(a")).toBe(true);
  expect(matchesGlob("A", "a")).toBe(false);
});

test("what cannot be kept as it is, or is somebody's, is left alone with a reason", () => {
  const plan = planPull(
    scripts(
      {
        criteria: [
          object("built", { id: "1", tags: ["builtin"] }),
          object("locked", { id: "2", readOnly: true }),
          object("theirs", { id: "3", tags: ["Managed-By:other"] }),
          object("lowRisk", { id: "4" }),
          object("half", { id: "5", expression: "return '\ud800';" }),
          object("twin", { id: "6" }),
          object("twin", { id: "7" }),
        ],
        entitlement: [object("future", { type: "galaxy" })],
        condition: [object("remedy", { remedyMethods: [{ type: "Dance", message: "x" }] })],
        "device-claim": [object("binary")],
      },
      { [ID]: { filename: "x.bin", bytes: Buffer.from([0xff, 0x00]) } },
    ),
    { ...EMPTY, built: [{ kind: "criteria", name: "lowRisk", source: "criteria/low-risk.ts" }] },
  );

  expect(plan.items.map(({ name }) => name)).toEqual(["twin"]);
  expect(Object.fromEntries(plan.skipped.map(({ name, reason }) => [name, reason]))).toEqual({
    built: "it is built in",
    locked: expect.stringContaining("read-only"),
    theirs: 'it belongs to the bundle "other"',
    lowRisk: "criteria/low-risk.ts has this name",
    half: expect.stringContaining("surrogate"),
    twin: "6 has the same name",
    future: expect.stringContaining("galaxy"),
    remedy: expect.stringContaining("remedy method"),
    binary: expect.stringContaining("UTF-8"),
  });
});

test("a device script takes its claim from the providers when they agree about it", () => {
  const mapping = (claimName: string) => ({
    command: "runScript",
    claimName,
    platform: "desktop.macos.all",
    parameters: { name: "probe", args: "-x" },
  });
  const file = { [ID]: { filename: "probe.PS1", bytes: Buffer.from("hi") } };
  const pull = (...claims: string[]) => {
    const providers = claims.map((claim) =>
      object("idp", { onDemandClaimMappings: [mapping(claim)] }),
    );
    const read = { ...scripts({ "device-claim": [object("probe")] }, file), providers };
    const [item] = planPull(read, EMPTY).items;
    return { file: item?.textFile, ...(JSON.parse(item?.metaText ?? "{}") as object) };
  };

  expect(pull("serial", "serial")).toMatchObject({
    file: "device-claims/probe.raw.ps1",
    claimName: "serial",
    platform: "desktop.macos.all",
    args: "-x",
  });
  expect(pull("a", "b")).toMatchObject({ claimName: "", platform: "", args: "" });
});

/** The files of an item as they lie on disk after it was written. */
function kept(item: PullItem, text = item.text): LocalRaw {
  const meta = JSON.parse(item.metaText) as Record<string, unknown>;
  const { textFile } = item;
  const [, stem = ""] = /\/(.+)\.raw\./.exec(textFile) ?? [];
  const sha = planPull(scripts({ criteria: [object("x", { expression: text })] }), EMPTY).items[0];
  const { pulled } = JSON.parse(sha?.metaText ?? "{}") as { pulled: { text: string } };
  return { kind: item.kind, stem, textFile, textSha: pulled.text, meta };
}

test("a file is replaced only when it is as it was pulled, and keeps its place when its object is renamed", () => {
  const [first] = planPull(scripts({ criteria: [object("rule")] }), EMPTY).items;
  if (first === undefined) throw new TypeError("nothing was planned");
  const again = (remote: RemoteObject, raw: LocalRaw, force = false) =>
    planPull(scripts({ criteria: [remote] }), { ...EMPTY, raws: [raw] }, { force }).items[0];
  const edited = object("rule", { expression: "return 2;" });

  expect(again(object("rule"), kept(first))?.how).toBe("same");
  expect(again(edited, kept(first))?.how).toBe("update");
  expect(again(object("rule"), kept(first, "mine"))?.how).toBe("ahead");
  expect(again(edited, kept(first, "mine"))?.how).toBe("conflict");
  expect(again(edited, kept(first, "mine"), true)?.how).toBe("force");
  expect(again(object("other"), kept(first))).toMatchObject({
    how: "update",
    textFile: "criteria/rule.raw.js",
  });
  // The metadata alone was edited here, the text alone there.
  const noted = kept(first);
  const meta = { ...noted.meta, notes: "mine" };
  expect(again(edited, { ...noted, meta })?.how).toBe("conflict");
  expect(
    again(object("rule"), { ...noted, meta: { ...meta, notes: "", whenUnavailable: "deny" } })?.how,
  ).toBe("same");
  // Only half of it is there.
  const { meta: _meta, ...orphan } = kept(first);
  expect(again(object("rule"), orphan)?.textFile).toBe("criteria/rule.raw.js");
});

test("adopting adds the tag and the line once, and refuses what is somebody's", () => {
  const bundle = { name: "Acme", version: "1.0.0" };
  const mine = planAdopt(object("x", { notes: "Hi.", tags: ["b"] }), "return true;", false, bundle);

  expect(mine).toMatchObject({
    tags: ["b", "managed-by:acme"],
    notes: expect.stringMatching(/^Hi\.\n\n\[sdpx bundle=Acme version=1\.0\.0 sha256=\w{64}\]$/),
  });
  expect(mine && planAdopt(mine, "return true;", false, bundle)).toBeUndefined();
  for (const taken of [{ tags: ["builtin"] }, { readOnly: true }, { tags: ["managed-by:other"] }]) {
    expect(() => planAdopt(object("x", taken), "", false, bundle)).toThrow(
      expect.objectContaining({ code: "publish-blocked" }),
    );
  }
});
