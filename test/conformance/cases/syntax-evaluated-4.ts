import type { Case } from "../case.ts";

/** Text that is evaluated: eval and Function. */
export default [
  {
    name: 'try { (function(){ "use strict"; eval("010") })() } catch (e) { return e.name }',
    code: 'try { (function(){ "use strict"; eval("010") })() } catch (e) { return e.name }',
    nashorn: { result: '"SyntaxError"' },
  },
  {
    name: 'try { (function(){ "use strict"; (0,eval)("010") })(); return 1 } catch (e)  ...',
    code: 'try { (function(){ "use strict"; (0,eval)("010") })(); return 1 } catch (e) { return e.name }',
    nashorn: { result: "1" },
  },
  {
    name: 'try { (function(){ "use strict"; new Function("return 010")() })(); return 1 ...',
    code: 'try { (function(){ "use strict"; new Function("return 010")() })(); return 1 } catch (e) { return e.name }',
    nashorn: { result: "1" },
  },
] satisfies Case[];
