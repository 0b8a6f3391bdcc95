import pino from "pino";
import { systemClock } from "../../base/clock.ts";
import { readCacheConfig } from "../config.ts";
import { startPostureCache } from "../service.ts";

/**
 * The cache as a process of its own, for tests that kill it. Settings come from the environment. Each event is a
 * line of JSON on the standard output, and so is each re-evaluation, which takes the place of a Controller.
 */
const tell = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);

const cache = await startPostureCache(readCacheConfig(process.env), {
  clock: systemClock,
  logger: pino({ level: "warn" }, pino.destination(2)),
  reevaluator: {
    reevaluate: async (dn) => void tell({ type: "reevaluated", dn }),
  },
  onEvent: tell,
});
tell({ type: "listening", url: cache.url, caPem: cache.caPem });
