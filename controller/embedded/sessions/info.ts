import type { SessionState } from "./model.ts";

/** A session as GET /session-info/{dn} tells it: by the name of the appliance that holds it. */
export function sessionInfo(session: SessionState, gateway: string): Record<string, unknown> {
  return {
    deviceId: session.deviceId,
    username: session.username,
    providerName: session.providerName,
    data: {
      [gateway]: {
        userClaims: session.userClaims,
        deviceClaims: session.deviceClaims,
        systemClaims: session.systemClaims,
        entitlementInfos: Object.fromEntries(
          Object.entries(session.entitlements).map(([name, state]) => [
            name,
            {
              access: state.access,
              conditionLogic: state.conditionLogic,
              conditionResults: state.conditionResults,
              firewallRules: state.firewallRules,
              policyNames: state.policyNames,
              primarySite: true,
              domainEntitlement: false,
            },
          ]),
        ),
        discoveredApps: [],
        vpn: { tunIPv4: session.systemClaims["tunIPv4"] },
        site: session.site,
      },
    },
  };
}

/** A device as GET /on-boarded-devices tells it. */
export function onBoardedDevice(session: SessionState): Record<string, unknown> {
  return {
    distinguishedName: session.distinguishedName,
    deviceId: session.deviceId,
    username: session.username,
    providerName: session.providerName,
    hostname: session.deviceClaims["hostname"] ?? "",
    onBoardedAt: new Date(session.signedInAt).toISOString(),
    lastSeenAt: new Date(session.evaluatedAt).toISOString(),
    device_type: "Client",
  };
}

/** A session as GET /stats/active-sessions/dn tells it. */
export function activeSession(session: SessionState, gateway: string): Record<string, unknown> {
  const { distinguishedName, deviceId, username, providerName, systemClaims } = session;
  return {
    distinguishedName,
    deviceId,
    username,
    providerName,
    gateways: [gateway],
    ips: [systemClaims["clientSrcIP"]].filter((ip) => ip !== undefined),
    hostname: session.deviceClaims["hostname"] ?? "",
  };
}
