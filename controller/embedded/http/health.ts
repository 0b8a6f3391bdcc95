import type { FastifyInstance } from "fastify";
import type { Json } from "../kinds/field.ts";
import { KINDS } from "../kinds/index.ts";
import type { Stored } from "../store.ts";
import { sendJson } from "./answers.ts";
import type { SignedIn } from "./auth.ts";
import { allows, demand } from "./auth.ts";
import type { Context } from "./context.ts";
import { parameter, searchOf, since, versionOf, whoOf } from "./context.ts";
import { answerList, readListQuery } from "./list.ts";

const STATUS_FIELDS = new Set(["name", "status", "siteName"]);

/** Health of the collective's one appliance, its sites, and what the Controller wants administrators to read. */
export function healthRoutes(app: FastifyInstance, context: Context): void {
  const { store, sessions, health } = context;

  const roles = () => ({
    controller: { status: "healthy", maintenanceMode: health.maintenance },
    gateway: { status: "healthy", numberOfSessions: sessions.list().length },
    logServer: { status: "n/a" },
    logForwarder: { status: "n/a" },
    connector: { status: "n/a" },
    portal: { status: "n/a" },
  });
  const visible = (kind: "appliances" | "sites", who: SignedIn) =>
    store.list(kind).filter((stored) => allows(who.privileges, "View", KINDS[kind].target, stored));

  app.get("/appliances/status", async (request, reply) => {
    const version = since(20, request);
    const who = whoOf(request);
    demand(who, "View", "Appliance");
    const rows = visible("appliances", who).map((stored) => ({
      ...store.present("appliances", stored, version),
      functions: ["Controller", "Gateway"],
      status: "healthy",
      state: "controller_ready",
      cpu: 0,
      memory: 0,
      disk: 0,
      numberOfSessions: sessions.list().length,
      applianceVersion: context.applianceVersion,
      details: {
        version: context.applianceVersion,
        status: "healthy",
        state: "controller_ready",
        volumeNumber: 0,
        roles: roles(),
      },
    }));
    const query = readListQuery(searchOf(request), STATUS_FIELDS);
    return sendJson(reply, 200, version, answerList(rows, query, version));
  });

  app.get("/stats/appliances", async (request, reply) => {
    const version = versionOf(request);
    const who = whoOf(request);
    demand(who, "View", "Appliance");
    const rows = visible("appliances", who).map((stored) => ({
      id: stored.id,
      name: stored.name,
      siteName: store.get("sites", String(stored["site"]))?.name ?? "",
      tags: stored.tags,
      online: true,
      version: context.applianceVersion,
      state: "controller_ready",
      volumeNumber: 0,
      status: "healthy",
      function: "Controller, Gateway",
      ...roles(),
      numberOfSessions: sessions.list().length,
      cpu: 0,
      memory: 0,
      disk: 0,
      network: { busiestNic: "", dropin: 0, dropout: 0, txSpeed: "0 bps", rxSpeed: "0 bps" },
    }));
    const query = readListQuery(searchOf(request), STATUS_FIELDS);
    return sendJson(reply, 200, version, {
      ...answerList(rows, query, version),
      applianceCount: rows.length,
      controllerCount: rows.length,
      gatewayCount: rows.length,
      logServerCount: 0,
      logForwarderCount: 0,
      connectorCount: 0,
      portalCount: 0,
    });
  });

  app.get("/sites/status", async (request, reply) => {
    const version = since(19, request);
    const who = whoOf(request);
    demand(who, "View", "Site");
    const rows = visible("sites", who).map((site) => ({
      ...store.present("sites", site, version),
      ...siteStatus(site, store.list("appliances"), sessions.list().length, version),
    }));
    const query = readListQuery(searchOf(request), STATUS_FIELDS);
    return sendJson(reply, 200, version, answerList(rows, query, version));
  });

  // Resolvers ask clouds for names; a Controller that stands alone has none, so every list is empty.
  app.get("/sites/:id/resources", async (request, reply) => {
    const version = since(22, request);
    demand(whoOf(request), "View", "Site");
    const site = store.require("sites", parameter(request, "id"));
    const search = searchOf(request);
    return sendJson(reply, 200, version, {
      ...answerList([], readListQuery(search, new Set()), version),
      ...(search.has("resolver") ? { resolver: search.get("resolver") } : {}),
      ...(search.has("type") ? { type: search.get("type") } : {}),
      gatewayName: gatewayOf(site, store.list("appliances"))?.name ?? "",
    });
  });

  app.get("/admin-messages/summarize", async (request, reply) => {
    const version = versionOf(request);
    demand(whoOf(request), "View", "AdminMessage");
    const data = health.messages.map((one) => ({
      ...one,
      ...(version <= 23 ? { source: one.sources[0] } : {}),
    }));
    // API 18 describes the bare list.
    return sendJson(reply, 200, version, version <= 18 ? data : { data });
  });
}

function gatewayOf(site: Stored, appliances: readonly Stored[]): Stored | undefined {
  return appliances.find((one) => one["site"] === site.id);
}

function siteStatus(
  site: Stored,
  appliances: readonly Stored[],
  sessions: number,
  version: number,
): Json {
  const here = gatewayOf(site, appliances) !== undefined;
  return {
    status: here ? "healthy" : "n/a",
    ...(version >= 24
      ? { sessionCounts: { direct: here ? sessions : 0, directViaNatt: 0, relayed: 0 } }
      : {}),
  };
}
