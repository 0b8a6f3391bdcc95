import { postureClaim } from "../lib/claim.ts";
import { forGroups } from "../lib/groups.ts";
import type { EntitlementMeta } from "../lib/script.ts";
import { GROUP_HOSTS } from "../lib/settings.ts";

export const meta = {
  type: "host",
  notes:
    "Hosts for the groups that the device is in; the table is GROUP_HOSTS in lib/settings.ts. " +
    "Use as script://group-hosts; needs the user-claim script posture.",
  tags: ["posture"],
  whenUnavailable: "deny",
} satisfies EntitlementMeta;

/** Only says which hosts there are: whether they may be used now is the condition posture-now's question. */
export default function groupHosts(claims: Claims): string[] {
  const posture = postureClaim(claims);
  if (!posture || posture.known !== true) return [];
  return forGroups(GROUP_HOSTS, posture.groups, (host) => host);
}
