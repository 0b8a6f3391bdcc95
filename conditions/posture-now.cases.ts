import { SERIAL_CLAIM } from "../lib/settings.ts";
import { onMac, posture, unknownDevice } from "../scripts/cases/builders.ts";
import type { Cases } from "../scripts/cases/case.ts";

const claims = onMac();

export default {
  cases: [
    {
      name: "a compliant Mac at SECURE may pass, and is asked about once with its serial and name",
      claims,
      stubs: [posture()],
      expect: {
        result: true,
        requests: [
          {
            method: "GET",
            url: "*/v1/posture?serial=C02XK1ZZJGH5&dn=CN%3D0123456789abcdef0123456789abcdef%2CCN%3Dada%2COU%3Dlocal",
            timeoutMs: 2500,
          },
        ],
      },
    },
    {
      name: "LOW may pass",
      claims,
      stubs: [posture({ risk: "LOW" })],
      expect: { result: true },
    },
    {
      name: "MEDIUM is cut off",
      claims,
      stubs: [posture({ risk: "MEDIUM", reasons: ["jamf-pro:group:11"] })],
      expect: { result: false },
    },
    {
      name: "HIGH is cut off",
      claims,
      stubs: [posture({ risk: "HIGH", reasons: ["jamf-pro:group:12"] })],
      expect: { result: false },
    },
    {
      name: "an unknown risk is cut off",
      claims,
      stubs: [posture({ risk: null, riskSince: null })],
      expect: { result: false },
    },
    {
      name: "a Mac that is not compliant is cut off",
      claims,
      stubs: [posture({ compliant: false })],
      expect: { result: false },
    },
    {
      name: "unknown compliance is cut off",
      claims,
      stubs: [posture({ compliant: null })],
      expect: { result: false },
    },
    {
      name: "a stale posture is cut off",
      claims,
      stubs: [posture({ stale: true })],
      expect: { result: false },
    },
    {
      name: "a Mac that the cache has never heard of is cut off",
      claims,
      stubs: [unknownDevice()],
      expect: { result: false },
    },
    {
      name: "a risk that has just risen cuts off at once, whatever is remembered",
      claims,
      earlier: [{ claims, stubs: [posture()] }],
      stubs: [posture({ risk: "HIGH" })],
      expect: { result: false, httpCalls: 1 },
    },
    {
      name: "an outage right after a HIGH risk does not bring back the answer before it",
      claims,
      earlier: [
        { claims, stubs: [posture()] },
        { claims, stubs: [posture({ risk: "HIGH" })] },
      ],
      stubs: [{ ...posture(), failure: "timeout" }],
      expect: { result: false },
    },
    {
      name: "an outage after the Mac was removed does not bring back its last answer",
      claims,
      earlier: [
        { claims, stubs: [posture()] },
        { claims, stubs: [unknownDevice()] },
      ],
      stubs: [{ ...posture(), failure: "unreachable" }],
      expect: { result: false },
    },
    {
      name: "the cache may write the serial number in another case",
      claims: onMac({ [SERIAL_CLAIM]: "c02xk1zzjgh5" }),
      stubs: [{ ...posture(), url: "*serial=c02xk1zzjgh5&*" }],
      expect: { result: true },
    },
    {
      name: "white space around the printed serial number does not matter",
      claims: onMac({ [SERIAL_CLAIM]: " C02XK1ZZJGH5\n" }),
      stubs: [posture()],
      expect: { result: true },
    },
    {
      name: "a Mac whose serial number could not be read is cut off without a call",
      claims: onMac({ [SERIAL_CLAIM]: "unknown" }),
      expect: { result: false, httpCalls: 0 },
    },
    {
      name: "a device without the claim is cut off without a call",
      claims: onMac({}),
      expect: { result: false, httpCalls: 0 },
    },
    {
      name: "a session without a distinguished name is judged all the same",
      claims: { user: {}, device: { [SERIAL_CLAIM]: "C02XK1ZZJGH5" } },
      stubs: [posture()],
      expect: { result: true, requests: [{ url: "*&dn=" }] },
    },
  ],
  unavailable: { from: "http", claims, good: posture(), allowed: true, denied: false },
} satisfies Cases;
