import type { Gap } from "./case.ts";
import { BUILTIN_GAPS } from "./gaps-builtins.ts";
import { FOUND_GAPS } from "./gaps-found.ts";
import { SYNTAX_GAPS } from "./gaps-syntax.ts";

/**
 * Known differences between QuickJS here and Nashorn, each with its reason. One that is no longer there fails the test, so the list
 * says what is true today. `sdpx run --engine nashorn` has none of them.
 */
export const GAPS: readonly Gap[] = [...BUILTIN_GAPS, ...FOUND_GAPS, ...SYNTAX_GAPS];
