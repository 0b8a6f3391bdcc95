import { z } from "zod";
import { criterionSchema } from "./criteria.ts";

/** A computer group: smart (criteria) or static (members). */
export const computerGroupSchema = z.union([
  z.strictObject({
    name: z.string().min(1),
    description: z.string().default(""),
    criteria: z.array(criterionSchema),
  }),
  z.strictObject({
    name: z.string().min(1),
    description: z.string().default(""),
    members: z.array(z.number().int().positive()),
  }),
]);
export type ComputerGroupInput = z.input<typeof computerGroupSchema>;
export type ComputerGroup = z.output<typeof computerGroupSchema> & { id: number };

/** A change of a smart group's membership: what one webhook tells. Ids are sorted. */
export interface MembershipChange {
  of: "computer" | "mobile";
  groupId: number;
  groupName: string;
  added: number[];
  removed: number[];
}

/** Both directions of the difference between two memberships, or null when there is none. */
export function difference(
  before: ReadonlySet<number>,
  after: ReadonlySet<number>,
): { added: number[]; removed: number[] } | null {
  const only = (these: ReadonlySet<number>, those: ReadonlySet<number>) =>
    [...these].filter((id) => !those.has(id)).sort((a, b) => a - b);
  const added = only(after, before);
  const removed = only(before, after);
  return added.length === 0 && removed.length === 0 ? null : { added, removed };
}
