import type { ControllerClient } from "../api/client.ts";
import { ControllerError } from "../api/errors.ts";
import { RESOURCES } from "../api/resources.ts";
import type { Bundle, PublishResource } from "./kinds.ts";
import { desiredObjects, PUBLISH_KINDS, PUBLISH_ORDER, sha256 } from "./kinds.ts";
import type { WiredResource } from "./plan-data.ts";
import { WIRED_RESOURCES } from "./plan-data.ts";
import type { Others } from "./references.ts";

/** An object on the Controller, whole, as the API gave it. */
export interface RemoteObject {
  id: string;
  name: string;
  notes: string;
  tags: string[];
  updated?: string | undefined;
  readOnly?: boolean | undefined;
  [field: string]: unknown;
}

/** What a planner must know of a Controller. Plain data, so that plans can be made from records as well. */
export interface RemoteState {
  controller: { url: string; apiVersion: number };
  objects: Readonly<Record<PublishResource, readonly RemoteObject[]>>;
  /** Texts of device scripts by id, for those that were downloaded. */
  deviceTexts: Readonly<Record<string, string>>;
  /** Names of secrets; undefined when the account may not see them. */
  secrets: readonly string[] | undefined;
  /** What scripts are connected to; a collection that the account may not see, or that was not read, is missing. */
  others?: Others;
  /** People who are signed in, by distinguished name; undefined when that was not asked for. */
  activeUsers?: readonly string[];
}

export interface ReadOptions {
  /** Asks every Gateway who is signed in, which is slow. */
  activeUsers?: boolean;
}

/** Reads all scripts and conditions of a Controller, and what is connected to them. Only reads. */
export async function readRemote(
  client: ControllerClient,
  bundle: Bundle,
  options: ReadOptions = {},
): Promise<RemoteState> {
  const apiVersion = await client.apiVersion();
  const [lists, others] = await Promise.all([
    Promise.all(
      PUBLISH_ORDER.map(async (kind) => {
        const { resource } = PUBLISH_KINDS[kind];
        return [resource, (await client.list(resource)) as RemoteObject[]] as const;
      }),
    ),
    readOthers(client, apiVersion),
  ]);
  const objects = Object.fromEntries(lists) as Record<PublishResource, RemoteObject[]>;
  return {
    controller: { url: client.url, apiVersion },
    objects,
    deviceTexts: await readDeviceTexts(client, bundle, objects["device-scripts"]),
    secrets: others.secrets?.map((secret) => secret.name),
    others,
    ...(options.activeUsers === true
      ? { activeUsers: (await client.activeSessions()).map((one) => one.distinguishedName) }
      : {}),
  };
}

/** An account that publishes scripts need not see what is around them; then less can be said about the reach of a change. */
async function readOthers(client: ControllerClient, apiVersion: number): Promise<Others> {
  const others: Partial<Record<WiredResource, RemoteObject[]>> = {};
  await Promise.all(
    Object.values(WIRED_RESOURCES).map(async (resource) => {
      if (apiVersion < RESOURCES[resource].since) return;
      try {
        others[resource] = (await client.list(resource)) as RemoteObject[];
      } catch (error) {
        if (!(error instanceof ControllerError && error.code === "not-allowed")) throw error;
      }
    }),
  );
  return others;
}

/** Downloads the device scripts that the bundle names and whose content differs: the API tells only a hash. */
async function readDeviceTexts(
  client: ControllerClient,
  bundle: Bundle,
  scripts: readonly RemoteObject[],
): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const desired of desiredObjects(bundle)) {
    if (desired.kind !== "device-claim") continue;
    for (const script of scripts) {
      const ours = script.id === desired.body.id || script.name === desired.row.name;
      if (!ours || script["checksumSha256"] === desired.fileSha256) continue;
      texts[script.id] = (await client.downloadDeviceScript(script.id)).bytes.toString("utf8");
    }
  }
  return texts;
}

const KEPT_BY_CONTROLLER = new Set(["created", "updated", "readOnly", "siteName", "details"]);

/** SHA-256, hex, of an object's content: equal before and after a read, whatever the order of its keys and tags. */
export function contentHash(object: RemoteObject): string {
  return sha256(canonical({ ...withoutOwn(object), tags: [...object.tags].sort() }));
}

/** An object without what the Controller keeps itself, ready to be sent back. */
export function withoutOwn(object: RemoteObject): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).filter(([field]) => !KEPT_BY_CONTROLLER.has(field)),
  );
}

/** JSON with sorted keys; absent and undefined are the same. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`);
    return `{${entries.join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
