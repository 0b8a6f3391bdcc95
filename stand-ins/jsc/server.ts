import { SdpxError } from "../../base/errors.ts";
import { sampleMac } from "../shared/sample-macs.ts";
import { randomSecret } from "../shared/secrets.ts";
import { makeShell, type ServeOptions } from "../shared/server.ts";
import { addControls } from "./controls.ts";
import type { DeviceSeed } from "./devices.ts";
import { htmlPage, refuse, riskErrorFor } from "./errors.ts";
import { Inventory } from "./inventory.ts";
import { PUBLISHED_LIMITS, RateLimiter, type RateLimits } from "./limits.ts";
import { type Application, Login } from "./login.ts";
import { addRiskRoutes, MAX_PAGE } from "./risk-routes.ts";
import { JscStandIn } from "./stand-in.ts";

export interface JscOptions extends ServeOptions {
  /** Integrations; one with random credentials when left out. */
  applications?: readonly Application[];
  /** The published limits when left out; null for none. */
  limits?: RateLimits | null;
  /** Size of a page when the caller names none; 100 when left out. The real one is not published. */
  defaultPageSize?: number;
  /** What an override with an unknown device does: `refuse` (404, nothing done) when left out. Not published. */
  unknownDevices?: "refuse" | "ignore";
  /** Starts with the devices of the Jamf Pro stand-in's sample computers; no when left out. */
  samples?: boolean;
}

/** The sample computers of the Jamf Pro stand-in, as UEM Connect brings them here. */
const SAMPLE_DEVICES = 5;

/** Starts a server that behaves as JSC's Risk API does. @throws SdpxError `port-taken` */
export async function startJscStandIn(options: JscOptions = {}): Promise<JscStandIn> {
  const shell = await makeShell(options, { status: riskErrorFor, html: htmlPage });
  const { app, clock } = shell;
  const applications = options.applications ?? [
    { applicationId: "stand-in-application", applicationSecret: randomSecret() },
  ];
  const [application] = applications;
  if (!application)
    throw new SdpxError("bad-option", "the stand-in needs at least one application");
  const inventory = new Inventory(clock);
  const limits = options.limits === undefined ? PUBLISHED_LIMITS : options.limits;
  const limiter = () => (limits ? new RateLimiter(limits, clock) : undefined);

  addRiskRoutes(app, {
    inventory,
    login: new Login(applications, clock),
    logins: limiter(),
    data: limiter(),
    defaultPageSize: options.defaultPageSize ?? MAX_PAGE,
    unknownDevices: options.unknownDevices ?? "refuse",
  });
  addControls(shell, inventory);
  app.setNotFoundHandler((request, reply) =>
    refuse(reply, "UNKNOWN_URI_PATH", `Unknown path ${request.url.split("?", 1)[0]}`),
  );
  if (options.samples) {
    for (let number = 1; number <= SAMPLE_DEVICES; number += 1) inventory.add(sampleDevice(number));
  }
  const url = await shell.open("the port of the JSC stand-in");
  return new JscStandIn({ shell, inventory, application, url });
}

/** The n-th sample Mac as a device of JSC: its externalId is the UDID in lower case. */
export function sampleDevice(number: number): DeviceSeed {
  const mac = sampleMac(number);
  return {
    externalId: mac.udid.toLowerCase(),
    deviceName: mac.name,
    userName: mac.realName,
    userEmail: mac.email,
  };
}
