export { type JscOptions, sampleDevice, startJscStandIn } from "./server.ts";
export type { JscStandIn } from "./stand-in.ts";
export { type Device, type DeviceSeed, type Risk, riskOf } from "./devices.ts";
export type { OverrideEvent, OverrideListener, Source } from "./inventory.ts";
export { PUBLISHED_LIMITS, type RateLimits } from "./limits.ts";
export type { Application } from "./login.ts";
