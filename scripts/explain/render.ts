import type { Explanation, TimelineEntry } from "./fetch.ts";

const TARGETS: Readonly<Record<string, string>> = {
  jsc: "Jamf Security Cloud",
  appgate: "Appgate",
};

function word(value: unknown): string {
  if (value === null || value === undefined) return "unknown";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(", ");
  return String(value);
}

/** One entry as a sentence, without its time. */
export function describeEntry(entry: TimelineEntry): string {
  if (entry.what === "transition") {
    const because = entry.reasons.length > 0 ? ` because of ${entry.reasons.join(", ")}` : "";
    return `${entry.field}: ${word(entry.from)} → ${word(entry.to)}${because} (${entry.cause})`;
  }
  const target = TARGETS[entry.target] ?? entry.target;
  const tries = entry.attempts > 1 ? ` after ${entry.attempts} tries` : "";
  const detail = entry.detail ? `: ${entry.detail}` : "";
  return `${target} ${entry.state === "delivered" ? `was told${tries}` : `${entry.state}${tries}`}${detail}`;
}

/** The whole explanation for a terminal. */
export function renderExplanation(
  explanation: Explanation,
  style: (name: "bold" | "dim", text: string) => string,
): string {
  const { posture, bindings, timeline, gone } = explanation;
  const state = [
    `risk ${word(posture.risk)}${posture.reasons.length > 0 ? ` (${posture.reasons.join(", ")})` : ""}`,
    `compliant ${word(posture.compliant)}`,
    `managed ${word(posture.managed)}`,
    ...(posture.stale ? ["STALE: not confirmed lately, scripts deny"] : []),
    ...(gone ? ["no longer in Jamf Pro"] : []),
  ];
  const lines = [
    style("bold", `${posture.serial}  ${posture.user ?? ""}`.trim()),
    `  now: ${state.join(", ")}`,
  ];
  for (const { dn, lastSeen } of bindings)
    lines.push(`  session: ${dn}, asked ${new Date(lastSeen).toISOString()}`);
  lines.push("");
  if (timeline.length === 0) lines.push("  nothing has changed since the cache knows it");
  for (const entry of timeline) {
    lines.push(`  ${style("dim", new Date(entry.at).toISOString())}  ${describeEntry(entry)}`);
  }
  return `${lines.join("\n")}\n`;
}
