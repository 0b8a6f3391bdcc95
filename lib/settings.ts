import type { Risk } from "./risk.ts";

/** The values that differ from one organisation to the next. Edit them, run `sdpx test`, publish. */

/** Where the posture cache listens, as the Controllers and Gateways reach it. */
export const POSTURE_CACHE_URL = "https://posture-cache.internal:9443";

/** The device claim that holds the Mac's serial number: `claimName` in device-claims/mac-serial.ts. */
export const SERIAL_CLAIM = "macSerial";

/** The highest risk with which a device may still work. */
export const MAX_RISK: Risk = "LOW";

/** Where a user of a Mac that is refused gets help. Reachable whatever the posture. */
export const SELF_SERVICE_URL = "https://self-service.corp.example/mac";

/** Hosts that the devices of a group may reach. Groups are the aliases that the posture cache is configured with. */
export const GROUP_HOSTS: { [group: string]: string[] } = {
  engineering: ["git.corp.example", "ci.corp.example"],
  finance: ["erp.corp.example"],
};

/** Ports for administration, open to the devices of a group. Always text: a number may arrive as 22.0. */
export const GROUP_ADMIN_PORTS: { [group: string]: string[] } = {
  engineering: ["22"],
  "it-support": ["22", "3389", "5900"],
};

/** A tile in the Client. */
export interface AppTile {
  name: string;
  url: string;
  description: string;
  colorCode: number;
  groupName: string;
}

/** Tiles for the devices of a group. */
export const GROUP_APPS: { [group: string]: AppTile[] } = {
  engineering: [
    {
      name: "Git",
      url: "https://git.corp.example",
      description: "Source code and reviews",
      colorCode: 4,
      groupName: "Engineering",
    },
  ],
  finance: [
    {
      name: "ERP",
      url: "https://erp.corp.example",
      description: "Orders, invoices and accounts",
      colorCode: 9,
      groupName: "Finance",
    },
  ],
};
