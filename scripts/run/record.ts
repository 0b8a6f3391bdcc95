import { writeFile } from "node:fs/promises";
import { SdpxError } from "../../base/errors.ts";
import type { Engine, HttpExchange, HttpStub } from "../../sandbox-shim/engines/engine.ts";

function stubOf({ request, answer }: HttpExchange): HttpStub {
  const { method, url } = request;
  if ("statusCode" in answer)
    return { method, url, statusCode: answer.statusCode, data: answer.data };
  return { method, url, failure: answer.failure === "no-stub" ? "unreachable" : answer.failure };
}

/**
 * Makes stubs of what came over the network, in its order. Calls that always had the same answer become one stub. Pure.
 * The values of secrets are already replaced by their names: a recording can be kept with the script.
 */
export function stubsOf(calls: readonly HttpExchange[]): HttpStub[] {
  const live = calls.filter(
    ({ answer, stubbed }) => !stubbed && !("failure" in answer && answer.failure === "no-stub"),
  );
  const byCall = new Map<string, HttpStub[]>();
  for (const call of live) {
    const stub = stubOf(call);
    const key = `${call.request.method} ${call.request.url}`;
    const known = byCall.get(key);
    if (known === undefined) byCall.set(key, [stub]);
    else if (JSON.stringify(known.at(-1)) !== JSON.stringify(stub)) known.push(stub);
  }
  // Answers that change are given once each, the last one from then on.
  return [...byCall.values()].flatMap((stubs) =>
    stubs.map((stub, index) => (index < stubs.length - 1 ? { ...stub, times: 1 } : stub)),
  );
}

/** Passes evaluations on and, when `keep` says so, keeps what they got over the network. */
export function recording(engine: Engine, keep = true): { engine: Engine; calls: HttpExchange[] } {
  const calls: HttpExchange[] = [];
  return {
    calls,
    engine: {
      name: engine.name,
      async evaluate(request) {
        const evaluation = await engine.evaluate(request);
        if (keep) calls.push(...evaluation.httpCalls);
        return evaluation;
      },
      close: () => engine.close(),
    },
  };
}

/** Writes a recording as a file for `--replay`. @throws SdpxError `bad-option` when it cannot be written */
export async function writeRecording(
  path: string,
  calls: readonly HttpExchange[],
): Promise<number> {
  const stubs = stubsOf(calls);
  await writeFile(path, `${JSON.stringify(stubs, null, 2)}\n`).catch((error: unknown) => {
    throw new SdpxError("bad-option", "the recording cannot be written", {
      where: path,
      fix: "name a file in a folder that exists",
      cause: error,
    });
  });
  return stubs.length;
}
