import type { Case } from "../case.ts";

export default [
  {
    name: "own properties of Object",
    code: 'var o = Object; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"setIndexedPropertiesToExternalArrayData w-c setIndexedPropertiesToExternalArrayData/2, getPrototypeOf w-c getPrototypeOf/1, setPrototypeOf w-c setPrototypeOf/2, getOwnPropertyDescriptor w-c getOwnPropertyDescriptor/2, getOwnPropertyNames w-c getOwnPropertyNames/1, getOwnPropertySymbols w-c getOwnPropertySymbols/1, create w-c create/2, defineProperty w-c defineProperty/3, defineProperties w-c defineProperties/2, seal w-c seal/1, freeze w-c freeze/1, preventExtensions w-c preventExtensions/1, isSealed w-c isSealed/1, isFrozen w-c isFrozen/1, isExtensible w-c isExtensible/1, keys w-c keys/1, bindProperties w-c bindProperties/2, prototype ---, length ---, name --- | [object Function]"',
    },
  },
  {
    name: "own properties of Object.prototype",
    code: 'var o = Object.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"toString w-c toString/0, toLocaleString w-c toLocaleString/0, valueOf w-c valueOf/0, hasOwnProperty w-c hasOwnProperty/1, isPrototypeOf w-c isPrototypeOf/1, propertyIsEnumerable w-c propertyIsEnumerable/1, constructor w-c Object/1, __proto__ --c | [object Object]"',
    },
  },
  {
    name: "own properties of Function",
    code: 'var o = Function; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"prototype --- /0, length ---, name --- | [object Function]"' },
  },
  {
    name: "own properties of Function.prototype",
    code: 'var o = Function.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"length ---, name ---, toString w-c toString/0, apply w-c apply/2, call w-c call/1, bind w-c bind/1, toSource w-c toSource/0, constructor w-c Function/1 | [object Function]"',
    },
  },
  {
    name: "own properties of Array",
    code: 'var o = Array; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result: '"isArray w-c isArray/1, prototype ---, length ---, name --- | [object Function]"',
    },
  },
  {
    name: "own properties of Array.prototype",
    code: 'var o = Array.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"length w--, toString w-c toString/0, assertNumeric w-c assertNumeric/0, toLocaleString w-c toLocaleString/0, concat w-c concat/1, join w-c join/1, pop w-c pop/0, push w-c push/1, reverse w-c reverse/0, shift w-c shift/0, slice w-c slice/2, sort w-c sort/1, splice w-c splice/2, unshift w-c unshift/1, indexOf w-c indexOf/1, lastIndexOf w-c lastIndexOf/1, every w-c every/1, some w-c some/1, forEach w-c forEach/1, map w-c map/1, filter w-c filter/1, reduce w-c reduce/1, reduceRight w-c reduceRight/1, entries w-c entries/0, keys w-c keys/0, values w-c values/0, constructor w-c Array/1 | [object Array]"',
    },
  },
  {
    name: "own properties of String",
    code: 'var o = String; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"fromCharCode w-c fromCharCode/1, prototype ---, length ---, name --- | [object Function]"',
    },
  },
  {
    name: "own properties of String.prototype",
    code: 'var o = String.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"toString w-c toString/0, valueOf w-c valueOf/0, charAt w-c charAt/1, charCodeAt w-c charCodeAt/1, concat w-c concat/1, indexOf w-c indexOf/1, lastIndexOf w-c lastIndexOf/1, localeCompare w-c localeCompare/1, match w-c match/1, replace w-c replace/2, search w-c search/1, slice w-c slice/2, split w-c split/2, substr w-c substr/2, substring w-c substring/2, toLowerCase w-c toLowerCase/0, toLocaleLowerCase w-c toLocaleLowerCase/0, toUpperCase w-c toUpperCase/0, toLocaleUpperCase w-c toLocaleUpperCase/0, trim w-c trim/0, trimLeft w-c trimLeft/0, trimRight w-c trimRight/0, constructor w-c String/1, length --- | [object String]"',
    },
  },
  {
    name: "own properties of Number",
    code: 'var o = Number; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"MAX_VALUE ---, MIN_VALUE ---, NaN ---, NEGATIVE_INFINITY ---, POSITIVE_INFINITY ---, prototype ---, length ---, name --- | [object Function]"',
    },
  },
  {
    name: "own properties of Number.prototype",
    code: 'var o = Number.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"toFixed w-c toFixed/1, toExponential w-c toExponential/1, toPrecision w-c toPrecision/1, toString w-c toString/1, toLocaleString w-c toLocaleString/0, valueOf w-c valueOf/0, constructor w-c Number/1 | [object Number]"',
    },
  },
  {
    name: "own properties of Boolean",
    code: 'var o = Boolean; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"prototype ---, length ---, name --- | [object Function]"' },
  },
  {
    name: "own properties of Boolean.prototype",
    code: 'var o = Boolean.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"toString w-c toString/0, valueOf w-c valueOf/0, constructor w-c Boolean/1 | [object Boolean]"',
    },
  },
  {
    name: "own properties of Symbol",
    code: 'var o = Symbol; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"iterator ---, for w-c for/1, keyFor w-c keyFor/1, prototype ---, length ---, name --- | [object Function]"',
    },
  },
  {
    name: "own properties of Symbol.prototype",
    code: 'var o = Symbol.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"toString w-c toString/0, valueOf w-c valueOf/0, constructor w-c Symbol/1 | [object Symbol]"',
    },
  },
  {
    name: "own properties of Date",
    code: 'var o = Date; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"parse w-c parse/1, UTC w-c UTC/7, now w-c now/0, prototype ---, length ---, name --- | [object Function]"',
    },
  },
  {
    name: "own properties of Date.prototype",
    code: 'var o = Date.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"toString w-c toString/0, toDateString w-c toDateString/0, toTimeString w-c toTimeString/0, toLocaleString w-c toLocaleString/0, toLocaleDateString w-c toLocaleDateString/0, toLocaleTimeString w-c toLocaleTimeString/0, valueOf w-c valueOf/0, getTime w-c getTime/0, getFullYear w-c getFullYear/0, getUTCFullYear w-c getUTCFullYear/0, getYear w-c getYear/0, getMonth w-c getMonth/0, getUTCMonth w-c getUTCMonth/0, getDate w-c getDate/0, getUTCDate w-c getUTCDate/0, getDay w-c getDay/0, getUTCDay w-c getUTCDay/0, getHours w-c getHours/0, getUTCHours w-c getUTCHours/0, getMinutes w-c getMinutes/0, getUTCMinutes w-c getUTCMinutes/0, getSeconds w-c getSeconds/0, getUTCSeconds w-c getUTCSeconds/0, getMilliseconds w-c getMilliseconds/0, getUTCMilliseconds w-c getUTCMilliseconds/0, getTimezoneOffset w-c getTimezoneOffset/0, setTime w-c setTime/1, setMilliseconds w-c setMilliseconds/1, setUTCMilliseconds w-c setUTCMilliseconds/1, setSeconds w-c setSeconds/2, setUTCSeconds w-c setUTCSeconds/2, setMinutes w-c setMinutes/3, setUTCMinutes w-c setUTCMinutes/3, setHours w-c setHours/4, setUTCHours w-c setUTCHours/4, setDate w-c setDate/1, setUTCDate w-c setUTCDate/1, setMonth w-c setMonth/2, setUTCMonth w-c setUTCMonth/2, setFullYear w-c setFullYear/3, setUTCFullYear w-c setUTCFullYear/3, setYear w-c setYear/1, toUTCString w-c toUTCString/0, toGMTString w-c toGMTString/0, toISOString w-c toISOString/0, toJSON w-c toJSON/1, constructor w-c Date/7 | [object Date]"',
    },
  },
  {
    name: "own properties of RegExp.prototype",
    code: 'var o = RegExp.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"compile w-c compile/2, exec w-c exec/1, test w-c test/1, toString w-c toString/0, constructor w-c RegExp/2, lastIndex w--, source ---, global ---, ignoreCase ---, multiline --- | [object RegExp]"',
    },
  },
  {
    name: "own properties of Error",
    code: 'var o = Error; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"captureStackTrace w-c captureStackTrace/1, dumpStack w-c dumpStack/0, prototype ---, length ---, name --- | [object Function]"',
    },
  },
  {
    name: "own properties of Error.prototype",
    code: 'var o = Error.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"name w-c, message w-c, printStackTrace w-c printStackTrace/0, getStackTrace w-c getStackTrace/0, toString w-c toString/0, constructor w-c Error/1, stack --c, lineNumber --c, columnNumber --c, fileName --c | [object Error]"',
    },
  },
  {
    name: "own properties of TypeError",
    code: 'var o = TypeError; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"prototype ---, length ---, name --- | [object Function]"' },
  },
  {
    name: "own properties of TypeError.prototype",
    code: 'var o = TypeError.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"name w-c, message w-c, constructor w-c TypeError/1 | [object Error]"' },
  },
  {
    name: "own properties of SyntaxError.prototype",
    code: 'var o = SyntaxError.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"name w-c, message w-c, constructor w-c SyntaxError/1 | [object Error]"' },
  },
  {
    name: "own properties of Map",
    code: 'var o = Map; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"prototype ---, length ---, name --- | [object Function]"' },
  },
  {
    name: "own properties of Map.prototype",
    code: 'var o = Map.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"clear w-c clear/0, delete w-c delete/1, has w-c has/1, set w-c set/2, get w-c get/1, size --c, entries w-c entries/0, keys w-c keys/0, values w-c values/0, forEach w-c forEach/1, constructor w-c Map/0 | [object Map]"',
    },
  },
  {
    name: "own properties of Set",
    code: 'var o = Set; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"prototype ---, length ---, name --- | [object Function]"' },
  },
  {
    name: "own properties of Set.prototype",
    code: 'var o = Set.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"add w-c add/1, has w-c has/1, clear w-c clear/0, delete w-c delete/1, size --c, entries w-c entries/0, keys w-c keys/0, values w-c values/0, forEach w-c forEach/1, constructor w-c Set/0 | [object Set]"',
    },
  },
  {
    name: "own properties of WeakMap",
    code: 'var o = WeakMap; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"prototype ---, length ---, name --- | [object Function]"' },
  },
  {
    name: "own properties of WeakMap.prototype",
    code: 'var o = WeakMap.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"set w-c set/2, get w-c get/1, delete w-c delete/1, has w-c has/1, constructor w-c WeakMap/0 | [object WeakMap]"',
    },
  },
  {
    name: "own properties of WeakSet",
    code: 'var o = WeakSet; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"prototype ---, length ---, name --- | [object Function]"' },
  },
  {
    name: "own properties of WeakSet.prototype",
    code: 'var o = WeakSet.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"add w-c add/1, has w-c has/1, delete w-c delete/1, constructor w-c WeakSet/0 | [object WeakSet]"',
    },
  },
  {
    name: "own properties of Math",
    code: 'var o = Math; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"E ---, LN10 ---, LN2 ---, LOG2E ---, LOG10E ---, PI ---, SQRT1_2 ---, SQRT2 ---, abs w-c abs/1, acos w-c acos/1, asin w-c asin/1, atan w-c atan/1, atan2 w-c atan2/2, ceil w-c ceil/1, cos w-c cos/1, exp w-c exp/1, floor w-c floor/1, log w-c log/1, max w-c max/2, min w-c min/2, pow w-c pow/2, random w-c random/0, round w-c round/1, sin w-c sin/1, sqrt w-c sqrt/1, tan w-c tan/1 | [object Math]"',
    },
  },
  {
    name: "own properties of JSON",
    code: 'var o = JSON; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"parse w-c parse/2, stringify w-c stringify/3 | [object JSON]"' },
  },
  {
    name: "own properties of ArrayBuffer",
    code: 'var o = ArrayBuffer; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result: '"isView w-c isView/1, prototype ---, length ---, name --- | [object Function]"',
    },
  },
  {
    name: "own properties of ArrayBuffer.prototype",
    code: 'var o = ArrayBuffer.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result: '"slice w-c slice/2, constructor w-c ArrayBuffer/1 | [object ArrayBuffer]"',
    },
  },
  {
    name: "own properties of DataView",
    code: 'var o = DataView; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: { result: '"prototype ---, length ---, name --- | [object Function]"' },
  },
  {
    name: "own properties of DataView.prototype",
    code: 'var o = DataView.prototype; return Object.getOwnPropertyNames(o).map(function (n) { var d = Object.getOwnPropertyDescriptor(o, n); return n + (d.writable ? " w" : " -") + (d.enumerable ? "e" : "-") + (d.configurable ? "c" : "-") + (typeof d.value === "function" ? " " + d.value.name + "/" + d.value.length : ""); }).join(", ") + " | " + Object.prototype.toString.call(o);',
    nashorn: {
      result:
        '"getInt8 w-c getInt8/1, getUint8 w-c getUint8/1, getInt16 w-c getInt16/1, getUint16 w-c getUint16/1, getInt32 w-c getInt32/1, getUint32 w-c getUint32/1, getFloat32 w-c getFloat32/1, getFloat64 w-c getFloat64/1, setInt8 w-c setInt8/2, setUint8 w-c setUint8/2, setInt16 w-c setInt16/2, setUint16 w-c setUint16/2, setInt32 w-c setInt32/2, setUint32 w-c setUint32/2, setFloat32 w-c setFloat32/2, setFloat64 w-c setFloat64/2, constructor w-c DataView/1 | [object DataView]"',
    },
  },
] satisfies Case[];
