import { isSandboxKind } from "../../base/kinds.ts";
import type { ManifestRow } from "../../base/manifest.ts";
import type { DeviceRun, DeviceRunRequest } from "../../sandbox-shim/device/run.ts";
import type {
  Engine,
  Evaluation,
  EvaluationRequest,
  SandboxCache,
} from "../../sandbox-shim/engines/engine.ts";
import { DEFAULT_TIME, toClaimSet } from "./case.ts";
import type { Case, Cases, DeviceCase, Step } from "./case.ts";
import { casesFileOf, loadCasesFile } from "./find.ts";
import { diffValues, judge } from "./judge.ts";
import type { Fault } from "./judge.ts";
import { unavailableMatrix } from "./matrix.ts";
import type { CaseResult, ScriptResult } from "./report.ts";
import { parseCases, parseDeviceCases } from "./schema.ts";

/** What cases run on, handed in by the verb. */
export interface Bench {
  engine: Engine;
  runDevice(request: DeviceRunRequest): Promise<DeviceRun>;
  /** A fresh memory for each case. */
  newCache(): SandboxCache;
  /** Milliseconds on any scale. */
  now(): number;
  /** Adds the place in the TypeScript source to a failure, where it can be found. */
  locate?(got: Evaluation, row: ManifestRow, text: string): Promise<Evaluation>;
}

export interface RunOptions {
  root: string;
  scripts: readonly ManifestRow[];
  /** Texts of the artifacts, by `file`. */
  texts: ReadonlyMap<string, string>;
  bail: boolean;
  allowMissing: boolean;
}

/** What is evaluated for one step of a case. */
export function requestFor(
  row: ManifestRow,
  text: string,
  step: Step,
  secrets: Case["secrets"],
): EvaluationRequest {
  if (!isSandboxKind(row.kind)) throw new TypeError(`${row.kind} does not run in the sandbox`);
  const dummies = Object.fromEntries(row.secrets.map((name) => [name, `secret-${name}`]));
  const filled: EvaluationRequest = {
    kind: row.kind,
    ...(row.type === undefined ? {} : { type: row.type }),
    expression: text,
    name: row.file,
    ...toClaimSet(step.claims),
    time: step.time ?? DEFAULT_TIME,
    stubs: step.stubs ?? [],
    httpFailure: step.httpFailure ?? "throw",
    secrets: { ...dummies, ...secrets },
  };
  return filled;
}

async function runCase(
  bench: Bench,
  row: ManifestRow,
  text: string,
  one: Case,
  generated: boolean,
): Promise<CaseResult> {
  const cache = bench.newCache();
  for (const step of one.earlier ?? []) {
    await bench.engine.evaluate({ ...requestFor(row, text, step, one.secrets), cache });
  }
  const ran = await bench.engine.evaluate({ ...requestFor(row, text, one, one.secrets), cache });
  const got = (await bench.locate?.(ran, row, text)) ?? ran;
  const faults = judge(one.expect, got, text);
  return { name: one.name, generated, faults, executionMs: got.executionMs };
}

async function runDeviceCase(
  bench: Bench,
  row: ManifestRow,
  text: string,
  one: DeviceCase,
): Promise<CaseResult> {
  const started = bench.now();
  const got = await bench.runDevice({
    text,
    filename: row.device?.filename ?? row.file,
    commands: one.commands ?? {},
    args: one.args ?? [],
  });
  const faults: Fault[] = [];
  const { stdout, exitCode = 0 } = one.expect;
  if (got.timedOut) faults.push({ message: "it ran too long and was ended, as the Client does" });
  if (got.stdout !== stdout) {
    faults.push({ message: "it printed something else", diff: diffValues(stdout, got.stdout) });
  }
  if (got.exitCode !== exitCode) {
    const said = got.stderr.trim();
    const detail = said === "" ? "" : `: ${said}`;
    faults.push({ message: `its exit code is ${String(got.exitCode)}, not ${exitCode}${detail}` });
  }
  return { name: one.name, generated: false, faults, executionMs: bench.now() - started };
}

/** What is wrong between a script's `whenUnavailable` and its cases for it. */
function unavailableFault(row: ManifestRow, { unavailable }: Cases): Fault | undefined {
  const when = row.whenUnavailable;
  if (when === undefined) {
    return unavailable === undefined
      ? undefined
      : { message: "the cases have `unavailable`, but meta has no whenUnavailable: add it there" };
  }
  if (unavailable === undefined) {
    const message =
      "meta says whenUnavailable, and no case proves it: add `unavailable` to the cases";
    return { message };
  }
  if (unavailable.from === "http") return undefined;
  if (typeof when === "object") {
    return {
      message: "a script that reads the posture claim has nothing to remember: deny or allow",
    };
  }
  return when === "allow" && !Object.hasOwn(unavailable, "allowed")
    ? { message: "meta says allow: give `unavailable.allowed`" }
    : undefined;
}

type Job = () => Promise<CaseResult>;

/** The runs that a script's cases ask for, in their order, and what is wrong with the cases as a whole. */
function jobs(bench: Bench, row: ManifestRow, text: string, raw: unknown): [Job[], Fault[]] {
  if (!isSandboxKind(row.kind)) {
    const { cases } = parseDeviceCases(raw, casesFileOf(row));
    return [cases.map((one) => () => runDeviceCase(bench, row, text, one)), []];
  }
  const given = parseCases(raw, casesFileOf(row));
  const own = given.cases.map((one) => () => runCase(bench, row, text, one, false));
  const fault = unavailableFault(row, given);
  if (fault !== undefined) return [own, [fault]];
  const matrix =
    given.unavailable === undefined || row.whenUnavailable === undefined
      ? []
      : unavailableMatrix(given.unavailable, row.whenUnavailable);
  return [[...own, ...matrix.map((one) => () => runCase(bench, row, text, one, true))], []];
}

async function runScript(
  bench: Bench,
  options: RunOptions,
  row: ManifestRow,
): Promise<ScriptResult> {
  const file = casesFileOf(row);
  const base = {
    kind: row.kind,
    name: row.name,
    source: row.source,
    excused: options.allowMissing,
  };
  const raw = await loadCasesFile(options.root, file);
  if (raw === undefined) return { ...base, faults: [], cases: [] };
  const [todo, faults] = jobs(bench, row, options.texts.get(row.file) ?? "", raw);
  if (todo.length === 0) faults.push({ message: "the list of cases is empty" });
  const cases: CaseResult[] = [];
  for (const job of todo) {
    const result = await job();
    cases.push(result);
    if (options.bail && result.faults.length > 0) break;
  }
  return { ...base, casesFile: file, faults, cases };
}

const broken = (script: ScriptResult) =>
  script.faults.length > 0 ||
  script.cases.some(({ faults }) => faults.length > 0) ||
  (script.casesFile === undefined && !script.excused);

/**
 * Runs the cases of each script on its artifact, one after the other.
 * @throws SdpxError `bad-input` when a case file is not one
 */
export async function runCases(
  bench: Bench,
  options: RunOptions,
): Promise<{ scripts: ScriptResult[]; bailed: boolean }> {
  const scripts: ScriptResult[] = [];
  for (const row of options.scripts) {
    const result = await runScript(bench, options, row);
    scripts.push(result);
    if (options.bail && broken(result)) return { scripts, bailed: true };
  }
  return { scripts, bailed: false };
}
