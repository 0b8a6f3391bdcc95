import { SdpxError } from "../../base/errors.ts";
import { randomSecret } from "../shared/secrets.ts";
import { makeShell, type Shell } from "../shared/server.ts";
import { addAuthRoutes, makeGuard } from "./api/auth.ts";
import { addClassicRoutes } from "./api/classic.ts";
import { addClassicWebhookRoutes } from "./api/classic-webhooks.ts";
import { addDeviceRoutes } from "./api/devices.ts";
import { apiError, htmlPage, refuse, refuseHtml } from "./api/errors.ts";
import { addGroupRoutes } from "./api/groups.ts";
import { addInventoryRoutes } from "./api/inventory.ts";
import { PRIVILEGES, type ApiClient } from "./api/privileges.ts";
import { Tokens } from "./api/tokens.ts";
import { addControls } from "./controls.ts";
import { Fleet } from "./model/fleet.ts";
import type { JamfProOptions } from "./options.ts";
import { SAMPLE_COMPUTERS, SAMPLE_GROUPS } from "./samples.ts";
import { JamfProStandIn } from "./stand-in.ts";
import { Webhooks } from "./webhooks/sender.ts";

const PRODUCT_VERSION = "11.26.0-t1762781445";

/** Starts a server that behaves as Jamf Pro does. @throws SdpxError `port-taken` */
export async function startJamfProStandIn(options: JamfProOptions = {}): Promise<JamfProStandIn> {
  const voice = {
    status: (status: number, description: string) => apiError(status, { description }),
    html: htmlPage,
  };
  const shell: Shell = await makeShell(options, voice);
  const { app, clock } = shell;
  const fleet = new Fleet();
  const webhooks = new Webhooks({
    clock,
    caPem: options.webhookCaPem,
    keyOrder: options.webhookKeyOrder ?? "alternate",
  });
  const clients = options.clients ?? [standardClient(options.tokenLifetimeSeconds ?? 600)];
  const [first] = clients;
  if (!first) throw new SdpxError("bad-option", "the stand-in needs at least one API client");
  const tokens = new Tokens(clients, options.users ?? [], clock);
  const standIn = new JamfProStandIn({ shell, fleet, webhooks, tokens, client: first });

  const guard = makeGuard(tokens, "json");
  const classicGuard = makeGuard(tokens, "html");
  addAuthRoutes(app, tokens, options.legacyUapi ?? false);
  addInventoryRoutes(app, fleet, guard, options.inventoryVersions ?? [1, 2, 3]);
  addGroupRoutes(app, fleet, guard, (memberships) => standIn.tellLater(memberships));
  addDeviceRoutes(app, fleet, guard, PRODUCT_VERSION);
  addClassicRoutes(app, fleet, classicGuard);
  addClassicWebhookRoutes(app, webhooks, classicGuard);
  addControls(shell, standIn);
  app.setNotFoundHandler((request, reply) => {
    const api = request.url.startsWith("/api/") || request.url.startsWith("/stand-in");
    return api ? refuse(reply, 404, "There is no such endpoint") : refuseHtml(reply, 404);
  });

  if (options.samples) {
    for (const group of SAMPLE_GROUPS) fleet.putGroup(group);
    fleet.enrol(SAMPLE_COMPUTERS, clock.now());
  }
  standIn.openedAt(await shell.open("the port of the Jamf Pro stand-in"));
  return standIn;
}

function standardClient(tokenLifetimeSeconds: number): ApiClient {
  return {
    clientId: "stand-in-client",
    clientSecret: randomSecret(),
    privileges: PRIVILEGES,
    tokenLifetimeSeconds,
  };
}
