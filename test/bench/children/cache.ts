import { performance } from "node:perf_hooks";
import pino from "pino";
import { systemClock } from "../../../base/clock.ts";
import {
  readCacheConfig,
  startPostureCache,
  type PostureCache,
} from "../../../posture-cache/index.ts";
import { serveParent } from "../child.ts";

/** A posture cache in a process of its own. */
export interface CacheSettings {
  environment: Record<string, string>;
  /** Whether to wait for the first synchronisation with Jamf Pro. */
  awaitSync: boolean;
}

export interface CacheReady {
  url: string;
  caPem: string;
  /** Milliseconds from start to the end of the first synchronisation; 0 when it was not awaited. */
  syncedMs: number;
}

/** What a running cache can be asked. */
export type CacheQuestion = { question: "cost" };

/** What the cache's process has used since it started. */
export interface CacheCost {
  maxRssMb: number;
  /** Processor milliseconds, user and system, of all threads. */
  cpuMs: number;
}

let cache: PostureCache | undefined;

async function start(settings: CacheSettings): Promise<CacheReady> {
  const config = readCacheConfig(settings.environment);
  const syncFrom = performance.now();
  let synced: () => void = () => undefined;
  const sync = new Promise<void>((resolve) => (synced = resolve));
  cache = await startPostureCache(config, {
    clock: systemClock,
    logger: pino({ level: "silent" }),
    onEvent: (event) => {
      if (event.type === "synced") synced();
    },
  });
  if (settings.awaitSync) await sync;
  return {
    url: cache.url,
    caPem: cache.caPem ?? "",
    syncedMs: settings.awaitSync ? performance.now() - syncFrom : 0,
  };
}

function cost(): CacheCost {
  const { user, system } = process.cpuUsage();
  return {
    maxRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    cpuMs: (user + system) / 1000,
  };
}

serveParent(async (request: CacheSettings | CacheQuestion) =>
  "question" in request ? cost() : start(request),
);
