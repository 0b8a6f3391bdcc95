/** Regular expressions as in ECMAScript 5: no protocol of symbols, flags g, i and m, and the legacy statics. */
export default function regexps(kit) {
  const { g, own, define, apply, construct } = kit;
  const Raw = g.RegExp;
  const P = Raw.prototype;
  const rawExec = P.exec;
  const rawCompile = P.compile;
  const getters = kit.create(null);
  for (const name of ["source", "global", "ignoreCase", "multiline"])
    getters[name] = own(P, name).get;

  const empty = new Raw("");
  kit.emptyRegExp = empty;
  kit.regExpPrototype = P;
  kit.isRegExp = (value) =>
    value === P ||
    (typeof value === "object" && value !== null && kit.rawTag(value) === "[object RegExp]");
  const written = kit.weakMap();
  kit.regExpMember = (regexp, name) => {
    const actual = regexp === P ? empty : regexp;
    if (name === "source") return written.get(actual) ?? apply(getters.source, actual, []);
    return apply(getters[name], actual, []);
  };
  /** What inherits from a regular expression has its members. */
  const inherited = (from, name) => {
    for (let object = from; kit.isObject(object); object = kit.protoOf(object))
      if (kit.isRegExp(object)) return kit.regExpMember(object, name);
    return undefined;
  };
  for (const name of ["source", "global", "ignoreCase", "multiline"]) {
    const get = kit.native(
      {
        get() {
          return inherited(this, name);
        },
      }.get,
    );
    define(P, name, {
      __proto__: null,
      get,
      set: undefined,
      enumerable: false,
      configurable: true,
    });
  }

  define(P, "lastIndex", {
    __proto__: null,
    value: 0,
    writable: true,
    enumerable: false,
    configurable: false,
  });

  const flagsOf = (value) => {
    const flags = value === undefined ? "" : kit.text(value);
    for (let i = 0; i < flags.length; i++) {
      const flag = flags[i];
      if (flag !== "g" && flag !== "i" && flag !== "m")
        throw kit.syntaxError(`Unsupported RegExp flag: ${flag}`);
      for (let j = 0; j < i; j++)
        if (flags[j] === flag) throw kit.syntaxError(`Repeated RegExp flag: ${flag}`);
    }
    return flags;
  };
  const make = (source, flags) => {
    const pattern = kit.checkPattern(source, flags);
    const regexp = construct(Raw, [pattern, flags]);
    if (apply(getters.source, regexp, []) !== source)
      written.set(regexp, source === "" ? "(?:)" : source);
    return regexp;
  };
  const flagsIn = (regexp) =>
    (kit.regExpMember(regexp, "global") ? "g" : "") +
    (kit.regExpMember(regexp, "ignoreCase") ? "i" : "") +
    (kit.regExpMember(regexp, "multiline") ? "m" : "");
  const build = (pattern, flags) => {
    if (kit.isRegExp(pattern)) {
      if (flags !== undefined)
        throw kit.typeError("Cannot supply flags when constructing one RegExp from another");
      return make(kit.regExpMember(pattern, "source"), flagsIn(pattern));
    }
    const source = pattern === undefined ? "" : kit.text(pattern);
    return make(source, flagsOf(flags));
  };
  const New = kit.replaceConstructor("RegExp", (args, isNew) => {
    if (!isNew && kit.isRegExp(args[0]) && args[1] === undefined) return args[0];
    return build(args[0], args[1]);
  });
  kit.legacyRegExp = New;

  const self = (value) => {
    if (value === P) return empty;
    if (!kit.isRegExp(value)) throw kit.typeError(`${kit.describe(value)} is not a RegExp`);
    return value;
  };
  let last = null;
  /** A search from `from` on, without looking at lastIndex; the result is a plain match or null. */
  const searchers = kit.weakMap();
  const searcher = (regexp) => {
    if (kit.regExpMember(regexp, "global")) return regexp;
    let found = searchers.get(regexp);
    if (found === undefined || found.source !== kit.regExpMember(regexp, "source")) {
      found = {
        source: kit.regExpMember(regexp, "source"),
        regexp: construct(Raw, [apply(getters.source, regexp, []), `g${flagsIn(regexp)}`]),
      };
      searchers.set(regexp, found);
    }
    return found.regexp;
  };
  const setLast = (regexp, value) => {
    regexp.lastIndex = value;
  };
  const clones = kit.weakMap();
  /** For one whose lastIndex cannot be written: the appliance keeps it apart. */
  const writable = (regexp) => {
    if (own(regexp, "lastIndex").writable) return regexp;
    let copy = clones.get(regexp);
    if (copy === undefined) {
      copy = construct(Raw, [apply(getters.source, regexp, []), flagsIn(regexp)]);
      clones.set(regexp, copy);
    }
    return copy;
  };
  const finish = (match) => {
    if (match !== null) {
      delete match.groups;
      last = match;
    }
    return match;
  };
  const searchFrom = (regexp, text, from) => {
    const global = writable(searcher(regexp));
    const before = global.lastIndex;
    setLast(global, from);
    const match = finish(apply(rawExec, global, [text]));
    const end = global.lastIndex;
    if (global === regexp) setLast(global, before);
    return match === null ? null : { match, end };
  };
  /** What `exec` does. */
  const exec = (regexp, text) => {
    const wanted = kit.integer(regexp.lastIndex);
    if (!kit.regExpMember(regexp, "global")) {
      const found = apply(rawExec, writable(plain(regexp)), [text]);
      return finish(found);
    }
    const actual = writable(regexp);
    if (wanted < 0 || wanted > text.length) {
      setLast(actual, 0);
      return null;
    }
    setLast(actual, wanted);
    return finish(apply(rawExec, actual, [text]));
  };
  /** QuickJS asks lastIndex for its number: it must have no side effect the second time. */
  const plain = (regexp) => {
    if (typeof regexp.lastIndex === "number") return regexp;
    let copy = clones.get(regexp);
    if (copy === undefined) {
      copy = construct(Raw, [apply(getters.source, regexp, []), flagsIn(regexp)]);
      clones.set(regexp, copy);
    }
    return copy;
  };

  kit.methods(P, {
    compile(pattern, flags) {
      const regexp = self(this);
      const fresh = build(pattern, flags);
      apply(rawCompile, regexp, [apply(getters.source, fresh, []), flagsIn(fresh)]);
      written.set(regexp, kit.regExpMember(fresh, "source"));
      searchers.set(regexp, undefined);
      clones.set(regexp, undefined);
      return regexp;
    },
    exec(text) {
      return exec(self(this), kit.text(text));
    },
    test(text) {
      return exec(self(this), kit.text(text)) !== null;
    },
    toString() {
      const regexp = self(this);
      return `/${kit.regExpMember(regexp, "source")}/${flagsIn(regexp)}`;
    },
  });

  const legacy = kit.create(null);
  legacy.input = () => (last === null ? "" : last.input);
  legacy.multiline = () => false;
  legacy.lastMatch = () => (last === null ? "" : last[0]);
  legacy.lastParen = () => (last === null || last.length < 2 ? "" : (last[last.length - 1] ?? ""));
  legacy.leftContext = () => (last === null ? "" : kit.slice(last.input, 0, last.index));
  legacy.rightContext = () =>
    last === null ? "" : kit.slice(last.input, last.index + last[0].length);
  for (let n = 1; n < 10; n++) legacy[`$${n}`] = () => (last === null ? "" : (last[n] ?? ""));
  const names = kit.map();
  for (const name of kit.ownNames(legacy)) {
    names.set(name, true);
    const read = legacy[name];
    define(New, name, {
      __proto__: null,
      get: () => read(),
      set: () => {},
      enumerable: true,
      configurable: false,
    });
  }
  kit.legacy = names;
  kit.forgetMatches = () => {
    last = null;
  };
  kit.prototypeTags.set(P, "RegExp");

  kit.regexp = {
    build,
    exec,
    searchFrom,
    forText: (value) => (kit.isRegExp(value) ? self(value) : undefined),
    isGlobal: (regexp) => kit.regExpMember(regexp, "global"),
  };
}
