import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import fastify from "fastify";
import { SdpxError } from "../../base/errors.ts";
import type { ServerCertificate } from "../../base/tls.ts";
import type { JournalEntry } from "./http/aids.ts";
import { aidRoutes } from "./http/aids.ts";
import { Problem, refusalProblem, sendProblem } from "./http/answers.ts";
import { catalogueRoutes } from "./http/catalogue.ts";
import type { Context } from "./http/context.ts";
import { recall, remember } from "./http/context.ts";
import { deviceRoutes } from "./http/devices.ts";
import { entityRoutes } from "./http/entities.ts";
import { healthRoutes } from "./http/health.ts";
import { settingsRoutes } from "./http/settings.ts";
import { tagRoutes } from "./http/tags.ts";
import type { Faults } from "./http/faults.ts";
import { inflict, spoilt } from "./http/faults.ts";
import { demandSecondFactor, HALF_OPEN_PATHS, OPEN_PATHS, signInRoutes } from "./http/sign-in.ts";
import { testRoutes } from "./http/tests.ts";
import { acceptedVersion } from "./http/versions.ts";

/** Bigger than any object of the admin API; a request beyond it is an accident. */
const BODY_BYTES = 10 * 1024 * 1024;
/** What maintenance mode refuses. Signing in stays possible. */
const CHANGES = new Set(["POST", "PUT", "PATCH", "DELETE"]);
const JOURNAL_ENTRIES = 10_000;

export interface ServerParts {
  context: Context;
  faults: Faults;
  journal: JournalEntry[];
  gateway: string;
  /** HTTP without TLS when undefined. */
  tls: ServerCertificate | undefined;
}

/** The server: /admin is the Controller's API, /embedded is what helps tests and demonstrations. */
export function createServer(parts: ServerParts): FastifyInstance {
  const { context, faults } = parts;
  const app: FastifyInstance = fastify({
    ...(parts.tls === undefined
      ? {}
      : { https: { cert: parts.tls.certificatePem, key: parts.tls.privateKeyPem } }),
    bodyLimit: BODY_BYTES,
    routerOptions: { maxParamLength: 1000 },
    forceCloseConnections: true,
  }) as never;

  parseEveryJson(app);
  app.addHook("onResponse", async (request, reply) =>
    keep(parts.journal, request, reply, context.clock.now()),
  );

  void app.register(
    async (admin) => {
      const spoiling = new WeakMap<FastifyRequest, NonNullable<ReturnType<Faults["take"]>>>();
      admin.addHook("onRequest", async (request, reply) => {
        const fault = faults.take(request.method, request.url);
        if (fault !== undefined && fault.after) spoiling.set(request, fault);
        else if (fault !== undefined && (await inflict(fault, request, reply, context.clock)))
          return reply;
        admit(request, context);
        return undefined;
      });
      admin.addHook("onSend", async (request, reply, payload) => {
        const effect = spoiling.get(request)?.effect;
        if (effect === undefined || effect.kind === "delay") return payload;
        if (effect.kind === "drop") {
          request.raw.socket.destroy();
          return payload;
        }
        const { status, type, body } = spoilt(effect);
        void reply
          .code(status)
          .header("content-type", type)
          .header("content-length", Buffer.byteLength(body));
        return body;
      });
      admin.setErrorHandler((error, request, reply) => {
        const version = recall(request)?.version ?? context.versions.max;
        return sendProblem(reply, version, problemFrom(error));
      });
      admin.setNotFoundHandler((request, reply) =>
        sendProblem(
          reply,
          recall(request)?.version ?? context.versions.max,
          new Problem(404, "The path does not exist."),
        ),
      );
      signInRoutes(admin, context);
      entityRoutes(admin, context);
      testRoutes(admin, context);
      deviceRoutes(admin, context, parts.gateway);
      catalogueRoutes(admin, context);
      tagRoutes(admin, context);
      settingsRoutes(admin, context);
      healthRoutes(admin, context);
    },
    { prefix: "/admin" },
  );

  void app.register(
    async (aids) => {
      aids.setErrorHandler((error, _request, reply) => {
        if (!(error instanceof SdpxError)) return reply.send(error);
        const { code, message, where, fix, list } = error;
        return reply
          .code(code === "not-found" ? 404 : 400)
          .send({ error: code, message, where, fix, list });
      });
      aidRoutes(aids, context, faults, parts.journal);
    },
    { prefix: "/embedded" },
  );
  return app;
}

/** The media type first, then the token: the order that clients negotiate by. */
function admit(request: FastifyRequest, context: Context): void {
  const { versions, administrators, health } = context;
  const path = request.url.split("?")[0] ?? "";
  if (path === "/admin/version") return;
  remember(request, { version: versions.max, who: undefined });
  const version = acceptedVersion(request.headers.accept, versions);
  remember(request, { version, who: undefined });
  if (version < versions.max) {
    const agent = request.headers["user-agent"] ?? "unknown";
    health.tell(
      "Warning",
      "API",
      `A client uses API version ${version}, the current one is ${versions.max}: ${agent} from ${request.ip}.`,
    );
  }
  if (health.maintenance && CHANGES.has(request.method) && !OPEN_PATHS.has(path))
    throw new Problem(503, "The Controller is in maintenance mode.");
  if (OPEN_PATHS.has(path)) return;
  const who = administrators.fromHeader(request.headers.authorization);
  if (!HALF_OPEN_PATHS.has(path)) demandSecondFactor(who);
  remember(request, { version, who });
}

function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
  switch (code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return new Problem(413, `The request body is larger than ${BODY_BYTES} bytes.`);
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return new Problem(415, "The request body must be application/json.");
    case "FST_ERR_BAD_URL":
      return new Problem(400, "The path is not a valid percent-encoded URL.");
    case "not-found":
      return refusalProblem({ refused: "missing" });
    default:
      return new Problem(500, "An unexpected error occurred.");
  }
}

/** Clients label JSON with the plain or with the versioned media type. An empty body is no body. */
function parseEveryJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    /^application\/(vnd\.appgate\.peer-v\d+\+)?json/,
    { parseAs: "string" },
    (_request, text, done) => {
      if (text === "") return done(null, undefined);
      try {
        done(null, JSON.parse(String(text)));
      } catch {
        done(new Problem(400, "The request body is not valid JSON."));
      }
    },
  );
}

function keep(
  journal: JournalEntry[],
  request: FastifyRequest,
  reply: FastifyReply,
  at: number,
): void {
  journal.push({
    at,
    method: request.method,
    path: request.url,
    status: reply.statusCode,
    userAgent: request.headers["user-agent"] ?? "",
  });
  if (journal.length > JOURNAL_ENTRIES) journal.shift();
}
