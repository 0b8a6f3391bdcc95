import { SdpxError } from "../../base/errors.ts";

/**
 * API versions and the releases that speak them natively; a Controller also speaks at least two versions back.
 * User claim scripts came with 14, so nothing older is of use here.
 */
export const API_RELEASES = {
  14: "5.3",
  15: "5.4",
  16: "5.5",
  17: "6.0",
  18: "6.1",
  19: "6.2",
  20: "6.3",
  21: "6.4",
  22: "6.5",
  23: "6.6",
  24: "6.7",
} as const satisfies Record<number, string>;

export const OLDEST_API = 14;
export const NEWEST_API = 24;

/** The versions that one side speaks, both ends included. */
export interface VersionWindow {
  lowest: number;
  highest: number;
}

export function mediaType(version: number): string {
  return `application/vnd.appgate.peer-v${version}+json`;
}

/**
 * The newest version that both sides speak.
 * @throws SdpxError `unsupported-version`
 */
export function chooseVersion(remote: VersionWindow, url: string): number {
  const version = Math.min(NEWEST_API, remote.highest);
  if (version >= remote.lowest && version >= OLDEST_API) return version;
  const tooOld = remote.highest < OLDEST_API;
  throw new SdpxError(
    "unsupported-version",
    `the Controller speaks API ${remote.lowest} to ${remote.highest}, sdpx speaks ${OLDEST_API} to ${NEWEST_API}`,
    {
      where: url,
      fix: tooOld
        ? "upgrade the Controller to 5.3 or later: older ones have no user claim scripts"
        : "use a newer sdpx: this Controller no longer speaks the versions that this one knows",
    },
  );
}
