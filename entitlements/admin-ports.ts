import { isTrusted, postureClaim } from "../lib/claim.ts";
import { forGroups } from "../lib/groups.ts";
import type { EntitlementMeta } from "../lib/script.ts";
import { GROUP_ADMIN_PORTS } from "../lib/settings.ts";

export const meta = {
  type: "portOrType",
  notes:
    "Ports for administration, only for devices that are managed, compliant and at LOW risk or less; the table is " +
    "GROUP_ADMIN_PORTS in lib/settings.ts. Use as script://admin-ports; needs the user-claim script posture.",
  tags: ["posture"],
  whenUnavailable: "deny",
} satisfies EntitlementMeta;

export default function adminPorts(claims: Claims): string[] {
  const posture = postureClaim(claims);
  if (!posture || posture.managed !== true || !isTrusted(posture)) return [];
  return forGroups(GROUP_ADMIN_PORTS, posture.groups, (port) => port);
}
