import { performance } from "node:perf_hooks";
import { startJamfProStandIn, startJscStandIn } from "../../../stand-ins/index.ts";
import { WEBHOOK_HEADERS, withCache } from "../cache-setup.ts";
import { atMost, type Benchmark, median, ms, percentile, plain } from "../figures.ts";

const SAMPLES = 15;
/** One Mac costs two calls to JSC, which allows five a second: closer together, the limit would be measured. */
const PAUSE_MS = 600;
const ANALYTIC = "BenchAnalytic";

/** From the acknowledged webhook to the override at JSC, for one Mac after the other. */
export const raise: Benchmark = {
  summary: "a raised risk, from the acknowledged webhook to the override at JSC",
  async run() {
    const jamf = await startJamfProStandIn();
    const jsc = await startJscStandIn();
    try {
      const criteria = [
        { name: "Jamf Protect - Smart Groups", searchType: "like", value: ANALYTIC } as const,
      ];
      const threats = await jamf.setGroup({ name: "Threats", criteria });
      await jamf.setGroup({ name: "Compliant", criteria: [] });
      const macs = await jamf.addComputers(Array.from({ length: SAMPLES + 1 }, () => ({})));
      for (const { udid } of macs) jsc.addDevice({ externalId: udid.toLowerCase() });
      return await withCache({ devices: 0, awaitSync: true, jamf, jsc }, async ({ ready }) => {
        jamf.trustReceivers(ready.caPem);
        jamf.setWebhook({
          name: "cache",
          url: `${ready.url}/v1/webhooks/jamf-pro`,
          event: "SmartGroupComputerMembershipChange",
          contentType: "application/json",
          smartGroupId: threats.id,
          authentication: { type: "HEADER", headers: WEBHOOK_HEADERS },
        });
        const times: number[] = [];
        for (const [index, { id }] of macs.entries()) {
          const overridden = jsc.nextOverride().then(() => performance.now());
          const { deliveries } = await jamf.detect(id, ANALYTIC);
          const acknowledged = performance.now();
          const [delivery] = deliveries;
          if (delivery?.status !== 202) {
            throw new Error(`webhook: ${delivery?.failure ?? delivery?.status ?? "not sent"}`);
          }
          // The first one signs in at JSC as well.
          const took = Math.max(0, (await overridden) - acknowledged);
          if (index > 0) times.push(took);
          await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        }
        const how = `${SAMPLES} Macs one after the other; group read again at Jamf Pro, id looked up at JSC`;
        return [
          atMost(
            "raise: webhook acknowledged to override, p99",
            percentile(times, 0.99),
            1000,
            how,
          ),
          plain("raise: median", ms(median(times)), "the same run"),
        ];
      });
    } finally {
      await jamf.close();
      await jsc.close();
    }
  },
};
