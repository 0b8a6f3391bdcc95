import { z } from "zod";
import { SdpxError } from "../../base/errors.ts";
import { checkShape } from "../../base/json.ts";
import { addSharedControls, SHARED_CONTROLS } from "../shared/controls.ts";
import type { Shell } from "../shared/server.ts";
import { computerSeedSchema } from "./model/computer.ts";
import { computerGroupSchema } from "./model/groups.ts";
import { mobileSeedSchema } from "./model/mobile.ts";
import type { ComputerResult, JamfProStandIn } from "./stand-in.ts";
import { WEBHOOK_EVENTS } from "./webhooks/events.ts";
import type { Webhook } from "./webhooks/webhook.ts";
import { webhookSchema } from "./webhooks/webhook.ts";

const detectionSchema = z.strictObject({
  analytic: z.string().min(1),
  identifier: z.string().min(1).optional(),
  inventory: z.boolean().optional(),
});
const mobileGroupSchema = z.strictObject({
  name: z.string().min(1),
  members: z.array(z.number().int().positive()),
});
const eventSchema = z.strictObject({
  event: z.enum(WEBHOOK_EVENTS),
  payload: z.record(z.string(), z.unknown()).optional(),
});

type WithId = { Params: { id: string } };

/** What `GET /` tells a person. */
const GUIDE = {
  product: "Jamf Pro (stand-in)",
  api: {
    "POST /api/oauth/token": "grant_type=client_credentials&client_id=…&client_secret=…",
    "GET /api/v3/computers-inventory":
      "section=GENERAL&section=HARDWARE&filter=id=in=(1,2)&sort=id:asc&page=0&page-size=100",
    "GET /api/v3/computers-inventory-detail/{id}": "one full record",
    "GET /api/v2/computer-groups/smart-groups": "smart groups",
    "GET /api/v2/computer-groups/smart-group-membership/{id}": "ids of members",
    "GET /api/v1/computer-groups": "all groups",
    "GET /api/v1/conditional-access/device-compliance-information/computer/{id}": "compliance",
    "POST /api/v1/computers/{id}/recalculate-smart-groups": "calculate again",
    "GET /api/v2/mobile-devices/detail": "mobile devices",
    "GET /JSSResource/computers/serialnumber/{serial}": "Classic record",
    "GET /JSSResource/webhooks": "Classic webhooks; POST, PUT, DELETE …/id/{id} in XML",
  },
  controls: {
    "GET /stand-in/computers": "computers; POST adds one, PUT …/{id} changes it, DELETE …/{id}",
    "POST /stand-in/computers/{id}/detections":
      '{"analytic":"FlashDownloadNotSignedByAdobe"} as Jamf Protect does; DELETE remediates',
    "POST /stand-in/computers/{id}/check-in": "a check-in without inventory",
    "GET /stand-in/groups": "groups and members; POST adds one, PUT …/{id} changes it",
    "POST /stand-in/mobile-devices": "adds one; POST /stand-in/mobile-groups sets members",
    "GET /stand-in/webhooks": "webhooks; POST sets one by its name, DELETE …/{id}",
    "GET /stand-in/deliveries": "what became of each webhook",
    "POST /stand-in/events": '{"event":"JSSStartup"} sends an event',
    ...SHARED_CONTROLS,
  },
} as const;

/** Routes for a person who plays with the stand-in: none of them exists in Jamf Pro. */
export function addControls(shell: Shell, standIn: JamfProStandIn): void {
  const { app } = shell;
  addSharedControls(shell);
  app.get("/", async () => GUIDE);

  app.get("/stand-in/computers", async () => ({
    computers: [...standIn.fleet.computers.values()],
  }));
  app.post("/stand-in/computers", async (request, reply) => {
    const seed = checkShape(computerSeedSchema, request.body ?? {}, BODY, "computer");
    return reply.code(201).send(tell(await standIn.addComputer(seed)));
  });
  app.put<WithId>("/stand-in/computers/:id", async (request) => {
    const changes = checkShape(computerSeedSchema, request.body ?? {}, BODY, "computer");
    return tell(await standIn.updateComputer(idOf(request.params.id), changes));
  });
  app.delete<WithId>("/stand-in/computers/:id", async (request, reply) => {
    standIn.deleteComputer(idOf(request.params.id));
    return reply.code(204).send();
  });
  app.post<WithId>("/stand-in/computers/:id/check-in", async (request) =>
    tell(await standIn.checkIn(idOf(request.params.id))),
  );
  app.post<WithId>("/stand-in/computers/:id/detections", async (request) => {
    const body = checkShape(detectionSchema, request.body, BODY, "detection");
    const { analytic, identifier = analytic, inventory = true } = body;
    return tell(await standIn.detect(idOf(request.params.id), analytic, { identifier, inventory }));
  });
  app.delete<WithId>("/stand-in/computers/:id/detections", async (request) =>
    tell(await standIn.remediate(idOf(request.params.id))),
  );

  app.get("/stand-in/groups", async () => ({
    groups: [...standIn.fleet.groups.values()].map((group) => ({
      ...group,
      members: [...(standIn.fleet.membersOf(group.id) ?? [])],
    })),
  }));
  app.post("/stand-in/groups", async (request, reply) => {
    const group = checkShape(computerGroupSchema, request.body, BODY, "computer group");
    return reply.code(201).send(await standIn.setGroup(group));
  });
  app.put<WithId>("/stand-in/groups/:id", async (request) => {
    const id = idOf(request.params.id);
    if (!standIn.fleet.groups.has(id)) throw missing(`no group has the id ${id}`);
    const group = checkShape(computerGroupSchema, request.body, BODY, "computer group");
    return standIn.setGroup(group, id);
  });
  app.post("/stand-in/mobile-devices", async (request, reply) => {
    const seed = checkShape(mobileSeedSchema, request.body ?? {}, BODY, "mobile device");
    return reply.code(201).send(standIn.addMobileDevice(seed));
  });
  app.post("/stand-in/mobile-groups", async (request) => {
    const { name, members } = checkShape(mobileGroupSchema, request.body, BODY, "mobile group");
    return { deliveries: await standIn.setMobileGroup(name, members) };
  });

  app.get("/stand-in/webhooks", async () => ({ webhooks: standIn.webhooks.map(withoutSecrets) }));
  app.post("/stand-in/webhooks", async (request, reply) => {
    const webhook = checkShape(webhookSchema, request.body, BODY, "webhook");
    return reply.code(201).send(withoutSecrets(standIn.setWebhook(webhook)));
  });
  app.delete<WithId>("/stand-in/webhooks/:id", async (request, reply) => {
    standIn.deleteWebhook(idOf(request.params.id));
    return reply.code(204).send();
  });
  app.get("/stand-in/deliveries", async () => ({ deliveries: standIn.deliveries }));
  app.post("/stand-in/events", async (request) => {
    const { event, payload } = checkShape(eventSchema, request.body, BODY, "event");
    return { deliveries: await standIn.sendEvent(event, payload) };
  });
}

const BODY = "request body";

function idOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw missing(`${text} is not an id`);
}

function missing(message: string): SdpxError {
  return new SdpxError("not-found", message, { where: "the Jamf Pro stand-in" });
}

/** Deliveries in short: the bodies are at /stand-in/deliveries. */
function tell({ computer, deliveries }: ComputerResult): object {
  const short = deliveries.map(({ body: _body, ...rest }) => rest);
  return { computer, deliveries: short };
}

function withoutSecrets({ authentication, ...webhook }: Webhook): object {
  return { ...webhook, authentication: { type: authentication.type } };
}
