import type { FastifyInstance } from "fastify";
import type { Computer } from "../model/computer.ts";
import type { Fleet } from "../model/fleet.ts";
import { FILE_VAULT, GATEKEEPER, SIP } from "../model/vocabulary.ts";
import type { Guard } from "./auth.ts";
import { refuseHtml } from "./errors.ts";

/** How the Classic API lets a computer be named. */
const LOOKUPS: Readonly<Record<string, (computer: Computer, value: string) => boolean>> = {
  id: (computer, value) => String(computer.id) === value,
  serialnumber: (computer, value) => computer.serial.toLowerCase() === value.toLowerCase(),
  udid: (computer, value) => computer.udid.toLowerCase() === value.toLowerCase(),
  name: (computer, value) => computer.name === value,
};

/** The Classic API's computer record, in JSON. It speaks HTML as soon as something is wrong. */
export function addClassicRoutes(app: FastifyInstance, fleet: Fleet, guard: Guard): void {
  const preHandler = guard("Read Computers");
  app.get("/JSSResource/computers", { preHandler }, async () => ({
    computers: [...fleet.computers.values()].map(({ id, name }) => ({ id, name })),
  }));
  app.get<{ Params: { by: string; value: string } }>(
    "/JSSResource/computers/:by/:value",
    { preHandler },
    async (request, reply) => {
      const { by, value } = request.params;
      const matches = Object.hasOwn(LOOKUPS, by) ? LOOKUPS[by] : undefined;
      const found = matches && [...fleet.computers.values()].find((each) => matches(each, value));
      if (!found) return refuseHtml(reply, 404, "The server has not found anything matching");
      return { computer: toClassic(found, fleet) };
    },
  );
}

/** "2026-11-21 10:00:00", epoch and UTC forms of one time. */
function times(key: string, ms: number): Record<string, string | number> {
  const iso = new Date(ms).toISOString();
  return {
    [key]: iso.slice(0, 19).replace("T", " "),
    [`${key}_epoch`]: ms,
    [`${key}_utc`]: iso.replace("Z", "+0000"),
  };
}

function toClassic(computer: Computer, fleet: Fleet): object {
  const disk = FILE_VAULT[computer.fileVault];
  const partition = {
    name: "Macintosh HD (Boot Partition)",
    type: "boot",
    filevault2_status: disk.words,
    filevault2_percent: disk.percent,
  };
  return {
    general: {
      id: computer.id,
      name: computer.name,
      mac_address: computer.macAddress,
      ip_address: computer.ipAddress,
      serial_number: computer.serial,
      udid: computer.udid,
      platform: "Mac",
      remote_management: { managed: computer.managed },
      supervised: computer.supervised,
      ...times("report_date", computer.reportedAt),
      ...times("last_contact_time", computer.lastContactAt),
      management_status: { user_approved_mdm: computer.managed },
      site: { id: -1, name: "None" },
    },
    location: {
      username: computer.username,
      realname: computer.realName,
      real_name: computer.realName,
      email_address: computer.email,
      department: computer.department,
      building: computer.building,
    },
    hardware: {
      make: "Apple",
      model: computer.model,
      model_identifier: computer.modelIdentifier,
      os_name: "macOS",
      os_version: computer.osVersion,
      os_build: computer.osBuild,
      sip_status: SIP[computer.sip],
      gatekeeper_status: GATEKEEPER[computer.gatekeeper],
      filevault2_users: disk.on && computer.username !== "" ? [computer.username] : [],
      storage: [{ disk: "disk0", partitions: [partition] }],
    },
    security: { firewall_enabled: computer.firewall },
    extension_attributes: [...fleet.attributes].map(([name, id]) => ({
      id,
      name,
      type: "String",
      value: computer.extensionAttributes[name] ?? "",
    })),
    groups_accounts: {
      computer_group_memberships: fleet.groupsOf(computer.id).map((group) => group.name),
    },
  };
}
