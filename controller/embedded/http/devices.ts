import type { FastifyInstance } from "fastify";
import { activeSession, onBoardedDevice, sessionInfo } from "../sessions/info.ts";
import { fieldProblem, Problem, sendJson } from "./answers.ts";
import { allows, demand, noPermissionUnless } from "./auth.ts";
import type { Context } from "./context.ts";
import { bodyOf, parameter, searchOf, since, versionOf, whoOf } from "./context.ts";
import { answerList, readListQuery } from "./list.ts";

/** Product manual: a revocation waits five minutes unless told otherwise. */
const DEFAULT_DELAY_MINUTES = 5;
const DEFAULT_PER_SECOND = 2;
const DEVICE_FIELDS = new Set([
  "distinguishedName",
  "deviceId",
  "username",
  "providerName",
  "hostname",
]);

/** Devices, sessions and what makes changes take effect on them. */
export function deviceRoutes(app: FastifyInstance, context: Context, gateway: string): void {
  const { sessions } = context;

  app.get("/on-boarded-devices", async (request, reply) => {
    demand(whoOf(request), "View", "RegisteredDevice");
    const rows = sessions
      .list()
      .map((one) => ({ ...onBoardedDevice(one), name: one.distinguishedName }));
    const query = readListQuery(searchOf(request), DEVICE_FIELDS);
    return sendJson(reply, 200, versionOf(request), answerList(rows, query, versionOf(request)));
  });

  app.post("/on-boarded-devices/reevaluate/:dn", async (request, reply) => {
    since(20, request);
    // Which target guards this since API 22 is not documented; either right will do.
    const { privileges } = whoOf(request);
    noPermissionUnless(
      ["RegisteredDevice", "TokenRecord"].some((target) =>
        allows(privileges, "Reevaluate", target),
      ),
    );
    const reevaluated = sessions.reevaluate(parameter(request, "dn"));
    return sendJson(reply, 200, versionOf(request), { reevaluatedDistinguishedNames: reevaluated });
  });

  app.post("/token-records/reeval/by-dn/:dn", async (request, reply) => {
    until(21, versionOf(request));
    demand(whoOf(request), "Reevaluate", "TokenRecord");
    const reevaluated = sessions.reevaluate(parameter(request, "dn"));
    return sendJson(reply, 200, versionOf(request), { reevaluatedDistinguishedNames: reevaluated });
  });

  app.post("/on-boarded-devices/revoke-tokens", async (request, reply) => {
    since(20, request);
    const { privileges } = whoOf(request);
    noPermissionUnless(
      ["RegisteredDevice", "TokenRecord"].some((target) => allows(privileges, "Revoke", target)),
    );
    const body = bodyOf(request);
    const filter = body["distinguishedNameFilter"];
    const named = body["specificDistinguishedNames"];
    if (typeof filter !== "string") {
      throw fieldProblem([{ field: "distinguishedNameFilter", message: "may not be null" }]);
    }
    const specific = Array.isArray(named) ? named.map(String) : [];
    if (specific.length > 0 && filter !== "") {
      throw fieldProblem([
        {
          field: "distinguishedNameFilter",
          message: "must be empty when specificDistinguishedNames is given",
        },
      ]);
    }
    const names =
      specific.length > 0
        ? specific.filter((dn) => sessions.get(dn) !== undefined)
        : sessions.matching(filter);
    const delay = number(body["delayMinutes"], DEFAULT_DELAY_MINUTES);
    sessions.revoke(names, delay * 60_000, number(body["devicesPerSecond"], DEFAULT_PER_SECOND));
    const rows = sessions
      .list()
      .filter((one) => names.includes(one.distinguishedName))
      .map(onBoardedDevice);
    return sendJson(reply, 200, versionOf(request), { data: rows });
  });

  app.put("/token-records/revoked/by-dn/:dn", async (request, reply) => {
    until(21, versionOf(request));
    demand(whoOf(request), "Revoke", "TokenRecord");
    const body = bodyOf(request);
    const delay = number(body["delayMinutes"], DEFAULT_DELAY_MINUTES);
    const names = sessions.matching(parameter(request, "dn"));
    sessions.revoke(names, delay * 60_000, number(body["tokensPerSecond"], 7));
    return sendJson(reply, 200, versionOf(request), {
      data: names.map((distinguishedName) => ({ distinguishedName })),
    });
  });

  app.get("/session-info/:dn", async (request, reply) => {
    demand(whoOf(request), "View", "SessionInfo");
    const session = sessions.get(parameter(request, "dn"));
    if (session === undefined)
      throw new Problem(404, "There is no session with this distinguished name.");
    return sendJson(reply, 200, versionOf(request), sessionInfo(session, gateway));
  });

  app.get("/stats/active-sessions/dn", async (request, reply) => {
    since(17, request);
    demand(whoOf(request), "View", "SessionInfo");
    const rows = sessions
      .list()
      .map((one) => ({ ...activeSession(one, gateway), name: one.distinguishedName }));
    const query = readListQuery(searchOf(request), DEVICE_FIELDS);
    return sendJson(reply, 200, versionOf(request), answerList(rows, query, versionOf(request)));
  });
}

function until(version: number, asked: number): void {
  if (asked > version) throw new Problem(404, `This path exists until API ${version}.`);
}

function number(value: unknown, fallback: number): number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : fallback;
}
