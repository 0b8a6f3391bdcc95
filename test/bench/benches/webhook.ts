import { startJamfProStandIn } from "../../../stand-ins/index.ts";
import { oddAnswers, WEBHOOK_HEADERS, withCache, withLoad } from "../cache-setup.ts";
import { atMost, type Benchmark, median, ms, percentile, plain } from "../figures.ts";

const RATE = 200;
const SECONDS = 5;
const COMPUTERS = 1000;

/** A smart-group event as Jamf Pro sends it, each with another time and so not a duplicate. */
const BODY = JSON.stringify({
  webhook: {
    id: 1,
    name: "bench",
    webhookEvent: "SmartGroupComputerMembershipChange",
    eventTimestamp: "{now}",
  },
  event: {
    computer: true,
    groupAddedDevices: [],
    groupAddedDevicesIds: ["{n}"],
    groupRemovedDevices: [],
    groupRemovedDevicesIds: [],
    jssid: 1,
    name: "Threats",
    smartGroup: true,
  },
}).replaceAll(/"(\{\w+\})"/g, "$1");

/** Webhooks at a steady rate while the cache also works on them, asking a Jamf Pro stand-in. */
export const webhook: Benchmark = {
  summary: "acknowledgement of webhooks at 200 a second",
  async run() {
    const jamf = await startJamfProStandIn({ tokenLifetimeSeconds: 600 });
    try {
      for (const value of ["threat", "ok"]) {
        const criteria = [{ name: "Department", searchType: "is", value } as const];
        await jamf.setGroup({ name: value, criteria });
      }
      const seeds = Array.from({ length: COMPUTERS }, () => ({ department: "ok" }));
      await jamf.addComputers(seeds);
      return await withCache({ devices: 0, awaitSync: true, jamf }, ({ ready }) =>
        withLoad(async (load) => {
          const result = await load({
            url: ready.url,
            caPem: ready.caPem,
            connections: 8,
            seconds: SECONDS,
            warmUpSeconds: 1,
            rate: RATE,
            method: "POST",
            headers: WEBHOOK_HEADERS,
            target: "/v1/webhooks/jamf-pro",
            range: 1,
            digits: 1,
            body: BODY,
          });
          const how = `${RATE} /s for ${SECONDS} s, on disk before 202, work going on beside${oddAnswers(result, 202)}`;
          return [
            atMost("webhook acknowledged, p99", percentile(result.latencies, 0.99), 50, how),
            plain("webhook acknowledged, median", ms(median(result.latencies)), "the same run"),
          ];
        }),
      );
    } finally {
      await jamf.close();
    }
  },
};
