import { isObject } from "../kinds/accept.ts";
import type { Store, Stored } from "../store.ts";
import type { Device, DevicePlatform, RunDeviceScript, Verdict } from "./model.ts";

/** The platforms of on-demand claim mappings that cover each sort of device. */
const COVERED_BY: Readonly<Record<DevicePlatform, readonly string[]>> = {
  macos: ["desktop.macos.all", "desktop.all", "all"],
  windows: ["desktop.windows.all", "desktop.all", "all"],
  linux: ["desktop.linux.all", "desktop.all", "all"],
  ios: ["mobile.ios.all", "mobile.all", "all"],
  android: ["mobile.android.all", "mobile.all", "all"],
};

/**
 * Collects the on-demand device claims of an identity provider. The value of a claim is what the script prints, without the
 * newline at the end; a script that fails or takes too long leaves its claim out, and whoever needs the claim refuses.
 */
export async function collectDeviceClaims(
  provider: Stored,
  device: Device | undefined,
  store: Store,
  run: RunDeviceScript,
  now: () => number,
): Promise<{ claims: Record<string, string>; verdicts: Verdict[] }> {
  const claims: Record<string, string> = {};
  const verdicts: Verdict[] = [];
  const mappings = provider["onDemandClaimMappings"];
  for (const mapping of Array.isArray(mappings) ? mappings.filter(isObject) : []) {
    const parameters = isObject(mapping["parameters"]) ? mapping["parameters"] : {};
    const name = String(parameters["name"] ?? mapping["command"]);
    const claim = String(mapping["claimName"]);
    const leftOut = `claims.device.${claim} is left out`;
    const started = now();
    const conclude = (ok: boolean, outcome: string, error?: string) =>
      verdicts.push({
        appliance: "Client",
        kind: "device-claim",
        name,
        ok,
        outcome,
        ms: now() - started,
        ...(error === undefined ? {} : { error }),
      });

    if (device === undefined) {
      conclude(false, leftOut, "the sign-in names no device to run scripts on");
      continue;
    }
    if (!COVERED_BY[device.platform].includes(String(mapping["platform"]))) continue;
    if (mapping["command"] !== "runScript") {
      conclude(
        false,
        leftOut,
        `the command ${String(mapping["command"])} needs a real client; give its value in deviceClaims`,
      );
      continue;
    }
    const script = store.byName("device-scripts", name);
    if (script === undefined) {
      conclude(false, leftOut, `there is no device script named "${name}"`);
      continue;
    }
    try {
      const args = String(parameters["args"] ?? "")
        .split(/\s+/)
        .filter((arg) => arg !== "");
      const result = await run({
        text: Buffer.from(String(script["file"]), "base64").toString("utf8"),
        filename: String(script["filename"]),
        commands: device.commands ?? {},
        args,
      });
      if (result.timedOut) {
        conclude(false, leftOut, "the script was killed after its time was up");
        continue;
      }
      claims[claim] = result.stdout.replace(/\r?\n$/, "");
      conclude(true, `claims.device.${claim} = "${claims[claim]}"`);
    } catch (error) {
      conclude(false, leftOut, error instanceof Error ? error.message : String(error));
    }
  }
  return { claims, verdicts };
}
