import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ControllerClient } from "../../api/client.ts";
import { BUILTIN_IDS } from "../seed.ts";
import type { Bench } from "../testing.ts";
import { startBench } from "../testing.ts";
import { linkCriteria } from "./evaluator.ts";
import type { SessionEvent, SignIn } from "./model.ts";
import { distinguishedName } from "./model.ts";

let bench: Bench;
let client: ControllerClient;
let events: SessionEvent[];
beforeEach(async () => {
  bench = await startBench();
  client = bench.client();
  events = [];
  bench.controller.sessions.onEvent((event) => events.push(event));
});
afterEach(() => bench.close());

const ADA: SignIn = {
  username: "ada",
  providerName: "local",
  deviceId: "4c07bc67-57ea-42dd-b702-c2d6c45419fc",
  userClaims: { groups: ["engineering"] },
  device: { platform: "macos", commands: { ioreg: "C02XK1ZZJGH5" } },
};
const DN = distinguishedName(ADA);

/** A device claim, a user claim, a criteria script, a condition and an entitlement script, wired as an administrator would. */
async function wire(
  expressions: { userClaim?: string; criteria?: string; condition?: string; hosts?: string } = {},
) {
  const file = Buffer.from("#!/bin/sh\nioreg\n").toString("base64");
  await client.create("device-scripts", { name: "mac-serial", filename: "mac-serial.sh", file });
  const user = await client.create("user-scripts", {
    name: "posture",
    expression:
      expressions.userClaim ??
      "return { posture: { serial: claims.device.macSerial, risk: 'LOW' } };",
  });
  const provider = await client.get("identity-providers", BUILTIN_IDS.local);
  await client.update("identity-providers", provider.id, {
    ...provider,
    userScripts: [user.id],
    onDemandClaimMappings: [
      {
        command: "runScript",
        claimName: "macSerial",
        platform: "desktop.macos.all",
        parameters: { name: "mac-serial" },
      },
    ],
  });
  await client.create("criteria-scripts", {
    name: "lowRisk",
    expression: expressions.criteria ?? "return claims.user.agScripted.posture.risk === 'LOW';",
  });
  const condition = await client.create("conditions", {
    name: "posture-now",
    expression: expressions.condition ?? "return claims.device.macSerial === 'C02XK1ZZJGH5';",
  });
  await client.create("entitlement-scripts", {
    name: "group-hosts",
    type: "host",
    expression: expressions.hosts ?? "return ['10.0.0.1', '10.0.0.2'];",
  });
  const entitlement = await client.create("entitlements", {
    name: "git",
    site: BUILTIN_IDS.defaultSite,
    conditions: [condition.id],
    actions: [
      { action: "allow", subtype: "tcp_up", hosts: ["script://group-hosts"], ports: ["22"] },
    ],
  });
  await client.create("policies", {
    name: "Engineering",
    type: "Access",
    expression: "return lowRisk(claims);",
    entitlements: [entitlement.id],
  });
  return { condition, entitlement };
}

test("a sign-in collects claims, assigns policies and opens what their entitlements say", async () => {
  await wire();
  const session = await bench.controller.sessions.signIn(ADA);
  expect(session.deviceClaims["macSerial"]).toBe("C02XK1ZZJGH5");
  expect(session.userClaims).toMatchObject({
    username: "ada",
    groups: ["engineering"],
    ag: {
      identityProviderId: BUILTIN_IDS.local,
      distinguishedName: "CN=4c07bc6757ea42ddb702c2d6c45419fc,CN=ada,OU=local",
    },
    agScripted: { posture: { serial: "C02XK1ZZJGH5", risk: "LOW" } },
  });
  expect(session.policies).toEqual(["Engineering"]);
  expect(
    session.explanation.map((one) => `${one.appliance} ${one.kind} ${one.name}: ${one.outcome}`),
  ).toEqual([
    'Client device-claim mac-serial: claims.device.macSerial = "C02XK1ZZJGH5"',
    "Controller user-claim posture: claims.user.agScripted gets posture",
    "Controller policy Engineering: assigned",
    "Gateway condition posture-now: holds",
    "Gateway entitlement group-hosts: returns 10.0.0.1, 10.0.0.2",
  ]);
  const info = await client.sessionInfo(DN);
  expect(info?.data?.["gateway"]?.entitlementInfos?.["git"]).toMatchObject({
    access: true,
    conditionLogic: "and",
    conditionResults: { "posture-now": true },
    firewallRules: [
      {
        name: "git",
        protocol: "tcp",
        direction: "up",
        action: "allow",
        subnets: ["10.0.0.1", "10.0.0.2"],
        ports: ["22"],
      },
    ],
    policyNames: ["Engineering"],
  });
  expect((await client.activeSessions()).map((one) => one.distinguishedName)).toEqual([DN]);
  expect((await client.claimNames()).onDemand.map((one) => one.claimName)).toEqual(["macSerial"]);
});

test("re-evaluation runs conditions and entitlement scripts only, and tells what cut access", async () => {
  const { condition } = await wire();
  await bench.controller.sessions.signIn(ADA);
  bench.controller.edit("conditions", condition.id, { expression: "return false;" });
  bench.engine.requests.length = 0;
  expect(await client.reevaluate("CN=ada,OU=local")).toEqual([DN]);
  await bench.controller.sessions.idle();
  expect(bench.engine.requests.map((one) => one.kind)).toEqual(["condition"]);
  expect(events.filter((one) => one.type === "access-changed")).toMatchObject([
    { entitlement: "git", from: "absent", to: "allowed" },
    {
      entitlement: "git",
      from: "allowed",
      to: "blocked",
      decidedBy: { kind: "condition", name: "posture-now", outcome: "does not hold" },
    },
  ]);
  expect(events.at(-1)).toMatchObject({
    type: "re-evaluated",
    scope: "entitlements",
    distinguishedName: DN,
  });
  bench.controller.edit("conditions", condition.id, { expression: "return true;" });
  await client.reevaluate(DN);
  await bench.controller.sessions.idle();
  expect(bench.controller.sessions.get(DN)?.entitlements["git"]?.access).toBe(true);
});

test("a revoked claims token runs user claim scripts and policies again, after the delay", async () => {
  await wire();
  await bench.controller.sessions.signIn(ADA);
  const scripts = bench.controller.dump()["criteria-scripts"];
  const criteria = scripts.find((one) => one.name === "lowRisk");
  bench.controller.edit("criteria-scripts", String(criteria?.id), { expression: "return false;" });
  await client.reevaluate(DN);
  await bench.controller.sessions.idle();
  expect(bench.controller.sessions.get(DN)?.entitlements["git"]?.access).toBe(true);
  const revoked = new Promise<void>((resolve) =>
    bench.controller.sessions.onEvent((event) => event.type === "re-evaluated" && resolve()),
  );
  await client.revokeTokens({ distinguishedNames: [DN], reason: "test", delayMinutes: 2 });
  await revoked;
  expect(bench.clock.slept).toEqual([120_000]);
  expect(bench.controller.sessions.get(DN)).toMatchObject({ policies: [], entitlements: {} });
  expect(events.findLast((one) => one.type === "access-changed")).toMatchObject({
    from: "allowed",
    to: "absent",
    decidedBy: { kind: "policy", name: "Engineering", outcome: "not assigned" },
  });
});

describe("whatever fails refuses and says why", () => {
  test.each([
    ["a condition that throws", { condition: "throw new Error('boom');" }, "condition", "boom"],
    ["a condition that returns no boolean", { condition: "return 1;" }, "condition", undefined],
    [
      "an entitlement script that throws",
      { hosts: "throw new Error('boom');" },
      "entitlement",
      "boom",
    ],
    [
      "an entitlement script that returns nothing",
      { hosts: "return [];" },
      "entitlement",
      undefined,
    ],
  ])("%s", async (_name, expressions, kind, reason) => {
    await wire(expressions);
    const session = await bench.controller.sessions.signIn(ADA);
    const state = session.entitlements["git"];
    expect(state).toMatchObject({
      access: false,
      firewallRules: [],
      decidedBy: { kind, ok: false },
    });
    if (reason !== undefined) expect(state?.decidedBy.error).toContain(reason);
  });

  test.each([
    ["a criteria script that throws", { criteria: "return claims.user.nothing.here;" }],
    ["a user claim script that throws", { userClaim: "throw new Error('boom');" }],
  ])("%s", async (_name, expressions) => {
    await wire(expressions);
    const session = await bench.controller.sessions.signIn(ADA);
    expect(session).toMatchObject({ policies: [], entitlements: {} });
    expect(session.explanation.some((one) => one.error !== undefined && !one.ok)).toBe(true);
  });

  test("a sign-in without a device leaves device claims out", async () => {
    await wire();
    const bare = { ...ADA };
    delete bare.device;
    const session = await bench.controller.sessions.signIn(bare);
    expect(session.deviceClaims).toEqual({});
    expect(session.explanation[0]).toMatchObject({
      ok: false,
      error: expect.stringContaining("no device"),
    });
  });

  test("another platform does not run the script at all", async () => {
    await wire();
    const session = await bench.controller.sessions.signIn({
      ...ADA,
      device: { platform: "windows" },
    });
    expect(session.explanation.filter((one) => one.kind === "device-claim")).toEqual([]);
  });

  test("an entitlement without a condition is blocked", async () => {
    const { entitlement } = await wire();
    bench.controller.edit("entitlements", entitlement.id, { conditions: [] });
    const session = await bench.controller.sessions.signIn(ADA);
    expect(session.entitlements["git"]?.decidedBy.error).toContain("no condition");
  });

  test("an engine that breaks during re-evaluation cuts access", async () => {
    await wire();
    await bench.controller.sessions.signIn(ADA);
    bench.engine.evaluate = () => Promise.reject(new Error("the engine is broken"));
    await client.reevaluate(DN);
    await bench.controller.sessions.idle();
    expect(bench.controller.sessions.get(DN)?.entitlements["git"]).toMatchObject({
      access: false,
      firewallRules: [],
    });
    expect(events.at(-1)).toMatchObject({ type: "failed", reason: "the engine is broken" });
  });
});

test("one condition of several is enough with the logic or", async () => {
  const { entitlement, condition } = await wire();
  const never = await client.create("conditions", { name: "never", expression: "return false;" });
  bench.controller.edit("entitlements", entitlement.id, {
    conditions: [never.id, condition.id],
    conditionLogic: "or",
  });
  expect((await bench.controller.sessions.signIn(ADA)).entitlements["git"]?.access).toBe(true);
  bench.controller.edit("entitlements", entitlement.id, { conditionLogic: "and" });
  expect((await bench.controller.sessions.signIn(ADA)).entitlements["git"]?.decidedBy.name).toBe(
    "never",
  );
});

test("disabled policies and entitlements give nothing, links by tag do, and a Stop policy stops", async () => {
  const { entitlement } = await wire();
  const policies = () => bench.controller.dump().policies;
  const engineering = String(policies().find((one) => one.name === "Engineering")?.id);
  bench.controller.edit("policies", engineering, { disabled: true });
  expect((await bench.controller.sessions.signIn(ADA)).entitlements).toEqual({});
  bench.controller.edit("entitlements", entitlement.id, { tags: ["git"] });
  await client.create("policies", {
    name: "By tag",
    expression: "return true;",
    entitlementLinks: ["git"],
  });
  expect((await bench.controller.sessions.signIn(ADA)).entitlements["git"]?.policyNames).toEqual([
    "By tag",
  ]);
  await client.create("policies", { name: "Stop", type: "Stop", expression: "return true;" });
  expect(await bench.controller.sessions.signIn(ADA)).toMatchObject({
    policies: [],
    entitlements: {},
  });
});

test("app shortcuts and ports come from scripts of their own type", async () => {
  const { entitlement } = await wire();
  const shortcuts = await client.create("entitlement-scripts", {
    name: "apps",
    type: "appShortcut",
    expression: "return [{ name: 'Git', url: 'https://git' }];",
  });
  await client.create("entitlement-scripts", {
    name: "ports",
    type: "portOrType",
    expression: "return ['22', '443'];",
  });
  bench.controller.edit("entitlements", entitlement.id, {
    appShortcutScripts: [shortcuts.id],
    actions: [
      { action: "allow", subtype: "tcp_up", hosts: ["10.0.0.9"], ports: ["script://ports"] },
    ],
  });
  const state = (await bench.controller.sessions.signIn(ADA)).entitlements["git"];
  expect(state?.appShortcuts).toEqual([{ name: "Git", url: "https://git" }]);
  expect(state?.firewallRules).toMatchObject([{ subnets: ["10.0.0.9"], ports: ["22", "443"] }]);
});

test("unknown providers and device ids are refused with what to do", async () => {
  const { sessions } = bench.controller;
  await expect(sessions.signIn({ ...ADA, providerName: "okta" })).rejects.toMatchObject({
    code: "not-found",
    fix: "use one of local, Connector, service",
  });
  await expect(sessions.signIn({ ...ADA, deviceId: "laptop" })).rejects.toMatchObject({
    code: "bad-input",
  });
});

test("only the criteria scripts that a policy calls are linked, after its text", () => {
  const criteria = [
    { name: "a", expression: "return 1; // done" },
    { name: "ab", expression: "return 2;" },
  ];
  const linked = linkCriteria("return x.a(1) || ab (claims);", criteria);
  expect(linked).toBe("return x.a(1) || ab (claims);\nfunction ab(claims) {\nreturn 2;\n}");
});
