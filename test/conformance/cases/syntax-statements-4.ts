import type { Case } from "../case.ts";

/** Statements: loops, labels, blocks, declarations, directives. */
export default [
  {
    name: '1; "use strict"; with({}){} return true',
    code: '1; "use strict"; with({}){} return true',
    nashorn: { result: "true" },
  },
  {
    name: '"use strict" .length; with({}){} return true',
    code: '"use strict"\n.length; with({}){} return true',
    nashorn: { result: "true" },
  },
  {
    name: '"use strict" + 1; with({}){} return true',
    code: '"use strict" + 1; with({}){} return true',
    nashorn: { result: "true" },
  },
  {
    name: 'function f(){ "use strict"; with({}){} } return true',
    code: 'function f(){ "use strict"; with({}){} } return true',
    nashorn: { error: "syntax" },
  },
  {
    name: 'function f(){ "use strict" } with({}){} return true',
    code: 'function f(){ "use strict" } with({}){} return true',
    nashorn: { result: "true" },
  },
  {
    name: '(function(){ "use strict"; return function(){ with({}){} } }); return true',
    code: '(function(){ "use strict"; return function(){ with({}){} } }); return true',
    nashorn: { error: "syntax" },
  },
] satisfies Case[];
