import type { Computer } from "../model/computer.ts";

/**
 * Fields of computers-inventory that can be filtered and sorted by: a part of what Jamf Pro offers. `read` gives a
 * number for ids and times (epoch milliseconds), so that they compare by value.
 */
export type Field =
  | { type: "text"; read(computer: Computer): string }
  | { type: "number" | "time"; read(computer: Computer): number }
  | { type: "boolean"; read(computer: Computer): boolean };

export const FIELDS: Readonly<Record<string, Field>> = {
  id: { type: "number", read: (computer) => computer.id },
  udid: { type: "text", read: (computer) => computer.udid },
  "general.name": { type: "text", read: (computer) => computer.name },
  "general.managementId": { type: "text", read: (computer) => computer.managementId },
  "general.platform": { type: "text", read: () => "Mac" },
  "general.lastIpAddress": { type: "text", read: (computer) => computer.ipAddress },
  "general.reportDate": { type: "time", read: (computer) => computer.reportedAt },
  "general.lastContactTime": { type: "time", read: (computer) => computer.lastContactAt },
  "general.lastEnrolledDate": { type: "time", read: (computer) => computer.enrolledAt },
  "general.remoteManagement.managed": { type: "boolean", read: (computer) => computer.managed },
  "general.supervised": { type: "boolean", read: (computer) => computer.supervised },
  "hardware.serialNumber": { type: "text", read: (computer) => computer.serial },
  "hardware.macAddress": { type: "text", read: (computer) => computer.macAddress },
  "hardware.model": { type: "text", read: (computer) => computer.model },
  "hardware.modelIdentifier": { type: "text", read: (computer) => computer.modelIdentifier },
  "operatingSystem.version": { type: "text", read: (computer) => computer.osVersion },
  "operatingSystem.build": { type: "text", read: (computer) => computer.osBuild },
  "userAndLocation.username": { type: "text", read: (computer) => computer.username },
  "userAndLocation.realname": { type: "text", read: (computer) => computer.realName },
  "userAndLocation.email": { type: "text", read: (computer) => computer.email },
};

/** The field of this name. @throws Error with a sentence for the API's error body */
export function fieldNamed(name: string): Field {
  const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  if (!field) throw new Error(`The field ${name} cannot be filtered or sorted by`);
  return field;
}
