import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startReceiver, type Receiver, call } from "../shared/test-client.ts";
import { TEST_ANALYTIC } from "./samples.ts";
import { startJamfProStandIn } from "./server.ts";
import type { JamfProStandIn } from "./stand-in.ts";

let jamf: JamfProStandIn;
let receiver: Receiver;

beforeEach(async () => {
  jamf = await startJamfProStandIn({ samples: true });
  receiver = await startReceiver();
});
afterEach(async () => {
  await jamf.close();
  await receiver.close();
});

const send = (method: string, path: string, body?: unknown) =>
  call(`${jamf.url}/stand-in${path}`, { method, body });

describe("the controls of the Jamf Pro stand-in", () => {
  it("list themselves and the API at the root", async () => {
    const guide = await call(`${jamf.url}/`);
    expect(guide.json()).toMatchObject({ product: "Jamf Pro (stand-in)" });
  });

  it("play a detection and its remediation, and tell the webhook's fate", async () => {
    const webhook = await send("POST", "/webhooks", {
      name: "cache",
      url: receiver.url,
      event: "SmartGroupComputerMembershipChange",
      contentType: "application/json",
      smartGroupId: 3,
      authentication: { type: "HEADER", headers: { Authorization: "Bearer hush" } },
    });
    expect(webhook.status).toBe(201);
    expect((await send("GET", "/webhooks")).text).not.toContain("hush");
    const detected = await send("POST", "/computers/1/detections", { analytic: TEST_ANALYTIC });
    expect(detected.json()).toMatchObject({ deliveries: [{ status: 202 }] });
    const clean = await send("DELETE", "/computers/1/detections");
    expect(clean.json()).toMatchObject({ deliveries: [{ status: 202 }] });
    expect(receiver.received).toHaveLength(2);
    expect((await send("GET", "/deliveries")).json()["deliveries"]).toHaveLength(2);
    expect((await send("DELETE", "/webhooks/1")).status).toBe(204);
  });

  it("add, change, check in and delete a computer", async () => {
    const added = await send("POST", "/computers", { serial: "NEW1", username: "eve" });
    expect(added.json()).toMatchObject({ computer: { id: 6, serial: "NEW1" } });
    const changed = await send("PUT", "/computers/6", { sip: "DISABLED" });
    expect(changed.json()).toMatchObject({ computer: { sip: "DISABLED", username: "eve" } });
    expect((await send("POST", "/computers/6/check-in")).status).toBe(200);
    expect((await send("DELETE", "/computers/6")).status).toBe(204);
    expect((await send("GET", "/computers")).json()["computers"]).toHaveLength(5);
  });

  it("add and change groups, and set mobile ones", async () => {
    const criteria = [{ name: "Department", searchType: "is", value: "Sales" }];
    const group = await send("POST", "/groups", { name: "Sales", criteria });
    expect(group.json()).toMatchObject({ id: 5 });
    await send("PUT", "/groups/5", { name: "Sales", members: [1] });
    expect((await send("GET", "/groups")).json()["groups"]).toMatchObject({
      4: { id: 5, members: [1] },
    });
    expect((await send("POST", "/mobile-devices")).status).toBe(201);
    const mobile = await send("POST", "/mobile-groups", { name: "iPads", members: [1] });
    expect(mobile.json()).toEqual({ deliveries: [] });
    expect((await send("POST", "/events", { event: "JSSStartup" })).status).toBe(200);
  });

  it("say what is wrong and how to fix it", async () => {
    const wrong = await send("POST", "/computers", { fileVault: "MAYBE" });
    expect(wrong.status).toBe(400);
    expect(wrong.json()).toMatchObject({
      error: "bad-input",
      fix: expect.any(String),
      list: [expect.stringContaining("fileVault")],
    });
    expect((await send("DELETE", "/computers/99")).json()).toMatchObject({ error: "not-found" });
    expect((await send("POST", "/computers/x/check-in")).status).toBe(404);
    expect((await send("PUT", "/groups/99", { name: "x", members: [] })).status).toBe(404);
  });
});
