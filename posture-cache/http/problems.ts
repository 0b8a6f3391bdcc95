import type { FastifyReply } from "fastify";

/** Every error that the service answers with: status, and what to do about it. One registry; docs/posture.md names them. */
export const PROBLEMS = {
  "bad-request": { status: 400, fix: "correct the request as the message says" },
  "bad-json": { status: 400, fix: "send one JSON object" },
  unauthorized: { status: 401, fix: "send the configured secret" },
  "unknown-device": {
    status: 404,
    fix: "check the serial number; a Mac is known once Jamf Pro has its inventory",
  },
  "no-such-route": {
    status: 404,
    fix: "GET /v1/posture, GET /v1/explain, POST /v1/webhooks/jamf-pro, GET /healthz, GET /readyz",
  },
  "too-large": { status: 413, fix: "send at most 1 MiB" },
  "not-json": {
    status: 415,
    fix: "set the webhook's content type to JSON; Jamf Pro's default is XML (text/xml)",
  },
  "bad-webhook": { status: 422, fix: "send the body as Jamf Pro makes it" },
  "unknown-event": { status: 422, fix: "choose an event that Jamf Pro documents" },
  internal: { status: 500, fix: "see the service's log" },
  unavailable: { status: 503, fix: "try again; see the service's log" },
} as const satisfies Record<string, { status: number; fix: string }>;
export type Problem = keyof typeof PROBLEMS;

/** Answers with a problem: what happened, and how to fix it. Never a stack, never a secret. */
export function answerProblem(
  reply: FastifyReply,
  problem: Problem,
  message: string,
  details: { fix?: string; list?: readonly string[] } = {},
): FastifyReply {
  const { status, fix } = PROBLEMS[problem];
  return reply.code(status).send({ error: problem, message, fix, ...details });
}
