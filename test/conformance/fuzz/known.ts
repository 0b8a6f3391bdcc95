import type { Disagreement } from "./compare.ts";

/**
 * Differences that the fuzzer would find again and again, and why they are left. A program that one of these explains counts as
 * agreement, so an entry must be as narrow as it can be.
 */
export interface KnownDifference {
  explains(found: Disagreement): boolean;
  reason: string;
  /** `YYYY-MM-DD` */
  since: string;
}

export const KNOWN: readonly KnownDifference[] = [
  {
    explains: ({ code, nashorn }) =>
      "error" in nashorn && nashorn.error === "syntax" && /`[^`]*\$\{[^`]*\//.test(code),
    reason: "Nashorn refuses every / inside ${...} of a template literal (found-templates)",
    since: "2026-11-22",
  },
  {
    explains: ({ code }) => /`[^`]*\$\{[^`]*valueOf/.test(code),
    reason: "a template literal converts as + does in Nashorn (found-templates)",
    since: "2026-11-22",
  },
  {
    explains: ({ code }) => /new Date\(/.test(code) && /valueOf/.test(code),
    reason: "new Date(object) calls valueOf twice in Nashorn (found-values)",
    since: "2026-11-22",
  },
  {
    explains: ({ code }) => /Date(\.parse)?\(/.test(code) && /'\$1'/.test(code),
    reason: "odd texts that Nashorn's reader of dates refuses (found-others)",
    since: "2026-11-22",
  },
];

/** Whether a disagreement is one of the known ones. */
export function isKnown(found: Disagreement): boolean {
  return KNOWN.some((one) => one.explains(found));
}
