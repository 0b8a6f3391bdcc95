import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { criteria, tempRoot } from "../build/testing.ts";
import { buildVerb } from "./build.ts";
import { testVerb } from "./test.ts";

/** What a verb prints, as a person or a pipe sees it. */
async function printed(verb: "build" | "test", ...args: string[]): Promise<string> {
  const lines: string[] = [];
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
  try {
    await (verb === "build" ? buildVerb() : testVerb()).parseAsync(args, { from: "user" });
  } finally {
    spy.mockRestore();
  }
  return lines.join("");
}

afterEach(() => {
  process.exitCode = undefined;
});

const one = { "criteria/one.ts": criteria("return true;") };

describe("sdpx build", () => {
  it("writes dist/ below the root and tells each script's size and what changed", async () => {
    await using root = await tempRoot(one);
    expect(await printed("build", "--root", root.path)).toMatch(
      /^built 1 script into .*dist in \d+ ms\n {2}criteria\/one\.js +0\.2 KB {2}new\n$/,
    );
    expect(await printed("build", "--root", root.path)).toContain("unchanged");
    expect(await printed("build", "--root", root.path, "--check")).toMatch(
      /dist is up to date: 1 scripts\n$/,
    );
  });

  it("--check fails and names each file when dist/ is not what the sources build to", async () => {
    await using root = await tempRoot(one);
    const out = join(root.path, "out");
    await expect(
      printed("build", "--root", root.path, "--out", out, "--check"),
    ).rejects.toMatchObject({
      code: "build-stale",
      list: ["criteria/one.js: missing", "manifest.json: missing"],
    });
    const data = JSON.parse(
      await printed("build", "--root", root.path, "--out", out, "--check", "--json"),
    ) as { changes: unknown };
    expect(data.changes).toHaveLength(2);
    expect(process.exitCode).toBe(1);
  });

  it("fails with all problems, and with a hint when there is nothing to build", async () => {
    await using root = await tempRoot({ "criteria/bad.ts": criteria("return 1;") });
    await expect(printed("build", "--root", root.path)).rejects.toMatchObject({
      code: "bad-script",
      message: "the scripts have 1 problem; nothing was written",
      list: [expect.stringMatching(/^criteria\/bad\.ts:4:1: /)],
    });
    await using empty = await tempRoot();
    await expect(printed("build", "--root", empty.path)).rejects.toMatchObject({
      code: "bad-script",
      message: "there is no script to build",
    });
  });
});

describe("sdpx test", () => {
  it("prints a report without colours into a pipe, and sets the exit code", async () => {
    await using root = await tempRoot({
      ...one,
      "criteria/one.cases.ts": `export default [{ name: "all", expect: { result: false } }];`,
    });
    const text = await printed("test", "--root", root.path);
    expect(text).toContain("  FAIL  all\n");
    expect(process.exitCode).toBe(1);
    process.exitCode = undefined;
    const data = JSON.parse(await printed("test", "--root", root.path, "one", "--json")) as object;
    expect(data).toMatchObject({
      ok: false,
      totals: { scripts: 1, passed: 0, failed: 1, missing: 0 },
      scripts: [
        { name: "one", cases: [{ name: "all", faults: [{ diff: ["- false", "+ true"] }] }] },
      ],
    });
  });
});
