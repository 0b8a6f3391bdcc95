import type { FastifyRequest } from "fastify";
import type { Clock } from "../../../base/clock.ts";
import type { Health } from "../health.ts";
import type { Sessions } from "../sessions/sessions.ts";
import type { Store } from "../store.ts";
import type { Administrators, SignedIn } from "./auth.ts";
import { Problem } from "./answers.ts";
import type { Versions } from "./versions.ts";

/** What the routes share. */
export interface Context {
  store: Store;
  sessions: Sessions;
  administrators: Administrators;
  versions: Versions;
  clock: Clock;
  /** PEM of the authority behind the server's certificate. */
  caPem: string;
  health: Health;
  /** Where clients reach this Controller. */
  hostname: string;
  /** Version of the product, as an appliance tells it. */
  applianceVersion: string;
  /** Whether there is a POST /user-scripts/test, which the API's description does not have. */
  userScriptTests: boolean;
}

/** What hooks found out about a request before its handler runs. */
export interface Found {
  version: number;
  who: SignedIn | undefined;
}

const found = new WeakMap<FastifyRequest, Found>();

export function remember(request: FastifyRequest, value: Found): void {
  found.set(request, value);
}

export function recall(request: FastifyRequest): Found | undefined {
  return found.get(request);
}

export function versionOf(request: FastifyRequest): number {
  return found.get(request)?.version ?? 0;
}

/** The version of a request to a path that came with version `first`. @throws Problem 404 to older ones */
export function since(first: number, request: FastifyRequest): number {
  const version = versionOf(request);
  if (version < first) throw new Problem(404, `This path exists from API ${first}.`);
  return version;
}

/** The administrator behind a request. @throws Problem 401 */
export function whoOf(request: FastifyRequest): SignedIn {
  const who = found.get(request)?.who;
  if (who === undefined) throw new Problem(401, "Token error. Login again.");
  return who;
}

/** A JSON object as body. @throws Problem 400 */
export function bodyOf(request: FastifyRequest): Record<string, unknown> {
  const body = request.body;
  if (typeof body === "object" && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>;
  throw new Problem(400, "The request body must be a JSON object.");
}

/** A path parameter; Fastify has already percent-decoded it. */
export function parameter(request: FastifyRequest, name: string): string {
  const value = (request.params as Record<string, string | undefined>)[name];
  return value ?? "";
}

export function searchOf(request: FastifyRequest): URLSearchParams {
  const at = request.url.indexOf("?");
  return new URLSearchParams(at < 0 ? "" : request.url.slice(at + 1));
}
