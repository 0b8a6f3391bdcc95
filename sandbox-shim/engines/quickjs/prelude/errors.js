/** Error and its kin: their stack is asked of the prototype, and there is no `cause`. */
export default function errors(kit) {
  const { g, own, define, construct, native } = kit;
  const RawError = g.Error;
  const P = RawError.prototype;
  const stacks = kit.weakMap();

  const nothing = kit.javaError("org.openjdk.nashorn.internal.runtime.ECMAException");
  const make = (args, isNew, Raw) => {
    const message = args[0];
    const error = construct(Raw, message === undefined ? [] : [kit.text(message)]);
    stacks.set(error, own(error, "stack").value);
    delete error.stack;
    define(error, "nashornException", {
      __proto__: null,
      value: nothing,
      writable: true,
      configurable: true,
    });
    return error;
  };
  for (const name of [
    "Error",
    "TypeError",
    "RangeError",
    "SyntaxError",
    "ReferenceError",
    "EvalError",
    "URIError",
  ])
    kit.setProto(kit.replaceConstructor(name, make), Function.prototype);

  /** The stack as text, whoever made the error. */
  kit.stackOf = (error) => {
    if (!kit.isError(error)) return "";
    const text = own(error, "stack")?.value ?? stacks.get(error);
    return typeof text === "string" ? text : "";
  };
  const place = (error) => /\((.*?):(\d+):(\d+)\)/.exec(kit.stackOf(error));
  const asError = (value) => {
    if (!kit.isError(value)) throw kit.typeError(`${kit.describe(value)} is not an Error`);
    return value;
  };
  kit.methods(P, {
    toString() {
      if (!kit.isObject(this)) throw kit.notAnObject(this);
      const name = this.name === undefined ? "Error" : kit.text(this.name);
      const message = this.message === undefined ? "" : kit.text(this.message);
      if (name === "") return message;
      return message === "" ? name : `${name}: ${message}`;
    },
    printStackTrace() {
      asError(this);
    },
    getStackTrace() {
      asError(this);
      return [];
    },
    get stack() {
      if (!kit.isError(this) || this === P) return undefined;
      return `${kit.text(this)}\n${kit.stackOf(this)}`;
    },
    set stack(value) {
      if (kit.isObject(this))
        define(this, "stack", { __proto__: null, value, writable: true, configurable: true });
    },
    get lineNumber() {
      return kit.isError(this) ? Number(place(this)?.[2] ?? -1) : undefined;
    },
    set lineNumber(value) {
      if (kit.isObject(this))
        define(this, "lineNumber", { __proto__: null, value, writable: true, configurable: true });
    },
    get columnNumber() {
      return kit.isError(this) ? Number(place(this)?.[3] ?? -1) : undefined;
    },
    set columnNumber(value) {
      if (kit.isObject(this))
        define(this, "columnNumber", {
          __proto__: null,
          value,
          writable: true,
          configurable: true,
        });
    },
    get fileName() {
      return kit.isError(this) ? (place(this)?.[1] ?? "<eval>") : undefined;
    },
    set fileName(value) {
      if (kit.isObject(this))
        define(this, "fileName", { __proto__: null, value, writable: true, configurable: true });
    },
  });
  const { Number } = g;
  kit.methods(g.Error, {
    captureStackTrace(object) {
      if (!kit.isObject(object)) throw kit.notAnObject(object);
      define(object, "stack", { __proto__: null, value: "", writable: true, configurable: true });
    },
    dumpStack() {},
  });
  for (const name of [
    "Error",
    "TypeError",
    "RangeError",
    "SyntaxError",
    "ReferenceError",
    "EvalError",
    "URIError",
  ])
    kit.prototypeTags.set(g[name].prototype, "Error");
  void native;
}
