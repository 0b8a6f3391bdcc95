export { between } from "./between.ts";
export type { BetweenOptions, BetweenRow } from "./between.ts";
export { DRIFT_STATES, driftOf, hasDrift } from "./drift.ts";
export type { DriftRow, DriftState } from "./drift.ts";
