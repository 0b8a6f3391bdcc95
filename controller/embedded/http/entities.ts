import type { FastifyInstance } from "fastify";
import type { EntityKind } from "../kinds/index.ts";
import { ENTITY_KINDS, fieldsOf, KINDS, kindSpoken } from "../kinds/index.ts";
import type { Stored } from "../store.ts";
import { Problem, refusalProblem, sendJson } from "./answers.ts";
import { allows, demand } from "./auth.ts";
import type { Context } from "./context.ts";
import { bodyOf, parameter, searchOf, since, versionOf, whoOf } from "./context.ts";
import { answerList, readListQuery } from "./list.ts";

/** List, read, create, replace and delete for every kind of the registry. */
export function entityRoutes(app: FastifyInstance, context: Context): void {
  for (const kind of ENTITY_KINDS) routesOf(app, context, kind);
  app.get("/client-profiles/:id/url", async (request, reply) => {
    const version = since(KINDS["client-profiles"].since ?? 0, request);
    const stored = context.store.get("client-profiles", parameter(request, "id"));
    if (stored === undefined) throw refusalProblem({ refused: "missing" });
    // The right to give a profile away, which is more than to see that it exists.
    demand(whoOf(request), "Export", KINDS["client-profiles"].target, stored);
    return sendJson(reply, 200, version, { url: profileUrl(stored, context) });
  });
  app.get("/device-scripts/download/:id", async (request, reply) => {
    const who = whoOf(request);
    const stored = context.store.get("device-scripts", parameter(request, "id"));
    if (stored === undefined) throw refusalProblem({ refused: "missing" });
    demand(who, "View", KINDS["device-scripts"].target, stored);
    const { name, filename, file } = stored;
    return sendJson(reply, 200, versionOf(request), { name, filename, file });
  });
}

/** The link that puts a profile into a Client. What it carries is not documented; the same profile gives the same link. */
function profileUrl(profile: Stored, { store, versions, hostname }: Context): string {
  const host = profile["hostname"] ?? store.settings(versions.max)["profileHostname"] ?? hostname;
  const content = {
    profileName: profile.name,
    spaKeyName: profile["spaKeyName"],
    identityProviderName: profile["identityProviderName"],
  };
  return `appgate://${String(host)}/${Buffer.from(JSON.stringify(content)).toString("base64url")}`;
}

function routesOf(app: FastifyInstance, { store }: Context, kind: EntityKind): void {
  const { target, variants, fixed } = KINDS[kind];
  const filterable = new Set(Object.keys(fieldsOf(kind, {})));
  for (const fields of Object.values(variants ?? {})) {
    for (const name of Object.keys(fields)) filterable.add(name);
  }
  const spoken = (version: number) => {
    if (!kindSpoken(kind, version))
      throw new Problem(404, `There is no /${kind} in API ${version}.`);
    return version;
  };
  const changeable = () => {
    if (fixed === true)
      throw new Problem(403, `The embedded Controller's ${kind} cannot be changed.`);
  };
  const unprotected = (stored: Stored): Stored => {
    if (stored["readOnly"] === true) throw refusalProblem({ refused: "read-only" });
    return stored;
  };
  const existing = (id: string): Stored => {
    const stored = store.get(kind, id);
    if (stored === undefined) throw refusalProblem({ refused: "missing" });
    return stored;
  };

  app.get(`/${kind}`, async (request, reply) => {
    const version = spoken(versionOf(request));
    const who = whoOf(request);
    demand(who, "View", target);
    // What an administrator may not see is missing from lists without a word.
    const rows = store
      .list(kind)
      .filter((stored) => allows(who.privileges, "View", target, stored))
      .map((stored) => store.present(kind, stored, version));
    const query = readListQuery(searchOf(request), filterable);
    return sendJson(reply, 200, version, answerList(rows, query, version));
  });

  app.get(`/${kind}/:id`, async (request, reply) => {
    const version = spoken(versionOf(request));
    const who = whoOf(request);
    demand(who, "View", target);
    const stored = existing(parameter(request, "id"));
    if (!allows(who.privileges, "View", target, stored))
      throw refusalProblem({ refused: "missing" });
    return sendJson(reply, 200, version, store.present(kind, stored, version));
  });

  app.post(`/${kind}`, async (request, reply) => {
    const version = spoken(versionOf(request));
    const who = whoOf(request);
    demand(who, "Create", target);
    changeable();
    const body = bodyOf(request);
    const extra = who.privileges
      .filter((one) => one.type === "Create" && (one.target === target || one.target === "All"))
      .flatMap((one) => one.defaultTags ?? []);
    const tags = Array.isArray(body["tags"]) ? (body["tags"] as unknown[]) : [];
    const tagged = extra.length === 0 ? body : { ...body, tags: [...new Set([...tags, ...extra])] };
    const made = store.create(kind, tagged, version);
    if ("refusal" in made) throw refusalProblem(made.refusal);
    return sendJson(reply, 200, version, store.present(kind, made.stored, version));
  });

  app.put(`/${kind}/:id`, async (request, reply) => {
    const version = spoken(versionOf(request));
    const stored = existing(parameter(request, "id"));
    demand(whoOf(request), "Edit", target, stored);
    changeable();
    const made = store.replace(kind, unprotected(stored).id, bodyOf(request), version);
    if ("refusal" in made) throw refusalProblem(made.refusal);
    return sendJson(reply, 200, version, store.present(kind, made.stored, version));
  });

  app.delete(`/${kind}/:id`, async (request, reply) => {
    spoken(versionOf(request));
    const stored = existing(parameter(request, "id"));
    demand(whoOf(request), "Delete", target, stored);
    changeable();
    const refused = store.delete(kind, unprotected(stored).id);
    if (refused !== undefined) throw refusalProblem(refused);
    return reply.code(204).send();
  });
}
