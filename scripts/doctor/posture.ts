import { X509Certificate } from "node:crypto";
import { isAbsolute, join } from "node:path";
import { Agent, request } from "undici";
import type { Clock } from "../../base/clock.ts";
import { SdpxError } from "../../base/errors.ts";
import { readTextFile } from "../../base/json.ts";
import { ControllerError } from "../../controller/api/index.ts";
import type { ControllerClient } from "../../controller/api/index.ts";
import { loadBundle } from "../build/index.ts";
import type { Check } from "./check.ts";
import { fail, guarded, ok, skip, warn } from "./check.ts";
import { handshake } from "./handshake.ts";

const ANSWER_MS = 5000;
const SOON_MS = 30 * 86_400_000;

/** Names of secrets that scripts of dist/ name, and the https origins that their texts hold. */
export interface Asked {
  secrets: string[];
  origins: string[];
}

/** What the bundle asks for, from its texts. */
export function askedBy(texts: Iterable<string>, secrets: readonly (readonly string[])[]): Asked {
  const origins = new Set<string>();
  for (const text of texts) {
    // A call of the sandbox's HTTP is what makes a URL in the text one that is asked.
    if (!/\bhttp(Get|Post|Put|Delete|Request)?\s*\(|\bhttp\./i.test(text)) continue;
    for (const [url] of text.matchAll(/https:\/\/[\w.:[\]-]+/g)) {
      if (URL.canParse(url)) origins.add(new URL(url).origin);
    }
  }
  return { secrets: [...new Set(secrets.flat())].sort(), origins: [...origins].sort() };
}

export async function readAsked(root: string): Promise<Asked | undefined> {
  try {
    const { manifest, texts } = await loadBundle(join(root, "dist"));
    return askedBy(
      texts.values(),
      manifest.scripts.map(({ secrets }) => secrets),
    );
  } catch {
    // What is wrong with dist/ is told by its own check.
    return undefined;
  }
}

async function visible<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ControllerError && error.code === "not-allowed") return undefined;
    throw error;
  }
}

/** Whether the secrets that scripts name are on the Controller. */
export async function checkSecrets(client: ControllerClient, asked: Asked): Promise<Check[]> {
  const name = "secrets";
  if (asked.secrets.length === 0) return [skip(name, "no script names one")];
  return guarded(name, async () => {
    if ((await client.apiVersion()) < 20) return skip(name, "came with API 20 (6.3)");
    const there = await visible(() => client.list("secrets"));
    if (there === undefined) return skip(name, "this account may not see them (View on Secret)");
    const missing = asked.secrets.filter((one) => !there.some((secret) => secret.name === one));
    return missing.length === 0
      ? ok(name, asked.secrets.join(", "))
      : fail(
          name,
          `missing on the Controller: ${missing.join(", ")}`,
          'create them in the admin UI, or name them under "secrets" of the wiring in sdpx.json and publish',
        );
  });
}

/** Whether what signed a service's certificate is trusted by the Controller, for scripts that ask it. */
export async function checkTrusted(
  client: ControllerClient,
  pems: readonly string[] | undefined,
  clock: Clock,
): Promise<Check[]> {
  const name = "trusted certificates";
  return guarded(name, async () => {
    const there = await visible(() => client.list("trusted-certificates"));
    if (there === undefined)
      return skip(name, "this account may not see them (View on TrustedCertificate)");
    const known = there.flatMap(({ name: label, pem }) => {
      try {
        return [{ label, certificate: new X509Certificate(pem) }];
      } catch {
        return [];
      }
    });
    const ending = known.filter(
      ({ certificate }) => Date.parse(certificate.validTo) - clock.now() < SOON_MS,
    );
    const wanted = (pems ?? []).map((pem) => new X509Certificate(pem));
    const missing = wanted.filter(
      (one) => !known.some(({ certificate }) => certificate.fingerprint256 === one.fingerprint256),
    );
    if (missing.length > 0) {
      return fail(
        name,
        `the Controller does not trust ${missing.map(({ subject }) => subject.replaceAll("\n", ", ")).join("; ")}`,
        'name the file under "trustedCertificates" of the wiring in sdpx.json and publish, or add it in the admin UI',
      );
    }
    if (ending.length > 0) {
      const list = ending.map(({ label, certificate }) => `${label} (${certificate.validTo})`);
      return warn(
        name,
        `expired, or will within 30 days: ${list.join(", ")}`,
        "replace them on the Controller",
      );
    }
    return ok(
      name,
      pems === undefined
        ? `${known.length}; sdpx.json names none to compare`
        : "as sdpx.json has them",
    );
  });
}

/**
 * PEM files of the wiring; undefined when it names none.
 * @throws SdpxError `file-missing`, `bad-setting` for what is no certificate
 */
export async function readPems(
  root: string,
  wired: Readonly<Record<string, { file: string }>> | undefined,
): Promise<string[] | undefined> {
  if (wired === undefined) return undefined;
  const pems: string[] = [];
  for (const [name, { file }] of Object.entries(wired)) {
    const path = isAbsolute(file) ? file : join(root, file);
    const pem = await readTextFile(path, `trusted certificate "${name}"`);
    try {
      new X509Certificate(pem);
    } catch (error) {
      throw new SdpxError("bad-setting", "the file holds no certificate in PEM form", {
        where: path,
        fix: "export the certificate as PEM (-----BEGIN CERTIFICATE-----)",
        cause: error,
      });
    }
    pems.push(pem);
  }
  return pems;
}

/** Whether a posture cache answers from here; Controllers and Gateways may see another network. */
export async function checkCache(origin: string, caPem: string | undefined): Promise<Check[]> {
  const name = "posture cache";
  const agent = new Agent({
    connect: { timeout: ANSWER_MS, ...(caPem === undefined ? {} : { ca: caPem }) },
    headersTimeout: ANSWER_MS,
    bodyTimeout: ANSWER_MS,
  });
  const fix =
    "start it (sdpx cache serve), and see that name and port are reachable from Controllers and Gateways";
  try {
    const answer = await request(`${origin}/readyz`, { dispatcher: agent });
    await answer.body.dump();
    return [
      answer.statusCode === 200
        ? ok(name, `${origin} is ready`)
        : warn(
            name,
            `${origin} answers ${answer.statusCode}: it has nothing to say yet`,
            "sdpx cache: look at its log",
          ),
    ];
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    const reason = error instanceof Error ? error.message : String(error);
    const untrusted = /CERT|SIGNATURE|ISSUER/.test(code)
      ? await untrustedBecause(origin, caPem)
      : undefined;
    return [
      untrusted === undefined
        ? warn(name, `${origin} cannot be reached from this machine: ${reason}`, fix)
        : warn(
            name,
            `${origin} has a certificate that is not trusted here: ${untrusted}`,
            "give its authority with --cache-ca",
          ),
    ];
  } finally {
    await agent.close();
  }
}

async function untrustedBecause(
  origin: string,
  caPem: string | undefined,
): Promise<string | undefined> {
  try {
    return (await handshake(origin, caPem)).untrusted;
  } catch {
    return undefined;
  }
}
