import { z } from "zod";
import { WEBHOOK_EVENTS } from "./events.ts";

/** Header names that Jamf Pro's header authentication refuses (learn.jamf.com, Webhooks settings). */
const FORBIDDEN_HEADERS = [
  "content-type",
  "user-agent",
  "accept-encoding",
  "content-length",
  "host",
];

const headers = z
  .record(z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, "not a header name"), z.string())
  .refine((object) => Object.keys(object).length > 0, "at least one header")
  .refine(
    (object) => !Object.keys(object).some((name) => FORBIDDEN_HEADERS.includes(name.toLowerCase())),
    `may not set ${FORBIDDEN_HEADERS.join(", ")}`,
  );

const authentication = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("NONE") }),
  z.strictObject({ type: z.literal("BASIC"), username: z.string(), password: z.string() }),
  z.strictObject({ type: z.literal("HEADER"), headers }),
]);

/** A webhook's configuration. Times are in seconds, as in the Classic API; tests may give fractions. */
export const webhookSchema = z.strictObject({
  /** Unique; a second webhook of this name replaces the first. */
  name: z.string().min(1),
  enabled: z.boolean().default(true),
  url: z.url({ protocol: /^https?$/ }),
  /** Jamf Pro's own standard is text/xml; receivers of JSON must ask for it. */
  contentType: z.enum(["text/xml", "application/json"]).default("text/xml"),
  event: z.enum(WEBHOOK_EVENTS),
  connectionTimeoutSeconds: z.number().positive().max(15).default(5),
  readTimeoutSeconds: z.number().positive().max(15).default(2),
  authentication: authentication.default({ type: "NONE" }),
  /** For the events of computer groups: the one group that it is for. -1, any group, is an assumption. */
  smartGroupId: z.number().int().default(-1),
});
export type WebhookInput = z.input<typeof webhookSchema>;
export type Webhook = z.output<typeof webhookSchema> & { id: number };
