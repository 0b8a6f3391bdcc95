/** A reference to a Secret that the Controller keeps (admin guide, "Secrets"): `%SECRET:NAME%`. */
const REFERENCE = /%SECRET:([^%\r\n"'`]+)%/g;

export type Secrets = Readonly<Record<string, string>>;

/** Names of the secrets that a text refers to, sorted, each once. */
export function secretNames(text: string): string[] {
  return [...new Set([...text.matchAll(REFERENCE)].map((match) => match[1] ?? ""))].sort();
}

/**
 * Puts secret values into a text, as text: what they contain is not escaped, because Appgate does not document that
 * its Controller does.
 * @returns the text, and the names for which there is no value
 */
export function substituteSecrets(
  text: string,
  secrets: Secrets,
): { text: string; missing: string[] } {
  const missing = secretNames(text).filter((name) => !Object.hasOwn(secrets, name));
  if (missing.length > 0) return { text, missing };
  return { text: text.replace(REFERENCE, (_, name: string) => secrets[name] ?? ""), missing };
}

/** What a value looks like inside base64, for each of the three places at which it can begin. */
function base64Shapes(value: string): string[] {
  if (value.length < 8) return [];
  return [0, 1, 2].flatMap((lead) => {
    const bytes = Buffer.concat([Buffer.alloc(lead), Buffer.from(value, "utf8")]);
    const text = bytes.toString("base64").replace(/=+$/, "");
    // The first and the last digits also depend on the neighbours.
    const stable = text.slice(Math.ceil((lead * 8) / 6), Math.floor((bytes.length * 8) / 6));
    return [stable, stable.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/**
 * Makes a function that takes secret values out of anything that is given back: as they are, in JSON, in URLs and
 * in base64 (where a neighbouring digit or two may stay). Numbers of four digits and more are compared too.
 */
export function secretScrubber(secrets: Secrets): <T>(value: T) => T {
  const names = new Map<string, string>();
  for (const [name, value] of Object.entries(secrets)) {
    if (value === "") continue;
    const shapes = [
      value,
      JSON.stringify(value).slice(1, -1),
      encodeURIComponent(value.toWellFormed()),
      ...base64Shapes(value),
    ];
    for (const shape of shapes) if (!names.has(shape)) names.set(shape, `%SECRET:${name}%`);
  }
  if (names.size === 0) return (value) => value;
  // Longest first: where one secret contains another, the longer one is named.
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(escaped).join("|"), "g");
  const scrubText = (text: string) => text.replace(pattern, (found) => names.get(found) ?? "");
  const scrub = (value: unknown): unknown => {
    if (typeof value === "string") return scrubText(value);
    if (typeof value === "number") {
      const text = String(value);
      return text.length >= 4 && names.has(text) ? names.get(text) : value;
    }
    if (Array.isArray(value)) return value.map(scrub);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [scrubText(key), scrub(member)]),
    );
  };
  return <T>(value: T) => scrub(value) as T;
}
