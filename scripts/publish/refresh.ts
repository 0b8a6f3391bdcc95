import type { Clock } from "../../base/clock.ts";
import { SdpxError } from "../../base/errors.ts";
import type { ControllerClient } from "../../controller/api/index.ts";
import type { StepResult } from "../../controller/publish/index.ts";

/** How what was published takes effect for people who are signed in. */
export const REFRESH_MODES = ["none", "reevaluate", "revoke"] as const;
export type RefreshMode = (typeof REFRESH_MODES)[number];

export interface RefreshOptions {
  mode: RefreshMode;
  /** End of distinguished names, such as `OU=ldap` or a whole one; everybody who is signed in when left out. */
  filter?: string | undefined;
  /** Devices a second. */
  rate: number;
  clock: Clock;
}

export interface RefreshReport {
  mode: RefreshMode;
  /** Distinguished names that were reached. */
  reached: string[];
  /** Kind of token that was revoked. */
  tokenType?: "Claims" | "Entitlement";
}

/** Criteria and user claims are decided when a claims token is made; the rest with each entitlement token. */
const AT_SIGN_IN: ReadonlySet<string> = new Set([
  "criteria",
  "user-claim",
  "device-claim",
  "policy",
  "identity-provider",
]);

/**
 * Makes what was published take effect now. Re-evaluation reaches conditions and entitlement scripts; user claims, criteria and device
 * claims need new tokens (`revoke`), which devices fetch without losing their connection.
 */
export async function refreshSessions(
  client: ControllerClient,
  results: readonly StepResult[],
  { mode, filter, rate, clock }: RefreshOptions,
): Promise<RefreshReport> {
  if (mode === "none" || results.length === 0) return { mode, reached: [] };
  const active = [
    ...new Set((await client.activeSessions()).map((one) => one.distinguishedName)),
  ].filter((dn) => filter === undefined || dn.toLowerCase().endsWith(filter.toLowerCase()));
  if (mode === "revoke") {
    const tokenType = results.some(({ step }) => AT_SIGN_IN.has(step.kind))
      ? "Claims"
      : "Entitlement";
    const reason = "Scripts were published";
    await client.revokeTokens({ distinguishedNames: active, reason, tokenType, perSecond: rate });
    return { mode, reached: active, tokenType };
  }
  const reached: string[] = [];
  for (const [index, dn] of active.entries()) {
    if (index > 0) await clock.sleep(1000 / rate);
    reached.push(...(await client.reevaluate(dn)));
  }
  return { mode, reached: [...new Set(reached)] };
}

/** What a session may reach, as its Gateways report it. */
export interface Verified {
  dn: string;
  /** Nobody is signed in under this name. */
  missing?: true;
  entitlements: {
    appliance: string;
    name: string;
    access: boolean;
    conditions: Record<string, boolean>;
  }[];
}

/** Reads the sessions of test devices, to see what a publish did for them. */
export async function verifySessions(
  client: ControllerClient,
  names: readonly string[],
): Promise<Verified[]> {
  const verified: Verified[] = [];
  for (const dn of names) {
    const info = await client.sessionInfo(dn);
    if (info === undefined) {
      verified.push({ dn, missing: true, entitlements: [] });
      continue;
    }
    const entitlements = Object.entries(info.data ?? {}).flatMap(([appliance, one]) =>
      Object.entries(one.entitlementInfos ?? {}).map(([name, entitlement]) => ({
        appliance,
        name,
        access: entitlement.access ?? false,
        conditions: entitlement.conditionResults ?? {},
      })),
    );
    verified.push({ dn, entitlements });
  }
  return verified;
}

export function renderRefresh({ mode, reached, tokenType }: RefreshReport): string {
  if (mode === "none") return "";
  const done = mode === "revoke" ? `${tokenType ?? "no"} tokens revoked` : "re-evaluated";
  return `refresh: ${reached.length} ${reached.length === 1 ? "session" : "sessions"} ${done}\n`;
}

export function renderVerified(verified: readonly Verified[]): string {
  return verified
    .flatMap(({ dn, missing, entitlements }) => [
      missing === true ? `${dn}: nobody is signed in` : dn,
      ...entitlements.map(({ appliance, name, access, conditions }) => {
        const results = Object.entries(conditions).map(
          ([one, held]) => `${one} ${held ? "holds" : "does not hold"}`,
        );
        return `  ${access ? "✓" : "✗"} ${name} on ${appliance}${results.length === 0 ? "" : ` (${results.join(", ")})`}`;
      }),
    ])
    .map((line) => `${line}\n`)
    .join("");
}

/** @throws SdpxError `bad-option` */
export function readRefresh(mode: string, rate: string): Pick<RefreshOptions, "mode" | "rate"> {
  const known = REFRESH_MODES.find((one) => one === mode);
  if (known === undefined) {
    throw new SdpxError("bad-option", `"${mode}" is no way to refresh`, {
      where: "--refresh",
      fix: `give one of ${REFRESH_MODES.join(", ")}`,
    });
  }
  const perSecond = Number(rate);
  if (!(perSecond > 0 && perSecond <= 1000)) {
    throw new SdpxError("bad-option", `"${rate}" is no rate`, {
      where: "--refresh-rate",
      fix: "give devices a second, more than 0 and up to 1000",
    });
  }
  return { mode: known, rate: perSecond };
}
