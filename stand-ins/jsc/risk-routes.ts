import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { readBasic, readBearer } from "../shared/secrets.ts";
import { type Device, RISKS, toV1, toV2 } from "./devices.ts";
import { refuse } from "./errors.ts";
import type { Inventory } from "./inventory.ts";
import type { RateLimiter } from "./limits.ts";
import type { Login } from "./login.ts";

/** Largest page that JSC gives. */
export const MAX_PAGE = 100;

export interface RiskContext {
  inventory: Inventory;
  login: Login;
  /** Requests to `/v1/login`; undefined when the limit is off. */
  logins: RateLimiter | undefined;
  /** All other requests. */
  data: RateLimiter | undefined;
  /** Size of a page when the caller names none. */
  defaultPageSize: number;
  /** What an override with an unknown device does. */
  unknownDevices: "refuse" | "ignore";
}

const overrideBody = z.discriminatedUnion("source", [
  z.object({
    source: z.literal("MANUAL"),
    risk: z.enum(RISKS),
    deviceIds: z.array(z.string().min(1)).min(1),
  }),
  z.object({
    source: z.literal("WANDERA"),
    risk: z.enum(RISKS).optional(),
    deviceIds: z.array(z.string().min(1)).min(1),
  }),
]);

/** Sign-in, device lists and the override. */
export function addRiskRoutes(app: FastifyInstance, context: RiskContext): void {
  const { inventory, login } = context;

  app.post("/v1/login", async (request, reply) => {
    if (overLimit(context.logins, reply)) return reply;
    const basic = readBasic(request.headers.authorization);
    const token = basic && (await login.signIn(basic.user, basic.password));
    return token ? { token } : refuse(reply, "Unauthorized", "Unauthorized");
  });

  const preHandler = async (request: FastifyRequest, reply: FastifyReply) => {
    if (overLimit(context.data, reply)) return reply;
    const token = readBearer(request.headers.authorization);
    if (token === null) return refuse(reply, "Unauthorized", "Unauthorized");
    // A token that is over is Forbidden, not Unauthorized.
    if ((await login.check(token)) === null) return refuse(reply, "Forbidden", "Forbidden");
    return undefined;
  };

  app.get("/risk/v2/devices", { preHandler }, async (request, reply) => {
    const page = readPage(request, reply, context.defaultPageSize);
    if (!page) return reply;
    const { externalId, guid } = request.query as { externalId?: string; guid?: string };
    const devices = inventory.known.filter(
      (device) =>
        (externalId === undefined || device.externalId === externalId) &&
        (guid === undefined || device.guid === guid),
    );
    return { userDeviceList: slice(devices, page).map(toV2) };
  });

  app.get("/risk/v1/devices", { preHandler }, async (request, reply) => {
    const page = readPage(request, reply, context.defaultPageSize);
    if (!page) return reply;
    const totalRecords = inventory.known.length;
    return {
      records: slice(inventory.known, page).map(toV1),
      pagination: { totalPages: Math.ceil(totalRecords / page.size), totalRecords },
    };
  });

  app.put("/risk/v1/override", { preHandler }, async (request, reply) => {
    const body = overrideBody.safeParse(request.body);
    if (!body.success) {
      const [issue] = body.error.issues;
      const where = issue?.path.join(".");
      return refuse(reply, "BAD_REQUEST", `${where ? `${where}: ` : ""}${issue?.message ?? ""}`);
    }
    const ids = [...new Set(body.data.deviceIds)];
    const devices = ids.flatMap((id) => inventory.find(id) ?? []);
    if (devices.length < ids.length && context.unknownDevices === "refuse") {
      const unknown = ids.filter((id) => !devices.some(({ guid }) => guid === id));
      return refuse(reply, "DEVICE_NOT_FOUND", `Unknown devices: ${unknown.join(", ")}`);
    }
    inventory.override(devices, body.data.source, body.data.risk ?? null);
    return reply.code(204).send();
  });
}

function overLimit(limiter: RateLimiter | undefined, reply: FastifyReply): boolean {
  const waitMs = limiter?.take() ?? 0;
  if (waitMs === 0) return false;
  void reply.header("X-Rate-Limit-Retry-After-Milliseconds", String(waitMs));
  refuse(reply, "TOO_MANY_REQUESTS", "Rate limit exceeded");
  return true;
}

interface Page {
  index: number;
  size: number;
}

/** Reads `page` and `pageSize`; sends the error and gives null when they are wrong. */
function readPage(request: FastifyRequest, reply: FastifyReply, standard: number): Page | null {
  const { page = "0", pageSize = String(standard) } = request.query as Record<string, string>;
  const [index, size] = [Number(page), Number(pageSize)];
  if (!Number.isInteger(index) || !Number.isInteger(size)) {
    refuse(reply, "BAD_REQUEST", "page and pageSize must be whole numbers");
  } else if (index < 0) {
    refuse(reply, "NEGATIVE_PAGE", "Page must not be negative");
  } else if (size < 1) {
    refuse(reply, "NEGATIVE_PAGE_SIZE", "Page size must be positive");
  } else if (size > MAX_PAGE) {
    refuse(reply, "MAX_LIMIT_PER_PAGE", `Page size must be at most ${MAX_PAGE}`);
  } else {
    return { index, size };
  }
  return null;
}

function slice(devices: readonly Device[], { index, size }: Page): readonly Device[] {
  return devices.slice(index * size, (index + 1) * size);
}
