import type { Json } from "../kinds/field.ts";

/** Query parameters of every list of the admin API. */
export interface ListQuery {
  queries: string[];
  range?: string;
  orderBy?: string;
  descending: boolean;
  filterBy: { name: string; value: string }[];
}

const PLAIN = new Set(["query", "range", "orderBy", "descending"]);

/**
 * Reads list parameters. Filters come in two spellings: `?name=x` as the API's description says, and `?filterBy[name]=x` as
 * generated clients send.
 */
export function readListQuery(search: URLSearchParams, fields: ReadonlySet<string>): ListQuery {
  const filterBy: { name: string; value: string }[] = [];
  for (const [key, value] of search) {
    const bracketed = /^filterBy\[([^\]]+)\]$/.exec(key)?.[1];
    if (bracketed !== undefined) filterBy.push({ name: bracketed, value });
    else if (!PLAIN.has(key) && fields.has(key)) filterBy.push({ name: key, value });
  }
  const range = search.get("range");
  const orderBy = search.get("orderBy");
  return {
    queries: search.getAll("query").filter((text) => text !== ""),
    descending: search.get("descending") === "true",
    filterBy,
    ...(range === null ? {} : { range }),
    ...(orderBy === null ? {} : { orderBy }),
  };
}

/** Filters, orders and cuts rows, and answers in the shape of the API version. */
export function answerList(rows: readonly Json[], query: ListQuery, version: number): Json {
  const needles = query.queries.map((text) => text.toLowerCase());
  const found = rows
    .filter((row) => needles.every((needle) => searchable(row).includes(needle)))
    .filter((row) => query.filterBy.every(({ name, value }) => includes(row[name], value)));
  const orderBy = query.orderBy ?? "name";
  found.sort((a, b) => compare(a[orderBy], b[orderBy]) || compare(a["id"], b["id"]));
  if (query.descending) found.reverse();
  const bounds = /^(\d+)-(\d+)$/.exec(query.range ?? "");
  const from = bounds === null ? 0 : Number(bounds[1]);
  const data = bounds === null ? found : found.slice(from, Number(bounds[2]) + 1);
  return {
    data,
    // As recorded from a real one: three items answer "0-3/3", so the end is a count and not the last index.
    range: `${from}-${from + data.length}/${found.length}`,
    orderBy,
    descending: query.descending,
    filterBy: query.filterBy,
    ...(version >= 17 ? { queries: query.queries } : {}),
    ...(version <= 19 && query.queries[0] !== undefined ? { query: query.queries[0] } : {}),
    ...(version >= 19 ? { totalCount: rows.length } : {}),
  };
}

function searchable(row: Json): string {
  return [row["id"], row["name"], row["notes"], ...(Array.isArray(row["tags"]) ? row["tags"] : [])]
    .filter((value) => typeof value === "string")
    .join("\n")
    .toLowerCase();
}

/** The API calls a filter an inclusion test: a part of a text, or an element of a list. */
function includes(value: unknown, wanted: string): boolean {
  if (Array.isArray(value)) return value.some((one) => String(one) === wanted);
  return String(value ?? "")
    .toLowerCase()
    .includes(wanted.toLowerCase());
}

function compare(a: unknown, b: unknown): number {
  const left = String(a ?? "");
  const right = String(b ?? "");
  return left < right ? -1 : left > right ? 1 : 0;
}
