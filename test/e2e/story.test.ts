import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { Narrator } from "../../scripts/story/narrator.ts";
import { playStory } from "../../scripts/story/play.ts";
import { Witness } from "../../scripts/story/witness.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SCRIPT_FOLDERS = [
  "criteria",
  "conditions",
  "entitlements",
  "user-claims",
  "device-claims",
  "lib",
  "dist",
];

async function play(root: string) {
  const narrator = new Narrator(
    () => undefined,
    (_style, text) => text,
  );
  const { outcome, world } = await playStory({ root, logLevel: "silent" }, new Witness(), narrator);
  onTestFinished(() => world.close());
  return { outcome, world, lines: narrator.lines };
}

/** The repository's scripts in a folder of their own, free to be broken. */
async function copyOfScripts(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "sdpx-e2e-"));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const folder of SCRIPT_FOLDERS)
    await cp(join(ROOT, folder), join(root, folder), { recursive: true });
  for (const file of ["package.json", "tsconfig.json"])
    await cp(join(ROOT, file), join(root, file));
  // Types and case builders are reached by relative paths.
  for (const folder of ["sandbox-shim/types", "scripts/cases"]) {
    await cp(join(ROOT, folder), join(root, folder), { recursive: true });
  }
  return root;
}

async function edit(root: string, file: string, change: (text: string) => string): Promise<void> {
  const path = join(root, file);
  const before = await readFile(path, "utf8");
  const after = change(before);
  expect(after, `the edit of ${dirname(file)} must hit something`).not.toBe(before);
  await writeFile(path, after);
}

test("a detection cuts the Mac's access and leaves remediation; its removal gives access back", async () => {
  const { outcome, world, lines } = await play(ROOT);
  const session = world.controller.sessions.get(outcome.distinguishedName);

  expect(session?.entitlements.Engineering?.access).toBe(true);
  expect(
    world.jsc.overrides.map(({ source, risk, devices }) => [source, risk, devices.length]),
  ).toEqual([
    ["MANUAL", "HIGH", 1],
    ["WANDERA", expect.anything(), 1],
  ]);
  expect(world.jsc.deviceOf(world.mac.udid)?.override).toBeNull();
  const told = lines.map((line) => line.text).join("\n");
  expect(told).toContain("risk SECURE → HIGH");
  expect(told).toContain("Engineering is blocked");
  expect(told).toContain("reaches only self-service.corp.example on port 443");
  expect(told).toContain("Engineering is allowed");
});

test("the other Macs keep their access and their risk", async () => {
  const { world } = await play(ROOT);
  const others = world.jsc.devices.filter(
    (device) => device.externalId !== world.mac.udid.toLowerCase(),
  );

  expect(others.length).toBeGreaterThan(2);
  expect(others.every((device) => device.override === null)).toBe(true);
});

test("a condition that always holds is found out by its cases before anything is published", async () => {
  const root = await copyOfScripts();
  await edit(root, "conditions/posture-now.ts", (text) =>
    text.replace(/return answer\.state.*;/, "return answer.state !== undefined;"),
  );

  await expect(play(root)).rejects.toMatchObject({
    code: "step-not-observed",
    message: expect.stringContaining("cases fail"),
  });
});

test("a setting that keeps the Mac out of its entitlements is told as the step that was not observed", async () => {
  const root = await copyOfScripts();
  await edit(root, "lib/settings.ts", (text) => text.replaceAll("engineering:", "engineers:"));
  // The cases are changed along, as somebody would who means it: only the story can find out.
  const cases = ["group-hosts", "admin-ports", "self-service-shortcuts"].map(
    (name) => `entitlements/${name}.cases.ts`,
  );
  for (const file of [...cases, "scripts/cases/builders.ts"]) {
    await edit(root, file, (text) => text.replaceAll('"engineering"', '"engineers"'));
  }

  await expect(play(root)).rejects.toMatchObject({
    code: "step-not-observed",
    message: expect.stringContaining("does not get its entitlements"),
  });
});
