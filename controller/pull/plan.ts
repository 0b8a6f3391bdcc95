import { KIND_FOLDERS, SCRIPT_KINDS } from "../../base/kinds.ts";
import type { ScriptKind } from "../../base/kinds.ts";
import { sha256 } from "../publish/kinds.ts";
import type { RemoteObject } from "../publish/remote.ts";
import { canonical } from "../publish/remote.ts";
import { chooseStems, matchesGlob } from "./names.ts";
import type { Scripts } from "./read.ts";
import { keep } from "./script.ts";
import type { KeptScript } from "./script.ts";

/** A raw script as it lies in the repository. */
export interface LocalRaw {
  kind: ScriptKind;
  stem: string;
  /** Relative to the root; either may be missing. */
  textFile?: string;
  /** SHA-256, hex, of its bytes. */
  textSha?: string;
  /** Parsed metadata; undefined when it is missing or no JSON object. */
  meta?: Readonly<Record<string, unknown>>;
}

/** What the repository has already. */
export interface LocalState {
  /** Name of the bundle, as package.json has it. */
  bundle: string;
  raws: readonly LocalRaw[];
  /** Scripts that are built from TypeScript. */
  built: readonly { kind: ScriptKind; name: string; source: string }[];
  /** Stems of all files and folders, by kind: no new script may take the cases of another. */
  stems: Readonly<Record<ScriptKind, readonly string[]>>;
}

export interface PullOptions {
  /** All when left out. */
  kinds?: readonly ScriptKind[];
  /** Name pattern with `*` and `?`; all when left out. */
  name?: string;
  /** Replaces files that were changed here. */
  force?: boolean;
}

/** One script and what is done about its files. Paths are relative to the root, with forward slashes. */
export interface PullItem {
  kind: ScriptKind;
  id: string;
  name: string;
  textFile: string;
  metaFile: string;
  casesFile: string;
  text: string;
  metaText: string;
  /**
   * `new`, `update`: the files are written. `same`: nothing to do. `ahead`: only the files here changed since the last pull.
   * `conflict`: they changed here and there. `force`: files that were changed here are replaced.
   */
  how: "new" | "update" | "same" | "ahead" | "conflict" | "force";
}

export interface PullPlan {
  items: PullItem[];
  /** Objects that are left alone, and why. */
  skipped: { kind: ScriptKind; id: string; name: string; reason: string }[];
}

/** Whether the item's files are to be written. */
export function isWritten({ how }: PullItem): boolean {
  return how === "new" || how === "update" || how === "force";
}

/**
 * What `sdpx pull` writes. Pure. A file that was changed since it was pulled is never replaced unless forced, and no file is
 * ever removed.
 */
export function planPull(scripts: Scripts, local: LocalState, options: PullOptions = {}): PullPlan {
  const plan: PullPlan = { items: [], skipped: [] };
  for (const kind of SCRIPT_KINDS) {
    if (options.kinds !== undefined && !options.kinds.includes(kind)) continue;
    const wanted = (scripts.objects[kind] ?? []).filter(
      ({ name }) => options.name === undefined || matchesGlob(options.name, name),
    );
    const kept: KeptScript[] = [];
    for (const object of [...wanted].sort(byName)) {
      const refusal = taken(kind, object, local, kept);
      const made = refusal === undefined ? keep(kind, object, scripts, local.bundle) : refusal;
      if ("reason" in made) {
        plan.skipped.push({ kind, id: object.id, name: object.name, reason: made.reason });
      } else kept.push(made);
    }
    plan.items.push(...itemsOf(kind, kept, local, options.force === true));
  }
  return plan;
}

const byName = (a: RemoteObject, b: RemoteObject) =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;

function taken(
  kind: ScriptKind,
  { name }: RemoteObject,
  local: LocalState,
  kept: readonly KeptScript[],
): { reason: string } | undefined {
  const built = local.built.find((one) => one.kind === kind && one.name === name);
  if (built !== undefined) return { reason: `${built.source} has this name` };
  const twin = kept.find((one) => one.name === name);
  return twin && { reason: `${twin.id} has the same name` };
}

function itemsOf(
  kind: ScriptKind,
  kept: readonly KeptScript[],
  local: LocalState,
  force: boolean,
): PullItem[] {
  const raws = local.raws.filter((raw) => raw.kind === kind);
  const idOf = (raw: LocalRaw) => pulledOf(raw)?.["id"];
  const existing = new Map<string, LocalRaw>();
  for (const script of kept) {
    const found =
      raws.find((raw) => idOf(raw) === script.id) ??
      // Another Controller has other ids for what it made itself; the name is what a person goes by.
      raws.find((raw) => raw.meta?.["name"] === script.name);
    if (found !== undefined) existing.set(script.id, found);
  }
  const stems = chooseStems(
    kept.filter(({ id }) => !existing.has(id)),
    local.stems[kind],
  );
  return kept.map((script) => {
    const raw = existing.get(script.id);
    const stem = raw?.stem ?? stems.get(script.id) ?? script.id;
    const folder = KIND_FOLDERS[kind];
    const hashes = { text: sha256(script.text), meta: sha256(canonical(script.meta)) };
    const meta = { ...script.meta, ...whenOf(raw), pulled: { id: script.id, ...hashes } };
    return {
      kind,
      id: script.id,
      name: script.name,
      textFile: raw?.textFile ?? `${folder}/${stem}.raw.${script.extension}`,
      metaFile: `${folder}/${stem}.meta.json`,
      casesFile: `${folder}/${stem}.cases.ts`,
      text: script.text,
      metaText: `${JSON.stringify(meta, null, 2)}\n`,
      how: raw === undefined ? "new" : howOf(raw, hashes, force),
    };
  });
}

/** What was decided here and no Controller knows stays. */
function whenOf(raw: LocalRaw | undefined): object {
  const when = raw?.meta?.["whenUnavailable"];
  return when === undefined ? {} : { whenUnavailable: when };
}

function howOf(
  raw: LocalRaw,
  remote: { text: string; meta: string },
  force: boolean,
): PullItem["how"] {
  const base = pulledOf(raw);
  const here = {
    text: raw.textSha,
    meta: raw.meta && sha256(canonical(withoutLocal(raw.meta))),
  };
  const sameHere = here.text === base?.["text"] && here.meta === base?.["meta"];
  const sameThere = remote.text === base?.["text"] && remote.meta === base?.["meta"];
  if (here.text === remote.text && here.meta === remote.meta) return "same";
  if (sameHere) return "update";
  if (force) return "force";
  return sameThere ? "ahead" : "conflict";
}

function pulledOf(raw: LocalRaw): Record<string, unknown> | undefined {
  const pulled = raw.meta?.["pulled"];
  return typeof pulled === "object" && pulled !== null
    ? (pulled as Record<string, unknown>)
    : undefined;
}

/** Metadata as the Controller would tell it. */
function withoutLocal(meta: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(meta).filter(([field]) => field !== "pulled" && field !== "whenUnavailable"),
  );
}
