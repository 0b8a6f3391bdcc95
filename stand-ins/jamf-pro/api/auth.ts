import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { readBasic, readBearer } from "../../shared/secrets.ts";
import { refuse, refuseHtml } from "./errors.ts";
import type { Privilege } from "./privileges.ts";
import { privilegesOf, type Token, type Tokens } from "./tokens.ts";

const tokenForm = z.object({
  grant_type: z.literal("client_credentials"),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
});

/** Sign-in endpoints: OAuth client credentials, user tokens and, when asked for, the old `/uapi` ones. */
export function addAuthRoutes(app: FastifyInstance, tokens: Tokens, legacyUapi: boolean): void {
  const oauth = async (request: FastifyRequest, reply: FastifyReply) => {
    const form = tokenForm.safeParse(request.body);
    if (!form.success) {
      return refuse(reply, 400, "grant_type must be client_credentials in a form", "grant_type");
    }
    const basic = readBasic(request.headers.authorization);
    const id = form.data.client_id ?? basic?.user ?? "";
    const token = tokens.forClient(id, form.data.client_secret ?? basic?.password ?? "");
    if (token?.holder.type !== "client") return refuse(reply, 401, "Unauthorized");
    return {
      access_token: token.value,
      scope: "api-role:1",
      token_type: "Bearer",
      expires_in: token.holder.client.tokenLifetimeSeconds - 1,
    };
  };
  app.post("/api/oauth/token", oauth);
  app.post("/api/v1/oauth/token", oauth);

  const signIn = async (request: FastifyRequest, reply: FastifyReply) => {
    const basic = readBasic(request.headers.authorization);
    const token = basic ? tokens.forUser(basic.user, basic.password) : null;
    return token ? userToken(token) : refuse(reply, 401, "Unauthorized");
  };
  const keepAlive = async (request: FastifyRequest, reply: FastifyReply) => {
    const token = tokens.find(readBearer(request.headers.authorization));
    // Tokens of API clients cannot be kept alive; a client asks for a new one.
    if (token?.holder.type !== "user") return refuse(reply, 401, "Unauthorized");
    const { username, password } = token.holder.user;
    const fresh = tokens.forUser(username, password);
    tokens.end(token);
    return fresh ? userToken(fresh) : refuse(reply, 401, "Unauthorized");
  };
  const invalidate = async (request: FastifyRequest, reply: FastifyReply) => {
    const token = tokens.find(readBearer(request.headers.authorization));
    if (!token) return refuse(reply, 401, "Unauthorized");
    tokens.end(token);
    return reply.code(204).send();
  };
  app.post("/api/v1/auth/token", signIn);
  app.post("/api/v1/auth/keep-alive", keepAlive);
  app.post("/api/v1/auth/invalidate-token", invalidate);
  if (legacyUapi) {
    app.post("/uapi/auth/tokens", signIn);
    app.post("/uapi/auth/keepAlive", keepAlive);
    app.post("/uapi/auth/invalidateToken", invalidate);
  }
}

function userToken(token: Token): { token: string; expires: string } {
  return { token: token.value, expires: new Date(token.expiresAt).toISOString() };
}

/** A check before a route: a live token with all of these privileges. */
export type Guard = (
  ...privileges: Privilege[]
) => (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;

/** Guards for `/api` (JSON errors) or for the Classic API (HTML errors). */
export function makeGuard(tokens: Tokens, voice: "json" | "html"): Guard {
  const say = (reply: FastifyReply, status: number, description: string) =>
    voice === "json" ? refuse(reply, status, description) : refuseHtml(reply, status, description);
  return (...privileges) =>
    async (request, reply) => {
      const token = tokens.find(readBearer(request.headers.authorization));
      if (!token) return say(reply, 401, "Unauthorized");
      const held = privilegesOf(token);
      const missing = privileges.filter((privilege) => !held.includes(privilege));
      if (missing.length === 0) return undefined;
      return say(reply, 403, `Forbidden: the privilege ${missing.join(", ")} is missing`);
    };
}
