import { X509Certificate } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { certificateDetails } from "../kinds/system.ts";
import { isId } from "../store.ts";
import { fieldProblem, Problem, sendJson } from "./answers.ts";
import type { SignedIn } from "./auth.ts";
import { sameSecret } from "./auth.ts";
import type { Context } from "./context.ts";
import { bodyOf, versionOf, whoOf } from "./context.ts";
import { findAccount } from "./directory.ts";

/** Paths below /admin that need no token. */
export const OPEN_PATHS: ReadonlySet<string> = new Set([
  "/admin/version",
  "/admin/login",
  "/admin/authentication",
  "/admin/identity-providers/names",
  "/admin/certificate-authority/ca",
  "/admin/certificate-authority/ca/pem",
]);

/** Paths below /admin that take the token of somebody who still owes the second factor. */
export const HALF_OPEN_PATHS: ReadonlySet<string> = new Set([
  "/admin/authorization",
  "/admin/authentication/otp/initialize",
  "/admin/authentication/otp",
  "/admin/authentication/logout",
  "/admin/logout",
]);

/** @throws Problem 412 in the Controller's words */
export function demandSecondFactor({ user, complete }: SignedIn): void {
  if (complete) return;
  throw new Problem(412, "Administrative authorization requires two-factor authentication.", {
    otpRequired: true,
    username: user.username,
  });
}

export function signInRoutes(app: FastifyInstance, context: Context): void {
  const { administrators, store, versions } = context;
  const setting = (name: string) => store.settings(versions.max)[name];

  app.get("/version", async (_request, reply) => {
    if (!versions.versionEndpoint) throw new Problem(404, "The path does not exist.");
    return reply
      .type("application/json")
      .send({ peerVersion: versions.max, lowestPeerVersionSupported: versions.min });
  });

  const signIn = async (request: FastifyRequest): Promise<SignedIn> => {
    const body = bodyOf(request);
    const deviceId = body["deviceId"];
    const errors = ["providerName", "deviceId"]
      .filter((field) => typeof body[field] !== "string" || body[field] === "")
      .map((field) => ({ field, message: "may not be null" }));
    if (typeof deviceId === "string" && !isId(deviceId))
      errors.push({ field: "deviceId", message: "must be a valid UUID" });
    if (errors.length > 0) throw fieldProblem(errors);
    const asked = [
      String(body["providerName"]),
      String(body["username"]),
      String(body["password"]),
    ] as const;
    const user = administrators.find(...asked) ?? (await findAccount(context, ...asked));
    if (user !== undefined) return administrators.issue(user);
    throw new Problem(401, "Invalid username or password.", { failureType: "Login" });
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
      messageOfTheDay: setting("messageOfTheDay"),
      ...(version >= 20 ? { crlEnabled: false } : {}),
      ...(version >= 24
        ? {
            ppModeEnabled: setting("ppModeEnabled"),
            inactivityTimeoutEnabled: setting("inactivityTimeoutEnabled"),
            inactivityTimeoutMinutes: setting("inactivityTimeout"),
          }
        : {}),
    });

  app.post("/login", async (request, reply) => {
    const signedIn = await signIn(request);
    demandSecondFactor(signedIn);
    return answer(reply, versionOf(request), signedIn);
  });
  app.post("/authentication", async (request, reply) =>
    answer(reply, versionOf(request), await signIn(request)),
  );
  app.post("/authentication/otp/initialize", async (request, reply) =>
    sendJson(reply, 200, versionOf(request), {
      type: whoOf(request).complete ? "Verified" : "AlreadySeeded",
      sendPassword: false,
    }),
  );
  app.post("/authentication/otp", async (request, reply) => {
    const { user } = whoOf(request);
    const given = bodyOf(request)["otp"];
    if (typeof given !== "string")
      throw fieldProblem([{ field: "otp", message: "may not be null" }]);
    if (user.oneTimePassword === undefined || !sameSecret(user.oneTimePassword, given))
      throw new Problem(401, "Invalid one-time password.", { failureType: "Mfa" });
    return answer(reply, versionOf(request), administrators.issue(user, true));
  });
  app.get("/authorization", async (request, reply) => {
    demandSecondFactor(whoOf(request));
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
    return sendJson(reply, 200, versionOf(request), {
      data,
      bannerMessage: setting("loginBannerMessage"),
    });
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
