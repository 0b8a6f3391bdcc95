import type { ControllerClient, TestAnswer } from "../../controller/api/client.ts";
import type { Evaluation, EvaluationRequest } from "../../sandbox-shim/engines/engine.ts";

/** What a Controller's test endpoint needs of a request. */
export type RemoteRequest = Pick<
  EvaluationRequest,
  "kind" | "type" | "expression" | "userClaims" | "deviceClaims" | "systemClaims" | "time"
>;

/** The answer of the endpoint that belongs to the kind; undefined when this Controller does not have it. */
export function askController(
  client: ControllerClient,
  request: RemoteRequest,
): Promise<TestAnswer | undefined> {
  const { kind, type, expression, time } = request;
  const body = {
    expression,
    userClaims: request.userClaims ?? {},
    deviceClaims: request.deviceClaims ?? {},
    systemClaims: request.systemClaims ?? {},
    ...(time === undefined ? {} : { time }),
  };
  switch (kind) {
    // Criteria scripts have no endpoint of their own: the product's admin UI tests them here as well.
    case "criteria":
    case "condition":
      return client.testCondition(body);
    case "entitlement":
      return client.testEntitlementScript({ ...body, type: type ?? "host" });
    case "user-claim":
      return client.testUserScript(body);
  }
}

/** The same as an evaluation, for what judges evaluations. HTTP calls happen on the Controller and are not told. */
export function toEvaluation(answer: TestAnswer): Evaluation {
  const error = answer.error ?? undefined;
  return {
    ...(error === undefined ? { result: answer.result as NonNullable<Evaluation["result"]> } : {}),
    output: answer.output ?? "",
    executionMs: answer.executionMs ?? 0,
    ...(error === undefined ? {} : { error, failure: { reason: "exception", message: error } }),
    auditLog: [],
    httpCalls: [],
  };
}
