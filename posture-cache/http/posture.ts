import { documentText } from "../model/document.ts";
import { serialKey } from "../model/device.ts";
import { bearer, secretCheck } from "./auth.ts";
import { answerProblem } from "./problems.ts";
import type { App, ServerOptions } from "./server.ts";

/** A binding that was seen less than this ago is not written again. */
const BIND_EVERY_MS = 60_000;
/** Bindings remembered in memory; forgetting one costs a write, nothing else. */
const REMEMBERED = 200_000;
const LONGEST_SERIAL = 64;
const LONGEST_DN = 1024;

export interface PostureQuery {
  serial?: string | string[];
  dn?: string | string[];
}

/** `GET /v1/posture?serial=…&dn=…` (docs/posture.md): the hot path. */
export function postureRoute(app: App, options: ServerOptions): void {
  const { store, clock } = options;
  const allowed = secretCheck(options.postureTokens);
  const remember = bindingRecorder(options);

  app.get<{ Querystring: PostureQuery }>("/v1/posture", async (request, reply) => {
    if (!allowed(bearer(request.headers.authorization))) {
      return answerProblem(reply, "unauthorized", "the bearer token is missing or wrong");
    }
    const { serial, dn } = request.query;
    const wrong = checkQuery(serial, dn);
    if (wrong !== null) return answerProblem(reply, "bad-request", wrong);
    const device = serial as string;
    // Bound before it is read: a change in between then finds the binding and re-evaluates the session.
    if (typeof dn === "string" && dn !== "") await remember(device, dn);
    const document = await store.document(device);
    if (document === undefined) {
      return answerProblem(reply, "unknown-device", `no device has the serial number ${device}`);
    }
    return reply
      .header("content-type", "application/json; charset=utf-8")
      .header("cache-control", "no-store")
      .send(documentText(document, clock.now()));
  });
}

/** What is wrong with a query, or `null`. */
export function checkQuery(serial: unknown, dn: unknown): string | null {
  if (serial === undefined || serial === "") return "the parameter serial is missing";
  if (typeof serial !== "string" || (dn !== undefined && typeof dn !== "string")) {
    return "a parameter is given twice";
  }
  if (serial.trim() === "" || serial.length > LONGEST_SERIAL) {
    return `serial is not a serial number of at most ${LONGEST_SERIAL} characters`;
  }
  if (dn !== undefined && dn.length > LONGEST_DN) {
    return `dn is longer than ${LONGEST_DN} characters`;
  }
  return null;
}

/** Writes a binding when it is new or was last written a minute ago. Tells when a device turns up under another name. */
function bindingRecorder({ store, clock, logger }: ServerOptions) {
  const written = new Map<string, number>();
  return async (serial: string, dn: string): Promise<void> => {
    const now = clock.now();
    const key = `${serialKey(serial)} ${dn}`;
    const last = written.get(key);
    if (last !== undefined && now - last < BIND_EVERY_MS) return;
    const { isNew, previous } = await store.bind(serial, dn, now);
    if (written.size >= REMEMBERED) written.clear();
    written.set(key, now);
    if (isNew && previous !== undefined) {
      logger.warn(
        { serial, dn, previous },
        "a device is asked about under another distinguished name than before",
      );
    }
  };
}
