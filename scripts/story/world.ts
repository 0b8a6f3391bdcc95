import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { systemClock } from "../../base/clock.ts";
import { openAuthority } from "../../base/tls.ts";
import { createControllerClient, type ControllerClient } from "../../controller/api/index.ts";
import type { EmbeddedController } from "../../controller/embedded/index.ts";
import {
  readCacheConfig,
  SECRET_HEADER,
  startPostureCache,
  type PostureCache,
} from "../../posture-cache/index.ts";
import {
  SAMPLE_COMPUTERS,
  SAMPLE_GROUPS,
  sampleMac,
  startJamfProStandIn,
  startJscStandIn,
  type Computer,
  type JamfProStandIn,
  type JscStandIn,
} from "../../stand-ins/index.ts";
import { startLocalController } from "../services/embedded.ts";
import type { Witness } from "./witness.ts";

/** Everything that the story needs, running on this machine. */
export interface World {
  jamf: JamfProStandIn;
  jsc: JscStandIn;
  controller: EmbeddedController;
  /** Signed in as the embedded Controller's administrator. */
  client: ControllerClient;
  cache: PostureCache;
  /** The Mac whose story it is. */
  mac: Computer;
  /** Id of the smart group that Jamf Protect's detections put a Mac into. */
  threatGroup: number;
  /** What only this run knows; made up afresh each time. */
  secrets: { webhook: string; posture: string; adminPassword: string };
  /** Certificate authorities, PEM files: of the cache, and of everything else. */
  caPaths: { cache: string; others: string };
  close(): Promise<void>;
}

export interface WorldOptions {
  /** The host and port by which scripts call the posture cache; led to the cache of this world. */
  postureHost: string;
  logLevel: string;
}

/** Groups of the sample fleet by name, with what the cache makes of each. */
const THREAT = "Jamf Protect - Threat Detected";
const COMPLIANT = "Compliant Macs";
const ALIASES = { "Engineering Macs": "engineering" };

/**
 * Starts the stand-ins, the embedded Controller and the posture cache, each on a free port of the loopback interface
 * with certificates of its own. Settings are made here and never read from the environment: the story must not reach
 * a real system, whatever is configured.
 */
export async function startWorld(options: WorldOptions, witness: Witness): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "sdpx-story-"));
  const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    const caFolder = join(folder, "ca");
    const cacheFolder = join(folder, "cache");
    await mkdir(cacheFolder, { recursive: true });
    const authority = await openAuthority(caFolder);
    const cacheAuthority = await openAuthority(cacheFolder);

    const jamf = await startJamfProStandIn({
      tls: authority,
      webhookCaPem: cacheAuthority.certificatePem,
    });
    closing.push(() => jamf.close());
    const jsc = await startJscStandIn({ tls: authority });
    closing.push(() => jsc.close());
    jsc.onEvent(witness.jsc);
    const { mac, groups } = await populate(jamf, jsc);

    // Filled in when the cache's port is known; the Gateways' DNS, so to say.
    const resolve: Record<string, string> = {};
    const secrets = {
      webhook: randomBytes(24).toString("base64url"),
      posture: randomBytes(24).toString("base64url"),
      adminPassword: randomBytes(12).toString("base64url"),
    };
    const controller = await startLocalController({
      resolve,
      authority,
      users: [{ username: "admin", password: secrets.adminPassword }],
    });
    closing.push(() => controller.close());
    controller.sessions.onEvent(witness.controller);
    const client = createControllerClient(
      {
        url: controller.url,
        providerName: "local",
        username: "admin",
        password: secrets.adminPassword,
        deviceId: "5d9e0b0a-7f0e-4d0e-9a53-1f6c2a0b7c11",
        caPem: controller.caPem,
        insecure: false,
      },
      { clock: systemClock },
    );
    closing.push(() => client.close());

    const threatGroup = groups[THREAT] ?? 0;
    const config = readCacheConfig({
      PORT: "0",
      SDPX_DATA_DIR: cacheFolder,
      SDPX_WEBHOOK_SECRET: secrets.webhook,
      SDPX_POSTURE_TOKEN: secrets.posture,
      SDPX_UPSTREAM_CA_FILE: authority.certificatePath,
      JAMF_BASE_URL: jamf.url,
      JAMF_CLIENT_ID: jamf.credentials.clientId,
      JAMF_CLIENT_SECRET: jamf.credentials.clientSecret,
      JSC_BASE_URL: jsc.url,
      JSC_APPLICATION_ID: jsc.credentials.applicationId,
      JSC_APPLICATION_SECRET: jsc.credentials.applicationSecret,
      SDPX_RISK_GROUPS: `${threatGroup}=HIGH`,
      SDPX_COMPLIANCE_GROUP: String(groups[COMPLIANT]),
      SDPX_GROUP_ALIASES: Object.entries(ALIASES)
        .map(([name, alias]) => `${groups[name]}=${alias}`)
        .join(","),
    });
    const synced = witness.mark();
    const cache = await startPostureCache(config, {
      clock: systemClock,
      logger: pino({ level: options.logLevel, base: null }, pino.destination(2)),
      reevaluator: {
        async reevaluate(distinguishedName) {
          await client.reevaluate(distinguishedName);
        },
      },
      onEvent: witness.cache,
    });
    closing.push(() => cache.close());
    resolve[options.postureHost] = `127.0.0.1:${cache.port}`;
    jamf.setWebhook({
      name: "sdpx posture cache",
      url: `${cache.url}/v1/webhooks/jamf-pro`,
      contentType: "application/json",
      event: "SmartGroupComputerMembershipChange",
      smartGroupId: threatGroup,
      authentication: { type: "HEADER", headers: { [SECRET_HEADER]: secrets.webhook } },
    });
    await witness.until(
      "the cache has read the fleet from Jamf Pro",
      synced,
      (one) => (one.from === "cache" && one.event.type === "synced" ? one.event : undefined),
      20_000,
    );
    return {
      jamf,
      jsc,
      controller,
      client,
      cache,
      mac,
      threatGroup,
      secrets,
      caPaths: { cache: cacheAuthority.certificatePath, others: authority.certificatePath },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The invented fleet: the same Macs in Jamf Pro and, synced, in Jamf Security Cloud. */
async function populate(
  jamf: JamfProStandIn,
  jsc: JscStandIn,
): Promise<{ mac: Computer; groups: Record<string, number> }> {
  const groups: Record<string, number> = {};
  for (const input of SAMPLE_GROUPS) {
    const group = await jamf.setGroup(input);
    groups[group.name] = group.id;
  }
  const computers = await jamf.addComputers(SAMPLE_COMPUTERS);
  computers.forEach((computer, index) => {
    const { userName, userEmail } = {
      userName: sampleMac(index + 1).realName,
      userEmail: computer.email,
    };
    jsc.addDevice({
      externalId: computer.udid.toLowerCase(),
      deviceName: computer.name,
      userName,
      userEmail,
    });
  });
  const [mac] = computers;
  if (!mac) throw new Error("the sample fleet is empty");
  return { mac, groups };
}
