/** Map, Set, their weak kin and their iterators: filled without asking for `set` or `add`, weak keys are objects only. */
export default function collections(kit) {
  const { g, own, define, apply, construct } = kit;
  const iterator = kit.symbols.iterator;

  /** Runs through an iterable as the appliance does: it is never closed, and its results are not looked at twice. */
  kit.each = (iterable, visit) => {
    const start =
      iterable === undefined || iterable === null ? undefined : kit.O(iterable)[iterator];
    if (iterable === undefined || iterable === null) throw kit.notAnObject(iterable);
    if (typeof start !== "function")
      throw kit.typeError(`${kit.describe(start)} is not a function`);
    const walker = apply(start, iterable, []);
    if (!kit.isObject(walker))
      throw kit.javaError(
        "java.lang.RuntimeException",
        `TypeError: ${kit.describe(walker)} is not an Object`,
      );
    for (;;) {
      const { next } = walker;
      if (typeof next !== "function") return;
      const result = apply(next, walker, []);
      if (!kit.isObject(result) || result.done) return;
      visit(result.value);
    }
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
