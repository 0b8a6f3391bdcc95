import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { controllerSettings, requireBundle } from "./controller.ts";
import { parseProject, readProject, resolveProject } from "./project.ts";
import { readReference } from "./references.ts";

const DEVICE = "4c07bc67-57ea-42dd-b702-c2d6c45419fc";

async function rootWith(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "sdpx-project-"));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text);
  return root;
}

const json = (value: unknown) => JSON.stringify(value);

test("a repository without sdpx.json has no project, and no profile changes nothing", async () => {
  expect(await readProject(await rootWith({}))).toBeUndefined();
  expect(resolveProject(undefined, undefined)).toMatchObject({ wiring: {}, variables: {} });
});

test("an unknown field, a secret by value and a wrong type are all listed with their place", () => {
  const text = json({
    profile: {},
    profiles: { prod: { controller: { url: "x", passwordFrom: "hunter2" } } },
    wiring: { entitlements: { git: { conditions: "posture-now" } } },
  });
  const parse = () => parseProject(text, "sdpx.json");

  expect(parse).toThrow(
    expect.objectContaining({
      code: "bad-input",
      where: "sdpx.json",
      list: expect.arrayContaining([
        expect.stringContaining("profiles.prod.controller.passwordFrom: must say where"),
        expect.stringContaining("wiring.entitlements.git.conditions"),
        expect.stringContaining("profile"),
      ]),
    }),
  );
});

test("a project file that is there and cannot be read is an error, never an empty project", async () => {
  const root = await rootWith({});
  // A folder of that name: unreadable for everybody, root included.
  await mkdir(join(root, "sdpx.json"));

  await expect(readProject(root)).rejects.toMatchObject({ code: "file-missing" });
});

test("a section of the profile's wiring replaces that of the top level; variables are put into names and values", () => {
  const project = parseProject(
    json({
      wiring: {
        identityProviders: { "${idp}": { userScripts: ["posture"] } },
        secrets: { A: { from: "env:${prefix}_A" } },
      },
      profiles: {
        prod: {
          variables: { idp: "corp", prefix: "PROD" },
          wiring: { secrets: { B: { from: "env:${prefix}_B" } } },
        },
      },
    }),
    "sdpx.json",
  );

  expect(resolveProject(project, "prod").wiring).toEqual({
    identityProviders: { corp: { userScripts: ["posture"] } },
    secrets: { B: { from: "env:PROD_B" } },
  });
  expect(() => resolveProject(project, undefined)).toThrow(
    expect.objectContaining({ code: "bad-setting", message: expect.stringContaining("${idp}") }),
  );
});

test("a profile that does not exist is refused with those that do", () => {
  const project = parseProject(json({ profiles: { dev: {}, prod: {} } }), "sdpx.json");

  expect(() => resolveProject(project, "production")).toThrow(
    expect.objectContaining({ code: "bad-option", list: ["dev", "prod"] }),
  );
  expect(() => resolveProject(project, "constructor")).toThrow("no profile");
});

test("with a profile neither URL nor authority nor password come from the environment of another Controller", async () => {
  const root = await rootWith({
    "password.txt": "from-file\n",
    "sdpx.json": json({
      profiles: {
        stage: {
          controller: {
            url: "stage.example.com",
            usernameFrom: "env:STAGE_USER",
            passwordFrom: "file:password.txt",
            apiVersion: 22,
          },
        },
      },
    }),
  });
  const env = {
    SDPX_CONTROLLER_URL: "https://prod.example.com",
    SDPX_CONTROLLER_PASSWORD: "prod-password",
    SDPX_CONTROLLER_INSECURE: "true",
    SDPX_CONTROLLER_DEVICE_ID: DEVICE,
    APPGATE_PEM_FILEPATH: "/nowhere",
    STAGE_USER: "publisher",
  };

  expect(await controllerSettings({ root, profile: "stage" }, env)).toEqual({
    url: "https://stage.example.com:8443/admin",
    providerName: "local",
    username: "publisher",
    password: "from-file",
    apiVersion: 22,
    deviceId: DEVICE,
    insecure: false,
  });
});

test("a profile without credentials takes ours from the environment; what is missing is named as the profile has it", async () => {
  const root = await rootWith({
    "sdpx.json": json({ profiles: { dev: { controller: { url: "https://dev.example.com" } } } }),
  });
  const env = { SDPX_CONTROLLER_USERNAME: "me", SDPX_CONTROLLER_PASSWORD: "pw" };

  expect(await controllerSettings({ root, profile: "dev" }, env)).toMatchObject({
    username: "me",
    password: "pw",
  });
  await expect(controllerSettings({ root, profile: "dev" }, {})).rejects.toMatchObject({
    code: "bad-setting",
    where: expect.stringContaining("profiles.dev.controller"),
    list: [expect.stringContaining("usernameFrom"), expect.stringContaining("passwordFrom")],
  });
});

test("a value is read from a variable, a file or a command, without the last line end", async () => {
  const root = await rootWith({ token: "two words \n" });
  const context = { root, env: { ...process.env, TOKEN: "v" }, what: "the token" };

  expect(await readReference("env:TOKEN", context)).toBe("v");
  expect(await readReference("file:token", context)).toBe("two words ");
  expect(await readReference('command:printf "a%s" b', context)).toBe("ab");
});

test("a command that fails, prints nothing, or a value given as it is: the message repeats no value", async () => {
  const context = { root: await rootWith({}), env: process.env, what: "the token" };
  const refused = async (reference: string) =>
    readReference(reference, context).catch((error: unknown) => error);

  expect(await refused("command:echo hunter2; exit 3")).toMatchObject({
    code: "missing-secret",
    message: "the command for the token ended with exit code 3",
  });
  expect(await refused("command:true")).toMatchObject({ code: "missing-secret" });
  expect(String(await refused("hunter2"))).not.toContain("hunter2");
});

test("only the promoted bundle passes: by its hash or the first 12 digits", () => {
  const bundle = { name: "b", version: "1.0.0", sha256: "0123456789abcdef".repeat(4) };

  requireBundle(bundle, bundle.sha256.toUpperCase());
  requireBundle(bundle, "0123456789ab");
  expect(() => requireBundle(bundle, "f".repeat(64))).toThrow(
    expect.objectContaining({ code: "publish-blocked", exitCode: 3 }),
  );
  expect(() => requireBundle(bundle, "0123")).toThrow(
    expect.objectContaining({ code: "bad-option" }),
  );
});
