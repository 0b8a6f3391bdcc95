/** String.prototype as in ECMAScript 5. The methods of Java's String, which show on texts, are the gate's work. */
export default function strings(kit) {
  const { g, define, apply } = kit;
  const S = g.String;
  const P = S.prototype;
  const { slice, indexOf, substr, toLowerCase, localeCompare, charCodeAt } = P;
  kit.slice = (text, from, to) => apply(slice, text, [from, to]);
  kit.indexOf = (text, part, from) => apply(indexOf, text, [part, from]);
  kit.stringPrototype = P;
  const { regexp } = kit;
  const { replaceText } = helpers(kit);

  const self = (value) => {
    if (value === undefined || value === null) throw kit.notAnObject(value);
    return kit.text(value);
  };
  const put = (list, at, value) =>
    define(list, at, {
      __proto__: null,
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  const isSpace = (code) =>
    (code >= 9 && code <= 13) ||
    code === 32 ||
    code === 0xa0 ||
    code === 0x1680 ||
    code === 0x180e ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff;
  kit.isSpace = isSpace;
  const code = (text, at) => apply(charCodeAt, text, [at]);
  kit.trim = (text, left, right) => {
    let from = 0;
    let to = text.length;
    if (left) while (from < to && isSpace(code(text, from))) from++;
    if (right) while (to > from && isSpace(code(text, to - 1))) to--;
    return kit.slice(text, from, to);
  };

  kit.methods(P, {
    match(pattern) {
      const text = self(this);
      const re =
        regexp.forText(pattern) ?? regexp.build(pattern === undefined ? "" : kit.text(pattern));
      if (!regexp.isGlobal(re)) return regexp.exec(re, text);
      re.lastIndex = 0;
      const list = [];
      let count = 0;
      for (let previous = 0, found; (found = regexp.exec(re, text)) !== null;) {
        const now = re.lastIndex;
        if (now === previous) re.lastIndex = previous = now + 1;
        else previous = now;
        put(list, count++, found[0]);
      }
      return count === 0 ? null : list;
    },
    search(pattern) {
      const text = self(this);
      const re =
        regexp.forText(pattern) ?? regexp.build(pattern === undefined ? "" : kit.text(pattern));
      if (regexp.isGlobal(re)) re.lastIndex = 0;
      const found = regexp.searchFrom(re, text, 0);
      return found === null ? -1 : found.match.index;
    },
    replace(pattern, replacement) {
      const text = self(this);
      const re = regexp.forText(pattern);
      const part = re === undefined ? kit.text(pattern) : undefined;
      const by = typeof replacement === "function" ? replacement : kit.text(replacement);
      const expand = (match, at, groups, size) => {
        if (typeof by !== "function") return replaceText(text, by, match, at, groups, size);
        const args = [];
        put(args, 0, match);
        for (let i = 1; i < size; i++) put(args, i, groups[i]);
        put(args, size, at);
        put(args, size + 1, text);
        return kit.text(apply(by, undefined, args));
      };
      if (re === undefined) {
        const at = kit.indexOf(text, part, 0);
        if (at < 0) return text;
        return (
          kit.slice(text, 0, at) +
          expand(part, at, undefined, 1) +
          kit.slice(text, at + part.length)
        );
      }
      const global = regexp.isGlobal(re);
      if (global) re.lastIndex = 0;
      let out = "";
      let done = 0;
      let from = 0;
      while (from <= text.length) {
        const found = regexp.searchFrom(re, text, from);
        if (found === null) break;
        const { match } = found;
        const end = match.index + match[0].length;
        out +=
          kit.slice(text, done, match.index) + expand(match[0], match.index, match, match.length);
        done = end;
        if (!global) break;
        from = end === match.index ? end + 1 : end;
      }
      return out + kit.slice(text, done);
    },
    split(separator, limit) {
      const text = self(this);
      const most = limit === undefined ? 4294967295 : kit.uint32(limit);
      if (separator === undefined) return most === 0 ? [] : [text];
      const re = regexp.forText(separator);
      const part = re === undefined ? kit.text(separator) : undefined;
      const list = [];
      let count = 0;
      const add = (value) => {
        put(list, count++, value);
        return count >= most;
      };
      if (most === 0) return list;
      if (re === undefined) {
        if (part === "") {
          for (let i = 0; i < text.length; i++) if (add(text[i])) break;
          return list;
        }
        let from = 0;
        for (let at; (at = kit.indexOf(text, part, from)) >= 0; from = at + part.length)
          if (add(kit.slice(text, from, at))) return list;
        add(kit.slice(text, from));
        return list;
      }
      if (text === "") {
        if (regexp.searchFrom(re, text, 0) === null) add(text);
        return list;
      }
      let start = 0;
      for (let from = 0; from < text.length;) {
        const found = regexp.searchFrom(re, text, from);
        if (found === null || found.match.index >= text.length) break;
        const { match, end } = found;
        if (end === start) {
          from = start + 1;
          continue;
        }
        if (add(kit.slice(text, start, match.index))) return list;
        for (let i = 1; i < match.length; i++) if (add(match[i])) return list;
        start = end;
        from = end;
      }
      add(kit.slice(text, start));
      return list;
    },
    trim() {
      return kit.trim(self(this), true, true);
    },
    trimLeft() {
      return kit.trim(self(this), true, false);
    },
    trimRight() {
      return kit.trim(self(this), false, true);
    },
    substr(from, length) {
      return apply(substr, kit.text(this), [from, length]);
    },
    localeCompare(other) {
      const a = self(this);
      const b = kit.text(other);
      const plain = apply(localeCompare, apply(toLowerCase, a, []), [apply(toLowerCase, b, [])]);
      const order = plain !== 0 ? plain : -apply(localeCompare, a, [b]);
      return order < 0 ? -1 : order > 0 ? 1 : 0;
    },
  });

  /** In `New` everything is the old constructor, but no symbol becomes a text. */
  kit.replaceConstructor("String", (args, isNew, Old) => {
    const text = args.length > 0 ? kit.text(args[0]) : "";
    return isNew ? new Old(text) : text;
  });

  function helpers() {
    return {
      /** A replacement text with its `$` written out. */
      replaceText(text, by, match, at, groups, size) {
        if (kit.indexOf(by, "$", 0) < 0) return by;
        let out = "";
        for (let i = 0; i < by.length; i++) {
          const next = by[i + 1];
          if (by[i] !== "$" || next === undefined) {
            out += by[i];
            continue;
          }
          if (next === "$") out += "$";
          else if (next === "&") out += match;
          else if (next === "`") out += kit.slice(text, 0, at);
          else if (next === "'") out += kit.slice(text, at + match.length);
          else if (next >= "0" && next <= "9" && groups !== undefined) {
            let n = +next;
            let used = 1;
            const second = by[i + 2];
            if (second >= "0" && second <= "9" && n * 10 + +second < size) {
              n = n * 10 + +second;
              used = 2;
            }
            if (n > 0 && n < size) out += groups[n] ?? "";
            else {
              out += "$";
              used = 0;
            }
            i += used;
            continue;
          } else {
            out += "$";
            continue;
          }
          i++;
        }
        return out;
      },
    };
  }
}
