import { X509Certificate } from "node:crypto";
import { Agent, request } from "undici";
import { z } from "zod";
import { SdpxError } from "../../base/errors.ts";

const ANSWER_MS = 20_000;
/** An answer of this size is no certificate. */
const MAX_CHARACTERS = 100_000;
/** Spoken by no Controller in support: the 406 that follows tells what is. */
const PROBE_VERSION = 5;

const versionAnswer = z.looseObject({ peerVersion: z.number().int() });
const refusal = z.looseObject({ maxSupportedVersion: z.number().int() });
const caAnswer = z.looseObject({ certificate: z.string() });

const mediaType = (version: number) => `application/vnd.appgate.peer-v${version}+json`;

function parsed<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** A Controller's authority, as it was offered or read from a file. */
export interface Authority {
  pem: string;
  /** SHA-256 of the certificate, as `AB:CD:...`. */
  fingerprint: string;
  subject: string;
  validFrom: string;
  validTo: string;
}

/** @throws SdpxError `remote-garbled` for what is no certificate */
export function readAuthority(text: string, where: string): Authority {
  try {
    const certificate = new X509Certificate(text);
    return {
      pem: certificate.toString(),
      fingerprint: certificate.fingerprint256,
      subject: certificate.subject.replaceAll("\n", ", "),
      validFrom: certificate.validFrom,
      validTo: certificate.validTo,
    };
  } catch (error) {
    throw new SdpxError("remote-garbled", "this is not a certificate", {
      where,
      fix: "check that the URL is the admin interface of a Controller",
      cause: error,
    });
  }
}

/**
 * Asks a Controller for its authority (GET /certificate-authority/ca/pem, which needs no login) over a connection that is not
 * verified yet. No credentials are sent. What comes back is worth nothing until a person has compared its fingerprint.
 * @param url base URL that ends in /admin
 * @throws SdpxError `remote-unavailable`, `remote-garbled`
 */
export async function fetchAuthority(url: string): Promise<Authority> {
  const agent = new Agent({
    connect: { rejectUnauthorized: false, timeout: ANSWER_MS },
    headersTimeout: ANSWER_MS,
    bodyTimeout: ANSWER_MS,
  });
  const get = async (path: string, accept: string) => {
    try {
      const answer = await request(`${url}${path}`, { dispatcher: agent, headers: { accept } });
      const text = await answer.body.text();
      return { status: answer.statusCode, text: text.slice(0, MAX_CHARACTERS) };
    } catch (error) {
      throw new SdpxError("remote-unavailable", "the Controller does not answer", {
        where: `${url}${path}`,
        list: [error instanceof Error ? error.message : String(error)],
        fix: "check the URL (the admin interface listens on port 8443) and the network",
        cause: error,
      });
    }
  };
  const path = "/certificate-authority/ca/pem";
  try {
    const told = parsed(versionAnswer, (await get("/version", "application/json")).text);
    let answer = await get(path, mediaType(told?.peerVersion ?? PROBE_VERSION));
    const window = answer.status === 406 ? parsed(refusal, answer.text) : undefined;
    if (window !== undefined) answer = await get(path, mediaType(window.maxSupportedVersion));
    if (answer.status !== 200) {
      throw new SdpxError(
        "remote-garbled",
        `the Controller answers ${answer.status} and no certificate`,
        {
          where: `${url}${path}`,
          fix: "export the CA certificate in the admin UI, and name the file in SDPX_CONTROLLER_CA_FILE",
        },
      );
    }
    return readAuthority(
      parsed(caAnswer, answer.text)?.certificate ?? answer.text,
      `${url}${path}`,
    );
  } finally {
    await agent.close();
  }
}

/** Digits of a fingerprint in one spelling. */
export function plainFingerprint(text: string): string {
  return text
    .replace(/^sha256[:=]/i, "")
    .replace(/[\s:-]/g, "")
    .toLowerCase();
}

/**
 * Compares what was offered with what the operator knows.
 * @throws SdpxError `bad-option` for what is no SHA-256, `tls-untrusted` for another certificate
 */
export function requireFingerprint(authority: Authority, expected: string, url: string): void {
  const wanted = plainFingerprint(expected);
  if (!/^[0-9a-f]{64}$/.test(wanted)) {
    throw new SdpxError("bad-option", `"${expected}" is not a SHA-256 fingerprint`, {
      where: "--fingerprint",
      fix: "give 64 hexadecimal digits, with or without colons",
    });
  }
  if (wanted === plainFingerprint(authority.fingerprint)) return;
  throw new SdpxError(
    "tls-untrusted",
    "the Controller offers another authority; nothing was stored",
    {
      where: url,
      list: [
        `expected ${wanted}`,
        `offered  ${plainFingerprint(authority.fingerprint)} (${authority.subject})`,
      ],
      fix: "ask the Controller's administrator: either the fingerprint is out of date, or somebody is on the path",
    },
  );
}
