import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { SdpxError } from "../../base/errors.ts";
import { readSecrets } from "./secrets.ts";

test("a secret is read from a variable or from a file, without the file's last line end", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sdpx-secret-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "token");
  await writeFile(path, "from-file\n");

  expect(await readSecrets(["A=env:TOKEN", `B-2=file:${path}`], { TOKEN: "from-env" })).toEqual({
    A: "from-env",
    "B-2": "from-file",
  });
});

test("a value on the command line is refused and not repeated in the message", async () => {
  const error = await readSecrets(["TOKEN=hunter2"], {}).catch((thrown: unknown) => thrown);

  expect(error).toBeInstanceOf(SdpxError);
  expect(JSON.stringify(error) + String(error)).not.toContain("hunter2");
  expect(error).toMatchObject({
    code: "bad-option",
    fix: expect.stringContaining("--secret TOKEN=env:VARIABLE"),
  });
});

test("a variable that is not set is named", async () => {
  await expect(readSecrets(["A=env:NOPE"], {})).rejects.toMatchObject({
    code: "missing-secret",
    message: expect.stringContaining("NOPE"),
  });
});
