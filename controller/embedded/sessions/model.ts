/** What a person signs in with, and on what. Claims are as an identity provider and a client would map them. */
export interface SignIn {
  username: string;
  /** Name of an identity provider that the Controller has. */
  providerName: string;
  /** UUID that the client was registered with. */
  deviceId: string;
  userClaims?: Record<string, unknown>;
  deviceClaims?: Record<string, unknown>;
  systemClaims?: Record<string, unknown>;
  /** Without it no device script runs. */
  device?: Device;
}

export const DEVICE_PLATFORMS = ["macos", "windows", "linux", "ios", "android"] as const;
export type DevicePlatform = (typeof DEVICE_PLATFORMS)[number];

/** The computer that device claim scripts run on. */
export interface Device {
  platform: DevicePlatform;
  /** Commands that answer in place of the real ones, such as `ioreg` on a machine that is not a Mac. */
  commands?: Readonly<Record<string, string | { stdout: string; exitCode: number }>>;
}

/** Runs a device claim script as the client would; rejects when the script cannot be started. */
export type RunDeviceScript = (input: {
  text: string;
  filename: string;
  commands: NonNullable<Device["commands"]>;
  args?: readonly string[];
}) => Promise<{ stdout: string; stderr: string; exitCode: number | null; timedOut: boolean }>;

/** One decision: what ran where, what came of it, and how long it took. */
export interface Verdict {
  appliance: "Client" | "Controller" | "Gateway";
  kind: "device-claim" | "user-claim" | "policy" | "entitlement" | "condition" | "rule";
  name: string;
  /** What it decided, for a person. */
  outcome: string;
  /** False when it failed or said no. */
  ok: boolean;
  ms: number;
  /** Why there is no result; everything that failed counts as "no". */
  error?: string;
}

export interface FirewallRule {
  name: string;
  protocol: string;
  direction: string;
  action: string;
  subnets: string[];
  ports?: string[];
  types?: string[];
  urls?: string[];
}

/** One entitlement of a session, as the Gateway enforces it now. */
export interface EntitlementState {
  /** Whether anything can be reached through it. */
  access: boolean;
  conditionLogic: string;
  conditionResults: Record<string, boolean>;
  firewallRules: FirewallRule[];
  appShortcuts: unknown[];
  policyNames: string[];
  /** The verdict that access hangs on. */
  decidedBy: Verdict;
}

export interface Claims {
  userClaims: Record<string, unknown>;
  deviceClaims: Record<string, unknown>;
  systemClaims: Record<string, unknown>;
}

/** A session: a device and user with their claims and what these open. */
export interface SessionState extends Claims {
  distinguishedName: string;
  deviceId: string;
  username: string;
  providerName: string;
  site: string;
  /** Names of the policies that were assigned. */
  policies: string[];
  /** By entitlement name. */
  entitlements: Record<string, EntitlementState>;
  /** Everything that was decided in the last pass of each sort, in order. */
  explanation: Verdict[];
  /** Epoch milliseconds. */
  signedInAt: number;
  evaluatedAt: number;
}

/** Something that happened to a session. */
export type SessionEvent = {
  distinguishedName: string;
  /** Epoch milliseconds. */
  at: number;
} & (
  | { type: "signed-in"; session: SessionState; ms: number }
  /** Conditions and entitlement scripts ran again; `claims`: user claim scripts and policies, too. */
  | { type: "re-evaluated"; scope: "entitlements" | "claims"; session: SessionState; ms: number }
  | {
      type: "access-changed";
      entitlement: string;
      from: "allowed" | "blocked" | "absent";
      to: "allowed" | "blocked" | "absent";
      /** The verdict behind it. */
      decidedBy: Verdict;
    }
  /** A pass failed in itself, not in a script: access is cut. */
  | { type: "failed"; reason: string }
);

/** `CN=<device without dashes>,CN=<user>,OU=<provider>`, as `claims.user.ag.distinguishedName` has it. */
export function distinguishedName(
  signIn: Pick<SignIn, "deviceId" | "username" | "providerName">,
): string {
  return `CN=${signIn.deviceId.toLowerCase().replaceAll("-", "")},CN=${signIn.username},OU=${signIn.providerName}`;
}
