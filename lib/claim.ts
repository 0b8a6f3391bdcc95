import type { PostureClaim } from "./document.ts";
import { atMost } from "./risk.ts";
import type { Risk } from "./risk.ts";
import { MAX_RISK } from "./settings.ts";

declare global {
  interface ClaimsUserScripted {
    readonly posture?: PostureClaim;
  }
}

/** The posture claim, or undefined when the user-claim script has not run for this token. */
export function postureClaim(claims: Claims): PostureClaim | undefined {
  return (claims.user.agScripted && claims.user.agScripted.posture) || undefined;
}

/** Whether a posture (the claim or the document) says: compliant, confirmed lately, risk within the limit. */
export function isTrusted(posture: {
  compliant: boolean | null;
  risk: Risk | null;
  stale: boolean;
}): boolean {
  return posture.compliant === true && posture.stale === false && atMost(posture.risk, MAX_RISK);
}
