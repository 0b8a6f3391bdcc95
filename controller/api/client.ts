import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Clock } from "../../base/clock.ts";
import { SdpxError } from "../../base/errors.ts";
import type { ActiveSession, ClaimNames, Privilege, SessionInfo } from "./entities.ts";
import * as answers from "./entities.ts";
import { ControllerError, garbled, jsonOf } from "./errors.ts";
import { readAll } from "./paging.ts";
import type { Entity, EntityBody, ResourceKind } from "./resources.ts";
import { RESOURCES } from "./resources.ts";
import type { Authorised } from "./session.ts";
import { createSession, findings } from "./session.ts";
import type { ControllerSettings } from "./settings.ts";
import { createTransport } from "./transport.ts";
import { normaliseUrl } from "./url.ts";

/** Body of the Controller's test endpoints; claims as in its documentation. */
export interface TestRequest {
  expression: string;
  userClaims?: Record<string, unknown>;
  deviceClaims?: Record<string, unknown>;
  systemClaims?: Record<string, unknown>;
  /** ISO 8601. */
  time?: string;
}
export type TestAnswer = z.output<typeof answers.testAnswer>;

/** Which tokens to revoke and how fast; devices renew before theirs goes and keep their connection. */
export interface RevokeRequest {
  /** Full distinguished names. */
  distinguishedNames: readonly string[];
  reason: string;
  tokenType?: "Claims" | "AdminClaims" | "Entitlement" | "Administration";
  /** Minutes until the revocation; the product's own default is 5. */
  delayMinutes?: number;
  perSecond?: number;
}

export interface ControllerClient {
  /** Base URL, ends in `/admin`. */
  readonly url: string;
  /** The version that both sides speak; negotiated on first use. */
  apiVersion(): Promise<number>;
  /** Signs in when needed. */
  privileges(): Promise<readonly Privilege[]>;
  /** Everything the account may see, ordered by name. */
  list<K extends ResourceKind>(kind: K): Promise<Entity<K>[]>;
  /** Undefined when the Controller does not have it (or hides it from this account). */
  find<K extends ResourceKind>(kind: K, id: string): Promise<Entity<K> | undefined>;
  /** @throws ControllerError `not-found` */
  get<K extends ResourceKind>(kind: K, id: string): Promise<Entity<K>>;
  create<K extends ResourceKind>(kind: K, body: EntityBody): Promise<Entity<K>>;
  /** Sends the whole object: a field that is left out is reset. */
  update<K extends ResourceKind>(kind: K, id: string, body: EntityBody): Promise<Entity<K>>;
  delete(kind: ResourceKind, id: string): Promise<void>;
  downloadDeviceScript(id: string): Promise<{ name: string; filename: string; bytes: Buffer }>;
  testCondition(request: TestRequest): Promise<TestAnswer>;
  testEntitlementScript(request: TestRequest & { type: string }): Promise<TestAnswer>;
  /** Undefined when this Controller has no such endpoint: it is in no version of the API's description. */
  testUserScript(request: TestRequest): Promise<TestAnswer | undefined>;
  /** Runs conditions and entitlement scripts again. @returns the distinguished names that this reached */
  reevaluate(distinguishedName: string): Promise<string[]>;
  revokeTokens(request: RevokeRequest): Promise<void>;
  /** Undefined when no Gateway has a session of this name. */
  sessionInfo(distinguishedName: string): Promise<SessionInfo | undefined>;
  activeSessions(): Promise<ActiveSession[]>;
  claimNames(): Promise<ClaimNames>;
  /** Gives the token back and closes the connections; never throws for an unreachable Controller. */
  close(): Promise<void>;
}

export interface ClientDependencies {
  clock: Clock;
  /** Told about what an operator must not miss, such as switched-off verification. */
  warn?: (message: string) => void;
  /** From 0 to 1, for the jitter of retries. */
  random?: () => number;
}

/**
 * A client of one Controller's admin API. Nothing is sent before the first call; the version is negotiated and
 * one token is used until it expires.
 * @throws SdpxError `bad-setting` for a URL over which no password may go
 */
export function createControllerClient(
  settings: ControllerSettings,
  deps: ClientDependencies,
): ControllerClient {
  const checked = normaliseUrl(settings.url);
  if ("problem" in checked) {
    throw new SdpxError("bad-setting", `the Controller's URL ${checked.problem}`, {
      where: settings.url,
    });
  }
  if (settings.insecure) {
    deps.warn?.(
      `TLS verification of ${settings.url} is OFF: anyone on the path can read the admin password. Use SDPX_CONTROLLER_CA_FILE instead of SDPX_CONTROLLER_INSECURE.`,
    );
  }
  const transport = createTransport(settings, {
    clock: deps.clock,
    random: deps.random ?? Math.random,
  });
  const session = createSession(settings, transport, deps.clock);

  /** Sends and checks the shape of the answer. */
  const ask = async <T extends z.ZodType>(schema: T, call: Authorised): Promise<z.output<T>> => {
    const answer = await session.send(call);
    const asked = { method: call.method, url: `${settings.url}${call.path}` };
    const json = jsonOf(answer);
    if (json === undefined) throw garbled(asked, answer);
    const parsed = schema.safeParse(json);
    if (!parsed.success) throw garbled(asked, answer, findings(parsed.error));
    return parsed.data;
  };
  const right = (type: string, kind: ResourceKind) => `${type} on ${RESOURCES[kind].target}`;
  const one = (kind: ResourceKind, id: string) => `/${kind}/${encodeURIComponent(id)}`;
  // The registry ties kind and schema together; the compiler cannot follow that through an index.
  const schemaOf = <K extends ResourceKind>(kind: K) =>
    RESOURCES[kind].schema as unknown as z.ZodType<Entity<K>>;
  const known = async (kind: ResourceKind) => {
    const version = await session.version();
    if (version >= RESOURCES[kind].since) return;
    throw new SdpxError(
      "unsupported-version",
      `API ${version} has no ${RESOURCES[kind].label}s, they came with API ${RESOURCES[kind].since}`,
      {
        where: settings.url,
        fix: "upgrade the Controller, or leave these objects out of the bundle",
      },
    );
  };
  const test = (path: string, target: ResourceKind, body: object) =>
    ask(answers.testAnswer, {
      method: "POST",
      path,
      body,
      privilege: right("Test", target),
      repeatable: true,
    });

  const client: ControllerClient = {
    url: settings.url,
    apiVersion: () => session.version(),
    privileges: () => session.privileges(),
    async list(kind) {
      await known(kind);
      const rows = await readAll((range) =>
        ask(answers.listPage, {
          method: "GET",
          path: `/${kind}`,
          query: { orderBy: "name", range },
          privilege: right("View", kind),
          repeatable: true,
        }),
      );
      return rows.map((row) => {
        const parsed = schemaOf(kind).safeParse(row);
        if (parsed.success) return parsed.data;
        throw new ControllerError(
          "remote-garbled",
          `an item of the list is not a ${RESOURCES[kind].label}`,
          200,
          {
            where: `GET ${settings.url}/${kind}`,
            list: findings(parsed.error),
            fix: "report this with the listed fields: the Controller's API differs from what sdpx knows",
          },
        );
      });
    },
    async get(kind, id) {
      await known(kind);
      return ask(schemaOf(kind), {
        method: "GET",
        path: one(kind, id),
        privilege: right("View", kind),
        repeatable: true,
      });
    },
    find: (kind, id) => orUndefined(client.get(kind, id)),
    async create(kind, body) {
      await known(kind);
      // Until API 16 the Controller makes no ids.
      const given = body.id !== undefined || (await session.version()) >= 17;
      return ask(schemaOf(kind), {
        method: "POST",
        path: `/${kind}`,
        body: given ? body : { ...body, id: randomUUID() },
        privilege: right("Create", kind),
        repeatable: false,
      });
    },
    async update(kind, id, body) {
      await known(kind);
      return ask(schemaOf(kind), {
        method: "PUT",
        path: one(kind, id),
        body: { ...body, id },
        privilege: right("Edit", kind),
        repeatable: false,
      });
    },
    async delete(kind, id) {
      await known(kind);
      await session.send({
        method: "DELETE",
        path: one(kind, id),
        privilege: right("Delete", kind),
        repeatable: false,
      });
    },
    async downloadDeviceScript(id) {
      const path = `/device-scripts/download/${encodeURIComponent(id)}`;
      const got = await ask(answers.downloadAnswer, {
        method: "GET",
        path,
        privilege: right("View", "device-scripts"),
        repeatable: true,
      });
      return { name: got.name, filename: got.filename, bytes: Buffer.from(got.file, "base64") };
    },
    testCondition: (request) => test("/conditions/test", "conditions", request),
    testEntitlementScript: (request) =>
      test("/entitlement-scripts/test", "entitlement-scripts", request),
    async testUserScript(request) {
      try {
        return await test("/user-scripts/test", "user-scripts", request);
      } catch (error) {
        // Without the endpoint, "test" is the id of a script that is not there, or POST is not a method for it.
        if (error instanceof ControllerError && (error.status === 404 || error.status === 405))
          return undefined;
        throw error;
      }
    },
    async reevaluate(distinguishedName) {
      const dn = encodeURIComponent(distinguishedName);
      const modern = (await session.version()) >= 20;
      const path = modern
        ? `/on-boarded-devices/reevaluate/${dn}`
        : `/token-records/reeval/by-dn/${dn}`;
      const privilege = modern ? "Reevaluate on All" : "Reevaluate on TokenRecord";
      const got = await ask(answers.reevaluateAnswer, {
        method: "POST",
        path,
        privilege,
        repeatable: true,
      });
      return got.reevaluatedDistinguishedNames;
    },
    async revokeTokens(request) {
      const modern = (await session.version()) >= 20;
      const common = {
        revocationReason: request.reason,
        delayMinutes: request.delayMinutes ?? 5,
        specificDistinguishedNames: request.distinguishedNames,
      };
      const type = request.tokenType ?? "Claims";
      const privilege = modern ? "Revoke on All" : "Revoke on TokenRecord";
      if (modern) {
        // An empty filter together with names means: these and no others. An empty list would mean everyone.
        if (request.distinguishedNames.length === 0) return;
        const body = {
          ...common,
          distinguishedNameFilter: "",
          tokenType: type,
          devicesPerSecond: request.perSecond ?? 2,
        };
        await session.send({
          method: "POST",
          path: "/on-boarded-devices/revoke-tokens",
          body,
          privilege,
          repeatable: false,
        });
        return;
      }
      for (const dn of request.distinguishedNames) {
        const path = `/token-records/revoked/by-dn/${encodeURIComponent(dn)}`;
        const body = {
          ...common,
          specificDistinguishedNames: undefined,
          tokensPerSecond: request.perSecond ?? 7,
        };
        await session.send({
          method: "PUT",
          path,
          query: { tokenType: type },
          body,
          privilege,
          repeatable: false,
        });
      }
    },
    sessionInfo: (dn) =>
      orUndefined(
        ask(answers.sessionInfoAnswer, {
          method: "GET",
          path: `/session-info/${encodeURIComponent(dn)}`,
          privilege: "View on SessionInfo",
          repeatable: true,
        }),
      ),
    async activeSessions() {
      const got = await ask(answers.listPage, {
        method: "GET",
        path: "/stats/active-sessions/dn",
        privilege: "View on SessionInfo",
        repeatable: true,
      });
      return got.data.flatMap((row) => {
        const parsed = answers.activeSession.safeParse(row);
        return parsed.success ? [parsed.data] : [];
      });
    },
    claimNames: () =>
      ask(answers.claimNamesAnswer, {
        method: "GET",
        path: "/claims/names",
        privilege: "View on Policy",
        repeatable: true,
      }),
    async close() {
      await session.signOut().catch(() => undefined);
      await transport.close();
    },
  };
  return client;
}

async function orUndefined<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof ControllerError && error.code === "not-found") return undefined;
    throw error;
  }
}
