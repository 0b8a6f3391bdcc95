const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
    if (name.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
    return NAMED[name] ?? whole;
  });
}

/**
 * Reads XML of one element whose children hold only text, which is all that the Classic API's webhook needs.
 * @returns texts by element name, or null when the body is not `<root>…</root>`
 */
export function readFlatXml(body: unknown, root: string): Record<string, string> | null {
  if (typeof body !== "string") return null;
  const inner = new RegExp(`<${root}>([\\s\\S]*)</${root}>\\s*$`).exec(body)?.[1];
  if (inner === undefined) return null;
  const fields: Record<string, string> = {};
  for (const [, name = "", text] of inner.matchAll(/<([\w-]+)>([^<]*)<\/\1>|<[\w-]+\s*\/>/g)) {
    if (name !== "") fields[name] = decodeEntities(text ?? "");
  }
  return fields;
}
