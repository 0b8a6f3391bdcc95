import type { FastifyReply } from "fastify";

/** One finding of the Jamf Pro API's error body (schema ApiError). */
export interface ApiFinding {
  code: string;
  description: string;
  field?: string | null;
}

const CODES: Readonly<Record<number, string>> = {
  400: "INVALID_FIELD",
  401: "INVALID_TOKEN",
  403: "INVALID_PRIVILEGE",
  404: "INVALID_ID",
  409: "DUPLICATE_FIELD",
  415: "UNSUPPORTED_MEDIA_TYPE",
  429: "TOO_MANY_REQUESTS",
  503: "SERVICE_UNAVAILABLE",
};

/** The error body of `/api`: `{httpStatus, errors: [{code, description, id, field}]}`. */
export function apiError(status: number, finding: Partial<ApiFinding> = {}): object {
  const { code = CODES[status] ?? "INTERNAL_ERROR", description = "", field = null } = finding;
  return { httpStatus: status, errors: [{ code, description, id: "0", field }] };
}

/** Sends an API error. */
export function refuse(
  reply: FastifyReply,
  status: number,
  description: string,
  field: string | null = null,
): FastifyReply {
  return reply.code(status).send(apiError(status, { description, field }));
}

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
};

/** The page that the Classic API and the servlet container answer errors with, whatever the client accepts. */
export function htmlPage(status: number, detail = ""): string {
  const title = TITLES[status] ?? "Error";
  return [
    "<html>",
    `<head><title>Status page</title></head>`,
    `<body style="font-family: sans-serif;">`,
    `<h1>${title}</h1>`,
    `<p>Status ${status}${detail === "" ? "" : `: ${detail}`}</p>`,
    "</body></html>",
    "",
  ].join("\n");
}

/** Sends an error page. */
export function refuseHtml(reply: FastifyReply, status: number, detail = ""): FastifyReply {
  return reply.code(status).type("text/html;charset=UTF-8").send(htmlPage(status, detail));
}
