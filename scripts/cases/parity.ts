import { isDeepStrictEqual } from "node:util";
import { isSandboxKind, type ScriptKind } from "../../base/kinds.ts";
import type { ManifestRow } from "../../base/manifest.ts";
import type { Engine, Evaluation } from "../../sandbox-shim/engines/engine.ts";
import type { RemoteRequest } from "../probe/remote.ts";
import type { Case } from "./case.ts";
import { casesFileOf, loadCasesFile } from "./find.ts";
import { judge, type Fault } from "./judge.ts";
import { unavailableMatrix } from "./matrix.ts";
import { requestFor } from "./run.ts";
import { parseCases } from "./schema.ts";

/** One case, run here and on a Controller. */
export interface ParityCase {
  name: string;
  /** `same`: as expected, here and there. */
  outcome: "same" | "differs" | "not comparable";
  /** Why it cannot be compared. */
  why?: string;
  /** What the Controller does otherwise than the case expects. */
  againstExpected: readonly Fault[];
  /** What the Controller does otherwise than the local engine. */
  againstLocal: readonly string[];
}

export interface ParityScript {
  kind: ScriptKind;
  name: string;
  source: string;
  /** Why none of its cases can be compared. */
  why?: string;
  cases: readonly ParityCase[];
}

export interface ParityReport {
  /** The Controller's URL. */
  controller: string;
  scripts: readonly ParityScript[];
}

export interface ParityBench {
  engine: Engine;
  /** Undefined when the Controller has no endpoint for the kind. */
  ask(request: RemoteRequest): Promise<Evaluation | undefined>;
}

export interface ParityOptions {
  root: string;
  controller: string;
  scripts: readonly ManifestRow[];
  texts: ReadonlyMap<string, string>;
}

const notComparable = (name: string, why: string): ParityCase => ({
  name,
  outcome: "not comparable",
  why,
  againstExpected: [],
  againstLocal: [],
});

const NO_ENDPOINT =
  "this Controller has no POST /user-scripts/test, which its API description does not have either: try the script in the admin UI";

const json = (value: unknown) => JSON.stringify(value) ?? "nothing";

/** Sentences that say what a Controller answered otherwise than the local engine. Pure. */
export function differences(local: Evaluation, remote: Evaluation): string[] {
  const found: string[] = [];
  const failed = (one: Evaluation) =>
    one.error === undefined ? `the result ${json(one.result)}` : `the error "${one.error}"`;
  const same =
    local.error === remote.error &&
    (local.error !== undefined ||
      isDeepStrictEqual(JSON.parse(json(local.result)), JSON.parse(json(remote.result))));
  if (!same) found.push(`here ${failed(local)}, on the Controller ${failed(remote)}`);
  if (local.output.trimEnd() !== remote.output.trimEnd())
    found.push(`here the output ${json(local.output)}, on the Controller ${json(remote.output)}`);
  return found;
}

async function compareCase(
  bench: ParityBench,
  row: ManifestRow,
  text: string,
  one: Case,
): Promise<ParityCase> {
  if ((one.earlier ?? []).length > 0)
    return notComparable(one.name, "it needs what earlier runs left in the appliance's cache");
  const request = requestFor(row, text, one, one.secrets);
  const local = await bench.engine.evaluate(request);
  if (local.httpCalls.length > 0)
    return notComparable(one.name, "the Controller does its own HTTP");
  if (row.secrets.length > 0)
    return notComparable(one.name, "the Controller puts in its own values of secrets");
  const remote = await bench.ask(request);
  if (remote === undefined) return notComparable(one.name, NO_ENDPOINT);
  const againstExpected = judge(one.expect, remote, text);
  const againstLocal = differences(local, remote);
  const outcome = againstExpected.length + againstLocal.length === 0 ? "same" : "differs";
  return { name: one.name, outcome, againstExpected, againstLocal };
}

async function compareScript(
  bench: ParityBench,
  { root, texts }: ParityOptions,
  row: ManifestRow,
): Promise<ParityScript> {
  const base = { kind: row.kind, name: row.name, source: row.source, cases: [] };
  if (!isSandboxKind(row.kind)) return { ...base, why: "it runs in a shell, not on a Controller" };
  const raw = await loadCasesFile(root, casesFileOf(row));
  if (raw === undefined) return { ...base, why: "it has no cases" };
  const given = parseCases(raw, casesFileOf(row));
  const made =
    given.unavailable === undefined || row.whenUnavailable === undefined
      ? []
      : unavailableMatrix(given.unavailable, row.whenUnavailable);
  const cases: ParityCase[] = [];
  for (const one of [...given.cases, ...made])
    cases.push(await compareCase(bench, row, texts.get(row.file) ?? "", one));
  return { ...base, cases };
}

/**
 * Runs the cases of each script here and through a Controller's test endpoints. Nothing is written there.
 * @throws SdpxError of the client when the Controller does not answer; `bad-input` for a case file that is none
 */
export async function compareWithController(
  bench: ParityBench,
  options: ParityOptions,
): Promise<ParityReport> {
  const scripts: ParityScript[] = [];
  for (const row of options.scripts) scripts.push(await compareScript(bench, options, row));
  return { controller: options.controller, scripts };
}

export interface ParityTotals {
  same: number;
  differ: number;
  notComparable: number;
}

export function parityTotals({ scripts }: ParityReport): ParityTotals {
  const cases = scripts.flatMap((script) => script.cases);
  const count = (outcome: ParityCase["outcome"]) =>
    cases.filter((one) => one.outcome === outcome).length;
  return {
    same: count("same"),
    differ: count("differs"),
    notComparable: count("not comparable"),
  };
}
