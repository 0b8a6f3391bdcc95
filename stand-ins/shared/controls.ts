import { checkShape } from "../../base/json.ts";
import { faultSchema } from "./faults.ts";
import type { Shell } from "./server.ts";

/** The controls that every stand-in has: look at the journal, inject faults, count concurrency. */
export function addSharedControls(shell: Shell): void {
  const { app, faults, journal, traffic } = shell;
  app.get("/stand-in/journal", async () => ({
    requests: journal.entries,
    traffic: traffic.figures,
  }));
  app.delete("/stand-in/journal", async (_request, reply) => {
    journal.clear();
    traffic.reset();
    return reply.code(204).send();
  });
  app.get("/stand-in/faults", async () => ({ faults: faults.waiting }));
  app.post("/stand-in/faults", async (request, reply) => {
    faults.add(checkShape(faultSchema, request.body, "request body", "fault"));
    return reply.code(201).send({ faults: faults.waiting });
  });
  app.delete("/stand-in/faults", async (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
}

/** Lines of the root page that go with {@link addSharedControls}. */
export const SHARED_CONTROLS = {
  "GET /stand-in/journal": "requests so far and how many ran at once; DELETE empties it",
  "POST /stand-in/faults":
    '{"path":"/api/*","kind":"status|html|delay|drop","status":503,"times":2,"retryAfterSeconds":1,"delayMs":100}; GET lists, DELETE clears',
} as const;
