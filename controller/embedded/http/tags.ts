import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { uuidFrom } from "../../../base/uuid.ts";
import type { Json } from "../kinds/field.ts";
import { ENTITY_KINDS, KINDS } from "../kinds/index.ts";
import type { Store } from "../store.ts";
import { refusalProblem, sendJson } from "./answers.ts";
import { demand } from "./auth.ts";
import type { Context } from "./context.ts";
import { parameter, searchOf, since, whoOf } from "./context.ts";
import { answerList, readListQuery } from "./list.ts";

const COLORS = 20;
const LINK_FIELDS = ["entitlementLinks", "ringfenceRuleLinks"];

/** A tag with where it stands: on objects, and in the links of policies. */
interface TagUse {
  tagged: Map<string, number>;
  linked: Map<string, number>;
}

/** Tags as objects, from API 22 on: what the tags of all other objects add up to. */
export function tagRoutes(app: FastifyInstance, { store }: Context): void {
  app.get("/tags", async (request, reply) => {
    const version = since(22, request);
    demand(whoOf(request), "View", "Tag");
    const rows = [...collect(store)].map(([name, use]) => row(name, use));
    const query = readListQuery(searchOf(request), new Set(["name"]));
    return sendJson(reply, 200, version, answerList(rows, query, version));
  });

  app.get("/tags/:id", async (request, reply) => {
    const version = since(22, request);
    demand(whoOf(request), "View", "Tag");
    const id = parameter(request, "id").toLowerCase();
    const found = [...collect(store)].find(([name]) => idOf(name) === id);
    if (found === undefined) throw refusalProblem({ refused: "missing" });
    const [name, use] = found;
    return sendJson(reply, 200, version, {
      ...row(name, use),
      taggedOccurrencesByEntityType: Object.fromEntries(use.tagged),
      linkedOccurrencesByEntityType: Object.fromEntries(use.linked),
    });
  });
}

function collect(store: Store): Map<string, TagUse> {
  const found = new Map<string, TagUse>();
  const count = (tag: string, side: keyof TagUse, target: string) => {
    const use = found.get(tag) ?? { tagged: new Map(), linked: new Map() };
    use[side].set(target, (use[side].get(target) ?? 0) + 1);
    found.set(tag, use);
  };
  for (const kind of ENTITY_KINDS) {
    const { target } = KINDS[kind];
    for (const stored of store.list(kind)) {
      for (const tag of stored.tags) count(tag, "tagged", target);
      for (const field of LINK_FIELDS) {
        const links = stored[field];
        if (!Array.isArray(links)) continue;
        for (const tag of links) count(String(tag), "linked", target);
      }
    }
  }
  return found;
}

function row(name: string, { tagged, linked }: TagUse): Json {
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((a, b) => a + b, 0);
  const hash = digest(name);
  return {
    id: idOf(name),
    name,
    notes: "",
    // A real one picks a colour at random and keeps it; here the name decides, which is as stable.
    colorCode: 1 + ((hash[19] ?? 0) % COLORS),
    taggedOccurrences: sum(tagged),
    linkedOccurrences: sum(linked),
  };
}

const digest = (name: string) => createHash("sha1").update(`tag/${name}`).digest();
const idOf = (name: string) => uuidFrom(digest(name), 5);
