/**
 * Criteria scripts decide who gets a policy. They run on the Controller, once for each user and each policy that
 * calls them, and see the claims that are marked "available for policy".
 */
type CriteriaResult = boolean;
type CriteriaScript = (claims: Claims) => CriteriaResult;

interface ClaimsDevice {
  /** Whether any of `clientIPs` lies in the network, IPv4 or IPv6. */
  isClientInNetwork(cidr: string): boolean;
}

interface ClaimsSystem {
  /** Whether `clientSrcIP` lies in the network, IPv4 or IPv6. */
  isClientInNetwork(cidr: string): boolean;
}

interface ClaimsUser {
  /** Whether the user has given the password for this `claimSuffix` (of a remedy method) in the last minutes. */
  hasPassword(claimSuffix: string, minutes: number): boolean;
}
