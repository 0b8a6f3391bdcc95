import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SdpxError } from "../../base/errors.ts";
import { createAuthority } from "../../base/tls.ts";
import type { Bench } from "../embedded/testing.ts";
import { ADMIN, startBench } from "../embedded/testing.ts";
import { createControllerClient } from "./client.ts";
import { ControllerError } from "./errors.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await startBench({
    users: [
      ADMIN,
      {
        username: "reader",
        password: "r",
        privileges: [{ type: "View", target: "All", scope: { all: true, ids: [], tags: [] } }],
      },
      { username: "mfa", password: "m", needsSecondFactor: true },
    ],
  });
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.controller.faults.clear();
  bench.clock.slept.length = 0;
});

/** The error that a call ends in; fails the test when it succeeds. */
async function failure(promise: Promise<unknown>): Promise<SdpxError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(SdpxError);
  return error as SdpxError;
}

const paths = () =>
  bench.controller.requests.map((one) => `${one.method} ${one.path} ${one.status}`);
const condition = (name: string) => ({ name, expression: "return true;" });

describe("signing in", () => {
  test("negotiates by GET /version, logs in once and reuses the token", async () => {
    const before = paths().length;
    const client = bench.client();
    await client.list("conditions");
    await client.list("conditions");
    expect(await client.apiVersion()).toBe(23);
    const asked = paths().slice(before);
    expect(asked.filter((line) => line.includes("/login"))).toHaveLength(1);
    expect(asked[0]).toBe("GET /admin/version 200");
    expect(bench.controller.requests.at(-1)?.userAgent).toMatch(/^sdpx\/\d/);
  });

  test("sends one login for calls that start together", async () => {
    const before = paths().length;
    const client = bench.client();
    await Promise.all([client.list("conditions"), client.list("policies"), client.list("sites")]);
    expect(
      paths()
        .slice(before)
        .filter((line) => line.includes("/login")),
    ).toHaveLength(1);
  });

  test("a wrong password is one clear error that does not show it", async () => {
    const error = await failure(bench.client({ password: "hunter2" }).list("conditions"));
    expect(error.code).toBe("not-signed-in");
    expect(error.message).toContain("Invalid username or password.");
    expect(error.where).toMatch(/^POST https:\/\/localhost:\d+\/admin\/login$/);
    expect(JSON.stringify(error) + error.stack).not.toContain("hunter2");
  });

  test("an account that needs a second factor is told to be exempted", async () => {
    const error = await failure(
      bench.client({ username: "mfa", password: "m" }).list("conditions"),
    );
    expect(error.code).toBe("not-signed-in");
    expect(error.fix).toContain("exempt from multi-factor");
  });

  test("signs in again once when the token is refused", async () => {
    const client = bench.client();
    await client.list("conditions");
    bench.controller.forgetTokens();
    expect((await client.list("conditions")).length).toBeGreaterThan(0);
  });

  test("does not sign in for ever when every token is refused", async () => {
    const client = bench.client();
    bench.controller.faults.add({
      times: 9,
      path: "/admin/conditions",
      effect: {
        kind: "status",
        status: 401,
        body: { id: "unauthorized", message: "Token error. Login again." },
      },
    });
    const before = paths().length;
    expect((await failure(client.list("conditions"))).code).toBe("not-signed-in");
    expect(
      paths()
        .slice(before)
        .filter((line) => line.includes("/login")),
    ).toHaveLength(2);
  });

  test("fetches a new token before the old one expires", async () => {
    const client = bench.client();
    await client.list("conditions");
    const before = paths().length;
    bench.clock.move(1440 * 60_000 - 10_000);
    await client.list("conditions");
    expect(
      paths()
        .slice(before)
        .filter((line) => line.includes("/login")),
    ).toHaveLength(1);
  });

  test("a bearer token that is refused, without a password, says what to do", async () => {
    const { url, providerName, deviceId, caPem, insecure } = bench.settings;
    const rest = { url, providerName, deviceId, caPem: String(caPem), insecure };
    const client = createControllerClient(
      { ...rest, bearerToken: "stale-token" },
      { clock: bench.clock },
    );
    const error = await failure(client.list("conditions"));
    expect(error.code).toBe("not-signed-in");
    expect(error.message).not.toContain("stale-token");
    await client.close();
  });

  test("gives the token back when it closes", async () => {
    const client = bench.client();
    await client.list("conditions");
    await client.close();
    expect(paths().at(-1)).toBe("POST /admin/authentication/logout 204");
  });
});

describe("bad answers", () => {
  test("403 names the privilege that is missing", async () => {
    const error = await failure(
      bench.client({ username: "reader", password: "r" }).create("conditions", condition("nope")),
    );
    expect(error.code).toBe("not-allowed");
    expect(error.message).toContain("Create on Condition");
    expect(error.exitCode).toBe(4);
  });

  test("422 lists every field", async () => {
    const body = { name: "not an identifier", expression: null };
    const error = await failure(bench.client().create("criteria-scripts", body));
    expect(error.code).toBe("remote-refused");
    expect(error.list).toEqual([
      "expression: may not be null",
      "name: must be a valid JavaScript identifier that starts with a letter",
    ]);
  });

  test("422 without fields still says what to do", async () => {
    bench.controller.faults.add({
      method: "POST",
      path: "/admin/conditions",
      effect: { kind: "status", status: 422, body: { id: "x", message: "No." } },
    });
    const error = await failure(bench.client().create("conditions", condition("plain")));
    expect(error.list).toEqual([]);
    expect(error.fix).toContain("named no field");
  });

  test("409 is a conflict", async () => {
    const client = bench.client();
    const id = "11111111-1111-4111-8111-111111111111";
    await client.create("conditions", { ...condition("first"), id });
    const error = await failure(client.create("conditions", { ...condition("second"), id }));
    expect(error).toBeInstanceOf(ControllerError);
    expect([error.code, error.exitCode]).toEqual(["already-exists", 3]);
  });

  test("503 with HTML is retried for reads, with growing delays, and then explained", async () => {
    const client = bench.client();
    await client.list("sites");
    bench.controller.faults.add({
      times: 2,
      path: "/admin/conditions",
      effect: { kind: "html-503" },
    });
    expect((await client.list("conditions")).length).toBeGreaterThan(0);
    expect(bench.clock.slept).toEqual([500, 750]);
    bench.controller.faults.add({
      times: 5,
      path: "/admin/conditions",
      effect: { kind: "html-503" },
    });
    const error = await failure(client.list("conditions"));
    expect(error.code).toBe("remote-unavailable");
    expect(error.message).toContain("503 Service Temporarily Unavailable");
    expect(error.message).not.toContain("<");
  });

  test("a write is never repeated by itself", async () => {
    const client = bench.client();
    await client.list("sites");
    const before = paths().length;
    bench.controller.faults.add({ method: "POST", effect: { kind: "html-503" } });
    expect((await failure(client.create("conditions", condition("once")))).code).toBe(
      "remote-unavailable",
    );
    expect(
      paths()
        .slice(before)
        .filter((line) => line.startsWith("POST")),
    ).toHaveLength(1);
  });

  test("a dropped connection is retried for reads", async () => {
    const client = bench.client();
    await client.list("sites");
    bench.controller.faults.add({ path: "/admin/conditions", effect: { kind: "drop" } });
    expect((await client.list("conditions")).length).toBeGreaterThan(0);
  });

  test("a body that is cut off is garbled", async () => {
    bench.controller.faults.add({ path: "/admin/conditions", effect: { kind: "garbled" } });
    expect((await failure(bench.client().list("conditions"))).code).toBe("remote-garbled");
  });

  test("what is not there is undefined for find and an error for get", async () => {
    const client = bench.client();
    const id = "99999999-9999-4999-8999-999999999999";
    expect(await client.find("conditions", id)).toBeUndefined();
    expect((await failure(client.get("conditions", id))).code).toBe("not-found");
    expect(await client.sessionInfo("CN=x,CN=y,OU=z")).toBeUndefined();
  });
});

describe("connections", () => {
  test("a certificate of an unknown authority is named as such", async () => {
    const other = await createAuthority("somebody else");
    const error = await failure(bench.client({ caPem: other.certificatePem }).list("conditions"));
    expect(error.code).toBe("tls-untrusted");
    expect(error.fix).toContain("SDPX_CONTROLLER_CA_FILE");
  });

  test("switched-off verification works and is loud", async () => {
    const said: string[] = [];
    const rest = { ...bench.settings };
    delete rest.caPem;
    const client = createControllerClient(
      { ...rest, insecure: true },
      { clock: bench.clock, warn: (line) => said.push(line) },
    );
    expect((await client.list("conditions")).length).toBeGreaterThan(0);
    expect(said.join()).toContain("OFF");
    await client.close();
  });

  test("a port that nobody listens on is said at once", async () => {
    const error = await failure(
      bench.client({ url: "https://localhost:1/admin" }).list("conditions"),
    );
    expect(error.code).toBe("remote-unavailable");
    expect(error.message).toContain("nothing listens there");
    expect(bench.clock.slept).toEqual([]);
  });

  test("http to another machine is refused before anything is sent", () => {
    expect(() =>
      createControllerClient(
        { ...bench.settings, url: "http://sdp.example.com:8443/admin" },
        { clock: bench.clock },
      ),
    ).toThrow(/password in the clear/);
  });
});

test("reads a list that is longer than a page, whatever the range says", async () => {
  const client = bench.client();
  const before = (await client.list("user-scripts")).length;
  await Promise.all(
    Array.from({ length: 1001 }, (_, index) =>
      client.create("user-scripts", { name: `script ${index}`, expression: "return {};" }),
    ),
  );
  const all = await client.list("user-scripts");
  expect(new Set(all.map((one) => one.id)).size).toBe(before + 1001);
});

test("asks the Controller's test endpoints", async () => {
  const client = bench.client();
  const answer = await client.testCondition({
    expression: "return claims.user.username === 'ada';",
    userClaims: { username: "ada" },
  });
  expect(answer.result).toBe(true);
  const list = await client.testEntitlementScript({
    expression: "return ['10.0.0.1'];",
    type: "host",
  });
  expect(list.result).toEqual(["10.0.0.1"]);
});
