import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAuthority } from "../../base/tls.ts";
import type { EmbeddedController, Fault } from "../../controller/embedded/index.ts";
import { startLocalController } from "../../scripts/services/embedded.ts";
import { sdpx } from "./sdpx.ts";

const PASSWORD = "correct-horse-battery";
let folder: string;
let controller: EmbeddedController;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sdpx-publish-"));
  const authority = await openAuthority(folder);
  controller = await startLocalController({
    authority,
    resolve: {},
    users: [
      { username: "admin", password: PASSWORD },
      {
        username: "reader",
        password: PASSWORD,
        privileges: [{ type: "View", target: "All", scope: { all: true, ids: [], tags: [] } }],
      },
    ],
  });
  env = {
    SDPX_CONTROLLER_URL: controller.url,
    SDPX_CONTROLLER_CA_FILE: authority.certificatePath,
    SDPX_CONTROLLER_USERNAME: "admin",
    SDPX_CONTROLLER_PASSWORD: PASSWORD,
    SDPX_STATE_DIR: folder,
  };
});
beforeEach(() => controller.faults.clear());
afterAll(async () => {
  await controller.close();
  await rm(folder, { recursive: true });
});

const writes = () =>
  controller.requests.filter(
    (one) => /POST|PUT|DELETE/.test(one.method) && !/log(in|out)|version|\/test$/.test(one.path),
  ).length;

test("plan shows what is missing and writes nothing; publish writes it; publishing again changes nothing", async () => {
  const planned = await sdpx(["plan", "--detailed-exitcode"], { env });
  expect(planned).toMatchObject({ code: 2, stdout: expect.stringContaining("7 to create") });
  expect(writes()).toBe(0);

  const published = await sdpx(["publish"], { env });
  expect(published).toMatchObject({ code: 0, stderr: "" });
  expect(writes()).toBe(7);

  const again = await sdpx(["publish", "--json"], { env });
  expect(again.code).toBe(0);
  expect(JSON.parse(again.stdout)).toMatchObject({ outcome: { results: [], unchanged: 7 } });
  expect(writes()).toBe(7);
  expect(await sdpx(["plan", "--detailed-exitcode"], { env })).toMatchObject({ code: 0 });
});

test("the variables of the Terraform provider and of sdpctl are understood", async () => {
  const address = controller.url.replace("/admin", "");
  const ca = env.SDPX_CONTROLLER_CA_FILE ?? "";
  const terraform = {
    APPGATE_ADDRESS: address,
    APPGATE_USERNAME: "admin",
    APPGATE_PASSWORD: PASSWORD,
    APPGATE_PEM_FILEPATH: ca,
  };
  const sdpctl = {
    SDPCTL_URL: address,
    SDPCTL_USERNAME: "admin",
    SDPCTL_PASSWORD: PASSWORD,
    SDPCTL_PEM_FILEPATH: ca,
  };

  expect(await sdpx(["plan"], { env: terraform })).toMatchObject({ code: 0, stderr: "" });
  expect(await sdpx(["plan"], { env: sdpctl })).toMatchObject({ code: 0, stderr: "" });
});

test("no Controller configured: nothing is guessed, every missing variable is listed", async () => {
  const { code, stderr } = await sdpx(["plan"]);

  expect(code).toBe(99);
  expect(stderr).toContain("SDPX_CONTROLLER_URL");
  expect(stderr).toContain("SDPX_CONTROLLER_PASSWORD");
});

/** A Controller's bad day, the exit code, and what the message must say. */
const BAD: [
  what: string,
  fault: Fault[],
  change: Record<string, string>,
  code: number,
  says: RegExp,
][] = [
  [
    "wrong password",
    [],
    { SDPX_CONTROLLER_PASSWORD: "wrong-one" },
    4,
    /Invalid username or password/,
  ],
  ["a version that is too new for it", [], { SDPX_CONTROLLER_API_VERSION: "24" }, 99, /24/],
  [
    "an authority that did not sign its certificate",
    [],
    { SDPX_CONTROLLER_CA_FILE: "" },
    99,
    /certificate/i,
  ],
  [
    "a refusal with field errors",
    [
      {
        method: "GET",
        path: "/admin/conditions",
        times: 5,
        effect: {
          kind: "status",
          status: 422,
          body: {
            id: "unprocessable entity",
            message: "Request has validation errors.",
            errors: [{ field: "name", message: "may not be null" }],
          },
        },
      },
    ],
    {},
    1,
    /name: may not be null/,
  ],
  [
    "maintenance, as a page of HTML",
    [{ path: "/admin/conditions", times: 100, effect: { kind: "html-503" } }],
    {},
    5,
    /503/,
  ],
  [
    "an answer that is cut off",
    [{ path: "/admin/conditions", times: 100, effect: { kind: "garbled" } }],
    {},
    5,
    /conditions/,
  ],
];

test.for(BAD)(
  "a Controller with %s: one message with what, where and how to fix it",
  async ([, faults, change, code, says]) => {
    for (const fault of faults) controller.faults.add(fault);
    const ended = await sdpx(["plan"], { env: { ...env, ...change } });

    expect({ code: ended.code, stderr: ended.stderr }).toEqual({
      code,
      stderr: expect.stringMatching(says),
    });
    expect(ended.stderr).toContain("where");
    expect(ended.stderr).toContain("fix");
    expect(ended.stderr).not.toContain(PASSWORD);
    expect(ended.stderr).not.toMatch(/^\s+at /m);
  },
);

test("an account without the privilege to write is told which one is missing, and nothing is half done", async () => {
  const condition = (await sdpx(["plan", "--json"], { env })).stdout;
  const { steps } = JSON.parse(condition) as {
    steps: { kind: string; id: string; resource: string }[];
  };
  const step = steps.find((one) => one.kind === "condition");
  controller.edit("conditions", step?.id ?? "", { expression: "return false;" });

  const ended = await sdpx(["publish"], { env: { ...env, SDPX_CONTROLLER_USERNAME: "reader" } });
  expect(ended).toMatchObject({ code: 4, stderr: expect.stringContaining("Edit") });
  expect((await sdpx(["plan"], { env })).stdout).toContain("1 to update, 6 unchanged");
  // Put back by somebody who may.
  expect(await sdpx(["publish"], { env })).toMatchObject({ code: 0 });
});
