/**
 * What the local engine has and the appliance's engine (Nashorn, ES6 mode) lacks. An emulator must subtract: a script
 * that passes here and fails on the appliance is the worst mistake that the emulator can make.
 *
 * Evidence: `Object.getOwnPropertyNames` of every builtin, taken in OpenJDK Nashorn 15.7 with `--language=es6` and in
 * the QuickJS build that sdpx uses; this is the difference, for people to read. What the engine applies is the other side of it,
 * profile/shape.ts: everything that is not listed there is taken away, whatever the local engine's version adds.
 * `String.prototype` has more than it shows: a text has the methods of java.lang.String when they are called (engines/quickjs/java-strings.ts).
 */
export interface RemovedMembers {
  /** An expression that gives the object, evaluated before anything is removed. */
  readonly owner: string;
  readonly names: string;
}

export const REMOVED_MEMBERS = [
  {
    owner: "Object",
    names: "assign entries fromEntries getOwnPropertyDescriptors groupBy hasOwn is values",
  },
  {
    owner: "Object.prototype",
    names: "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__",
  },
  { owner: "Function.prototype", names: "columnNumber fileName lineNumber" },
  { owner: "Array", names: "from of" },
  {
    owner: "Array.prototype",
    names:
      "at copyWithin fill find findIndex findLast findLastIndex flat flatMap includes toReversed toSorted toSpliced with",
  },
  { owner: "Object.getPrototypeOf(Int8Array)", names: "from of" },
  {
    owner: "Object.getPrototypeOf(Int8Array.prototype)",
    names:
      "at with values keys entries copyWithin every some forEach map filter reduce reduceRight fill find findIndex " +
      "findLast findLastIndex reverse toReversed slice sort toSorted join indexOf lastIndexOf includes",
  },
  {
    owner: "Object.getPrototypeOf(Object.getPrototypeOf([].keys()))",
    names: "drop filter flatMap map take every find forEach some reduce toArray",
  },
  { owner: "String", names: "fromCodePoint raw" },
  {
    owner: "String.prototype",
    names:
      "anchor at big blink bold endsWith fixed fontcolor fontsize includes isWellFormed italics link matchAll " +
      "normalize padEnd padStart repeat replaceAll small startsWith strike sub sup toWellFormed trimEnd trimStart",
  },
  { owner: "Number", names: "isFinite isInteger isNaN isSafeInteger parseFloat parseInt" },
  { owner: "Symbol.prototype", names: "description" },
  { owner: "RegExp", names: "escape" },
  { owner: "RegExp.prototype", names: "dotAll hasIndices sticky unicode unicodeSets" },
  { owner: "Error", names: "isError" },
  { owner: "Map", names: "groupBy" },
  { owner: "Map.prototype", names: "getOrInsert getOrInsertComputed" },
  { owner: "Set", names: "groupBy" },
  {
    owner: "Set.prototype",
    names:
      "difference intersection isDisjointFrom isSubsetOf isSupersetOf symmetricDifference union",
  },
  { owner: "WeakMap.prototype", names: "getOrInsert getOrInsertComputed" },
  {
    owner: "Math",
    names:
      "acosh asinh atanh cbrt clz32 cosh expm1 f16round fround hypot imul log10 log1p log2 sign sinh sumPrecise tanh trunc",
  },
  {
    owner: "ArrayBuffer.prototype",
    names: "detached maxByteLength resizable resize transfer transferToFixedLength",
  },
  {
    owner: "DataView.prototype",
    names: "getBigInt64 getBigUint64 getFloat16 setBigInt64 setBigUint64 setFloat16",
  },
  // Last: the owners above are found through globals.
  {
    owner: "globalThis",
    names:
      "AggregateError Atomics BigInt BigInt64Array BigUint64Array FinalizationRegistry Float16Array InternalError Iterator " +
      "Promise Proxy Reflect SharedArrayBuffer WeakRef globalThis",
  },
] as const satisfies readonly RemovedMembers[];
