import { claimsWithoutPosture, withPosture } from "../scripts/cases/builders.ts";
import type { Cases } from "../scripts/cases/case.ts";

export default {
  cases: [
    {
      name: "a device gets the hosts of its group",
      claims: withPosture({ groups: ["engineering"] }),
      expect: { result: ["git.corp.example", "ci.corp.example"], httpCalls: 0 },
    },
    {
      name: "a device in two groups gets the hosts of both, in the order of the groups",
      claims: withPosture({ groups: ["finance", "engineering"] }),
      expect: { result: ["erp.corp.example", "git.corp.example", "ci.corp.example"] },
    },
    {
      name: "a group that comes twice adds its hosts once",
      claims: withPosture({ groups: ["finance", "finance"] }),
      expect: { result: ["erp.corp.example"] },
    },
    {
      name: "a group that the table does not list adds nothing",
      claims: withPosture({ groups: ["contractors"] }),
      expect: { result: [] },
    },
    {
      name: "a group with the name of something built in adds nothing",
      claims: withPosture({ groups: ["constructor", "__proto__", "toString"] }),
      expect: { result: [] },
    },
    {
      name: "a device in no group gets nothing",
      claims: withPosture({ groups: [] }),
      expect: { result: [] },
    },
    {
      name: "the hosts stay while the risk is HIGH: the condition cuts access, and gives it back without a new token",
      claims: withPosture({ risk: "HIGH" }),
      expect: { result: ["git.corp.example", "ci.corp.example"] },
    },
  ],
  unavailable: { from: "claims", when: claimsWithoutPosture(), denied: [] },
} satisfies Cases;
