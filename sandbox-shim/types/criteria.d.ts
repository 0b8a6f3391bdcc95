// Generated from sandbox-shim/profile by `npm run generate`: do not edit.

/**
 * Criteria scripts decide who gets a policy. They run on the Controller, once for each user and each policy that
 * calls them, and see the claims that are marked "available for policy".
 */

type CriteriaResult = boolean;
type CriteriaScript = (claims: Claims) => CriteriaResult;

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
