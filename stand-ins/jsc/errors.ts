import type { FastifyReply } from "fastify";

/** Names of errors (`logref`) that clients of JSC's Risk API branch on, with their status. */
export const LOGREFS = {
  BAD_REQUEST: 400,
  NEGATIVE_PAGE: 400,
  NEGATIVE_PAGE_SIZE: 400,
  MAX_LIMIT_PER_PAGE: 400,
  Unauthorized: 401,
  Forbidden: 403,
  UNKNOWN_URI_PATH: 404,
  DEVICE_NOT_FOUND: 404,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
} as const satisfies Record<string, number>;
export type Logref = keyof typeof LOGREFS;

/** The error body of JSC: `{logref, message, error, statusCode}`. */
export function riskError(logref: string, message: string, statusCode: number): object {
  return { logref, message, error: message, statusCode };
}

/** Sends an error. */
export function refuse(reply: FastifyReply, logref: Logref, message: string): FastifyReply {
  const status = LOGREFS[logref];
  return reply.code(status).send(riskError(logref, message, status));
}

const BY_STATUS: Readonly<Record<number, Logref>> = {
  400: "BAD_REQUEST",
  401: "Unauthorized",
  403: "Forbidden",
  404: "UNKNOWN_URI_PATH",
  429: "TOO_MANY_REQUESTS",
  503: "SERVICE_UNAVAILABLE",
};

/** The error body for a status, for faults and for what the framework refuses by itself. */
export function riskErrorFor(status: number, message: string): object {
  return riskError(BY_STATUS[status] ?? "INTERNAL_ERROR", message, status);
}

/** A page as a proxy in front of JSC sends it. */
export function htmlPage(status: number): string {
  return `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>\n`;
}
