import type { DeviceState } from "./device.ts";
import type { Policy } from "./policy.ts";

/**
 * Whether a device is compliant: membership of the configured group, or else the built-in baseline (managed, boot
 * volume encrypted, System Integrity Protection on, Gatekeeper on). One unknown fact makes the answer unknown.
 */
export function compliance(
  device: Pick<DeviceState, "facts" | "memberships">,
  policy: Policy,
): boolean | null {
  if (policy.complianceGroup !== null) {
    return device.memberships[policy.complianceGroup]?.member ?? null;
  }
  const { managed, fileVault, sip, gatekeeper } = device.facts;
  const baseline = [managed, fileVault, sip, gatekeeper];
  if (baseline.includes(null)) return null;
  return baseline.every((fact) => fact === true);
}
