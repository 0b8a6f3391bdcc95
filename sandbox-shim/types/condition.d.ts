/**
 * Conditions decide whether an entitlement may be used now. They run on the Gateway: on the first matching
 * traffic, after a token renewal, on schedule, and when the session is re-evaluated.
 */
type ConditionResult = boolean;
type ConditionScript = (claims: Claims) => ConditionResult;

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
