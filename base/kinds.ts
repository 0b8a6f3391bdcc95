/** The kinds of script that Appgate SDP runs, in its own words. One registry: a new kind does not compile until every room knows it. */
export const SCRIPT_KINDS = [
  "criteria",
  "condition",
  "entitlement",
  "user-claim",
  "device-claim",
] as const;
export type ScriptKind = (typeof SCRIPT_KINDS)[number];

/** Kinds whose text runs in the sandbox of the appliance. Device-claim scripts run in a shell on the user's computer. */
export const SANDBOX_KINDS = ["criteria", "condition", "entitlement", "user-claim"] as const;
export type SandboxKind = (typeof SANDBOX_KINDS)[number];

/** What an entitlement script returns a list of (Controller field `type`). */
export const ENTITLEMENT_TYPES = ["host", "portOrType", "appShortcut"] as const;
export type EntitlementType = (typeof ENTITLEMENT_TYPES)[number];

/** The folder in which an admin writes scripts of a kind. */
export const KIND_FOLDERS = {
  criteria: "criteria",
  condition: "conditions",
  entitlement: "entitlements",
  "user-claim": "user-claims",
  "device-claim": "device-claims",
} as const satisfies Record<ScriptKind, string>;

export function isScriptKind(text: string): text is ScriptKind {
  return (SCRIPT_KINDS as readonly string[]).includes(text);
}

export function isSandboxKind(text: string): text is SandboxKind {
  return (SANDBOX_KINDS as readonly string[]).includes(text);
}
