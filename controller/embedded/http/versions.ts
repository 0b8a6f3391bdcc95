import { Problem } from "./answers.ts";

/** The API versions that this Controller speaks. */
export interface Versions {
  min: number;
  max: number;
  /** Whether GET /version exists; it came with API 20. */
  versionEndpoint: boolean;
}

/**
 * The API version of a request, from its Accept header. This is judged before everything else, the credentials
 * of a login included: clients rely on it to negotiate.
 * @throws Problem 406 with the window, in the Controller's words
 */
export function acceptedVersion(accept: string | undefined, versions: Versions): number {
  const asked = /application\/vnd\.appgate\.peer-v(\d+)\+json/.exec(accept ?? "")?.[1];
  const version = Number(asked);
  if (asked !== undefined && version >= versions.min && version <= versions.max) return version;
  throw new Problem(
    406,
    `Invalid 'Accept' header. Current version: application/vnd.appgate.peer-v${versions.max}+json, Received: ${accept ?? ""}`,
    { maxSupportedVersion: versions.max, minSupportedVersion: versions.min },
  );
}
