import Fastify, { type FastifyError } from "fastify";
import type { Logger } from "pino";
import { explainRoute } from "./explain.ts";
import { healthRoutes, type Readiness } from "./health.ts";
import { postureRoute } from "./posture.ts";
import { answerProblem, type Problem } from "./problems.ts";
import { webhookRoute } from "./webhooks.ts";
import type { Clock } from "../../base/clock.ts";
import type { CacheEvent } from "../events.ts";
import type { Policy } from "../model/policy.ts";
import type { Store } from "../store/store.ts";

export interface ServerOptions {
  tls: { cert: string; key: string };
  store: Store;
  policy: Policy;
  clock: Clock;
  logger: Logger;
  webhookSecrets: readonly string[];
  postureTokens: readonly string[];
  ready(): Promise<Readiness>;
  emit(event: CacheEvent): void;
  /** New work is in the inbox. */
  wakeFeed(): void;
}

export const BODY_LIMIT = 1024 * 1024;

/** Fastify's own errors, in the words of the service. */
const FASTIFY_ERRORS: Record<string, { problem: Problem; message: string }> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { problem: "not-json", message: "the body is not JSON" },
  FST_ERR_CTP_EMPTY_TYPE: { problem: "not-json", message: "the request has no content type" },
  FST_ERR_CTP_BODY_TOO_LARGE: { problem: "too-large", message: "the body is larger than 1 MiB" },
  FST_ERR_CTP_EMPTY_JSON_BODY: { problem: "bad-json", message: "the body is empty" },
  FST_ERR_CTP_INVALID_JSON_BODY: { problem: "bad-json", message: "the body is not valid JSON" },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    problem: "bad-request",
    message: "the body is not as long as its Content-Length says",
  },
};

/** The HTTPS server of the cache, not yet listening. It does not log each request: that would cost a quarter of the speed. */
export function buildServer(options: ServerOptions) {
  const { logger, tls } = options;
  const app = Fastify({
    https: { cert: tls.cert, key: tls.key, minVersion: "TLSv1.2" },
    logger: false,
    bodyLimit: BODY_LIMIT,
    // A script's call lasts three seconds at most; connections are kept for the next one.
    keepAliveTimeout: 65_000,
    requestTimeout: 30_000,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true },
  });
  app.removeContentTypeParser("text/plain");

  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = FASTIFY_ERRORS[error.code];
    if (known !== undefined) return answerProblem(reply, known.problem, known.message);
    if (error instanceof SyntaxError) {
      return answerProblem(reply, "bad-json", "the body is not valid JSON");
    }
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return answerProblem(reply, "bad-request", error.message);
    }
    logger.error({ err: error, method: request.method, path: path(request.url) }, "request failed");
    return answerProblem(reply, "unavailable", "the cache cannot answer now");
  });
  app.setNotFoundHandler((request, reply) =>
    answerProblem(reply, "no-such-route", `there is no ${request.method} ${path(request.url)}`),
  );

  postureRoute(app, options);
  explainRoute(app, options);
  webhookRoute(app, options);
  healthRoutes(app, options);
  return app;
}

export type App = ReturnType<typeof buildServer>;

function path(url: string): string {
  return url.split("?")[0] ?? url;
}
