import { z } from "zod";

/**
 * What the admin API sends back, as far as sdpx reads it. Every object is loose: fields that a later release adds are kept,
 * because a PUT must carry the whole object or the Controller resets what is left out.
 * Source: the public OpenAPI description of the admin API (appgate/sdp-api-specification).
 */
const base = {
  id: z.string(),
  name: z.string(),
  notes: z.string().default(""),
  created: z.string().optional(),
  updated: z.string().optional(),
  tags: z.array(z.string()).nullish().transform(orEmpty),
  /** API 24 and later: the object is kept by replication and must not be changed by hand. */
  readOnly: z.boolean().optional(),
};

function orEmpty<T>(list: T[] | null | undefined): T[] {
  return list ?? [];
}

const uuids = () => z.array(z.string()).nullish().transform(orEmpty);

const onDemandClaimMapping = z.looseObject({
  command: z.string(),
  claimName: z.string(),
  platform: z.string(),
  parameters: z.looseObject({ name: z.string().optional(), args: z.string().optional() }).nullish(),
});

export const SCHEMAS = {
  named: z.looseObject(base),
  expression: z.looseObject({ ...base, expression: z.string() }),
  entitlementScript: z.looseObject({
    ...base,
    expression: z.string(),
    type: z.string().default("host"),
  }),
  deviceScript: z.looseObject({ ...base, filename: z.string(), checksumSha256: z.string() }),
  condition: z.looseObject({
    ...base,
    expression: z.string(),
    repeatSchedules: uuids(),
    remedyLogic: z.string().default("and"),
    remedyMethods: z.array(z.looseObject({})).nullish().transform(orEmpty),
  }),
  policy: z.looseObject({
    ...base,
    expression: z.string(),
    disabled: z.boolean().default(false),
    entitlements: uuids(),
    entitlementLinks: uuids(),
    ringfenceRuleLinks: uuids(),
  }),
  entitlement: z.looseObject({
    ...base,
    site: z.string(),
    disabled: z.boolean().default(false),
    conditionLogic: z.string().default("and"),
    conditions: uuids(),
    actions: z.array(z.looseObject({})).nullish().transform(orEmpty),
    appShortcutScripts: uuids(),
  }),
  identityProvider: z.looseObject({
    ...base,
    type: z.string(),
    userScripts: uuids(),
    onDemandClaimMappings: z.array(onDemandClaimMapping).nullish().transform(orEmpty),
  }),
  trustedCertificate: z.looseObject({ ...base, pem: z.string() }),
} as const;

/** A page of a list. `range` is an echo and is never used to decide anything. */
export const listPage = z.looseObject({
  data: z.array(z.unknown()),
  totalCount: z.number().optional(),
});

const privilege = z.looseObject({
  type: z.string(),
  target: z.string(),
  scope: z.looseObject({ all: z.boolean().optional(), ids: uuids(), tags: uuids() }).nullish(),
});
export type Privilege = z.infer<typeof privilege>;

export const loginAnswer = z.looseObject({
  token: z.string().min(1),
  expires: z.string(),
  user: z
    .looseObject({ name: z.string().optional(), privileges: z.array(privilege).nullish() })
    .optional(),
});

export const versionAnswer = z.looseObject({
  peerVersion: z.number().int(),
  lowestPeerVersionSupported: z.number().int(),
});

/** Body of every 406 of the admin API. */
export const notAcceptable = z.looseObject({
  minSupportedVersion: z.number().int(),
  maxSupportedVersion: z.number().int(),
});

/** Answer of POST /conditions/test and /entitlement-scripts/test. `error` is there only when the evaluation failed. */
export const testAnswer = z.looseObject({
  result: z.unknown().optional(),
  output: z.string().nullish(),
  error: z.string().nullish(),
  executionMs: z.number().nullish(),
});

export const downloadAnswer = z.looseObject({
  name: z.string(),
  filename: z.string(),
  file: z.string(),
});

export const reevaluateAnswer = z.looseObject({
  reevaluatedDistinguishedNames: z.array(z.string()).nullish().transform(orEmpty),
});

const claimName = z.looseObject({
  claimName: z.string(),
  type: z.string(),
  availableForPolicy: z.boolean().optional(),
});
export const claimNamesAnswer = z.looseObject({
  user: z.array(claimName).nullish().transform(orEmpty),
  device: z.array(claimName).nullish().transform(orEmpty),
  system: z.array(claimName).nullish().transform(orEmpty),
  onDemand: z.array(claimName).nullish().transform(orEmpty),
});
export type ClaimNames = z.infer<typeof claimNamesAnswer>;

const claims = z.record(z.string(), z.unknown()).nullish();
export const sessionInfoAnswer = z.looseObject({
  deviceId: z.string(),
  username: z.string(),
  providerName: z.string(),
  data: z
    .record(
      z.string(),
      z.looseObject({
        userClaims: claims,
        deviceClaims: claims,
        systemClaims: claims,
        entitlementInfos: z
          .record(
            z.string(),
            z.looseObject({
              access: z.boolean().optional(),
              conditionLogic: z.string().optional(),
              conditionResults: z.record(z.string(), z.boolean()).nullish(),
              firewallRules: z.array(z.looseObject({})).nullish().transform(orEmpty),
              policyNames: uuids(),
            }),
          )
          .nullish(),
        site: z.string().nullish(),
      }),
    )
    .nullish(),
});
/** A session as every Gateway that holds it reports it; the key of `data` is the appliance's name. */
export type SessionInfo = z.infer<typeof sessionInfoAnswer>;

export const activeSession = z.looseObject({ distinguishedName: z.string() });
export type ActiveSession = z.infer<typeof activeSession>;
