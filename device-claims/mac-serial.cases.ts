import type { DeviceCases } from "../scripts/cases/case.ts";

const ioreg = (
  serial: string,
) => `+-o J314sAP  <class IOPlatformExpertDevice, id 0x100000252, registered>
    {
      "manufacturer" = <"Apple Inc.">
      "IOPlatformSerialNumber" = "${serial}"
      "IOPlatformUUID" = "6B8A4E29-92A1-5A53-9D3B-3F0C6B1E2A77"
      "model" = <"MacBookPro18,3">
    }
`;

export default {
  cases: [
    {
      name: "the serial number is all that is printed",
      commands: { ioreg: ioreg("C02XK1ZZJGH5") },
      expect: { stdout: "C02XK1ZZJGH5" },
    },
    {
      name: "a Mac without a serial number prints unknown",
      commands: { ioreg: ioreg("") },
      expect: { stdout: "unknown" },
    },
    {
      name: "a serial number that is none prints unknown",
      commands: { ioreg: ioreg("To be filled by O.E.M.") },
      expect: { stdout: "unknown" },
    },
    {
      name: "ioreg that lists nothing prints unknown",
      commands: { ioreg: "" },
      expect: { stdout: "unknown" },
    },
    {
      name: "ioreg that fails prints unknown",
      commands: { ioreg: { stdout: "", exitCode: 1 } },
      expect: { stdout: "unknown" },
    },
    {
      name: "only the first of several is taken",
      commands: { ioreg: ioreg("C02XK1ZZJGH5") + ioreg("FVFXC0PYCATS") },
      expect: { stdout: "C02XK1ZZJGH5" },
    },
  ],
} satisfies DeviceCases;
