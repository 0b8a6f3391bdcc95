/**
 * Functions as the appliance's engine has them: `length` and `name` cannot be changed, methods have a prototype, strict
 * functions show `arguments` and `caller`. The local engine makes them otherwise, and there is no way to hear of a new
 * function; so one is put right when something looks at its properties for the first time.
 */
export default function functions(kit) {
  const { own, define, apply, natives, native, typeError } = kit;
  const P = Function.prototype;
  const rawBind = P.bind;
  const strictness = own(P, "caller").get;

  const poison = native(
    {
      poison() {
        throw typeError(
          "'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects",
        );
      },
    }.poison,
  );
  kit.lock(poison, "length", 0);
  kit.lock(poison, "name", "TypeErrorThrower");
  kit.O.preventExtensions(poison);
  kit.poisoned = (object, name) =>
    define(object, name, {
      __proto__: null,
      get: poison,
      set: poison,
      enumerable: false,
      configurable: false,
    });

  const isStrict = (fn) => {
    try {
      apply(strictness, fn, []);
      return false;
    } catch {
      return true;
    }
  };
  const ACCESSOR = /^[gs]et /;
  kit.normalise = (fn) => {
    const length = own(fn, "length");
    if (length === undefined || !length.configurable || natives.has(fn)) return;
    const name = own(fn, "name");
    define(fn, "length", { __proto__: null, configurable: false, writable: false });
    const bare = own(fn, "prototype") === undefined;
    if (name?.configurable) {
      // An accessor is named after its property alone.
      const { value } = name;
      const accessor = bare && typeof value === "string" && kit.matches(ACCESSOR, value);
      define(fn, "name", {
        __proto__: null,
        value: accessor ? kit.slice(value, 4) : value,
        configurable: false,
        writable: false,
      });
    }
    const strict = isStrict(fn);
    if (bare) {
      const value = {};
      define(value, "constructor", {
        __proto__: null,
        value: fn,
        writable: true,
        configurable: true,
      });
      define(fn, "prototype", { __proto__: null, value, writable: true });
    } else if (strict && own(fn, "caller") === undefined) {
      kit.poisoned(fn, "arguments");
      kit.poisoned(fn, "caller");
    }
  };

  const bound = kit.weakMap();
  kit.functionText = (fn) => {
    if (natives.has(fn) || bound.has(fn)) {
      const name = own(fn, "name")?.value;
      return `function ${typeof name === "string" ? name : ""}() { [native code] }`;
    }
    const text = kit.dynamicText?.get(fn) ?? kit.rawSource(fn);
    return text;
  };
  kit.methods(P, {
    toString() {
      if (typeof this !== "function") throw typeError(`${kit.describe(this)} is not a function`);
      return kit.functionText(this);
    },
    toSource() {
      if (typeof this !== "function") throw typeError(`${kit.describe(this)} is not a function`);
      return kit.functionText(this);
    },
    bind(self) {
      if (typeof this !== "function") throw typeError(`${kit.describe(this)} is not a function`);
      const fn = apply(rawBind, this, arguments.length === 0 ? [undefined] : arguments);
      const given = arguments.length > 1 ? arguments.length - 1 : 0;
      const length = own(this, "length");
      const count = typeof length?.value === "number" ? length.value - given : 0;
      const name = own(this, "name");
      define(fn, "length", {
        __proto__: null,
        value: count > 0 ? count : 0,
        configurable: false,
        writable: false,
      });
      define(fn, "name", {
        __proto__: null,
        value: typeof name?.value === "string" ? name.value : "",
        configurable: false,
        writable: false,
      });
      kit.poisoned(fn, "arguments");
      kit.poisoned(fn, "caller");
      bound.set(fn, self);
      return fn;
    },
  });
  kit.isCallable = (value) => typeof value === "function";
  /** Calls a script's function. */
  kit.run = (fn, self, ...args) => apply(fn, self, args);
  kit.mustCall = (fn) => {
    if (typeof fn !== "function") throw typeError(`${kit.describe(fn)} is not a function`);
    return fn;
  };
}
