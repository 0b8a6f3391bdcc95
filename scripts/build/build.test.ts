import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "acorn";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manifestSchema, splitBanner } from "../../base/manifest.ts";
import { createQuickJsEngine } from "../../sandbox-shim/index.ts";
import type { Engine } from "../../sandbox-shim/index.ts";
import { buildBundle, buildOne } from "./build.ts";
import type { Bundle } from "./build.ts";
import { discover, readSource } from "./discover.ts";
import { sha256 } from "./finish.ts";
import { renderProblem } from "./problem.ts";
import { criteria, REPOSITORY, tempRoot } from "./testing.ts";

describe("the shipped scripts", () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await buildBundle({ root: REPOSITORY });
  });

  it("build without a problem, one of each kind and entitlement type", () => {
    expect(bundle.problems.map(renderProblem)).toEqual([]);
    const made = bundle.manifest.scripts.map((row) => [row.kind, row.name, row.type]);
    expect(made).toEqual([
      ["criteria", "lowRisk", undefined],
      ["condition", "posture-now", undefined],
      ["entitlement", "admin-ports", "portOrType"],
      ["entitlement", "group-hosts", "host"],
      ["entitlement", "self-service-shortcuts", "appShortcut"],
      ["user-claim", "posture", undefined],
      ["device-claim", "mac-serial", undefined],
    ]);
    expect(manifestSchema.parse(JSON.parse(bundle.files.get("manifest.json") ?? ""))).toEqual(
      bundle.manifest,
    );
  });

  it("are ASCII, at most 8 KB, and without their metadata", () => {
    for (const row of bundle.manifest.scripts) {
      const text = bundle.files.get(row.file) ?? "";
      expect(text, row.file).toMatch(/^[\t\n\x20-\x7e]+$/);
      expect(Buffer.byteLength(text), row.file).toBe(row.bytes);
      expect(row.bytes, row.file).toBeLessThanOrEqual(8192);
      expect(text, row.file).not.toMatch(
        /var meta\b|repeatSchedules|__PURE__|__return__|__claims__/,
      );
    }
  });

  it("are ES5 function bodies that end in a return", () => {
    for (const row of bundle.manifest.scripts.filter(({ kind }) => kind !== "device-claim")) {
      const text = bundle.files.get(row.file) ?? "";
      const program = parse(text, { ecmaVersion: 5, allowReturnOutsideFunction: true });
      expect(program.body.at(-1)?.type, row.file).toBe("ReturnStatement");
    }
  });

  it("carry a banner that names script, bundle, version and the hash of the body", () => {
    for (const row of bundle.manifest.scripts) {
      const { banner, body } = splitBanner(bundle.files.get(row.file) ?? "");
      const sign = row.kind === "device-claim" ? "#" : "//";
      const { name, version } = bundle.manifest.bundle;
      expect(banner).toBe(
        `${sign} sdpx: ${row.kind}/${row.name} bundle ${name} ${version} sha256:${row.sha256}`,
      );
      expect(sha256(body)).toBe(row.sha256);
    }
  });

  it("refer to their secrets by name, and list those that they use", () => {
    const row = bundle.manifest.scripts.find(({ name }) => name === "posture-now");
    expect(row?.secrets).toEqual(["POSTURE_CACHE_TOKEN"]);
    expect(bundle.files.get("condition/posture-now.js")).toContain(
      '"Bearer " + "%SECRET:POSTURE_CACHE_TOKEN%"',
    );
  });

  it("give the same bytes from another folder, with other line ends and byte order marks", async () => {
    await using other = await tempRoot();
    await cp(join(REPOSITORY, "package.json"), join(other.path, "package.json"));
    const sources = await discover(REPOSITORY);
    const files = sources.flatMap(({ file, shell }) => [file, ...(shell ? [shell.file] : [])]);
    for (const file of [...files, "lib/posture.ts", "lib/settings.ts"]) {
      const text = await readSource(join(REPOSITORY, file));
      const bom = file.endsWith(".ts") ? "\uFEFF" : "";
      await other.write({ [file]: bom + text.replaceAll("\n", "\r\n") });
    }
    const again = await buildBundle({ root: other.path });
    expect(again.problems).toEqual([]);
    expect([...again.files]).toEqual([...bundle.files]);
  });
});

describe("what an admin writes", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createQuickJsEngine();
  });
  afterAll(() => engine.close());

  async function run(body: string, head = ""): Promise<unknown> {
    await using root = await tempRoot({
      "user-claims/probe.ts": `${head}
export const meta = { notes: "For a test." };
export default function probe(claims: Claims) {
${body}
}
`,
    });
    const bundle = await buildBundle({ root: root.path });
    expect(bundle.problems.map(renderProblem)).toEqual([]);
    const expression = bundle.files.get("user-claim/probe.js") ?? "";
    const userClaims = { groups: ["a", "b"], name: "Ada" };
    const got = await engine.evaluate({ kind: "user-claim", expression, userClaims });
    expect(got.error).toBeUndefined();
    return got.result;
  }

  it("may use today's syntax: what is lowered does what the source says", async () => {
    const result = await run(
      `
  const { name, ...rest } = { name: "x", a: 1, b: 2 };
  const list = [...[1, 2], ...(claims.user.groups ?? [])];
  const key = "k";
  const made = { [key + 1]: 2 ** 5, ...rest };
  let sum = 0;
  for (const n of [1, 2, 3]) sum += n;
  const many = (first: number, ...others: number[]) => first + others.length;
  return {
    name, list, made, sum, many: many(1, 2, 3), text: \`\${name}-\${claims.user.missing ?? "none"}\`,
    deep: claims.user.ag?.distinguishedName ?? null, size: new Square(3).area(),
  };`,
      `
class Shape { constructor(readonly side: number) {} area() { return 0; } }
class Square extends Shape { override area() { return this.side * this.side; } }`,
    );
    expect(result).toEqual({
      name: "x",
      list: [1, 2, "a", "b"],
      made: { k1: 32, a: 1, b: 2 },
      sum: 6,
      many: 3,
      text: "x-none",
      deep: null,
      size: 9,
    });
  });

  it("may hold any character: the emitted text is ASCII and means the same", async () => {
    expect(
      await run(`return { text: "caf\u00e9 \u{1F600} \u2028", re: /\u00e9/.test("\u00e9") };`),
    ).toEqual({
      text: "caf\u00e9 \u{1F600} \u2028",
      re: true,
    });
  });

  it("may be a folder with files of its own, and is named after the folder", async () => {
    await using root = await tempRoot({
      "criteria/office-hours/index.ts": criteria(
        "return allowed(claims);",
        "",
        'import { allowed } from "./rules.ts";',
      ),
      "criteria/office-hours/rules.ts":
        "export function allowed(claims: Claims): boolean { return claims.user.username === 'ada'; }",
    });
    const bundle = await buildBundle({ root: root.path });
    expect(bundle.problems).toEqual([]);
    expect(bundle.manifest.scripts.map(({ name, file }) => [name, file])).toEqual([
      ["officeHours", "criteria/officeHours.js"],
    ]);
  });

  it("keeps a comment that starts with //! in the emitted text", async () => {
    await using root = await tempRoot({
      "criteria/kept.ts": criteria("return true;").replace(
        "export default",
        "//! Ask the network team before a change.\nexport default",
      ),
    });
    const bundle = await buildBundle({ root: root.path });
    expect(bundle.files.get("criteria/kept.js")).toContain("//! Ask the network team");
  });

  it("can be built alone, without the other scripts' problems", async () => {
    await using root = await tempRoot({
      "criteria/good.ts": criteria("return true;"),
      "criteria/bad.ts": criteria("return 1;"),
    });
    const { row, text } = await buildOne(root.path, join(root.path, "criteria/good.ts"));
    expect(row).toMatchObject({ kind: "criteria", name: "good" });
    expect(text).toMatch(/return main\(claims\);\n$/);
    await expect(buildOne(root.path, join(root.path, "criteria/bad.ts"))).rejects.toMatchObject({
      code: "bad-script",
    });
    await root.write({ "elsewhere/x.ts": criteria("return true;") });
    await expect(buildOne(root.path, join(root.path, "elsewhere/x.ts"))).rejects.toMatchObject({
      code: "bad-option",
    });
    await expect(buildOne(root.path, join(root.path, "criteria/none.ts"))).rejects.toMatchObject({
      code: "file-missing",
    });
  });
});

describe("device-claim scripts", () => {
  const meta = 'export const meta = { notes: "n", claimName: "x", platform: "desktop.all" };';

  it("keep their text; the banner is the second line of a shell script and the first of PowerShell", async () => {
    await using root = await tempRoot({
      "device-claims/one.ts": meta,
      "device-claims/one.sh": "#!/bin/sh\nprintf x\n",
      "device-claims/two.ts": meta,
      "device-claims/two.ps1": "Write-Output x\n",
    });
    const bundle = await buildBundle({ root: root.path });
    expect(bundle.problems).toEqual([]);
    expect(bundle.files.get("device-claim/one.sh")).toMatch(
      /^#!\/bin\/sh\n# sdpx: device-claim\/one .*\nprintf x\n$/,
    );
    expect(bundle.files.get("device-claim/two.ps1")).toMatch(
      /^# sdpx: device-claim\/two .*\nWrite-Output x\n$/,
    );
    expect(bundle.manifest.scripts.map(({ device }) => device?.filename)).toEqual([
      "one.sh",
      "two.ps1",
    ]);
  });

  it("are refused when they are missing, empty, without #!, unreadable to the shell, or hold a secret", async () => {
    await using root = await tempRoot({
      "device-claims/missing.ts": meta,
      "device-claims/empty.ts": meta,
      "device-claims/empty.sh": "\n",
      "device-claims/bare.ts": meta,
      "device-claims/bare.sh": "echo x\n",
      "device-claims/torn.ts": meta,
      "device-claims/torn.sh": "#!/bin/sh\nif true; then\n",
      "device-claims/leaky.ts": meta,
      "device-claims/leaky.sh": "#!/bin/sh\necho %SECRET:A%\n",
    });
    const { problems } = await buildBundle({ root: root.path });
    expect(problems.map(({ file, message }) => `${file}: ${message.split(":")[0]}`)).toEqual([
      "device-claims/bare.sh: the first line is not #!",
      "device-claims/empty.sh: the script is empty",
      "device-claims/leaky.sh: device-claim scripts have no secrets",
      "device-claims/missing.ts: there is no script for the user's computer beside this metadata",
      "device-claims/torn.sh: the shell cannot read it",
    ]);
  });
});

describe("the root", () => {
  it("must exist and have a package.json with name and version", async () => {
    await expect(buildBundle({ root: "/does/not/exist" })).rejects.toMatchObject({
      code: "file-missing",
    });
    await using root = await tempRoot({ "package.json": '{ "name": "x" }' });
    await expect(buildBundle({ root: root.path })).rejects.toMatchObject({
      code: "bad-input",
      list: [expect.stringContaining("version")],
    });
    await root.write({ "package.json": "{" });
    await expect(buildBundle({ root: root.path })).rejects.toMatchObject({ code: "bad-json" });
  });

  it("changes the banner and not the hash of a script when only the version changes", async () => {
    await using root = await tempRoot({ "criteria/one.ts": criteria("return true;") });
    const before = await buildBundle({ root: root.path });
    await root.write({ "package.json": '{ "name": "acme-access", "version": "1.2.4" }' });
    const after = await buildBundle({ root: root.path });
    expect(after.manifest.bundle).toEqual({ ...before.manifest.bundle, version: "1.2.4" });
    expect(after.files.get("criteria/one.js")).toContain("bundle acme-access 1.2.4 sha256:");
    expect(await readFile(join(root.path, "criteria/one.ts"), "utf8")).toContain("return true");
  });
});
