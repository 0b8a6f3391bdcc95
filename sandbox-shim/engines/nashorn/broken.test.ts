import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SdpxError } from "../../../base/errors.ts";
import { createNashornEngine } from "./index.ts";

/** What is told when Java is not as it should be. The "Java" of these tests is a shell script. */
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sdpx-java-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function failure(script: string | undefined): Promise<SdpxError> {
  const java = join(folder, "java");
  if (script !== undefined) {
    await writeFile(java, `#!/bin/sh\n${script}\n`);
    await chmod(java, 0o755);
  }
  const thrown: unknown = await createNashornEngine({ classpath: "x.jar", java }).catch(
    (error: unknown) => error,
  );
  if (!(thrown instanceof SdpxError)) throw new Error("it started");
  return thrown;
}

test("no Java: what to install", async () => {
  expect(await failure(undefined)).toMatchObject({
    code: "bad-setting",
    message: expect.stringContaining("Java is not installed"),
    fix: expect.stringContaining("JDK"),
  });
});

test("a Java without compiler: a JDK is needed", async () => {
  const said = "java.lang.module.FindException: Module jdk.compiler not found";
  expect(await failure(`echo '${said}' >&2; exit 1`)).toMatchObject({
    code: "bad-setting",
    message: expect.stringContaining("it is a JRE"),
    list: [said],
  });
});

test("jars that are not Nashorn: which setting is wrong", async () => {
  const said = "Host.java:16: error: package org.openjdk.nashorn.api.scripting does not exist";
  expect(await failure(`echo '${said}' >&2; exit 1`)).toMatchObject({
    code: "bad-setting",
    message: expect.stringContaining("jars of Nashorn"),
    fix: expect.stringContaining("SDPX_NASHORN_CLASSPATH"),
  });
});

test("a Java that ends by itself is a broken engine, with its last words", async () => {
  expect(await failure("echo 'There is not enough memory' >&2; exit 134")).toMatchObject({
    code: "internal",
    message: expect.stringContaining("code 134"),
    list: ["There is not enough memory"],
  });
});
