/**
 * Types for the metadata that stands beside each script. Nothing of it ends up in the emitted text:
 * the build reads `meta`, bundles only the function, and tells the Controller the rest.
 */

/**
 * What the script does when the posture cache cannot be asked: refuse, let in, or go by the last answer that is
 * not older than so many minutes. State it even where it seems obvious: the script's cases prove it.
 */
export type WhenUnavailable = "deny" | "allow" | { lastKnownMinutes: number };

interface Meta {
  /** Name on the Controller. The file's name, in the case that the kind asks for, when left out. */
  name?: string;
  /** Shown in the admin UI. */
  notes: string;
  tags?: string[];
}

interface PostureMeta extends Meta {
  /** Leave out for a script that does not depend on posture. */
  whenUnavailable?: WhenUnavailable;
  /** Names of the Controller secrets that the script may use. A secret used but not listed fails the build. */
  secrets?: string[];
}

/** Criteria scripts are called as `name(claims)` in policies, so the name must be a JavaScript identifier. */
export type CriteriaMeta = PostureMeta;

export type UserClaimMeta = PostureMeta;

export interface ConditionMeta extends PostureMeta {
  /** When to evaluate again without traffic: "1m", "5m", "15m", "1h", or a time such as "13:32". */
  repeatSchedules?: string[];
  remedyLogic?: "and" | "or";
  remedyMethods?: {
    type: "DisplayMessage" | "OtpAuthentication" | "PasswordAuthentication" | "Reason";
    message: string;
    claimSuffix?: string;
    providerId?: string;
  }[];
}

export interface EntitlementMeta extends PostureMeta {
  /** What the script returns a list of. */
  type: "host" | "portOrType" | "appShortcut";
}

/** A script for the user's computer; its text is the shell script of the same name beside it. */
export interface DeviceClaimMeta extends Meta {
  /** The claim becomes `claims.device.<claimName>`; its value is what the script prints, always a string. */
  claimName: string;
  platform:
    | "desktop.windows.all"
    | "desktop.macos.all"
    | "desktop.linux.all"
    | "desktop.all"
    | "mobile.android.all"
    | "mobile.ios.all"
    | "mobile.all"
    | "all";
  args?: string;
}
