export { startEmbeddedController } from "./start.ts";
export type { EmbeddedController, EmbeddedOptions } from "./start.ts";
export type { AdminUser, Privilege } from "./http/auth.ts";
export { adminUsersSchema } from "./http/auth.ts";
export { readState, writeState } from "./state.ts";
export type { Fault } from "./http/faults.ts";
export { BUILTIN_IDS } from "./seed.ts";
export { distinguishedName } from "./sessions/model.ts";
export type {
  Device,
  EntitlementState,
  RunDeviceScript,
  SessionEvent,
  SessionState,
  SignIn,
  Verdict,
} from "./sessions/model.ts";
export type { Sessions } from "./sessions/sessions.ts";
export type { Dump } from "./store.ts";
