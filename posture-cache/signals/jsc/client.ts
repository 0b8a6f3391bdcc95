import { z } from "zod";
import type { Clock } from "../../../base/clock.ts";
import type { RaisedLevel } from "../../model/risk.ts";
import { answerJson, type Answer, type Call, type Upstream } from "../../upstream/call.ts";
import { UpstreamError } from "../../upstream/errors.ts";
import { tokenKeeper } from "../../upstream/token.ts";
import type { RateLimiter } from "../limits.ts";

/** A login of the Risk API is good for 15 minutes (Jamf Security Cloud, Risk API). */
const TOKEN_MS = 15 * 60_000;
/** Largest page, and the largest number of devices that is sent in one override. */
export const JSC_PAGE = 100;

const loginSchema = z.object({ token: z.string().min(1) });
const devicesSchema = z.object({
  userDeviceList: z.array(z.object({ guid: z.string().min(1), externalId: z.string().nullish() })),
});

export interface JscDevice {
  guid: string;
  /** The UDID in lower case, where the record tells it. */
  udid: string | null;
}

/** The Risk API of Jamf Security Cloud. Every method may throw {@link UpstreamError}; `urgent` calls pass others. */
export interface JscClient {
  /** Devices with this UDID: none while Jamf Security Cloud has not yet heard of it from Jamf Pro. */
  lookup(udid: string, urgent: boolean): Promise<JscDevice[]>;
  /** One page (from 0) of all devices. */
  page(page: number, urgent: boolean): Promise<JscDevice[]>;
  /** Sets the risk of up to 100 devices, or hands them back (`CLEAR`). */
  override(level: RaisedLevel | "CLEAR", guids: readonly string[], urgent: boolean): Promise<void>;
}

export interface JscLimits {
  rate: RateLimiter;
  budget(urgent: boolean): Promise<{ waitMs: number }>;
}

export function jscClient(
  upstream: Upstream,
  credentials: { applicationId: string; applicationSecret: string },
  limits: JscLimits,
  clock: Clock,
  signal: AbortSignal,
): JscClient {
  // Logins count against the limits too.
  const limited = async (call: Call, urgent: boolean): Promise<Answer> => {
    const { waitMs } = await limits.budget(urgent);
    if (waitMs > 0) {
      throw new UpstreamError("busy", "the day's calls to Jamf Security Cloud are used up", {
        where: `${call.method} ${call.path.split("?")[0]}`,
        retryAfterMs: waitMs,
      });
    }
    await limits.rate.acquire(urgent);
    try {
      return await upstream.call({ ...call, signal });
    } catch (error) {
      if (error instanceof UpstreamError && error.status === 429) {
        limits.rate.pause(error.retryAfterMs ?? 1000);
      }
      throw error;
    }
  };

  const basic = Buffer.from(`${credentials.applicationId}:${credentials.applicationSecret}`);
  const keeper = tokenKeeper(clock, async () => {
    const issuedAt = clock.now();
    const answer = await limited(
      {
        method: "POST",
        path: "/v1/login",
        headers: { authorization: `Basic ${basic.toString("base64")}` },
      },
      true,
    );
    const { token } = answerJson(loginSchema, answer, upstream.name);
    return { value: token, expiresAt: issuedAt + TOKEN_MS, lifetimeMs: TOKEN_MS };
  });

  // An expired token is answered with 403, not 401.
  const call = (request: Call, urgent: boolean) =>
    keeper.withToken(["unauthorised", "forbidden"], (token) =>
      limited(
        { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } },
        urgent,
      ),
    );
  const list = async (query: string, urgent: boolean): Promise<JscDevice[]> => {
    const answer = await call({ method: "GET", path: `/risk/v2/devices?${query}` }, urgent);
    return answerJson(devicesSchema, answer, upstream.name).userDeviceList.map((device) => ({
      guid: device.guid,
      udid: device.externalId?.toLowerCase() ?? null,
    }));
  };

  return {
    async lookup(udid, urgent) {
      const found = await list(`externalId=${encodeURIComponent(udid)}&pageSize=2`, urgent);
      return found.filter((device) => device.udid === null || device.udid === udid);
    },
    page: (page, urgent) => list(`page=${page}&pageSize=${JSC_PAGE}`, urgent),
    async override(level, guids, urgent) {
      // WANDERA gives the risk back to Jamf Security Cloud's own calculation; MANUAL would pin it for ever.
      const body =
        level === "CLEAR"
          ? { risk: "SECURE", source: "WANDERA", deviceIds: guids }
          : { risk: level, source: "MANUAL", deviceIds: guids };
      await call(
        {
          method: "PUT",
          path: "/risk/v1/override",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        },
        urgent,
      );
    },
  };
}
