/** Map, Set, their weak kin and their iterators: filled without asking for `set` or `add`, weak keys are objects only. */
export default function collections(kit) {
  const { g, own, define, apply, construct } = kit;
  const iterator = kit.symbols.iterator;

  /** The iterator of an iterable; what goes wrong while it is made is no Error of a script's. */
  const walkerOf = (iterable) => {
    if (iterable === undefined || iterable === null) throw kit.notAnObject(iterable);
    const start = kit.O(iterable)[iterator];
    if (typeof start !== "function")
      throw kit.typeError(`${kit.describe(start)} is not a function`);
    const fail = (message) => kit.javaError("java.lang.RuntimeException", message);
    let walker;
    try {
      walker = apply(start, iterable, []);
    } catch (error) {
      throw fail(kit.isError(error) ? kit.text(error) : kit.describe(error));
    }
    if (!kit.isObject(walker)) throw fail(`TypeError: ${kit.describe(walker)} is not an Object`);
    return walker;
  };
  /** One step: `next` is asked for each time, and what is no result ends the walk. */
  const step = (walker) => {
    const { next } = walker;
    if (typeof next !== "function") return undefined;
    const result = apply(next, walker, []);
    return kit.isObject(result) && !result.done ? result : undefined;
  };
  /** Runs through an iterable as the appliance does: it is never closed. */
  kit.each = (iterable, visit) => {
    const walker = walkerOf(iterable);
    for (let result; (result = step(walker)) !== undefined;) visit(result.value);
  };
  /** What a `for (... of ...)` goes over: the built-in things as they are, a script's own through its iterator alone. */
  kit.tools.over.values = (iterable) => {
    if (typeof iterable === "string") return iterable;
    if (iterable !== undefined && iterable !== null) {
      const start = kit.O(iterable)[iterator];
      if (typeof start === "function" && kit.natives.has(start)) return iterable;
    }
    const walker = walkerOf(iterable);
    const steps = {
      next() {
        const result = step(walker);
        return result === undefined
          ? { done: true, value: undefined }
          : { done: false, value: result.value };
      },
    };
    return {
      [iterator]() {
        return steps;
      },
    };
  };
  const weakKey = (key) => {
    if (!kit.isObject(key))
      throw kit.typeError(`primitive value ${kit.describe(key)} used as weak key.`);
    return key;
  };
  const build = (name, fill) => {
    const Raw = g[name];
    kit.replaceConstructor(name, (args, isNew) => {
      if (!isNew) throw kit.typeError(`Constructor ${name} requires "new".`);
      const collection = construct(Raw, []);
      const from = args[0];
      if (from !== undefined && from !== null) kit.each(from, (item) => fill(collection, item));
      return collection;
    });
    return Raw.prototype;
  };
  const pairs = (set, check) => (collection, item) => {
    if (!kit.isObject(item)) throw kit.notAnObject(item);
    apply(set, collection, [check(item[0]), item[1]]);
  };
  const { set } = g.Map.prototype;
  const { add } = g.Set.prototype;
  const weak = { set: g.WeakMap.prototype.set, add: g.WeakSet.prototype.add };
  const same = (key) => key;
  const map = build("Map", pairs(set, same));
  build("Set", (collection, item) => apply(add, collection, [item]));
  const weakMap = build("WeakMap", pairs(weak.set, weakKey));
  const weakSet = build("WeakSet", (collection, item) =>
    apply(weak.add, collection, [weakKey(item)]),
  );

  const rawGet = weakMap.get;
  const has = weakMap.has;
  const brand = (proto, probe) => (object) => {
    try {
      probe(object);
      return true;
    } catch {
      return object === proto;
    }
  };
  kit.methods(weakMap, {
    get(key) {
      const value = apply(rawGet, this, [key]);
      return value === undefined && kit.isObject(key) && !apply(has, this, [key]) ? null : value;
    },
    set(key, value) {
      apply(has, this, [key]);
      return apply(weak.set, this, [weakKey(key), value]);
    },
  });
  const hasSet = weakSet.has;
  kit.methods(weakSet, {
    add(key) {
      apply(hasSet, this, [key]);
      return apply(weak.add, this, [weakKey(key)]);
    },
  });
  const sizes = { Map: own(map, "size").get, Set: own(g.Set.prototype, "size").get };
  for (const name of ["Map", "Set"]) {
    kit.hiddenGetters.set(sizes[name], true);
    kit.brands[`[object ${name}]`] = brand(g[name].prototype, (object) =>
      apply(sizes[name], object, []),
    );
  }
  kit.brands["[object WeakMap]"] = brand(weakMap, (object) => apply(has, object, [object]));
  kit.brands["[object WeakSet]"] = brand(weakSet, (object) => apply(hasSet, object, [object]));

  // The same function under two names is two functions there.
  const twice = (owner, name, from) => {
    const method = own(owner, from).value;
    const copy = {
      [name]() {
        return apply(method, this, []);
      },
    }[name];
    define(owner, name, {
      __proto__: null,
      value: kit.native(copy),
      writable: true,
      enumerable: false,
      configurable: true,
    });
  };
  twice(g.Set.prototype, "keys", "values");
  const walkers = [
    [g.Array.prototype, "values"],
    [map, "entries"],
    [g.Set.prototype, "values"],
  ];
  for (let i = 0; i < walkers.length; i++) {
    const owner = walkers[i][0];
    const method = own(owner, walkers[i][1]).value;
    kit.iteratorMethod(owner, function () {
      return apply(method, this, []);
    });
  }
}
