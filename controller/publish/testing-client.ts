import type { ControllerClient } from "../api/client.ts";
import { ControllerError } from "../api/errors.ts";
import { sha256 } from "./kinds.ts";
import type { RemoteObject } from "./remote.ts";

/** For the tests of this room: a Controller in memory, as far as publishing asks it. */

export interface MemoryController {
  client: ControllerClient;
  /** Objects by collection and id, as they are kept: with contents of files and values of secrets. */
  objects: Map<string, Map<string, RemoteObject>>;
  /** Writes so far, such as `POST conditions`. */
  writes: string[];
  /** Puts an object as it is. */
  put(resource: string, object: Partial<RemoteObject> & { id: string; name: string }): void;
}

const HIDDEN: Readonly<Record<string, readonly string[]>> = {
  "device-scripts": ["file"],
  secrets: ["secret"],
};
/** Fields that the server fills in, as the client's schemas give them. */
const DEFAULTS: Readonly<Record<string, Record<string, unknown>>> = {
  "entitlement-scripts": { type: "host" },
  conditions: { repeatSchedules: [], remedyLogic: "and", remedyMethods: [] },
  policies: { disabled: false, entitlements: [], entitlementLinks: [], type: "Mixed" },
  entitlements: { conditionLogic: "and", conditions: [], actions: [], appShortcutScripts: [] },
  "identity-providers": { userScripts: [], onDemandClaimMappings: [] },
};

export function memoryController(url = "https://memory.example:8443/admin"): MemoryController {
  const objects = new Map<string, Map<string, RemoteObject>>();
  const writes: string[] = [];
  let time = 1_700_000_000_000_000;
  const of = (resource: string) => {
    const kept = objects.get(resource) ?? new Map<string, RemoteObject>();
    objects.set(resource, kept);
    return kept;
  };
  const fail = (status: number, code: "not-found" | "already-exists" | "remote-refused") =>
    new ControllerError(code, `HTTP ${status}`, status, { where: url });
  const shown = (resource: string, object: RemoteObject): RemoteObject => {
    const hidden = HIDDEN[resource] ?? [];
    const seen = Object.entries(structuredClone(object)).filter(
      ([field]) => !hidden.includes(field),
    );
    return Object.fromEntries(seen) as RemoteObject;
  };
  const keep = (resource: string, body: Record<string, unknown>, previous?: RemoteObject) => {
    const sent = Object.fromEntries(Object.entries(body).filter(([, one]) => one !== undefined));
    const kept: RemoteObject = {
      ...structuredClone(DEFAULTS[resource] ?? {}),
      notes: "",
      tags: [],
      ...Object.fromEntries((HIDDEN[resource] ?? []).map((field) => [field, previous?.[field]])),
      ...structuredClone(sent),
      id: String(body["id"]),
      name: String(body["name"]),
      created: previous?.["created"] ?? String(time),
      updated: String((time += 1)),
    };
    if (resource === "device-scripts")
      kept["checksumSha256"] = sha256(Buffer.from(String(kept["file"] ?? ""), "base64"));
    for (const other of of(resource).values())
      if (other.name === kept.name && other.id !== kept.id) throw fail(422, "remote-refused");
    of(resource).set(kept.id, kept);
    return kept;
  };
  const known = (resource: string, id: string) => {
    const found = of(resource).get(id);
    if (found === undefined) throw fail(404, "not-found");
    return found;
  };
  const client = {
    url,
    apiVersion: async () => 23,
    list: async (resource: string) =>
      [...of(resource).values()].map((object) => shown(resource, object)),
    find: async (resource: string, id: string) => {
      const found = of(resource).get(id);
      return found && shown(resource, found);
    },
    get: async (resource: string, id: string) => shown(resource, known(resource, id)),
    create: async (resource: string, body: Record<string, unknown>) => {
      writes.push(`POST ${resource}`);
      if (of(resource).has(String(body["id"]))) throw fail(409, "already-exists");
      return shown(resource, keep(resource, body));
    },
    update: async (resource: string, id: string, body: Record<string, unknown>) => {
      writes.push(`PUT ${resource}`);
      return shown(resource, keep(resource, { ...body, id }, known(resource, id)));
    },
    delete: async (resource: string, id: string) => {
      writes.push(`DELETE ${resource}`);
      known(resource, id);
      of(resource).delete(id);
    },
    downloadDeviceScript: async (id: string) => {
      const { name, filename, file } = known("device-scripts", id);
      return { name, filename: String(filename), bytes: Buffer.from(String(file), "base64") };
    },
    activeSessions: async () => [],
    close: async () => undefined,
  };
  return {
    client: client as unknown as ControllerClient,
    objects,
    writes,
    put: (resource, object) => void keep(resource, object),
  };
}
