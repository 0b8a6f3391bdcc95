import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ARTIFACTS, jarName } from "./artifacts.ts";
import { findNashorn, NASHORN_FOLDER } from "./find.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "sdpx-find-"));
});
afterEach(() => rm(root, { recursive: true }));

test("without jars it says how to get them", async () => {
  expect(await findNashorn({}, root)).toEqual({
    missing: expect.stringContaining("sdpx engine install nashorn"),
  });
});

test("the folder of the installation is found when every jar is there", async () => {
  const folder = join(root, NASHORN_FOLDER);
  await mkdir(folder, { recursive: true });
  for (const one of ARTIFACTS.slice(1)) await writeFile(join(folder, jarName(one)), "");
  expect(await findNashorn({}, root)).toHaveProperty("missing");

  await writeFile(join(folder, "nashorn-core-15.7.jar"), "");
  const found = await findNashorn({ SDPX_NASHORN_CLASSPATH: "" }, root);
  expect(found).toMatchObject({ from: "folder" });
  expect("classpath" in found && found.classpath.split(delimiter)).toHaveLength(6);
});

test("SDPX_NASHORN_CLASSPATH comes first; a folder in it stands for its jars", async () => {
  await writeFile(join(root, "nashorn-core-15.7.jar"), "");
  await writeFile(join(root, "notes.txt"), "");
  const jar = join(root, "nashorn-core-15.7.jar");
  for (const given of [root, join(root, "*"), jar])
    expect(await findNashorn({ SDPX_NASHORN_CLASSPATH: given }, root)).toEqual({
      classpath: jar,
      from: "SDPX_NASHORN_CLASSPATH",
    });
});

test("a class path without Nashorn, or with a jar that is not there, is told", async () => {
  const lost = join(root, "nashorn-core-99.jar");
  expect(await findNashorn({ SDPX_NASHORN_CLASSPATH: root })).toEqual({
    missing: expect.stringContaining("no nashorn-core jar"),
  });
  expect(await findNashorn({ SDPX_NASHORN_CLASSPATH: lost })).toEqual({
    missing: expect.stringContaining(`${lost} is not there`),
  });
});
