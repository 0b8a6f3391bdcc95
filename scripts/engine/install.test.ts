import { createHash } from "node:crypto";
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Artifact } from "../../sandbox-shim/engines/nashorn/artifacts.ts";
import { installNashorn, pomOf } from "./install.ts";

/** A Maven that is a shell script, and an artifact whose content is the word `jar`. */
const artifact = (content: string): Artifact => ({
  group: "org.example",
  name: "thing",
  version: "1.0",
  sha256: createHash("sha256").update(content).digest("hex"),
});
const GOOD = `for a in "$@"; do case $a in -DoutputDirectory=*) d=\${a#*=};; esac; done
mkdir -p "$d"; printf jar > "$d/thing-1.0.jar"; echo ran >> "$(dirname "$0")/ran"`;

let root: string;
let lines: string[];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "sdpx-install-"));
  lines = [];
});
afterEach(() => rm(root, { recursive: true }));

async function install(script: string, artifacts: readonly Artifact[] = [artifact("jar")]) {
  const mvn = join(root, "mvn");
  await writeFile(mvn, `#!/bin/sh\n${script}\n`);
  await chmod(mvn, 0o755);
  return installNashorn({ root, mvn, artifacts, say: (line) => lines.push(line) });
}

test("it says which artifacts under which licence it gets, and where they are", async () => {
  expect(await install(GOOD)).toBe("installed");
  expect(await readFile(join(root, ".sdpx/nashorn/thing-1.0.jar"), "utf8")).toBe("jar");
  expect(lines.join("\n")).toMatch(/Classpath exception[^]*org.example:thing:1.0[^]*SHA-256/);
  expect(await readdir(join(root, ".sdpx"))).toEqual(["nashorn"]);
});

test("the second time nothing is fetched; a damaged file is fetched again", async () => {
  await install(GOOD);
  expect(await install(GOOD)).toBe("present");
  expect(await readFile(join(root, "ran"), "utf8")).toBe("ran\n");
  await writeFile(join(root, ".sdpx/nashorn/thing-1.0.jar"), "broken");
  expect(await install(GOOD)).toBe("installed");
  expect(await readFile(join(root, "ran"), "utf8")).toBe("ran\nran\n");
});

test("a file with another SHA-256 is not used, and nothing is left behind", async () => {
  await expect(install(GOOD, [artifact("something else")])).rejects.toMatchObject({
    code: "remote-garbled",
    list: [expect.stringMatching(/thing-1.0.jar: SHA-256 is \w{64}, not \w{64}/)],
  });
  expect(await readdir(join(root, ".sdpx"))).toEqual([]);
});

test("what Maven says about a failure is passed on", async () => {
  const script = "echo '[ERROR] Could not resolve host: repo.example'; exit 1";
  await expect(install(script)).rejects.toMatchObject({
    code: "remote-unavailable",
    list: ["[ERROR] Could not resolve host: repo.example"],
  });
  await expect(
    install("echo 'The JAVA_HOME variable is not defined'; exit 1"),
  ).rejects.toMatchObject({ code: "bad-setting", fix: expect.stringContaining("JDK") });
});

test("without Maven it says which jars to put where", async () => {
  const options = { root, mvn: join(root, "nowhere"), say: () => undefined };
  await expect(installNashorn(options)).rejects.toMatchObject({
    code: "bad-setting",
    fix: expect.stringMatching(/SDPX_NASHORN_CLASSPATH: nashorn-core-15.7.jar, asm-7.3.1.jar/),
  });
});

test("one Maven project names every artifact", () => {
  const pom = pomOf([artifact("a"), { ...artifact("b"), name: "other" }]);
  expect(pom.match(/<dependency>/g)).toHaveLength(2);
  expect(pom).toContain("<artifactId>other</artifactId><version>1.0</version>");
});
