import type { WhenUnavailable } from "../../base/manifest.ts";
import type { HttpStub } from "../../sandbox-shim/engines/engine.ts";
import { DEFAULT_TIME } from "./case.ts";
import type { Case, Step, Unavailable } from "./case.ts";

/** An answer that is none, made from the good one. */
type Outage = (good: HttpStub) => Omit<HttpStub, "url" | "method">;

function changed(good: HttpStub, fields: Record<string, unknown>): { data: unknown } {
  const document = typeof good.data === "object" && good.data !== null ? good.data : {};
  return { data: { ...document, ...fields } };
}

/** Every way in which the posture cache can fail to tell. A script must take all of them for the same. */
export const OUTAGES: Readonly<Record<string, Outage>> = {
  "no answer in time": () => ({ failure: "timeout" }),
  "nobody listens": () => ({ failure: "unreachable" }),
  "the certificate is not trusted": () => ({ failure: "tls" }),
  "500 with a page of HTML": () => ({
    statusCode: 500,
    data: "<html><body><h1>Internal Server Error</h1></body></html>",
  }),
  "502 without a body": () => ({ statusCode: 502, data: "" }),
  "503 from the cache itself": () => ({ statusCode: 503, data: { error: "unavailable" } }),
  "401, the token is wrong": () => ({ statusCode: 401, data: { error: "unauthorized" } }),
  "400, the request is wrong": () => ({ statusCode: 400, data: { error: "bad-request" } }),
  "302 to a login page": () => ({ statusCode: 302, data: "" }),
  "200 with a login page": () => ({ data: "<!doctype html><title>Sign in</title>" }),
  "200 without a body": () => ({ data: "" }),
  "200 with half a document": (good) => ({ data: JSON.stringify(good.data).slice(0, 25) }),
  "200 with null": () => ({ data: "null" }),
  "200 with a list": () => ({ data: "[]" }),
  "200 with an empty object": () => ({ data: {} }),
  "200 about another device": (good) => changed(good, { serial: "FVFXC0PYCATS" }),
  "200 in a later version": (good) => changed(good, { v: 2 }),
  "200 with a risk that does not exist": (good) => changed(good, { risk: "NONE" }),
  "200 with text instead of true": (good) => changed(good, { compliant: "true" }),
};

const at = (seconds: number) => new Date(Date.parse(DEFAULT_TIME) + seconds * 1000).toISOString();

type ByHttp = Extract<Unavailable, { from: "http" }>;

/** The outages as what a script meets: a call without an answer may throw or give null, so it comes twice. */
function outageSteps(spec: ByHttp): { name: string; step: Step }[] {
  const { url, method } = spec.good;
  return Object.entries(OUTAGES).flatMap(([name, outage]) => {
    const answer = outage(spec.good);
    const stub = { url, ...(method === undefined ? {} : { method }), ...answer };
    const step = { claims: spec.claims, stubs: [stub] };
    if (answer.failure === undefined) return [{ name, step }];
    return [
      { name: `${name} (exception)`, step: { ...step, httpFailure: "throw" as const } },
      { name: `${name} (null)`, step: { ...step, httpFailure: "null" as const } },
    ];
  });
}

function httpCases(spec: ByHttp, when: WhenUnavailable): Case[] {
  return outageSteps(spec).flatMap(({ name, step }) => {
    const result = when === "allow" ? spec.allowed : spec.denied;
    const cases: Case[] = [{ ...step, name, expect: { result } }];
    if (typeof when === "string") return cases;
    const limit = when.lastKnownMinutes * 60;
    const earlier = [{ claims: spec.claims, stubs: [spec.good], time: DEFAULT_TIME }];
    cases.push(
      {
        ...step,
        name: `${name}, a second before the last answer expires`,
        earlier,
        time: at(limit - 1),
        expect: { result: spec.allowed },
      },
      {
        ...step,
        name: `${name}, a second after the last answer expired`,
        earlier,
        time: at(limit + 1),
        expect: { result: spec.denied },
      },
    );
    return cases;
  });
}

/**
 * The cases that prove `meta.whenUnavailable`: one for each sort of outage, and with a last known answer also one
 * just before and one just after it expires.
 */
export function unavailableMatrix(spec: Unavailable, when: WhenUnavailable): Case[] {
  if (spec.from === "http") return httpCases(spec, when);
  const result = when === "allow" ? spec.allowed : spec.denied;
  return Object.entries(spec.when).map(([name, claims]) => ({ name, claims, expect: { result } }));
}
