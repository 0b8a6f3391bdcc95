import type { DeviceClaimMeta } from "../lib/script.ts";
import { SERIAL_CLAIM } from "../lib/settings.ts";

/**
 * The script itself is mac-serial.sh: it runs in a shell on the user's Mac, not in the sandbox. What it prints is only
 * as true as the user lets it be: combine it with claims of the user before it opens anything precious.
 */
export const meta = {
  notes:
    "The Mac's serial number, by which Jamf and the posture cache know the device. " +
    "Prints unknown when it cannot be read.",
  tags: ["posture"],
  claimName: SERIAL_CLAIM,
  platform: "desktop.macos.all",
} satisfies DeviceClaimMeta;
