import { Agent, request } from "undici";
import { z } from "zod";
import { checkShape, parseJson } from "../../base/json.ts";
import { SdpxError } from "../../base/errors.ts";

const transition = z.looseObject({
  what: z.literal("transition"),
  at: z.number(),
  field: z.string(),
  from: z.unknown(),
  to: z.unknown(),
  reasons: z.array(z.string()),
  cause: z.string(),
});
const signal = z.looseObject({
  what: z.literal("signal"),
  at: z.number(),
  target: z.string(),
  level: z.string().nullable(),
  state: z.string(),
  attempts: z.number(),
  detail: z.string().nullable(),
});
const explanationSchema = z.looseObject({
  posture: z.looseObject({
    serial: z.string(),
    risk: z.string().nullable(),
    compliant: z.boolean().nullable(),
    managed: z.boolean().nullable(),
    stale: z.boolean(),
    user: z.string().nullable(),
    reasons: z.array(z.string()),
  }),
  gone: z.boolean(),
  bindings: z.array(z.looseObject({ dn: z.string(), lastSeen: z.number() })),
  timeline: z.array(z.discriminatedUnion("what", [transition, signal])),
});
export type Explanation = z.infer<typeof explanationSchema>;
export type TimelineEntry = Explanation["timeline"][number];

export interface CacheAddress {
  /** `https://posture-cache.internal:9443` */
  url: string;
  token: string;
  /** PEM of the authority to trust beside the public ones. */
  caPem?: string;
}

/**
 * Asks a posture cache why a device is where it is.
 * @throws SdpxError `not-found`, `not-signed-in`, `remote-unavailable`, `tls-untrusted`
 */
export async function fetchExplanation(cache: CacheAddress, serial: string): Promise<Explanation> {
  const url = `${cache.url.replace(/\/$/, "")}/v1/explain?serial=${encodeURIComponent(serial)}`;
  const agent = new Agent(cache.caPem === undefined ? {} : { connect: { ca: cache.caPem } });
  try {
    const response = await request(url, {
      dispatcher: agent,
      headers: { authorization: `Bearer ${cache.token}` },
      headersTimeout: 10_000,
      bodyTimeout: 10_000,
    });
    const text = await response.body.text();
    switch (response.statusCode) {
      case 200:
        return checkShape(
          explanationSchema,
          parseJson(text, url),
          url,
          "explanation of a posture cache",
        );
      case 404:
        throw new SdpxError("not-found", `the posture cache does not know ${serial}`, {
          where: url,
          fix: "check the serial number; a new Mac is known after its first inventory",
        });
      case 401:
        throw new SdpxError("not-signed-in", "the posture cache refuses the token", {
          where: url,
          fix: "set SDPX_POSTURE_TOKEN to the token that the service was started with",
        });
      default:
        throw new SdpxError(
          "remote-unavailable",
          `the posture cache answers ${response.statusCode}`,
          {
            where: url,
            list: [text.slice(0, 200)],
            fix: "look at the service's log",
          },
        );
    }
  } catch (error) {
    if (error instanceof SdpxError) throw error;
    const code = String((error as NodeJS.ErrnoException).code ?? "");
    const untrusted = /CERT|ISSUER|SELF_SIGNED|UNABLE_TO/.test(code);
    throw new SdpxError(
      untrusted ? "tls-untrusted" : "remote-unavailable",
      untrusted
        ? "the posture cache's certificate is not trusted"
        : `the posture cache does not answer (${code})`,
      {
        where: url,
        fix: untrusted
          ? "--ca FILE with the authority that signed it (development-ca.pem in its data folder)"
          : "is it running, and is --url right?",
        cause: error,
      },
    );
  } finally {
    await agent.close();
  }
}
