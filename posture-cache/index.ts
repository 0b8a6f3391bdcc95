/** The posture cache, as other rooms are given it. */
export { type CacheConfig, type Environment, readCacheConfig } from "./config.ts";
export type { CacheEvent, CacheListener } from "./events.ts";
export type { Readiness } from "./http/health.ts";
export { SECRET_HEADER } from "./http/webhooks.ts";
export type { RiskLevel } from "./model/risk.ts";
export { type CacheDependencies, type PostureCache, startPostureCache } from "./service.ts";
export type { Reevaluator } from "./signals/appgate.ts";
