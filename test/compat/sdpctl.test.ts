import { afterAll, beforeAll, expect, test } from "vitest";
import type { Bench } from "../../controller/embedded/testing.ts";
import { ADMIN, startBench } from "../../controller/embedded/testing.ts";
import { ForeignClient, rows } from "./foreign.ts";

/**
 * What Appgate's command line tool sdpctl asks of a Controller: its sign-in, which is another one than the Terraform
 * provider's, and the calls behind its reading commands.
 */
const MFA = {
  username: "careful",
  password: "p",
  needsSecondFactor: true,
  oneTimePassword: "424242",
};
const DEVICE = "4c07bc67-57ea-42dd-b702-c2d6c45419fc";

let bench: Bench;
let tool: ForeignClient;
beforeAll(async () => {
  bench = await startBench({ users: [ADMIN, MFA], versions: { min: 20, max: 23 } });
  await bench.controller.sessions.signIn({
    username: "ada",
    providerName: "local",
    deviceId: "0f3b1a8e-6b9f-4a57-9d0e-5ad6a3f3a001",
    deviceClaims: { hostname: "adas-mac" },
  });
  tool = new ForeignClient(bench);
});
afterAll(async () => {
  await tool.close();
  await bench.close();
});

/** Negotiates, looks for the provider, and authenticates. The token is not yet good for anything but the next step. */
async function authenticate(user: { username: string; password: string }): Promise<void> {
  tool.version = 5;
  tool.token = undefined;
  // The first request has neither user nor provider: only the window in its refusal is of interest.
  const probe = await tool.call("POST", "/authentication", { deviceId: DEVICE, providerName: "" });
  expect(probe.status).toBe(406);
  tool.version = Number(probe.body?.["maxSupportedVersion"]);
  const names = await tool.ok("GET", "/identity-providers/names");
  expect(rows(names)).toContainEqual({ name: "local", displayName: "local", type: "Credentials" });
  const { username, password } = user;
  const answer = await tool.ok("POST", "/authentication", {
    providerName: "local",
    username,
    password,
    deviceId: DEVICE,
  });
  expect(Date.parse(String(answer["expires"]))).not.toBeNaN();
  tool.token = String(answer["token"]);
}

/** Exchanges the token of the authentication for one that is authorised. */
async function authorise(): Promise<Record<string, unknown>> {
  const answer = await tool.ok("GET", "/authorization");
  tool.token = String(answer["token"]);
  return answer;
}

test("signs in with user and password, and shows privileges", async () => {
  await authenticate(ADMIN);
  await authorise();
  const { user } = (await authorise()) as { user: Record<string, unknown> };
  expect(user).toMatchObject({
    name: "admin",
    privileges: [{ type: "All", target: "All", scope: { all: true, ids: [], tags: [] } }],
  });
  expect((await tool.call("POST", "/authentication/logout")).status).toBe(204);
  expect((await tool.call("GET", "/appliances")).status).toBe(401);
});

test("signs in with a one-time password where the account needs one", async () => {
  await authenticate(MFA);
  const refused = await tool.call("GET", "/authorization");
  expect(refused).toMatchObject({
    status: 412,
    body: { id: "precondition failed", otpRequired: true, username: "careful" },
  });
  // Half a sign-in opens nothing else.
  expect((await tool.call("GET", "/appliances")).status).toBe(412);
  expect(await tool.ok("POST", "/authentication/otp/initialize", {})).toMatchObject({
    type: "AlreadySeeded",
  });
  expect(await tool.call("POST", "/authentication/otp", { otp: "000000" })).toMatchObject({
    status: 401,
    body: { failureType: "Mfa" },
  });
  const passed = await tool.ok("POST", "/authentication/otp", { otp: "424242" });
  tool.token = String(passed["token"]);
  await authorise();
  expect(rows(await tool.ok("GET", "/appliances"))).toHaveLength(1);
});

test("a wrong password is told apart from a missing second factor", async () => {
  const body = { providerName: "local", username: "admin", password: "no", deviceId: DEVICE };
  expect(await tool.call("POST", "/authentication", body)).toMatchObject({
    status: 401,
    body: { id: "unauthorized", failureType: "Login", message: "Invalid username or password." },
  });
});

test("lists appliances and their health", async () => {
  await authenticate(ADMIN);
  await authorise();
  expect(rows(await tool.ok("GET", "/appliances?orderBy=name&descending=false"))).toMatchObject([
    {
      name: "controller",
      activated: true,
      siteName: "Default Site",
      controller: { enabled: true },
    },
  ]);
  const [status] = rows(await tool.ok("GET", "/appliances/status"));
  expect(status).toMatchObject({
    status: "healthy",
    functions: ["Controller", "Gateway"],
    applianceVersion: "6.6.0+0",
    numberOfSessions: 1,
    details: { roles: { controller: { status: "healthy", maintenanceMode: false } } },
  });
  expect(await tool.ok("GET", "/stats/appliances")).toMatchObject({
    controllerCount: 1,
    data: [{ name: "controller", online: true, controller: { maintenanceMode: false } }],
  });
});

test("lists devices and takes their tokens away", async () => {
  const [device] = rows(await tool.ok("GET", "/on-boarded-devices?orderBy=distinguishedName"));
  expect(device).toMatchObject({
    username: "ada",
    providerName: "local",
    hostname: "adas-mac",
    device_type: "Client",
  });
  const revoked = await tool.ok("POST", "/on-boarded-devices/revoke-tokens", {
    distinguishedNameFilter: "OU=local",
    delayMinutes: 5,
    devicesPerSecond: 2,
    revocationReason: "Pushing configuration",
  });
  expect(rows(revoked)).toMatchObject([{ username: "ada" }]);
});

test("creates, changes and deletes service users, whose password is never shown", async () => {
  const made = await tool.ok("POST", "/service-users", { name: "robot", password: "s3cr3t" });
  expect(made).toMatchObject({
    name: "robot",
    notes: "",
    tags: [],
    labels: {},
    disabled: false,
    failedLoginAttempts: 0,
  });
  expect(JSON.stringify(made)).not.toContain("s3cr3t");
  const path = `/service-users/${String(made["id"])}`;
  const changed = await tool.ok("PUT", path, { ...made, disabled: true, labels: { team: "it" } });
  expect(changed).toMatchObject({ disabled: true, labels: { team: "it" } });
  expect(rows(await tool.ok("GET", "/service-users"))).toEqual([changed]);
  expect((await tool.call("DELETE", path)).status).toBe(204);
});

test("shows sites, and resources of one", async () => {
  const sites = rows(await tool.ok("GET", "/sites/status"));
  const site = sites.find((one) => one["name"] === "Default Site");
  expect(site).toMatchObject({ status: "healthy", tags: ["builtin"] });
  const path = `/sites/${String(site?.["id"])}/resources?resolver=aws&type=address`;
  expect(await tool.ok("GET", path)).toMatchObject({
    data: [],
    resolver: "aws",
    type: "address",
    gatewayName: "controller",
  });
  expect((await tool.call("GET", "/sites/none/resources")).status).toBe(404);
});

test("shows what the Controller wants administrators to know, such as clients of an old version", async () => {
  tool.version = 20;
  await tool.ok("GET", "/conditions");
  await tool.ok("GET", "/conditions");
  tool.version = 23;
  const told = rows(await tool.ok("GET", "/admin-messages/summarize"));
  expect(told).toContainEqual({
    level: "Warning",
    category: "API",
    message: expect.stringMatching(/API version 20.*OpenAPI-Generator.*127\.0\.0\.1/),
    source: "embedded",
    sources: ["embedded"],
    created: expect.stringMatching(/Z$/),
    count: 2,
  });
});
