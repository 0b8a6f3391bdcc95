import { claimsWithoutPosture, onMac, withPosture } from "../scripts/cases/builders.ts";
import type { Cases } from "../scripts/cases/case.ts";

export default {
  cases: [
    {
      name: "a compliant Mac at SECURE gets in",
      claims: withPosture({ risk: "SECURE" }),
      expect: { result: true, httpCalls: 0 },
    },
    {
      name: "a compliant Mac at LOW gets in",
      claims: withPosture({ risk: "LOW" }),
      expect: { result: true },
    },
    {
      name: "MEDIUM is refused",
      claims: withPosture({ risk: "MEDIUM" }),
      expect: { result: false },
    },
    { name: "HIGH is refused", claims: withPosture({ risk: "HIGH" }), expect: { result: false } },
    {
      name: "an unknown risk is refused",
      claims: withPosture({ risk: null }),
      expect: { result: false },
    },
    {
      name: "a risk that does not exist is refused",
      claims: {
        ...onMac(),
        user: {
          agScripted: { posture: { known: true, compliant: true, risk: "NONE", stale: false } },
        },
      },
      expect: { result: false },
    },
    {
      name: "a Mac that is not compliant is refused",
      claims: withPosture({ compliant: false }),
      expect: { result: false },
    },
    {
      name: "unknown compliance is refused",
      claims: withPosture({ compliant: null }),
      expect: { result: false },
    },
    {
      name: "compliance as text is refused",
      claims: {
        ...onMac(),
        user: {
          agScripted: { posture: { known: true, compliant: "true", risk: "LOW", stale: false } },
        },
      },
      expect: { result: false },
    },
    {
      name: "a stale posture is refused",
      claims: withPosture({ stale: true }),
      expect: { result: false },
    },
  ],
  unavailable: { from: "claims", when: claimsWithoutPosture(), denied: false },
} satisfies Cases;
