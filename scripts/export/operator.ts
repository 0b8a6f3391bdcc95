import type { ScriptKind } from "../../base/kinds.ts";
import { chooseStems } from "../../controller/pull/index.ts";
import type { Desired } from "../../controller/publish/kinds.ts";

/**
 * Kinds of custom resources that Appgate's sdp-operator defines (its chart sdp-operator-crd). It has none for user claim
 * scripts.
 */
const KINDS = {
  criteria: "CriteriaScripts",
  condition: "Condition",
  entitlement: "EntitlementScript",
  "user-claim": undefined,
  "device-claim": "DeviceScript",
} as const satisfies Record<ScriptKind, string | undefined>;

/** A JSON value as a YAML flow scalar: JSON strings are YAML strings, except for what YAML takes for a line end. */
function scalar(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A text: as a literal block where that keeps every byte, else between quotes. */
function block(text: string, indent: string): string {
  const plain =
    text.endsWith("\n") &&
    !text.endsWith("\n\n") &&
    // The first line must not begin with a space, which would count as indentation.
    /^\S/.test(text) &&
    !/[^\t\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]|\u2028|\u2029/.test(text);
  if (!plain) return `${scalar(text)}\n`;
  const lines = text.slice(0, -1).split("\n");
  return `|\n${lines.map((line) => (line === "" ? "\n" : `${indent}${line}\n`)).join("")}`;
}

/**
 * The bundle as custom resources of the sdp-operator, one document each, for one API version.
 * @returns the YAML, and what the operator cannot hold
 */
export function exportOperator(
  desired: readonly Desired[],
  apiVersion: number,
): { text: string; left: string[] } {
  const left: string[] = [];
  const documents: string[] = [];
  for (const kind of Object.keys(KINDS) as ScriptKind[]) {
    const ofKind = desired.filter((one) => one.kind === kind);
    const type = KINDS[kind];
    if (type === undefined) {
      left.push(
        ...ofKind.map(({ row }) => `${kind} ${row.name}: the operator has no such resource`),
      );
      continue;
    }
    const stems = chooseStems(
      ofKind.map(({ body }) => body),
      [],
    );
    for (const one of ofKind) {
      // Kubernetes allows letters, digits, dots and hyphens in names.
      const name = (stems.get(one.body.id) ?? one.body.id).replaceAll("_", "-");
      documents.push(document(one, type, `${kind}-${name}`.slice(0, 240), apiVersion));
    }
  }
  const head = left.map((line) => `# left out: ${line.replaceAll("\n", " ")}\n`).join("");
  return { text: `${head}${documents.join("---\n")}`, left };
}

function document(desired: Desired, type: string, name: string, apiVersion: number): string {
  const { id, name: objectName, notes, tags, ...fields } = desired.body;
  const spec = Object.entries({ name: objectName, notes, tags, ...fields }).map(([key, value]) =>
    key === "expression"
      ? `  ${key}: ${block(String(value), "    ")}`
      : `  ${key}: ${scalar(value)}\n`,
  );
  return (
    `apiVersion: v${apiVersion}.sdp.appgate.com/v1\nkind: ${type}\nmetadata:\n  name: ${scalar(name)}\n` +
    `  annotations:\n    sdp.appgate.com/id: ${scalar(id)}\nspec:\n${spec.join("")}`
  );
}
