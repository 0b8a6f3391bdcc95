import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HttpExchange } from "../../sandbox-shim/engines/engine.ts";
import { readBehaviour, readStubs } from "./options.ts";
import { stubsOf, writeRecording } from "./record.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sdpx-run-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("options", () => {
  test("are taken over", () => {
    expect(
      readBehaviour({
        tolerate: ["arrow-this", "computed-key,date-fraction"],
        hostObjects: true,
        httpFailure: "null",
        seed: "7",
      }),
    ).toEqual({
      tolerate: ["arrow-this", "computed-key", "date-fraction"],
      hostObjects: true,
      httpFailure: "null",
      seed: 7,
    });
    expect(readBehaviour({ tolerate: [] })).toEqual({});
  });

  test.each([
    [{ tolerate: ["class"] }, /"class" is nothing that can be tolerated/],
    [{ tolerate: [], httpFailure: "crash" }, /"crash" is not a way for a call to fail/],
    [{ tolerate: [], seed: "1.5" }, /"1.5" is not a seed/],
    [{ tolerate: [], seed: "" }, /is not a seed/],
  ])("%j is refused", (options, message) => {
    expect(() => readBehaviour(options)).toThrow(message);
  });
});

const call = (path: string, answer: HttpExchange["answer"], stubbed = false): HttpExchange => ({
  request: { method: "GET", url: `http://host/${path}`, headers: [], timeoutMs: 100 },
  answer,
  stubbed,
});

describe("a recording", () => {
  test("holds what came over the network, once for each call that always had the same answer", () => {
    const stubs = stubsOf([
      call("a", { statusCode: 200, data: "1" }),
      call("a", { statusCode: 200, data: "1" }),
      call("b", { failure: "timeout", message: "no answer" }),
      call("c", { statusCode: 404, data: "" }, true),
      call("d", { failure: "no-stub", message: "" }),
    ]);
    expect(stubs).toEqual([
      { method: "GET", url: "http://host/a", statusCode: 200, data: "1" },
      { method: "GET", url: "http://host/b", failure: "timeout" },
    ]);
  });

  test("keeps the order of answers that change, and gives the last one from then on", () => {
    const stubs = stubsOf([
      call("a", { statusCode: 200, data: "1" }),
      call("a", { statusCode: 503, data: "" }),
    ]);
    expect(stubs.map(({ statusCode, times }) => [statusCode, times])).toEqual([
      [200, 1],
      [503, undefined],
    ]);
  });

  test("is read back, with any value in place of a secret's", async () => {
    const path = join(folder, "recorded.json");
    const asked = call("x?key=%SECRET:KEY%&n=1", { statusCode: 200, data: "1" });
    expect(await writeRecording(path, [asked])).toBe(1);
    expect(JSON.parse(await readFile(path, "utf8"))).toHaveLength(1);
    const [stub] = await readStubs([undefined, path]);
    expect(stub?.url).toBe("http://host/x?key=*&n=1");
  });

  test("that cannot be written is said", async () => {
    await expect(writeRecording(join(folder, "no", "where"), [])).rejects.toThrow(
      "the recording cannot be written",
    );
  });

  test("that is none is said", async () => {
    const path = join(folder, "none.json");
    await writeFile(path, '[{"url": 1}]');
    await expect(readStubs([path])).rejects.toThrow(/list of HTTP stubs/);
  });
});
