import { expect, test } from "vitest";
import { interpreterOf, runDeviceScript } from "./run.ts";

const run = (text: string, more: Partial<Parameters<typeof runDeviceScript>[0]> = {}) =>
  runDeviceScript({ text, filename: "claim.sh", commands: {}, ...more });

test("prints what the stubbed command gives, byte for byte", async () => {
  const stdout = `"IOPlatformSerialNumber" = "C02'$(id)\`id\`"\n\n`;
  expect(
    await run("#!/bin/sh\nioreg -rd1 -c IOPlatformExpertDevice\n", { commands: { ioreg: stdout } }),
  ).toEqual({
    stdout,
    stderr: "",
    exitCode: 0,
    timedOut: false,
  });
});

test("gives exit code and standard error back", async () => {
  const result = await run("ioreg || { echo bad >&2; exit 7; }", {
    commands: { ioreg: { stdout: "x", exitCode: 3 } },
  });
  expect(result).toEqual({ stdout: "x", stderr: "bad\n", exitCode: 7, timedOut: false });
});

test("a stub goes before the command of this machine, the others stay", async () => {
  const result = await run("uname | tr a-z A-Z", { commands: { uname: "darwin\n" } });
  expect(result.stdout).toBe("DARWIN\n");
});

test("arguments arrive as they are", async () => {
  const result = await run('#!/bin/sh\nprintf "%s|" "$@"\n', { args: ["a b", "$HOME", "; id"] });
  expect(result.stdout).toBe("a b|$HOME|; id|");
});

test("the environment of this process is not handed on", async () => {
  process.env["SDPX_TEST_SECRET"] = "visible";
  try {
    expect((await run("#!/bin/sh\nenv\n")).stdout).not.toContain("visible");
  } finally {
    delete process.env["SDPX_TEST_SECRET"];
  }
});

test("is ended after its time, together with what it started, and its output so far is kept", async () => {
  const result = await run("#!/bin/sh\necho before\nsleep 600 &\nsleep 600\n", { timeoutMs: 300 });
  expect(result).toEqual({ stdout: "before\n", stderr: "", exitCode: null, timedOut: true });
});

test("does not wait for something left in the background", async () => {
  const result = await run("#!/bin/sh\nsleep 600 &\necho done\n");
  expect(result).toMatchObject({ stdout: "done\n", exitCode: 0, timedOut: false });
});

test.each(["../sh", "a/b", "", "-x", "a b"])("%j cannot be the name of a stub", async (name) => {
  await expect(run("exit 0", { commands: { [name]: "" } })).rejects.toMatchObject({
    code: "bad-input",
  });
});

test("a missing interpreter is named with file and line", async () => {
  await expect(run("#!/no/such/sh\n")).rejects.toMatchObject({
    code: "bad-script",
    where: "claim.sh:1",
    message: "the interpreter /no/such/sh cannot be started",
  });
});

test.each([
  ["#!/bin/sh\nx", ["/bin/sh"]],
  ["#! /bin/sh -e -u \r\nx", ["/bin/sh", "-e -u"]],
  ["#!/usr/bin/env python3", ["/usr/bin/env", "python3"]],
  ["echo x", ["/bin/sh"]],
])("the interpreter of %j is %j", (text, expected) => {
  expect(interpreterOf(text)).toEqual(expected);
});
