// Generated from sandbox-shim/profile by `npm run generate`: do not edit.

/**
 * Conditions decide whether an entitlement may be used now. They run on the Gateway: on the first matching
 * traffic, after a token renewal, on schedule, and when the session is re-evaluated.
 */

type ConditionResult = boolean;
type ConditionScript = (claims: Claims) => ConditionResult;

interface ClaimsSystem {
  /** Tells whether `clientSrcIP` lies in the network, IPv4 or IPv6. */
  isClientInNetwork(cidr: string): boolean;
}

interface ClaimsDevice {
  /** Tells whether any of `clientIPs` lies in the network, IPv4 or IPv6. */
  isClientInNetwork(cidr: string): boolean;
}

interface ClaimsUser {
  /**
   * Tells whether the user has answered the password remedy of this `claimSuffix` in the last minutes.
   * Documented for conditions; criteria share their test endpoint, so it is assumed there.
   */
  hasPassword(claimSuffix: string, minutes: number): boolean;
}
