/** Risk levels in the words of Jamf Security Cloud's Risk API, lowest first. */
export const RISK_LEVELS = ["SECURE", "LOW", "MEDIUM", "HIGH"] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** Levels that a source can demand. SECURE is the absence of demands, never a demand. */
export const RAISED_LEVELS = ["LOW", "MEDIUM", "HIGH"] as const;
export type RaisedLevel = (typeof RAISED_LEVELS)[number];

export function isRaised(level: RiskLevel | null): level is RaisedLevel {
  return level !== null && level !== "SECURE";
}

export function isRaisedLevel(text: string): text is RaisedLevel {
  return (RAISED_LEVELS as readonly string[]).includes(text);
}

/** One source's demand on the risk of one device. */
export interface Contribution {
  /** Who demands it, e.g. `jamf-pro:group:12`. At most one contribution a source. */
  source: string;
  level: RaisedLevel;
  /** Epoch milliseconds of the observation that raised it. */
  since: number;
  /**
   * Epoch milliseconds by which the source must have confirmed it again. A contribution past this time still
   * counts: it is re-read, and only an answer ends it. Forgetting a threat because Jamf is down is worse than keeping it.
   */
  expires: number;
  /** For people: why the source demands it. */
  reason: string;
}

/**
 * The highest contribution. Without one, a device whose risk sources have all answered is SECURE, and any other
 * device is unknown (`null`).
 */
export function effectiveRisk(
  contributions: readonly Contribution[],
  allSourcesKnown: boolean,
): RiskLevel | null {
  let highest: RiskLevel | null = allSourcesKnown ? "SECURE" : null;
  for (const { level } of contributions) {
    if (highest === null || RISK_LEVELS.indexOf(level) > RISK_LEVELS.indexOf(highest)) {
      highest = level;
    }
  }
  return highest;
}
