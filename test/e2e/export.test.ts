import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openAuthority } from "../../base/tls.ts";
import { startLocalController } from "../../scripts/services/embedded.ts";
import { sdpx } from "./sdpx.ts";

const PASSWORD = `pass "word" with 'quotes' \\ and $(sub)`;
const has = (command: string) => spawnSync(command, ["--version"]).error === undefined;

function shell(file: string, env: Record<string, string>) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(
      "sh",
      [file],
      { env: { PATH: process.env.PATH ?? "", ...env } },
      (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
    );
  });
}

test.runIf(has("curl") && has("jq"))(
  "the exported shell script publishes the bundle: the plan is empty afterwards, and running it twice is fine",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "sdpx-export-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const authority = await openAuthority(folder);
    const controller = await startLocalController({
      authority,
      resolve: {},
      users: [{ username: "admin", password: PASSWORD }],
    });
    onTestFinished(() => controller.close());
    const env = {
      SDPX_CONTROLLER_URL: controller.url,
      SDPX_CONTROLLER_CA_FILE: authority.certificatePath,
      SDPX_CONTROLLER_USERNAME: "admin",
      SDPX_CONTROLLER_PASSWORD: PASSWORD,
      SDPX_CONTROLLER_DEVICE_ID: "4c07bc67-57ea-42dd-b702-c2d6c45419fc",
    };
    const file = join(folder, "publish.sh");
    expect(await sdpx(["export", "--format", "curl", "--out", file])).toMatchObject({ code: 0 });
    expect((await stat(file)).mode & 0o111).not.toBe(0);

    for (const attempt of [1, 2]) {
      const ended = await shell(file, env);
      expect({ attempt, ...ended }).toMatchObject({ attempt, code: 0, stderr: "" });
      expect(ended.stdout.trim().split("\n")).toHaveLength(7);
    }
    expect(await sdpx(["plan", "--detailed-exitcode"], { env })).toMatchObject({ code: 0 });

    const wrong = await shell(file, { ...env, SDPX_CONTROLLER_PASSWORD: "wrong" });
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining("sign-in: HTTP 401") });
  },
);

test("formats are written to standard output or a file; an unknown one is refused; no password is asked for", async () => {
  const terraform = await sdpx(["export", "--format", "terraform"]);
  expect(terraform).toMatchObject({ code: 0, stderr: "" });
  expect(terraform.stdout).toContain('resource "appgatesdp_user_claim_script" "posture"');
  const operator = await sdpx(["export", "--format", "operator", "--api-version", "22"]);
  expect(operator.stderr).toContain("user-claim posture");
  expect(operator.stdout).toContain("apiVersion: v22.sdp.appgate.com/v1");

  expect(await sdpx(["export", "--format", "pulumi"])).toMatchObject({
    code: 99,
    stderr: expect.stringContaining("terraform, operator, curl"),
  });
  expect(await sdpx(["export", "--format", "curl", "--api-version", "9"])).toMatchObject({
    code: 99,
  });
  const text = await readFile(new URL("../../dist/criteria/lowRisk.js", import.meta.url), "utf8");
  expect(terraform.stdout).toContain(text.split("\n").at(-2));
});
