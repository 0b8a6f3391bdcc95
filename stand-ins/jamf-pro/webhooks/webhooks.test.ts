import { afterEach, beforeEach, describe, expect, it } from "vitest";
import Fastify from "fastify";
import { ManualClock } from "../../../base/clock.ts";
import { createAuthority, issueServerCertificate } from "../../../base/tls.ts";
import { startReceiver, type Receiver, bearer, call } from "../../shared/test-client.ts";
import { TEST_ANALYTIC } from "../samples.ts";
import { startJamfProStandIn } from "../server.ts";
import type { JamfProStandIn } from "../stand-in.ts";
import { WEBHOOK_EVENTS } from "./events.ts";
import type { WebhookInput } from "./webhook.ts";

const T0 = Date.parse("2026-11-21T10:00:00Z");
const THREAT_GROUP = 3;

let clock: ManualClock;
let jamf: JamfProStandIn;
let receiver: Receiver;

const hook = (more: Partial<WebhookInput> = {}): WebhookInput => ({
  name: "threats",
  url: receiver.url,
  event: "SmartGroupComputerMembershipChange",
  contentType: "application/json",
  smartGroupId: THREAT_GROUP,
  ...more,
});
const bodies = () =>
  receiver.received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);

beforeEach(async () => {
  clock = new ManualClock(T0);
  jamf = await startJamfProStandIn({ clock, samples: true });
  receiver = await startReceiver();
});
afterEach(async () => {
  await jamf.close();
  await receiver.close();
});

describe("a detection by Jamf Protect", () => {
  it("moves the computer into the smart group and sends the envelope that Jamf Pro sends", async () => {
    jamf.setWebhook(
      hook({ authentication: { type: "HEADER", headers: { "X-Sdpx-Secret": "hush" } } }),
    );
    const { deliveries, computer } = await jamf.detect(2, TEST_ANALYTIC);
    expect(deliveries).toMatchObject([{ webhookName: "threats", status: 202 }]);
    expect(computer.extensionAttributes["Jamf Protect - Smart Groups"]).toBe(TEST_ANALYTIC);
    expect(bodies()).toEqual([
      {
        webhook: {
          id: 1,
          name: "threats",
          webhookEvent: "SmartGroupComputerMembershipChange",
          eventTimestamp: T0,
        },
        event: {
          computer: true,
          groupAddedDevices: [],
          groupAddedDevicesIds: [2],
          groupRemovedDevices: [],
          groupRemovedDevicesIds: [],
          jssid: THREAT_GROUP,
          name: "Jamf Protect - Threat Detected",
          smartGroup: true,
        },
      },
    ]);
    expect(receiver.received[0]?.headers).toMatchObject({
      "content-type": "application/json",
      "user-agent": "Java/21.0.11",
      "x-sdpx-secret": "hush",
    });
    expect(JSON.stringify(jamf.deliveries)).not.toContain("hush");
  });

  it("is over when it is remediated, and the order of the envelope's keys alternates", async () => {
    jamf.setWebhook(hook());
    await jamf.detect(2, TEST_ANALYTIC);
    await jamf.remediate(2);
    const [first, second] = bodies();
    expect(Object.keys(first ?? {})).toEqual(["event", "webhook"]);
    expect(Object.keys(second ?? {})).toEqual(["webhook", "event"]);
    expect(second).toMatchObject({
      event: { groupAddedDevicesIds: [], groupRemovedDevicesIds: [2] },
    });
  });

  it("stays unknown to Jamf Pro until inventory is submitted", async () => {
    jamf.setWebhook(hook());
    expect((await jamf.detect(2, TEST_ANALYTIC, { inventory: false })).deliveries).toEqual([]);
    expect((await jamf.updateComputer(2)).deliveries).toHaveLength(1);
  });

  it("sends nothing when nothing changes, or when the analytic is not in the criteria", async () => {
    jamf.setWebhook(hook());
    await jamf.detect(2, TEST_ANALYTIC);
    expect((await jamf.detect(2, TEST_ANALYTIC)).deliveries).toEqual([]);
    expect((await jamf.detect(1, "SomethingElse")).deliveries).toEqual([]);
  });
});

describe("webhooks", () => {
  it("are for one group, and for any group with -1", async () => {
    jamf.setWebhook(hook({ name: "other", smartGroupId: 1 }));
    jamf.setWebhook(hook({ name: "any", smartGroupId: -1 }));
    jamf.setWebhook(hook({ name: "off", enabled: false }));
    const { deliveries } = await jamf.detect(2, TEST_ANALYTIC);
    expect(deliveries.map(({ webhookName }) => webhookName)).toEqual(["any"]);
  });

  it("tell of many computers in one event", async () => {
    jamf.setWebhook(hook({ smartGroupId: 1 }));
    await jamf.addComputers([{}, {}, {}]);
    expect(bodies()).toMatchObject([{ event: { groupAddedDevicesIds: [6, 7, 8] } }]);
  });

  it("are sent once: neither an error status nor silence is tried again", async () => {
    await receiver.close();
    receiver = await startReceiver((response) => response.writeHead(500).end());
    jamf.setWebhook(hook());
    expect((await jamf.detect(1, TEST_ANALYTIC)).deliveries).toMatchObject([{ status: 500 }]);
    expect(receiver.received).toHaveLength(1);
    expect(jamf.deliveries).toHaveLength(1);
  });

  it("give up after the read timeout", async () => {
    await receiver.close();
    receiver = await startReceiver(() => undefined);
    jamf.setWebhook(hook());
    const detection = jamf.detect(1, TEST_ANALYTIC);
    await receiver.arrived(1);
    clock.advance(2000);
    const [delivery] = (await detection).deliveries;
    expect(delivery).toMatchObject({ failure: "no answer in time", tookMs: 2000 });
    expect(delivery?.status).toBeUndefined();
  });

  it("tell when nobody listens", async () => {
    const { url } = receiver;
    await receiver.close();
    jamf.setWebhook(hook({ url }));
    const [delivery] = (await jamf.detect(1, TEST_ANALYTIC)).deliveries;
    expect(delivery?.failure).toMatch(/ECONNREFUSED/);
  });

  it("authenticate with Basic and may be XML, which is the standard", async () => {
    jamf.setWebhook({
      name: "inventory",
      url: receiver.url,
      event: "ComputerInventoryCompleted",
      authentication: { type: "BASIC", username: "u", password: "p" },
    });
    await jamf.updateComputer(1, { name: "R&D <1>" });
    const [sent] = receiver.received;
    expect(sent?.headers).toMatchObject({
      authorization: "Basic dTpw",
      "content-type": "text/xml",
    });
    expect(sent?.body).toContain("<JSSEvent><event>");
    expect(sent?.body).toContain("<deviceName>R&#38;D &#60;1&#62;</deviceName>");
  });

  it("tell of enrolment, check-in and start-up", async () => {
    const events = ["ComputerAdded", "ComputerCheckIn", "JSSStartup"] as const;
    for (const event of events) jamf.setWebhook(hook({ name: event, event }));
    const { computer } = await jamf.addComputer({ serial: "NEW1" });
    await jamf.checkIn(computer.id);
    await jamf.sendEvent("JSSStartup");
    const sent = Object.fromEntries(
      bodies().map((body) => [
        (body["webhook"] as { webhookEvent: string }).webhookEvent,
        body["event"],
      ]),
    );
    expect(sent).toMatchObject({
      ComputerAdded: { serialNumber: "NEW1", jssID: 6, udid: computer.udid.toLowerCase() },
      ComputerCheckIn: { computer: { jssID: 6 }, trigger: "CLIENT_CHECKIN" },
      JSSStartup: { jssUrl: `${jamf.url}/`, isClusterMaster: true },
    });
  });

  it("of mobile groups say that no computer is meant, although the ids look alike", async () => {
    jamf.setWebhook(hook({ event: "SmartGroupMobileDeviceMembershipChange", smartGroupId: -1 }));
    const device = jamf.addMobileDevice({ serial: "IPAD1" });
    await jamf.setMobileGroup("Risky iPads", [device.id]);
    expect(bodies()).toMatchObject([
      {
        event: {
          computer: false,
          groupAddedDevicesIds: [1],
          groupAddedDevices: [{ serialNumber: "IPAD1", jssID: 1 }],
        },
      },
    ]);
  });

  it("follow a recalculation that was asked for through the API", async () => {
    jamf.setWebhook(hook({ smartGroupId: -1 }));
    const { clientId, clientSecret } = jamf.credentials;
    const signIn = await call(`${jamf.url}/api/oauth/token`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: `grant_type=client_credentials&client_id=${clientId}&client_secret=${clientSecret}`,
    });
    jamf.fleet.touch({ ...jamf.fleet.computer(1), managed: false });
    const path = "/api/v1/computers/1/recalculate-smart-groups";
    const headers = bearer(String(signIn.json()["access_token"]));
    await call(jamf.url + path, { method: "POST", headers });
    await jamf.settled();
    expect(bodies()).toMatchObject([{ event: { jssid: 1, groupRemovedDevicesIds: [1] } }]);
  });

  it("reach a receiver whose certificate is of the authority that they trust, and no other", async () => {
    const authority = await createAuthority();
    const leaf = await issueServerCertificate(authority, ["127.0.0.1"]);
    const https = { cert: leaf.certificatePem, key: leaf.privateKeyPem };
    const secure = Fastify({ https });
    secure.post("/", async (_request, reply) => reply.code(202).send());
    const url = await secure.listen({ host: "127.0.0.1", port: 0 });
    const trusting = await startJamfProStandIn({
      webhookCaPem: authority.certificatePem,
      samples: true,
    });
    trusting.setWebhook(hook({ url }));
    jamf.setWebhook(hook({ url }));
    expect((await trusting.detect(1, TEST_ANALYTIC)).deliveries).toMatchObject([{ status: 202 }]);
    const [refused] = (await jamf.detect(1, TEST_ANALYTIC)).deliveries;
    expect(refused?.failure).toMatch(/certificate/);
    jamf.trustReceivers(authority.certificatePem);
    expect((await jamf.remediate(1)).deliveries).toMatchObject([{ status: 202 }]);
    await trusting.close();
    await secure.close();
  });

  it("refuse settings that Jamf Pro refuses", () => {
    const set = (more: object) => () => jamf.setWebhook({ ...hook(), ...more } as WebhookInput);
    const host = { type: "HEADER", headers: { Host: "x" } };
    expect(set({ authentication: host })).toThrow(/not a webhook/);
    expect(set({ event: "ComputerUnenrolled" })).toThrow(/not a webhook/);
    expect(set({ readTimeoutSeconds: 16 })).toThrow(/not a webhook/);
    expect(set({ url: "file:///etc/passwd" })).toThrow(/not a webhook/);
    expect(WEBHOOK_EVENTS).toHaveLength(23);
  });
});
