import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Compares two secrets in a time that depends on neither: both are hashed to equal length first. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** A random secret of 192 bits that survives URLs, headers and shells. */
export function randomSecret(): string {
  return randomBytes(24).toString("base64url");
}

/** User and password of an `Authorization: Basic` header (RFC 7617), or null when it is something else. */
export function readBasic(header: string | undefined): { user: string; password: string } | null {
  const match = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(header ?? "");
  if (!match?.[1]) return null;
  const text = Buffer.from(match[1], "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon < 0 ? null : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** The token of an `Authorization: Bearer` header (RFC 6750), or null. */
export function readBearer(header: string | undefined): string | null {
  return /^Bearer\s+(\S+)$/i.exec(header ?? "")?.[1] ?? null;
}
