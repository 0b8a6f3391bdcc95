import { checkServerIdentity, getCACertificates } from "node:tls";
import type { Agent, buildConnector, request as sendRequest } from "undici";
import type { HttpAnswer, HttpHandler, HttpRequest } from "../engines/engine.ts";

export interface LiveHttpOptions {
  /** PEM, beside the public authorities: what Appgate calls Trusted Certificates. */
  trustedCertificates?: readonly string[];
  /**
   * Where to connect instead: "host:port" to "address:port". The certificate must still be that of the URL's host.
   * An IPv6 address stands in brackets.
   */
  resolve?: Readonly<Record<string, string>>;
  /** Largest body in bytes; 5 MB when left out. */
  maxBodyBytes?: number;
}

const MOST_BODY = 5 * 1024 * 1024;

/** "address:port" or "[address]:port" in two. */
function splitAddress(text: string): { hostname: string; port: string } {
  const colon = text.lastIndexOf(":");
  return { hostname: text.slice(0, colon).replace(/^\[|\]$/g, ""), port: text.slice(colon + 1) };
}

function connectTo(
  build: typeof buildConnector,
  options: LiveHttpOptions,
): buildConnector.connector {
  const ca = [...getCACertificates("default"), ...(options.trustedCertificates ?? [])];
  const connectors = new Map<string, buildConnector.connector>();
  return (target, callback) => {
    const { hostname, protocol } = target;
    const port = target.port || (protocol === "https:" ? "443" : "80");
    const bare = hostname.replace(/^\[|\]$/g, "");
    let connector = connectors.get(bare);
    if (connector === undefined) {
      connector = build({
        ca,
        // By the name in the URL, wherever the connection really goes.
        checkServerIdentity: (_, certificate) => checkServerIdentity(bare, certificate),
      });
      connectors.set(bare, connector);
    }
    const elsewhere = options.resolve?.[`${hostname.toLowerCase()}:${port}`];
    connector({ ...target, ...(elsewhere === undefined ? {} : splitAddress(elsewhere)) }, callback);
  };
}

/** Node's and OpenSSL's names for a certificate that is not accepted, and for a failed handshake. */
const TLS_CODES = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_|ISSUER|EPROTO|HOSTNAME_MISMATCH/;

function failureOf(error: unknown, request: HttpRequest): HttpAnswer {
  const known = error instanceof Error ? error : new Error(String(error));
  const cause = known.cause instanceof Error ? known.cause : known;
  const code = String((cause as NodeJS.ErrnoException).code ?? "");
  if (known.name === "TimeoutError" || known.name === "AbortError" || /TIMEDOUT|TIMEOUT/.test(code))
    return { failure: "timeout", message: `no answer within ${request.timeoutMs} ms` };
  if (TLS_CODES.test(code)) return { failure: "tls", message: `TLS failed (${code})` };
  return {
    failure: "unreachable",
    message: code === "" ? cause.message : `no connection (${code})`,
  };
}

/** Reads a body, but not more than allowed. */
async function readBody(body: AsyncIterable<Uint8Array>, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > most) throw new Error(`the answer is larger than ${most} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * HTTP over the real network, as scripts get it: redirects are answers and not followed, any status is an answer,
 * the whole call has one time limit. Idle connections do not keep the process alive.
 */
export function liveHttp(options: LiveHttpOptions = {}): HttpHandler {
  let opened: Promise<{ agent: Agent; send: typeof sendRequest }> | undefined;
  // Loaded with the first call: most runs make none, and a command should start fast.
  const open = () =>
    (opened ??= import("undici").then(({ Agent, buildConnector, request: send }) => ({
      agent: new Agent({ connect: connectTo(buildConnector, options) }),
      send,
    })));
  return async (request) => {
    if (!/^https?:\/\//i.test(request.url) || !URL.canParse(request.url))
      return { failure: "unreachable", message: "this is not an http or https URL" };
    try {
      const headers = request.headers.map(({ key, value }): [string, string] => [key, value]);
      if (request.contentType !== undefined) headers.push(["content-type", request.contentType]);
      const { agent, send } = await open();
      const answer = await send(request.url, {
        dispatcher: agent,
        method: request.method,
        headers: headers.flat(),
        ...(request.body === undefined ? {} : { body: request.body }),
        signal: AbortSignal.timeout(request.timeoutMs),
      });
      const data = await readBody(answer.body, options.maxBodyBytes ?? MOST_BODY);
      return { statusCode: answer.statusCode, data };
    } catch (error) {
      return failureOf(error, request);
    }
  };
}
