import { isRisk } from "./risk.ts";
import type { Risk } from "./risk.ts";

/** What the posture cache knows of one device: docs/posture.md. Unknown is null. */
export interface Posture {
  v: 1;
  serial: string;
  managed: boolean | null;
  compliant: boolean | null;
  risk: Risk | null;
  /** Epoch milliseconds. */
  riskSince: number | null;
  reasons: string[];
  groups: string[];
  user: string | null;
  /** The cache has not been able to confirm this lately: do not rely on it. */
  stale: boolean;
  /** Epoch milliseconds of the newest observation. */
  asOf: number;
}

/**
 * What user-claims/posture.ts adds to the claims as `claims.user.agScripted.posture`, for everything that is
 * decided once a token. No times in it: claims that change are sent again. (A `type`, since an interface is not
 * known to hold nothing but claim values.)
 */
export type PostureClaim = {
  /** The posture cache knows the device. */
  known: boolean;
  managed: boolean | null;
  compliant: boolean | null;
  risk: Risk | null;
  stale: boolean;
  groups: string[];
  serial: string;
};

function isTrueFalseOrNull(value: unknown): boolean {
  return value === true || value === false || value === null;
}

/**
 * Reads the body of a posture answer. Anything that is not a posture of version 1 for the device that was asked
 * about gives undefined: a login page, a proxy's error text, half an answer, another device's answer.
 */
export function readPosture(body: unknown, serial: string): Posture | undefined {
  if (typeof body !== "string") return undefined;
  let value: Partial<Posture> | null;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || value.v !== 1) return undefined;
  if (String(value.serial).toUpperCase() !== serial.toUpperCase()) return undefined;
  if (!isTrueFalseOrNull(value.managed) || !isTrueFalseOrNull(value.compliant)) return undefined;
  if (value.risk !== null && !isRisk(value.risk)) return undefined;
  if (value.stale !== true && value.stale !== false) return undefined;
  if (!Array.isArray(value.groups)) return undefined;
  return value as Posture;
}
