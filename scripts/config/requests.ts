import { z } from "zod";
import { ENTITLEMENT_TYPES, SANDBOX_KINDS } from "../../base/kinds.ts";
import { TOLERABLE } from "../../sandbox-shim/gate/rules.ts";

/**
 * What `sdpx run` takes. The shape is that of the Controller's test endpoints (POST /admin/conditions/test), so a
 * body captured from the admin UI works as it is.
 */
const claims = z.record(z.string(), z.unknown());

const isoTime = z
  .string()
  .refine(
    (text) => !Number.isNaN(Date.parse(text)),
    "must be a date and time in ISO 8601, e.g. 2026-03-01T08:00:00Z",
  );

export const claimFileSchema = z.strictObject({
  userClaims: claims.optional(),
  deviceClaims: claims.optional(),
  systemClaims: claims.optional(),
  time: isoTime.optional(),
});

const stub = z.strictObject({
  method: z.enum(["GET", "POST", "PUT", "DELETE"]).optional(),
  url: z.string().min(1),
  statusCode: z.number().int().min(100).max(599).optional(),
  data: z.unknown().optional(),
  failure: z.enum(["timeout", "unreachable", "tls"]).optional(),
  times: z.number().int().positive().optional(),
});
export const stubFileSchema = z.array(stub);

/** One line of `sdpx run --batch`. `kind` may come from the command line instead. */
export const batchLineSchema = claimFileSchema.extend({
  id: z.union([z.string(), z.number()]).optional(),
  kind: z.enum(SANDBOX_KINDS).optional(),
  type: z.enum(ENTITLEMENT_TYPES).optional(),
  expression: z.string(),
  stubs: stubFileSchema.optional(),
  tolerate: z.array(z.enum([...TOLERABLE, "*"])).optional(),
  hostObjects: z.boolean().optional(),
  httpFailure: z.enum(["throw", "null"]).optional(),
  seed: z.number().int().optional(),
});

export type ClaimFile = z.infer<typeof claimFileSchema>;
export type BatchLine = z.infer<typeof batchLineSchema>;
