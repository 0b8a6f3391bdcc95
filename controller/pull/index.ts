export { adopt, planAdopt } from "./adopt.ts";
export type { Adopter } from "./adopt.ts";
export { chooseStems, matchesGlob, safeStem } from "./names.ts";
export { isWritten, planPull } from "./plan.ts";
export type { LocalRaw, LocalState, PullItem, PullOptions, PullPlan } from "./plan.ts";
export { readScripts } from "./read.ts";
export type { Scripts } from "./read.ts";
export { keep } from "./script.ts";
export type { KeptScript, NotKept } from "./script.ts";
