export { createControllerClient } from "./client.ts";
export type {
  ClientDependencies,
  ControllerClient,
  RevokeRequest,
  TestRequest,
  TestAnswer,
} from "./client.ts";
export type { ActiveSession, ClaimNames, Privilege, SessionInfo } from "./entities.ts";
export { ControllerError } from "./errors.ts";
export { RESOURCES } from "./resources.ts";
export type { Entity, EntityBody, ResourceKind } from "./resources.ts";
export { loadControllerSettings, readControllerSettings } from "./settings.ts";
export type { ControllerEnvironment, ControllerSettings } from "./settings.ts";
export { deviceIdFrom, machineDeviceId } from "./device-id.ts";
export { API_RELEASES, NEWEST_API, OLDEST_API } from "./version.ts";
