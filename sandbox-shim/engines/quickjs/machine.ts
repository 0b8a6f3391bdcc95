import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from "quickjs-emscripten";
import type { QuickJSWASMModule } from "quickjs-emscripten";
import type { Limits } from "../engine.ts";
import { clearAbove, firstImage, laterImage, restore, type Image } from "./image.ts";
import { KIT, PRELUDE_PARTS } from "./prelude.ts";
import { TOOLS_SOURCE } from "./tools.ts";

/** Stands before a script's text, on its first line, so that lines stay what they are. */
export const OPENING = "(function(claims){";
/** Less than this and not even the builtins fit. */
const LEAST_MEMORY = 2 * 1024 * 1024;
/** About 250 KB each. */
const MOST_SCRIPTS = 64;
const MOST_SEEN = 256;

/** Everything that a run may ask of the outside, set before it. */
export interface Surroundings {
  call(name: string, argumentsJson: string): string;
  /** Whether the time is over. */
  late(): boolean;
}

/** A value, or the error instead of it. */
export type Step = { value: QuickJSHandle } | { error: QuickJSHandle };

/**
 * A runtime that can be set back to its beginning. Handles are never disposed: setting back wipes what they point to, and the
 * runtime itself lives as long as its thread. (Disposing one after that would free memory that is not its own.)
 *
 * Texts that come again are also kept compiled, each as an image of a fresh runtime that has compiled it and run nothing.
 */
export class Machine {
  readonly context: QuickJSContext;
  readonly #runtime: QuickJSRuntime;
  readonly #memory: { readonly buffer: ArrayBuffer };
  readonly #fresh: ReturnType<typeof firstImage>;
  readonly #begin: QuickJSHandle;
  readonly #finish: QuickJSHandle;
  readonly #scripts = new Map<string, { image: Image; main: QuickJSHandle }>();
  readonly #seen = new Set<string>();
  #outside: Surroundings = { call: () => "{}", late: () => false };

  /** @throws Error when the engine does not start as expected */
  constructor(module: QuickJSWASMModule) {
    this.#memory = module.getWasmMemory() as { readonly buffer: ArrayBuffer };
    this.#runtime = module.newRuntime();
    this.#runtime.setInterruptHandler(() => this.#outside.late());
    const context = this.#runtime.newContext();
    this.context = context;
    const host = context.newFunction("host", (name, args) =>
      context.newString(this.#outside.call(context.getString(name), context.getString(args))),
    );
    const makeTools = context.unwrapResult(context.evalCode(TOOLS_SOURCE, "(sdpx)"));
    const tools = context.unwrapResult(context.callFunction(makeTools, context.undefined, host));
    const kit = context.unwrapResult(context.evalCode(KIT, "(sdpx)"));
    context.setProp(kit, "host", host);
    context.setProp(kit, "tools", tools);
    let parts = kit;
    for (const part of PRELUDE_PARTS) {
      const patch = context.unwrapResult(context.evalCode(part, "(sdpx)"));
      parts = context.unwrapResult(context.callFunction(patch, context.undefined, kit));
    }
    this.#begin = context.getProp(parts, 0);
    this.#finish = context.getProp(parts, 1);
    this.#fresh = firstImage(this.#memory.buffer);
  }

  /** Sets the machine back and runs one script. What is given back is void after the next call. */
  run(
    script: { text: string; fileName: string },
    settings: string,
    limits: Limits,
    outside: Surroundings,
  ): Step {
    this.#outside = outside;
    const main = this.#compiled(script, limits);
    if ("error" in main) return main;
    const begun = this.#call(this.#begin, this.context.newString(settings));
    return "error" in begun ? begun : this.#call(this.#finish, main.value);
  }

  #call(callee: QuickJSHandle, argument: QuickJSHandle): Step {
    const step = this.context.callFunction(callee, this.context.undefined, argument);
    return step.error ? { error: step.error } : { value: step.value };
  }

  #compiled({ text, fileName }: { text: string; fileName: string }, limits: Limits): Step {
    const key = `${fileName}\n${text}`;
    const kept = this.#scripts.get(key);
    restore(this.#memory.buffer, kept?.image ?? this.#fresh);
    this.#runtime.setMemoryLimit(Math.max(LEAST_MEMORY, limits.memoryBytes));
    this.#runtime.setMaxStackSize(limits.stackBytes);
    if (kept) return { value: kept.main };
    // Taking an image costs more than compiling once, so the second time pays for the later ones.
    const again = this.#seen.has(key);
    if (again) clearAbove(this.#memory.buffer, this.#fresh);
    const step = this.context.evalCode(`${OPENING}${text}\n})`, fileName);
    if (step.error) return { error: step.error };
    if (again) this.#keep(key, step.value);
    if (this.#seen.size >= MOST_SEEN) this.#seen.clear();
    this.#seen.add(key);
    return { value: step.value };
  }

  #keep(key: string, main: QuickJSHandle): void {
    const image = laterImage(this.#memory.buffer, this.#fresh);
    if (image === undefined) return;
    const oldest = this.#scripts.keys().next();
    if (this.#scripts.size >= MOST_SCRIPTS && !oldest.done) this.#scripts.delete(oldest.value);
    this.#scripts.set(key, { image, main });
  }
}
