import { SdpxError } from "../../base/errors.ts";
import type {
  EntitlementState,
  SessionEvent,
  SessionState,
  Verdict,
} from "../../controller/embedded/index.ts";
import { TEST_ANALYTIC } from "../../stand-ins/index.ts";
import { ioregOf } from "./ioreg.ts";
import type { Narrator } from "./narrator.ts";
import { REMEDIATION, WORK } from "./tenant.ts";
import type { Sighting, Witness } from "./witness.ts";
import type { World } from "./world.ts";

/** How long a step may take before the story calls it off: far beyond any honest run. */
const PATIENCE_MS = 20_000;

export interface Stage {
  world: World;
  witness: Witness;
  narrator: Narrator;
  /** The criteria script that each policy calls, by the policy's name. */
  criteriaOf: Readonly<Record<string, string>>;
}

/** What a change of risk took, in milliseconds from the acknowledged webhook. */
export interface ReactionTimes {
  toRisk: number;
  toJsc: number;
  toAccess: number;
}

/** A step that was seen, and seen to be wrong. */
function demand(condition: boolean, what: string, got: unknown): asserts condition {
  if (condition) return;
  throw new SdpxError("step-not-observed", what, {
    where: "the story",
    list: [`what was seen: ${JSON.stringify(got)}`],
    fix: "run `npx sdpx test` for the scripts and `npm test` for the rooms behind them",
  });
}

function reaches(state: EntitlementState | undefined): string {
  if (!state?.access) return "nothing";
  const rules = state.firewallRules.map((rule) =>
    [rule.subnets, rule.ports ?? []]
      .map((list) => list.join(", "))
      .filter(Boolean)
      .join(" on port "),
  );
  return [...new Set(rules)].join("; ") || "app shortcuts only";
}

function tell({ narrator, criteriaOf }: Stage, verdict: Verdict): void {
  const calls = criteriaOf[verdict.name];
  const what =
    verdict.kind === "policy"
      ? `${calls ? `criteria ${calls} → ` : ""}policy "${verdict.name}"`
      : `${verdict.kind} ${verdict.name}`;
  narrator.saw(`${what}: ${verdict.error ?? verdict.outcome}`, {
    detail: `${verdict.appliance}, ${Math.round(verdict.ms)} ms`,
    mark: verdict.ok ? "good" : "bad",
  });
}

function accessTo(session: SessionState): { work: boolean; remediation: boolean } {
  return {
    work: session.entitlements[WORK]?.access === true,
    remediation: session.entitlements[REMEDIATION]?.access === true,
  };
}

/** The Mac signs in: device claims, user claims, policies, entitlements, conditions. */
export async function signIn(stage: Stage): Promise<SessionState> {
  const { world, narrator } = stage;
  const { mac } = world;
  narrator.scene(`${mac.name} signs in`, "managed, FileVault and SIP on, nothing detected");
  const session = await world.controller.sessions.signIn({
    username: mac.username,
    providerName: "local",
    deviceId: "1f0c7f52-0d5e-4c3c-8f55-2f1f9bd0c9d3",
    userClaims: { firstName: mac.realName.split(" ")[0], groups: ["staff"] },
    deviceClaims: { os: { name: `macOS ${mac.osVersion}`, family: "macOS", type: "desktop" } },
    device: { platform: "macos", commands: { ioreg: ioregOf(mac) } },
  });
  for (const verdict of session.explanation) tell(stage, verdict);
  const got = accessTo(session);
  demand(got.work && got.remediation, `${mac.name} does not get its entitlements`, {
    ...got,
    verdicts: session.explanation.filter((verdict) => !verdict.ok),
  });
  narrator.saw(`reaches ${reaches(session.entitlements[WORK])}`, { mark: "good" });
  return session;
}

interface Turn {
  risk: "HIGH" | "SECURE";
  override: "MANUAL" | "WANDERA";
  access: "allowed" | "blocked";
}

/** Jamf Protect finds something; a webhook later the Mac is cut off, and only remediation is left. */
export async function detection(stage: Stage, dn: string): Promise<ReactionTimes> {
  const { world, narrator } = stage;
  narrator.scene("Jamf Protect detects a threat", TEST_ANALYTIC);
  const times = await follow(stage, dn, () => world.jamf.detect(world.mac.id, TEST_ANALYTIC), {
    risk: "HIGH",
    override: "MANUAL",
    access: "blocked",
  });
  const session = world.controller.sessions.get(dn);
  demand(session !== undefined, "the session is gone", dn);
  const got = accessTo(session);
  demand(!got.work && got.remediation, "not only remediation is left", got);
  narrator.saw(`reaches only ${reaches(session.entitlements[REMEDIATION])}`, { mark: "bad" });
  return times;
}

/** The threat is removed, the group is left, risk is handed back to JSC, access returns. */
export async function remediation(stage: Stage, dn: string): Promise<ReactionTimes> {
  const { world, narrator } = stage;
  narrator.scene("The threat is removed", "Self Service deletes the file and submits inventory");
  const times = await follow(stage, dn, () => world.jamf.remediate(world.mac.id), {
    risk: "SECURE",
    override: "WANDERA",
    access: "allowed",
  });
  const session = world.controller.sessions.get(dn);
  const got = session && accessTo(session);
  demand(got?.work === true && got.remediation, "access has not returned", got);
  narrator.saw(`reaches ${reaches(session?.entitlements[WORK])} again`, { mark: "good" });
  return times;
}

/** From a change of the smart group to the changed access, each station witnessed. */
async function follow(
  { world, witness, narrator }: Stage,
  dn: string,
  act: () => Promise<{ deliveries: readonly { status?: number | undefined }[] }>,
  turn: Turn,
): Promise<ReactionTimes> {
  const { mac } = world;
  const mark = witness.mark();
  const see = <T>(what: string, pick: (sighting: Sighting) => T | undefined) =>
    witness.until(what, mark, pick, PATIENCE_MS);
  const cacheEvent =
    <K extends string>(type: K) =>
    (one: Sighting) =>
      one.from === "cache" && one.event.type === type ? one.event : undefined;

  const acted = act();
  const webhook = await see("the webhook was acknowledged", cacheEvent("webhook-acknowledged"));
  const since = (at: number) => at - webhook.at;
  narrator.saw(
    `${mac.serial} ${turn.risk === "HIGH" ? "joins" : "leaves"} smart group ${world.threatGroup}; the webhook is stored, 202`,
    { ms: 0, detail: "Jamf Pro → posture cache" },
  );

  const risk = await see(`the risk of ${mac.serial} became ${turn.risk}`, (one) =>
    one.from === "cache" &&
    one.event.type === "risk-changed" &&
    one.event.serial === mac.serial &&
    one.event.to === turn.risk
      ? one.event
      : undefined,
  );
  narrator.saw(`risk ${risk.seen.from ?? "unknown"} → ${turn.risk}`, {
    ms: since(risk.at),
    detail: risk.seen.reasons.join(", ") || risk.seen.cause,
    mark: turn.risk === "HIGH" ? "bad" : "good",
  });

  const override = await see(`JSC got an override with source ${turn.override}`, (one) =>
    one.from === "jsc" && one.event.source === turn.override ? one.event : undefined,
  );
  const device = override.seen.devices.find((one) => one.externalId === mac.udid.toLowerCase());
  demand(
    device !== undefined && override.seen.devices.length === 1,
    "the override is not for this Mac alone",
    override.seen,
  );
  const changed = await see(`access to ${WORK} became ${turn.access}`, (one) =>
    accessChange(one, dn, turn.access),
  );
  const { decidedBy } = changed.seen;
  const tellJsc = () =>
    narrator.saw(`Jamf Security Cloud: ${device.from} → ${device.to}`, {
      ms: since(override.at),
      detail: turn.override === "MANUAL" ? "override set" : "override handed back",
    });
  const tellAccess = () =>
    narrator.saw(
      `the Controller re-evaluates ${mac.username}'s session: ${WORK} is ${turn.access}`,
      {
        ms: since(changed.at),
        detail: `${decidedBy.kind} ${decidedBy.name}: ${decidedBy.error ?? decidedBy.outcome}`,
        mark: turn.access === "allowed" ? "good" : "bad",
      },
    );
  // The two are told at the same time; which comes first differs from run to run.
  for (const say of override.at <= changed.at ? [tellJsc, tellAccess] : [tellAccess, tellJsc])
    say();
  // Signals are at least once: a late second re-evaluation must not be mistaken for the next scene's.
  await see("the cache noted that the Controller was told", (one) =>
    one.from === "cache" && one.event.type === "signal-delivered" && one.event.target === "appgate"
      ? true
      : undefined,
  );
  await see("the cache noted that JSC was told", (one) =>
    one.from === "cache" && one.event.type === "signal-delivered" && one.event.target === "jsc"
      ? true
      : undefined,
  );
  await acted;
  await world.controller.sessions.idle();
  return { toRisk: since(risk.at), toJsc: since(override.at), toAccess: since(changed.at) };
}

function accessChange(one: Sighting, dn: string, to: Turn["access"]) {
  if (one.from !== "controller") return undefined;
  const event: SessionEvent = one.event;
  return event.type === "access-changed" &&
    event.distinguishedName === dn &&
    event.entitlement === WORK &&
    event.to === to
    ? event
    : undefined;
}
