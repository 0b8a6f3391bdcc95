import { fileURLToPath } from "node:url";
import type { SandboxKind } from "../../base/kinds.ts";
import tsconfig from "./tsconfig.sandbox.json" with { type: "json" };

/** What a kind adds to the common declarations. A new kind does not compile until it has its file. */
const KIND_FILES = {
  criteria: "criteria.d.ts",
  condition: "condition.d.ts",
  entitlement: "entitlement.d.ts",
  "user-claim": "user-claim.d.ts",
} as const satisfies Record<SandboxKind, string>;

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Absolute paths of the declarations that a script of this kind is checked against, the common ones first. */
export function sandboxTypeFiles(kind: SandboxKind): string[] {
  return [here("sandbox.d.ts"), here(KIND_FILES[kind])];
}

/** Absolute path of the `tsconfig` that editors extend. */
export const sandboxTsconfigPath = here("tsconfig.sandbox.json");

/**
 * The compiler options of that file as JSON: names such as "es5", not TypeScript's enum members. Convert them with
 * `ts.convertCompilerOptionsFromJson(sandboxCompilerOptions, root).options`.
 */
export const sandboxCompilerOptions: Readonly<Record<string, unknown>> = tsconfig.compilerOptions;
