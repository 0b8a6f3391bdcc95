/** Typed arrays, ArrayBuffer and DataView, as the early proposal had them: own lengths, `set` and `subarray`, and Java's errors. */
export default function buffers(kit) {
  const { g, own, apply, construct } = kit;
  const TypedPrototype = kit.protoOf(g.Int8Array.prototype);
  const typedTag = own(TypedPrototype, kit.symbols.tag).get;
  const members = kit.create(null);
  for (const name of ["buffer", "byteLength", "byteOffset", "length"])
    members[name] = own(TypedPrototype, name).get;
  const rawValues = TypedPrototype.values;
  const RawBuffer = g.ArrayBuffer;
  const bufferLength = own(RawBuffer.prototype, "byteLength").get;
  const view = kit.create(null);
  for (const name of ["buffer", "byteLength", "byteOffset"])
    view[name] = own(g.DataView.prototype, name).get;

  kit.typedName = (object) => apply(typedTag, object, []);
  kit.isTyped = (object) => kit.isObject(object) && apply(typedTag, object, []) !== undefined;
  const works = (getter, object) => {
    try {
      apply(getter, object, []);
      return true;
    } catch {
      return false;
    }
  };
  const isBuffer = (value) => kit.isObject(value) && works(bufferLength, value);
  const isView = (value) => kit.isObject(value) && works(view.byteLength, value);
  const long = (value) => {
    const n = kit.integer(value);
    return n - n === 0 ? n : 0;
  };
  const runtime = (message) => kit.javaError("java.lang.RuntimeException", message);

  const showBuffer = (buffer) => {
    kit.lock(buffer, "byteLength", apply(bufferLength, buffer, []));
    return buffer;
  };
  const rawSlice = RawBuffer.prototype.slice;
  kit.brands["[object ArrayBuffer]"] = (object) =>
    isBuffer(object) || object === RawBuffer.prototype;
  kit.brands["[object DataView]"] = (object) => object === g.DataView.prototype;
  delete RawBuffer.prototype.byteLength;
  kit.replaceConstructor("ArrayBuffer", (args, isNew) => {
    if (!isNew) throw kit.typeError('Constructor ArrayBuffer requires "new".');
    const size = kit.int32(args[0]);
    if (size < 0)
      throw kit.javaError("java.lang.IllegalArgumentException", `capacity < 0: (${size} < 0)`);
    return showBuffer(construct(RawBuffer, [size]));
  });
  kit.methods(g.ArrayBuffer, {
    isView(value) {
      return kit.isTyped(value);
    },
  });
  const castError = () => kit.javaError("java.lang.ClassCastException");
  kit.methods(RawBuffer.prototype, {
    slice(start, end) {
      if (!isBuffer(this)) throw castError();
      return showBuffer(
        apply(rawSlice, this, [kit.int32(start), end === undefined ? undefined : kit.int32(end)]),
      );
    },
  });

  const NAMES = [
    "Int8Array",
    "Uint8Array",
    "Uint8ClampedArray",
    "Int16Array",
    "Uint16Array",
    "Int32Array",
    "Uint32Array",
    "Float32Array",
    "Float64Array",
  ];
  for (const name of NAMES) {
    const Raw = g[name];
    const size = Raw.BYTES_PER_ELEMENT;
    const prototype = {};
    const show = (array) => {
      kit.setProto(array, prototype);
      const buffer = apply(members.buffer, array, []);
      if (own(buffer, "byteLength") === undefined) showBuffer(buffer);
      kit.lock(array, "buffer", buffer);
      for (const member of ["byteOffset", "byteLength", "length"])
        kit.lock(array, member, apply(members[member], array, []));
      return array;
    };
    const clamp = (value) => {
      const n = kit.number(value);
      return name === "Uint8ClampedArray" ? kit.integer(n) : n;
    };
    const fill = (array, list, count, at) => {
      for (let i = 0; i < count; i++) array[at + i] = clamp(list[i]);
    };
    const over = (buffer, byteOffset, length) => {
      const bytes = apply(bufferLength, buffer, []);
      const offset = kit.int32(byteOffset);
      if (length === undefined && (bytes - offset) % size !== 0)
        throw runtime("buffer.byteLength - byteOffset must be a multiple of the element size");
      const count = length === undefined ? (bytes - offset) / size : kit.int32(length);
      const told = `byteOffset=${offset}, elementLength=${count}, bytesPerElement=${size}`;
      if (offset < 0 || count < 0)
        throw runtime(`byteOffset or length must not be negative, ${told}`);
      if (offset + count * size > bytes)
        throw runtime(`byteOffset + byteLength out of range, ${told}`);
      if (offset % size !== 0)
        throw runtime(`byteOffset must be a multiple of the element size, ${told}`);
      return show(construct(Raw, [buffer, offset, count]));
    };
    kit.replaceConstructor(
      name,
      (args, isNew) => {
        if (!isNew) throw kit.typeError(`Constructor ${name} requires "new".`);
        const from = args[0];
        if (args.length > 0 && isBuffer(from)) return over(from, args[1], args[2]);
        const listed = kit.isArray(from) || kit.isTyped(from);
        const count = args.length === 0 ? 0 : listed ? kit.uint32(from.length) : long(from);
        if (count < 0 || count > 2147483647)
          throw kit.rangeError(`inappropriate array buffer length: ${count}`);
        const array = show(construct(Raw, [count]));
        if (listed) fill(array, from, count, 0);
        return array;
      },
      prototype,
    );
    kit.lock(g[name], "BYTES_PER_ELEMENT", size);
    kit.prototypeTags.set(prototype, name);
    kit.methods(prototype, {
      set(from, offset) {
        if (!kit.isTyped(this)) throw castError();
        if (!kit.isArray(from) && !kit.isTyped(from))
          throw runtime("argument is not of array type");
        const at = kit.int32(offset);
        const count = kit.uint32(from.length);
        if (at < 0 || at + count > apply(members.length, this, []))
          throw runtime("offset or array length out of bounds");
        const copy = kit.isTyped(from) ? construct(g.Array, []) : from;
        if (copy !== from) for (let i = 0; i < count; i++) copy[i] = from[i];
        fill(this, copy, count, at);
      },
      subarray(start, end) {
        if (!kit.isTyped(this)) throw castError();
        const length = apply(members.length, this, []);
        const limit = (value) => {
          const n = kit.int32(value);
          const at = n < 0 ? n + length : n;
          return at < 0 ? 0 : at > length ? length : at;
        };
        const from = limit(start);
        const to = end === undefined ? length : limit(end);
        const own = kit.typedName(this);
        const bytes = g[own].BYTES_PER_ELEMENT;
        const offset = apply(members.byteOffset, this, []) + from * bytes;
        const part = construct(kit.rawTyped[own], [
          apply(members.buffer, this, []),
          offset,
          to > from ? to - from : 0,
        ]);
        return kit.showTyped[own](part);
      },
    });
    kit.iteratorMethod(prototype, function () {
      return apply(rawValues, this, []);
    });
    kit.rawTyped[name] = Raw;
    kit.showTyped[name] = show;
  }

  const RawView = g.DataView;
  const V = RawView.prototype;
  for (const name of ["buffer", "byteLength", "byteOffset"]) kit.remove(V, name);
  const notBuffer = () =>
    kit.typeError("First argument to DataView constructor must be an ArrayBuffer");
  kit.replaceConstructor("DataView", (args) => {
    const buffer = args[0];
    if (!isBuffer(buffer)) throw notBuffer();
    const bytes = apply(bufferLength, buffer, []);
    const offset = kit.int32(args[1]);
    const length = args.length < 3 || args[2] === undefined ? bytes - offset : kit.int32(args[2]);
    if (offset < 0 || length < 0 || offset + length > bytes)
      throw kit.rangeError("Wrong offset or length in DataView constructor");
    const made = construct(RawView, [buffer, offset, length]);
    kit.lock(made, "buffer", buffer);
    kit.lock(made, "byteOffset", offset);
    kit.lock(made, "byteLength", length);
    return made;
  });
  const WIDTHS = {
    Int8: 1,
    Uint8: 1,
    Int16: 2,
    Uint16: 2,
    Int32: 4,
    Uint32: 4,
    Float32: 4,
    Float64: 8,
  };
  for (const kind of kit.ownNames(WIDTHS)) {
    const width = WIDTHS[kind];
    const read = V[`get${kind}`];
    const write = V[`set${kind}`];
    const place = (self, offset) => {
      if (!isView(self)) throw notBuffer();
      const at = kit.int32(offset);
      if (at < 0 || at + width > apply(view.byteLength, self, []))
        throw kit.javaError("java.lang.IndexOutOfBoundsException", kit.text(at));
      return at;
    };
    kit.methods(V, {
      [`get${kind}`](offset, little) {
        return apply(read, this, [place(this, offset), Boolean(little)]);
      },
      [`set${kind}`](offset, value, little) {
        if (!isView(this)) throw notBuffer();
        const n = kit.number(value);
        apply(write, this, [place(this, offset), n, Boolean(little)]);
      },
    });
  }
  const { Boolean } = g;
}
