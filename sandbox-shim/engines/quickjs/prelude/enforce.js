/**
 * Makes every built-in object look as profile/shape.ts says: what is too much goes, attributes, lengths, names, prototypes and
 * the order of the properties become those of the appliance's engine.
 */
export default function enforce(kit) {
  const { g, own, ownNames, ownSymbols, define } = kit;
  const iterator = kit.symbols.iterator;
  /** Symbols that the local engine itself asks for; no script can name them, and what lists symbols leaves them out. */
  const kept = (symbol) => symbol === kit.symbols.tag || symbol === kit.symbols.primitive;
  // `caller` and `arguments` stand on Function.prototype here: reflect.js hides them, strict functions throw as they do there.
  const KEPT_ON_FUNCTIONS = /^(?:length|name|caller|arguments)$/;
  const FUNCTION = Function.prototype;
  const roots = {
    "%ArrayIterator%": kit.protoOf([].keys()),
    "%StringIterator%": kit.protoOf(""[iterator]()),
    "%MapIterator%": kit.protoOf(new g.Map().entries()),
    "%SetIterator%": kit.protoOf(new g.Set().values()),
  };
  roots["%Iterator%"] = kit.protoOf(roots["%ArrayIterator%"]);
  kit.iteratorMethod(roots["%Iterator%"], function () {
    return this;
  });
  for (const name of ["Array", "String", "Map", "Set", ""]) {
    const proto = roots[`%${name}Iterator%`];
    kit.prototypeTags.set(proto, `${name}Iterator`);
    define(proto, "constructor", {
      __proto__: null,
      value: null,
      writable: true,
      configurable: true,
    });
  }
  kit.prototypeTags.set(g, "global");
  const stringIterator = kit.stringPrototype[iterator];
  kit.iteratorMethod(kit.stringPrototype, function () {
    return kit.apply(stringIterator, this, []);
  });
  const find = (path) => {
    if (path === "global") return g;
    let object = g;
    for (const part of path.split("."))
      object = object === g && part in roots ? roots[part] : object?.[part];
    return object;
  };
  const settle = (kit.settle = (fn, name, length) => {
    kit.native(fn);
    define(fn, "length", {
      __proto__: null,
      value: length,
      writable: false,
      enumerable: false,
      configurable: false,
    });
    define(fn, "name", {
      __proto__: null,
      value: name,
      writable: false,
      enumerable: false,
      configurable: false,
    });
  });
  /** Names of accessors, as a Java bean has them. */
  const bean = (verb, name) =>
    `${verb}${name === "__proto__" ? "Proto" : name[0].toUpperCase() + kit.slice(name, 1)}`;
  const attributes = (flags) => ({
    writable: flags[0] === "w",
    enumerable: flags[1] === "e",
    configurable: flags[2] === "c",
  });

  const remove = (object, symbol) => own(object, symbol).configurable && kit.remove(object, symbol);
  /** The local engine's own functions cannot all be changed; this one stands for one of them. */
  const renewed = (fn, name) =>
    ({
      [name]() {
        return kit.apply(fn, this, arguments);
      },
    })[name];
  const apart = [];
  kit.apart = apart;
  for (const [path, proto, members, size] of kit.shape) {
    const object = find(path);
    const found = kit.create(null);
    const wanted = kit.create(null);
    for (const [name] of members) wanted[name] = true;
    for (const name of ownNames(object)) {
      found[name] = own(object, name);
      if (wanted[name] || (typeof object === "function" && kit.matches(KEPT_ON_FUNCTIONS, name)))
        continue;
      if (found[name].configurable) kit.remove(object, name);
      else apart.push(`${path}.${name}`);
    }
    for (const [name, kind, detail] of members) {
      const known = found[name];
      if (known === undefined) {
        if (name !== "lastIndex") apart.push(`${path}.${name} is missing`);
        continue;
      }
      if (!known.configurable) continue;
      // Once more, so that the order is that of the list.
      kit.remove(object, name);
      if (kind === "/" || kind === "+") {
        const value = kind === "/" ? known.value : renewed(known.value, name);
        settle(value, name, Number(detail));
        define(object, name, {
          __proto__: null,
          value,
          writable: true,
          enumerable: kind === "+",
          configurable: true,
        });
      } else if (kind === "=" && known.get !== undefined) {
        // An own property of each instance there: reflect.js shows it so.
        define(object, name, { __proto__: null, ...known, configurable: true });
      } else if (kind === "=")
        define(object, name, { __proto__: null, value: known.value, ...attributes(detail) });
      else {
        if (known.get) settle(known.get, bean("get", name), 0);
        if (known.set) settle(known.set, bean("set", name), 1);
        define(object, name, {
          __proto__: null,
          get: known.get,
          set: known.set,
          enumerable: false,
          configurable: true,
        });
      }
    }
    if (typeof object === "function") {
      settle(object, object.name, size);
    }
    for (const symbol of ownSymbols(object)) {
      if (symbol === iterator) settle(object[symbol], "Symbol[iterator]", 0);
      else if (!kept(symbol) || object === g || object === kit.regExpPrototype)
        remove(object, symbol);
    }
    if (proto) kit.setProto(object, proto === "null" ? null : (find(proto) ?? FUNCTION));
  }
  kit.forgetMatches();
}
