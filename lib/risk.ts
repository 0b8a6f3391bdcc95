/** Risk levels, lowest first, as the posture cache and Jamf Security Cloud name them. */
export const RISKS = ["SECURE", "LOW", "MEDIUM", "HIGH"] as const;
export type Risk = (typeof RISKS)[number];

/** Whether a value from outside is a risk level. */
export function isRisk(value: unknown): value is Risk {
  return typeof value === "string" && RISKS.indexOf(value as Risk) >= 0;
}

/** Whether a risk is known and not above `limit`. Unknown (null, or a claim that is missing) never is. */
export function atMost(risk: Risk | null | undefined, limit: Risk): boolean {
  return isRisk(risk) && RISKS.indexOf(risk) <= RISKS.indexOf(limit);
}
