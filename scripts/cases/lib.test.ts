import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createQuickJsEngine, memoryCache } from "../../sandbox-shim/index.ts";
import type { Engine, EvaluationRequest } from "../../sandbox-shim/index.ts";
import { buildOne } from "../build/build.ts";
import { REPOSITORY, tempRoot } from "../build/testing.ts";
import { posture, postureDocument, SERIAL } from "./builders.ts";
import { OUTAGES } from "./matrix.ts";

/** lib/ is tested where it runs: built to ES5, in the sandbox. */
let engine: Engine;
let probe: string;

const PROBE = `
import { isTrusted } from "../lib/claim.ts";
import { readPosture } from "../lib/document.ts";
import { forGroups, textList } from "../lib/groups.ts";
import { askPosture, distinguishedNameOf, serialOf } from "../lib/posture.ts";
import { atMost, isRisk } from "../lib/risk.ts";
import type { Risk } from "../lib/risk.ts";
import type { UserClaimMeta } from "../lib/script.ts";

export const meta = { notes: "Calls lib/.", secrets: ["POSTURE_CACHE_TOKEN"] } satisfies UserClaimMeta;

export default function probe(claims: Claims): { [name: string]: ClaimValue } {
  const what = claims.user["what"];
  const args = claims.user["args"] as ClaimValue[];
  switch (what) {
    case "atMost": return { r: atMost(args[0] as Risk, args[1] as Risk) };
    case "isRisk": return { r: isRisk(args[0]) };
    case "read": return { r: readPosture(args[0], "${SERIAL}") !== undefined };
    case "isTrusted": return { r: isTrusted(args[0] as never) };
    case "forGroups":
      return { r: forGroups(args[0] as { [group: string]: string[] }, args[1] as string[], (one) => one) };
    case "textList": return { r: textList(args[0] as string[]) };
    case "serialOf": return { r: serialOf(claims) };
    case "dn": return { r: distinguishedNameOf(claims) };
    default: {
      const answer = askPosture(serialOf(claims), distinguishedNameOf(claims), args[0] as number);
      return answer.state === "known"
        ? { r: answer.state, remembered: answer.remembered, risk: answer.posture.risk }
        : { r: answer.state };
    }
  }
}
`;

beforeAll(async () => {
  engine = await createQuickJsEngine();
  await using root = await tempRoot({ "user-claims/probe.ts": PROBE });
  probe = (await buildOne(root.path, join(root.path, "user-claims/probe.ts"))).text;
});
afterAll(() => engine.close());

async function evaluate(request: Partial<EvaluationRequest>) {
  return await engine.evaluate({
    kind: "user-claim",
    expression: probe,
    deviceClaims: { macSerial: SERIAL },
    secrets: { POSTURE_CACHE_TOKEN: "t0p-secret" },
    ...request,
  });
}

async function call(what: string, ...args: unknown[]): Promise<unknown> {
  const { error, result } = await evaluate({ userClaims: { what, args } });
  expect(error).toBeUndefined();
  return (result as { r: unknown }).r;
}

describe("risk", () => {
  it("is ordered SECURE, LOW, MEDIUM, HIGH", async () => {
    expect(await call("atMost", "SECURE", "LOW")).toBe(true);
    expect(await call("atMost", "LOW", "LOW")).toBe(true);
    expect(await call("atMost", "MEDIUM", "LOW")).toBe(false);
    expect(await call("atMost", "HIGH", "HIGH")).toBe(true);
  });

  it("that is unknown is never low enough", async () => {
    expect(await call("atMost", null, "HIGH")).toBe(false);
    expect(await call("atMost", "NONE", "HIGH")).toBe(false);
    expect(await call("isRisk", 1)).toBe(false);
    expect(await call("isRisk", "low")).toBe(false);
  });
});

describe("a posture document", () => {
  it("is read when it is whole, in any case of the serial number, with fields of later", async () => {
    const document = postureDocument();
    expect(await call("read", JSON.stringify(document))).toBe(true);
    const later = {
      ...document,
      serial: SERIAL.toLowerCase(),
      managed: null,
      risk: null,
      extra: 1,
    };
    expect(await call("read", JSON.stringify(later))).toBe(true);
  });

  it("is not read when a field that decides is missing or of another type", async () => {
    for (const field of ["v", "serial", "managed", "compliant", "risk", "groups", "stale"]) {
      const without: Record<string, unknown> = { ...postureDocument(), [field]: undefined };
      expect(await call("read", JSON.stringify(without)), field).toBe(false);
      expect(await call("read", JSON.stringify({ ...without, [field]: {} })), field).toBe(false);
    }
    for (const text of ["", "nonsense", "null", "1", "[]", "true"]) {
      expect(await call("read", text), text).toBe(false);
    }
    expect(await call("read", { v: 1 })).toBe(false);
  });

  it("is trusted only when compliant, confirmed and at low risk", async () => {
    const good = { compliant: true, stale: false, risk: "LOW" };
    expect(await call("isTrusted", good)).toBe(true);
    for (const change of [
      { compliant: null },
      { compliant: "true" },
      { stale: true },
      { stale: null },
      { risk: null },
      { risk: "MEDIUM" },
    ]) {
      expect(await call("isTrusted", { ...good, ...change }), JSON.stringify(change)).toBe(false);
    }
  });
});

describe("tables by group", () => {
  it("give what the groups have, each once, and ignore what is built in", async () => {
    const table = { a: ["1", "2"], b: ["2", "3"] };
    expect(await call("forGroups", table, ["b", "a", "toString", "c"])).toEqual(["2", "3", "1"]);
    expect(await call("forGroups", table, null)).toEqual([]);
    expect(await call("textList", ["x", 1])).toEqual(["x", "1"]);
    expect(await call("textList", null)).toEqual([]);
  });
});

describe("the device", () => {
  it("is known by its serial number without white space, or not at all", async () => {
    const serial = async (macSerial: unknown) =>
      ((await evaluate({ userClaims: { what: "serialOf" }, deviceClaims: { macSerial } })).result ??
        {}) as { r?: unknown };
    expect((await serial(" C02 \n")).r).toBe("C02");
    expect((await serial("unknown")).r).toBe("");
    expect((await serial(12)).r).toBe("");
    expect((await serial(undefined)).r).toBe("");
    expect(await call("dn")).toBe("");
  });
});

describe("asking for posture", () => {
  const ask = async (minutes: number, request: Partial<EvaluationRequest>) =>
    await evaluate({ userClaims: { what: "ask", args: [minutes] }, ...request });

  it("sends the token, and shows it to nobody", async () => {
    const seen: string[] = [];
    const got = await ask(0, {
      http: (request) => {
        seen.push(...request.headers.map(({ key, value }) => `${key}: ${value}`));
        return Promise.resolve({ statusCode: 200, data: JSON.stringify(postureDocument()) });
      },
    });
    expect(got.result).toEqual({ r: "known", remembered: false, risk: "SECURE" });
    expect(seen).toEqual(["Authorization: Bearer t0p-secret"]);
    expect(JSON.stringify(got)).not.toContain("t0p-secret");
  });

  it("takes 404 for a device that nobody knows, and every other failure for an outage", async () => {
    const { url } = posture();
    const at = async (stub: object, httpFailure: "throw" | "null" = "throw") =>
      (await ask(0, { stubs: [{ url, ...stub }], httpFailure })).result;
    expect(await at({ statusCode: 404, data: { error: "unknown-device" } })).toEqual({
      r: "unknown-device",
    });
    for (const [name, outage] of Object.entries(OUTAGES)) {
      expect(await at(outage(posture())), name).toEqual({ r: "unavailable" });
      expect(await at(outage(posture()), "null"), name).toEqual({ r: "unavailable" });
    }
  });

  it("remembers nothing unless it is told to", async () => {
    const cache = memoryCache();
    await ask(0, { stubs: [posture()], cache });
    const outage = { ...posture(), failure: "timeout" as const };
    expect((await ask(5, { stubs: [outage], cache })).result).toEqual({ r: "unavailable" });
  });

  it("remembers by device: another device's answer is of no use", async () => {
    const cache = memoryCache();
    await ask(5, { stubs: [posture()], cache });
    const other = { ...posture({ serial: "OTHER" }), failure: "timeout" as const };
    const deviceClaims = { macSerial: "OTHER" };
    expect((await ask(5, { stubs: [other], deviceClaims, cache })).result).toEqual({
      r: "unavailable",
    });
    const own = { ...posture(), failure: "timeout" as const };
    expect((await ask(5, { stubs: [own], cache })).result).toEqual({
      r: "known",
      remembered: true,
      risk: "SECURE",
    });
  });
});

describe("lib/", () => {
  it("names the same fields as docs/posture.md", async () => {
    const page = await readFile(join(REPOSITORY, "docs/posture.md"), "utf8");
    const fields = [...page.matchAll(/^\| `(\w+)`/gm)].map(([, field]) => field);
    expect(Object.keys(postureDocument()).sort()).toEqual(fields.sort());
  });
});
