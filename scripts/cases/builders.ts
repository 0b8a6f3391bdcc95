import type { Posture, PostureClaim } from "../../lib/document.ts";
import { POSTURE_CACHE_URL, SERIAL_CLAIM } from "../../lib/settings.ts";
import type { HttpStub } from "../../sandbox-shim/engines/engine.ts";

/** The Mac of most cases. */
export const SERIAL = "C02XK1ZZJGH5";
export const DISTINGUISHED_NAME = "CN=0123456789abcdef0123456789abcdef,CN=ada,OU=local";

/** What the posture cache says of a Mac that is in order, but for what is given. */
export function postureDocument(fields: Partial<Posture> = {}): Posture {
  return {
    v: 1,
    serial: SERIAL,
    managed: true,
    compliant: true,
    risk: "SECURE",
    riskSince: 1767600000000,
    reasons: [],
    groups: ["engineering"],
    user: "ada",
    stale: false,
    asOf: 1767614100000,
    ...fields,
  };
}

/** The URL that scripts ask for a device, whatever the caller's distinguished name. */
export function postureUrl(serial: string = SERIAL): string {
  return `${POSTURE_CACHE_URL}/v1/posture?serial=${encodeURIComponent(serial)}&dn=*`;
}

/** A stub: the posture cache answers with this posture. */
export function posture(fields: Partial<Posture> = {}): HttpStub {
  return { url: postureUrl(fields.serial), data: postureDocument(fields) };
}

/** A stub: the posture cache has never heard of the device. */
export function unknownDevice(serial: string = SERIAL): HttpStub {
  return { url: postureUrl(serial), statusCode: 404, data: { error: "unknown-device" } };
}

/** A stub: the posture cache cannot be asked. */
export function outage(failure: "timeout" | "unreachable" | "tls" = "timeout"): HttpStub {
  return { url: postureUrl(), failure };
}

/** Claims of a user on a Mac whose serial number is known, before any user-claim script has run. */
export function onMac(device: Record<string, unknown> = { [SERIAL_CLAIM]: SERIAL }): {
  user: Record<string, unknown>;
  device: Record<string, unknown>;
} {
  return {
    user: { username: "ada", ag: { distinguishedName: DISTINGUISHED_NAME } },
    device,
  };
}

/** The claim that user-claims/posture.ts makes for a Mac that is in order, but for what is given. */
export function postureClaim(fields: Partial<PostureClaim> = {}): PostureClaim {
  return {
    known: true,
    managed: true,
    compliant: true,
    risk: "SECURE",
    stale: false,
    groups: ["engineering"],
    serial: SERIAL,
    ...fields,
  };
}

/** Claims of a user whose token holds the posture claim. */
export function withPosture(fields: Partial<PostureClaim> = {}): ReturnType<typeof onMac> {
  const claims = onMac();
  return { ...claims, user: { ...claims.user, agScripted: { posture: postureClaim(fields) } } };
}

/** The posture claim of a device that the cache could not be asked about, or does not know. */
export const NO_POSTURE: PostureClaim = {
  known: false,
  managed: null,
  compliant: null,
  risk: null,
  stale: true,
  groups: [],
  serial: SERIAL,
};

/** Claims without a usable posture, by what is the matter: for `unavailable.when` of scripts that read the claim. */
export function claimsWithoutPosture(): Record<string, ReturnType<typeof onMac>> {
  const { user, device } = onMac();
  const having = (agScripted: unknown) => ({ user: { ...user, agScripted }, device });
  return {
    "no user-claim script has run": { user, device },
    "user-claim scripts returned nothing": having({}),
    "other user-claim scripts have run": having({ office: "Utrecht" }),
    "the posture claim is null": having({ posture: null }),
    "the posture claim says that it knows nothing": having({ posture: NO_POSTURE }),
    "the posture claim is empty": having({ posture: {} }),
  };
}
