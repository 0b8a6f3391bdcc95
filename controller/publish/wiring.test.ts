import { beforeEach, expect, test } from "vitest";
import { ManualClock } from "../../base/clock.ts";
import { createAuthority } from "../../base/tls.ts";
import { applyPlan, planAgainst, renderMarkdown, renderPlan } from "./index.ts";
import type { PlanOptions } from "./index.ts";
import { readNotes } from "./ownership.ts";
import type { MemoryController } from "./testing-client.ts";
import { memoryController } from "./testing-client.ts";
import type { Scripted } from "./testing.ts";
import { makeBundle, ONE_OF_EACH } from "./testing.ts";

const BUNDLE = makeBundle(ONE_OF_EACH);
const WIRING = {
  identityProviders: { local: { userScripts: ["posture"], deviceScripts: ["mac-serial"] } },
  entitlements: { Git: { conditions: ["posture-now"] } },
  policies: { Staff: { criteria: "lowRisk" } },
};
let memory: MemoryController;

beforeEach(() => {
  memory = memoryController();
  memory.put("identity-providers", {
    id: "idp",
    name: "local",
    tags: ["builtin"],
    type: "LocalDatabase",
    userScripts: ["by-hand"],
    minPasswordLength: 12,
    onDemandClaimMappings: [
      { command: "fileExists", claimName: "av", platform: "all", parameters: { path: "/av" } },
    ],
  });
  memory.put("entitlements", { id: "ent", name: "Git", conditions: ["always"], site: "s" });
  memory.put("policies", {
    id: "pol",
    name: "Staff",
    expression: "return true;",
    entitlements: ["ent"],
  });
});

const plan = (options: PlanOptions = {}, bundle = BUNDLE) =>
  planAgainst(memory.client, bundle, options);
const publish = async (options: PlanOptions = {}, bundle = BUNDLE) =>
  applyPlan(await plan(options, bundle), memory.client, { clock: new ManualClock(0) });
const get = (resource: string, id: string) => memory.objects.get(resource)?.get(id);
const changing = async (options: PlanOptions = {}, bundle = BUNDLE) =>
  (await plan(options, bundle)).steps
    .filter(({ action }) => action !== "no-op")
    .map(({ action, kind, name }) => `${action} ${kind} ${name}`);
const idOf = (resource: string, name: string) =>
  [...(memory.objects.get(resource)?.values() ?? [])].find((one) => one.name === name)?.id ?? "";

test("scripts are connected where the wiring says, after they are written, and nothing else changes", async () => {
  const before = structuredClone(get("identity-providers", "idp"));
  const made = await plan({ wiring: WIRING });
  expect(made.steps.slice(-3).map(({ action, kind }) => `${action} ${kind}`)).toEqual([
    "attach entitlement-object",
    "attach policy",
    "attach identity-provider",
  ]);
  await publish({ wiring: WIRING });

  expect(get("identity-providers", "idp")).toEqual({
    ...before,
    updated: expect.any(String),
    userScripts: ["by-hand", idOf("user-scripts", "posture")],
    onDemandClaimMappings: [
      ...(before?.["onDemandClaimMappings"] as unknown[]),
      {
        command: "runScript",
        claimName: "macSerial",
        platform: "desktop.macos.all",
        parameters: { name: "mac-serial" },
      },
    ],
  });
  expect(get("entitlements", "ent")?.["conditions"]).toEqual([
    "always",
    idOf("conditions", "posture-now"),
  ]);
  expect(get("policies", "pol")?.["expression"]).toBe("return lowRisk(claims);");
  expect(await changing({ wiring: WIRING })).toEqual([]);
});

test("what is no longer in the wiring is taken back; what a person connected stays; a missing section is left alone", async () => {
  await publish({ wiring: WIRING });
  expect(await changing({ wiring: {} })).toEqual([]);
  const emptied = { identityProviders: {}, entitlements: {} };
  expect(await changing({ wiring: emptied })).toEqual([
    "detach entitlement-object Git",
    "detach identity-provider local",
    "update device-claim mac-serial",
    "update user-claim posture",
    "update condition posture-now",
  ]);
  await publish({ wiring: emptied });
  expect(get("identity-providers", "idp")).toMatchObject({
    userScripts: ["by-hand"],
    onDemandClaimMappings: [{ claimName: "av" }],
  });
  expect(get("entitlements", "ent")?.["conditions"]).toEqual(["always"]);
  expect(get("policies", "pol")?.["expression"]).toBe("return lowRisk(claims);");
  expect(
    readNotes(get("conditions", idOf("conditions", "posture-now"))?.notes ?? "").mark?.wired,
  ).toBeUndefined();
  expect(await changing({ wiring: emptied })).toEqual([]);
});

test("a connection that a person made is neither recorded nor taken back", async () => {
  await publish();
  memory.put("entitlements", {
    ...get("entitlements", "ent"),
    id: "ent",
    name: "Git",
    conditions: [idOf("conditions", "posture-now")],
  });
  expect(
    await changing({ wiring: { entitlements: { Git: { conditions: ["posture-now"] } } } }),
  ).toEqual([]);
  expect(await changing({ wiring: { entitlements: {} } })).toEqual([]);
});

test.each([
  [
    "a provider that is not there",
    { identityProviders: { nobody: { userScripts: ["posture"] } } },
    /no identity provider "nobody"/,
  ],
  [
    "a Radius provider",
    { identityProviders: { radius: { userScripts: ["posture"] } } },
    /shared secret cannot be read/,
  ],
  [
    "a provider without devices",
    { identityProviders: { service: { deviceScripts: ["mac-serial"] } } },
    /runs no device scripts/,
  ],
  [
    "a claim that is taken",
    { identityProviders: { taken: { deviceScripts: ["mac-serial"] } } },
    /macSerial is filled by runScript other/,
  ],
  ["a policy written by hand", { policies: { Hand: { criteria: "lowRisk" } } }, /written by hand/],
  ["a built-in policy", { policies: { Builtin: { criteria: "lowRisk" } } }, /built in/],
])(
  "%s is blocked with what to do by hand, and nothing is written",
  async (_what, wiring, reason) => {
    memory.put("identity-providers", { id: "r", name: "radius", type: "Radius" });
    memory.put("identity-providers", { id: "s", name: "service", type: "ServiceDatabase" });
    memory.put("identity-providers", {
      id: "t",
      name: "taken",
      type: "Ldap",
      onDemandClaimMappings: [
        {
          command: "runScript",
          claimName: "macSerial",
          platform: "desktop.all",
          parameters: { name: "other" },
        },
      ],
    });
    memory.put("policies", { id: "h", name: "Hand", expression: "return claims.x\n  || true;" });
    memory.put("policies", {
      id: "b",
      name: "Builtin",
      expression: "return true;",
      tags: ["builtin"],
    });
    memory.writes.length = 0;
    const made = await plan({ wiring });
    const blocked = made.steps.filter(({ action }) => action === "blocked");
    expect(blocked).toEqual([
      expect.objectContaining({
        reasons: [expect.stringMatching(reason)],
        fix: expect.stringMatching(/\w/),
      }),
    ]);
    await expect(
      applyPlan(made, memory.client, { clock: new ManualClock(0) }),
    ).rejects.toMatchObject({
      code: "publish-blocked",
    });
    expect(memory.writes).toEqual([]);
  },
);

test("a wiring that names a script which the bundle does not have is refused, with every name", async () => {
  await expect(
    plan({
      wiring: {
        policies: { Staff: { criteria: "gone" } },
        entitlements: { Git: { conditions: ["lost"] } },
      },
    }),
  ).rejects.toMatchObject({
    code: "bad-setting",
    list: [
      'entitlement "Git": there is no condition script "lost"',
      'policy "Staff": there is no criteria script "gone"',
    ],
  });
});

test("a condition that joins others by or is warned about", async () => {
  memory.put("entitlements", {
    ...get("entitlements", "ent"),
    id: "ent",
    name: "Git",
    conditionLogic: "or",
  });
  expect((await plan({ wiring: WIRING })).warnings).toContainEqual(
    expect.stringContaining("any of its conditions"),
  );
});

test("a rename keeps the object where nothing refers to it by name, and is blocked where something does", async () => {
  const renamed = (name: string, text = "return 1;\n"): Scripted => ({
    kind: "criteria",
    name,
    text,
  });
  await publish({}, makeBundle([renamed("old")]));
  const id = idOf("criteria-scripts", "old");
  const options = { renames: { "criteria/fresh": "old" } };
  const bundle = makeBundle([renamed("fresh")]);
  expect(await plan(options, bundle)).toMatchObject({
    steps: [{ action: "rename", id, previousName: "old", name: "fresh" }],
    leftOver: [],
  });
  memory.put("policies", { id: "pol", name: "Staff", expression: "return old(claims);" });
  expect(await plan(options, bundle)).toMatchObject({
    steps: [
      {
        action: "blocked",
        reasons: ['renaming "old" breaks policies "Staff", which calls old(claims)'],
      },
    ],
  });
  memory.put("policies", { id: "pol", name: "Staff", expression: "return true;" });
  await publish(options, bundle);
  expect(get("criteria-scripts", id)?.name).toBe("fresh");
  expect(await changing({}, bundle)).toEqual([]);
});

test("what left the bundle is reported, deleted only with prune, never while something refers to it, and not in masses", async () => {
  await publish({ wiring: WIRING });
  const rest = makeBundle(
    ONE_OF_EACH.filter(({ kind }) => kind !== "entitlement" && kind !== "criteria"),
  );
  const { policies: _policies, ...wiring } = WIRING;
  expect((await plan({ wiring }, rest)).leftOver.map(({ name }) => name)).toEqual([
    "lowRisk",
    "hosts",
  ]);
  // The policy got its call from sdpx, and it is the only one: taking it out would open the policy.
  const limits = { deletes: 2, deletePercent: 100 };
  expect(await changing({ wiring, prune: true, limits }, rest)).toEqual([
    "blocked policy Staff",
    "delete entitlement hosts",
    "blocked criteria lowRisk",
  ]);
  memory.put("policies", { id: "pol", name: "Staff", expression: "return true;" });
  expect(await changing({ wiring, prune: true, limits: { deletes: 1 } }, rest)).toEqual([
    "blocked entitlement hosts",
    "blocked criteria lowRisk",
  ]);
  await publish({ wiring, prune: true, limits }, rest);
  expect(get("criteria-scripts", idOf("criteria-scripts", "lowRisk"))).toBeUndefined();
  expect(await changing({ wiring, prune: true }, rest)).toEqual([]);
});

test("references and reach are told: who calls, who uses, and which policies give it", async () => {
  await publish({ wiring: WIRING });
  memory.put("entitlements", {
    ...get("entitlements", "ent"),
    id: "ent",
    name: "Git",
    actions: [{ action: "allow", hosts: ["script://hosts"] }],
  });
  const edited = makeBundle(
    ONE_OF_EACH.map((one) =>
      one.kind === "entitlement" ? { ...one, text: "return httpGet('https://x');\n" } : one,
    ),
  );
  const made = await plan({ wiring: WIRING }, edited);
  expect(made.blast).toEqual({ policies: 1, entitlements: 1, identityProviders: 0, unseen: [] });
  const text = renderPlan(made, { color: false });
  expect(text).toContain('used by entitlements "Git" (uses script://hosts)');
  expect(text).toContain("places that call over HTTP: 0 before, 1 now");
  expect(text).toContain("reach: 1 policy, 1 entitlement, 0 identity providers");
  const markdown = renderMarkdown(made);
  expect(markdown).toContain("| update | entitlement | hosts |");
  expect(markdown).toContain("```diff\n");
});

test("markdown shows names as they are, whatever they hold", async () => {
  memory.put("policies", {
    id: "x",
    name: "<img src=x>|`@team`\n#1",
    expression: "return lowRisk(claims);",
  });
  const markdown = renderMarkdown(await plan());
  expect(markdown).not.toContain("<img");
  expect(markdown).toContain("&lt;img src=x&gt;\\|\\`\\@team\\`");
});

test("a trusted certificate is made, compared by its fingerprint, and warned about when it ends soon", async () => {
  const [{ certificatePem: one }, { certificatePem: two }] = await Promise.all([
    createAuthority("one"),
    createAuthority("two"),
  ]);
  const wiring = (pem: string) => ({ trustedCertificates: { cache: { pem } } });
  const none = makeBundle([]);
  await publish({ wiring: wiring(one) }, none);
  // A Controller that folds lines in its own way.
  const id = idOf("trusted-certificates", "cache");
  memory.put("trusted-certificates", {
    ...get("trusted-certificates", id),
    id,
    name: "cache",
    pem: `${one}\n\n`,
  });
  expect(await changing({ wiring: wiring(one) }, none)).toEqual([]);
  expect(await changing({ wiring: wiring(two) }, none)).toEqual([
    "update trusted-certificate cache",
  ]);
  const now = Date.now() + 1000 * 365 * 24 * 3600 * 1000;
  expect((await plan({ wiring: wiring(one), now }, none)).warnings).toEqual([
    expect.stringContaining('"cache" has expired'),
  ]);
  expect(await changing({ wiring: { trustedCertificates: {} }, prune: true }, none)).toEqual([
    "delete trusted-certificate cache",
  ]);
  expect(await changing({ prune: true }, none)).toEqual([]);
});

test("a secret is made with its value, which no plan holds; rotated only when asked, and never when it is the same", async () => {
  const options = { wiring: { secrets: { TOKEN: { from: "env:T" } } } };
  const none = makeBundle([]);
  const made = await plan(options, none);
  expect(JSON.stringify(made)).not.toContain("hunter2");
  const apply = async (more: PlanOptions) =>
    applyPlan(await plan({ ...options, ...more }, none), memory.client, {
      clock: new ManualClock(0),
      secretValue: async () => "hunter2",
    });
  await apply({});
  const id = idOf("secrets", "TOKEN");
  expect(get("secrets", id)).toMatchObject({ secret: "hunter2", tags: ["managed-by:acme"] });
  expect(await changing(options, none)).toEqual([]);
  const changed = { ...options, secretStates: { TOKEN: "changed" as const } };
  expect((await plan(changed, none)).warnings).toEqual([
    expect.stringContaining("--rotate-secrets"),
  ]);
  expect(await changing({ ...changed, rotateSecrets: true }, none)).toEqual([
    "update secret TOKEN",
  ]);
  expect(
    await changing({ ...options, rotateSecrets: true, secretStates: { TOKEN: "same" } }, none),
  ).toEqual([]);
  memory.put("secrets", { id: "foreign", name: "THEIRS" });
  expect(
    await changing(
      { wiring: { secrets: { THEIRS: { from: "env:T" } } }, rotateSecrets: true },
      none,
    ),
  ).toEqual(["blocked secret THEIRS"]);
});
