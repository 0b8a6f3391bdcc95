import { readPosture } from "./document.ts";
import type { Posture } from "./document.ts";
import { POSTURE_CACHE_URL, SERIAL_CLAIM } from "./settings.ts";

/**
 * - `known`: the cache's answer, or with `remembered` the last one while the cache cannot be asked;
 * - `unknown-device`: the cache has never heard of the device, or the device tells no serial number;
 * - `unavailable`: the cache cannot be asked, and nothing fresh enough is remembered.
 */
export type PostureAnswer =
  | { state: "known"; posture: Posture; remembered: boolean }
  | { state: "unknown-device" }
  | { state: "unavailable" };

/** An appliance gives a call 3000 ms and the whole script 5000: this leaves time to decide. */
const TIMEOUT_MS = 2500;

/** The one call. No answer, an exception and an empty answer are the same to a script: undefined. */
function call(url: string): HttpResponse | undefined {
  try {
    const headers = [{ key: "Authorization", value: "Bearer " + secret("POSTURE_CACHE_TOKEN") }];
    return httpGet(url, headers, TIMEOUT_MS) || undefined;
  } catch {
    return undefined;
  }
}

/**
 * Asks the posture cache about a device, live. `dn` is the caller's distinguished name: it tells the cache whose
 * sessions to re-evaluate when this device's risk changes.
 *
 * With `lastKnownMinutes` above 0 an answer is also remembered on the appliance, and used only while the cache cannot be
 * asked: as long as it can be, a device whose risk has just risen is never let in by an older answer.
 */
export function askPosture(serial: string, dn: string, lastKnownMinutes: number): PostureAnswer {
  if (!serial) return { state: "unknown-device" };
  const memory = "sdpx:posture:" + serial;
  const response = call(
    POSTURE_CACHE_URL +
      "/v1/posture?serial=" +
      encodeURIComponent(serial) +
      "&dn=" +
      encodeURIComponent(dn),
  );

  if (response && response.statusCode === 404) {
    if (lastKnownMinutes > 0) cache.put(memory, "", 1);
    return { state: "unknown-device" };
  }
  const live =
    response && response.statusCode === 200 ? readPosture(response.data, serial) : undefined;
  if (live) {
    if (lastKnownMinutes > 0) cache.put(memory, JSON.stringify(live), lastKnownMinutes * 60);
    return { state: "known", posture: live, remembered: false };
  }
  const last = lastKnownMinutes > 0 ? readPosture(cache.getIfPresent(memory), serial) : undefined;
  return last ? { state: "known", posture: last, remembered: true } : { state: "unavailable" };
}

/** The device's serial number, or "" when the device claim is missing or says that it could not be read. */
export function serialOf(claims: Claims): string {
  const value = claims.device[SERIAL_CLAIM];
  const serial = typeof value === "string" ? value.trim() : "";
  return serial === "unknown" ? "" : serial;
}

/** The session's distinguished name, or "" when there is none (a test with invented claims). */
export function distinguishedNameOf(claims: Claims): string {
  return (claims.user.ag && claims.user.ag.distinguishedName) || "";
}
