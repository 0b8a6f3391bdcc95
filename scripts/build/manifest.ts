import { MANIFEST_VERSION } from "../../base/manifest.ts";
import type { Manifest, ManifestRow } from "../../base/manifest.ts";
import { SCRIPT_KINDS } from "../../base/kinds.ts";
import type { Source } from "./discover.ts";
import { sha256 } from "./finish.ts";
import type { ScriptMeta } from "./meta.ts";
import { artifactStem, NAME_RULES } from "./names.ts";
import { compareText } from "./problem.ts";

/** Name of the manifest's file in the output folder. */
export const MANIFEST_FILE = "manifest.json";

/** The object's name on the Controller. */
export function scriptName(source: Source, meta: ScriptMeta): string {
  return meta.name ?? NAME_RULES[source.kind].fromFile(source.stem);
}

/** Path of the artifact in the output folder. */
export function artifactFile(source: Source, name: string): string {
  return `${source.kind}/${artifactStem(name)}.${source.shell?.extension ?? "js"}`;
}

/** The fields of a row that only some kinds have. */
function ownFields(source: Source, meta: ScriptMeta): Partial<ManifestRow> {
  switch (meta.kind) {
    case "criteria":
    case "user-claim":
      return {};
    case "entitlement":
      return { type: meta.type };
    case "condition": {
      const { repeatSchedules, remedyLogic, remedyMethods } = meta;
      return { condition: { repeatSchedules, remedyLogic, remedyMethods } };
    }
    case "device-claim": {
      const { claimName, platform, args } = meta;
      const filename = `${source.stem}.${source.shell?.extension ?? "sh"}`;
      return { device: { filename, claimName, platform, args } };
    }
  }
}

/** One row of the manifest. Keys stand in the order in which they are written. */
export function manifestRow(
  source: Source,
  meta: ScriptMeta,
  built: { text: string; body: string; secrets: string[] },
): ManifestRow {
  const name = scriptName(source, meta);
  const { type, ...own } = ownFields(source, meta);
  const when = "whenUnavailable" in meta ? meta.whenUnavailable : undefined;
  return {
    kind: source.kind,
    name,
    ...(type === undefined ? {} : { type }),
    file: artifactFile(source, name),
    source: source.file,
    sha256: sha256(built.body),
    bytes: Buffer.byteLength(built.text),
    notes: meta.notes,
    tags: meta.tags,
    secrets: built.secrets,
    ...(when === undefined ? {} : { whenUnavailable: when }),
    ...own,
  };
}

/** Rows in the order of kind and name, under the bundle's own name, version and hash. */
export function assembleManifest(
  bundle: { name: string; version: string },
  rows: readonly ManifestRow[],
): Manifest {
  const order = (row: ManifestRow) => SCRIPT_KINDS.indexOf(row.kind);
  const scripts = [...rows].sort((a, b) => order(a) - order(b) || compareText(a.name, b.name));
  // Where a script lies in the repository changes nothing on a Controller.
  const lines = scripts.map(
    ({ file: _file, source: _source, bytes: _bytes, ...row }) => `${JSON.stringify(row)}\n`,
  );
  return {
    manifestVersion: MANIFEST_VERSION,
    bundle: { ...bundle, sha256: sha256(lines.join("")) },
    scripts,
  };
}

/** The bytes of `manifest.json`. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
