import { SdpxError } from "../../base/errors.ts";
import { readTextFile } from "../../base/json.ts";
import type { HttpHandler } from "../../sandbox-shim/engines/engine.ts";
import { liveHttp } from "../../sandbox-shim/index.ts";

/** `host:port:address[:port]`, as curl's --resolve takes it; an IPv6 address stands in brackets. */
const RESOLVE = /^([^:]+):(\d+):(\[[^\]]+\]|[^:[\]]+)(?::(\d+))?$/;

/** Parses `--resolve` options into the map that live HTTP takes. */
export function parseResolve(options: readonly string[]): Record<string, string> {
  const map: Record<string, string> = {};
  for (const option of options) {
    const match = RESOLVE.exec(option);
    if (!match) {
      throw new SdpxError("bad-option", `"${option}" does not say where a host is`, {
        where: "--resolve",
        fix: "--resolve posture-cache.internal:9443:127.0.0.1:9443",
      });
    }
    const [, host = "", port = "", address = "", otherPort] = match;
    map[`${host.toLowerCase()}:${port}`] = `${address}:${otherPort ?? port}`;
  }
  return map;
}

/** HTTP over the real network, for `sdpx run --live`. */
export async function liveHandler(
  trust: readonly string[],
  resolve: readonly string[],
): Promise<HttpHandler> {
  const trustedCertificates = await Promise.all(
    trust.map((path) => readTextFile(path, "certificate authority")),
  );
  return liveHttp({ trustedCertificates, resolve: parseResolve(resolve) });
}
