import type { Clock } from "../../../base/clock.ts";
import type { EntitlementType, SandboxKind } from "../../../base/kinds.ts";
import type {
  Engine,
  Evaluation,
  HttpHandler,
  SandboxCache,
} from "../../../sandbox-shim/engines/engine.ts";
import type { Store } from "../store.ts";
import type { Claims } from "./model.ts";

export interface Script {
  kind: SandboxKind;
  type?: EntitlementType;
  /** For positions in errors. */
  name: string;
  expression: string;
}

/** Evaluates scripts as one appliance does: with the Controller's secrets and trusted certificates, and a cache of its own. */
export interface Evaluator {
  evaluate(script: Script, claims: Partial<Claims>, time?: string): Promise<Evaluation>;
}

export interface EvaluatorParts {
  engine: Engine;
  /** HTTP for scripts; trusts the public authorities and these PEM certificates. */
  http: (trustedCertificates: string[]) => HttpHandler;
  store: Store;
  clock: Clock;
}

/** @param cache the appliance's `cache`, which outlives single evaluations */
export function createEvaluator(parts: EvaluatorParts, cache: SandboxCache): Evaluator {
  let known: { pems: string; handler: HttpHandler } | undefined;
  const handler = (): HttpHandler => {
    const certificates = parts.store.list("trusted-certificates").map((one) => String(one["pem"]));
    const pems = certificates.join("\n");
    // Made again only when the certificates change: a handler keeps connections open.
    if (known?.pems !== pems) known = { pems, handler: parts.http(certificates) };
    return known.handler;
  };
  return {
    evaluate: (script, claims, time) =>
      parts.engine.evaluate({
        ...script,
        ...claims,
        time: time ?? new Date(parts.clock.now()).toISOString(),
        secrets: Object.fromEntries(
          parts.store.list("secrets").map((one) => [one.name, String(one["secret"] ?? "")]),
        ),
        http: handler(),
        cache,
      }),
  };
}

/**
 * A policy's expression together with the criteria scripts that it calls as `name(claims)`. They come after the text: function
 * declarations are hoisted, and positions in errors stay those of the policy.
 */
export function linkCriteria(
  expression: string,
  criteria: readonly { name: string; expression: string }[],
): string {
  const called = criteria.filter(({ name }) => {
    const safe = name.replaceAll("$", "\\$");
    const calls = new RegExp(`(^|[^\\w$.])${safe}\\s*\\(`).test(expression);
    // A text that declares the name itself (a criteria script under test, for one) means its own.
    const declares = new RegExp(`function\\s+${safe}\\s*\\(`).test(expression);
    return calls && !declares;
  });
  return [
    expression,
    ...called.map(({ name, expression: body }) => `function ${name}(claims) {\n${body}\n}`),
  ].join("\n");
}
