import { z } from "zod";
import type { Clock } from "../../../base/clock.ts";
import type { InventoryRecord } from "../../model/observation.ts";
import { answerJson, type Upstream } from "../../upstream/call.ts";
import { UpstreamError } from "../../upstream/errors.ts";
import { tokenKeeper } from "../../upstream/token.ts";
import { inventoryPageSchema, inventoryRecord, SECTIONS } from "./inventory.ts";

/**
 * Where computers-inventory may live, best first: v3 from 11.x on, v4 once v3 is gone (it is deprecated since 11.30),
 * v1 on older servers. The first that does not answer 404 is kept.
 */
const INVENTORY_PATHS = [
  "/api/v3/computers-inventory",
  "/api/v4/computers-inventory",
  "/api/v1/computers-inventory",
] as const;

const MEMBERSHIP_PATH = "/api/v2/computer-groups/smart-group-membership";

/** Ids in one filter: the URL stays under 4 KiB, which every proxy accepts. */
const IDS_PER_CALL = 100;

const tokenSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
});
const membershipSchema = z.object({
  members: z.array(z.union([z.number(), z.string()]).transform(String)),
});

export interface InventoryPage {
  totalCount: number;
  /** Number of records on the page, those without a serial number included. */
  count: number;
  records: InventoryRecord[];
}

/** The part of the Jamf Pro API that the cache uses. Every method may throw {@link UpstreamError}. */
export interface JamfClient {
  /** Jamf ids of a smart group's members. `not-found` when there is no such group. */
  groupMembers(groupId: string): Promise<ReadonlySet<string>>;
  /** Records of computers by Jamf id; an id that Jamf Pro does not know is missing from the answer. */
  inventory(jamfIds: readonly string[]): Promise<Map<string, InventoryRecord>>;
  /** One page (from 0) of all computers, sorted by id. */
  inventoryPage(page: number, pageSize: number): Promise<InventoryPage>;
}

export interface JamfCredentials {
  clientId: string;
  clientSecret: string;
}

/**
 * A client with OAuth client credentials (`POST /api/oauth/token`). The number of connections at a time is the
 * upstream's affair; Jamf asks for five at most.
 */
export function jamfClient(
  upstream: Upstream,
  credentials: JamfCredentials,
  clock: Clock,
  signal: AbortSignal,
): JamfClient {
  const keeper = tokenKeeper(clock, async () => {
    const issuedAt = clock.now();
    const answer = await upstream.call({
      method: "POST",
      path: "/api/oauth/token",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: credentials.clientId,
        client_secret: credentials.clientSecret,
      }).toString(),
      signal,
    });
    const token = answerJson(tokenSchema, answer, upstream.name);
    const lifetimeMs = token.expires_in * 1000;
    return { value: token.access_token, expiresAt: issuedAt + lifetimeMs, lifetimeMs };
  });

  const get = <T extends z.ZodType>(schema: T, path: string): Promise<z.output<T>> =>
    keeper.withToken(["unauthorised"], async (token) => {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await upstream.call({ method: "GET", path, headers, signal });
      return answerJson(schema, answer, upstream.name);
    });

  let inventoryPath: string | undefined;
  const getInventory = async (query: string) => {
    const candidates = inventoryPath === undefined ? INVENTORY_PATHS : [inventoryPath];
    for (const path of candidates) {
      try {
        const page = await get(inventoryPageSchema, `${path}?${query}`);
        inventoryPath = path;
        return page;
      } catch (error) {
        if (!(error instanceof UpstreamError) || error.failure !== "not-found") throw error;
        // An upgrade may have taken the version away: look again, from the start, next time.
        inventoryPath = undefined;
      }
    }
    throw new UpstreamError("not-found", `${upstream.name} has no computers-inventory API`, {
      where: candidates.join(", "),
    });
  };
  const sections = SECTIONS.map((section) => `section=${section}`).join("&");

  return {
    async groupMembers(groupId) {
      const path = `${MEMBERSHIP_PATH}/${encodeURIComponent(groupId)}`;
      return new Set((await get(membershipSchema, path)).members);
    },
    async inventory(jamfIds) {
      const chunks: string[][] = [];
      for (let at = 0; at < jamfIds.length; at += IDS_PER_CALL) {
        chunks.push(jamfIds.slice(at, at + IDS_PER_CALL));
      }
      const pages = await Promise.all(
        chunks.map((chunk) => {
          const filter = encodeURIComponent(`id=in=(${chunk.join(",")})`);
          return getInventory(
            `${sections}&filter=${filter}&sort=id:asc&page=0&page-size=${IDS_PER_CALL}`,
          );
        }),
      );
      const records = pages.flatMap((page) => page.results.map(inventoryRecord));
      return new Map(
        records.flatMap((record) => (record === null ? [] : [[record.jamfId, record] as const])),
      );
    },
    async inventoryPage(page, pageSize) {
      const { totalCount, results } = await getInventory(
        `${sections}&sort=id:asc&page=${page}&page-size=${pageSize}`,
      );
      const records = results.map(inventoryRecord).filter((record) => record !== null);
      return { totalCount, count: results.length, records };
    },
  };
}
