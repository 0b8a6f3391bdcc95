import type { FastifyReply } from "fastify";
import type { FieldError } from "../kinds/field.ts";
import type { Refusal } from "../store.ts";

/** Statuses of the admin API's errors. The texts of `id` are documented for 401, 403 and 406 only; the others are ours. */
const ERROR_IDS = {
  400: "bad request",
  401: "unauthorized",
  403: "forbidden",
  404: "not found",
  406: "not acceptable",
  409: "conflict",
  412: "precondition failed",
  413: "payload too large",
  415: "unsupported media type",
  422: "unprocessable entity",
  500: "internal server error",
  503: "service unavailable",
} as const;
export type ErrorStatus = keyof typeof ERROR_IDS;

/** Thrown by handlers and turned into an answer in one place. */
export class Problem extends Error {
  readonly status: ErrorStatus;
  readonly more: Record<string, unknown>;

  constructor(status: ErrorStatus, message: string, more: Record<string, unknown> = {}) {
    super(message);
    this.status = status;
    this.more = more;
  }
}

export const noPermission = () =>
  new Problem(403, "You don't have permission to access this resource.");

/** Sends JSON under the media type of the request's API version. */
export function sendJson(
  reply: FastifyReply,
  status: number,
  version: number,
  body: unknown,
): FastifyReply {
  return reply
    .code(status)
    .header("content-type", `application/vnd.appgate.peer-v${version}+json`)
    .send(Buffer.from(JSON.stringify(body)));
}

export function sendProblem(reply: FastifyReply, version: number, problem: Problem): FastifyReply {
  return sendJson(reply, problem.status, version, {
    id: ERROR_IDS[problem.status],
    message: problem.message,
    ...problem.more,
  });
}

export function fieldProblem(errors: readonly FieldError[]): Problem {
  return new Problem(422, "The request has invalid fields.", { errors });
}

/** The answer to a change that the store refuses. */
export function refusalProblem(refusal: Refusal): Problem {
  switch (refusal.refused) {
    case "fields":
      return fieldProblem(refusal.errors);
    case "duplicate-id":
      return new Problem(409, "An object with this id already exists.");
    case "referenced":
      return new Problem(422, `The object is used by ${refusal.by.join(", ")}.`, {
        errors: [{ field: "id", message: `is used by ${refusal.by.join(", ")}` }],
      });
    case "read-only":
      // That such an object is protected is documented, the status is not.
      return new Problem(422, "The object is kept by replication and cannot be changed.", {
        errors: [{ field: "id", message: "is read-only" }],
      });
    case "missing":
      return new Problem(404, "The object does not exist.");
  }
}
