import { request, Agent } from "undici";
import type { Clock } from "../../base/clock.ts";
import { SdpxError } from "../../base/errors.ts";
import { API_RELEASES, NEWEST_API } from "../../controller/api/index.ts";
import type { ControllerClient, ControllerSettings } from "../../controller/api/index.ts";
import type { Check } from "./check.ts";
import { fail, guarded, ok, skip, warn } from "./check.ts";
import { handshake } from "./handshake.ts";
import { missingRights, neededRights } from "./role.ts";
import type { RoleOptions } from "./role.ts";

const DAY_MS = 86_400_000;
/** Long enough to order a certificate. */
const SOON_DAYS = 30;
/** Tokens and scripts with a time in them go wrong from here on. */
const SKEW_WARN_MS = 30_000;
const SKEW_FAIL_MS = 5 * 60_000;
/** The first version that is tested release by release. */
const FIRST_CLASS_API = 18;

/** What comes of the end of validity of a chain. Pure. */
export function checkExpiry(
  expires: readonly { subject: string; at: number }[],
  nowMs: number,
): Check {
  const name = "certificate";
  const [first] = [...expires].filter(({ at }) => !Number.isNaN(at)).sort((a, b) => a.at - b.at);
  if (first === undefined)
    return warn(name, "its validity cannot be read", "look at it in the admin UI");
  const days = Math.floor((first.at - nowMs) / DAY_MS);
  const until = `${first.subject} until ${new Date(first.at).toISOString().slice(0, 10)}`;
  if (days < 0) return fail(name, `has expired: ${until}`, "renew it in the admin UI");
  if (days < SOON_DAYS)
    return warn(name, `expires in ${days} days: ${until}`, "renew it in the admin UI");
  return ok(name, until);
}

/** Compares a Date header (whole seconds) with this machine's clock. Pure. */
export function checkSkew(header: string | undefined, sentMs: number, receivedMs: number): Check {
  const name = "clock";
  const there = Date.parse(header ?? "");
  if (Number.isNaN(there)) return skip(name, "the Controller tells no time");
  // The header is cut to seconds, and was made at some moment between question and answer.
  const early = sentMs - (there + 1000);
  const late = there - receivedMs;
  const skew = Math.max(0, early, late);
  const side = early > late ? "behind" : "ahead of";
  const says = `the Controller is ${Math.round(skew / 1000)} s ${side} this machine`;
  const fix = "set the time of the machine that is wrong by NTP";
  if (skew > SKEW_FAIL_MS) return fail(name, says, fix);
  if (skew > SKEW_WARN_MS) return warn(name, says, fix);
  return ok(name, "agrees with the Controller's");
}

export async function checkTls(settings: ControllerSettings, clock: Clock): Promise<Check[]> {
  if (settings.url.startsWith("http:"))
    return [warn("TLS", "plain http, on this machine", "use https")];
  try {
    const { untrusted, protocol, expires } = await handshake(settings.url, settings.caPem);
    const trust =
      untrusted === undefined
        ? ok(
            "TLS",
            `${protocol}, ${settings.caPem === undefined ? "a public authority" : "the pinned authority"}`,
          )
        : fail(
            "TLS",
            `the certificate is not trusted: ${untrusted}`,
            "sdpx trust <url> fetches the Controller's authority and pins it",
          );
    const off = settings.insecure
      ? [
          warn(
            "TLS verification",
            "is switched off",
            "unset SDPX_CONTROLLER_INSECURE and pin the authority",
          ),
        ]
      : [];
    return [trust, ...off, checkExpiry(expires, clock.now())];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      fail(
        "TLS",
        `${settings.url} cannot be reached: ${reason}`,
        "check URL, port (8443), name resolution and firewall",
      ),
    ];
  }
}

export async function checkClock(settings: ControllerSettings, clock: Clock): Promise<Check[]> {
  const agent = new Agent({
    connect: {
      rejectUnauthorized: !settings.insecure,
      ...(settings.caPem === undefined ? {} : { ca: settings.caPem }),
    },
  });
  try {
    const sent = clock.now();
    const answer = await request(`${settings.url}/version`, {
      dispatcher: agent,
      headers: { accept: "application/json" },
    });
    const received = clock.now();
    await answer.body.dump();
    const header = answer.headers["date"];
    return [checkSkew(Array.isArray(header) ? header[0] : header, sent, received)];
  } catch {
    return [skip("clock", "the Controller does not answer")];
  } finally {
    await agent.close();
  }
}

export async function checkVersion(client: ControllerClient): Promise<Check[]> {
  return guarded("API version", async () => {
    const version = await client.apiVersion();
    const release = Object.entries(API_RELEASES).find(([api]) => Number(api) === version)?.[1];
    const says = `${version}${release === undefined ? "" : ` (as of ${release})`}`;
    if (version >= FIRST_CLASS_API && version <= NEWEST_API) return ok("API version", says);
    return warn(
      "API version",
      `${says}; only ${FIRST_CLASS_API} to ${NEWEST_API} are tested throughout`,
      version < FIRST_CLASS_API ? "upgrade the Controller when you can" : "use a newer sdpx",
    );
  });
}

/** Signs in, and compares the account's rights with what publishing needs. */
export async function checkRights(
  client: ControllerClient,
  role: RoleOptions,
  byToken: boolean,
): Promise<Check[]> {
  return guarded("sign-in", async () => {
    const has = await client.privileges();
    const signedIn = ok("sign-in", byToken ? "a token was given" : "works");
    if (byToken && has.length === 0) {
      return [
        signedIn,
        skip("privileges", "a token alone does not tell them; sign in with user name and password"),
      ];
    }
    const missing = missingRights(neededRights(role), has, role.bundle);
    const list = (needs: typeof missing) =>
      needs.map(({ type, target }) => `${type} ${target}`).join(", ");
    const hard = missing.filter(({ optional }) => optional !== true);
    const soft = missing.filter(({ optional }) => optional === true);
    const fix = "sdpx role --json prints a role that has them";
    if (hard.length > 0) return [signedIn, fail("privileges", `missing: ${list(hard)}`, fix)];
    return soft.length > 0
      ? [signedIn, warn("privileges", `enough to publish; less is told without ${list(soft)}`, fix)]
      : [signedIn, ok("privileges", "all that are needed")];
  });
}

/** Controllers of the collective, as GET /appliances/status tells them (API 20 and later). Pure. */
export function checkHealth(rows: readonly unknown[]): Check[] {
  const name = "health";
  const bad: string[] = [];
  let seen = 0;
  for (const row of rows) {
    const one = record(row);
    const details = record(one["details"]);
    const role = record(record(details["roles"])["controller"] ?? one["controller"]);
    const status = String(role["status"] ?? "n/a");
    if (status === "n/a" && role["maintenanceMode"] !== true) continue;
    seen += 1;
    if (role["maintenanceMode"] === true) bad.push(`${String(one["name"])} is in maintenance mode`);
    else if (status !== "healthy") bad.push(`${String(one["name"])} is ${status}`);
  }
  if (seen === 0) return [skip(name, "no Controller is shown to this account")];
  return bad.length === 0
    ? [ok(name, seen === 1 ? "the Controller is healthy" : `${seen} Controllers are healthy`)]
    : [
        fail(
          name,
          bad.join(", "),
          "wait until it is over: an appliance in maintenance mode refuses every write",
        ),
      ];
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

/** Reads the health of the collective, as far as the account may see it. */
export async function readHealth(read: () => Promise<unknown>, version: number): Promise<Check[]> {
  if (version < 20) return [skip("health", "is told by API 20 (6.3) and later only")];
  try {
    const data = record(await read())["data"];
    return checkHealth(Array.isArray(data) ? data : []);
  } catch (error) {
    if (!(error instanceof SdpxError)) throw error;
    if (error.code === "not-allowed" || error.code === "not-found")
      return [skip("health", "this account may not see it (View on Appliance)")];
    return guarded("health", () => Promise.reject(error));
  }
}
