import { realpath } from "node:fs/promises";
import { relative, sep } from "node:path";
import { SdpxError } from "../../base/errors.ts";
import { readTextFile } from "../../base/json.ts";
import { KIND_FOLDERS, SCRIPT_KINDS } from "../../base/kinds.ts";
import type { ScriptKind } from "../../base/kinds.ts";
import type { Manifest, ManifestRow } from "../../base/manifest.ts";
import { checkSyntax } from "../../sandbox-shim/gate/check.ts";
import { readBundleName } from "../config/bundle.ts";
import type { BundleName } from "../config/bundle.ts";
import { checkSources } from "./check.ts";
import { shellProblems } from "./device.ts";
import { discover, readScript, resolveRoot } from "./discover.ts";
import type { Source } from "./discover.ts";
import { bundle } from "./emit.ts";
import { finishBody, withBanner, withShellBanner } from "./finish.ts";
import {
  artifactFile,
  assembleManifest,
  MANIFEST_FILE,
  manifestRow,
  manifestText,
  scriptName,
} from "./manifest.ts";
import { readMetas } from "./meta.ts";
import type { ScriptMeta } from "./meta.ts";
import { nameFault } from "./names.ts";
import { codeFrame, problemsError, sortProblems } from "./problem.ts";
import type { Problem } from "./problem.ts";
import { buildRaw, discoverRaw, rawFindings, readRawMeta } from "./raw.ts";
import type { RawSource } from "./raw.ts";

/** What a build made, in memory. With problems the manifest and the files lack what has them: do not write it. */
export interface Bundle {
  manifest: Manifest;
  /** Text by path in the output folder: the artifacts, and manifest.json. */
  files: Map<string, string>;
  /** In the order of file and position; empty when the build is good. */
  problems: Problem[];
  /** What the appliance would not run in raw scripts: they are published as they are, so it stops nothing. */
  warnings: Problem[];
}

/** One built script. */
export interface BuiltScript {
  row: ManifestRow;
  /** The artifact, banner included. */
  text: string;
}

/** Names that do not fit their kind. Raw scripts keep the names that they have. */
function nameProblems(
  sources: readonly Source[],
  metas: ReadonlyMap<string, ScriptMeta>,
): Problem[] {
  return sources.flatMap((source) => {
    const meta = metas.get(source.file);
    const fault = meta && nameFault(source.kind, scriptName(source, meta));
    const fix = "set `name` in meta, or rename the file";
    return fault === undefined ? [] : [{ file: source.file, message: fault, fix }];
  });
}

interface Named {
  kind: ScriptKind;
  name: string;
  /** Path of the artifact. */
  artifact: string;
  source: string;
}

function namesOf(
  sources: readonly Source[],
  metas: ReadonlyMap<string, ScriptMeta>,
  raw: readonly BuiltScript[],
): Named[] {
  const built = sources.flatMap((source) => {
    const meta = metas.get(source.file);
    if (meta === undefined) return [];
    const name = scriptName(source, meta);
    const artifact = artifactFile(source, name);
    return [{ kind: source.kind, name, artifact, source: source.file }];
  });
  const kept = raw.map(({ row }) => ({ ...row, artifact: row.file }));
  return [...built, ...kept];
}

/** Pairs that a file system or a Controller could not tell apart. */
function twinProblems(names: readonly Named[]): Problem[] {
  const problems: Problem[] = [];
  const taken = new Map<string, string>();
  for (const { kind, name, artifact, source } of names) {
    const file = artifact.toLowerCase().replace(/\.\w+$/, "");
    const keys = [`file ${file}`, `name ${kind}/${name}`];
    const other = keys.map((key) => taken.get(key)).find((one) => one !== undefined);
    for (const key of keys) taken.set(key, other ?? source);
    if (other === undefined) continue;
    problems.push({
      file: source,
      message: `${kind} "${name}" exists twice: ${other} has the same name`,
      fix: "set another `name` in meta (names that differ only in case count as the same)",
    });
  }
  return problems;
}

function secretProblems(
  source: Source,
  declared: readonly string[],
  used: readonly string[],
): Problem[] {
  const undeclared = used.filter((name) => !declared.includes(name));
  const unused = declared.filter((name) => !used.includes(name));
  return [
    ...undeclared.map((name) => ({
      file: source.file,
      message: `the script uses the secret ${name}, which meta.secrets does not list`,
      fix: `add "${name}" to meta.secrets`,
    })),
    ...unused.map((name) => ({
      file: source.file,
      message: `meta.secrets lists ${name}, which the script does not use`,
      fix: `take "${name}" out of meta.secrets`,
    })),
  ];
}

/** The text as it would be uploaded, put before the same gate as an admin's own expressions. */
function gateProblems(source: Source, text: string): Problem[] {
  return checkSyntax(text).map((found) => ({
    file: source.file,
    message: `its emitted text does not run on the appliance: ${found.message}`,
    fix: found.instead,
    frame: codeFrame(text, found.line, found.column),
  }));
}

function finishScript(
  source: Source,
  meta: ScriptMeta,
  bundled: string,
  name: BundleName,
): BuiltScript | Problem[] {
  const facts = { script: `${source.kind}/${scriptName(source, meta)}`, bundle: name };
  if (meta.kind === "device-claim" || source.shell !== undefined) {
    const body = source.shell?.text ?? "";
    const text = withShellBanner(facts, body);
    return { row: manifestRow(source, meta, { text, body, secrets: [] }), text };
  }
  let finished: ReturnType<typeof finishBody>;
  try {
    finished = finishBody(bundled);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const found = gateProblems(source, bundled);
    const message = `its emitted text is not ES5: ${error.message}`;
    return found.length > 0 ? found : [{ file: source.file, message }];
  }
  const { body, secrets } = finished;
  const text = withBanner(facts, body);
  const problems = [
    ...secretProblems(source, meta.secrets, secrets),
    ...gateProblems(source, text),
  ];
  return problems.length > 0
    ? problems
    : { row: manifestRow(source, meta, { text, body, secrets }), text };
}

/** Raw scripts as they are, and what is wrong with their metadata. */
function buildRaws(sources: readonly RawSource[]): { built: BuiltScript[]; problems: Problem[] } {
  const built: BuiltScript[] = [];
  const problems: Problem[] = [];
  for (const source of sources) {
    const meta = readRawMeta(source);
    if ("message" in meta) problems.push(meta);
    else built.push(buildRaw(source, meta));
  }
  return { built, problems };
}

async function buildSources(
  root: string,
  name: BundleName,
  sources: readonly Source[],
  raws: readonly BuiltScript[] = [],
): Promise<{ built: BuiltScript[]; problems: Problem[] }> {
  const problems = [
    ...checkSources(root, sources),
    ...sources.filter(({ kind }) => kind === "device-claim").flatMap(shellProblems),
  ];
  const files = new Set(sources.map(({ file }) => file));
  const isShared = ({ file }: Problem) => !files.has(file);
  if (problems.some(isShared)) return { built: [], problems };

  // What is well formed goes on, so that one run tells all that is wrong.
  const faulty = new Set(problems.map(({ file }) => file));
  const sound = sources.filter(({ file }) => !faulty.has(file));
  const { metas, problems: metaProblems } = await readMetas(root, sound);
  problems.push(...metaProblems, ...nameProblems(sound, metas));
  problems.push(...twinProblems(namesOf(sound, metas, raws)));
  const sandboxed = sound.filter(({ kind, file }) => kind !== "device-claim" && metas.has(file));
  const { texts, problems: bundleProblems } = await bundle(root, sandboxed);
  problems.push(...bundleProblems);

  const built: BuiltScript[] = [];
  if (bundleProblems.length > 0) return { built, problems };
  for (const source of sound) {
    const meta = metas.get(source.file);
    if (meta === undefined) continue;
    const result = finishScript(source, meta, texts.get(source.file) ?? "", name);
    if (Array.isArray(result)) problems.push(...result);
    else built.push(result);
  }
  return { built, problems };
}

/**
 * Builds every script below a root, in memory. The bytes follow from the sources alone.
 * @param options.strict counts what the appliance would not run in raw scripts as problems too
 * @throws SdpxError `file-missing`, `bad-json`, `bad-input` for the root folder and its package.json; everything
 * that is wrong with a script is a problem of the result
 */
export async function buildBundle(options: { root: string; strict?: boolean }): Promise<Bundle> {
  const root = await resolveRoot(options.root);
  const name = await readBundleName(root);
  const sources = await discover(root);
  const found = await discoverRaw(root);
  const raw = buildRaws(found.sources);
  const made = await buildSources(root, name, sources, raw.built);
  const built = [...made.built, ...raw.built];
  const findings = found.sources.flatMap(rawFindings);
  const problems = [...made.problems, ...found.problems, ...raw.problems];
  if (options.strict) problems.push(...findings);
  const manifest = assembleManifest(
    name,
    built.map(({ row }) => row),
  );
  const files = new Map(built.map(({ row, text }) => [row.file, text]));
  files.set(MANIFEST_FILE, manifestText(manifest));
  const warnings = options.strict ? [] : sortProblems(findings);
  return { manifest, files, problems: sortProblems(problems), warnings };
}

/** The kind of a file by the folder that it lies in; `file` is relative to the root. */
function kindOf(file: string): ScriptKind | undefined {
  return SCRIPT_KINDS.find((kind) => file.startsWith(`${KIND_FOLDERS[kind]}/`));
}

/**
 * Builds one script, for trying it out.
 * @param root the folder that holds the script folders and lib/
 * @param sourceFile absolute, or relative to the current folder
 * @throws SdpxError `bad-script` with all problems, `bad-option` when the file lies in no script folder
 */
export async function buildOne(root: string, sourceFile: string): Promise<BuiltScript> {
  const top = await resolveRoot(root);
  await readTextFile(sourceFile, "script");
  const file = relative(top, await realpath(sourceFile))
    .split(sep)
    .join("/");
  const kind = kindOf(file);
  if (kind === undefined) {
    throw new SdpxError("bad-option", "the script lies in none of the script folders", {
      where: sourceFile,
      fix: `move it into one of ${Object.values(KIND_FOLDERS).join(", ")} below ${root}; its folder tells its kind`,
    });
  }
  const source = await readScript(top, kind, file);
  const { built, problems } = await buildSources(top, await readBundleName(top), [source]);
  const [one] = built;
  if (problems.length > 0 || one === undefined) throw problemsError(problems);
  return one;
}
