import type { Case } from "../case.ts";

/** Names, reserved words, strict mode and number literals. */
export default [
  {
    name: "var yield = 1; return yield === 1",
    code: "var yield = 1; return yield === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var let = 1; return let === 1",
    code: "var let = 1; return let === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var static = 1; return static === 1",
    code: "var static = 1; return static === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var await = 1; return await === 1",
    code: "var await = 1; return await === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var async = 1; return async === 1",
    code: "var async = 1; return async === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var of = 1; return of === 1",
    code: "var of = 1; return of === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var implements = 1; return implements === 1",
    code: "var implements = 1; return implements === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var interface = 1; return interface===1",
    code: "var interface = 1; return interface===1",
    nashorn: { result: "true" },
  },
  {
    name: "var package = 1; return package===1",
    code: "var package = 1; return package===1",
    nashorn: { result: "true" },
  },
  {
    name: "var private = 1; return private===1",
    code: "var private = 1; return private===1",
    nashorn: { result: "true" },
  },
  {
    name: "var protected = 1; return protected===1",
    code: "var protected = 1; return protected===1",
    nashorn: { result: "true" },
  },
  {
    name: "var public = 1; return public===1",
    code: "var public = 1; return public===1",
    nashorn: { result: "true" },
  },
  {
    name: "var enum = 1; return enum===1",
    code: "var enum = 1; return enum===1",
    nashorn: { error: "syntax" },
  },
  {
    name: "var class = 1; return true",
    code: "var class = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var super = 1; return true",
    code: "var super = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var import = 1; return true",
    code: "var import = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var const = 1; return true",
    code: "var const = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var null = 1; return true",
    code: "var null = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var true = 1; return true",
    code: "var true = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var undefined = 1; return undefined === 1",
    code: "var undefined = 1; return undefined === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var NaN = 1; return NaN === 1",
    code: "var NaN = 1; return NaN === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var eval = 1; return eval === 1",
    code: "var eval = 1; return eval === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var arguments = 1; return arguments === 1",
    code: "var arguments = 1; return arguments === 1",
    nashorn: { result: "true" },
  },
  {
    name: "var get = 1; return get===1",
    code: "var get = 1; return get===1",
    nashorn: { result: "true" },
  },
  {
    name: "var set = 1; return set===1",
    code: "var set = 1; return set===1",
    nashorn: { result: "true" },
  },
  {
    name: "var each = 1; return each===1",
    code: "var each = 1; return each===1",
    nashorn: { result: "true" },
  },
  {
    name: "var int = 1, byte=2, char=3, goto=4, long=5, native=6, abstract=7, boolean=8 ...",
    code: "var int = 1, byte=2, char=3, goto=4, long=5, native=6, abstract=7, boolean=8, double=9, final=10, float=11, short=12, synchronized=13, throws=14, transient=15, volatile=16; return int===1",
    nashorn: { result: "true" },
  },
  {
    name: "let let = 1; return true",
    code: "let let = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "let yield = 1; return yield===1",
    code: "let yield = 1; return yield===1",
    nashorn: { result: "true" },
  },
  {
    name: "let static = 1; return static===1",
    code: "let static = 1; return static===1",
    nashorn: { result: "true" },
  },
  {
    name: "const let = 1; return true",
    code: "const let = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "let x = 1; return x===1",
    code: "let\nx = 1; return x===1",
    nashorn: { result: "true" },
  },
  {
    name: "let let = 1; return true (2)",
    code: "let\nlet = 1; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var x = 1; let: while(true) { break let; } return true",
    code: "var x = 1; let: while(true) { break let; } return true",
    nashorn: { result: "true" },
  },
  {
    name: "yield: while(true) { break yield; } return true",
    code: "yield: while(true) { break yield; } return true",
    nashorn: { result: "true" },
  },
  {
    name: "await: while(true) { break await; } return true",
    code: "await: while(true) { break await; } return true",
    nashorn: { result: "true" },
  },
  {
    name: "let = 1; return let === 1",
    code: "let = 1; return let === 1",
    nashorn: { result: "true" },
  },
  {
    name: "yield = 1; return yield === 1",
    code: "yield = 1; return yield === 1",
    nashorn: { result: "true" },
  },
  {
    name: "if (true) let {} return true",
    code: "if (true) let\n{} return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var let; if (true) let; return true",
    code: "var let; if (true) let; return true",
    nashorn: { result: "true" },
  },
  {
    name: "do let {} while(false); return true",
    code: "do let\n{} while(false); return true",
    nashorn: { error: "syntax" },
  },
  { name: "l: let {} return true", code: "l: let\n{} return true", nashorn: { error: "syntax" } },
  {
    name: "for (let in {}) ; return true",
    code: "for (let in {}) ; return true",
    nashorn: { result: "true" },
  },
  {
    name: "for (let of []) ; return true",
    code: "for (let of []) ; return true",
    nashorn: { result: "true" },
  },
  {
    name: "for (let = 0; let < 1; let++) ; return true",
    code: "for (let = 0; let < 1; let++) ; return true",
    nashorn: { result: "true" },
  },
  {
    name: "for (var let of [1]) ; return true",
    code: "for (var let of [1]) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (let let of [1]) ; return true",
    code: "for (let let of [1]) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "var x; for (let of = 0; of < 1; of++) ; return true",
    code: "var x; for (let of = 0; of < 1; of++) ; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: "for (of of [1]) ; return true",
    code: "for (of of [1]) ; return true",
    nashorn: { result: "true" },
  },
  {
    name: "var of; for (of in {}) ; return true",
    code: "var of; for (of in {}) ; return true",
    nashorn: { result: "true" },
  },
  {
    name: "for (var of of [1]); return true",
    code: "for (var of of [1]); return true",
    nashorn: { result: "true" },
  },
  {
    name: "for (let of of [1]); return true",
    code: "for (let of of [1]); return true",
    nashorn: { error: "ReferenceError" },
  },
  {
    name: "for (let.x in {}) ; return true",
    code: "for (let.x in {}) ; return true",
    nashorn: { result: "true" },
  },
  { name: "let[0]; return true", code: "let[0]; return true", nashorn: { error: "syntax" } },
  {
    name: "var let = []; let[0] = 1; return true",
    code: "var let = []; let[0] = 1; return true",
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; var yield; return true',
    code: '"use strict"; var yield; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; var let; return true',
    code: '"use strict"; var let; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; var static; return true',
    code: '"use strict"; var static; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; var implements; return true',
    code: '"use strict"; var implements; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; var interface; return true',
    code: '"use strict"; var interface; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; var package; return true',
    code: '"use strict"; var package; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; var private; return true',
    code: '"use strict"; var private; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; var protected; return true',
    code: '"use strict"; var protected; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; var public; return true',
    code: '"use strict"; var public; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; var await = 1; return await===1',
    code: '"use strict"; var await = 1; return await===1',
    nashorn: { result: "true" },
  },
  {
    name: '"use strict"; yield: 1; return true',
    code: '"use strict"; yield: 1; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; let: 1; return true',
    code: '"use strict"; let: 1; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; static: 1; return true',
    code: '"use strict"; static: 1; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; package: 1; return true',
    code: '"use strict"; package: 1; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; var eval; return true',
    code: '"use strict"; var eval; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; var arguments; return true',
    code: '"use strict"; var arguments; return true',
    nashorn: { error: "syntax" },
  },
  {
    name: '"use strict"; eval = 1; return true',
    code: '"use strict"; eval = 1; return true',
    nashorn: { error: "syntax" },
  },
] satisfies Case[];
