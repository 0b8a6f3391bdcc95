import type { FastifyInstance } from "fastify";
import type { Fleet } from "../model/fleet.ts";
import type { MobileDevice } from "../model/mobile.ts";
import type { Guard } from "./auth.ts";
import { refuse } from "./errors.ts";
import { computerOf, noSuchComputer } from "./inventory.ts";
import { pageOf, pageQuery } from "./paging.ts";

/** Device compliance, mobile devices, health and version. */
export function addDeviceRoutes(
  app: FastifyInstance,
  fleet: Fleet,
  guard: Guard,
  productVersion: string,
): void {
  app.get<{ Params: { id: string } }>(
    "/api/v1/conditional-access/device-compliance-information/computer/:id",
    { preHandler: guard("Read Device Compliance Information") },
    async (request, reply) => {
      const computer = computerOf(fleet, request.params.id);
      if (!computer) return noSuchComputer(reply, request.params.id);
      return [
        {
          deviceId: String(computer.id),
          applicable: computer.compliance !== null,
          complianceState: computer.compliance ?? "UNKNOWN",
          complianceVendor: "Stand-in",
          complianceVendorDeviceInformation: { deviceIds: [computer.managementId] },
        },
      ];
    },
  );

  app.get(
    "/api/v2/mobile-devices/detail",
    { preHandler: guard("Read Mobile Devices") },
    async (request, reply) => {
      const query = pageQuery.safeParse(request.query);
      if (!query.success) return refuse(reply, 400, query.error.issues[0]?.message ?? "bad query");
      if (query.data.filter !== undefined) {
        return refuse(reply, 400, "This stand-in does not filter mobile devices", "filter");
      }
      const page = pageOf([...fleet.mobiles.values()].map(toDetail), query.data);
      return { totalCount: page.totalCount, results: page.rows };
    },
  );

  app.get("/api/v1/health-check", async (_request, reply) => reply.code(204).send());
  app.get("/api/v1/jamf-pro-version", { preHandler: guard() }, async () => ({
    version: productVersion,
  }));
}

function toDetail(device: MobileDevice): object {
  return {
    mobileDeviceId: String(device.id),
    deviceType: "iOS",
    general: {
      udid: device.udid,
      displayName: device.name,
      managed: device.managed,
      osVersion: device.osVersion,
      lastInventoryUpdateDate: new Date(device.reportedAt).toISOString(),
    },
    hardware: { serialNumber: device.serial, model: "iPad Pro (11-inch)" },
    security: {
      passcodeCompliant: device.passcodeCompliant,
      jailBreakDetected: device.jailBreakDetected,
      hardwareEncryption: 3,
      lostModeEnabled: false,
    },
    userAndLocation: { username: device.username },
    groups: [],
  };
}
