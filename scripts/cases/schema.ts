import { z } from "zod";
import { SdpxError } from "../../base/errors.ts";
import type { Cases, DeviceCases } from "./case.ts";

/** Case files run without being type checked first, so a misspelt field is told here instead of being ignored. */
const record = z.record(z.string(), z.unknown());
const claims = z.union([
  z.strictObject({ user: record.optional(), device: record.optional(), system: record.optional() }),
  z.strictObject({
    userClaims: record.optional(),
    deviceClaims: record.optional(),
    systemClaims: record.optional(),
  }),
]);
const method = z.enum(["GET", "POST", "PUT", "DELETE"]);
const stub = z.strictObject({
  method: method.optional(),
  url: z.string().min(1),
  statusCode: z.number().int().optional(),
  data: z.unknown().optional(),
  failure: z.enum(["timeout", "unreachable", "tls"]).optional(),
  times: z.number().int().positive().optional(),
});
const time = z.iso.datetime({ offset: true, message: "not an ISO 8601 time" });
const step = {
  claims: claims.optional(),
  time: time.optional(),
  stubs: z.array(stub).optional(),
  httpFailure: z.enum(["throw", "null"]).optional(),
};

const expectation = z
  .strictObject({
    result: z.unknown().optional(),
    resultMatches: z.unknown().optional(),
    error: z.union([z.string(), z.instanceof(RegExp)]).optional(),
    httpCalls: z.number().int().nonnegative().optional(),
    requests: z
      .array(
        z.strictObject({
          method: method.optional(),
          url: z.string().optional(),
          timeoutMs: z.number().optional(),
        }),
      )
      .optional(),
    output: z.string().optional(),
  })
  .refine(
    (given) =>
      ["result", "resultMatches", "error"].filter((key) => Object.hasOwn(given, key)).length === 1,
    "give exactly one of result, resultMatches and error",
  );

const sandboxCase = z.strictObject({
  name: z.string().min(1),
  ...step,
  earlier: z.array(z.strictObject(step)).optional(),
  secrets: z.record(z.string(), z.string()).optional(),
  expect: expectation,
});

const unavailable = z.discriminatedUnion("from", [
  z.strictObject({
    from: z.literal("http"),
    claims,
    good: stub,
    allowed: z.unknown(),
    denied: z.unknown(),
  }),
  z.strictObject({
    from: z.literal("claims"),
    when: z.record(z.string(), claims),
    allowed: z.unknown().optional(),
    denied: z.unknown(),
  }),
]);

const sandboxCases = z.strictObject({
  cases: z.array(sandboxCase),
  unavailable: unavailable.optional(),
});

const deviceCases = z.strictObject({
  cases: z.array(
    z.strictObject({
      name: z.string().min(1),
      commands: z
        .record(
          z.string().regex(/^[\w.-]+$/, "a command's name without a path"),
          z.union([
            z.string(),
            z.strictObject({ stdout: z.string(), exitCode: z.number().int().min(0).max(255) }),
          ]),
        )
        .optional(),
      args: z.array(z.string()).optional(),
      expect: z.strictObject({ stdout: z.string(), exitCode: z.number().int().optional() }),
    }),
  ),
});

function check(schema: z.ZodType, value: unknown, file: string): void {
  const given = Array.isArray(value) ? { cases: value } : value;
  const parsed = schema.safeParse(given);
  const names = parsed.success ? (given as Cases).cases.map(({ name }) => name) : [];
  const list = parsed.success
    ? names
        .filter((name, n) => names.indexOf(name) !== n)
        .map((name) => `two cases have the name "${name}"`)
    : parsed.error.issues.map((issue) => `${issue.path.map(String).join(".")}: ${issue.message}`);
  if (list.length === 0) return;
  throw new SdpxError("bad-input", "this is not a file of cases", {
    where: file,
    list,
    fix: "correct the listed fields; scripts/cases/case.ts describes them",
  });
}

/**
 * Checks what a case file exports as default: an object with `cases`, or the list itself.
 * @throws SdpxError `bad-input` with every fault
 */
export function parseCases(value: unknown, file: string): Cases {
  check(sandboxCases, value, file);
  return Array.isArray(value) ? { cases: value } : (value as Cases);
}

/** The same for a device-claim script. */
export function parseDeviceCases(value: unknown, file: string): DeviceCases {
  check(deviceCases, value, file);
  return Array.isArray(value) ? { cases: value } : (value as DeviceCases);
}
