import { SERIAL_CLAIM } from "../lib/settings.ts";
import {
  NO_POSTURE,
  onMac,
  posture,
  postureClaim,
  unknownDevice,
} from "../scripts/cases/builders.ts";
import type { Cases } from "../scripts/cases/case.ts";

const claims = onMac();

export default {
  cases: [
    {
      name: "a known Mac gets its posture, asked for once",
      claims,
      stubs: [posture({ groups: ["engineering", "finance"] })],
      expect: {
        result: { posture: postureClaim({ groups: ["engineering", "finance"] }) },
        httpCalls: 1,
      },
    },
    {
      name: "a bad posture is told, not judged",
      claims,
      stubs: [posture({ compliant: false, risk: "HIGH", stale: true })],
      expect: {
        result: { posture: postureClaim({ compliant: false, risk: "HIGH", stale: true }) },
      },
    },
    {
      name: "unknown stays null",
      claims,
      stubs: [posture({ managed: null, compliant: null, risk: null, groups: [] })],
      expect: {
        result: {
          posture: postureClaim({ managed: null, compliant: null, risk: null, groups: [] }),
        },
      },
    },
    {
      name: "nothing in it changes while only the times do",
      claims,
      stubs: [posture({ asOf: 1767614700000, riskSince: 1767610000000 })],
      expect: { result: { posture: postureClaim() } },
    },
    {
      name: "a Mac that the cache has never heard of is not known",
      claims,
      stubs: [unknownDevice()],
      expect: { result: { posture: NO_POSTURE } },
    },
    {
      name: "a device without a serial number is not known, and nobody is asked",
      claims: onMac({ [SERIAL_CLAIM]: "unknown" }),
      expect: { result: { posture: { ...NO_POSTURE, serial: "" } }, httpCalls: 0 },
    },
    {
      name: "a serial number with odd characters is asked for as it is",
      claims: onMac({ [SERIAL_CLAIM]: "A&serial=B" }),
      stubs: [unknownDevice("A&serial=B")],
      expect: {
        resultMatches: { posture: { known: false } },
        requests: [{ url: "*?serial=A%26serial%3DB&dn=*" }],
      },
    },
  ],
  unavailable: {
    from: "http",
    claims,
    good: posture(),
    allowed: { posture: postureClaim() },
    denied: { posture: NO_POSTURE },
  },
} satisfies Cases;
