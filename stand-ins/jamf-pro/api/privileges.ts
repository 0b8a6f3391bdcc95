/** Privileges of Jamf Pro that the modelled endpoints ask for (x-required-privileges of the published API). */
export const PRIVILEGES = [
  "Read Computers",
  "Read Smart Computer Groups",
  "Read Static Computer Groups",
  "Update Smart Computer Groups",
  "Read Mobile Devices",
  "Read Device Compliance Information",
  "Create Webhooks",
  "Read Webhooks",
  "Update Webhooks",
  "Delete Webhooks",
] as const;
export type Privilege = (typeof PRIVILEGES)[number];

/** An API client (Settings > API roles and clients): what it may do and how long its tokens live. */
export interface ApiClient {
  clientId: string;
  clientSecret: string;
  privileges: readonly Privilege[];
  /** Seconds; Jamf Pro sets this for each client. The answer's `expires_in` is one less. */
  tokenLifetimeSeconds: number;
}

/** A local user account, for Basic sign-in. */
export interface ApiUser {
  username: string;
  password: string;
  privileges: readonly Privilege[];
}
