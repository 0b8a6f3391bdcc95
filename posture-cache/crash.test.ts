import { Agent, request } from "undici";
import { afterEach, expect, test } from "vitest";
import { type ChildCache, startChildCache } from "./testing/child.ts";
import { type FakeJamf, startFakeJamf } from "./testing/fake-jamf.ts";
import { type FakeJsc, startFakeJsc } from "./testing/fake-jsc.ts";
import {
  cleanups,
  groupEventBody,
  mac,
  SECRET,
  temporaryFolder,
  TOKEN,
} from "./testing/harness.ts";

const cleanup = cleanups();
afterEach(() => cleanup.run());

const DN_1 = "CN=device1,CN=ada,OU=local";
const DN_2 = "CN=device2,CN=bob,OU=local";

interface Setting {
  jamf: FakeJamf;
  jsc: FakeJsc;
  start(): Promise<{ child: ChildCache; call: Call }>;
}
type Call = (method: "GET" | "POST", path: string, body?: unknown) => Promise<number>;

async function setting(): Promise<Setting> {
  const folder = await temporaryFolder(cleanup);
  const jamf = await startFakeJamf();
  cleanup.add(jamf.close);
  const jsc = await startFakeJsc();
  cleanup.add(jsc.close);
  jamf.computers = [mac(1), mac(2)];
  jamf.groups.set("12", new Set());
  for (const { id, udid } of jamf.computers) jsc.devices.set(udid.toLowerCase(), `jsc-${id}`);
  return {
    jamf,
    jsc,
    async start() {
      const child = startChildCache({
        JAMF_BASE_URL: jamf.url,
        JAMF_CLIENT_ID: "client",
        JAMF_CLIENT_SECRET: "jamf-secret",
        JSC_BASE_URL: jsc.url,
        JSC_APPLICATION_ID: "jsc-id",
        JSC_APPLICATION_SECRET: "jsc-secret",
        SDPX_WEBHOOK_SECRET: SECRET,
        SDPX_POSTURE_TOKEN: TOKEN,
        SDPX_DATA_DIR: folder,
        SDPX_RISK_GROUPS: "12=HIGH",
        PORT: "0",
      });
      cleanup.add(() => child.kill());
      const { url, caPem } = await child.waitFor((line) => line.type === "listening");
      const agent = new Agent({ connect: { ca: String(caPem) } });
      cleanup.add(() => agent.destroy());
      const call: Call = async (method, path, body) => {
        const response = await request(String(url) + path, {
          dispatcher: agent,
          method,
          headers: {
            authorization: `Bearer ${method === "GET" ? TOKEN : SECRET}`,
            ...(body === undefined ? {} : { "content-type": "application/json" }),
          },
          body: body === undefined ? null : JSON.stringify(body),
        });
        await response.body.dump();
        return response.statusCode;
      };
      return { child, call };
    },
  };
}

const posture = (serial: string, dn: string) =>
  `/v1/posture?serial=${serial}&dn=${encodeURIComponent(dn)}`;

test("killed after the acknowledgement, before Jamf Pro was read: the next start finishes the work", async () => {
  const { jamf, jsc, start } = await setting();
  const first = await start();
  await first.child.waitFor((line) => line.type === "synced");
  await first.call("GET", posture("SERIAL1", DN_1));
  await first.call("GET", posture("SERIAL2", DN_2));

  jamf.fault = () => "hang";
  jamf.groups.set("12", new Set([2]));
  jsc.fault = () => "hang";
  const event = groupEventBody(12, [2], [], Date.now());
  expect(await first.call("POST", "/v1/webhooks/jamf-pro", event)).toBe(202);
  await first.child.kill();
  expect(jsc.overrides).toEqual([]);

  jamf.fault = undefined;
  jsc.fault = undefined;
  const second = await start();
  await second.child.waitFor(
    (line) => line.type === "signal-delivered" && line["target"] === "jsc",
  );
  await second.child.waitFor((line) => line.type === "reevaluated");
  await second.child.waitFor((line) => line.type === "synced");
  expect(jsc.overrides).toEqual([{ risk: "HIGH", source: "MANUAL", deviceIds: ["jsc-2"] }]);
  expect(second.child.lines.filter((line) => line.type === "reevaluated")).toEqual([
    { type: "reevaluated", dn: DN_2 },
  ]);
});

test("killed between the decision and the delivery: the override is sent after the next start", async () => {
  const { jamf, jsc, start } = await setting();
  const first = await start();
  await first.child.waitFor((line) => line.type === "synced");
  jsc.fault = ({ path }) => (path === "/risk/v1/override" ? "hang" : undefined);
  jamf.groups.set("12", new Set([1]));
  const event = groupEventBody(12, [1], [], Date.now());
  expect(await first.call("POST", "/v1/webhooks/jamf-pro", event)).toBe(202);
  await first.child.waitFor((line) => line.type === "risk-changed" && line["to"] === "HIGH");
  await first.child.kill();
  expect(jsc.overrides).toEqual([]);

  jsc.fault = undefined;
  // Jamf Pro is down now: what was decided does not need it.
  jamf.fault = () => "drop";
  const second = await start();
  await second.child.waitFor(
    (line) => line.type === "signal-delivered" && line["target"] === "jsc",
  );
  expect(jsc.overrides).toEqual([{ risk: "HIGH", source: "MANUAL", deviceIds: ["jsc-1"] }]);
  expect(await second.call("GET", posture("SERIAL1", DN_1))).toBe(200);
});
