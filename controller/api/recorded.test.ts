import { describe, expect, test } from "vitest";
import type { Recorded, Script } from "./replay.ts";
import { LOGIN, replay, VERSIONED } from "./replay.ts";

const CONDITION = {
  id: "ee7b7e6f-e904-4b4f-a5ec-b3bef040643e",
  name: "Always",
  notes: "Condition for built-in usage.",
  created: "2024-02-13T09:20:20.123456Z",
  updated: "2024-02-13T09:20:20.123456Z",
  tags: ["builtin"],
  expression: "return true;",
  repeatSchedules: [],
  remedyMethods: [],
  remedyLogic: "and",
};
const list = (...data: object[]) => ({
  data,
  range: `0-${data.length}/${data.length}`,
  orderBy: "name",
  descending: false,
  queries: [],
  filterBy: [],
});

describe("what is read", () => {
  test.each([
    ["six digits of a second", "2100-06-05T06:43:44.101853Z"],
    ["nine digits", "2100-06-05T06:43:44.101853123Z"],
    ["none", "2100-06-05T06:43:44Z"],
  ])("an expiry with %s", async (_what, expires) => {
    const { client, asked } = await replay({
      "POST /login": { body: { ...LOGIN, expires } },
      "GET /conditions": { body: list() },
    });
    await client.list("conditions");
    await client.list("conditions");
    expect(asked.filter(({ line }) => line === "POST /login")).toHaveLength(1);
  });

  test.each([
    VERSIONED,
    "application/json",
    "application/json;charset=UTF-8",
    "text/json",
    "application/vnd.appgate.peer-v15+json",
  ])("JSON under the type %s", async (type) => {
    const { client } = await replay({ "GET /conditions": { type, body: list(CONDITION) } });
    expect(await client.list("conditions")).toMatchObject([{ name: "Always" }]);
  });

  test("fields that came with a later release, and keeps them for the next PUT", async () => {
    const modern = { ...CONDITION, readOnly: false, madeUpLater: { deep: [1] } };
    const { client } = await replay({ "GET /conditions": { body: list(modern) } });
    expect((await client.list("conditions"))[0]).toEqual(modern);
  });

  test("nulls and gaps where a list or a note could be", async () => {
    const { client } = await replay({
      "GET /policies": {
        body: list({
          id: "1",
          name: "p",
          expression: "return true;",
          tags: null,
          entitlements: null,
        }),
      },
    });
    expect(await client.list("policies")).toMatchObject([
      { notes: "", tags: [], entitlements: [], disabled: false },
    ]);
  });

  test.each([
    ["the end as a count", "0-3/3", undefined],
    ["the end as an index", "0-2/3", 3],
    ["a total that counts what is hidden", "0-3/3", 40],
    ["nothing of use", "-", undefined],
  ])("a list whose range tells %s", async (_what, range, totalCount) => {
    const three = ["a", "b", "c"].map((id) => ({ ...CONDITION, id, name: id }));
    const { client } = await replay({
      "GET /conditions": { body: { ...list(...three), range, totalCount } },
    });
    expect((await client.list("conditions")).map((one) => one.name)).toEqual(["a", "b", "c"]);
  });

  test("a test that failed, beside the result that came with it", async () => {
    const error = "Expression does not return boolean. Received: String";
    const { client } = await replay({
      "POST /conditions/test": { body: { result: false, output: "", error, executionMs: 201 } },
    });
    expect(await client.testCondition({ expression: "return 'a';" })).toMatchObject({ error });
  });

  test("a deletion without a body", async () => {
    const { client } = await replay({ "DELETE /conditions/1": { status: 204, body: "" } });
    await expect(client.delete("conditions", "1")).resolves.toBeUndefined();
  });
});

describe("what is refused or broken", () => {
  const conditions = (answer: Recorded): Script => ({ "GET /conditions": answer });
  test.each<[string, Recorded, object]>([
    [
      "a page of HTML while it starts",
      {
        status: 503,
        type: "text/html",
        body: "<html><h1>503 Service Temporarily Unavailable</h1>",
      },
      { code: "remote-unavailable", message: /starts or is in maintenance/ },
    ],
    [
      "a 500 with the id of a placeholder",
      { status: 500, body: { id: "string", message: "An unexpected error occurred." } },
      { code: "remote-unavailable", message: /An unexpected error occurred\./ },
    ],
    [
      "a 504 of a proxy",
      { status: 504, type: "text/html", body: "" },
      { code: "remote-unavailable" },
    ],
    ["a 401 without a body", { status: 401, body: "" }, { code: "not-signed-in" }],
    [
      "a 401 for a second factor",
      {
        status: 401,
        body: { id: "unauthorized", message: "Invalid one-time password", failureType: "Mfa" },
      },
      { code: "not-signed-in", fix: /exempt from multi-factor/ },
    ],
    [
      "a 403",
      {
        status: 403,
        body: { id: "forbidden", message: "You don't have permission to access this resource." },
      },
      { code: "not-allowed", fix: /View on Condition/ },
    ],
    [
      "a 412",
      {
        status: 412,
        body: {
          id: "precondition failed",
          message: "Administrative authorization requires two-factor authentication.",
          otpRequired: true,
          username: "api",
        },
      },
      { code: "not-signed-in" },
    ],
    [
      "a 400 that is not JSON",
      { status: 400, type: "text/plain", body: "nope" },
      { code: "remote-refused" },
    ],
    [
      "a 402",
      { status: 402, body: { id: "x", message: "License is exceeded." } },
      { code: "remote-refused" },
    ],
    ["a 200 without a body", { body: "" }, { code: "remote-garbled" }],
    ["a 200 with half a body", { body: '{"data":[' }, { code: "remote-garbled" }],
    [
      "a 200 with a sign-in page",
      { type: "text/html", body: "<html>" },
      { code: "remote-garbled" },
    ],
    ["a 200 with another object", { body: { rows: [] } }, { code: "remote-garbled" }],
  ])("%s", async (_what, answer, expected) => {
    const { client } = await replay(conditions(answer));
    const matchers = Object.fromEntries(
      Object.entries(expected).map(([key, value]: [string, unknown]) => [
        key,
        value instanceof RegExp ? expect.stringMatching(value) : value,
      ]),
    );
    await expect(client.list("conditions")).rejects.toMatchObject(matchers);
  });

  test.each([
    [
      "with fields",
      {
        id: "unprocessable entity",
        message: "Validation failed",
        errors: [{ field: "name", message: "may not be null" }],
      },
      ["name: may not be null"],
    ],
    ["without a list of fields", { id: "unprocessable entity", message: "Validation failed" }, []],
    [
      "with a field that is null",
      { message: "Bad", errors: [{ field: null, message: "Conflict" }] },
      ["(object): Conflict"],
    ],
    ["with nothing at all", "", []],
  ])("a 422 %s", async (_what, body, listed) => {
    const { client } = await replay({ "POST /conditions": { status: 422, body } });
    await expect(client.create("conditions", { name: "a" })).rejects.toMatchObject({
      code: "remote-refused",
      list: listed,
    });
  });

  test("a read is tried again while the Controller starts, a write is not", async () => {
    const html = { status: 503, type: "text/html", body: "<html>" };
    const { client, asked, clock } = await replay({
      "GET /conditions": [html, html, { body: list(CONDITION) }],
      "POST /conditions": html,
    });
    expect(await client.list("conditions")).toHaveLength(1);
    expect(clock.slept).toEqual([250, 375]);
    await expect(client.create("conditions", { name: "a" })).rejects.toMatchObject({ status: 503 });
    expect(asked.filter(({ line }) => line === "POST /conditions")).toHaveLength(1);
  });
});

describe("versions", () => {
  const notAcceptable = (min: number, max: number, received: number): Recorded => ({
    status: 406,
    body: {
      id: "not acceptable",
      maxSupportedVersion: max,
      minSupportedVersion: min,
      message: `Invalid 'Accept' header. Current version: application/vnd.appgate.peer-v${max}+json, Received: application/vnd.appgate.peer-v${received}+json`,
    },
  });

  test.each([
    [13, 17, 17],
    [7, 15, 15],
    [23, 25, 24],
  ])("a 406 that tells %i to %i leads to %i", async (min, max, chosen) => {
    const { client } = await replay({
      "GET /version": { status: 404, body: "" },
      "POST /login": [notAcceptable(min, max, 5), { body: LOGIN }],
    });
    expect(await client.apiVersion()).toBe(chosen);
  });

  test("the probe carries no credentials, and asks for a version that nobody speaks", async () => {
    const { client, asked } = await replay({
      "GET /version": notAcceptable(13, 17, 5),
      "POST /login": [notAcceptable(13, 17, 5), { body: LOGIN }],
    });
    await client.apiVersion();
    expect(asked[1]).toMatchObject({
      line: "POST /login",
      accept: "application/vnd.appgate.peer-v5+json",
      body: expect.not.stringContaining('"p"'),
    });
  });

  test("an upgrade under way: a later 406 is negotiated once, and the call repeated", async () => {
    const { client, asked } = await replay({
      "GET /conditions": [notAcceptable(23, 25, 22), { body: list(CONDITION) }],
    });
    expect(await client.list("conditions")).toHaveLength(1);
    expect(asked.at(-1)?.accept).toBe("application/vnd.appgate.peer-v24+json");
  });

  test("until 16 the client makes the id", async () => {
    const create = async (apiVersion: number) => {
      const { client, asked } = await replay(
        { "POST /conditions": { body: CONDITION } },
        { apiVersion },
      );
      await client.create("conditions", { name: "a", expression: "x" });
      return JSON.parse(asked.at(-1)?.body ?? "{}") as Record<string, unknown>;
    };
    expect((await create(16))["id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(await create(17)).not.toHaveProperty("id");
  });

  test("until 19 tokens have paths of their own", async () => {
    const dn = "CN=4c07bc6757ea42ddb702c2d6c45419fc,CN=ada,OU=local";
    const path = encodeURIComponent(dn);
    const { client, asked } = await replay(
      {
        [`POST /token-records/reeval/by-dn/${path}`]: {
          body: { reevaluatedDistinguishedNames: [dn] },
        },
        [`PUT /token-records/revoked/by-dn/${path}`]: { body: { data: [] } },
        "POST /logout": { status: 204, body: "" },
      },
      { apiVersion: 15 },
    );
    expect(await client.reevaluate(dn)).toEqual([dn]);
    await client.revokeTokens({ distinguishedNames: [dn], reason: "changed" });
    expect(JSON.parse(asked.at(-1)?.body ?? "")).toEqual({
      revocationReason: "changed",
      delayMinutes: 5,
      tokensPerSecond: 7,
    });
    await client.close();
    expect(asked.at(-1)?.line).toBe("POST /logout");
  });
});
