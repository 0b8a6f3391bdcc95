import { afterEach, expect, test } from "vitest";
import {
  cleanups,
  computerEventBody,
  groupEventBody,
  SECRET,
  startTestCache,
  TOKEN,
} from "../testing/harness.ts";

const cleanup = cleanups();
afterEach(() => cleanup.run());

const HOOK = "/v1/webhooks/jamf-pro";
const json = { "content-type": "application/json" };
const good = { ...json, "x-sdpx-webhook-secret": SECRET };

/** Every error has the same three fields and no stack. */
function expectProblem(
  answer: { status: number; json: Record<string, unknown>; text: string },
  status: number,
  error: string,
  message: string | RegExp,
) {
  expect([answer.status, answer.json["error"]]).toEqual([status, error]);
  expect(answer.json["message"]).toMatch(message);
  expect(answer.json["fix"]).toEqual(expect.any(String));
  expect(answer.text).not.toMatch(/\bat .*\.ts|node_modules|stack/);
}

test("a webhook without the right secret is refused before its body is read", async () => {
  const { send, log } = await startTestCache({ cleanup });
  const body = JSON.stringify(groupEventBody(12, [1], [], 1_700_000_000_000));
  const post = (headers: Record<string, string>, text = body) =>
    send("POST", HOOK, { headers: { ...json, ...headers }, body: text });

  expectProblem(await post({}), 401, "unauthorized", "has no secret");
  for (const wrong of ["x", `${SECRET}x`, SECRET.slice(1), ""]) {
    const answer = await post({ "x-sdpx-webhook-secret": wrong });
    expectProblem(answer, 401, "unauthorized", /wrong|no secret/);
    expect(answer.text).not.toContain(SECRET);
  }
  expectProblem(await post({ authorization: `Bearer ${TOKEN}` }), 401, "unauthorized", "wrong");
  expectProblem(
    await post({ authorization: "Bearer" }, "{nonsense"),
    401,
    "unauthorized",
    /secret/,
  );
  expect(log.events.filter((event) => event.type === "webhook-acknowledged")).toEqual([]);
});

test("either of two secrets is good, in the header or as a bearer token", async () => {
  const next = "the-next-secret-9876543210";
  const { send } = await startTestCache({
    cleanup,
    env: { SDPX_WEBHOOK_SECRET: `${SECRET},${next}` },
  });
  const attempts = [
    { "x-sdpx-webhook-secret": SECRET },
    { "x-sdpx-webhook-secret": next },
    { authorization: `Bearer ${next}` },
  ];
  for (const headers of attempts) {
    const body = JSON.stringify(computerEventBody("ComputerCheckIn", 1));
    expect(await send("POST", HOOK, { headers: { ...json, ...headers }, body })).toMatchObject({
      status: 202,
      json: { accepted: true, used: false },
    });
  }
});

test("XML is refused with the hint that Jamf Pro's default must be changed", async () => {
  const { send } = await startTestCache({ cleanup });
  for (const type of ["text/xml", "application/xml", "text/plain"]) {
    const answer = await send("POST", HOOK, {
      headers: { ...good, "content-type": type },
      body: "<JSSEvent><webhook/></JSSEvent>",
    });
    expectProblem(answer, 415, "not-json", "not JSON");
    expect(answer.json["fix"]).toContain("text/xml");
  }
});

test("a body of 10 MB is refused and the service goes on", async () => {
  const { send, webhook } = await startTestCache({ cleanup });
  const answer = await send("POST", HOOK, {
    headers: good,
    body: `{"webhook":"${"x".repeat(10_000_000)}"}`,
  });
  expectProblem(answer, 413, "too-large", "1 MiB");
  expect((await webhook(groupEventBody(12, [], [], 1_700_000_000_000))).status).toBe(202);
});

test("a body that is not JSON, or not a webhook, is refused with what is wrong", async () => {
  const { send } = await startTestCache({ cleanup });
  const post = (body: string) => send("POST", HOOK, { headers: good, body });

  expectProblem(await post("{nonsense"), 400, "bad-json", "not valid JSON");
  expectProblem(await post(""), 400, "bad-json", "empty");
  expectProblem(await post('{"__proto__":{"a":1}}'), 400, "bad-json", "not valid JSON");
  for (const body of ["[]", "null", "7", "{}", '{"webhook":{},"event":{}}']) {
    expectProblem(await post(body), 422, "bad-webhook", "not a Jamf Pro webhook");
  }
  const event = groupEventBody(12, [1], [], 1_700_000_000_000);
  const without = { ...event, event: { ...event.event, jssid: undefined } };
  const answer = await post(JSON.stringify(without));
  expectProblem(answer, 422, "bad-webhook", "not a Jamf Pro webhook");
  expect(answer.json["list"]).toEqual(["event.jssid: the group's id is missing"]);
  const words = { ...event, event: { ...event.event, groupAddedDevicesIds: ["one"] } };
  expectProblem(await post(JSON.stringify(words)), 422, "bad-webhook", "webhook");
});

test("an unknown event is named; events of no use are accepted and dropped", async () => {
  const { webhook, log } = await startTestCache({ cleanup });
  expect(await webhook(computerEventBody("ComputerExploded", 1))).toMatchObject({
    status: 422,
    json: { error: "unknown-event", message: expect.stringContaining("ComputerExploded") },
  });
  expect(await webhook(computerEventBody("toString", 1))).toMatchObject({ status: 422 });
  const mobile = groupEventBody(12, [1], [], 1_700_000_000_000);
  mobile.event.computer = false;
  const unused = [
    computerEventBody("SCEPChallenge", 1),
    computerEventBody("MobileDeviceEnrolled", 1),
    mobile,
    groupEventBody(99, [1], [], 1_700_000_000_000),
  ];
  for (const body of unused) {
    expect(await webhook(body)).toMatchObject({
      status: 202,
      json: { accepted: true, used: false },
    });
  }
  await log.waitFor((event) => event.type === "synced");
  expect(log.events.some((event) => event.type === "risk-changed" && event.to === "HIGH")).toBe(
    false,
  );
});

test("the same delivery twice is worked on once", async () => {
  const { groupEvent } = await startTestCache({ cleanup });
  const first = await groupEvent(12, [1], [], 1_700_000_000_000);
  const again = await groupEvent(12, [1], [], 1_700_000_000_000);
  const later = await groupEvent(12, [1], [], 1_700_000_000_001);
  expect(first.json).toEqual({ accepted: true, id: expect.any(Number) });
  expect(again.json).toEqual({ accepted: true, id: first.json["id"], duplicate: true });
  expect(later.json["id"]).not.toBe(first.json["id"]);
});

test("a lookup without token or serial number, or with nonsense, is refused as documented", async () => {
  const { send, posture } = await startTestCache({ cleanup });
  const authorization = `Bearer ${TOKEN}`;
  const get = (path: string, headers: Record<string, string> = { authorization }) =>
    send("GET", path, { headers });

  expectProblem(await get("/v1/posture?serial=A", {}), 401, "unauthorized", "token");
  expectProblem(
    await get("/v1/posture?serial=A", { authorization: `Bearer ${SECRET}` }),
    401,
    "unauthorized",
    "token",
  );
  expectProblem(await get("/v1/posture"), 400, "bad-request", "serial is missing");
  expectProblem(await get("/v1/posture?serial="), 400, "bad-request", "serial is missing");
  expectProblem(await get("/v1/posture?serial=A&serial=B"), 400, "bad-request", "twice");
  expectProblem(await get(`/v1/posture?serial=${"A".repeat(65)}`), 400, "bad-request", "64");
  expectProblem(await get("/v1/explain?serial=A", {}), 401, "unauthorized", "token");
  expectProblem(await get("/v1/explain?serial=A"), 404, "unknown-device", "A");
  expectProblem(await get("/v2/posture"), 404, "no-such-route", "/v2/posture");
  expect((await posture("' OR 1=1 --")).status).toBe(404);
  expect((await send("GET", "/healthz")).json).toEqual({ status: "ok" });
});

test("a device asked about under another name is remembered, and told in the log", async () => {
  const { posture, lines, log } = await startTestCache({ cleanup });
  await log.waitFor((event) => event.type === "synced");
  await posture("SERIAL1", "CN=device,CN=ada,OU=local");
  await posture("SERIAL1", "CN=device,CN=ada,OU=local");
  expect(lines.events.join("")).not.toContain("another distinguished name");
  await posture("SERIAL1", "CN=device,CN=eve,OU=local");
  expect(lines.events.filter((line) => line.includes("another distinguished name"))).toHaveLength(
    1,
  );
});
