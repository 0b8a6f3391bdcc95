/**
 * Everything that a table has for these groups, in the table's order within each group, nothing twice.
 * A group that the table does not list adds nothing. `key` tells when two things are the same.
 */
export function forGroups<T>(
  table: { [group: string]: T[] },
  groups: string[] | undefined,
  key: (thing: T) => string,
): T[] {
  const found: T[] = [];
  const seen: { [key: string]: boolean } = {};
  if (!groups) return found;
  // By index: a list claim need not be a JavaScript array on the appliance.
  for (let i = 0; i < groups.length; i += 1) {
    const group = String(groups[i]);
    const things = Object.prototype.hasOwnProperty.call(table, group) ? table[group] || [] : [];
    for (const thing of things) {
      const name = "=" + key(thing);
      if (seen[name]) continue;
      seen[name] = true;
      found.push(thing);
    }
  }
  return found;
}

/** A list claim as a JavaScript array of texts; empty when it is missing. */
export function textList(list: string[] | undefined): string[] {
  const copy: string[] = [];
  for (let i = 0; list && i < list.length; i += 1) copy.push(String(list[i]));
  return copy;
}
