import { SdpxError } from "../../base/errors.ts";
import type { ControllerClient } from "../../controller/api/index.ts";
import type { Bundle, Plan } from "../../controller/publish/index.ts";
import { createQuickJsEngine } from "../../sandbox-shim/index.ts";
import { compareWithController } from "../cases/parity.ts";
import type { ParityCase, ParityReport } from "../cases/parity.ts";
import { askController, toEvaluation } from "../probe/remote.ts";

/** What the Controller said to the cases of the scripts that are about to change. */
export interface GateReport {
  /** Cases with the same outcome here and on the Controller. */
  same: number;
  /** Scripts, or cases of them, that a Controller cannot be asked about, with the reason. */
  skipped: { script: string; cases: number; why: string }[];
}

/** Actions that change what a script does. */
const CHANGING: ReadonlySet<string> = new Set(["create", "update", "adopt", "rename"]);

/**
 * Runs the cases of all scripts that a plan changes on the Controller's own test endpoints and compares with what they do here. Nothing
 * is written. Cases that call over HTTP, use secrets or need an earlier run cannot be compared and are counted as skipped.
 * @throws SdpxError `remote-test-failed` that lists every difference
 */
export async function testGate(
  plan: Plan,
  bundle: Bundle,
  client: ControllerClient,
  root: string,
): Promise<GateReport> {
  const changed = new Set(
    plan.steps.flatMap((step) =>
      CHANGING.has(step.action) && step.file !== undefined ? [step.file] : [],
    ),
  );
  const scripts = bundle.manifest.scripts.filter((row) => changed.has(row.file));
  if (scripts.length === 0) return { same: 0, skipped: [] };
  const engine = await createQuickJsEngine();
  try {
    const report = await compareWithController(
      {
        engine,
        async ask(request) {
          const answer = await askController(client, request);
          return answer && toEvaluation(answer);
        },
      },
      { root, controller: client.url, scripts, texts: bundle.texts },
    );
    return judge(report);
  } catch (error) {
    if (!(error instanceof SdpxError) || error.code !== "not-allowed") throw error;
    throw new SdpxError("not-allowed", `${error.message}; nothing was written`, {
      ...(error.where === undefined ? {} : { where: error.where }),
      fix: `${error.fix ?? "give the account the privilege"}, or publish with --no-test-gate`,
      cause: error,
    });
  } finally {
    await engine.close();
  }
}

function judge(report: ParityReport): GateReport {
  const gate: GateReport = { same: 0, skipped: [] };
  const list: string[] = [];
  for (const { kind, name, why, cases } of report.scripts) {
    const script = `${kind} ${name}`;
    if (why !== undefined) gate.skipped.push({ script, cases: 0, why });
    const reasons = new Map<string, number>();
    for (const one of cases) {
      if (one.outcome === "not comparable") {
        const reason = one.why ?? "it cannot be compared";
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      } else {
        const said = differencesOf(one);
        if (said.length === 0) gate.same += 1;
        else list.push(`${script}, "${one.name}": ${said.join("; ")}`);
      }
    }
    for (const [reason, count] of reasons) gate.skipped.push({ script, cases: count, why: reason });
  }
  if (list.length === 0) return gate;
  throw new SdpxError(
    "remote-test-failed",
    "the Controller evaluates scripts otherwise than their cases say; nothing was written",
    {
      where: report.controller,
      list,
      fix: "look at the difference: the script may use something that this release does otherwise. --no-test-gate publishes nevertheless",
    },
  );
}

/** What counts: another result, or an error instead of one. Engines word errors and output in their own way. */
function differencesOf({ againstExpected, againstLocal }: ParityCase): string[] {
  if (againstExpected.length > 0) return againstExpected.map(({ message }) => message);
  return againstLocal.filter(
    (said) =>
      !said.startsWith("here the output") &&
      !/^here the error .*on the Controller the error /s.test(said),
  );
}

/** The gate's report for a person. */
export function renderGate({ same, skipped }: GateReport): string {
  const lines = skipped.map(
    ({ script, cases, why }) =>
      `  ${script}: ${cases === 0 ? "not tested" : `${cases} cases not compared`}: ${why}`,
  );
  return [`test gate: ${same} cases give the same on the Controller`, ...lines, ""].join("\n");
}
