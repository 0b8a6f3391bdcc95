import type { ManifestRow } from "../../base/manifest.ts";
import { SdpxError } from "../../base/errors.ts";
import type { ControllerClient } from "../../controller/api/index.ts";
import { BUILTIN_IDS } from "../../controller/embedded/index.ts";

/**
 * What an administrator sets up once around the published scripts, done here through the same admin API: the token as
 * a Secret, the cache's authority as a Trusted Certificate, the scripts on the identity provider, two entitlements
 * and two policies.
 */
export interface TenantInput {
  scripts: readonly ManifestRow[];
  postureToken: string;
  cacheCaPem: string;
}

export const WORK = "Engineering";
const ORDERLY = "Macs in order";
export const REMEDIATION = "Remediation";

/** @returns the criteria script that each policy calls, by the policy's name */
export async function furnishTenant(
  client: ControllerClient,
  input: TenantInput,
): Promise<Record<string, string>> {
  const { scripts } = input;
  const row = (kind: ManifestRow["kind"], type?: ManifestRow["type"]): ManifestRow => {
    const found = scripts.find(
      (one) => one.kind === kind && (type === undefined || one.type === type),
    );
    if (found) return found;
    throw new SdpxError(
      "not-found",
      `the bundle has no ${kind} script${type ? ` of type ${type}` : ""}`,
      {
        where: "dist/manifest.json",
        fix: "the story needs one script of each kind: git checkout brings the shipped ones back",
      },
    );
  };
  const [posture, criteria, condition, device] = [
    row("user-claim"),
    row("criteria"),
    row("condition"),
    row("device-claim"),
  ];
  const [hosts, ports, shortcuts] = [
    row("entitlement", "host"),
    row("entitlement", "portOrType"),
    row("entitlement", "appShortcut"),
  ];

  for (const name of new Set(scripts.flatMap((one) => one.secrets))) {
    await client.create("secrets", { name, secret: input.postureToken });
  }
  await client.create("trusted-certificates", { name: "posture cache", pem: input.cacheCaPem });

  const userScript = await published(client, "user-scripts", posture.name);
  const provider = await published(client, "identity-providers", "local");
  await client.update("identity-providers", provider.id, {
    ...provider,
    userScripts: [userScript.id],
    onDemandClaimMappings: [
      {
        command: "runScript",
        claimName: device.device?.claimName ?? "",
        platform: device.device?.platform ?? "",
        parameters: { name: device.name, args: device.device?.args ?? "" },
      },
    ],
  });

  const shortcutScript = await published(client, "entitlement-scripts", shortcuts.name);
  const postureNow = await published(client, "conditions", condition.name);
  const work = await client.create("entitlements", {
    name: WORK,
    site: BUILTIN_IDS.defaultSite,
    conditions: [postureNow.id],
    actions: [
      { action: "allow", subtype: "tcp_up", hosts: [`script://${hosts.name}`], ports: ["443"] },
      {
        action: "allow",
        subtype: "tcp_up",
        hosts: [`script://${hosts.name}`],
        ports: [`script://${ports.name}`],
      },
    ],
  });
  const remediation = await client.create("entitlements", {
    name: REMEDIATION,
    site: BUILTIN_IDS.defaultSite,
    conditions: [BUILTIN_IDS.always],
    actions: [
      { action: "allow", subtype: "tcp_up", hosts: ["self-service.corp.example"], ports: ["443"] },
    ],
    appShortcutScripts: [shortcutScript.id],
  });
  await client.create("policies", {
    name: ORDERLY,
    type: "Access",
    expression: `return ${criteria.name}(claims);`,
    entitlements: [work.id],
  });
  await client.create("policies", {
    name: "Everybody",
    type: "Access",
    expression: "return true;",
    entitlements: [remediation.id],
  });
  return { [ORDERLY]: criteria.name };
}

/** The object of a name. @throws SdpxError `not-found` */
async function published<K extends Parameters<ControllerClient["list"]>[0]>(
  client: ControllerClient,
  kind: K,
  name: string,
): Promise<Awaited<ReturnType<ControllerClient["list"]>>[number]> {
  const found = (await client.list(kind)).find((one) => one.name === name);
  if (found) return found as never;
  throw new SdpxError("not-found", `"${name}" is not on the Controller after publishing`, {
    where: kind,
  });
}
