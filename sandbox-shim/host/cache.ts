import type { SandboxCache } from "../engines/engine.ts";

/** As many entries as fit; the oldest goes first. Appgate's documentation does not name the appliance's own limit. */
const DEFAULT_ENTRIES = 10_000;

/** The memory of one appliance: what scripts put with `cache.put`, until it expires. */
export function memoryCache(maxEntries: number = DEFAULT_ENTRIES): SandboxCache {
  const entries = new Map<string, { valueJson: string; expiresAtMs: number }>();
  return {
    get(key, nowMs) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      if (entry.expiresAtMs > nowMs) return entry.valueJson;
      entries.delete(key);
      return undefined;
    },
    put(key, valueJson, expiresAtMs) {
      entries.delete(key);
      entries.set(key, { valueJson, expiresAtMs });
      if (entries.size <= maxEntries) return;
      const oldest = entries.keys().next();
      if (!oldest.done) entries.delete(oldest.value);
    },
  };
}
