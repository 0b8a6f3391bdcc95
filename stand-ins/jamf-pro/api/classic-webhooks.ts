import type { FastifyInstance } from "fastify";
import { SdpxError } from "../../../base/errors.ts";
import type { Webhooks } from "../webhooks/sender.ts";
import { type Webhook, webhookSchema } from "../webhooks/webhook.ts";
import type { Guard } from "./auth.ts";
import { refuseHtml } from "./errors.ts";
import { readFlatXml } from "./flat-xml.ts";

/**
 * Webhooks of the Classic API: read in JSON, written in XML. As in the real one, whoever may read webhooks
 * reads the header that authenticates them.
 */
export function addClassicWebhookRoutes(
  app: FastifyInstance,
  webhooks: Webhooks,
  guard: Guard,
): void {
  const read = { preHandler: guard("Read Webhooks") };
  app.get("/JSSResource/webhooks", read, async () => ({
    webhooks: webhooks.all.map(({ id, name }) => ({ id, name })),
  }));
  app.get<{ Params: { id: string } }>(
    "/JSSResource/webhooks/id/:id",
    read,
    async (request, reply) => {
      const webhook = webhooks.get(Number(request.params.id));
      return webhook ? { webhook: toClassic(webhook) } : refuseHtml(reply, 404);
    },
  );
  app.post(
    "/JSSResource/webhooks/id/:id",
    { preHandler: guard("Create Webhooks") },
    async (request, reply) => {
      const fields = readFlatXml(request.body, "webhook");
      if (webhooks.all.some(({ name }) => name === fields?.["name"])) {
        return refuseHtml(reply, 409, "Error: Duplicate name");
      }
      const input = fields && webhookSchema.safeParse(fromClassic(fields));
      if (!input?.success)
        return refuseHtml(reply, 409, "Error: Problem with the webhook's fields");
      const { id } = webhooks.set(input.data);
      return reply.code(201).type("text/xml").send(`<webhook><id>${id}</id></webhook>`);
    },
  );
  app.put<{ Params: { id: string } }>(
    "/JSSResource/webhooks/id/:id",
    { preHandler: guard("Update Webhooks") },
    async (request, reply) => {
      const id = Number(request.params.id);
      const known = webhooks.get(id);
      if (!known) return refuseHtml(reply, 404);
      const fields = readFlatXml(request.body, "webhook");
      const input = fields && webhookSchema.safeParse(fromClassic({ ...texts(known), ...fields }));
      if (!input?.success)
        return refuseHtml(reply, 409, "Error: Problem with the webhook's fields");
      webhooks.replace(id, input.data);
      return reply.code(201).type("text/xml").send(`<webhook><id>${id}</id></webhook>`);
    },
  );
  app.delete<{ Params: { id: string } }>(
    "/JSSResource/webhooks/id/:id",
    { preHandler: guard("Delete Webhooks") },
    async (request, reply) => {
      const id = Number(request.params.id);
      try {
        webhooks.delete(id);
      } catch (error) {
        if (error instanceof SdpxError && error.code === "not-found") return refuseHtml(reply, 404);
        throw error;
      }
      return reply.type("text/xml").send(`<webhook><id>${id}</id></webhook>`);
    },
  );
}

function toClassic(webhook: Webhook): Record<string, string | number | boolean> {
  const { authentication } = webhook;
  return {
    id: webhook.id,
    name: webhook.name,
    enabled: webhook.enabled,
    url: webhook.url,
    content_type: webhook.contentType,
    event: webhook.event,
    connection_timeout: webhook.connectionTimeoutSeconds,
    read_timeout: webhook.readTimeoutSeconds,
    authentication_type: authentication.type,
    username: authentication.type === "BASIC" ? authentication.username : "",
    password: authentication.type === "BASIC" ? authentication.password : "",
    header: authentication.type === "HEADER" ? JSON.stringify(authentication.headers) : "",
    smart_group_id: webhook.smartGroupId,
    enable_display_fields_for_group_object: false,
  };
}

const texts = (webhook: Webhook): Record<string, string> =>
  Object.fromEntries(Object.entries(toClassic(webhook)).map(([key, value]) => [key, `${value}`]));

/** Classic fields to a webhook that the schema then judges. Absent ones take Jamf Pro's standards. */
function fromClassic(fields: Readonly<Record<string, string>>): unknown {
  const number = (text: string | undefined, standard: number) =>
    text === undefined || text === "" ? standard : Number(text);
  return {
    name: fields["name"],
    enabled: fields["enabled"] !== "false",
    url: fields["url"],
    contentType: fields["content_type"] || "text/xml",
    event: fields["event"],
    connectionTimeoutSeconds: number(fields["connection_timeout"], 5),
    readTimeoutSeconds: number(fields["read_timeout"], 2),
    smartGroupId: number(fields["smart_group_id"], -1),
    authentication: authenticationOf(fields),
  };
}

function authenticationOf(fields: Readonly<Record<string, string>>): unknown {
  const type = fields["authentication_type"] || "NONE";
  if (type === "BASIC") return { type, username: fields["username"], password: fields["password"] };
  if (type !== "HEADER") return { type };
  try {
    return { type, headers: JSON.parse(fields["header"] ?? "") };
  } catch {
    return { type, headers: null };
  }
}
