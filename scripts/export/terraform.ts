import type { ScriptKind } from "../../base/kinds.ts";
import type { Desired } from "../../controller/publish/kinds.ts";

/** Resource and id argument of each kind in Appgate's Terraform provider (appgate/appgatesdp, its documentation). */
const RESOURCES = {
  criteria: { type: "appgatesdp_criteria_script", id: "criteria_script_id" },
  condition: { type: "appgatesdp_condition", id: "condition_id" },
  entitlement: { type: "appgatesdp_entitlement_script", id: "entitlement_script_id" },
  "user-claim": { type: "appgatesdp_user_claim_script", id: "user_claim_script_id" },
  "device-claim": { type: "appgatesdp_device_script", id: "device_script_id" },
} as const satisfies Record<ScriptKind, { type: string; id: string }>;

const MARKER = "SDPX";

/** A text between quotes, exact whatever it holds: `${` and `%{` would begin a template. */
export function quoted(text: string): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t")
    // Control characters, line separators and byte order marks.
    .replace(/[\p{Cc}\u2028\u2029\ufeff]/gu, (unit) => `\\u${hex(unit)}`);
  return `"${withoutTemplates(escaped)}"`;
}

const hex = (unit: string) => unit.charCodeAt(0).toString(16).padStart(4, "0");

/** With functions: in a replacement text, `$$` would mean one `$`. */
const withoutTemplates = (text: string) =>
  text.replaceAll("${", () => "$${").replaceAll("%{", () => "%%{");

/**
 * A text of several lines as a heredoc where that keeps every byte: it must end in a line end, and hold nothing that a heredoc
 * would change. Anything else is quoted.
 */
export function textOf(text: string): string {
  const plain =
    text.endsWith("\n") &&
    text.trimEnd().includes("\n") &&
    !/(?![\t\n])\p{Cc}|\ufeff/u.test(text) &&
    !text.split("\n").some((line) => line.trim() === MARKER);
  return plain ? `<<${MARKER}\n${withoutTemplates(text)}${MARKER}\n` : `${quoted(text)}\n`;
}

/** A label that Terraform takes: letters, digits and `_`, and not twice the same. */
function labels(desired: readonly Desired[]): Map<Desired, string> {
  const chosen = new Map<Desired, string>();
  const used = new Set<string>();
  for (const one of desired) {
    const plain = one.row.name.replace(/[^A-Za-z0-9_]+/g, "_").replace(/^(?=\d)|^$/, "_");
    let free = plain;
    for (let n = 2; used.has(`${one.kind}/${free}`); n += 1) free = `${plain}_${n}`;
    used.add(`${one.kind}/${free}`);
    chosen.set(one, free);
  }
  return chosen;
}

function listOf(texts: readonly string[]): string {
  return `[${texts.map(quoted).join(", ")}]`;
}

function ownArguments({ kind, row, text }: Desired): string {
  if (kind === "device-claim") {
    const filename = row.device?.filename ?? row.name;
    return `  filename = ${quoted(filename)}\n  content = ${textOf(text)}`;
  }
  const expression = `  expression = ${textOf(text)}`;
  if (kind === "entitlement") return `  type = ${quoted(row.type ?? "host")}\n${expression}`;
  if (kind !== "condition") return expression;
  const { repeatSchedules = [], remedyLogic = "and", remedyMethods = [] } = row.condition ?? {};
  const methods = remedyMethods.map(
    ({ type, message, claimSuffix, providerId }) =>
      `  remedy_methods {\n    type = ${quoted(type)}\n    message = ${quoted(message)}\n` +
      (claimSuffix === undefined ? "" : `    claim_suffix = ${quoted(claimSuffix)}\n`) +
      (providerId === undefined ? "" : `    provider_id = ${quoted(providerId)}\n`) +
      "  }\n",
  );
  const logic = `  repeat_schedules = ${listOf(repeatSchedules)}\n  remedy_logic = ${quoted(remedyLogic)}\n`;
  return `${logic}${methods.join("")}${expression}`;
}

/**
 * The bundle as Terraform configuration for the provider appgate/appgatesdp, with the ids that sdpx itself would choose.
 * Texts keep every byte.
 */
export function exportTerraform(desired: readonly Desired[], bundle: string): string {
  const names = labels(desired);
  const blocks = desired.map((one) => {
    const { type, id } = RESOURCES[one.kind];
    return (
      `resource "${type}" ${quoted(names.get(one) ?? one.row.name)} {\n` +
      `  ${id} = ${quoted(one.body.id)}\n` +
      `  name = ${quoted(one.row.name)}\n` +
      `  notes = ${quoted(one.body.notes)}\n` +
      `  tags = ${listOf(one.body.tags)}\n` +
      `${ownArguments(one)}}\n`
    );
  });
  const head =
    `# Bundle ${bundle.replaceAll("\n", " ")}, exported by sdpx.\n` +
    'terraform {\n  required_providers {\n    appgatesdp = {\n      source = "appgate/appgatesdp"\n    }\n  }\n}\n';
  return [head, ...blocks].join("\n");
}
