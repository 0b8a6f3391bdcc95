import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildOne } from "./build.ts";
import { sourcePlaces } from "./places.ts";
import { segmentsOf } from "./source-map.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "sdpx-places-"));
  for (const name of ["lib", "criteria", "package.json"])
    await cp(name, join(root, name), { recursive: true });
  await writeFile(
    join(root, "criteria", "fails.ts"),
    [
      'import type { CriteriaMeta } from "../lib/script.ts";',
      'export const meta = { notes: "n" } satisfies CriteriaMeta;',
      "const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);",
      "export default function fails(claims: Claims): boolean {",
      "  const { deep } = claims.user as unknown as { deep: { list: number[] } };",
      "  return sum([...deep.list]) > 1;",
      "}",
      "",
    ].join("\n"),
  );
});
afterAll(() => rm(root, { recursive: true, force: true }));

test("a place in the artifact is found in the TypeScript that it was built from", async () => {
  const file = join(root, "criteria", "fails.ts");
  const { text } = await buildOne(root, file);
  const line = text.split("\n").findIndex((one) => one.includes("deep.list")) + 1;
  const column = (text.split("\n")[line - 1] ?? "").indexOf("deep.list") + 1;
  const places = await sourcePlaces(root, file, text);
  const place = places?.(line, column);
  expect(place).toMatchObject({ file: "criteria/fails.ts", line: 6 });
  expect(place?.frame).toContain("6 |   return sum([...deep.list]) > 1;");
  // The banner has no source.
  expect(places?.(1, 1)).toBeUndefined();
});

test("an artifact that the source no longer makes has no places", async () => {
  const file = join(root, "criteria", "fails.ts");
  expect(await sourcePlaces(root, file, "return false;\n")).toBeUndefined();
});

test("mappings are read as source maps write them", () => {
  expect(segmentsOf("AAAA,IAAM;;AACN")).toEqual([
    [
      { column: 0, source: 0, line: 0, sourceColumn: 0 },
      { column: 4, source: 0, line: 0, sourceColumn: 6 },
    ],
    [],
    [{ column: 0, source: 0, line: 1, sourceColumn: 0 }],
  ]);
});
