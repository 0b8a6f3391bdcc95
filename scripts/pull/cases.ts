import { isSandboxKind } from "../../base/kinds.ts";
import type { EntitlementType } from "../../base/kinds.ts";
import type { SessionInfo } from "../../controller/api/index.ts";
import type { PullItem } from "../../controller/pull/index.ts";
import type { ClaimSet, Engine, Evaluation, HttpStub } from "../../sandbox-shim/engines/engine.ts";
import { literal } from "./literal.ts";

/** The claims of a live session: of the first Gateway that tells any. */
export function claimsOf(session: SessionInfo): Required<ClaimSet> | undefined {
  for (const { userClaims, deviceClaims, systemClaims } of Object.values(session.data ?? {})) {
    if (userClaims ?? deviceClaims ?? systemClaims) {
      return {
        userClaims: userClaims ?? {},
        deviceClaims: deviceClaims ?? {},
        systemClaims: systemClaims ?? {},
      };
    }
  }
  return undefined;
}

/** A script may ask for as many URLs as it likes; a first case stops somewhere. */
const MAX_STUBS = 20;

/**
 * The first case of a pulled script: live claims, and the outcome that the local sandbox has for them. Each HTTP call that the
 * script makes gets a canned 503, since what the service would answer is not known here.
 * @param time ISO 8601; the sandbox's clock
 * @returns TypeScript of the case file; undefined for scripts that do not run in the sandbox
 */
export async function firstCases(
  item: PullItem,
  claims: Required<ClaimSet>,
  engine: Engine,
  time: string,
): Promise<string | undefined> {
  const { kind } = item;
  if (!isSandboxKind(kind)) return undefined;
  const { type } = JSON.parse(item.metaText) as { type?: EntitlementType };
  const names = [...item.text.matchAll(/%SECRET:([^%\s]+)%/g)].map(([, name = ""]) => name);
  const run = (stubs: HttpStub[]) =>
    engine.evaluate({
      kind,
      ...(type === undefined ? {} : { type }),
      expression: item.text,
      name: item.textFile,
      ...claims,
      time,
      stubs,
      httpFailure: "throw",
      // The same as `sdpx test` gives.
      secrets: Object.fromEntries(names.map((name) => [name, `secret-${name}`])),
    });
  const stubs: HttpStub[] = [];
  let got = await run(stubs);
  for (let open = unanswered(got); open !== undefined && stubs.length < MAX_STUBS;) {
    stubs.push(open);
    got = await run(stubs);
    open = unanswered(got);
  }
  const expected =
    got.failure === undefined
      ? { result: got.result }
      : { error: got.error ?? got.failure.message };
  const one = {
    name: "claims of a live session",
    claims: { user: claims.userClaims, device: claims.deviceClaims, system: claims.systemClaims },
    time,
    ...(stubs.length === 0 ? {} : { stubs }),
    expect: expected,
  };
  const advice =
    stubs.length === 0
      ? ""
      : "// The script asks services: each answers 503 here. Put in what they really answer, and what is expected then.\n";
  return (
    `import type { Cases } from "../scripts/cases/case.ts";\n\n${advice}` +
    `export default ${literal({ cases: [one] })} satisfies Cases;\n`
  );
}

/** A stub for the first call that had no answer. */
function unanswered(got: Evaluation): HttpStub | undefined {
  const call = got.httpCalls.find(({ stubbed }) => !stubbed);
  return call && { method: call.request.method, url: call.request.url, statusCode: 503, data: {} };
}
