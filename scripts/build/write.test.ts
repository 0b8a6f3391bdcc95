import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildBundle } from "./build.ts";
import { loadBundle } from "./load.ts";
import { criteria, tempRoot } from "./testing.ts";
import { compareBundle, writeBundle } from "./write.ts";

const one = { "criteria/one.ts": criteria("return true;") };
const two = { "criteria/two.ts": criteria("return false;") };

describe("writing a bundle", () => {
  it("writes every artifact and the manifest, and nothing the second time", async () => {
    await using root = await tempRoot({ ...one, ...two });
    const out = join(root.path, "dist");
    const bundle = await buildBundle({ root: root.path });
    expect(await writeBundle(bundle, out)).toEqual([
      { file: "criteria/one.js", how: "missing" },
      { file: "criteria/two.js", how: "missing" },
      { file: "manifest.json", how: "missing" },
    ]);
    expect((await readdir(join(out, "criteria"))).sort()).toEqual(["one.js", "two.js"]);
    expect(await writeBundle(bundle, out)).toEqual([]);
    expect(await compareBundle(bundle, out)).toEqual([]);
  });

  it("removes what an earlier build left, and keeps what others put there", async () => {
    await using root = await tempRoot({
      ...one,
      ...two,
      "dist/criteria/hand-written.js": "return 1;",
    });
    const out = join(root.path, "dist");
    await writeBundle(await buildBundle({ root: root.path }), out);
    await rm(join(root.path, "criteria/two.ts"));
    expect(await writeBundle(await buildBundle({ root: root.path }), out)).toEqual([
      { file: "criteria/two.js", how: "left over" },
      { file: "manifest.json", how: "differs" },
    ]);
    expect((await readdir(join(out, "criteria"))).sort()).toEqual(["hand-written.js", "one.js"]);
  });

  it("into the root itself leaves the sources alone", async () => {
    await using root = await tempRoot(one);
    await writeBundle(await buildBundle({ root: root.path }), root.path);
    expect((await readdir(join(root.path, "criteria"))).sort()).toEqual(["one.js", "one.ts"]);
  });

  it("with problems writes nothing", async () => {
    await using root = await tempRoot(one);
    const out = join(root.path, "dist");
    await writeBundle(await buildBundle({ root: root.path }), out);
    const before = await readFile(join(out, "manifest.json"), "utf8");
    await root.write({ ...two, "criteria/bad.ts": criteria("return 1;") });
    const bundle = await buildBundle({ root: root.path });
    await expect(writeBundle(bundle, out)).rejects.toMatchObject({ code: "bad-script" });
    expect(await readdir(join(out, "criteria"))).toEqual(["one.js"]);
    expect(await readFile(join(out, "manifest.json"), "utf8")).toBe(before);
  });

  it("that cannot be finished changes nothing that was there", async () => {
    await using root = await tempRoot(one);
    const out = join(root.path, "dist");
    await writeBundle(await buildBundle({ root: root.path }), out);
    await root.write({
      "criteria/one.ts": criteria("return false;"),
      "user-claims/u.ts": `export const meta = { notes: "n" };
export default function main() { return {}; }
`,
      "dist/user-claim": "a file where a folder has to be",
    });
    const before = await readFile(join(out, "criteria/one.js"), "utf8");
    const bundle = await buildBundle({ root: root.path });
    await expect(writeBundle(bundle, out)).rejects.toThrow();
    expect(await readdir(join(out, "criteria"))).toEqual(["one.js"]);
    expect(await readFile(join(out, "criteria/one.js"), "utf8")).toBe(before);
  });
});

describe("loading a bundle", () => {
  it("gives the manifest and every text", async () => {
    await using root = await tempRoot({ ...one, ...two });
    const bundle = await buildBundle({ root: root.path });
    await writeBundle(bundle, join(root.path, "dist"));
    const loaded = await loadBundle(join(root.path, "dist"));
    expect(loaded.manifest).toEqual(bundle.manifest);
    expect([...loaded.texts.keys()]).toEqual(["criteria/one.js", "criteria/two.js"]);
    expect(loaded.texts.get("criteria/one.js")).toBe(bundle.files.get("criteria/one.js"));
  });

  it("refuses artifacts that were edited, are missing, or lie elsewhere, and names each", async () => {
    await using root = await tempRoot({ ...one, ...two });
    const dist = join(root.path, "dist");
    const bundle = await buildBundle({ root: root.path });
    await writeBundle(bundle, dist);
    const edited = (bundle.files.get("criteria/one.js") ?? "").replace("return true", "return 1");
    await writeFile(join(dist, "criteria/one.js"), edited);
    await rm(join(dist, "criteria/two.js"));
    await expect(loadBundle(dist)).rejects.toMatchObject({
      code: "build-stale",
      list: [
        "criteria/one.js: its SHA-256 is not the one in the manifest",
        "criteria/two.js: is missing",
      ],
    });
    const manifest = JSON.stringify(bundle.manifest).replace("criteria/one.js", "../package.json");
    await writeFile(join(dist, "manifest.json"), manifest);
    await expect(loadBundle(dist)).rejects.toMatchObject({
      list: expect.arrayContaining(["../package.json: lies outside the bundle's folder"]),
    });
  });

  it("says what is wrong with a manifest that is missing, torn or of another shape", async () => {
    await using root = await tempRoot();
    const dist = join(root.path, "dist");
    await expect(loadBundle(dist)).rejects.toMatchObject({ code: "file-missing" });
    await root.write({ "dist/manifest.json": '{ "manifestVersion": ' });
    await expect(loadBundle(dist)).rejects.toMatchObject({ code: "bad-json" });
    await root.write({ "dist/manifest.json": '{ "manifestVersion": 2 }' });
    await expect(loadBundle(dist)).rejects.toMatchObject({ code: "bad-input" });
  });
});
