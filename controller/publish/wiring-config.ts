/**
 * What the scripts of a bundle are connected to, by the names that objects have on the Controller. A section that is missing
 * leaves its kind of object alone altogether; in one that is there, what sdpx connected and is no longer named is taken back.
 */
export interface Wiring {
  identityProviders?: Readonly<
    Record<
      string,
      {
        /** Names of user-claim scripts, in the order in which they are appended. */
        userScripts?: readonly string[] | undefined;
        /** Names of device-claim scripts. */
        deviceScripts?: readonly string[] | undefined;
      }
    >
  >;
  /** Conditions by the name of an entitlement. */
  entitlements?: Readonly<Record<string, { conditions: readonly string[] }>>;
  /** Criteria scripts by the name of a policy. */
  policies?: Readonly<Record<string, { criteria: string }>>;
  /** Where the value of each secret stands, such as `env:VARIABLE`. */
  secrets?: Readonly<Record<string, { from: string }>>;
  trustedCertificates?: Readonly<Record<string, { pem: string }>>;
}

/** What is known of a secret's value on the Controller, which can never be read. */
export type SecretState =
  /** It is the one that was sent from here last. */
  | "same"
  /** It is another one than was sent from here last. */
  | "changed"
  /** Nothing was sent from here, or somebody else has set it since. */
  | "unknown";
