import { readFileSync } from "node:fs";
import { Agent, request } from "undici";
import type { Clock } from "../../base/clock.ts";
import type { Asked, RawAnswer } from "./errors.ts";
import { errorFromAnswer, errorFromNetwork } from "./errors.ts";
import type { ControllerSettings } from "./settings.ts";

/** Times a call that changes nothing is tried before its failure counts. */
const ATTEMPTS = 5;
const FIRST_DELAY_MS = 500;
const DELAY_FACTOR = 1.5;
const MAX_DELAY_MS = 30_000;
const RETRIED_STATUS = new Set([500, 502, 503, 504]);
/** The same limits as Appgate's Terraform provider: 20 s to connect, 40 s in all. */
const CONNECT_MS = 20_000;
const ANSWER_MS = 40_000;

export interface Call {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below the base URL; begins with a slash. Segments are already percent-encoded. */
  path: string;
  query?: Readonly<Record<string, string>>;
  accept: string;
  token?: string;
  body?: unknown;
  privilege?: string;
  /** The call changes nothing, so it may be repeated when no answer or a 5xx comes. */
  repeatable: boolean;
}

export interface Transport {
  /** Any answer, whatever its status. @throws ControllerError when there is none. */
  send(call: Call): Promise<RawAnswer>;
  asked(call: Call): Asked;
  close(): Promise<void>;
}

const { version } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
) as { version: string };

/** The Controller names this in the admin message that it writes for outdated API versions. */
export const USER_AGENT = `sdpx/${version}`;

/** HTTP(S) to one Controller, with its authority pinned when one is given. */
export function createTransport(
  settings: ControllerSettings,
  deps: { clock: Clock; random: () => number },
): Transport {
  const agent = new Agent({
    connect: {
      timeout: CONNECT_MS,
      rejectUnauthorized: !settings.insecure,
      ...(settings.caPem === undefined ? {} : { ca: settings.caPem }),
    },
    headersTimeout: ANSWER_MS,
    bodyTimeout: ANSWER_MS,
    // All writes go through one Controller, one after the other; a few connections serve the reads.
    connections: 6,
  });

  const url = (call: Call) => {
    const query = new URLSearchParams(call.query).toString();
    return `${settings.url}${call.path}${query === "" ? "" : `?${query}`}`;
  };
  const asked = (call: Call): Asked => ({
    method: call.method,
    url: url(call),
    ...(call.privilege === undefined ? {} : { privilege: call.privilege }),
  });

  const once = async (call: Call): Promise<RawAnswer> => {
    const answer = await request(url(call), {
      dispatcher: agent,
      method: call.method,
      headers: {
        accept: call.accept,
        "user-agent": USER_AGENT,
        ...(call.token === undefined ? {} : { authorization: `Bearer ${call.token}` }),
        ...(call.body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
    const type = answer.headers["content-type"];
    return {
      status: answer.statusCode,
      contentType: (Array.isArray(type) ? type[0] : type) ?? "",
      text: await answer.body.text(),
    };
  };

  return {
    asked,
    async send(call) {
      for (let attempt = 1; ; attempt += 1) {
        const last = !call.repeatable || attempt === ATTEMPTS;
        try {
          const answer = await once(call);
          if (last || !RETRIED_STATUS.has(answer.status)) return answer;
        } catch (thrown) {
          const { error, retry } = errorFromNetwork(asked(call), thrown);
          if (last || !retry) throw error;
        }
        const delay = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * DELAY_FACTOR ** (attempt - 1));
        await deps.clock.sleep(delay * (0.5 + deps.random()));
      }
    },
    // Closing twice is no error: a caller may close in a `finally` that follows a close.
    close: () => (agent.closed ? Promise.resolve() : agent.close()),
  };
}

/** The answer when it is 2xx. @throws ControllerError otherwise */
export function expectSuccess(asked: Asked, answer: RawAnswer): RawAnswer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw errorFromAnswer(asked, answer);
}
