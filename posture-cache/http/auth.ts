import { hash, timingSafeEqual } from "node:crypto";

/** Tells whether a presented secret is one of those that are valid now. */
export type SecretCheck = (presented: string | undefined) => boolean;

// In one call: this is on the path of every lookup.
const digest = (text: string) => hash("sha256", text, "buffer");

/**
 * Compares in constant time, over digests, so that neither length nor content can be told from the time it takes.
 * Every valid secret is compared each time: while secrets are being changed there are two.
 */
export function secretCheck(secrets: readonly string[]): SecretCheck {
  const valid = secrets.map(digest);
  return (presented) => {
    if (presented === undefined || presented === "") return false;
    const given = digest(presented);
    let matches = 0;
    for (const secret of valid) matches += timingSafeEqual(given, secret) ? 1 : 0;
    return matches > 0;
  };
}

/** The token of `Authorization: Bearer …`. */
export function bearer(header: string | undefined): string | undefined {
  return header !== undefined && /^bearer /i.test(header) ? header.slice(7).trim() : undefined;
}
