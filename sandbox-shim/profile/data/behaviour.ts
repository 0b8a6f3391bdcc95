import type { Entry, Handling } from "../schema.ts";
import { guide, KVSTORE, NASHORN, NOWHERE, SPEC } from "./sources.ts";

interface Difference {
  name: string;
  summary: string;
  instead?: string;
  handling: Handling;
  /** A function body that returns true on the appliance's engine. */
  example: string;
}

const prelude: Handling = { by: "patch", in: "engines/quickjs" };

/** What runs and does something else than the standard says, or fails with other words. */
const DIFFERENCES: Readonly<Record<string, Difference>> = {
  "date-short-fraction": {
    name: "`Date.parse` with one or two fraction digits",
    summary: "`.67` is read as 67 milliseconds",
    instead: "send epoch milliseconds, or exactly three digits and `Z`",
    handling: prelude,
    example: "var t = '2018-11-16T13:25:15.67'; return Date.parse(t + 'Z') === 1542374715067;",
  },
  "date-long-fraction": {
    name: "`Date.parse` with four or more fraction digits",
    summary: "it gives NaN, as it does for a lower-case `z`",
    instead: "send epoch milliseconds, or exactly three digits and `Z`",
    handling: prelude,
    example:
      "var t = '2018-11-16T13:25:15'; return isNaN(Date.parse(t + '.672123Z')) && isNaN(Date.parse(t + 'z'));",
  },
  "keys-of-primitives": {
    name: "`Object.keys` of a text or number",
    summary: "it throws a TypeError",
    instead: "look at `typeof` first",
    handling: prelude,
    example:
      "try { Object.keys('ab'); } catch (e) { return e instanceof TypeError; } return false;",
  },
  "java-starts-with": {
    name: "`startsWith`, `endsWith`, `repeat` of texts",
    summary: "they work, but are methods of Java: `endsWith` takes one argument only",
    instead: "use them with one argument, which is the same everywhere",
    handling: prelude,
    example:
      "try { 'abc'.endsWith('b', 2); } catch (e) { return 'abc'.startsWith('a') && 'ab'.repeat(2) === 'abab'; } return false;",
  },
  "java-methods": {
    name: "other methods of Java's strings (`contains`, `isEmpty`, `equalsIgnoreCase`, `matches`, `replaceFirst`, `strip`, `isBlank`)",
    summary: "they can be called on the appliance and here, but no type knows them",
    instead: "the JavaScript methods",
    handling: prelude,
    example: "return 'abc'.contains('b') && ''.isEmpty() && 'A'.equalsIgnoreCase('a');",
  },
  "function-names": {
    name: "names of functions",
    summary: "a function is not named after the variable that it is assigned to",
    handling: prelude,
    example: "var f = function () {}; return f.name === '';",
  },
  "object-prototype-of-primitives": {
    name: "`Object.getPrototypeOf` of a text or number",
    summary: "it throws a TypeError",
    handling: prelude,
    example:
      "try { Object.getPrototypeOf('ab'); } catch (e) { return e instanceof TypeError; } return false;",
  },
};

const differences = Object.entries(DIFFERENCES).map(
  ([key, { name, summary, instead, handling, example }]): Entry => ({
    id: `behaviour:${key}`,
    area: "behaviour",
    name,
    status: "differs",
    handling,
    summary,
    ...(instead === undefined ? {} : { instead }),
    evidence: "measured",
    source: NASHORN,
    products: {},
    example,
  }),
);

interface Open {
  summary: string;
  source: string;
  note: string;
}

/** Questions whose answer changes what a script should do; `sdpx probe` asks a Controller. */
const OPEN: Readonly<Record<string, Open>> = {
  "engine build": {
    summary: "which Nashorn the appliance carries, and whether it takes load, quit and exit away",
    source: guide("Use of scripts"),
    note: "the manual points authors to Nashorn's ECMAScript 6; assumed to be as 15.7, and those three are refused here",
  },
  "claims as Java objects": {
    summary:
      "whether claims are objects of the language or Java collections, on which map, filter, join and JSON.stringify do not work",
    source: SPEC,
    note: "the first is assumed; copy lists with an index loop and both work",
  },
  "HTTP without an answer": {
    summary: "whether a call that fails throws or gives a falsy value",
    source: KVSTORE,
    note: "published scripts guard against both; here it throws, and cases can ask for null",
  },
  "syntax extensions": {
    summary:
      "whether Nashorn's own extensions (for each, conditional catch, function closures) are switched on",
    source: NOWHERE,
    note: "assumed to be off: do not use them",
  },
  "quotes in secrets": {
    summary: "whether a secret's value is escaped when it is put into the text of a script",
    source: guide("Secrets"),
    note: "assumed not to be: use values without quotes, backslashes and line breaks",
  },
  "local time zone": {
    summary: "the time zone in which a script's dates are local",
    source: NOWHERE,
    note: "assumed to be UTC; use the UTC methods",
  },
};

const open = Object.entries(OPEN).map(([name, { summary, source, note }]): Entry => ({
  id: `behaviour:${name}`,
  area: "behaviour",
  name,
  status: "unknown",
  summary,
  evidence: "assumed",
  source,
  products: {},
  note,
}));

export const BEHAVIOUR_ENTRIES: readonly Entry[] = [...differences, ...open];
