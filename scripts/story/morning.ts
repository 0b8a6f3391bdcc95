import { SdpxError } from "../../base/errors.ts";
import { fetchExplanation } from "../explain/fetch.ts";
import { describeEntry } from "../explain/render.ts";
import type { Stage } from "./scenes.ts";

/** The morning after: the cache tells why the Mac was cut off, and what let it in again. */
export async function morningAfter({ world, narrator }: Stage): Promise<void> {
  const { cache, mac, secrets } = world;
  narrator.scene("The morning after", `sdpx explain ${mac.serial}`);
  const explanation = await fetchExplanation(
    {
      url: cache.url,
      token: secrets.posture,
      ...(cache.caPem === undefined ? {} : { caPem: cache.caPem }),
    },
    mac.serial,
  );
  const raised = explanation.timeline.some((one) => one.what === "transition" && one.to === "HIGH");
  const cleared = explanation.timeline.some(
    (one) => one.what === "transition" && one.from === "HIGH",
  );
  if (!raised || !cleared || explanation.posture.risk !== "SECURE") {
    throw new SdpxError("step-not-observed", "the cache cannot explain what happened", {
      where: cache.url,
      list: [
        `risk ${explanation.posture.risk}, raise recorded: ${raised}, clear recorded: ${cleared}`,
      ],
    });
  }
  for (const entry of explanation.timeline) {
    narrator.saw(`${new Date(entry.at).toISOString().slice(11, 23)}  ${describeEntry(entry)}`);
  }
}
