/**
 * Object and its prototype. Some own properties exist in the appliance's engine and not here, or the other way round; what
 * looks at properties goes through `kit.look`, so that a script sees the former.
 */
export default function reflect(kit) {
  const { O, own, ownNames, ownSymbols, define, protoOf, apply, isObject, typeError, hasOwn } = kit;
  const raw = {
    seal: O.seal,
    freeze: O.freeze,
    preventExtensions: O.preventExtensions,
    isSealed: O.isSealed,
    isFrozen: O.isFrozen,
    setPrototypeOf: O.setPrototypeOf,
    create: O.create,
    keys: O.keys,
    enumerable: O.prototype.propertyIsEnumerable,
    isPrototypeOf: O.prototype.isPrototypeOf,
  };
  const { isExtensible } = O;
  const FP = Function.prototype;
  const must = (value) => {
    if (!isObject(value)) throw kit.notAnObject(value);
    return value;
  };

  /** Members of regular expressions that are own properties there. */
  const SHOWN_FIRST = /^(?:prototype|length|name|arguments|caller)$/;
  const FIRST = ["prototype", "length", "name", "arguments", "caller"];
  const ATTRIBUTES = ["enumerable", "configurable", "value", "writable", "get", "set"];
  const DIGITS = /^\d+$/;
  const REGEXP = ["source", "global", "ignoreCase", "multiline"];
  const isVirtual = (key) =>
    key === "source" || key === "global" || key === "ignoreCase" || key === "multiline";
  kit.virtualSymbols = kit.map();
  for (const name of ownNames(Symbol)) {
    const value = Symbol[name];
    if (typeof value === "symbol" && value !== Symbol.iterator) kit.virtualSymbols.set(value, true);
  }
  const fixed = (value) => ({
    __proto__: null,
    value,
    writable: false,
    enumerable: false,
    configurable: false,
  });
  const isArguments = (object) => kit.rawTag(object) === "[object Arguments]";

  const touch = (object) => {
    if (typeof object === "function") kit.normalise(object);
    else if (isArguments(object)) {
      const callee = own(object, "callee");
      if (callee?.get && own(object, "caller") === undefined && isExtensible(object)) {
        kit.poisoned(object, "caller");
      }
    }
    return object;
  };
  /** The own property of an object as the appliance has it. */
  kit.look = (object, key) => {
    touch(object);
    if (typeof key === "symbol") {
      if (kit.virtualSymbols.has(key)) return undefined;
    } else if (kit.isRegExp(object)) {
      if (isVirtual(key)) return fixed(kit.regExpMember(object, key));
    } else if (key === "stack" && kit.isError(object)) return undefined;
    else if (object === FP && (key === "caller" || key === "arguments")) return undefined;
    else if (object === kit.legacyRegExp && kit.legacy.has(key)) {
      return {
        __proto__: null,
        value: object[key],
        writable: false,
        enumerable: true,
        configurable: false,
      };
    }
    const found = own(object, key);
    if (found?.get) kit.normalise(found.get);
    if (found?.set) kit.normalise(found.set);
    return found;
  };
  const has = (object, key) => kit.look(object, key) !== undefined;
  const key = (value) => (typeof value === "symbol" ? value : kit.text(value));
  /** Names that a list leaves out, because they come in another place or not at all. */
  const isElsewhere = (object, name) => {
    if (object === FP) return name === "caller" || name === "arguments";
    if (typeof object === "function") return kit.matches(SHOWN_FIRST, name);
    if (kit.isRegExp(object)) return name === "lastIndex" || isVirtual(name);
    return name === "stack" && kit.isError(object);
  };
  /** Own names in the order of the appliance's engine. */
  const names = (object) => {
    touch(object);
    const all = ownNames(object);
    const list = [];
    let at = 0;
    const add = (name) =>
      define(list, at++, {
        __proto__: null,
        value: name,
        writable: true,
        enumerable: true,
        configurable: true,
      });
    const addFirst = () => {
      for (let i = 0; i < FIRST.length; i++) if (own(object, FIRST[i])) add(FIRST[i]);
    };
    const addRegExp = () => {
      add("lastIndex");
      for (let i = 0; i < REGEXP.length; i++) add(REGEXP[i]);
    };
    const isFunction = typeof object === "function" && object !== FP;
    const isRegExp = kit.isRegExp(object);
    const isBuiltIn = isFunction ? kit.natives.has(object) : object === kit.regExpPrototype;
    if (isFunction && !isBuiltIn) addFirst();
    if (isRegExp && !isBuiltIn) addRegExp();
    for (let i = 0; i < all.length; i++) if (!isElsewhere(object, all[i])) add(all[i]);
    if (isFunction && isBuiltIn) addFirst();
    if (isRegExp && isBuiltIn) addRegExp();
    return list;
  };

  /** Defines one property; attributes are read once, in the order of the standard. */
  const defineOne = (object, k, attributes) => {
    const wanted = kit.readAttributes(attributes);
    if (typeof k === "string" && isVirtual(k) && kit.isRegExp(object)) {
      define(define(kit.create(null), k, kit.look(object, k)), k, wanted);
      return;
    }
    // The local engine lets them be defined anew.
    if (object === kit.g && (k === "undefined" || k === "NaN" || k === "Infinity")) {
      define(define(kit.create(null), k, own(object, k)), k, wanted);
      return;
    }
    // The local engine makes an array longer before it refuses.
    if (kit.isArray(object) && !isExtensible(object) && own(object, k) === undefined)
      throw typeError(
        `Cannot add new property "${kit.describe(k)}" to non-extensible [object Array]`,
      );
    define(object, k, wanted);
  };
  /** One after the other: what comes before a mistake stays. */
  const defineAll = (object, properties) => {
    must(object);
    touch(object);
    const from = kit.toObject(properties);
    const list = raw.keys(from);
    for (let i = 0; i < list.length; i++) defineOne(object, list[i], from[list[i]]);
    return object;
  };

  kit.methods(O, {
    getPrototypeOf(object) {
      return protoOf(must(object));
    },
    setPrototypeOf(object, prototype) {
      if (object === undefined || object === null) throw kit.notAnObject(object);
      if (!isObject(object)) return object;
      if (prototype !== null && !isObject(prototype))
        throw typeError(
          `Cannot set Object ${kit.describe(object)}'s __proto__ to be a non-object like ${kit.describe(prototype)}`,
        );
      return raw.setPrototypeOf(object, prototype);
    },
    getOwnPropertyDescriptor(object, name) {
      must(object);
      const found = kit.look(object, kit.text(name));
      if (found === undefined) return undefined;
      const { configurable, enumerable } = found;
      return hasOwn(found, "value")
        ? { configurable, enumerable, writable: found.writable, value: found.value }
        : { configurable, enumerable, get: kit.shownGetter(found.get), set: found.set };
    },
    getOwnPropertyNames(object) {
      return names(kit.toObject(object));
    },
    getOwnPropertySymbols(value) {
      const object = kit.toObject(value);
      const all = ownSymbols(object);
      const list = [];
      let at = 0;
      const skipIterator = isArguments(object);
      for (let i = 0; i < all.length; i++) {
        if (kit.virtualSymbols.has(all[i]) || (skipIterator && all[i] === kit.symbols.iterator))
          continue;
        define(list, at++, {
          __proto__: null,
          value: all[i],
          writable: true,
          enumerable: true,
          configurable: true,
        });
      }
      return list;
    },
    create(prototype, properties) {
      if (prototype !== null) must(prototype);
      const object = kit.create(prototype);
      if (properties !== undefined) defineAll(object, properties);
      return object;
    },
    defineProperty(object, name, attributes) {
      must(object);
      const k = key(name);
      touch(object);
      defineOne(object, k, attributes);
      return object;
    },
    defineProperties(object, properties) {
      return defineAll(object, properties);
    },
    seal(object) {
      return isObject(object) ? raw.seal(touch(object)) : object;
    },
    freeze(object) {
      if (!isObject(object)) return object;
      touch(object);
      return kit.isTyped(object) ? raw.preventExtensions(object) : raw.freeze(object);
    },
    preventExtensions(object) {
      return isObject(object) ? raw.preventExtensions(touch(object)) : object;
    },
    isSealed(object) {
      if (!isObject(object)) return true;
      // The elements of an array that cannot grow count as sealed there.
      if (kit.isArray(object) && !isExtensible(object)) {
        const list = ownNames(object);
        for (let i = 0; i < list.length; i++)
          if (!kit.matches(DIGITS, list[i]) && own(object, list[i]).configurable) return false;
        return true;
      }
      return raw.isSealed(touch(object));
    },
    isFrozen(object) {
      return isObject(object) ? raw.isFrozen(touch(object)) : true;
    },
    keys(object) {
      return raw.keys(must(object));
    },
    bindProperties(object, source) {
      must(object);
      must(source);
      const list = names(source);
      for (let i = 0; i < list.length; i++) {
        const name = list[i];
        if (has(object, name)) continue;
        define(object, name, {
          __proto__: null,
          get: () => source[name],
          set: (value) => (source[name] = value),
          enumerable: own(source, name).enumerable,
          configurable: true,
        });
      }
      return object;
    },
    setIndexedPropertiesToExternalArrayData() {
      throw typeError("Object.setIndexedPropertiesToExternalArrayData is not there");
    },
  });

  /** Reads a property descriptor once, in the order of the standard. */
  kit.readAttributes = (from) => {
    must(from);
    const to = kit.create(null);
    for (let i = 0; i < ATTRIBUTES.length; i++)
      if (ATTRIBUTES[i] in from) to[ATTRIBUTES[i]] = from[ATTRIBUTES[i]];
    if (("get" in to || "set" in to) && ("value" in to || "writable" in to))
      throw typeError("inconsistent property descriptor");
    if (to.get !== undefined) mustBeFunction(to.get);
    if (to.set !== undefined) mustBeFunction(to.set);
    return to;
  };
  const mustBeFunction = (value) => {
    if (typeof value !== "function") throw typeError(`${kit.describe(value)} is not a function`);
  };
  kit.shownGetter = (getter) => (kit.hiddenGetters.has(getter) ? undefined : getter);
  kit.hiddenGetters = kit.map();

  const rawTag = kit.rawTag;
  /** What Object.prototype.toString says of an object. */
  kit.tagOf = (object) => {
    const known = kit.prototypeTags.get(object) ?? kit.javaNames.get(object);
    if (known !== undefined) return `[object ${known}]`;
    const tag = rawTag(object);
    const brand = kit.brands[tag];
    if (brand !== undefined) return brand(object) ? tag : "[object Object]";
    if (tag === "[object Object]") {
      const name = kit.typedName(object);
      if (name !== undefined) return `[object ${name}]`;
    }
    return tag;
  };
  kit.prototypeTags = kit.weakMap();
  kit.brands = kit.create(null);

  kit.methods(O.prototype, {
    toString() {
      if (this === undefined) return "[object Undefined]";
      if (this === null) return "[object Null]";
      if (typeof this === "symbol") return "[object org.openjdk.nashorn.internal.runtime.Symbol]";
      return kit.tagOf(O(this));
    },
    toLocaleString() {
      const show = kit.toObject(this).toString;
      if (typeof show !== "function") throw typeError("toString is not a function");
      return apply(show, this, []);
    },
    valueOf() {
      return kit.toObject(this);
    },
    hasOwnProperty(name) {
      const k = key(name);
      const object = kit.toObject(this);
      if (isArguments(object) && k === kit.symbols.iterator) return false;
      return has(object, k);
    },
    isPrototypeOf(value) {
      if (!isObject(value)) return false;
      const object = kit.toObject(this);
      return apply(raw.isPrototypeOf, object, [value]);
    },
    propertyIsEnumerable(name) {
      const k = kit.text(name);
      const object = kit.toObject(this);
      if (
        rawTag(object) === "[object String]" &&
        typeof own(object, k)?.value === "string" &&
        kit.matches(DIGITS, k)
      )
        return false;
      const found = kit.look(object, k);
      return found !== undefined && found.enumerable;
    },
  });
}
