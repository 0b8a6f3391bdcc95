import type { ScriptKind } from "../../base/kinds.ts";
import type { ControllerClient } from "../api/client.ts";
import { ControllerError } from "../api/errors.ts";
import { PUBLISH_KINDS } from "../publish/kinds.ts";
import type { RemoteObject } from "../publish/remote.ts";

/** What a Controller has of some kinds of script. */
export interface Scripts {
  objects: Readonly<Partial<Record<ScriptKind, readonly RemoteObject[]>>>;
  /** Files of device scripts by id. */
  files: Readonly<Record<string, { filename: string; bytes: Buffer }>>;
  /** Undefined when the account may not see them. */
  providers: readonly RemoteObject[] | undefined;
}

/** Downloads at a time. */
const AT_ONCE = 4;

/** Reads scripts and conditions with their whole texts. Only reads. */
export async function readScripts(
  client: ControllerClient,
  kinds: readonly ScriptKind[],
): Promise<Scripts> {
  const lists = await Promise.all(
    kinds.map(
      async (kind) =>
        [kind, (await client.list(PUBLISH_KINDS[kind].resource)) as RemoteObject[]] as const,
    ),
  );
  const objects = Object.fromEntries(lists) as Scripts["objects"];
  const devices = objects["device-claim"] ?? [];
  const files: Record<string, { filename: string; bytes: Buffer }> = {};
  for (let from = 0; from < devices.length; from += AT_ONCE) {
    await Promise.all(
      devices.slice(from, from + AT_ONCE).map(async ({ id }) => {
        files[id] = await client.downloadDeviceScript(id);
      }),
    );
  }
  return {
    objects,
    files,
    providers: devices.length === 0 ? [] : await providersOf(client),
  };
}

/** They tell how a device script becomes a claim; an account that may not see them can do without. */
async function providersOf(client: ControllerClient): Promise<RemoteObject[] | undefined> {
  try {
    return (await client.list("identity-providers")) as RemoteObject[];
  } catch (error) {
    if (error instanceof ControllerError && error.code === "not-allowed") return undefined;
    throw error;
  }
}
