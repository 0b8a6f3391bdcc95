import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { Agent, request } from "undici";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../../base/clock.ts";
import { issueServerCertificate } from "../../base/tls.ts";
import type { Engine } from "../../sandbox-shim/index.ts";
import { createQuickJsEngine, liveHttp, runDeviceScript } from "../../sandbox-shim/index.ts";
import { BUILTIN_IDS } from "./seed.ts";
import type { Bench } from "./testing.ts";
import { startBench, testAuthority } from "./testing.ts";

/** With the real sandbox, the real shell and a real HTTPS service that scripts ask. */
let engine: Engine;
let bench: Bench;
let agent: Agent;
let risk = "LOW";
const asked: string[] = [];
const service = { url: "", close: () => Promise.resolve() };

beforeAll(async () => {
  const authority = await testAuthority();
  const { certificatePem, privateKeyPem } = await issueServerCertificate(authority, ["localhost"]);
  const server = createServer({ cert: certificatePem, key: privateKeyPem }, (incoming, answer) => {
    asked.push(`${incoming.headers.authorization ?? ""} ${incoming.url ?? ""}`);
    answer.end(JSON.stringify({ risk }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  service.url = `https://localhost:${(server.address() as AddressInfo).port}/posture`;
  service.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  engine = await createQuickJsEngine();
  bench = await startBench({
    engine,
    clock: systemClock,
    http: (trustedCertificates) => liveHttp({ trustedCertificates }),
    runDeviceScript,
  });
  agent = new Agent({ connect: { ca: bench.controller.caPem } });
});
afterAll(async () => {
  await bench.close();
  await engine.close();
  await agent.close();
  await service.close();
});

const LIVE = () => `
var answer = httpGet("${service.url}?serial=" + claims.device.macSerial, [{ key: "Authorization", value: "Bearer %SECRET:TOKEN%" }], 2000);
return answer.statusCode === 200 && JSON.parse(answer.data).risk === "LOW";`;

test("a session asks a private service live, and loses and regains access as its answer changes", async () => {
  const client = bench.client();
  await client.create("secrets", { name: "TOKEN", secret: "sesame" });
  const script =
    '#!/bin/sh\nioreg -rd1 | sed -n \'s/.*IOPlatformSerialNumber" = "\\(.*\\)"/\\1/p\'\n';
  await client.create("device-scripts", {
    name: "mac-serial",
    filename: "mac-serial.sh",
    file: Buffer.from(script).toString("base64"),
  });
  const provider = await client.get("identity-providers", BUILTIN_IDS.local);
  const mapping = {
    command: "runScript",
    claimName: "macSerial",
    platform: "desktop.macos.all",
    parameters: { name: "mac-serial" },
  };
  await client.update("identity-providers", provider.id, {
    ...provider,
    onDemandClaimMappings: [mapping],
  });
  const condition = await client.create("conditions", { name: "live", expression: LIVE() });
  const entitlement = await client.create("entitlements", {
    name: "git",
    site: BUILTIN_IDS.defaultSite,
    conditions: [condition.id],
    actions: [{ action: "allow", subtype: "tcp_up", hosts: ["10.0.0.1"], ports: ["22"] }],
  });
  await client.create("criteria-scripts", {
    name: "staff",
    expression: "return claims.user.username === 'ada'; // everyone",
  });
  await client.create("policies", {
    name: "Staff",
    expression: "return staff(claims);",
    entitlements: [entitlement.id],
  });

  const origin = new URL(bench.controller.url).origin;
  const signIn = await request(`${origin}/embedded/sessions`, {
    dispatcher: agent,
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      username: "ada",
      providerName: "local",
      deviceId: "4c07bc67-57ea-42dd-b702-c2d6c45419fc",
      device: {
        platform: "macos",
        commands: { ioreg: '  "IOPlatformSerialNumber" = "C02XK1ZZJGH5"\n' },
      },
    }),
  });
  expect(signIn.statusCode).toBe(200);
  const session = (await signIn.body.json()) as { distinguishedName: string };
  const dn = session.distinguishedName;
  const access = () => bench.controller.sessions.get(dn)?.entitlements["git"];

  // The service's authority is private: until an administrator adds it, the condition cannot hold.
  expect(access()).toMatchObject({ access: false, decidedBy: { name: "live" } });
  expect(asked).toEqual([]);
  await client.create("trusted-certificates", { name: "service", pem: bench.controller.caPem });
  const again = async () => {
    await client.reevaluate(dn);
    await bench.controller.sessions.idle();
    return access()?.access;
  };
  expect(await again()).toBe(true);
  expect(asked.at(-1)).toBe("Bearer sesame /posture?serial=C02XK1ZZJGH5");
  risk = "HIGH";
  expect(await again()).toBe(false);
  risk = "LOW";
  expect(await again()).toBe(true);

  const shown = await request(`${origin}/embedded/sessions/${encodeURIComponent(dn)}`, {
    dispatcher: agent,
  });
  expect(await shown.body.text()).not.toContain("sesame");
});

test("the test endpoints answer as the sandbox does, secrets kept out", async () => {
  const client = bench.client();
  const wrong = await client.testCondition({ expression: 'return "%SECRET:TOKEN%";' });
  expect(wrong.error).toBe("Expression does not return boolean. Received: String");
  const printed = await client.testCondition({
    expression: 'console.log("%SECRET:TOKEN%"); return true;',
  });
  expect(printed).toMatchObject({ result: true, output: expect.not.stringContaining("sesame") });
  const list = await client.testEntitlementScript({ expression: "return true;", type: "host" });
  expect(list.error).toBe("Expression does not return list. Received: Boolean");
  const linked = await client.testCondition({
    expression: "return staff(claims);",
    userClaims: { username: "ada" },
  });
  expect(linked.result).toBe(true);
});
