import type { FastifyInstance } from "fastify";
import type { Fleet } from "../model/fleet.ts";
import type { ComputerGroup, MembershipChange } from "../model/groups.ts";
import type { Guard } from "./auth.ts";
import { refuse } from "./errors.ts";
import { computerOf, noSuchComputer } from "./inventory.ts";
import { pageOf, pageQuery } from "./paging.ts";

/**
 * Computer groups: lists, membership, recalculation.
 * @param onChange is told of memberships that a recalculation changed
 */
export function addGroupRoutes(
  app: FastifyInstance,
  fleet: Fleet,
  guard: Guard,
  onChange: (memberships: readonly MembershipChange[]) => void,
): void {
  const read = { preHandler: guard("Read Smart Computer Groups") };
  const recalculate = { preHandler: guard("Update Smart Computer Groups") };
  const summary = (group: ComputerGroup) => ({
    id: String(group.id),
    name: group.name,
    description: group.description,
    siteId: "-1",
    membershipCount: fleet.membersOf(group.id)?.size ?? 0,
  });

  app.get("/api/v2/computer-groups/smart-groups", read, async (request, reply) => {
    const query = pageQuery.safeParse(request.query);
    if (!query.success) return refuse(reply, 400, query.error.issues[0]?.message ?? "bad query");
    const smart = [...fleet.groups.values()].filter((group) => "criteria" in group);
    const page = pageOf(smart.map(summary), query.data);
    return { totalCount: page.totalCount, results: page.rows };
  });

  const both = guard("Read Smart Computer Groups", "Read Static Computer Groups");
  app.get("/api/v1/computer-groups", { preHandler: both }, async () =>
    [...fleet.groups.values()].map((group) => ({
      id: String(group.id),
      name: group.name,
      description: group.description,
      smartGroup: "criteria" in group,
    })),
  );

  for (const version of [2, 3]) {
    app.get<{ Params: { id: string } }>(
      `/api/v${version}/computer-groups/smart-group-membership/:id`,
      read,
      async (request, reply) => {
        const group = fleet.groups.get(Number(request.params.id));
        if (!group || !("criteria" in group))
          return refuse(reply, 404, "No such smart group", "id");
        return { members: [...(fleet.membersOf(group.id) ?? [])].sort((a, b) => a - b) };
      },
    );
  }

  app.post<{ Params: { id: string } }>(
    "/api/v1/smart-computer-groups/:id/recalculate",
    recalculate,
    async (request, reply) => {
      const result = fleet.recalculateGroup(Number(request.params.id));
      if (!result) return refuse(reply, 404, "No such smart group", "id");
      onChange(result.memberships);
      return { count: result.count };
    },
  );

  app.post<{ Params: { id: string } }>(
    "/api/v1/computers/:id/recalculate-smart-groups",
    recalculate,
    async (request, reply) => {
      const computer = computerOf(fleet, request.params.id);
      if (!computer) return noSuchComputer(reply, request.params.id);
      onChange(fleet.recalculateComputer(computer.id));
      return { count: fleet.groupsOf(computer.id).length };
    },
  );
}
