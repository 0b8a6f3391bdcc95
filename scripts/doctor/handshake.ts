import { connect } from "node:tls";
import type { DetailedPeerCertificate, TLSSocket } from "node:tls";

const HANDSHAKE_MS = 20_000;

/** What a TLS handshake shows, verified or not. */
export interface Handshake {
  /** Undefined when the certificate is trusted. */
  untrusted: string | undefined;
  protocol: string;
  /** End of validity of the server's certificate and of what signed it, epoch milliseconds. */
  expires: { subject: string; at: number }[];
}

/** The chain as the server sends it, leaf first. */
function chainOf(socket: TLSSocket): DetailedPeerCertificate[] {
  const chain: DetailedPeerCertificate[] = [];
  for (
    let one: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
    one !== undefined && Object.keys(one).length > 0 && !chain.includes(one) && chain.length < 10;
    one = one.issuerCertificate
  ) {
    chain.push(one);
  }
  return chain;
}

/**
 * Connects to a URL's host and looks at its certificates. Sends nothing but the handshake.
 * @param caPem the only authority that counts; the system's when left out
 * @throws Error of the network
 */
export function handshake(url: string, caPem?: string): Promise<Handshake> {
  const { hostname, port } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, "");
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port: Number(port || "443"),
      // A name in the handshake may not be an address.
      ...(/^[\d.:]+$/.test(host) ? {} : { servername: host }),
      rejectUnauthorized: false,
      timeout: HANDSHAKE_MS,
      ...(caPem === undefined ? {} : { ca: caPem }),
    });
    socket.once("error", reject);
    socket.once("timeout", () => socket.destroy(new Error("no TLS handshake within 20 s")));
    socket.once("secureConnect", () => {
      const expires = chainOf(socket).map(({ subject, valid_to }) => ({
        subject: [subject.CN].flat().join(", "),
        at: Date.parse(valid_to),
      }));
      // Verification happens although the connection is not refused for it.
      const untrusted = socket.authorized ? undefined : String(socket.authorizationError);
      resolve({ untrusted, protocol: socket.getProtocol() ?? "TLS", expires });
      socket.destroy();
    });
  });
}
