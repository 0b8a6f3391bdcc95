import { SdpxError } from "../../base/errors.ts";
import { checkShape, parseJson, readTextFile } from "../../base/json.ts";
import type { EvaluationRequest, HttpStub } from "../../sandbox-shim/engines/engine.ts";
import { TOLERABLE, type Tolerated } from "../../sandbox-shim/gate/rules.ts";
import { stubFileSchema } from "../config/requests.ts";

/** Options of `sdpx run` that say how the sandbox behaves, as they come from the command line. */
export interface BehaviourOptions {
  tolerate: readonly string[];
  hostObjects?: boolean;
  httpFailure?: string;
  seed?: string;
}

/** What every request of a run has in common. */
export type Behaviour = Pick<
  EvaluationRequest,
  "tolerate" | "hostObjects" | "httpFailure" | "seed"
>;

const isTolerated = (rule: string): rule is Tolerated =>
  rule === "*" || TOLERABLE.some((known) => known === rule);

/** @throws SdpxError `bad-option` that names the option */
export function readBehaviour(options: BehaviourOptions): Behaviour {
  const tolerate = options.tolerate.flatMap((rule) => rule.split(","));
  const unknown = tolerate.find((rule) => !isTolerated(rule));
  if (unknown !== undefined)
    throw new SdpxError("bad-option", `"${unknown}" is nothing that can be tolerated`, {
      where: "--tolerate",
      fix: `--tolerate ${["'*'", ...TOLERABLE].join(" | ")}`,
    });
  const { httpFailure, hostObjects, seed } = options;
  if (httpFailure !== undefined && httpFailure !== "throw" && httpFailure !== "null")
    throw new SdpxError("bad-option", `"${httpFailure}" is not a way for a call to fail`, {
      where: "--http-failure",
      fix: "--http-failure throw | null",
    });
  const number = seed === undefined ? undefined : Number(seed);
  if (number !== undefined && !(Number.isSafeInteger(number) && seed?.trim() !== ""))
    throw new SdpxError("bad-option", `"${seed ?? ""}" is not a seed`, {
      where: "--seed",
      fix: "a whole number: --seed 1",
    });
  return {
    ...(tolerate.length > 0 ? { tolerate: tolerate.filter(isTolerated) } : {}),
    ...(hostObjects ? { hostObjects } : {}),
    ...(httpFailure === undefined ? {} : { httpFailure }),
    ...(number === undefined ? {} : { seed: number }),
  };
}

/**
 * Reads canned answers from files; those of `--replay` may hold the name of a secret where its value stood.
 * @throws SdpxError `file-missing`, `bad-json`, `bad-input`
 */
export async function readStubs(paths: readonly (string | undefined)[]): Promise<HttpStub[]> {
  const stubs: HttpStub[] = [];
  for (const path of paths) {
    if (path === undefined) continue;
    const raw = parseJson(await readTextFile(path, "stub file"), path);
    for (const stub of checkShape(stubFileSchema, raw, path, "list of HTTP stubs"))
      stubs.push({ ...stub, url: anySecret(stub.url) } as HttpStub);
  }
  return stubs;
}

/** Any value in place of a secret's. */
const anySecret = (url: string) => url.replace(/%SECRET:[^%]+%/g, "*");
