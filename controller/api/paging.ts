const PAGE = 500;

/**
 * Reads a whole list. The admin API's `range` is "from-to", yet recorded answers disagree about whether `to` is
 * included, so only what really arrived counts: the next page starts after it, and a page that brings nothing new ends the list.
 */
export async function readAll(
  readPage: (range: string) => Promise<{ data: unknown[]; totalCount?: number | undefined }>,
): Promise<unknown[]> {
  const rows = new Map<string, unknown>();
  for (let from = 0; ;) {
    const { data, totalCount } = await readPage(`${from}-${from + PAGE - 1}`);
    const before = rows.size;
    for (const row of data) rows.set(idOf(row) ?? `#${rows.size}`, row);
    from += data.length;
    const nothingNew = rows.size === before;
    // One short of a page may still be a full one where `to` is not included.
    if (nothingNew || data.length < PAGE - 1 || rows.size === totalCount) return [...rows.values()];
  }
}

function idOf(row: unknown): string | undefined {
  return typeof row === "object" && row !== null && "id" in row ? String(row.id) : undefined;
}
