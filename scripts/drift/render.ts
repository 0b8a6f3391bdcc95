import type { BetweenRow, DriftRow } from "../../controller/drift/index.ts";
import { DRIFT_STATES } from "../../controller/drift/index.ts";
import type { Paint } from "../report/style.ts";

const indent = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => `      ${line}\n`)
    .join("");

function values(from: unknown, to: unknown): string {
  return `${JSON.stringify(from)} -> ${JSON.stringify(to)}`;
}

/** One line for each script, and what somebody did to it. */
export function renderDrift(rows: readonly DriftRow[], url: string, paint: Paint): string {
  const lines = rows.map(({ kind, name, state, changes, remoteDiff, localDiff }) => {
    const { drift, says } = DRIFT_STATES[state];
    const mark = drift
      ? paint("red", "!")
      : state === "same"
        ? paint("green", "=")
        : paint("yellow", "~");
    const head = `  ${mark} ${kind} ${name}: ${says}\n`;
    const fields = changes
      .map(({ field, from, to }) => `      ${field}: ${values(from, to)}\n`)
      .join("");
    const there =
      remoteDiff === ""
        ? ""
        : `      on the Controller, since it was published:\n${indent(remoteDiff)}`;
    const here =
      localDiff === "" || remoteDiff !== ""
        ? ""
        : `      from the Controller to the bundle:\n${indent(localDiff)}`;
    return head + fields + there + here;
  });
  const drifted = rows.filter(({ state }) => DRIFT_STATES[state].drift).length;
  const end = drifted === 0 ? "no drift" : `${drifted} of ${rows.length} drifted`;
  return `${lines.join("")}${end}: ${url}\n`;
}

const STATES: Record<BetweenRow["state"], (a: string, b: string) => string> = {
  same: () => "the same",
  differs: () => "differs",
  "only-a": (a) => `only on ${a}`,
  "only-b": (_a, b) => `only on ${b}`,
};

/** What differs between two profiles, with the texts' differences. */
export function renderBetween(
  rows: readonly BetweenRow[],
  [a, b]: readonly [string, string],
  paint: Paint,
): string {
  const shown = rows.filter(({ state }) => state !== "same");
  const lines = shown.map(({ kind, name, state, fields, textDiff }) => {
    const what = fields.length === 0 ? "" : ` in ${fields.join(", ")}`;
    const text = textDiff
      .replace(/^--- controller\//m, `--- ${a}/`)
      .replace(/^\+\+\+ bundle\//m, `+++ ${b}/`);
    return `  ${paint("yellow", "~")} ${kind} ${name}: ${STATES[state](a, b)}${what}\n${text === "" ? "" : indent(text)}`;
  });
  return `${lines.join("")}${shown.length} of ${rows.length} scripts differ between ${a} and ${b}\n`;
}
