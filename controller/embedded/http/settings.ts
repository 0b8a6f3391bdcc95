import type { FastifyInstance } from "fastify";
import { fieldProblem, sendJson } from "./answers.ts";
import { demand } from "./auth.ts";
import type { Context } from "./context.ts";
import { bodyOf, versionOf, whoOf } from "./context.ts";

const TARGET = "GlobalSetting";

/** Settings of the whole collective. Writes answer 204 and no body, unlike those of every other object. */
export function settingsRoutes(app: FastifyInstance, { store }: Context): void {
  app.get("/global-settings", async (request, reply) => {
    demand(whoOf(request), "View", TARGET);
    return sendJson(reply, 200, versionOf(request), store.settings(versionOf(request)));
  });
  app.put("/global-settings", async (request, reply) => {
    demand(whoOf(request), "Edit", TARGET);
    const errors = store.replaceSettings(bodyOf(request), versionOf(request));
    if (errors.length > 0) throw fieldProblem(errors);
    return reply.code(204).send();
  });
  app.delete("/global-settings", async (request, reply) => {
    demand(whoOf(request), "Delete", TARGET);
    store.replaceSettings({}, versionOf(request));
    return reply.code(204).send();
  });
}
