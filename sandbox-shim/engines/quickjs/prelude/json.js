/** JSON with Nashorn's errors, and its answer for what is not text. */
export default function json(kit) {
  const { g, apply } = kit;
  const { parse, stringify } = g.JSON;
  const say = (text, at, message) => {
    let line = 1;
    let start = 0;
    for (let i = 0; i < at; i++) {
      if (text[i] !== "\n") continue;
      line++;
      start = i + 1;
    }
    let end = kit.indexOf(text, "\n", start);
    if (end < 0) end = text.length;
    const column = at - start;
    let caret = "";
    for (let i = 0; i < column; i++) caret += text[start + i] === "\t" ? "\t" : " ";
    return kit.syntaxError(
      `Invalid JSON: <json>:${line}:${column} ${message}\n${kit.slice(text, start, end)}\n${caret}^`,
    );
  };
  /** The place and words of the first mistake, as the parser there finds it. */
  const findMistake = (text) => {
    let at = 0;
    const WORDS = ["true", "false", "null"];
    const space = () => {
      while (
        at < text.length &&
        (text[at] === " " || text[at] === "\t" || text[at] === "\n" || text[at] === "\r")
      )
        at++;
    };
    const isDigit = (c) => c >= "0" && c <= "9";
    const token = () =>
      at >= text.length
        ? "eof"
        : /[A-Za-z_$]/.test(text[at]) && /^[A-Za-z_$]{2}/.test(kit.slice(text, at, at + 2))
          ? "ident"
          : text[at];
    const fail = (where, message) => {
      throw { where, message };
    };
    const string = () => {
      at++;
      for (;;) {
        const c = text[at];
        if (c === undefined) fail(at, "Missing close quote");
        if (c === '"') break;
        if (c < " ") fail(at + 1, "Invalid JSON: String contains control character");
        if (c === "\\") {
          at++;
          const escaped = text[at];
          if (escaped === "u") {
            for (let i = 1; i < 5; i++)
              if (!/^[0-9A-Fa-f]$/.test(text[at + i] ?? "")) fail(at + i, "Invalid hex digit");
            at += 4;
          } else if (escaped === undefined || kit.indexOf('"\\/bfnrt', escaped, 0) < 0)
            fail(at, "Invalid escape character");
        }
        at++;
      }
      at++;
    };
    const number = () => {
      const start = at;
      if (text[at] === "-") at++;
      if (!isDigit(text[at] ?? "")) fail(start, "Invalid JSON number format");
      if (text[at] === "0") at++;
      else while (isDigit(text[at] ?? "")) at++;
      if (text[at] === ".") {
        at++;
        if (!isDigit(text[at] ?? "")) fail(at, "Invalid JSON number format");
        while (isDigit(text[at] ?? "")) at++;
      }
      if (text[at] === "e" || text[at] === "E") {
        at++;
        if (text[at] === "+" || text[at] === "-") at++;
        if (!isDigit(text[at] ?? "")) fail(at, "Invalid JSON number format");
        while (isDigit(text[at] ?? "")) at++;
      }
    };
    const value = () => {
      space();
      const c = text[at];
      if (c === '"') return string();
      if (c === "-" || isDigit(c ?? "")) return number();
      if (c === "[" || c === "{") {
        const close = c === "[" ? "]" : "}";
        at++;
        let more = false;
        for (;;) {
          space();
          if (text[at] === close) {
            if (more) fail(at, "Trailing comma is not allowed in JSON");
            at++;
            return undefined;
          }
          if (c === "{") {
            if (text[at] !== '"')
              fail(at, `Expected ${more ? "ident" : ", or }"} but found ${token()}`);
            string();
            space();
            if (text[at] !== ":") fail(at, `Expected : but found ${token()}`);
            at++;
          }
          value();
          space();
          if (text[at] === ",") {
            at++;
            more = true;
          } else if (text[at] === close) {
            at++;
            return undefined;
          } else fail(at, `Expected , or ${close} but found ${token()}`);
        }
      }
      for (let i = 0; i < 3; i++)
        if (kit.slice(text, at, at + WORDS[i].length) === WORDS[i]) {
          at += WORDS[i].length;
          return undefined;
        }
      return fail(at, `Expected json literal but found ${token()}`);
    };
    value();
    space();
    if (at < text.length) fail(at, `Expected eof but found ${token()}`);
  };
  const zeros = (value) => {
    if (value === 0) return 0;
    return value;
  };
  const { fromCharCode } = g.String;
  const { parseInt } = g;
  /** Half a pair of surrogates is written as it is. */
  const unescapeSurrogates = (text) => {
    let out = "";
    let done = 0;
    for (let at = 0; (at = kit.indexOf(text, "\\", at)) >= 0; at += 2) {
      if (text[at + 1] !== "u" || text[at + 2] !== "d" || text[at + 3] < "8") continue;
      const code = parseInt(kit.slice(text, at + 2, at + 6), 16);
      if (!(code >= 0xd800 && code < 0xe000)) continue;
      out += kit.slice(text, done, at) + apply(fromCharCode, undefined, [code]);
      done = at + 6;
      at += 4;
    }
    return out + kit.slice(text, done);
  };
  kit.methods(g.JSON, {
    parse(source, reviver) {
      if (source === null) return null;
      const text = kit.text(source);
      let mistake;
      let result;
      try {
        result = apply(parse, g.JSON, typeof reviver === "function" ? [text, reviver] : [text]);
      } catch (error) {
        if (!kit.isError(error) || kit.protoOf(error) !== g.SyntaxError.prototype) throw error;
        mistake = error;
      }
      if (mistake === undefined) return zeros(result);
      try {
        findMistake(text);
      } catch (found) {
        if (typeof found.where === "number") throw say(text, found.where, found.message);
      }
      throw mistake;
    },
    stringify(value, replacer, space) {
      if (typeof value === "symbol") return undefined;
      const text = apply(stringify, g.JSON, [value, replacer, space]);
      return text !== undefined && kit.indexOf(text, "\\ud", 0) >= 0
        ? unescapeSurrogates(text)
        : text;
    },
  });
  kit.parse = (text) => apply(parse, undefined, [text]);
  kit.stringify = (value) => apply(stringify, undefined, [value]);
}
