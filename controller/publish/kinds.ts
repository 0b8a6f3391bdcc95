import { createHash } from "node:crypto";
import type { Manifest, ManifestRow } from "../../base/manifest.ts";
import type { ScriptKind } from "../../base/kinds.ts";
import type { EntityBody } from "../api/resources.ts";
import { objectId } from "./ids.ts";
import type { Mark } from "./ownership.ts";
import { ownerTag, writeNotes } from "./ownership.ts";

/** What is published: the manifest and the text of each artifact by its `file`. */
export interface Bundle {
  manifest: Manifest;
  texts: ReadonlyMap<string, string>;
}

interface PublishKind {
  /** Collection of the admin API. */
  resource:
    "criteria-scripts" | "conditions" | "entitlement-scripts" | "user-scripts" | "device-scripts";
  /** Fields beside name, notes and tags. */
  fields: (row: ManifestRow, text: string) => Record<string, unknown>;
}

const expression = (_row: ManifestRow, text: string) => ({ expression: text });

/** How each kind of script becomes an object; written in this order, so that what others may refer to comes first. */
export const PUBLISH_KINDS = {
  "device-claim": {
    resource: "device-scripts",
    fields: (row, text) => ({
      filename: row.device?.filename ?? row.file.split("/").at(-1) ?? row.name,
      file: Buffer.from(text, "utf8").toString("base64"),
    }),
  },
  criteria: { resource: "criteria-scripts", fields: expression },
  entitlement: {
    resource: "entitlement-scripts",
    fields: (row, text) => ({ expression: text, type: row.type ?? "host" }),
  },
  "user-claim": { resource: "user-scripts", fields: expression },
  condition: {
    resource: "conditions",
    fields: (row, text) => ({
      expression: text,
      repeatSchedules: row.condition?.repeatSchedules ?? [],
      remedyLogic: row.condition?.remedyLogic ?? "and",
      remedyMethods: row.condition?.remedyMethods ?? [],
    }),
  },
} as const satisfies Record<ScriptKind, PublishKind>;

export const PUBLISH_ORDER = Object.keys(PUBLISH_KINDS) as ScriptKind[];
export type PublishResource = (typeof PUBLISH_KINDS)[ScriptKind]["resource"];

/** One object as the bundle wants it. */
export interface Desired {
  kind: ScriptKind;
  resource: PublishResource;
  row: ManifestRow;
  text: string;
  /** SHA-256, hex, of the whole text. */
  fileSha256: string;
  /** What the machine line of its notes says, its connections left out. */
  mark: Mark;
  /** Our fields, to be sent. */
  body: EntityBody & { id: string; notes: string; tags: string[] };
}

/** The objects that a bundle wants, in the order in which they are written. */
export function desiredObjects(bundle: Bundle): Desired[] {
  const { name, version } = bundle.manifest.bundle;
  return PUBLISH_ORDER.flatMap((kind) =>
    bundle.manifest.scripts
      .filter((row) => row.kind === kind)
      .map((row): Desired => {
        const text = bundle.texts.get(row.file);
        if (text === undefined) throw new TypeError(`the bundle has no text for ${row.file}`);
        const { resource, fields } = PUBLISH_KINDS[kind];
        const fileSha256 = sha256(text);
        const mark = {
          bundle: name,
          version,
          sha256: row.sha256,
          ...(kind === "device-claim" ? { file: fileSha256 } : {}),
        };
        const tags = [...row.tags.map((tag) => tag.toLowerCase()), ownerTag(name)];
        return {
          kind,
          resource,
          row,
          text,
          fileSha256,
          mark,
          body: {
            id: objectId(name, kind, row.name),
            name: row.name,
            notes: writeNotes(row.notes, mark),
            tags: [...new Set(tags)].sort(),
            ...fields(row, text),
          },
        };
      }),
  );
}

export function sha256(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("hex");
}
