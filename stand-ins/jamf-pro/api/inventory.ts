import type { FastifyInstance, FastifyReply } from "fastify";
import type { Computer } from "../model/computer.ts";
import type { Fleet } from "../model/fleet.ts";
import { compileFilter } from "../rsql/evaluate.ts";
import { parseRsql } from "../rsql/parse.ts";
import { compileSort } from "../rsql/sort.ts";
import type { Guard } from "./auth.ts";
import { refuse } from "./errors.ts";
import { pageOf, pageQuery } from "./paging.ts";
import { hasSection, type SectionName, SECTIONS, toInventory } from "./sections.ts";

/** Versions of computers-inventory that Jamf Pro has had. */
export const INVENTORY_VERSIONS = [1, 2, 3, 4] as const;
export type InventoryVersion = (typeof INVENTORY_VERSIONS)[number];

/** Computer inventory: the list with sections, filter, sort and pages, and the full record. */
export function addInventoryRoutes(
  app: FastifyInstance,
  fleet: Fleet,
  guard: Guard,
  versions: readonly InventoryVersion[],
): void {
  const select = makeSelector(fleet);
  const preHandler = guard("Read Computers");
  for (const version of versions) {
    app.get(`/api/v${version}/computers-inventory`, { preHandler }, async (request, reply) => {
      const query = pageQuery.safeParse(request.query);
      if (!query.success) {
        const [issue] = query.error.issues;
        return refuse(reply, 400, issue?.message ?? "bad query", issue?.path.join(".") ?? null);
      }
      const names = query.data.section.length > 0 ? query.data.section : ["GENERAL"];
      const sections: SectionName[] = [];
      for (const name of names.flatMap((list) => list.split(","))) {
        if (!hasSection(name, version)) {
          return refuse(reply, 400, `There is no section ${name}`, "section");
        }
        sections.push(name);
      }
      let rows: readonly Computer[];
      try {
        rows = select(query.data.filter ?? "", query.data.sort);
      } catch (error) {
        if (!(error instanceof BadQuery)) throw error;
        return refuse(reply, 400, error.message, error.field);
      }
      const page = pageOf(rows, query.data);
      return {
        totalCount: page.totalCount,
        results: page.rows.map((computer) => toInventory(computer, sections, version, fleet)),
      };
    });

    app.get<{ Params: { id: string } }>(
      `/api/v${version}/computers-inventory-detail/:id`,
      { preHandler },
      async (request, reply) => {
        const computer = computerOf(fleet, request.params.id);
        if (!computer) return noSuchComputer(reply, request.params.id);
        const all = Object.keys(SECTIONS) as SectionName[];
        return toInventory(computer, all, version, fleet);
      },
    );
  }
}

/** The computer that a path names by its id. */
export function computerOf(fleet: Fleet, id: string): Computer | undefined {
  return /^\d+$/.test(id) ? fleet.computers.get(Number(id)) : undefined;
}

/** 404 for an id without a computer. */
export function noSuchComputer(reply: FastifyReply, id: string): FastifyReply {
  return refuse(reply, 404, `There is no computer with the id ${id}`, "id");
}

/** A filter or a sort that Jamf Pro would refuse. */
class BadQuery extends Error {
  readonly field: string;
  constructor(field: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.field = field;
  }
}

/** Runs one step of compiling; its error becomes one of the query field. */
function compiling<T>(field: string, compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    throw new BadQuery(field, error);
  }
}

/** Order when the caller names none. It shifts pages when computers are renamed, which clients must know. */
const STANDARD_SORT = ["general.name:asc"];

/**
 * Filtered and sorted rows. The last selection is kept as long as nothing changes: a client that pages through
 * 100,000 computers would otherwise have them sorted for each page.
 */
function makeSelector(
  fleet: Fleet,
): (filter: string, sorts: readonly string[]) => readonly Computer[] {
  let kept = { key: "", rows: [] as readonly Computer[] };
  return (filter, sorts) => {
    const key = JSON.stringify([fleet.revision, filter, sorts]);
    if (kept.key === key) return kept.rows;
    const test = compiling("filter", () =>
      filter === "" ? () => true : compileFilter(parseRsql(filter)),
    );
    const order = compiling("sort", () => compileSort(sorts.length > 0 ? sorts : STANDARD_SORT));
    const rows = [...fleet.computers.values()].filter(test).sort(order);
    kept = { key, rows };
    return rows;
  };
}
