import { GROUP_APPS, SELF_SERVICE_URL } from "../lib/settings.ts";
import { claimsWithoutPosture, withPosture } from "../scripts/cases/builders.ts";
import type { Cases } from "../scripts/cases/case.ts";

const selfService = {
  name: "Self Service",
  url: SELF_SERVICE_URL,
  description: "Software, updates and help for this Mac",
  colorCode: 4,
  groupName: "Help",
};
const fixThisMac = {
  name: "Fix this Mac",
  url: SELF_SERVICE_URL,
  description: "See what this Mac lacks, and put it right to get access back",
  colorCode: 1,
  groupName: "Help",
};

export default {
  cases: [
    {
      name: "a Mac in order gets Self Service and the apps of its group",
      claims: withPosture({ groups: ["engineering"] }),
      expect: { result: [selfService, ...(GROUP_APPS["engineering"] ?? [])], httpCalls: 0 },
    },
    {
      name: "a Mac in two groups gets the apps of both",
      claims: withPosture({ groups: ["engineering", "finance"] }),
      expect: {
        resultMatches: [{ name: "Self Service" }, { name: "Git" }, { name: "ERP" }],
      },
    },
    {
      name: "a Mac in no group gets Self Service",
      claims: withPosture({ groups: [] }),
      expect: { result: [selfService] },
    },
    {
      name: "MEDIUM risk leaves only the way to remediation",
      claims: withPosture({ risk: "MEDIUM" }),
      expect: { result: [fixThisMac] },
    },
    {
      name: "HIGH risk leaves only the way to remediation",
      claims: withPosture({ risk: "HIGH" }),
      expect: { result: [fixThisMac] },
    },
    {
      name: "an unknown risk leaves only the way to remediation",
      claims: withPosture({ risk: null }),
      expect: { result: [fixThisMac] },
    },
    {
      name: "a Mac that is not compliant is led to remediation",
      claims: withPosture({ compliant: false }),
      expect: { result: [fixThisMac] },
    },
    {
      name: "a stale posture leads to remediation",
      claims: withPosture({ stale: true }),
      expect: { result: [fixThisMac] },
    },
  ],
  unavailable: { from: "claims", when: claimsWithoutPosture(), denied: [fixThisMac] },
} satisfies Cases;
