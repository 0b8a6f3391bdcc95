import type { RemovedMembers } from "../removed.ts";

/**
 * What the engine of the appliance has: `Object.getOwnPropertyNames` of each builtin, taken in OpenJDK Nashorn 15.7 with
 * `--language=es6 --no-java`, sorted. Accessors such as `byteLength` stand on the instances there and so are not listed. The other error
 * classes and typed arrays are as `Error` and `Int8Array`.
 */
export const PRESENT_MEMBERS: readonly RemovedMembers[] = [
  {
    owner: "globalThis",
    names:
      "Array ArrayBuffer Boolean DataView Date Error EvalError Float32Array Float64Array Function Infinity " +
      "Int16Array Int32Array Int8Array JSAdapter JSON Map Math NaN Number Object RangeError ReferenceError " +
      "RegExp Set String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array " +
      "Uint8ClampedArray WeakMap WeakSet __DIR__ __FILE__ __LINE__ __noSuchProperty__ decodeURI " +
      "decodeURIComponent encodeURI encodeURIComponent escape eval exit isFinite isNaN load " +
      "loadWithNewGlobal parseFloat parseInt print quit undefined unescape",
  },
  {
    owner: "Object",
    names:
      "bindProperties create defineProperties defineProperty freeze getOwnPropertyDescriptor " +
      "getOwnPropertyNames getOwnPropertySymbols getPrototypeOf isExtensible isFrozen isSealed keys " +
      "preventExtensions seal setIndexedPropertiesToExternalArrayData setPrototypeOf",
  },
  {
    owner: "Object.prototype",
    names:
      "__proto__ constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString " +
      "valueOf",
  },
  {
    owner: "Function.prototype",
    names: "apply bind call constructor toSource toString",
  },
  {
    owner: "Array",
    names: "isArray",
  },
  {
    owner: "Array.prototype",
    names:
      "assertNumeric concat constructor entries every filter forEach indexOf join keys lastIndexOf length " +
      "map pop push reduce reduceRight reverse shift slice some sort splice toLocaleString toString unshift " +
      "values",
  },
  {
    owner: "String",
    names: "fromCharCode",
  },
  {
    owner: "String.prototype",
    names:
      "charAt charCodeAt concat constructor indexOf lastIndexOf length localeCompare match replace search " +
      "slice split substr substring toLocaleLowerCase toLocaleUpperCase toLowerCase toString toUpperCase " +
      "trim trimLeft trimRight valueOf",
  },
  {
    owner: "Number",
    names: "MAX_VALUE MIN_VALUE NEGATIVE_INFINITY NaN POSITIVE_INFINITY",
  },
  {
    owner: "Number.prototype",
    names: "constructor toExponential toFixed toLocaleString toPrecision toString valueOf",
  },
  {
    owner: "Boolean.prototype",
    names: "constructor toString valueOf",
  },
  {
    owner: "Symbol",
    names: "for iterator keyFor",
  },
  {
    owner: "Symbol.prototype",
    names: "constructor toString valueOf",
  },
  {
    owner: "Date",
    names: "UTC now parse",
  },
  {
    owner: "Date.prototype",
    names:
      "constructor getDate getDay getFullYear getHours getMilliseconds getMinutes getMonth getSeconds " +
      "getTime getTimezoneOffset getUTCDate getUTCDay getUTCFullYear getUTCHours getUTCMilliseconds " +
      "getUTCMinutes getUTCMonth getUTCSeconds getYear setDate setFullYear setHours setMilliseconds " +
      "setMinutes setMonth setSeconds setTime setUTCDate setUTCFullYear setUTCHours setUTCMilliseconds " +
      "setUTCMinutes setUTCMonth setUTCSeconds setYear toDateString toGMTString toISOString toJSON " +
      "toLocaleDateString toLocaleString toLocaleTimeString toString toTimeString toUTCString valueOf",
  },
  {
    owner: "RegExp",
    names:
      "$1 $2 $3 $4 $5 $6 $7 $8 $9 input lastMatch lastParen leftContext multiline rightContext",
  },
  {
    owner: "RegExp.prototype",
    names: "compile constructor exec global ignoreCase lastIndex multiline source test toString",
  },
  {
    owner: "Error",
    names: "captureStackTrace dumpStack",
  },
  {
    owner: "Error.prototype",
    names:
      "columnNumber constructor fileName getStackTrace lineNumber message name printStackTrace stack " +
      "toString",
  },
  {
    owner: "Map.prototype",
    names: "clear constructor delete entries forEach get has keys set size values",
  },
  {
    owner: "Set.prototype",
    names: "add clear constructor delete entries forEach has keys size values",
  },
  {
    owner: "WeakMap.prototype",
    names: "constructor delete get has set",
  },
  {
    owner: "WeakSet.prototype",
    names: "add constructor delete has",
  },
  {
    owner: "Math",
    names:
      "E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 abs acos asin atan atan2 ceil cos exp floor log max min pow " +
      "random round sin sqrt tan",
  },
  {
    owner: "JSON",
    names: "parse stringify",
  },
  {
    owner: "ArrayBuffer",
    names: "isView",
  },
  {
    owner: "ArrayBuffer.prototype",
    names: "constructor slice",
  },
  {
    owner: "DataView.prototype",
    names:
      "constructor getFloat32 getFloat64 getInt16 getInt32 getInt8 getUint16 getUint32 getUint8 setFloat32 " +
      "setFloat64 setInt16 setInt32 setInt8 setUint16 setUint32 setUint8",
  },
  {
    owner: "Int8Array",
    names: "BYTES_PER_ELEMENT",
  },
  {
    owner: "Int8Array.prototype",
    names: "constructor set subarray",
  },
];
