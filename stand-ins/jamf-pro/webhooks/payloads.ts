import type { Computer } from "../model/computer.ts";
import type { MembershipChange } from "../model/groups.ts";
import type { MobileDevice } from "../model/mobile.ts";
import type { WebhookEvent } from "./events.ts";
import type { Webhook } from "./webhook.ts";

export type Payload = Record<string, unknown>;

/** The flat computer object of ComputerAdded, ComputerInventoryCompleted and others. Empty text stands for absent. */
export function computerPayload(computer: Computer): Payload {
  return {
    alternateMacAddress: "",
    building: computer.building,
    department: computer.department,
    deviceName: computer.name,
    emailAddress: computer.email,
    ipAddress: computer.ipAddress,
    jssID: computer.id,
    macAddress: computer.macAddress,
    managementId: computer.managementId,
    model: computer.model,
    osBuild: computer.osBuild,
    osVersion: computer.osVersion,
    phone: "",
    position: "",
    realName: computer.realName,
    reportedIpV4Address: computer.ipAddress,
    reportedIpV6Address: "",
    room: "",
    serialNumber: computer.serial,
    // Seen in lower case in deliveries of 2026, although the API has it in upper case.
    udid: computer.udid.toLowerCase(),
    userDirectoryID: "-1",
    username: computer.username,
  };
}

/** ComputerCheckIn. */
export function checkInPayload(computer: Computer): Payload {
  return {
    computer: computerPayload(computer),
    trigger: "CLIENT_CHECKIN",
    username: computer.username,
  };
}

function mobilePayload(device: MobileDevice): Payload {
  return {
    bluetoothMacAddress: "",
    deviceName: device.name,
    icciID: "",
    imei: "",
    ipAddress: "",
    jssID: device.id,
    model: "iPad",
    modelDisplay: "iPad",
    osBuild: "",
    osVersion: device.osVersion,
    product: "",
    room: "",
    serialNumber: device.serial,
    udid: device.udid,
    userDirectoryID: "-1",
    username: device.username,
    version: device.osVersion,
    wifiMacAddress: "",
  };
}

/**
 * A smart group's change. For computers only ids are told and the device lists stay empty; for mobile devices
 * the added ones are spelled out.
 */
export function membershipPayload(
  change: MembershipChange,
  mobiles: ReadonlyMap<number, MobileDevice>,
): Payload {
  const added = change.of === "mobile" ? change.added : [];
  return {
    computer: change.of === "computer",
    groupAddedDevices: added.flatMap((id) => {
      const device = mobiles.get(id);
      return device ? [mobilePayload(device)] : [];
    }),
    groupAddedDevicesIds: change.added,
    groupRemovedDevices: [],
    groupRemovedDevicesIds: change.removed,
    jssid: change.groupId,
    name: change.groupName,
    smartGroup: true,
  };
}

/** JSSStartup and JSSShutdown. */
export function serverPayload(url: string): Payload {
  return {
    hostAddress: "127.0.0.1",
    institution: "Stand-in",
    isClusterMaster: true,
    jssUrl: `${url}/`,
    webApplicationPath: "/usr/local/jss/tomcat/webapps/ROOT",
  };
}

/** The envelope in which every event travels. Both orders of its two keys occur in the wild. */
export function envelope(
  webhook: Webhook,
  event: WebhookEvent,
  payload: Payload,
  atMs: number,
  order: "webhook-first" | "event-first",
): Payload {
  const head = { id: webhook.id, name: webhook.name, webhookEvent: event, eventTimestamp: atMs };
  return order === "webhook-first"
    ? { webhook: head, event: payload }
    : { event: payload, webhook: head };
}

const escapeXml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/** The same envelope for webhooks of content type text/xml: `<JSSEvent>…</JSSEvent>`. */
export function toXml(body: Payload): string {
  const element = (name: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((item) => element(name, item)).join("");
    if (typeof value === "object" && value !== null) {
      const inner = Object.entries(value).map(([key, child]) => element(key, child));
      return `<${name}>${inner.join("")}</${name}>`;
    }
    return `<${name}>${escapeXml(String(value ?? ""))}</${name}>`;
  };
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${element("JSSEvent", body)}`;
}
