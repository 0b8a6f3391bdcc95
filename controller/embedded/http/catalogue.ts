import type { FastifyInstance } from "fastify";
import { isObject } from "../kinds/accept.ts";
import type { Json } from "../kinds/field.ts";
import { ENTITY_KINDS } from "../kinds/index.ts";
import { Problem, sendJson } from "./answers.ts";
import { demand } from "./auth.ts";
import type { Context } from "./context.ts";
import { searchOf, versionOf, whoOf } from "./context.ts";
import { answerList, readListQuery } from "./list.ts";

interface ClaimName {
  claimName: string;
  type: "boolean" | "string" | "number" | "date" | "list" | "dictionary";
  availableForPolicy: boolean;
}

const claim = (
  claimName: string,
  type: ClaimName["type"],
  availableForPolicy = true,
): ClaimName => ({
  claimName,
  type,
  availableForPolicy,
});

/** Claims that the product's manual names for every installation ("Claims in detail"). */
const USER = [
  claim("username", "string"),
  claim("ag.identityProviderId", "string"),
  claim("ag.distinguishedName", "string"),
];
const DEVICE = [
  claim("os.name", "string"),
  claim("os.family", "string"),
  claim("os.platform", "string"),
  claim("os.type", "string"),
  claim("isUserAdmin", "boolean"),
  claim("isFirewallEnabled", "boolean"),
  claim("language", "string"),
  claim("clientIPs", "list"),
  claim("macAddresses", "list"),
];
const SYSTEM = [
  claim("clientSrcIP", "string"),
  claim("connectTime", "date"),
  claim("tunIPv4", "string", false),
];

/** Claim names and tags: what the objects of the Controller add up to. */
export function catalogueRoutes(app: FastifyInstance, { store }: Context): void {
  app.get("/claims/names", async (request, reply) => {
    whoOf(request);
    const mapped = new Map<string, ClaimName>();
    const onDemand = new Map<string, ClaimName>();
    for (const provider of store.list("identity-providers")) {
      for (const mapping of objects(provider["claimMappings"])) {
        const name = String(mapping["claimName"]);
        mapped.set(name, claim(name, mapping["list"] === true ? "list" : "string"));
      }
      for (const mapping of objects(provider["onDemandClaimMappings"])) {
        const name = String(mapping["claimName"]);
        // Everything that a script prints is a string (product manual, "Device claim scripts").
        onDemand.set(name, claim(name, "string"));
      }
    }
    const version = versionOf(request);
    return sendJson(reply, 200, version, {
      user: [...USER, ...mapped.values()],
      device: DEVICE,
      system: SYSTEM,
      onDemand: [...onDemand.values()],
      ...(version >= 18 ? { ztpRiskRules: [] } : {}),
    });
  });

  app.get("/tags", async (request, reply) => {
    const version = versionOf(request);
    if (version < 22) throw new Problem(404, "This path exists from API 22.");
    demand(whoOf(request), "View", "Tag");
    const counts = new Map<string, number>();
    for (const kind of ENTITY_KINDS) {
      for (const stored of store.list(kind)) {
        for (const tag of stored.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
      }
    }
    const rows = [...counts].map(([name, taggedOccurrences]) => ({
      id: name,
      name,
      notes: "",
      taggedOccurrences,
    }));
    return sendJson(
      reply,
      200,
      version,
      answerList(rows, readListQuery(searchOf(request), new Set(["name"])), version),
    );
  });
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
