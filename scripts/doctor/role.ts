import type { Privilege } from "../../controller/api/index.ts";
import { RESOURCES } from "../../controller/api/index.ts";
import { ownerTag } from "../../controller/publish/index.ts";
import { PUBLISH_KINDS, PUBLISH_ORDER } from "../../controller/publish/kinds.ts";
import type { Wiring } from "../config/project.ts";

/** What an account is meant to do, beyond publishing scripts. */
export interface RoleOptions {
  bundle: string;
  wiring: Wiring;
  /** `sdpx plan`, `drift` and `pull` only. */
  readOnly?: boolean;
  /** `sdpx adopt` and `publish --adopt`: objects without our tag are changed. */
  adopt?: boolean;
  /** `publish --verify` and `pull --claims-from`. */
  sessions?: boolean;
  /** `publish --refresh`. */
  refresh?: boolean;
}

/** A right that a command needs, and why. */
export interface Need {
  type: string;
  target: string;
  /** `owned`: only objects that carry the bundle's tag. */
  scope: "all" | "owned";
  why: string;
  /** Without it less is told, and nothing fails. */
  optional?: true;
}

const SCRIPT_TARGETS = PUBLISH_ORDER.map((kind) => RESOURCES[PUBLISH_KINDS[kind].resource].target);
/** Targets with a test endpoint. */
const TESTED = ["Condition", "CriteriaScript", "EntitlementScript"];

/** What each section of the wiring writes. Secrets and certificates are objects of our own, the others are somebody else's. */
const WIRED = {
  identityProviders: { target: "IdentityProvider", own: false },
  entitlements: { target: "Entitlement", own: false },
  policies: { target: "Policy", own: false },
  secrets: { target: "Secret", own: true },
  trustedCertificates: { target: "TrustedCertificate", own: true },
} as const satisfies Record<keyof Wiring, { target: string; own: boolean }>;

/** The least that an account needs. */
export function neededRights(options: RoleOptions): Need[] {
  const needs: Need[] = [];
  const need = (
    type: string,
    targets: readonly string[],
    scope: Need["scope"],
    why: string,
    optional?: true,
  ) => {
    for (const target of targets) {
      needs.push({ type, target, scope, why, ...(optional === undefined ? {} : { optional }) });
    }
  };
  need("View", SCRIPT_TARGETS, "all", "plan, and reading back");
  const around = Object.entries(WIRED).map(([section, { target }]) => ({
    target,
    wired: options.wiring[section as keyof Wiring] !== undefined,
  }));
  for (const { target, wired } of around) {
    if (wired) need("View", [target], "all", "the wiring of sdpx.json");
    else need("View", [target], "all", "telling what a change reaches", true);
  }
  need("View", ["Appliance"], "all", "telling maintenance and health", true);
  if (options.sessions) need("View", ["SessionInfo"], "all", "claims and results of live sessions");
  if (options.readOnly) return needs;

  need("Create", SCRIPT_TARGETS, "all", "publish");
  need("Edit", SCRIPT_TARGETS, options.adopt ? "all" : "owned", "publish");
  need("Delete", SCRIPT_TARGETS, "owned", "rollback and --prune");
  need("Test", TESTED, "all", "trying expressions out before they are published");
  for (const [section, { target, own }] of Object.entries(WIRED)) {
    if (options.wiring[section as keyof Wiring] === undefined) continue;
    if (own) {
      need("Create", [target], "all", `${section} of sdpx.json`);
      need("Edit", [target], "owned", `${section} of sdpx.json`);
      need("Delete", [target], "owned", "rollback and --prune");
    } else need("Edit", [target], "all", `${section} of sdpx.json`);
  }
  if (options.adopt) need("Tag", SCRIPT_TARGETS, "all", "adopt");
  if (options.refresh) need("Reevaluate", ["All"], "all", "--refresh reevaluate");
  return needs;
}

/** A role as POST /administrative-roles takes it. */
export interface Role {
  name: string;
  notes: string;
  tags: string[];
  privileges: {
    type: string;
    target: string;
    scope: { all: boolean; ids: string[]; tags: string[] };
    /** Only where it applies: the Controller may refuse even an empty list elsewhere. */
    defaultTags?: string[];
  }[];
}

/**
 * An administrative role with no more rights than are needed: the Controller itself then refuses changes to objects that do
 * not carry the bundle's tag, and gives the tag to what the account creates.
 */
export function publisherRole(options: RoleOptions): Role {
  const tag = ownerTag(options.bundle);
  return {
    name: `sdpx ${options.readOnly ? "reader" : "publisher"} ${options.bundle}`,
    notes: `Made by sdpx role for the bundle ${options.bundle}. Changes and deletes only what carries the tag ${tag}.`,
    tags: [],
    privileges: neededRights(options).map(({ type, target, scope }) => ({
      type,
      target,
      scope:
        scope === "all" ? { all: true, ids: [], tags: [] } : { all: false, ids: [], tags: [tag] },
      ...(type === "Create" ? { defaultTags: [tag] } : {}),
    })),
  };
}

/** The rights that an account lacks. Scopes that leave objects out count as a lack of what is needed for all of them. */
export function missingRights(
  needs: readonly Need[],
  has: readonly Privilege[],
  bundle: string,
): Need[] {
  const tag = ownerTag(bundle);
  return needs.filter(
    (need) =>
      !has.some(
        ({ type, target, scope }) =>
          (type === "All" || type === need.type) &&
          (target === "All" || target === need.target) &&
          // Where a scope is not told it is the whole.
          (scope === null ||
            scope === undefined ||
            scope.all === true ||
            (need.scope === "owned" && scope.tags.includes(tag)) ||
            // New objects are in no scope yet.
            need.type === "Create"),
      ),
  );
}
