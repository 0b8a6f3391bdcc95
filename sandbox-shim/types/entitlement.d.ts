// Generated from sandbox-shim/profile by `npm run generate`: do not edit.

/**
 * Entitlement scripts say what an entitlement opens. They run on the Gateway when entitlements are made, and see
 * all claims. An exception or a wrong result counts as an empty list, so as no access.
 */

interface AppShortcut {
  /** At most 32 characters; best under 12. */
  name: string;
  url: string;
  /** At most 300 characters; best under 120. */
  description?: string;
  /** 1 to 20. */
  colorCode?: number;
  groupName?: string;
}

/** Address, network, host name or resolver name (`dns://`, `domain://`, `aws://...`). */
type EntitlementHosts = string[];
/** Port, range of ports or ICMP type, always as text: "443", "8000-8100". A number may arrive as 443.0. */
type EntitlementPorts = string[];

type EntitlementResult = EntitlementHosts | EntitlementPorts | AppShortcut[];
type EntitlementScript = (claims: Claims) => EntitlementResult;
