import { claimsWithoutPosture, withPosture } from "../scripts/cases/builders.ts";
import type { Cases } from "../scripts/cases/case.ts";

const groups = ["it-support"];

export default {
  cases: [
    {
      name: "a device in order gets the ports of its group, as text",
      claims: withPosture({ groups }),
      expect: { result: ["22", "3389", "5900"], httpCalls: 0 },
    },
    {
      name: "ports of two groups are not repeated",
      claims: withPosture({ groups: ["engineering", "it-support"] }),
      expect: { result: ["22", "3389", "5900"] },
    },
    {
      name: "a group without administration gets none",
      claims: withPosture({ groups: ["finance"] }),
      expect: { result: [] },
    },
    {
      name: "LOW risk is still good",
      claims: withPosture({ groups, risk: "LOW" }),
      expect: { result: ["22", "3389", "5900"] },
    },
    {
      name: "MEDIUM risk gets none",
      claims: withPosture({ groups, risk: "MEDIUM" }),
      expect: { result: [] },
    },
    {
      name: "HIGH risk gets none",
      claims: withPosture({ groups, risk: "HIGH" }),
      expect: { result: [] },
    },
    {
      name: "an unknown risk gets none",
      claims: withPosture({ groups, risk: null }),
      expect: { result: [] },
    },
    {
      name: "a device that is not managed gets none",
      claims: withPosture({ groups, managed: false }),
      expect: { result: [] },
    },
    {
      name: "unknown management gets none",
      claims: withPosture({ groups, managed: null }),
      expect: { result: [] },
    },
    {
      name: "a device that is not compliant gets none",
      claims: withPosture({ groups, compliant: false }),
      expect: { result: [] },
    },
    {
      name: "a stale posture gets none",
      claims: withPosture({ groups, stale: true }),
      expect: { result: [] },
    },
  ],
  unavailable: { from: "claims", when: claimsWithoutPosture(), denied: [] },
} satisfies Cases;
