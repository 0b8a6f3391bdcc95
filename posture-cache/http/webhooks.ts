import { readWebhook } from "../feeds/jamf-pro/webhook.ts";
import { bearer, secretCheck } from "./auth.ts";
import { answerProblem } from "./problems.ts";
import type { App, ServerOptions } from "./server.ts";

/** Jamf Pro sends the pairs of a webhook's "header authentication" as request headers. */
export const SECRET_HEADER = "x-sdpx-webhook-secret";

/**
 * `POST /v1/webhooks/jamf-pro`. Jamf Pro waits two seconds and does not try again, so the work is put on disk,
 * acknowledged with 202 and done afterwards. The secret is checked before the body is read.
 */
export function webhookRoute(app: App, options: ServerOptions): void {
  const { store, policy, clock, logger } = options;
  const allowed = secretCheck(options.webhookSecrets);

  app.post("/v1/webhooks/jamf-pro", {
    onRequest: async (request, reply) => {
      const header = request.headers[SECRET_HEADER];
      const presented = typeof header === "string" ? header : bearer(request.headers.authorization);
      if (allowed(presented)) return;
      const missing = presented === undefined;
      logger.warn({ from: request.ip, missing }, "webhook without a valid secret");
      const message = missing ? "the webhook has no secret" : "the webhook's secret is wrong";
      const fix = `send the secret in the header ${SECRET_HEADER} (webhook: header authentication) or as a bearer token`;
      return answerProblem(reply, "unauthorized", message, { fix });
    },
    handler: async (request, reply) => {
      const now = clock.now();
      const reading = readWebhook(request.body, policy, now);
      switch (reading.kind) {
        case "malformed":
          return answerProblem(reply, "bad-webhook", "this is not a Jamf Pro webhook", {
            list: reading.list,
          });
        case "unknown-event":
          return answerProblem(
            reply,
            "unknown-event",
            `Jamf Pro has no webhook event named ${reading.event}`,
          );
        case "unused":
          return reply.code(202).send({ accepted: true, used: false, reason: reading.reason });
        case "work": {
          const { id, duplicate } = await store.accept(reading.work, now);
          options.emit({
            type: "webhook-acknowledged",
            at: now,
            id,
            event: reading.event,
            duplicate,
          });
          if (duplicate) return reply.code(202).send({ accepted: true, id, duplicate });
          options.wakeFeed();
          return reply.code(202).send({ accepted: true, id });
        }
      }
    },
  });
}
