/**
 * Array.prototype as in ECMAScript 5: lengths are 32-bit, results are plain arrays whatever `constructor` says. An ordinary
 * array is left to the local engine's own methods, which do the same with it.
 */
export default function arrays(kit) {
  const { g, own, define, apply, isArray, typeError, uint32 } = kit;
  const P = g.Array.prototype;
  const raw = kit.create(null);
  for (const name of kit.ownNames(P)) raw[name] = P[name];
  const { isExtensible, isFrozen } = g.Object;

  const put = (list, at, value) =>
    define(list, at, {
      __proto__: null,
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  /** For an array nothing distinguishes the two, unless it has a `constructor` of its own. */
  const isPlain = (value) =>
    isArray(value) && value !== P && own(value, "constructor") === undefined;
  /** One that can grow and shrink; the local engine's own methods say so when its length cannot be written. */
  const isOpen = (value) => isArray(value) && isExtensible(value);
  const sizeOf = (object) => uint32(object.length);
  const must = (fn) => {
    if (typeof fn !== "function") throw typeError(`${kit.describe(fn)} is not a function`);
    return fn;
  };
  const from = (value, size) => {
    const n = kit.integer(value);
    return n < 0 ? (size + n > 0 ? size + n : 0) : n < size ? n : size;
  };

  const loops = {
    every: [true, (out, keep) => (keep ? undefined : { value: false })],
    some: [false, (out, keep) => (keep ? { value: true } : undefined)],
    forEach: [undefined, () => undefined],
  };
  for (const name of ["every", "some", "forEach"]) {
    const [otherwise, step] = loops[name];
    kit.methods(P, {
      [name](callback, self) {
        if (isPlain(this)) return apply(raw[name], this, [must(callback), self]);
        const object = kit.toObject(this);
        const size = sizeOf(object);
        must(callback);
        for (let i = 0; i < size; i++) {
          if (!(i in object)) continue;
          const done = step(undefined, apply(callback, self, [object[i], i, object]));
          if (done !== undefined) return done.value;
        }
        return otherwise;
      },
    });
  }
  const sort = (object, compare) => {
    if (!kit.isObject(object)) throw kit.notAnObject(object);
    const size = sizeOf(object);
    if (size <= 1) return object;
    if (compare !== undefined) must(compare);
    if (kit.rawTag(object) === "[object String]") return object;
    const list = [];
    const before = [];
    let count = 0;
    for (let i = 0; i < size; i++) {
      if (!(i in object)) continue;
      put(before, count, object[i]);
      put(list, count++, before[count - 1]);
    }
    let sawBoolean = false;
    let sawLess = false;
    kit.sortLikeJava(list, count, (a, b) => {
      if (a === undefined) return b === undefined ? 0 : 1;
      if (b === undefined) return -1;
      if (compare !== undefined) {
        const answer = apply(compare, undefined, [a, b]);
        if (typeof answer === "boolean") sawBoolean = true;
        const order = kit.number(answer);
        if (order < 0) sawLess = true;
        return order > 0 ? 1 : order < 0 ? -1 : 0;
      }
      const x = kit.text(a);
      const y = kit.text(b);
      return x < y ? -1 : x > y ? 1 : 0;
    });
    const result = sawBoolean && !sawLess ? kit.tools.unsorted(before, list, compare) : list;
    for (let i = 0; i < count; i++) object[i] = result[i];
    for (let i = count; i < size; i++) kit.remove(object, i);
    return object;
  };
  const reducer = (name, start, step) => ({
    [name](callback, initial) {
      const object = kit.toObject(this);
      // Asked twice from the right, and the first value is read before the callback is looked at.
      const size = step < 0 && sizeOf(object) === 0 ? 0 : sizeOf(object);
      let i = start(size);
      let value = initial;
      if (arguments.length < 2) {
        while (i >= 0 && i < size && !(i in object)) i += step;
        if (i < 0 || i >= size) throw typeError("invalid initialValue for Array.prototype.reduce");
        value = object[i];
        i += step;
      }
      must(callback);
      for (; i >= 0 && i < size; i += step)
        if (i in object) value = apply(callback, undefined, [value, object[i], i, object]);
      return value;
    },
  });
  kit.methods(
    P,
    reducer("reduce", () => 0, 1),
  );
  kit.methods(
    P,
    reducer("reduceRight", (size) => size - 1, -1),
  );

  kit.methods(P, {
    toString() {
      const object = kit.toObject(this);
      const join = object.join;
      return typeof join === "function" ? apply(join, object, []) : kit.tagOf(object);
    },
    toLocaleString() {
      const object = kit.toObject(this);
      const size = sizeOf(object);
      let out = "";
      for (let i = 0; i < size; i++) {
        if (i > 0) out += ",";
        const item = object[i];
        if (item === undefined || item === null) continue;
        const show = kit.O(item).toLocaleString;
        out += kit.text(apply(must(show), item, []));
      }
      return out;
    },
    map(callback, self) {
      if (isPlain(this)) return apply(raw.map, this, [must(callback), self]);
      const object = kit.toObject(this);
      const size = sizeOf(object);
      must(callback);
      const out = [];
      out.length = size;
      for (let i = 0; i < size; i++)
        if (i in object) put(out, i, apply(callback, self, [object[i], i, object]));
      return out;
    },
    filter(callback, self) {
      if (isPlain(this)) return apply(raw.filter, this, [must(callback), self]);
      const object = kit.toObject(this);
      const size = sizeOf(object);
      must(callback);
      const out = [];
      let count = 0;
      for (let i = 0; i < size; i++) {
        if (!(i in object)) continue;
        const item = object[i];
        if (apply(callback, self, [item, i, object])) put(out, count++, item);
      }
      return out;
    },
    concat() {
      const out = [];
      let at = 0;
      const add = (value) => {
        if (!isArray(value)) return put(out, at++, value);
        const size = value.length;
        for (let i = 0; i < size; i++) if (i in value) put(out, at + i, value[i]);
        at += size;
      };
      add(kit.tools.contents(kit.toObject(this)));
      for (let i = 0; i < arguments.length; i++) add(kit.tools.contents(arguments[i]));
      out.length = at;
      return out;
    },
    join(separator) {
      if (isPlain(this) && this.length < 1e6)
        return apply(raw.join, this, separator === undefined ? [] : [kit.text(separator)]);
      const object = kit.toObject(this);
      const size = sizeOf(object);
      const between = separator === undefined ? "," : kit.text(separator);
      let out = "";
      for (let i = 0; i < size; i++) {
        if (i > 0) out += between;
        const item = object[i];
        if (item !== undefined && item !== null) out += kit.text(item);
      }
      return out;
    },
    slice(start, end) {
      if (isPlain(this)) return apply(raw.slice, this, [start, end]);
      if (kit.tools.contents(this) !== this) return undefined;
      const object = kit.toObject(this);
      const size = sizeOf(object);
      let i = from(start, size);
      const stop = end === undefined ? size : from(end, size);
      const out = [];
      let at = 0;
      for (; i < stop; i++, at++) if (i in object) put(out, at, object[i]);
      out.length = at;
      return out;
    },
    push() {
      if (isOpen(this)) return apply(raw.push, this, arguments);
      const object = kit.toObject(this);
      if (isArray(object)) return pushOdd(object, arguments);
      let size = sizeOf(object);
      for (let i = 0; i < arguments.length; i++) object[size++] = arguments[i];
      object.length = size;
      return size;
    },
    pop() {
      if (isOpen(this)) return apply(raw.pop, this, []);
      const object = kit.toObject(this);
      const size = sizeOf(object);
      if (size === 0) {
        object.length = 0;
        return undefined;
      }
      const last = object[size - 1];
      if (isArray(object)) {
        if (own(object, "length").writable) object.length = size - 1;
        return last;
      }
      kit.remove(object, size - 1);
      object.length = size - 1;
      return last;
    },
    shift() {
      if (isOpen(this)) return apply(raw.shift, this, []);
      const object = kit.toObject(this);
      const size = sizeOf(object);
      if (size === 0) {
        object.length = 0;
        return undefined;
      }
      const first = object[0];
      for (let i = 1; i < size; i++) move(object, i, i - 1);
      kit.remove(object, size - 1);
      object.length = size - 1;
      return first;
    },
    unshift() {
      if (isOpen(this)) return apply(raw.unshift, this, arguments);
      const object = kit.toObject(this);
      const size = sizeOf(object);
      const count = arguments.length;
      if (count > 0) {
        for (let i = size; i > 0; i--) move(object, i - 1, i + count - 1);
        for (let i = 0; i < count; i++) object[i] = arguments[i];
      }
      object.length = size + count;
      return size + count;
    },
    reverse() {
      if (isOpen(this)) return apply(raw.reverse, this, []);
      const object = kit.toObject(this);
      if (kit.rawTag(object) === "[object String]") return object;
      const size = sizeOf(object);
      for (let low = 0; low < kit.half(size); low++) {
        const high = size - low - 1;
        const hasLow = low in object;
        const hasHigh = high in object;
        const a = object[low];
        const b = object[high];
        if (hasHigh) object[low] = b;
        else if (hasLow) kit.remove(object, low);
        if (hasLow) object[high] = a;
        else if (hasHigh) kit.remove(object, high);
      }
      return object;
    },
    splice(start, count) {
      if (isOpen(this) && isPlain(this)) return apply(raw.splice, this, arguments);
      const object = kit.toObject(this);
      const size = sizeOf(object);
      const at = from(start, size);
      let gone =
        arguments.length === 0 ? 0 : arguments.length === 1 ? size - at : kit.integer(count);
      gone = gone < 0 ? 0 : gone > size - at ? size - at : gone;
      const out = [];
      for (let i = 0; i < gone; i++) if (at + i in object) put(out, i, object[at + i]);
      out.length = gone;
      const add = arguments.length > 2 ? arguments.length - 2 : 0;
      if (add < gone) {
        for (let i = at; i < size - gone; i++) move(object, i + gone, i + add);
        for (let i = size; i > size - gone + add; i--) kit.remove(object, i - 1);
      } else if (add > gone)
        for (let i = size - gone; i > at; i--) move(object, i + gone - 1, i + add - 1);
      for (let i = 0; i < add; i++) object[at + i] = arguments[i + 2];
      object.length = size - gone + add;
      return out;
    },
    indexOf(wanted, start) {
      if (isPlain(this)) return apply(raw.indexOf, this, arguments);
      const object = kit.toObject(this);
      const size = sizeOf(object);
      if (size === 0) return -1;
      for (let i = from(start, size); i < size; i++)
        if (i in object && object[i] === wanted) return i;
      return -1;
    },
    lastIndexOf(wanted, start) {
      if (isPlain(this)) return apply(raw.lastIndexOf, this, arguments);
      const object = kit.toObject(this);
      const size = sizeOf(object);
      if (size === 0) return -1;
      const n = arguments.length > 1 ? kit.integer(start) : size - 1;
      for (let i = n < 0 ? size + n : n < size ? n : size - 1; i >= 0; i--)
        if (i in object && object[i] === wanted) return i;
      return -1;
    },
    sort(compare) {
      return sort(this, compare);
    },
    assertNumeric() {
      if (!isArray(this)) throw typeError("not a numeric array");
      return this;
    },
  });
  kit.half = (n) => (n - (n % 2)) / 2;
  const move = (object, i, j) => {
    if (i in object) object[j] = object[i];
    else kit.remove(object, j);
  };
  /** Pushing to an array that cannot grow: no error, and what is frozen stays. */
  const pushOdd = (list, values) => {
    const length = own(list, "length");
    if (!length.writable && !isFrozen(list))
      throw typeError('"length" is not a writable property of [object Array]');
    if (!isExtensible(list)) return list.length + values.length;
    return apply(raw.push, list, values);
  };

  /** Java's order of comparisons, so that a comparator that contradicts itself gives what it gives there. */
  kit.sortLikeJava = (list, size, compare) => {
    if (size >= 32) {
      apply(raw.sort, list, [compare]);
      return;
    }
    let run = 1;
    if (size > 1) {
      run = 2;
      if (compare(list[1], list[0]) < 0) {
        while (run < size && compare(list[run], list[run - 1]) < 0) run++;
        for (let low = 0, high = run - 1; low < high; low++, high--) {
          const kept = list[low];
          list[low] = list[high];
          list[high] = kept;
        }
      } else while (run < size && compare(list[run], list[run - 1]) >= 0) run++;
    }
    for (let start = run; start < size; start++) {
      const pivot = list[start];
      let left = 0;
      let right = start;
      while (left < right) {
        const middle = (left + right) >>> 1;
        if (compare(pivot, list[middle]) < 0) right = middle;
        else left = middle + 1;
      }
      for (let i = start; i > left; i--) list[i] = list[i - 1];
      list[left] = pivot;
    }
  };
}
