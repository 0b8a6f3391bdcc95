import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Child, startChild } from "./child.ts";
import type { CacheReady, CacheSettings } from "./children/cache.ts";
import type { FillSettings } from "./children/fill.ts";
import type { LoadRequest, LoadResult } from "./children/load.ts";

const WEBHOOK_SECRET = "bench-webhook-secret";
const POSTURE_TOKEN = "bench-posture-token-0";

/** Header that the webhook endpoint asks for. */
export const WEBHOOK_HEADERS = { "X-Sdpx-Webhook-Secret": WEBHOOK_SECRET };
/** Header that the lookup asks for. */
export const POSTURE_HEADERS = { Authorization: `Bearer ${POSTURE_TOKEN}` };

export interface JamfAccess {
  url: string;
  credentials: { clientId: string; clientSecret: string };
}

export interface JscAccess {
  url: string;
  credentials: { applicationId: string; applicationSecret: string };
}

/** Nobody listens on the discard port: the cache keeps what the store was filled with. */
const NO_JAMF: JamfAccess = {
  url: "http://127.0.0.1:9",
  credentials: { clientId: "nobody", clientSecret: "nobody" },
};

/** Starts a cache in a child process with a folder of its own, uses it, and removes both. */
export async function withCache<T>(
  settings: { devices: number; awaitSync: boolean; jamf?: JamfAccess; jsc?: JscAccess },
  use: (cache: Child<CacheReady>) => Promise<T>,
): Promise<T> {
  const { jamf = NO_JAMF, jsc, devices, awaitSync } = settings;
  const folder = await mkdtemp(join(tmpdir(), "sdpx-bench-"));
  try {
    const environment = {
      PORT: "0",
      SDPX_DATA_DIR: folder,
      SDPX_WEBHOOK_SECRET: WEBHOOK_SECRET,
      SDPX_POSTURE_TOKEN: POSTURE_TOKEN,
      SDPX_RISK_GROUPS: "1=HIGH",
      SDPX_COMPLIANCE_GROUP: "2",
      JAMF_BASE_URL: jamf.url,
      JAMF_CLIENT_ID: jamf.credentials.clientId,
      JAMF_CLIENT_SECRET: jamf.credentials.clientSecret,
      ...(jsc && {
        JSC_BASE_URL: jsc.url,
        JSC_APPLICATION_ID: jsc.credentials.applicationId,
        JSC_APPLICATION_SECRET: jsc.credentials.applicationSecret,
      }),
    };
    if (devices > 0) {
      const filled: FillSettings = { environment, devices };
      await (await startChild("fill", filled)).stop();
    }
    const started: CacheSettings = { environment, awaitSync };
    const cache = await startChild<CacheReady>("cache", started);
    try {
      return await use(cache);
    } finally {
      await cache.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Puts loads on a server from a child process, one after the other. */
export async function withLoad<T>(
  use: (load: (request: LoadRequest) => Promise<LoadResult>) => Promise<T>,
): Promise<T> {
  const generator = await startChild("load", null);
  try {
    return await use((request) => generator.ask<LoadResult>(request));
  } finally {
    await generator.stop();
  }
}

/** A note of answers that were not as expected, for the column "how"; empty when all were. */
export function oddAnswers(result: LoadResult, expected: number): string {
  const odd = Object.entries(result.statuses).filter(([status]) => Number(status) !== expected);
  const notes = odd.map(([status, count]) => `${count} × ${status}`);
  if (result.errors.length > 0) notes.push(`${result.errors.length} errors: ${result.errors[0]}`);
  return notes.length === 0 ? "" : ` (**${notes.join(", ")}**)`;
}
