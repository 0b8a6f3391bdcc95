/**
 * What `ioreg -rd1 -c IOPlatformExpertDevice` prints on a Mac, cut to the properties that scripts read. It stands in
 * for the Mac when the published device-claim script is really run.
 */
export function ioregOf(mac: { serial: string; udid: string; modelIdentifier: string }): string {
  return [
    "+-o J314cAP  <class IOPlatformExpertDevice, id 0x100000110, registered, matched, active, busy 0 (0 ms), retain 38>",
    "    {",
    '      "manufacturer" = <"Apple Inc.">',
    `      "model" = <"${mac.modelIdentifier}">`,
    `      "IOPlatformUUID" = "${mac.udid}"`,
    `      "IOPlatformSerialNumber" = "${mac.serial}"`,
    '      "IOBusyInterest" = "IOCommand is not serializable"',
    "    }",
    "",
  ].join("\n");
}
