import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { systemClock, type Clock } from "../../base/clock.ts";
import { SdpxError } from "../../base/errors.ts";
import { listen } from "../../base/listen.ts";
import { issueServerCertificate, type CertificateAuthority } from "../../base/tls.ts";
import { Faults, type Fault, type FaultKind } from "./faults.ts";
import { Journal, type JournalEntry } from "./journal.ts";
import { Traffic } from "./traffic.ts";

export interface ServeOptions {
  /** Interface; `127.0.0.1` when left out. The `/stand-in` controls ask for no credentials, so keep it local. */
  host?: string;
  /** 0, a free port, when left out. */
  port?: number;
  /** Serves HTTPS with a certificate of this authority; plain HTTP when left out. */
  tls?: CertificateAuthority;
  clock?: Clock;
}

/** How a product phrases an error: the stand-in of each product gives its own. */
export interface ErrorVoice {
  status(status: number, message: string): unknown;
  html(status: number): string;
}

export interface Shell {
  app: FastifyInstance;
  clock: Clock;
  journal: Journal;
  faults: Faults;
  traffic: Traffic;
  caPem: string | undefined;
  /** Starts to listen. @returns the base URL, without a slash at the end */
  open(setting: string): Promise<string>;
}

declare module "fastify" {
  interface FastifyRequest {
    journalEntry?: JournalEntry;
  }
}

/** Paths of the person's controls and of the root page: not part of the product, so no faults and no journal. */
function isControl(path: string): boolean {
  return path === "/" || path.startsWith("/stand-in");
}

const HTML = "text/html;charset=utf-8";

function performFault(
  kind: FaultKind,
  fault: Fault,
  voice: ErrorVoice,
  request: FastifyRequest,
  reply: FastifyReply,
  clock: Clock,
): Promise<void> | FastifyReply {
  if (fault.retryAfterSeconds !== undefined && (kind === "status" || kind === "html")) {
    void reply.header("Retry-After", String(fault.retryAfterSeconds));
  }
  switch (kind) {
    case "status":
      return reply.code(fault.status).send(voice.status(fault.status, "injected fault"));
    case "html":
      return reply.code(fault.status).type(HTML).send(voice.html(fault.status));
    case "delay":
      return clock.sleep(fault.delayMs);
    case "drop":
      reply.hijack();
      request.raw.socket.destroy();
      return reply;
  }
}

/**
 * A Fastify server with what every stand-in needs: journal, fault injection, a count of concurrent requests,
 * forms and errors in the product's own words.
 */
export async function makeShell(options: ServeOptions, voice: ErrorVoice): Promise<Shell> {
  const host = options.host ?? "127.0.0.1";
  const clock = options.clock ?? systemClock;
  const shared = { forceCloseConnections: true, routerOptions: { ignoreTrailingSlash: true } };
  let app: FastifyInstance = Fastify(shared);
  if (options.tls) {
    const names = [...new Set(["localhost", "127.0.0.1", host])];
    const own = await issueServerCertificate(options.tls, names);
    const https = { cert: own.certificatePem, key: own.privateKeyPem };
    app = Fastify({ ...shared, https }) as unknown as FastifyInstance;
  }
  const journal = new Journal();
  const faults = new Faults();
  const traffic = new Traffic();

  app.addHook("onRequest", async (request, reply) => {
    const [path = "/", query = ""] = request.url.split("?", 2);
    if (isControl(path)) return;
    const entry: JournalEntry = {
      at: clock.now(),
      method: request.method,
      path,
      query: safeDecode(query),
      status: 0,
    };
    request.journalEntry = entry;
    journal.add(entry);
    traffic.enter();
    // `close` comes exactly once for each response, be it sent, aborted by the client or dropped by a fault.
    reply.raw.once("close", () => traffic.leave());
    const fault = faults.take(request.method, path);
    if (!fault) return;
    entry.fault = fault.kind;
    await performFault(fault.kind, fault, voice, request, reply, clock);
  });
  app.addHook("onSend", async (request, reply) => {
    if (request.journalEntry) request.journalEntry.status = reply.statusCode;
  });
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.addContentTypeParser(
    ["text/xml", "application/xml"],
    { parseAs: "string" },
    (_request, body, done) => done(null, body),
  );
  app.setErrorHandler((error, request, reply) => {
    const path = request.url.split("?", 1)[0] ?? "/";
    if (error instanceof SdpxError) {
      const status = error.code === "not-found" ? 404 : error.code === "bad-input" ? 400 : 500;
      const { code, message, where, fix, list } = error;
      if (isControl(path))
        return reply.code(status).send({ error: code, message, where, fix, list });
      return reply.code(status).send(voice.status(status, message));
    }
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    const message = error instanceof Error ? error.message : String(error);
    return reply.code(status).send(voice.status(status, message));
  });

  return {
    app,
    clock,
    journal,
    faults,
    traffic,
    caPem: options.tls?.certificatePem,
    async open(setting) {
      const port = await listen(app, { host, port: options.port ?? 0 }, setting);
      const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
      return `${options.tls ? "https" : "http"}://${name.includes(":") ? `[${name}]` : name}:${port}`;
    },
  };
}

function safeDecode(query: string): string {
  try {
    return decodeURIComponent(query.replaceAll("+", " "));
  } catch {
    return query;
  }
}
