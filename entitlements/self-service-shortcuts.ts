import { isTrusted, postureClaim } from "../lib/claim.ts";
import { forGroups } from "../lib/groups.ts";
import type { EntitlementMeta } from "../lib/script.ts";
import { GROUP_APPS, SELF_SERVICE_URL } from "../lib/settings.ts";

export const meta = {
  type: "appShortcut",
  notes:
    "Tiles in the Client: Self Service for everybody, and the apps of the device's groups (GROUP_APPS in " +
    "lib/settings.ts) while the device is in order. Use as script://self-service-shortcuts.",
  tags: ["posture"],
  whenUnavailable: "deny",
} satisfies EntitlementMeta;

/** The way to remediation is shown whatever the posture: a user who is cut off needs it most. */
export default function selfServiceShortcuts(claims: Claims): AppShortcut[] {
  const posture = postureClaim(claims);
  const trusted = posture !== undefined && posture.known === true && isTrusted(posture);
  const selfService: AppShortcut = {
    name: trusted ? "Self Service" : "Fix this Mac",
    url: SELF_SERVICE_URL,
    description: trusted
      ? "Software, updates and help for this Mac"
      : "See what this Mac lacks, and put it right to get access back",
    colorCode: trusted ? 4 : 1,
    groupName: "Help",
  };
  if (!posture || !trusted) return [selfService];
  return [selfService].concat(forGroups(GROUP_APPS, posture.groups, (app) => app.name));
}
