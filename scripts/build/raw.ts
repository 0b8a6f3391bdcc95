import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ENTITLEMENT_TYPES, KIND_FOLDERS, SCRIPT_KINDS } from "../../base/kinds.ts";
import type { ScriptKind } from "../../base/kinds.ts";
import { manifestRowSchema, splitBanner, whenUnavailableSchema } from "../../base/manifest.ts";
import type { ManifestRow } from "../../base/manifest.ts";
import { checkSyntax } from "../../sandbox-shim/gate/check.ts";
import type { BuiltScript } from "./build.ts";
import { sha256 } from "./finish.ts";
import { codeFrame, compareText } from "./problem.ts";
import type { Problem } from "./problem.ts";

/**
 * Raw scripts: text that somebody wrote for the appliance, kept byte for byte. `<name>.raw.js` (or .sh, .ps1 ... for
 * device-claim scripts) holds the text and `<name>.meta.json` beside it what the Controller is told with it.
 * `sdpx pull` writes them. Nothing is added to the text, no banner either.
 */
export interface RawSource {
  kind: ScriptKind;
  stem: string;
  /** The text's file, relative to the root. */
  file: string;
  metaFile: string;
  extension: string;
  text: string;
  metaText: string;
}

const RAW_FILE = /^(.+)\.raw\.([A-Za-z0-9]+)$/;
const META_FILE = /^(.+)\.meta\.json$/;
const SECRET = /%SECRET:([^%\s]+)%/g;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const common = {
  /** The object's name on the Controller; any text, since hand-written objects are named as they are. */
  name: z.string().min(1),
  notes: z.string().default(""),
  tags: z.array(z.string()).default([]),
  /** What `sdpx pull` wrote: the object's id and hashes of text and metadata, to tell an edit from an old copy. */
  pulled: z.strictObject({ id: z.string(), text: hash, meta: hash }).optional(),
};
const sandboxed = { ...common, whenUnavailable: whenUnavailableSchema.optional() };
const condition = manifestRowSchema.shape.condition.unwrap().shape;
const device = manifestRowSchema.shape.device.unwrap().shape;

/** Metadata of raw scripts by kind. */
export const RAW_META = {
  criteria: z.strictObject(sandboxed),
  "user-claim": z.strictObject(sandboxed),
  entitlement: z.strictObject({ ...sandboxed, type: z.enum(ENTITLEMENT_TYPES).default("host") }),
  condition: z.strictObject({
    ...sandboxed,
    repeatSchedules: condition.repeatSchedules.default([]),
    remedyLogic: condition.remedyLogic.default("and"),
    remedyMethods: condition.remedyMethods.default([]),
  }),
  "device-claim": z.strictObject({
    ...common,
    filename: device.filename.min(1),
    /** Empty for a script that no identity provider maps to a claim. */
    claimName: device.claimName.default(""),
    platform: device.platform.default(""),
    args: device.args.default(""),
  }),
} as const satisfies Record<ScriptKind, z.ZodType>;
type RawMetaOf = { [K in ScriptKind]: { kind: K } & z.output<(typeof RAW_META)[K]> };
export type RawMeta = RawMetaOf[ScriptKind];

/** Bytes as text; undefined when they are not UTF-8, which could not be written back the same. */
export function exactText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Finds the raw scripts below a root, in the order of kind and file. A text without metadata, or the reverse, is a problem. */
export async function discoverRaw(
  root: string,
): Promise<{ sources: RawSource[]; problems: Problem[] }> {
  const sources: RawSource[] = [];
  const problems: Problem[] = [];
  for (const kind of SCRIPT_KINDS) {
    const folder = KIND_FOLDERS[kind];
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    const texts = names.flatMap((name) => {
      const [, stem, extension] = RAW_FILE.exec(name) ?? [];
      return stem === undefined || extension === undefined ? [] : [{ name, stem, extension }];
    });
    for (const name of names) {
      const stem = META_FILE.exec(name)?.[1];
      if (stem === undefined || texts.some((one) => one.stem === stem)) continue;
      problems.push({
        file: `${folder}/${name}`,
        message: "there is metadata of a raw script, but no text beside it",
        fix: `put ${stem}.raw.js back, or remove ${name} too`,
      });
    }
    for (const { name, stem, extension } of texts.sort((a, b) => compareText(a.name, b.name))) {
      const file = `${folder}/${name}`;
      const metaFile = `${folder}/${stem}.meta.json`;
      const bytes = await readFile(join(root, file));
      const metaText = names.includes(`${stem}.meta.json`)
        ? await readFile(join(root, metaFile), "utf8")
        : undefined;
      const text = exactText(bytes);
      if (metaText === undefined) {
        problems.push({
          file,
          message: "there is no metadata beside this raw script",
          fix: `write ${metaFile}: { "name": "<its name on the Controller>" }`,
        });
      } else if (text === undefined) {
        problems.push({ file, message: "its text is not UTF-8", fix: "save it as UTF-8" });
      } else sources.push({ kind, stem, file, metaFile, extension, text, metaText });
    }
  }
  return { sources, problems };
}

/** Reads the metadata of a raw script. */
export function readRawMeta(
  source: Pick<RawSource, "kind" | "metaFile" | "metaText">,
): RawMeta | Problem {
  let value: unknown;
  try {
    value = JSON.parse(source.metaText);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { file: source.metaFile, message: `this is not JSON: ${reason}`, fix: "correct it" };
  }
  const parsed = RAW_META[source.kind].safeParse(value);
  if (parsed.success) return { kind: source.kind, ...parsed.data } as RawMeta;
  const found = parsed.error.issues.map((issue) => {
    const path = issue.path.map(String).join(".");
    return path === "" ? issue.message : `${path}: ${issue.message}`;
  });
  return {
    file: source.metaFile,
    message: `the metadata is wrong: ${found.join("; ")}`,
    fix: "correct the listed fields, or pull the script again",
  };
}

/** What the sandbox of the appliance says to the text; a raw script may be older than any of our rules. */
export function rawFindings(source: RawSource): Problem[] {
  if (source.kind === "device-claim") return [];
  return checkSyntax(source.text).map((found) => ({
    file: source.file,
    line: found.line,
    column: found.column,
    message: `this does not run on the appliance: ${found.message}`,
    fix: found.instead,
    frame: codeFrame(source.text, found.line, found.column),
  }));
}

/** The artifact of a raw script: the text as it is. */
export function buildRaw(source: RawSource, meta: RawMeta): BuiltScript {
  const { kind, file, stem, extension, text } = source;
  const own = ownFields(meta);
  const secrets = [...text.matchAll(SECRET)].map(([, name = ""]) => name);
  const when = "whenUnavailable" in meta ? meta.whenUnavailable : undefined;
  const row: ManifestRow = {
    kind,
    name: meta.name,
    ...(meta.kind === "entitlement" ? { type: meta.type } : {}),
    file: `${kind}/${stem}.${extension}`,
    source: file,
    raw: true,
    // A text that another bundle published has a banner, which takes no part in comparisons here either.
    sha256: sha256(splitBanner(text).body),
    bytes: Buffer.byteLength(text),
    notes: meta.notes,
    tags: meta.tags,
    secrets: kind === "device-claim" ? [] : [...new Set(secrets)].sort(compareText),
    ...(when === undefined ? {} : { whenUnavailable: when }),
    ...own,
  };
  return { row, text };
}

function ownFields(meta: RawMeta): Partial<ManifestRow> {
  if (meta.kind === "condition") {
    const { repeatSchedules, remedyLogic, remedyMethods } = meta;
    return { condition: { repeatSchedules, remedyLogic, remedyMethods } };
  }
  if (meta.kind === "device-claim") {
    const { filename, claimName, platform, args } = meta;
    return { device: { filename, claimName, platform, args } };
  }
  return {};
}
