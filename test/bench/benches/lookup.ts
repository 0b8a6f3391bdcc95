import type { CacheCost } from "../children/cache.ts";
import type { LoadRequest } from "../children/load.ts";
import { oddAnswers, POSTURE_HEADERS, withCache, withLoad } from "../cache-setup.ts";
import {
  atLeast,
  atMost,
  type Benchmark,
  median,
  ms,
  percentile,
  perSecond,
  plain,
} from "../figures.ts";

const BUDGET_PER_SECOND = 20_000;
const CONNECTIONS = 32;

/** Lookups of random devices over HTTPS, by a generator in another process on the same machine. */
export const lookup: Benchmark = {
  summary: "posture lookups (100,000 devices; 1,000,000 with --full)",
  async run({ full, say }) {
    const devices = full ? 1_000_000 : 100_000;
    say(`filling a store with ${devices} devices`);
    return withCache({ devices, awaitSync: false }, ({ ready, ask }) =>
      withLoad(async (load) => {
        const base: LoadRequest = {
          url: ready.url,
          caPem: ready.caPem,
          connections: CONNECTIONS,
          seconds: 5,
          warmUpSeconds: 2,
          method: "GET",
          headers: POSTURE_HEADERS,
          target: "/v1/posture?serial=BENCH{n}",
          range: devices,
          digits: 8,
        };
        await load({ ...base, seconds: 2 });
        const { cpuMs: before } = await ask<CacheCost>({ question: "cost" });
        const most = await load({ ...base, warmUpSeconds: 0 });
        const { cpuMs: after } = await ask<CacheCost>({ question: "cost" });
        const busy = `generator busy ${Math.round(most.generatorBusy * 100)} %`;
        say(`full load: ${perSecond(most.perSecond)}, ${busy}`);
        const half = await load({ ...base, rate: most.perSecond / 2 });
        const bound = await load({
          ...base,
          target: `${base.target}&dn=CN%3D{n}%2CCN%3Dbench%2COU%3Dlocal`,
          seconds: 3,
          warmUpSeconds: 1,
        });
        const fresh = await load({ ...base, reconnect: true, connections: 8, seconds: 3 });
        const { maxRssMb } = await ask<CacheCost>({ question: "cost" });
        const size = devices.toLocaleString("en-US");
        const how = `${size} devices, HTTPS keep-alive, ${CONNECTIONS} connections, ${busy}`;
        return [
          atLeast(
            "lookups at full load",
            most.perSecond,
            BUDGET_PER_SECOND,
            how + oddAnswers(most, 200),
          ),
          plain(
            "processor time of the service, one lookup",
            `${Math.round(((after - before) * 1000) / most.latencies.length)} µs`,
            "the same run; grows less than the rest when the machine is shared",
          ),
          atMost(
            "lookup p99 at half that load",
            percentile(half.latencies, 0.99),
            10,
            `${perSecond(half.perSecond)}, from when each was due${oddAnswers(half, 200)}`,
          ),
          plain("lookup median at half that load", ms(median(half.latencies)), "the same run"),
          plain(
            "lookups that also bind a new DN",
            perSecond(bound.perSecond),
            `each writes a row${oddAnswers(bound, 200)}`,
          ),
          plain(
            "lookups, a new TLS connection for each",
            perSecond(fresh.perSecond),
            `8 at a time${oddAnswers(fresh, 200)}`,
          ),
          plain("memory of the cache's process", `${maxRssMb} MB`, "largest resident size"),
        ];
      }),
    );
  },
};
