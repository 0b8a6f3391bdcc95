import { isTrusted, postureClaim } from "../lib/claim.ts";
import type { CriteriaMeta } from "../lib/script.ts";

export const meta = {
  notes:
    "The device is compliant, its risk is LOW or less, and the posture cache could confirm that lately. " +
    "Use as lowRisk(claims) in a policy; needs the user-claim script posture.",
  tags: ["posture"],
  whenUnavailable: "deny",
} satisfies CriteriaMeta;

/** Reads the claim instead of asking: criteria run once for every user and policy. */
export default function lowRisk(claims: Claims): boolean {
  const posture = postureClaim(claims);
  return posture !== undefined && posture.known === true && isTrusted(posture);
}
