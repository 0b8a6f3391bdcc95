/** Longest stem that is made from a name; room is left for extensions and for an id. */
const MAX_STEM = 80;

/** Names that Windows keeps for devices, with any extension; and the one that the build reads as "this folder". */
const RESERVED = /^(con|prn|aux|nul|conin|conout|com[0-9]|lpt[0-9]|index)$/;

/**
 * A file name (without extension) for an object whose name may be anything: lower-case letters, digits, `_` and `-` only, so
 * that no name leads out of the folder, hides, or means another file on another system.
 */
export function safeStem(name: string, id: string): string {
  const plain = name
    .normalize("NFKD")
    // What NFKD split off a letter: ü becomes u.
    .replace(/\p{M}+/gu, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "-")
    .slice(0, MAX_STEM)
    .replace(/^-+|-+$/g, "");
  if (plain === "") return `script-${shortId(id)}`;
  return RESERVED.test(plain) ? `script-${plain}` : plain;
}

/** The first eight digits of an id, fit for a file name whatever the id is. */
export function shortId(id: string): string {
  return (
    id
      .toLowerCase()
      .replace(/[^a-z0-9]/g, "")
      .slice(0, 8) || "0"
  );
}

/**
 * Stems for objects of one folder. Objects whose names lead to one stem all get their id appended, so that the order in which
 * they are read changes nothing.
 * @param taken stems that other files of the folder have
 */
export function chooseStems(
  objects: readonly { id: string; name: string }[],
  taken: Iterable<string>,
): Map<string, string> {
  const used = new Set([...taken].map((stem) => stem.toLowerCase()));
  const wanted = new Map<string, { id: string }[]>();
  for (const object of objects) {
    const stem = safeStem(object.name, object.id);
    wanted.set(stem, [...(wanted.get(stem) ?? []), object]);
  }
  const chosen = new Map<string, string>();
  for (const [stem, group] of wanted) {
    const crowded = group.length > 1 || used.has(stem);
    for (const { id } of [...group].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      let free = crowded ? `${stem}-${shortId(id)}` : stem;
      for (let n = 2; used.has(free); n += 1) free = `${stem}-${shortId(id)}-${n}`;
      used.add(free);
      chosen.set(id, free);
    }
  }
  return chosen;
}

/** Whether a name fits a pattern with `*` (any text) and `?` (one character); letters count as they are. */
export function matchesGlob(pattern: string, name: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", "[^]*")
    .replaceAll("?", "[^]");
  return new RegExp(`^${source}$`, "u").test(name);
}
