import type { App, ServerOptions } from "./server.ts";

export interface Readiness {
  ready: boolean;
  /** Epoch milliseconds at which the last complete synchronisation began. */
  lastSync: number | null;
  storeWritable: boolean;
}

/** `GET /healthz`: the process works. `GET /readyz`: it has something to say, and can keep what it is told. */
export function healthRoutes(app: App, { ready }: Pick<ServerOptions, "ready">): void {
  app.get("/healthz", async () => ({ status: "ok" }));
  app.get("/readyz", async (_request, reply) => {
    const readiness = await ready();
    return reply.code(readiness.ready ? 200 : 503).send(readiness);
  });
}
