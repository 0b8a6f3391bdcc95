/** Matches one of the characters that a list of ranges names, in hexadecimal. */
function characters(ranges: string): RegExp {
  const escaped = ranges
    .split(" ")
    .map((range) => range.replace(/[0-9a-f]+/g, (code) => `\\u${code.padStart(4, "0")}`));
  return new RegExp(`[${escaped.join("")}]`);
}

/**
 * Characters that today's JavaScript allows in names and the appliance's engine does not: those that Unicode added after version
 * 13 (Java 17), and some that only JavaScript counts as letters. Measured by asking Java for each character.
 */
const NOT_IN_NAMES = characters(
  "d800-dfff b7 387 558 58b-58c 5c8-5c9 870-887 889-88f 897-89f 8b5 8c8-8d2 b53-b54 c3c c5c-c5d cdc-cdd cf3 ece 1369-1371 " +
    "170d 1715 171f 180f 19da 1ac1-1af0 1b4c 1c89-1c8a 1dfa 208f 209d-209f 2118 212e 2c2f 2c5f 309b-309c 30fb 9ffd-9fff " +
    "a7c0-a7c1 a7cb-a7dd a7e2 a7f1-a7f4 ab6c-ab6d ff65",
);
const NOT_FIRST_IN_NAMES = /^[\u1885\u1886]/;

/** Whether the appliance's engine refuses a name that today's JavaScript accepts. */
export const isForeignName = (name: string) =>
  NOT_IN_NAMES.test(name) || NOT_FIRST_IN_NAMES.test(name);

const RESERVED = new Set(
  (
    "break case catch class const continue debugger default delete do else enum export extends false finally for function if " +
    "import in instanceof new null return super switch this throw true try typeof var void while with"
  ).split(" "),
);

/** Whether a word may be a property but not a variable. */
export const isReserved = (name: string) => RESERVED.has(name);

/**
 * Methods of Java's String that a text has in this engine when JavaScript's own String.prototype has none of that name. They
 * can be called, and are in no other way visible.
 */
export const JAVA_STRING_METHODS: ReadonlySet<string> = new Set(
  (
    "startsWith endsWith repeat replaceAll replaceFirst contains contentEquals isEmpty isBlank equals equalsIgnoreCase " +
    "compareTo compareToIgnoreCase matches strip stripLeading stripTrailing codePointAt length hashCode intern subSequence"
  ).split(" "),
);
