import { build } from "esbuild";
import { z } from "zod";
import { ENTITLEMENT_TYPES } from "../../base/kinds.ts";
import type { ScriptKind } from "../../base/kinds.ts";
import { manifestRowSchema, whenUnavailableSchema } from "../../base/manifest.ts";
import type { Source } from "./discover.ts";
import { bundlerProblems } from "./emit.ts";
import type { Problem } from "./problem.ts";
import { SECRET_NAME } from "./source-rules.ts";

const common = {
  name: z.string().optional(),
  notes: z.string().trim().min(1),
  tags: z.array(z.string().trim().min(1)).default([]),
};

const secrets = z
  .array(z.string().regex(SECRET_NAME, "a name of letters, digits and _"))
  .default([]);
const sandboxed = { ...common, whenUnavailable: whenUnavailableSchema.optional(), secrets };

const schedule = z
  .string()
  .regex(
    /^(?:1m|5m|15m|1h|(?:[01]\d|2[0-3]):[0-5]\d)$/,
    'one of "1m", "5m", "15m", "1h", or a time such as "13:32"',
  );

const condition = manifestRowSchema.shape.condition.unwrap().shape;
const device = manifestRowSchema.shape.device.unwrap().shape;

const PLATFORMS = [
  "desktop.windows.all",
  "desktop.macos.all",
  "desktop.linux.all",
  "desktop.all",
  "mobile.android.all",
  "mobile.ios.all",
  "mobile.all",
  "all",
] as const;

/** Metadata by kind, as lib/script.ts types it: a field that the kind does not have is an error, not ignored. */
const SCHEMAS = {
  criteria: z.strictObject(sandboxed),
  "user-claim": z.strictObject(sandboxed),
  entitlement: z.strictObject({ ...sandboxed, type: z.enum(ENTITLEMENT_TYPES) }),
  condition: z.strictObject({
    ...sandboxed,
    repeatSchedules: z.array(schedule).default([]),
    remedyLogic: condition.remedyLogic.default("and"),
    remedyMethods: condition.remedyMethods.default([]),
  }),
  "device-claim": z.strictObject({
    ...common,
    claimName: device.claimName.regex(/^[A-Za-z_]\w*$/, "a name of letters, digits and _"),
    platform: z.enum(PLATFORMS),
    args: z.string().default(""),
  }),
} as const satisfies Record<ScriptKind, z.ZodType>;

export type MetaOf = { [K in ScriptKind]: { kind: K } & z.output<(typeof SCHEMAS)[K]> };
/** Checked metadata of one script, with the defaults filled in. */
export type ScriptMeta = MetaOf[ScriptKind];

/** Checks a raw `meta` against its kind. */
export function parseMeta(kind: ScriptKind, file: string, raw: unknown): ScriptMeta | Problem {
  const parsed = SCHEMAS[kind].safeParse(raw);
  if (parsed.success) return { kind, ...parsed.data } as ScriptMeta;
  const found = parsed.error.issues.map((issue) => {
    const path = issue.path.map(String).join(".");
    return path === "" ? issue.message : `${path}: ${issue.message}`;
  });
  return {
    file,
    message: `the metadata is wrong: ${found.join("; ")}`,
    fix: `correct meta; the fields of a ${kind} script are in lib/script.ts`,
  };
}

const ENTRY = "sdpx-meta";

/** Bundles only `meta` of each script: whatever else a script does, it does not run here. */
async function bundleMetas(
  root: string,
  sources: readonly Source[],
): Promise<Map<string, string> | Problem[]> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: sources.map((source, n) => ({ in: `${ENTRY}:${source.file}`, out: String(n) })),
    outdir: "out",
    write: false,
    bundle: true,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    pure: ["secret"],
    logLevel: "silent",
    tsconfigRaw: "{}",
    plugins: [
      {
        name: "metadata-only",
        setup(plugin) {
          plugin.onResolve({ filter: new RegExp(`^${ENTRY}:`) }, ({ path }) => ({
            path: path.slice(ENTRY.length + 1),
            namespace: ENTRY,
          }));
          plugin.onLoad({ filter: /.*/, namespace: ENTRY }, ({ path }) => ({
            contents: `export { meta } from ${JSON.stringify(`./${path}`)};`,
            resolveDir: root,
          }));
        },
      },
    ],
  }).catch(bundlerProblems);
  if (Array.isArray(result)) return result;
  const texts = new Map<string, string>();
  for (const output of result.outputFiles) {
    const n = /(\d+)\.js$/.exec(output.path)?.[1];
    const source = n === undefined ? undefined : sources[Number(n)];
    if (source !== undefined) texts.set(source.file, output.text);
  }
  return texts;
}

/** Reads the metadata of every source, by file. Sources must have passed the checks. */
export async function readMetas(
  root: string,
  sources: readonly Source[],
): Promise<{ metas: Map<string, ScriptMeta>; problems: Problem[] }> {
  const metas = new Map<string, ScriptMeta>();
  const problems: Problem[] = [];
  if (sources.length === 0) return { metas, problems };
  const texts = await bundleMetas(root, sources);
  if (Array.isArray(texts)) return { metas, problems: texts };
  for (const source of sources) {
    const text = texts.get(source.file) ?? "";
    try {
      const url = `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
      const { meta } = (await import(url)) as { meta: unknown };
      const parsed = parseMeta(source.kind, source.file, meta);
      if ("message" in parsed) problems.push(parsed);
      else metas.set(source.file, parsed);
    } catch (error) {
      problems.push({
        file: source.file,
        message: `the metadata cannot be read: ${error instanceof Error ? error.message : String(error)}`,
        fix: "use only literals and constants in meta, and in what its imports do when they are loaded",
      });
    }
  }
  return { metas, problems };
}
