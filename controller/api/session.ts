import type { z } from "zod";
import type { Clock } from "../../base/clock.ts";
import { SdpxError } from "../../base/errors.ts";
import type { Privilege } from "./entities.ts";
import { loginAnswer, notAcceptable, versionAnswer } from "./entities.ts";
import type { RawAnswer } from "./errors.ts";
import { ControllerError, errorFromAnswer, garbled, jsonOf } from "./errors.ts";
import type { ControllerSettings } from "./settings.ts";
import type { Call, Transport } from "./transport.ts";
import { expectSuccess } from "./transport.ts";
import { chooseVersion, mediaType } from "./version.ts";

/** A token is not used in its last seconds, so that it does not expire under way. */
const EXPIRY_SKEW_MS = 30_000;
/** No Controller in support speaks this version; it answers 406 and tells its window. */
const PROBE_VERSION = 5;

/** A call without what the session adds: media type and token. */
export type Authorised = Omit<Call, "accept" | "token">;

/** Version and token of one client; both are fetched on first use and kept. */
export interface Session {
  version(): Promise<number>;
  /** Sends with a version and a token that both sides agree on. @throws ControllerError unless 2xx */
  send(call: Authorised): Promise<RawAnswer>;
  /** Rights of the account, as told at login; empty when a bearer token was given. */
  privileges(): Promise<readonly Privilege[]>;
  signOut(): Promise<void>;
}

export function createSession(
  settings: ControllerSettings,
  transport: Transport,
  clock: Clock,
): Session {
  let version: Promise<number> | undefined;
  let token: Promise<Token> | undefined;
  let bearer = settings.bearerToken;

  const readVersion = () =>
    remember(
      () => version,
      (value) => (version = value),
      () => negotiate(settings, transport),
    );

  const readToken = async (): Promise<Token> => {
    if (bearer !== undefined) return { value: bearer, expiresMs: Infinity, privileges: [] };
    const held = token;
    const known = await remember(
      () => token,
      (value) => (token = value),
      async () => login(settings, transport, await readVersion()),
    );
    // One that was just fetched is used whatever its expiry says: the Controller's clock may be behind ours.
    if (held === undefined || known.expiresMs - EXPIRY_SKEW_MS > clock.now()) return known;
    token = undefined;
    return readToken();
  };

  return {
    version: readVersion,
    privileges: async () => (await readToken()).privileges,
    async send(call) {
      let signedInAgain = false;
      let negotiatedAgain = false;
      for (;;) {
        // The token first: a login may find that the version has to be negotiated again.
        const { value } = await readToken();
        const full: Call = { ...call, accept: mediaType(await readVersion()), token: value };
        const answer = await transport.send(full);
        if (answer.status === 401 && !signedInAgain && settings.password !== undefined) {
          signedInAgain = true;
          bearer = undefined;
          token = undefined;
        } else if (answer.status === 406 && !negotiatedAgain && settings.apiVersion === undefined) {
          negotiatedAgain = true;
          version = Promise.resolve(versionFrom406(settings, transport, full, answer));
          await version;
        } else {
          return expectSuccess(transport.asked(full), answer);
        }
      }
    },
    async signOut() {
      if (token === undefined) return;
      const { value } = await token;
      token = undefined;
      const spoken = await readVersion();
      await transport.send({
        method: "POST",
        path: spoken >= 18 ? "/authentication/logout" : "/logout",
        accept: mediaType(spoken),
        token: value,
        repeatable: false,
      });
    },
  };
}

interface Token {
  value: string;
  expiresMs: number;
  privileges: readonly Privilege[];
}

/** One attempt at a time, shared by all who wait; a failure is forgotten so that the next call tries again. */
async function remember<T>(
  read: () => Promise<T> | undefined,
  write: (value: Promise<T> | undefined) => void,
  make: () => Promise<T>,
): Promise<T> {
  const known = read();
  if (known !== undefined) return known;
  const made = make();
  write(made);
  try {
    return await made;
  } catch (error) {
    if (read() === made) write(undefined);
    throw error;
  }
}

/**
 * Finds the version to speak: GET /version (API 20 and later), else a login with a version that nobody speaks, whose 406 tells
 * the window. That login carries no real credentials: the version is judged before they are read.
 */
async function negotiate(settings: ControllerSettings, transport: Transport): Promise<number> {
  if (settings.apiVersion !== undefined) return settings.apiVersion;
  const ask: Call = {
    method: "GET",
    path: "/version",
    accept: "application/json",
    repeatable: true,
  };
  const answer = await transport.send(ask);
  if (answer.status >= 500) throw errorFromAnswer(transport.asked(ask), answer);
  const told = versionAnswer.safeParse(answer.status === 200 ? jsonOf(answer) : undefined);
  if (told.success) {
    const { lowestPeerVersionSupported: lowest, peerVersion: highest } = told.data;
    return chooseVersion({ lowest, highest }, settings.url);
  }
  const probe: Call = {
    method: "POST",
    path: "/login",
    accept: mediaType(PROBE_VERSION),
    body: {
      providerName: "local",
      username: "version-probe",
      password: "version-probe",
      deviceId: settings.deviceId,
    },
    repeatable: true,
  };
  return versionFrom406(settings, transport, probe, await transport.send(probe));
}

function versionFrom406(
  settings: ControllerSettings,
  transport: Transport,
  call: Call,
  answer: RawAnswer,
): number {
  const range = notAcceptable.safeParse(answer.status === 406 ? jsonOf(answer) : undefined);
  if (range.success) {
    const { minSupportedVersion: lowest, maxSupportedVersion: highest } = range.data;
    return chooseVersion({ lowest, highest }, settings.url);
  }
  if (answer.status >= 500) throw errorFromAnswer(transport.asked(call), answer);
  throw garbled(transport.asked(call), answer, [
    "the API version cannot be negotiated: neither /version nor a 406 tells it",
  ]);
}

async function login(
  settings: ControllerSettings,
  transport: Transport,
  version: number,
): Promise<Token> {
  const { username, password } = settings;
  if (username === undefined || password === undefined) {
    throw new SdpxError("not-signed-in", "the Controller refuses the bearer token", {
      where: settings.url,
      fix: "fetch a new token, or give SDPX_CONTROLLER_USERNAME and SDPX_CONTROLLER_PASSWORD so that sdpx can sign in",
    });
  }
  const call: Call = {
    method: "POST",
    path: "/login",
    accept: mediaType(version),
    body: { providerName: settings.providerName, username, password, deviceId: settings.deviceId },
    repeatable: true,
  };
  const answer = await transport.send(call);
  const asked = transport.asked(call);
  if (answer.status < 200 || answer.status >= 300)
    throw withoutSecret(errorFromAnswer(asked, answer), password);
  const parsed = loginAnswer.safeParse(jsonOf(answer));
  // The body is not quoted: it may hold a token under another name.
  if (!parsed.success) throw garbled(asked, { ...answer, text: "" }, findings(parsed.error));
  const expires = Date.parse(parsed.data.expires);
  return {
    value: parsed.data.token,
    expiresMs: Number.isNaN(expires) ? Infinity : expires,
    privileges: parsed.data.user?.privileges ?? [],
  };
}

/** A proxy's error page may echo what was sent to it. */
function withoutSecret(error: ControllerError, secret: string): ControllerError {
  if (!error.message.includes(secret)) return error;
  return new ControllerError(error.code, error.message.replaceAll(secret, "***"), error.status, {
    list: error.list.map((line) => line.replaceAll(secret, "***")),
    ...(error.where === undefined ? {} : { where: error.where }),
    ...(error.fix === undefined ? {} : { fix: error.fix }),
  });
}

/** One line for each finding of a schema, with its path. */
export function findings(error: z.ZodError): string[] {
  return error.issues.map(
    (issue) => `${issue.path.map(String).join(".") || "(answer)"}: ${issue.message}`,
  );
}
