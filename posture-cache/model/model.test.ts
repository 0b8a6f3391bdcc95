import { expect, test } from "vitest";
import type { DeviceState } from "./device.ts";
import { documentText, storedDocument } from "./document.ts";
import { applyMembership, combineHint } from "./membership.ts";
import type { InventoryRecord, Observation } from "./observation.ts";
import type { Policy } from "./policy.ts";
import { effectiveRisk, isRaised, RAISED_LEVELS, RISK_LEVELS } from "./risk.ts";
import { applyObservations } from "./transition.ts";

const HOUR = 3_600_000;
const POLICY: Policy = {
  riskGroups: { "12": "HIGH", "14": "MEDIUM" },
  complianceGroup: null,
  groupAliases: { "3": "engineering", "4": "admins" },
  raiseExpiryMs: 7 * 24 * HOUR,
  confirmWithinMs: 12 * HOUR,
  inventoryWithinMs: 7 * 24 * HOUR,
  recheckMs: 60_000,
  targets: ["jsc", "appgate"],
};
const RECORD: InventoryRecord = {
  jamfId: "1",
  serial: "S1",
  udid: "u1",
  name: "mac",
  user: "ada",
  facts: { managed: true, fileVault: true, sip: true, gatekeeper: true },
  inventoryAt: 1000 * HOUR,
  groupIds: null,
};
const inventory = (at: number, more: Partial<InventoryRecord> = {}): Observation => ({
  kind: "inventory",
  at,
  record: { ...RECORD, ...more },
});
const groups = (at: number, members: Record<string, boolean>): Observation => ({
  kind: "memberships",
  at,
  groups: Object.fromEntries(Object.entries(members).map(([id, member]) => [id, { member }])),
});
const NONE = { "12": false, "14": false, "3": false, "4": false };

/** Applies steps one after another, each at its own time. */
function story(steps: readonly (readonly [number, ...Observation[]])[], policy = POLICY) {
  let state: DeviceState | undefined;
  const outcomes = steps.map(([now, ...observations]) => {
    const outcome = applyObservations(state, "S1", observations, policy, now, "test");
    state = outcome.state;
    return outcome;
  });
  const last = outcomes.at(-1);
  if (last === undefined) throw new Error("a story has at least one step");
  return { ...last, outcomes };
}

/** A small generator with a seed, so that a failing case can be repeated. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test("the effective risk is never below any contribution and never above all of them", () => {
  const next = randomNumbers(7);
  for (let round = 0; round < 500; round++) {
    const contributions = Array.from({ length: next(5) }, (_, index) => ({
      source: `s${index}`,
      level: RAISED_LEVELS[next(3)] ?? "LOW",
      since: 0,
      expires: 0,
      reason: "",
    }));
    const known = next(2) === 0;
    const risk = effectiveRisk(contributions, known);
    const ranks = contributions.map(({ level }) => RISK_LEVELS.indexOf(level));
    if (ranks.length === 0) expect(risk).toBe(known ? "SECURE" : null);
    else expect(RISK_LEVELS.indexOf(risk ?? "SECURE")).toBe(Math.max(...ranks));
  }
});

test("whatever is observed, transitions and signals follow exactly from the change of state", () => {
  const next = randomNumbers(42);
  for (let round = 0; round < 200; round++) {
    let state: DeviceState | undefined;
    for (let now = 1; now < 12; now++) {
      const kind = next(4);
      const observation: Observation =
        kind === 0
          ? inventory(now, {
              facts: { ...RECORD.facts, sip: [true, false, null][next(3)] ?? null },
            })
          : kind === 1
            ? { kind: "gone", at: now }
            : groups(now - next(3), { [["12", "14", "3"][next(3)] ?? "12"]: next(2) === 0 });
      const before = state;
      const outcome = applyObservations(before, "S1", [observation], POLICY, now, "test");
      state = outcome.state;
      const changed = outcome.transitions.map(({ field }) => field);
      expect(changed.includes("risk")).toBe((before?.risk ?? null) !== state.risk);
      const jsc = outcome.signals.filter(({ target }) => target === "jsc");
      const raisedBefore = isRaised(before?.risk ?? null);
      const raisedNow = isRaised(state.risk);
      expect(jsc).toHaveLength(changed.includes("risk") && (raisedBefore || raisedNow) ? 1 : 0);
      expect(outcome.signals.some(({ target }) => target === "appgate")).toBe(
        before === undefined || changed.length > 0,
      );
      // The same once more changes nothing.
      const again = applyObservations(state, "S1", [observation], POLICY, now, "test");
      expect([again.transitions, again.signals]).toEqual([[], []]);
      expect(again.state).toEqual(state);
    }
  }
});

test("memberships do not depend on the order in which readings arrive", () => {
  const next = randomNumbers(3);
  for (let round = 0; round < 200; round++) {
    const readings = Array.from({ length: 6 }, (_, at) => ({ at: at + 1, member: next(2) === 0 }));
    const shuffled = [...readings].sort(() => next(3) - 1);
    const result = shuffled.reduce<ReturnType<typeof applyMembership> | undefined>(
      (known, { at, member }) => applyMembership(known, { member }, at),
      undefined,
    );
    expect(result?.member).toBe(readings.at(-1)?.member);
  }
});

test("risk is unknown until every risk group was read, then SECURE", () => {
  const { outcomes } = story([
    [1, inventory(1)],
    [2, groups(2, { "12": false })],
    [3, groups(3, { "14": false })],
  ]);
  expect(outcomes.map(({ state }) => state.risk)).toEqual([null, null, "SECURE"]);
  expect(story([[1, inventory(1)]], { ...POLICY, riskGroups: {} }).state.risk).toBeNull();
});

test("leaving one group does not clear a risk that another group justifies", () => {
  const { outcomes, state } = story([
    [1, inventory(1), groups(1, { ...NONE, "12": true, "14": true })],
    [2, groups(2, { "12": false })],
    [3, groups(3, { "14": false })],
  ]);
  expect(outcomes.map((outcome) => outcome.state.risk)).toEqual(["HIGH", "MEDIUM", "SECURE"]);
  expect(outcomes.map(({ signals }) => signals[0])).toEqual([
    { target: "jsc", urgent: true, level: "HIGH" },
    { target: "jsc", urgent: false, level: "MEDIUM" },
    { target: "jsc", urgent: false, level: "CLEAR" },
  ]);
  expect(state.riskSince).toBe(3);
});

test("a device seen for the first time as SECURE sends nothing to Jamf Security Cloud", () => {
  const { signals, transitions } = story([[1, inventory(1), groups(1, NONE)]]);
  expect(signals).toEqual([{ target: "appgate", urgent: false }]);
  expect(transitions.map(({ field, from, to }) => [field, from, to])).toEqual([
    ["risk", null, "SECURE"],
  ]);
});

test("signals are made for configured targets only", () => {
  const raised = [1, inventory(1), groups(1, { ...NONE, "12": true })] as const;
  expect(story([raised], { ...POLICY, targets: [] }).signals).toEqual([]);
  expect(story([raised], { ...POLICY, targets: ["jsc"] }).signals).toHaveLength(1);
});

test("a change of compliance or of told groups has the sessions judged again", () => {
  const { outcomes } = story([
    [1, inventory(1), groups(1, NONE)],
    [2, inventory(2, { facts: { ...RECORD.facts, sip: false } })],
    [3, groups(3, { "3": true })],
    [4, groups(4, { "3": true })],
  ]);
  expect(outcomes.map(({ transitions }) => transitions.map(({ field }) => field))).toEqual([
    ["risk"],
    ["compliant"],
    ["groups"],
    [],
  ]);
  expect(outcomes.map(({ signals }) => signals.length)).toEqual([1, 1, 1, 0]);
});

test("one unknown fact makes the baseline unknown; a compliance group decides alone", () => {
  const facts = { ...RECORD.facts, fileVault: null };
  expect(story([[1, inventory(1, { facts })]]).state.compliant).toBeNull();
  const policy = { ...POLICY, complianceGroup: "9" };
  expect(story([[1, inventory(1)]], policy).state.compliant).toBeNull();
  const member = [2, groups(2, { "9": true })] as const;
  expect(story([[1, inventory(1, { facts })], member], policy).state.compliant).toBe(true);
});

test("a group that is no longer configured no longer demands anything", () => {
  const first = story([[1, inventory(1), groups(1, { ...NONE, "12": true })]]).state;
  const policy: Policy = { ...POLICY, riskGroups: { "14": "MEDIUM" } };
  const { state, signals } = applyObservations(first, "S1", [inventory(2)], policy, 2, "test");
  expect(state.risk).toBe("SECURE");
  expect(signals[0]).toEqual({ target: "jsc", urgent: false, level: "CLEAR" });
});

test("of two records with one serial number the one that reports last counts", () => {
  const { state } = story([
    [1, inventory(1, { jamfId: "2", inventoryAt: 500 })],
    [2, inventory(2, { jamfId: "1", inventoryAt: 400, user: "old" })],
  ]);
  expect([state.jamfId, state.user]).toEqual(["2", "ada"]);
});

test("doubt about a risk group means in, doubt about any other group means out", () => {
  const hint = (member: boolean) => ({ member, at: 5 });
  const verdict = (member: boolean, read: boolean | null, cautious: boolean) => {
    const combined = combineHint(hint(member), read, cautious, 100);
    return combined === null ? null : [combined.seen.member, combined.disagree];
  };
  expect(verdict(true, false, true)).toEqual([true, true]);
  expect(verdict(false, true, true)).toEqual([true, true]);
  expect(verdict(true, true, true)).toEqual([true, false]);
  expect(verdict(false, false, true)).toEqual([false, false]);
  expect(verdict(true, false, false)).toEqual([false, true]);
  expect(verdict(true, null, true)).toEqual([true, true]);
  expect(verdict(false, null, true)).toBeNull();
  expect(verdict(true, null, false)).toBeNull();
  expect(combineHint(null, true, true, 100)).toEqual({ seen: { member: true }, disagree: false });
});

test("a held raise outlasts contradicting readings until its time, unless the newest event agrees", () => {
  const held = applyMembership(undefined, { member: true, holdUntil: 100 }, 10);
  expect(applyMembership(held, { member: false }, 99).member).toBe(true);
  expect(applyMembership(held, { member: false, agreed: true }, 50).member).toBe(false);
  expect(applyMembership(held, { member: false }, 100).member).toBe(false);
});

test("a document is stale from the moment its oldest part passes its limit", () => {
  const report = 1000 * HOUR;
  const { state } = story([
    [
      report,
      inventory(report),
      groups(report + HOUR, { "12": false }),
      groups(report, { "14": false }),
    ],
  ]);
  const stored = storedDocument(state, POLICY);
  expect(stored.staleAt).toBe(report + 12 * HOUR);
  const at = (now: number) => JSON.parse(documentText(stored, now)) as { stale: boolean };
  expect(at(report + 12 * HOUR - 1).stale).toBe(false);
  expect(at(report + 12 * HOUR).stale).toBe(true);

  const unread = storedDocument(story([[1, inventory(report)]]).state, POLICY);
  expect(unread.staleAt).toBe(0);
  const unreported = story([[1, inventory(report, { inventoryAt: null }), groups(report, NONE)]]);
  expect(storedDocument(unreported.state, POLICY).staleAt).toBe(0);
  const oldReport = inventory(report + 30 * 24 * HOUR, { inventoryAt: report });
  const idle = story([[1, oldReport, groups(report + 30 * 24 * HOUR, NONE)]]);
  expect(storedDocument(idle.state, POLICY).staleAt).toBe(report + POLICY.inventoryWithinMs);
});

test("the document tells quotes and other alphabets safely", () => {
  const user = 'ada "the \\ first" Ø \u2028';
  const { state } = story([
    [5, inventory(5, { user }), groups(5, { ...NONE, "3": true, "4": true })],
  ]);
  const text = documentText(storedDocument(state, POLICY), 5);
  expect(JSON.parse(text)).toMatchObject({ user, groups: ["admins", "engineering"], asOf: 5 });
});
