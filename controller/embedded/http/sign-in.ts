import { X509Certificate } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { certificateDetails } from "../kinds/system.ts";
import { isId } from "../store.ts";
import { fieldProblem, Problem, sendJson } from "./answers.ts";
import type { SignedIn } from "./auth.ts";
import type { Context } from "./context.ts";
import { bodyOf, versionOf, whoOf } from "./context.ts";

/** Paths below /admin that need no token. */
export const OPEN_PATHS: ReadonlySet<string> = new Set([
  "/admin/version",
  "/admin/login",
  "/admin/authentication",
  "/admin/identity-providers/names",
  "/admin/certificate-authority/ca",
  "/admin/certificate-authority/ca/pem",
]);

export function signInRoutes(app: FastifyInstance, context: Context): void {
  const { administrators, store, versions } = context;

  app.get("/version", async (_request, reply) => {
    if (!versions.versionEndpoint) throw new Problem(404, "The path does not exist.");
    return reply
      .type("application/json")
      .send({ peerVersion: versions.max, lowestPeerVersionSupported: versions.min });
  });

  const signIn = (request: FastifyRequest): SignedIn => {
    const body = bodyOf(request);
    const deviceId = body["deviceId"];
    const errors = ["providerName", "deviceId"]
      .filter((field) => typeof body[field] !== "string" || body[field] === "")
      .map((field) => ({ field, message: "may not be null" }));
    if (typeof deviceId === "string" && !isId(deviceId))
      errors.push({ field: "deviceId", message: "must be a valid UUID" });
    if (errors.length > 0) throw fieldProblem(errors);
    return administrators.signIn(
      String(body["providerName"]),
      String(body["username"]),
      String(body["password"]),
    );
  };
  const answer = (
    reply: FastifyReply,
    version: number,
    { user, privileges, token, expiresMs }: SignedIn,
  ) =>
    sendJson(reply, 200, version, {
      user: {
        name: user.username,
        needTwoFactorAuth: user.needsSecondFactor ?? false,
        canAccessAuditLogs: true,
        privileges,
      },
      token,
      expires: new Date(expiresMs).toISOString().replace("Z", "000Z"),
      messageOfTheDay: "",
      ...(version >= 20 ? { crlEnabled: false } : {}),
      ...(version >= 24
        ? { ppModeEnabled: false, inactivityTimeoutEnabled: false, inactivityTimeoutMinutes: 60 }
        : {}),
    });
  const secondFactor = ({ user }: SignedIn) => {
    if (user.needsSecondFactor !== true) return;
    throw new Problem(412, "Administrative authorization requires two-factor authentication.", {
      otpRequired: true,
      username: user.username,
    });
  };

  app.post("/login", async (request, reply) => {
    const signedIn = signIn(request);
    secondFactor(signedIn);
    return answer(reply, versionOf(request), signedIn);
  });
  app.post("/authentication", async (request, reply) =>
    answer(reply, versionOf(request), signIn(request)),
  );
  app.get("/authorization", async (request, reply) => {
    secondFactor(whoOf(request));
    return answer(reply, versionOf(request), whoOf(request));
  });
  const signOut = async (request: FastifyRequest, reply: FastifyReply) => {
    administrators.signOut(whoOf(request).token);
    return reply.code(204).send();
  };
  app.post("/authentication/logout", signOut);
  app.post("/logout", signOut);

  app.get("/identity-providers/names", async (request, reply) => {
    const types: Readonly<Record<string, string>> = {
      Saml: "Saml",
      Oidc: "Oidc",
      LdapCertificate: "Certificate",
    };
    const data = store
      .list("identity-providers")
      .filter((provider) => provider["adminProvider"] === true)
      .map(({ name, type }) => ({
        name,
        displayName: name,
        type: types[String(type)] ?? "Credentials",
      }));
    return sendJson(reply, 200, versionOf(request), { data, bannerMessage: "" });
  });

  app.get("/certificate-authority/ca", async (request, reply) =>
    sendJson(
      reply,
      200,
      versionOf(request),
      certificateDetails(new X509Certificate(context.caPem)),
    ),
  );
  app.get("/certificate-authority/ca/pem", async (request, reply) =>
    sendJson(reply, 200, versionOf(request), {
      ...certificateDetails(new X509Certificate(context.caPem)),
      certificate: context.caPem,
    }),
  );
}
