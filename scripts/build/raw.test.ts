import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildBundle, loadBundle, writeBundle } from "./index.ts";
import { criteria, tempRoot } from "./testing.ts";

/** Everything that a careless tool changes: CRLF, tabs, trailing spaces, a byte order mark, no last line end. */
const TEXT =
  '\uFEFF// Größe – 尺寸 </script>\r\nvar a = "\\u00e9";\t \r\n\r\nreturn claims.user.x === a;  ';
const meta = (more: object) => JSON.stringify({ name: "vip", notes: "", ...more });

test("a raw script reaches dist/ byte for byte, without a banner, under the name that it has", async () => {
  await using root = await tempRoot({
    "criteria/old-rule.raw.js": TEXT,
    "criteria/old-rule.meta.json": meta({ name: "über den Wolken/../x", tags: ["Prod"] }),
    "device-claims/probe.raw.bat": "@echo off\r\necho %SECRET:NO%\r\n",
    "device-claims/probe.meta.json": meta({ name: "Probe", filename: "probe.bat" }),
  });
  const bundle = await buildBundle({ root: root.path });
  const dist = join(root.path, "dist");
  await writeBundle(bundle, dist);

  expect(bundle.problems).toEqual([]);
  expect(await readFile(join(dist, "criteria/old-rule.js"))).toEqual(Buffer.from(TEXT));
  const loaded = await loadBundle(dist);
  expect(loaded.texts.get("criteria/old-rule.js")).toBe(TEXT);
  expect(loaded.manifest.scripts).toMatchObject([
    { name: "über den Wolken/../x", source: "criteria/old-rule.raw.js", raw: true, tags: ["Prod"] },
    {
      name: "Probe",
      file: "device-claim/probe.bat",
      secrets: [],
      device: { filename: "probe.bat", claimName: "", platform: "", args: "" },
    },
  ]);
});

test("secrets that a raw text names stand in the manifest", async () => {
  await using root = await tempRoot({
    "conditions/a.raw.js": 'return "%SECRET:B-2%%SECRET:A%%SECRET:A%" !== "";',
    "conditions/a.meta.json": meta({ repeatSchedules: ["5m"] }),
  });
  const { manifest } = await buildBundle({ root: root.path });

  expect(manifest.scripts).toMatchObject([
    { secrets: ["A", "B-2"], condition: { repeatSchedules: ["5m"], remedyLogic: "and" } },
  ]);
});

test("what the appliance would not run is a warning in a raw script, and a problem with strict", async () => {
  await using root = await tempRoot({
    "criteria/new.raw.js": "return claims.user?.name === 'x';",
    "criteria/new.meta.json": meta({}),
  });
  const lax = await buildBundle({ root: root.path });
  const strict = await buildBundle({ root: root.path, strict: true });

  expect(lax).toMatchObject({
    problems: [],
    warnings: [{ file: "criteria/new.raw.js", line: 1 }],
  });
  expect(strict.problems).toMatchObject([{ file: "criteria/new.raw.js" }]);
});

test("a text without metadata, metadata without text, wrong fields and twins are problems with a remedy", async () => {
  await using root = await tempRoot({
    "criteria/low.ts": criteria("return true;"),
    "criteria/a.raw.js": "return true;",
    "criteria/b.meta.json": meta({}),
    "criteria/c.raw.js": "return true;",
    "criteria/c.meta.json": meta({ name: "low" }),
    "criteria/d.raw.js": "return true;",
    "criteria/d.meta.json": '{ "nome": "d" }',
    "criteria/e.raw.js": "return true;",
    "criteria/e.meta.json": "{",
  });
  await writeFile(join(root.path, "criteria/f.raw.js"), Buffer.from([0xff, 0xfe, 0x00]));
  await root.write({ "criteria/f.meta.json": meta({}) });
  const { problems } = await buildBundle({ root: root.path });

  expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
    expect.stringContaining("criteria/a.raw.js: there is no metadata"),
    expect.stringContaining("criteria/b.meta.json: there is metadata of a raw script, but no text"),
    expect.stringContaining('criteria/c.raw.js: criteria "low" exists twice: criteria/low.ts'),
    expect.stringMatching(/criteria\/d.meta.json: the metadata is wrong: name: .*nome/),
    expect.stringContaining("criteria/e.meta.json: this is not JSON"),
    expect.stringContaining("criteria/f.raw.js: its text is not UTF-8"),
  ]);
  expect(problems.every(({ fix }) => fix !== undefined)).toBe(true);
});

test("the artifact of a raw script that is gone goes too, and other files of the folder stay", async () => {
  await using root = await tempRoot({
    "criteria/a.raw.js": "return true;",
    "criteria/a.meta.json": meta({}),
  });
  const dist = join(root.path, "dist");
  await writeBundle(await buildBundle({ root: root.path }), dist);
  await mkdir(join(dist, "criteria"), { recursive: true });
  await writeFile(join(dist, "criteria/mine.js"), "return 1;");
  await rm(join(root.path, "criteria/a.raw.js"));
  await rm(join(root.path, "criteria/a.meta.json"));
  const changes = await writeBundle(await buildBundle({ root: root.path }), dist);

  expect(changes).toContainEqual({ file: "criteria/a.js", how: "left over" });
  await expect(stat(join(dist, "criteria/a.js"))).rejects.toThrow();
  await expect(stat(join(dist, "criteria/mine.js"))).resolves.toBeDefined();
});

test("the bundle's hash changes with what is published and not with where it lies", async () => {
  const shaOf = async (stem: string, more: object) => {
    await using root = await tempRoot({
      [`conditions/${stem}.raw.js`]: "return true;",
      [`conditions/${stem}.meta.json`]: meta(more),
    });
    return (await buildBundle({ root: root.path })).manifest.bundle.sha256;
  };
  const first = await shaOf("a", {});

  expect(await shaOf("b", {})).toBe(first);
  expect(await shaOf("a", { repeatSchedules: ["5m"] })).not.toBe(first);
  expect(await shaOf("a", { notes: "other" })).not.toBe(first);
});
