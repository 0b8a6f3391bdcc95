import { join } from "node:path";
import type { Logger } from "pino";
import type { Clock } from "../base/clock.ts";
import { readTextFile } from "../base/json.ts";
import { listen } from "../base/listen.ts";
import { issueServerCertificate, openAuthority } from "../base/tls.ts";
import { type CacheConfig, policyFor } from "./config.ts";
import { type CacheListener, eventHub } from "./events.ts";
import { jamfClient } from "./feeds/jamf-pro/client.ts";
import { type Feed, startJamfFeed } from "./feeds/jamf-pro/feed.ts";
import type { Readiness } from "./http/health.ts";
import { buildServer } from "./http/server.ts";
import type { SignalTarget } from "./model/policy.ts";
import { appgateSender, type Reevaluator } from "./signals/appgate.ts";
import { jscClient } from "./signals/jsc/client.ts";
import { jscSender } from "./signals/jsc/sender.ts";
import { dailyBudget, rateLimiter } from "./signals/limits.ts";
import { type SignalSender, startOutbox } from "./signals/outbox.ts";
import { openSqliteStore } from "./store/sqlite.ts";
import type { Store } from "./store/store.ts";
import { openUpstream, type Upstream } from "./upstream/call.ts";
import type { Random } from "./upstream/retry.ts";
import type { Pump } from "./work/pump.ts";

export interface CacheDependencies {
  clock: Clock;
  logger: Logger;
  /** Without one, Appgate is not told of changes. */
  reevaluator?: Reevaluator;
  onEvent?: CacheListener;
  /** For jitter; `Math.random` when left out. */
  random?: Random;
}

export interface PostureCache {
  /** `https://127.0.0.1:9443`, with the port that was really opened. */
  readonly url: string;
  readonly port: number;
  /** The development CA that clients must trust; absent when certificate files were given. */
  readonly caPem?: string;
  /** Calls the listener for every event from now on. @returns a function that ends it */
  onEvent(listener: CacheListener): () => void;
  /** What `GET /readyz` answers. */
  readiness(): Promise<Readiness>;
  /** Takes nothing more, ends what is under way, and closes the store. What is not delivered is delivered after the next start. */
  close(): Promise<void>;
}

/** Names for which the development certificate is good. */
const DEVELOPMENT_NAMES = ["localhost", "127.0.0.1", "::1", "posture-cache.internal"];
/** Jamf asks clients of the Jamf Pro API for at most five connections. */
const JAMF_CONNECTIONS = 5;
/** The Risk API allows 5 calls a second and 10,000 a day; the last ones are kept for raises to HIGH. */
const JSC_LIMITS = { perSecond: 5, perDay: 10_000, reserve: 1000, connections: 5 };

/**
 * Starts the posture cache: takes up what a former process left undone, listens, and synchronises. It starts
 * although Jamf Pro, Jamf Security Cloud or Appgate are down. @throws SdpxError for bad settings and files, and when the port is taken
 */
export async function startPostureCache(
  config: CacheConfig,
  dependencies: CacheDependencies,
): Promise<PostureCache> {
  const { clock, logger, reevaluator, random = Math.random } = dependencies;
  const tls = await certificate(config);
  const jamfCa = await caPem(config.jamf.caFile);
  const jscCa = await caPem(config.jsc?.caFile ?? null);

  const store = openSqliteStore(join(config.dataDir, "posture.sqlite"));
  const stopping = new AbortController();
  const { signal } = stopping;
  const hub = eventHub((error) => logger.error({ err: error }, "an event listener failed"));
  if (dependencies.onEvent) hub.listen(dependencies.onEvent);

  const targets: SignalTarget[] = [];
  if (config.jsc !== null) targets.push("jsc");
  if (reevaluator !== undefined) targets.push("appgate");
  const policy = policyFor(config, targets);

  const outboxes: Pump[] = [];
  const running: { feed?: Feed } = {};
  const upstreams: Upstream[] = [];
  const app = buildServer({
    tls,
    store,
    policy,
    clock,
    logger,
    webhookSecrets: config.webhookSecrets,
    postureTokens: config.postureTokens,
    ready: () => readiness(store, clock),
    emit: hub.emit,
    wakeFeed: () => running.feed?.notify(),
  });

  const close = async () => {
    stopping.abort();
    await app.close();
    await Promise.all([running.feed?.stop(), ...outboxes.map((pump) => pump.stop())]);
    await Promise.all(upstreams.map((upstream) => upstream.close()));
    await store.close();
  };

  let port: number;
  try {
    port = await listen(app, { host: config.bind, port: config.port }, "PORT");
  } catch (error) {
    await close();
    throw error;
  }

  const senders: SignalSender[] = [];
  if (config.jsc !== null) {
    const { baseUrl, applicationId, applicationSecret } = config.jsc;
    const upstream = openUpstream({
      name: "Jamf Security Cloud",
      baseUrl,
      timeoutMs: config.timeoutMs,
      connections: JSC_LIMITS.connections,
      ...(jscCa === undefined ? {} : { caPem: jscCa }),
    });
    upstreams.push(upstream);
    const limits = {
      rate: rateLimiter(clock, JSC_LIMITS.perSecond, signal),
      budget: dailyBudget(clock, dailyCount(store), JSC_LIMITS.perDay, JSC_LIMITS.reserve),
    };
    const credentials = { applicationId, applicationSecret };
    senders.push(jscSender(jscClient(upstream, credentials, limits, clock, signal), store, clock));
  }
  if (reevaluator !== undefined) senders.push(appgateSender(reevaluator, store, clock));
  const outboxOptions = { store, clock, random, logger, signal, emit: hub.emit };
  for (const sender of senders) outboxes.push(startOutbox(outboxOptions, sender));

  const jamf = openUpstream({
    name: "Jamf Pro",
    baseUrl: config.jamf.baseUrl,
    timeoutMs: config.timeoutMs,
    connections: JAMF_CONNECTIONS,
    ...(jamfCa === undefined ? {} : { caPem: jamfCa }),
  });
  upstreams.push(jamf);
  if (Object.keys(policy.riskGroups).length === 0) {
    logger.warn("SDPX_RISK_GROUPS names no smart group: the risk of every device stays unknown");
  }
  running.feed = startJamfFeed(
    {
      client: jamfClient(jamf, config.jamf, clock, signal),
      store,
      policy,
      clock,
      random,
      logger,
      signal,
      emit: hub.emit,
      wakeSignals: () => {
        for (const pump of outboxes) pump.notify();
      },
    },
    { syncEveryMs: config.syncEveryMs },
  );

  const host = config.bind.includes(":") ? `[${config.bind}]` : config.bind;
  const url = `https://${host}:${port}`;
  logger.info({ url, targets, dataDir: config.dataDir }, "posture cache listens");
  let closing: Promise<void> | undefined;
  return {
    url,
    port,
    ...(tls.caPem === undefined ? {} : { caPem: tls.caPem }),
    onEvent: hub.listen,
    readiness: () => readiness(store, clock),
    close: () => (closing ??= close()),
  };
}

async function certificate(
  config: CacheConfig,
): Promise<{ cert: string; key: string; caPem?: string }> {
  if (config.tls !== null) {
    return {
      cert: await readTextFile(config.tls.certPath, "certificate (TLS_CERT_PATH)"),
      key: await readTextFile(config.tls.keyPath, "private key (TLS_KEY_PATH)"),
    };
  }
  const authority = await openAuthority(config.dataDir);
  const issued = await issueServerCertificate(authority, DEVELOPMENT_NAMES);
  return {
    cert: issued.certificatePem,
    key: issued.privateKeyPem,
    caPem: authority.certificatePem,
  };
}

async function caPem(path: string | null): Promise<string | undefined> {
  return path === null ? undefined : readTextFile(path, "file of certificate authorities");
}

async function readiness(store: Store, clock: Clock): Promise<Readiness> {
  const lastSync = await store.meta("last-sync").catch(() => undefined);
  const storeWritable = await store.setMeta("last-ready-check", String(clock.now())).then(
    () => true,
    () => false,
  );
  return {
    ready: lastSync !== undefined && storeWritable,
    lastSync: lastSync === undefined ? null : Number(lastSync),
    storeWritable,
  };
}

/** One counter a day would leave rows behind: the day stands in the value. */
function dailyCount(store: Store) {
  const key = "jsc-calls";
  return {
    async read(day: string) {
      const [keptDay, count] = (await store.meta(key))?.split(" ") ?? [];
      return keptDay === day ? Number(count) : 0;
    },
    write: (day: string, count: number) => store.setMeta(key, `${day} ${count}`),
  };
}
