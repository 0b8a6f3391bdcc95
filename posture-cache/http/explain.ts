import { documentText } from "../model/document.ts";
import { serialKey } from "../model/device.ts";
import { bearer, secretCheck } from "./auth.ts";
import { checkQuery } from "./posture.ts";
import { answerProblem } from "./problems.ts";
import type { App, ServerOptions } from "./server.ts";

const ENTRIES = 100;

/** `GET /v1/explain?serial=…`: the document, the demands behind it, and what cut the Mac off and let it in again. */
export function explainRoute(app: App, options: ServerOptions): void {
  const { store, clock } = options;
  const allowed = secretCheck(options.postureTokens);

  app.get<{ Querystring: { serial?: unknown } }>("/v1/explain", async (request, reply) => {
    if (!allowed(bearer(request.headers.authorization))) {
      return answerProblem(reply, "unauthorized", "the bearer token is missing or wrong");
    }
    const { serial } = request.query;
    const wrong = checkQuery(serial, undefined);
    if (wrong !== null) return answerProblem(reply, "bad-request", wrong);
    const key = serialKey(serial as string);
    const [document, devices] = await Promise.all([store.document(key), store.devices([key])]);
    const device = devices.get(key);
    if (document === undefined || device === undefined) {
      return answerProblem(reply, "unknown-device", `no device has the serial number ${key}`);
    }
    const bindings = await store.bindings(key, 0);
    return reply.header("cache-control", "no-store").send({
      posture: JSON.parse(documentText(document, clock.now())) as unknown,
      staleAt: document.staleAt,
      inventoryAt: device.inventoryAt,
      readAt: device.readAt,
      gone: device.gone,
      contributions: device.contributions,
      bindings: bindings.map(({ dn, lastSeen }) => ({ dn, lastSeen })),
      timeline: await store.timeline(key, ENTRIES),
    });
  });
}
