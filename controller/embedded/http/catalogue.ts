import type { FastifyInstance } from "fastify";
import { isObject } from "../kinds/accept.ts";
import type { Json } from "../kinds/field.ts";
import { ENTITY_KINDS, KINDS, kindSpoken } from "../kinds/index.ts";
import { sendJson } from "./answers.ts";
import type { Context } from "./context.ts";
import { versionOf, whoOf } from "./context.ts";

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

/** Claim names, and what may be granted to administrators. */
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

  app.get("/administrative-roles/type-target-map", async (request, reply) => {
    whoOf(request);
    const version = versionOf(request);
    return sendJson(reply, 200, version, { actionMatrixMap: actionMatrix(version) });
  });
}

/** Which action may be granted on which target; the part of the product's matrix that this Controller has objects for. */
function actionMatrix(version: number): Json {
  const targets = ENTITY_KINDS.filter((kind) => kindSpoken(kind, version)).map(
    (kind) => KINDS[kind].target,
  );
  const entry = (name: string, scopable = true, scopableByIdp = false) => ({
    name,
    scopable,
    scopableByIdp,
  });
  const each = [entry("All"), ...targets.map((target) => entry(target))];
  const flat = (names: readonly string[]) => names.map((name) => entry(name, false));
  const devices = [entry("RegisteredDevice", false, true), entry("SessionInfo", false, true)];
  const settings = flat(["GlobalSetting"]);
  return {
    All: [entry("All", false), ...targets.map((target) => entry(target)), ...devices],
    View: [...each, ...devices, ...settings, ...flat(["AdminMessage"])],
    Create: each,
    Edit: [...each, ...settings],
    Delete: [...each, ...devices.slice(0, 1), ...settings],
    Tag: flat(["All", ...targets]),
    Test: flat([
      "All",
      "Condition",
      "CriteriaScript",
      "EntitlementScript",
      "Policy",
      "UserClaimScript",
    ]),
    Reevaluate: [
      entry("All", false),
      ...(version <= 21 ? [entry("TokenRecord", false, true)] : []),
    ],
    Revoke: flat(["All"]),
    RenewCertificate: [entry("All"), entry("Appliance")],
    AssignFunction: flat(["All", "Appliance"]),
    GetUserAttributes: [entry("All"), entry("IdentityProvider")],
  };
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
