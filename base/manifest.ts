import { z } from "zod";
import { ENTITLEMENT_TYPES, SCRIPT_KINDS } from "./kinds.ts";

/**
 * `dist/manifest.json`: one row for each artifact, in the order of kind and name. It holds what the Controller
 * must be told beside the text, and no secret value. Everything in it follows from the sources alone.
 */
export const MANIFEST_VERSION = 1;

const remedyMethod = z.strictObject({
  type: z.enum(["DisplayMessage", "OtpAuthentication", "PasswordAuthentication", "Reason"]),
  message: z.string().min(1),
  claimSuffix: z.string().optional(),
  providerId: z.uuid().optional(),
});

/** What a script does when the posture cache cannot be asked; its cases prove it. */
export const whenUnavailableSchema = z.union([
  z.literal("deny"),
  z.literal("allow"),
  z.strictObject({ lastKnownMinutes: z.number().int().positive() }),
]);

export const manifestRowSchema = z.strictObject({
  kind: z.enum(SCRIPT_KINDS),
  /** The object's name on the Controller; unique within its kind. */
  name: z.string().min(1),
  /** Entitlement scripts only. */
  type: z.enum(ENTITLEMENT_TYPES).optional(),
  /** Path of the artifact, relative to the manifest's folder, with forward slashes. */
  file: z.string(),
  /** Path of the source, relative to the repository. */
  source: z.string(),
  /** The text was written by hand for the appliance and is uploaded byte for byte, without a banner. */
  raw: z.literal(true).optional(),
  /** SHA-256, hex, of the body: the artifact without its banner line. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Size of the artifact in bytes, banner included. */
  bytes: z.number().int().nonnegative(),
  notes: z.string(),
  tags: z.array(z.string()),
  /** Names of the Controller secrets that the text refers to as %SECRET:NAME%. */
  secrets: z.array(z.string()),
  whenUnavailable: whenUnavailableSchema.optional(),
  /** Conditions only. */
  condition: z
    .strictObject({
      repeatSchedules: z.array(z.string()),
      remedyLogic: z.enum(["and", "or"]),
      remedyMethods: z.array(remedyMethod),
    })
    .optional(),
  /**
   * Device-claim scripts only: how an identity provider maps the output to a claim. `claimName` and `platform` are empty
   * for a raw script that nothing maps.
   */
  device: z
    .strictObject({
      filename: z.string(),
      claimName: z.string(),
      platform: z.string(),
      args: z.string(),
    })
    .optional(),
});

export const manifestSchema = z.strictObject({
  manifestVersion: z.literal(MANIFEST_VERSION),
  bundle: z.strictObject({
    name: z.string(),
    version: z.string(),
    /** SHA-256, hex, over all that is published of each row, paths excepted: equal for equal bundles. */
    sha256: z.string(),
  }),
  scripts: z.array(manifestRowSchema),
});

export type WhenUnavailable = z.infer<typeof whenUnavailableSchema>;
export type ManifestRow = z.infer<typeof manifestRowSchema>;
export type Manifest = z.infer<typeof manifestSchema>;

/** First characters of the banner line, after the comment sign of the artifact's language. */
export const BANNER_MARK = "sdpx:";

/**
 * Splits an artifact into its banner line and its body. The banner names script, bundle version and hash; it
 * is written for the reader in the admin UI and takes no part in comparisons. Text without one (hand-written)
 * has an empty banner. In a shell script the banner is the second line, after `#!`.
 */
export function splitBanner(text: string): { banner: string; body: string } {
  const lines = text.split("\n");
  const at = lines[0]?.startsWith("#!") ? 1 : 0;
  const line = lines[at] ?? "";
  if (!line.startsWith(`// ${BANNER_MARK}`) && !line.startsWith(`# ${BANNER_MARK}`)) {
    return { banner: "", body: text };
  }
  lines.splice(at, 1);
  return { banner: line, body: lines.join("\n") };
}
