import { systemClock, type Clock } from "../base/clock.ts";
import { openAuthority } from "../base/tls.ts";
import { startJamfProStandIn } from "./jamf-pro/index.ts";
import { startJscStandIn } from "./jsc/index.ts";
import type { ServeOptions } from "./shared/server.ts";

export * from "./jamf-pro/index.ts";
export * from "./jsc/index.ts";
export { sampleMac, type SampleMac } from "./shared/sample-macs.ts";
export type { Fault, FaultInput } from "./shared/faults.ts";
export type { JournalEntry } from "./shared/journal.ts";

/** What a person can choose when starting a stand-in. */
export interface StandInSettings {
  /** `127.0.0.1` when left out; the controls ask for no credentials, so think twice. */
  host?: string;
  /** A free one when left out. */
  port?: number;
  /** Folder of the development CA (made when missing): serves HTTPS and trusts receivers of that CA. Plain HTTP without. */
  tlsFolder?: string;
  clock?: Clock;
}

/** A stand-in that a person started. */
export interface RunningStandIn {
  url: string;
  caPem: string | undefined;
  /** Certificate to trust, when HTTPS is served. */
  caPath: string | undefined;
  /** How to call it: lines to print, commands to paste. Holds its own invented credentials. */
  howToCall: readonly string[];
  close(): Promise<void>;
}

interface StandInEntry {
  /** One line for the list. */
  summary: string;
  /** Port to listen on unless a person says otherwise. */
  port: number;
  start(settings?: StandInSettings): Promise<RunningStandIn>;
}

interface Prepared {
  serve: ServeOptions;
  caPath: string | undefined;
  /** Option for curl, with a space after it when there is one. */
  curl: string;
}

async function prepare(settings: StandInSettings): Promise<Prepared> {
  const { host, port, tlsFolder, clock = systemClock } = settings;
  const serve: ServeOptions = { clock };
  if (host !== undefined) serve.host = host;
  if (port !== undefined) serve.port = port;
  if (tlsFolder === undefined) return { serve, caPath: undefined, curl: "curl -s" };
  const authority = await openAuthority(tlsFolder);
  serve.tls = authority;
  return {
    serve,
    caPath: authority.certificatePath,
    curl: `curl -s --cacert ${authority.certificatePath}`,
  };
}

/** The stand-ins that `sdpx stand-in` starts. Each begins with the same few invented Macs. */
export const STAND_INS = {
  "jamf-pro": {
    summary: "Jamf Pro: OAuth, inventory, smart groups, webhooks, Jamf Protect detections",
    port: 18_443,
    async start(settings = {}) {
      const { serve, caPath, curl } = await prepare(settings);
      const trust = serve.tls ? { webhookCaPem: serve.tls.certificatePem } : {};
      const standIn = await startJamfProStandIn({ ...serve, ...trust, samples: true });
      const { url, credentials } = standIn;
      const form = `grant_type=client_credentials&client_id=${credentials.clientId}&client_secret=${credentials.clientSecret}`;
      const howToCall = [
        `JAMF_PRO_URL=${url} client id ${credentials.clientId} client secret ${credentials.clientSecret}`,
        `${curl} ${url}/`,
        `${curl} -d '${form}' ${url}/api/oauth/token`,
        `${curl} -X POST -H 'Content-Type: application/json' -d '{"analytic":"FlashDownloadNotSignedByAdobe"}' ${url}/stand-in/computers/1/detections`,
        `${curl} -X DELETE ${url}/stand-in/computers/1/detections`,
      ];
      return { url, caPem: standIn.caPem, caPath, howToCall, close: () => standIn.close() };
    },
  },
  jsc: {
    summary: "Jamf Security Cloud's Risk API: login, devices, overrides, rate limits",
    port: 18_444,
    async start(settings = {}) {
      const { serve, caPath, curl } = await prepare(settings);
      const standIn = await startJscStandIn({ ...serve, samples: true });
      const { url, credentials } = standIn;
      const { applicationId, applicationSecret } = credentials;
      const howToCall = [
        `JSC_URL=${url} application id ${applicationId} application secret ${applicationSecret}`,
        `${curl} ${url}/`,
        `${curl} -X POST -u ${applicationId}:${applicationSecret} ${url}/v1/login`,
        `${curl} ${url}/stand-in/devices`,
        `${curl} ${url}/stand-in/overrides`,
      ];
      return { url, caPem: standIn.caPem, caPath, howToCall, close: () => standIn.close() };
    },
  },
} as const satisfies Record<string, StandInEntry>;

export type StandInName = keyof typeof STAND_INS;

export function isStandInName(text: string): text is StandInName {
  return Object.hasOwn(STAND_INS, text);
}
