import type { PostureClaim } from "../lib/document.ts";
import { textList } from "../lib/groups.ts";
import { askPosture, distinguishedNameOf, serialOf } from "../lib/posture.ts";
import type { UserClaimMeta } from "../lib/script.ts";

/** A sign-in during a short outage of the posture cache goes by the last answer; the condition still asks live. */
const LAST_KNOWN_MINUTES = 60;

export const meta = {
  notes:
    "Asks the posture cache about this device once per claims token and adds claims.user.agScripted.posture. " +
    "Criteria and entitlement scripts read that claim.",
  tags: ["posture"],
  secrets: ["POSTURE_CACHE_TOKEN"],
  whenUnavailable: { lastKnownMinutes: LAST_KNOWN_MINUTES },
} satisfies UserClaimMeta;

/** Small and without times: a claim that changes makes Appgate send all claims again. */
export default function posture(claims: Claims): { posture: PostureClaim } {
  const serial = serialOf(claims);
  const answer = askPosture(serial, distinguishedNameOf(claims), LAST_KNOWN_MINUTES);

  if (answer.state !== "known") {
    return {
      posture: {
        known: false,
        managed: null,
        compliant: null,
        risk: null,
        stale: true,
        groups: [],
        serial: serial,
      },
    };
  }
  const device = answer.posture;
  return {
    posture: {
      known: true,
      managed: device.managed,
      compliant: device.compliant,
      risk: device.risk,
      stale: device.stale,
      groups: textList(device.groups),
      serial: device.serial,
    },
  };
}
