import { z } from "zod";

/** Jamf Pro's pages count from 0; `page-size` is 100 when left out and at most 2000. */
export const MAX_PAGE_SIZE = 2000;

const oneOrMany = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]));

const whole = (min: number, max: number, standard: number) =>
  z
    .string()
    .regex(/^\d+$/, "must be a whole number")
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be from ${min} to ${max}`)
    .default(standard);

export const pageQuery = z.object({
  page: whole(0, 1_000_000_000, 0),
  "page-size": whole(1, MAX_PAGE_SIZE, 100),
  sort: oneOrMany,
  section: oneOrMany,
  filter: z.string().optional(),
});
export type PageQuery = z.output<typeof pageQuery>;

/** The page of a list, in the API's shape. */
export function pageOf<T>(rows: readonly T[], query: PageQuery): { totalCount: number; rows: T[] } {
  const from = query.page * query["page-size"];
  return { totalCount: rows.length, rows: rows.slice(from, from + query["page-size"]) };
}
