import { isTrusted } from "../lib/claim.ts";
import { askPosture, distinguishedNameOf, serialOf } from "../lib/posture.ts";
import type { ConditionMeta } from "../lib/script.ts";
import { SELF_SERVICE_URL } from "../lib/settings.ts";

const LAST_KNOWN_MINUTES = 5;

export const meta = {
  notes:
    "Asks the posture cache now: the device must be compliant, at LOW risk or less, and confirmed lately. " +
    "Re-evaluating the session cuts or restores access within seconds. Put it on every entitlement that a " +
    "compromised Mac must lose, and never on the one that leads to remediation.",
  tags: ["posture"],
  secrets: ["POSTURE_CACHE_TOKEN"],
  whenUnavailable: { lastKnownMinutes: LAST_KNOWN_MINUTES },
  // A net under the re-evaluation that the posture cache asks for when a risk changes.
  repeatSchedules: ["5m"],
  remedyMethods: [
    {
      type: "DisplayMessage",
      message:
        "This Mac does not meet the security requirements, or its state cannot be confirmed. Open " +
        SELF_SERVICE_URL +
        " and follow the steps there. Access returns by itself when the Mac is in order.",
    },
  ],
} satisfies ConditionMeta;

export default function postureNow(claims: Claims): boolean {
  const answer = askPosture(serialOf(claims), distinguishedNameOf(claims), LAST_KNOWN_MINUTES);
  return answer.state === "known" && isTrusted(answer.posture);
}
