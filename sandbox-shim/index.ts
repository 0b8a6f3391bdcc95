/** The sandbox outside the appliance: evaluate expressions, check their text, run device scripts. */
export type * from "./engines/engine.ts";
export {
  createQuickJsEngine,
  DEFAULT_LIMITS,
  type QuickJsOptions,
} from "./engines/quickjs/index.ts";
export {
  checkSyntax,
  isBlocking,
  passGate,
  type Passage,
  type SyntaxFinding,
} from "./gate/check.ts";
export { codeFrame } from "./gate/frame.ts";
export {
  RUNTIME_RULES,
  SYNTAX_RULES,
  TOLERABLE,
  type RuntimeRuleName,
  type SyntaxRule,
  type SyntaxRuleName,
  type Tolerated,
} from "./gate/rules.ts";
export { memoryCache } from "./host/cache.ts";
export { liveHttp, type LiveHttpOptions } from "./host/live.ts";
export { secretNames, secretScrubber } from "./host/secrets.ts";
export { stubAnswer } from "./host/stubs.ts";
export { checkResult, KIND_RULES } from "./kinds/index.ts";
export {
  runDeviceScript,
  type DeviceRun,
  type DeviceRunRequest,
  type StubCommand,
} from "./device/run.ts";
export { sandboxCompilerOptions, sandboxTsconfigPath, sandboxTypeFiles } from "./types/index.ts";
