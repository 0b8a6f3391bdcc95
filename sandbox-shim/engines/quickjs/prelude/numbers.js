/** Number, Boolean, Symbol, Math and the functions that read numbers. */
export default function numbers(kit) {
  const { g, apply } = kit;
  const { Number: RawNumber, Symbol: RawSymbol } = g;
  const N = RawNumber.prototype;
  const { toFixed, toPrecision, toExponential, toString, valueOf } = N;

  const SIGNED_HEX = /^[-+]0x[0-9a-f]+$/i;
  const RADIX = /^0[bo]/i;
  const New = kit.replaceConstructor("Number", (args, isNew, Old) => {
    const n = args.length > 0 ? kit.readNumber(args[0]) : 0;
    return isNew ? new Old(n) : n;
  });
  for (const name of kit.ownNames(New))
    if (
      !/^(?:length|name|prototype|MAX_VALUE|MIN_VALUE|NaN|NEGATIVE_INFINITY|POSITIVE_INFINITY)$/.test(
        name,
      )
    )
      kit.remove(New, name);
  // What could not be deleted from the old one is not in the new one at all.
  kit.readNumber = (value) => {
    const primitive = kit.isObject(value) ? kit.primitive(value, "number") : value;
    if (typeof primitive !== "string") return kit.number(primitive);
    const text = kit.trim(primitive, true, true);
    if (kit.matches(RADIX, text)) return NaN;
    if (kit.matches(SIGNED_HEX, text))
      return text[0] === "-" ? -kit.slice(text, 1) : +kit.slice(text, 1);
    return +text;
  };
  kit.primitive = (value, hint) => {
    for (let i = 0; i < 2; i++) {
      const method = (hint === "number") === (i === 0) ? value.valueOf : value.toString;
      if (typeof method !== "function") continue;
      const result = apply(method, value, []);
      if (!kit.isObject(result)) return result;
    }
    throw kit.typeError(`Cannot get default ${hint} value`);
  };

  const self = (value) => {
    if (typeof value === "number") return value;
    if (kit.isObject(value) && kit.rawTag(value) === "[object Number]")
      return apply(valueOf, value, []);
    throw kit.typeError(`${kit.describe(value)} is not a Number`);
  };
  const range = (what, least, most) => kit.rangeError(`${what} must be in [${least}, ${most}]`);
  /** Rounds the shortest digits of a number once more, as Java's formatter does. */
  const roundHalfUp = (shortest, count, minus) => {
    const e = kit.indexOf(shortest, "e", 0);
    const sign = minus || shortest[0] === "-" ? "-" : "";
    const digits = kit.slice(shortest, shortest[0] === "-" ? 1 : 0, e);
    let power = +kit.slice(shortest, e + 1);
    let figures = digits[0] + kit.slice(digits, 2);
    if (figures.length > count + 1) {
      const up = figures[count + 1] >= "5";
      figures = kit.slice(figures, 0, count + 1);
      if (up) {
        let out = "";
        let carry = 1;
        for (let i = count; i >= 0; i--) {
          const figure = +figures[i] + carry;
          carry = figure > 9 ? 1 : 0;
          out = (figure % 10) + out;
        }
        if (carry) {
          out = `1${kit.slice(out, 0, count)}`;
          power++;
        }
        figures = out;
      }
    }
    while (figures.length < count + 1) figures += "0";
    return `${sign}${figures[0]}${count > 0 ? "." : ""}${kit.slice(figures, 1)}e${power < 0 ? "-" : "+"}${power < 0 ? -power : power}`;
  };
  kit.methods(N, {
    toFixed(digits) {
      const n = self(this);
      const count = kit.integer(digits);
      if (count < 0 || count > 20) throw range("fractionDigits argument to toFixed", 0, 20);
      return apply(toFixed, n, [count]);
    },
    toPrecision(digits) {
      const n = self(this);
      if (digits === undefined) return apply(toString, n, []);
      const count = kit.integer(digits);
      if (n !== n || n - n !== 0) return apply(toString, n, []);
      if (count < 1 || count > 21) throw range("precision argument toPrecision()", 1, 21);
      return apply(toPrecision, n, [count]);
    },
    toExponential(digits) {
      const n = self(this);
      const count = kit.integer(digits);
      if (n !== n || n - n !== 0) return apply(toString, n, []);
      if (digits !== undefined && (count < 0 || count > 20))
        throw range("fractionDigits argument to toExponential", 0, 20);
      const shortest = apply(toExponential, n, []);
      if (digits === undefined) return n === 0 && 1 / n < 0 ? "-e+0" : shortest;
      return roundHalfUp(shortest, count, n === 0 && 1 / n < 0);
    },
    toString(radix) {
      const base = radix === undefined ? 10 : kit.integer(radix);
      if (base !== 10 && (base < 2 || base > 36)) throw range("radix argument", 2, 36);
      return apply(toString, self(this), [base]);
    },
    valueOf() {
      return self(this);
    },
  });

  const symbolPrototype = RawSymbol.prototype;
  const NewSymbol = kit.replaceConstructor("Symbol", (args, isNew, Old) => {
    if (isNew) throw kit.typeError("Symbol is not a constructor.");
    return args[0] === undefined ? Old() : Old(kit.text(args[0]));
  });
  for (const name of kit.ownNames(NewSymbol)) {
    if (/^(?:length|name|prototype|iterator|for|keyFor)$/.test(name)) continue;
    kit.remove(NewSymbol, name);
  }
  const { toString: symbolText, valueOf: symbolValue } = symbolPrototype;
  const { keyFor, for: shared } = RawSymbol;
  const asSymbol = (value) => {
    if (
      typeof value === "symbol" ||
      (kit.isObject(value) && kit.rawTag(value) === "[object Symbol]" && value !== symbolPrototype)
    )
      return value;
    throw kit.typeError(`${kit.describe(value)} is not a symbol.`);
  };
  kit.brands["[object Symbol]"] = (object) => object === symbolPrototype;
  kit.methods(symbolPrototype, {
    toString() {
      return apply(symbolText, asSymbol(this), []);
    },
    valueOf() {
      return apply(symbolValue, asSymbol(this), []);
    },
  });
  kit.methods(NewSymbol, {
    for(key) {
      return apply(shared, RawSymbol, [kit.text(key)]);
    },
    keyFor(symbol) {
      if (typeof symbol !== "symbol")
        throw kit.typeError(`${kit.describe(symbol)} is not a symbol.`);
      return apply(keyFor, RawSymbol, [symbol]);
    },
  });

  const { parseInt: rawInt, parseFloat: rawFloat } = g;
  const addUp = (text, radix) => {
    let at = text[0] === "-" || text[0] === "+" ? 1 : 0;
    let base = radix;
    if ((base === 0 || base === 16) && text[at] === "0" && kit.matches(X, text[at + 1] ?? "")) {
      at += 2;
      base = 16;
    }
    if (base === 0) base = 10;
    let value = 0;
    for (; at < text.length; at++) {
      const digit = apply(rawInt, undefined, [text[at], base]);
      if (digit !== digit) break;
      value = value * base + digit;
    }
    return text[0] === "-" ? -value : value;
  };
  const X = /^x$/i;
  kit.methods(g, {
    parseInt(text, radix) {
      const digits = kit.trim(kit.text(text), true, false);
      const base = kit.int32(radix);
      const value = apply(rawInt, undefined, [digits, base]);
      // Java adds digit by digit, and rounds each time.
      return value > 9007199254740991 || value < -9007199254740991 ? addUp(digits, base) : value;
    },
    parseFloat(text) {
      return apply(rawFloat, undefined, [kit.trim(kit.text(text), true, false)]);
    },
  });
  const B = g.Boolean.prototype;
  const rawBoolean = B.valueOf;
  const asBoolean = (value) => {
    if (typeof value === "boolean") return value;
    if (kit.isObject(value) && kit.rawTag(value) === "[object Boolean]")
      return apply(rawBoolean, value, []);
    throw kit.typeError(`${kit.describe(value)} is not a Boolean`);
  };
  kit.methods(B, {
    toString() {
      return asBoolean(this) ? "true" : "false";
    },
    valueOf() {
      return asBoolean(this);
    },
  });
  const { floor } = g.Math;
  kit.methods(g.Math, {
    round(value) {
      const n = kit.number(value);
      // Beyond 2^52 there are no halves.
      if (n >= 4503599627370496 || n <= -4503599627370496) return n;
      const whole = floor(n + 0.5);
      return whole === 0 && (n < 0 || 1 / n < 0) ? -0 : whole;
    },
  });
  // A boolean stays a Java Long there, which is an object to every script.
  for (const name of ["abs", "ceil", "floor"]) {
    const raw = g.Math[name];
    kit.methods(g.Math, {
      [name](value) {
        if (typeof value !== "boolean") return apply(raw, undefined, [kit.number(value)]);
        const boxed = kit.javaError("java.lang.Long", value ? "1" : "0");
        return boxed;
      },
    });
  }
}
