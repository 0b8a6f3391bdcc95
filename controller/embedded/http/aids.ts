import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { SdpxError } from "../../../base/errors.ts";
import { checkShape } from "../../../base/json.ts";
import type { EntityKind } from "../kinds/index.ts";
import { ENTITY_KINDS } from "../kinds/index.ts";
import { DEVICE_PLATFORMS } from "../sessions/model.ts";
import type { SignIn } from "../sessions/model.ts";
import type { Context } from "./context.ts";
import { parameter } from "./context.ts";
import type { Faults } from "./faults.ts";
import { faultSchema } from "./faults.ts";

const claims = z.record(z.string(), z.unknown());
const command = z.union([
  z.string(),
  z.strictObject({ stdout: z.string(), exitCode: z.number().int() }),
]);

/** Body of POST /embedded/sessions. */
export const signInSchema = z.strictObject({
  username: z.string().min(1),
  providerName: z.string().min(1),
  deviceId: z.uuid(),
  userClaims: claims.optional(),
  deviceClaims: claims.optional(),
  systemClaims: claims.optional(),
  device: z
    .strictObject({
      platform: z.enum(DEVICE_PLATFORMS),
      commands: z.record(z.string(), command).optional(),
    })
    .optional(),
});

const maintenance = z.strictObject({ enabled: z.boolean() });

const isKind = (text: string): text is EntityKind => ENTITY_KINDS.some((kind) => kind === text);

/** One request that the Controller got, oldest first in the journal. Never holds a body or a token. */
export interface JournalEntry {
  /** Epoch milliseconds. */
  at: number;
  method: string;
  path: string;
  status: number;
  userAgent: string;
}

/**
 * What a real Controller does not have: signing people in without a client, bad days on demand, edits behind somebody's back,
 * a look at what was asked. It
 * stands outside /admin and needs no token, so it is served to this machine only unless the operator binds another address.
 */
export function aidRoutes(
  app: FastifyInstance,
  { sessions, store, health }: Context,
  faults: Faults,
  journal: readonly JournalEntry[],
): void {
  app.post("/faults", async (request, reply) => {
    faults.add(checkShape(faultSchema, request.body, "POST /embedded/faults", "fault"));
    return reply.code(204).send();
  });
  app.delete("/faults", async (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
  app.put("/maintenance", async (request, reply) => {
    const read = checkShape(maintenance, request.body, "PUT /embedded/maintenance", "switch");
    health.maintenance = read.enabled;
    return reply.code(204).send();
  });
  app.patch("/objects/:kind/:id", async (request, reply) => {
    const kind = parameter(request, "kind");
    if (!isKind(kind)) {
      throw new SdpxError("not-found", "there is no such collection", {
        where: `/embedded/objects/${kind}`,
        list: [...ENTITY_KINDS],
      });
    }
    const change = checkShape(claims, request.body, "PATCH /embedded/objects", "change");
    const stored = store.edit(kind, parameter(request, "id"), change);
    return reply.send(store.present(kind, stored, Infinity));
  });
  app.get("/requests", async () => ({ data: journal }));

  app.post("/sessions", async (request) => {
    const read = checkShape(signInSchema, request.body, "POST /embedded/sessions", "sign-in");
    // Optional keys that zod leaves out are absent, never undefined.
    return sessions.signIn(read as SignIn);
  });
  app.get("/sessions", async () => ({ data: sessions.list() }));
  app.get("/sessions/:dn", async (request, reply) => {
    const session = sessions.get(parameter(request, "dn"));
    return (
      session ??
      reply.code(404).send({
        error: "no-session",
        message: `nobody is signed in as ${parameter(request, "dn")}; see GET /embedded/sessions`,
      })
    );
  });
  app.delete("/sessions/:dn", async (request, reply) =>
    reply.code(sessions.signOut(parameter(request, "dn")) ? 204 : 404).send(),
  );
}
