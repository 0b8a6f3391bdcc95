import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { SdpxError } from "../../base/errors.ts";
import { checkShape, parseJson } from "../../base/json.ts";
import { REFERENCE } from "./references.ts";

/** The project's own settings, at the root of the repository. No secret stands in it: only where secrets are. */
export const PROJECT_FILE = "sdpx.json";

const text = z.string().min(1);
const names = z.array(text);
const reference = text.regex(
  REFERENCE,
  'must say where the value stands: "env:VARIABLE", "file:PATH" or "command:COMMAND"',
);

const wiringShape = {
  /** Scripts that run when somebody signs in with an identity provider, by the provider's name. */
  identityProviders: z
    .record(
      text,
      z.strictObject({
        /** Names of user-claim scripts; appended to what the provider has. */
        userScripts: names.optional(),
        /** Names of device-claim scripts; each becomes an on-demand claim mapping. */
        deviceScripts: names.optional(),
      }),
    )
    .optional(),
  /** Conditions that entitlements get, by the entitlement's name. */
  entitlements: z.record(text, z.strictObject({ conditions: names })).optional(),
  /** The criteria script that a policy calls, by the policy's name. */
  policies: z.record(text, z.strictObject({ criteria: text })).optional(),
  /** Controller secrets and where their values stand. */
  secrets: z.record(text, z.strictObject({ from: reference })).optional(),
  /** Authorities that scripts trust, by their name on the Controller; PEM files relative to the root. */
  trustedCertificates: z.record(text, z.strictObject({ file: text })).optional(),
};
const wiringSchema = z.strictObject(wiringShape);

const controllerSchema = z.strictObject({
  url: text,
  providerName: text.optional(),
  /** PEM, relative to the root; `sdpx trust` writes it. */
  caFile: text.optional(),
  apiVersion: z.number().int().optional(),
  deviceId: z.uuid().optional(),
  usernameFrom: reference.optional(),
  passwordFrom: reference.optional(),
  bearerFrom: reference.optional(),
});

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;
const profileSchema = z.strictObject({
  controller: controllerSchema.optional(),
  /** Texts that `${name}` in the wiring stands for. */
  variables: z
    .record(text.regex(VARIABLE, "a name of letters, digits and _"), z.string())
    .optional(),
  wiring: wiringSchema.optional(),
});

const PROFILE_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;
export const projectSchema = z.strictObject({
  $schema: z.string().optional(),
  profiles: z
    .record(text.regex(PROFILE_NAME, "a name of letters, digits, _ and -"), profileSchema)
    .optional(),
  wiring: wiringSchema.optional(),
  /** How much one publish may delete; more needs an option on the command line. */
  limits: z
    .strictObject({
      deletes: z.number().int().nonnegative().optional(),
      deletePercent: z.number().min(0).max(100).optional(),
    })
    .optional(),
});

export type Project = z.output<typeof projectSchema>;
export type Profile = z.output<typeof profileSchema>;
export type ProfileController = z.output<typeof controllerSchema>;
/** What the bundle is connected to; names of sections and objects as in `sdpx.json`. */
export type Wiring = z.output<typeof wiringSchema>;

/** A project as one profile sees it, with its variables put in. */
export interface ResolvedProject {
  /** Undefined when none was chosen. */
  profile: string | undefined;
  controller: ProfileController | undefined;
  variables: Readonly<Record<string, string>>;
  wiring: Wiring;
  limits: { deletes?: number | undefined; deletePercent?: number | undefined };
}

/** Reads the text of `sdpx.json`. @throws SdpxError `bad-json`, `bad-input` with every finding */
export function parseProject(content: string, where: string): Project {
  return checkShape(projectSchema, parseJson(content, where), where, "project file");
}

/**
 * Reads `sdpx.json` of a root; undefined when there is none.
 * @throws SdpxError `file-missing` when it is there and cannot be read, `bad-json`, `bad-input`
 */
export async function readProject(root: string): Promise<Project | undefined> {
  const path = join(root, PROJECT_FILE);
  let content: string;
  try {
    content = await readFile(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") return undefined;
    throw new SdpxError("file-missing", `the project file cannot be read (${code ?? "unknown"})`, {
      where: path,
      fix: "make it a readable file, or remove it",
      cause: error,
    });
  }
  return parseProject(content, path);
}

/**
 * A project as a profile sees it. Each section of the profile's wiring (`secrets`, `policies` ...) replaces the section
 * of the same name at the top level; `${name}` in names and values of the wiring becomes the profile's variable.
 * @param name the chosen profile; undefined for none, which leaves the top level alone
 * @throws SdpxError `bad-option` for a profile that is not there, `bad-setting` for an unknown variable
 */
export function resolveProject(
  project: Project | undefined,
  name: string | undefined,
): ResolvedProject {
  const profiles = project?.profiles ?? {};
  if (name !== undefined && !Object.hasOwn(profiles, name)) {
    const known = Object.keys(profiles);
    throw new SdpxError("bad-option", `there is no profile "${name}"`, {
      where: "--profile",
      list: known,
      fix:
        known.length > 0
          ? "choose one of the listed profiles"
          : `describe it in ${PROJECT_FILE}: { "profiles": { "${name}": { "controller": { "url": "https://..." } } } }`,
    });
  }
  const profile = name === undefined ? undefined : profiles[name];
  const variables = profile?.variables ?? {};
  const where = `${PROJECT_FILE}${name === undefined ? "" : `: profiles.${name}`}`;
  return {
    profile: name,
    controller: profile?.controller,
    variables,
    wiring: substitute({ ...project?.wiring, ...profile?.wiring }, variables, where) as Wiring,
    limits: project?.limits ?? {},
  };
}

/** `readProject` and `resolveProject` in one. */
export async function loadProject(
  root: string,
  profile: string | undefined,
): Promise<ResolvedProject> {
  return resolveProject(await readProject(root), profile);
}

function substitute(
  value: unknown,
  variables: Readonly<Record<string, string>>,
  where: string,
): unknown {
  if (Array.isArray(value)) return value.map((one) => substitute(one, variables, where));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        substitute(key, variables, where),
        substitute(one, variables, where),
      ]),
    );
  }
  if (typeof value !== "string") return value;
  return value.replace(/\$\{([^}]*)\}/g, (_all, variable: string) => {
    const found = Object.hasOwn(variables, variable) ? variables[variable] : undefined;
    if (found !== undefined) return found;
    throw new SdpxError("bad-setting", `the wiring uses \${${variable}}, which is no variable`, {
      where,
      list: [value],
      fix: `add "${variable}" to "variables" of the profile, or choose a profile that has it`,
    });
  });
}
