import type { SignalTarget } from "./policy.ts";
import { isRaised, type RaisedLevel, type RiskLevel } from "./risk.ts";

/** An outbound effect of a transition. For one device and target the last one wins. */
export type Signal =
  /** Set the risk override, or hand the device back to Jamf Security Cloud's own calculation. */
  | { target: "jsc"; urgent: boolean; level: RaisedLevel | "CLEAR" }
  /** Have Appgate evaluate the device's sessions again. */
  | { target: "appgate"; urgent: boolean };

/**
 * Signals of a change of risk, and of any other change of what access depends on. A device that was never raised
 * is not "cleared" in Jamf Security Cloud: an override that someone else set there is not ours to lift.
 */
export function signalsFor(
  risk: { from: RiskLevel | null; to: RiskLevel | null },
  changed: boolean,
  targets: readonly SignalTarget[],
): Signal[] {
  const signals: Signal[] = [];
  const urgent = risk.to === "HIGH" && risk.from !== "HIGH";
  if (risk.from !== risk.to) {
    if (isRaised(risk.to)) signals.push({ target: "jsc", urgent, level: risk.to });
    else if (isRaised(risk.from)) signals.push({ target: "jsc", urgent, level: "CLEAR" });
  }
  if (changed) signals.push({ target: "appgate", urgent });
  return signals.filter((signal) => targets.includes(signal.target));
}
