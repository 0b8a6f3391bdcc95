import type { FastifyInstance } from "fastify";
import { ENTITLEMENT_TYPES } from "../../../base/kinds.ts";
import type { EntitlementType } from "../../../base/kinds.ts";
import { isObject } from "../kinds/accept.ts";
import type { FieldError, Json } from "../kinds/field.ts";
import type { Script } from "../sessions/evaluator.ts";
import { linkCriteria } from "../sessions/evaluator.ts";
import { fieldProblem, sendJson } from "./answers.ts";
import { allows, noPermissionUnless } from "./auth.ts";
import type { Context } from "./context.ts";
import { bodyOf, versionOf, whoOf } from "./context.ts";

/** The Controller's own test endpoints. As on the product they run on the Controller, with its secrets and certificates. */
export function testRoutes(app: FastifyInstance, context: Context): void {
  const { store, sessions } = context;
  const run = async (script: Script, body: Json) => {
    const made = await sessions.controller.evaluate(script, claimsOf(body), textOf(body["time"]));
    return {
      ...(made.result === undefined ? {} : { result: made.result }),
      output: made.output,
      ...(made.error === undefined ? {} : { error: made.error }),
      // Whole milliseconds, as the Controller says them: typed clients read an integer.
      executionMs: Math.round(made.executionMs),
    };
  };

  app.post("/conditions/test", async (request, reply) => {
    const who = whoOf(request);
    // One endpoint for three kinds of script, so the right to test any of them opens it.
    noPermissionUnless(
      ["Condition", "CriteriaScript", "Policy"].some((target) =>
        allows(who.privileges, "Test", target),
      ),
    );
    const body = bodyOf(request);
    refuse(findingsOf(body));
    const criteria = store
      .list("criteria-scripts")
      .map((one) => ({ name: one.name, expression: String(one["expression"]) }));
    const expression = linkCriteria(String(body["expression"]), criteria);
    return sendJson(
      reply,
      200,
      versionOf(request),
      await run({ kind: "condition", name: "test", expression }, body),
    );
  });

  app.post("/entitlement-scripts/test", async (request, reply) => {
    noPermissionUnless(allows(whoOf(request).privileges, "Test", "EntitlementScript"));
    const body = bodyOf(request);
    const type = body["type"];
    const findings = findingsOf(body);
    if (!isType(type))
      findings.push({
        field: "type",
        message:
          type === undefined || type === null
            ? "may not be null"
            : `must be one of ${ENTITLEMENT_TYPES.join(", ")}`,
      });
    refuse(findings);
    const script: Script = {
      kind: "entitlement",
      type: type as EntitlementType,
      name: "test",
      expression: String(body["expression"]),
    };
    return sendJson(reply, 200, versionOf(request), await run(script, body));
  });

  if (!context.userScriptTests) return;
  app.post("/user-scripts/test", async (request, reply) => {
    noPermissionUnless(allows(whoOf(request).privileges, "Test", "UserClaimScript"));
    const body = bodyOf(request);
    refuse(findingsOf(body));
    const expression = String(body["expression"]);
    const script: Script = { kind: "user-claim", name: "test", expression };
    return sendJson(reply, 200, versionOf(request), await run(script, body));
  });
}

function isType(value: unknown): value is EntitlementType {
  return (ENTITLEMENT_TYPES as readonly unknown[]).includes(value);
}

function findingsOf(body: Json): FieldError[] {
  const errors: FieldError[] = [];
  const expression = body["expression"];
  if (typeof expression !== "string" || expression === "")
    errors.push({ field: "expression", message: "may not be null" });
  for (const field of ["userClaims", "deviceClaims", "systemClaims"]) {
    const value = body[field] ?? undefined;
    if (value !== undefined && !isObject(value))
      errors.push({ field, message: "must be an object" });
  }
  const time = body["time"] ?? undefined;
  if (time !== undefined && (typeof time !== "string" || Number.isNaN(Date.parse(time)))) {
    errors.push({ field: "time", message: "must be a date and time in ISO 8601" });
  }
  return errors;
}

function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw fieldProblem(errors);
}

function claimsOf(body: Json): { userClaims: Json; deviceClaims: Json; systemClaims: Json } {
  const part = (value: unknown): Json => (isObject(value) ? value : {});
  return {
    userClaims: part(body["userClaims"]),
    deviceClaims: part(body["deviceClaims"]),
    systemClaims: part(body["systemClaims"]),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
