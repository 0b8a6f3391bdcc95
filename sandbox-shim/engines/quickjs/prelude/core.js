/**
 * What all patches share, taken before any of them and before any script: a script may replace whatever it can see, so
 * patches call only what is kept here.
 */
export default function core(kit) {
  const g = globalThis;
  kit.g = g;
  kit.O = Object;
  const describe = Object.getOwnPropertyDescriptor;
  const unlink = Object.setPrototypeOf;
  /** Descriptors inherit nothing: a script may put anything on Object.prototype. */
  kit.own = (object, key) => {
    const found = describe(object, key);
    return found === undefined ? found : unlink(found, null);
  };
  kit.ownNames = Object.getOwnPropertyNames;
  kit.ownSymbols = Object.getOwnPropertySymbols;
  kit.define = Object.defineProperty;
  kit.protoOf = Object.getPrototypeOf;
  kit.setProto = Object.setPrototypeOf;
  kit.create = Object.create;
  kit.isArray = Array.isArray;
  kit.apply = Reflect.apply;
  kit.construct = Reflect.construct;
  kit.symbols = {
    iterator: Symbol.iterator,
    tag: Symbol.toStringTag,
    primitive: Symbol.toPrimitive,
  };
  const { apply, define, create, own } = kit;
  kit.call = (callee, self, ...args) => apply(callee, self, args);
  const { deleteProperty } = Reflect;
  kit.remove = (object, key) => {
    if (!deleteProperty(object, key))
      throw kit.typeError(`Cannot delete property "${kit.text(key)}" of ${kit.describe(object)}`);
    return true;
  };
  kit.bare = (object) => kit.setProto(object, null);

  const hasOwn = Object.prototype.hasOwnProperty;
  kit.hasOwn = (object, key) => apply(hasOwn, object, [key]);
  const tag = Object.prototype.toString;
  kit.rawTag = (value) => apply(tag, value, []);
  const isError = Error.isError;
  kit.isError = (value) => isError(value);
  kit.isObject = (value) =>
    (typeof value === "object" && value !== null) || typeof value === "function";

  // Used by patches before the file that fills them has run.
  kit.rawTyped = create(null);
  kit.showTyped = create(null);

  const weak = (Type, names) => {
    const methods = create(null);
    for (const name of names) methods[name] = Type.prototype[name];
    return () => {
      const store = new Type();
      const give = create(null);
      for (const name of names) give[name] = (a, b) => apply(methods[name], store, [a, b]);
      return give;
    };
  };
  kit.weakMap = weak(WeakMap, ["get", "set", "has"]);
  kit.map = weak(Map, ["get", "set", "has"]);

  const { TypeError: T, RangeError: R, SyntaxError: X, String: S } = g;
  kit.typeError = (message) => new T(message);
  kit.rangeError = (message) => new R(message);
  kit.syntaxError = (message) => new X(message);

  /** A Java exception: no Error, whatever a script asks it. */
  kit.javaNames = kit.weakMap();
  kit.javaError = (name, message) => {
    const text = message === undefined ? name : `${name}: ${message}`;
    const error = create(null);
    const show = { toString: () => text, getMessage: () => message ?? null };
    define(error, "toString", { __proto__: null, value: show.toString });
    define(error, "getMessage", { __proto__: null, value: show.getMessage });
    define(error, "message", { __proto__: null, value: message ?? null });
    kit.javaNames.set(error, name);
    return Object.preventExtensions(error);
  };
  kit.javaErrorNow = (name, message) => {
    throw kit.javaError(name, message);
  };

  /** ToString, which no symbol has. */
  kit.text = (value) => {
    if (typeof value === "symbol") throw new T("Can not convert Symbol value to string.");
    return typeof value === "string" ? value : S(value);
  };
  kit.number = (value) => {
    if (typeof value === "symbol") throw new T("Can not convert Symbol value to number.");
    return +value;
  };
  const { floor, ceil } = Math;
  kit.integer = (value) => {
    const n = kit.number(value);
    return n !== n ? 0 : n < 0 ? ceil(n) + 0 : floor(n);
  };
  kit.int32 = (value) => kit.number(value) | 0;
  kit.uint32 = (value) => kit.number(value) >>> 0;
  /** Java's cast: what is too large becomes the largest. */
  kit.javaInt = (value) => {
    const n = kit.number(value);
    return n !== n ? 0 : n >= 2147483647 ? 2147483647 : n <= -2147483648 ? -2147483648 : n | 0;
  };

  /** How error messages show a value: without calling anything of the script's. */
  const source = Function.prototype.toString;
  const symbolText = Symbol.prototype.toString;
  kit.describe = (value) => {
    if (typeof value === "symbol") return apply(symbolText, value, []);
    if (typeof value === "function") return kit.functionText(value);
    if (typeof value === "object" && value !== null)
      return kit.tagOf ? kit.tagOf(value) : apply(tag, value, []);
    return S(value);
  };
  kit.notAnObject = (value) => new T(`${kit.describe(value)} is not an Object`);
  kit.toObject = (value) => {
    if (value === undefined || value === null) throw kit.notAnObject(value);
    return kit.O(value);
  };
  const exec = RegExp.prototype.exec;
  /** Whether a pattern matches, without a trace that a script could see. */
  kit.matches = (pattern, text) => apply(exec, pattern, [text]) !== null;
  kit.rawSource = (value) => apply(source, value, []);

  /** Functions that count as the engine's own: shown as native code, never normalised. */
  kit.natives = kit.weakMap();
  kit.native = (fn) => {
    kit.natives.set(fn, true);
    return fn;
  };
  /** Puts methods on an owner, as built-in ones. Write them in short form: those are no constructors. */
  kit.methods = (owner, methods) => {
    for (const name of kit.ownNames(methods)) {
      const { value, get, set } = own(methods, name);
      if (value !== undefined) {
        kit.native(value);
        define(owner, name, {
          __proto__: null,
          value,
          writable: true,
          enumerable: false,
          configurable: true,
        });
      } else {
        if (get) kit.native(get);
        if (set) kit.native(set);
        define(owner, name, { __proto__: null, get, set, enumerable: false, configurable: true });
      }
    }
  };
  /** The function behind for-of; under its own name everywhere. */
  kit.iteratorMethod = (owner, method) => {
    const { walk } = {
      walk() {
        return apply(method, this, []);
      },
    };
    define(walk, "name", { __proto__: null, value: "Symbol[iterator]" });
    define(owner, kit.symbols.iterator, {
      __proto__: null,
      value: kit.native(walk),
      writable: true,
      enumerable: false,
      configurable: true,
    });
  };
  kit.lock = (object, name, value) =>
    define(object, name, {
      __proto__: null,
      value,
      writable: false,
      enumerable: false,
      configurable: false,
    });

  /**
   * Puts another constructor in the place of a built-in one, with the same prototype object, which the engine's own
   * objects have. `make(args, isNew)` gives the result.
   */
  kit.replaceConstructor = (name, make, prototype = g[name].prototype) => {
    const Old = g[name];
    const New = function () {
      return make(arguments, new.target !== undefined, Old);
    };
    for (const key of kit.ownNames(Old))
      if (key !== "prototype" && key !== "length" && key !== "name")
        define(New, key, { __proto__: null, ...own(Old, key), configurable: true });
    // Settled when everything is there: see enforce.js.
    define(New, "name", { __proto__: null, value: name });
    define(New, "length", { __proto__: null, value: Old.length });
    define(New, "prototype", { __proto__: null, value: prototype, writable: false });
    define(prototype, "constructor", {
      __proto__: null,
      value: New,
      writable: true,
      enumerable: false,
      configurable: true,
    });
    define(g, name, {
      __proto__: null,
      value: New,
      writable: true,
      enumerable: false,
      configurable: true,
    });
    kit.native(New);
    return New;
  };
}
