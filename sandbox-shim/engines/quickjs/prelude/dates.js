/** Date: local time is UTC, texts are read and written as Nashorn does, and the clock may stand still. */
export default function dates(kit) {
  const { g, define, apply, construct } = kit;
  const Raw = g.Date;
  const P = Raw.prototype;
  const { setUTCFullYear } = P;
  const rawNow = Raw.now;
  const rawUtc = Raw.UTC;
  const nothing = new Raw(NaN);
  const getTime = P.getTime;
  const rawSetTime = P.setTime;
  const isDate = (value) =>
    kit.isObject(value) && value !== P && kit.rawTag(value) === "[object Date]";
  const self = (value) => {
    if (value === P) return nothing;
    if (!isDate(value)) throw kit.typeError(`${kit.describe(value)} is not a Date`);
    return value;
  };
  const time = (value) => apply(getTime, self(value), []);
  kit.prototypeTags.set(P, "Date");

  const isNever = (date) => {
    const t = apply(getTime, date, []);
    return t !== t;
  };
  const areNumbers = (args) => {
    for (let i = 0; i < args.length; i++) if (args[i] - args[i] !== 0) return false;
    return args.length > 0;
  };
  const TAKES = {
    Date: 1,
    FullYear: 3,
    Hours: 4,
    Milliseconds: 1,
    Minutes: 3,
    Month: 2,
    Seconds: 2,
  };
  const FIELDS = [
    "Date",
    "Day",
    "FullYear",
    "Hours",
    "Milliseconds",
    "Minutes",
    "Month",
    "Seconds",
  ];
  const wrap = (name, raw) =>
    kit.methods(P, {
      [name]() {
        return apply(raw, self(this), arguments);
      },
    });
  for (const field of FIELDS) {
    for (const prefix of ["get", "getUTC"]) wrap(prefix + field, P[`getUTC${field}`]);
    if (field === "Day") continue;
    const raw = P[`setUTC${field}`];
    const years = field === "FullYear";
    for (const prefix of ["set", "setUTC"])
      kit.methods(P, {
        [prefix + field]() {
          const date = self(this);
          const args = kit.copyArguments(arguments, TAKES[field]);
          if (years && prefix === "setUTC" && isNever(date) && !areNumbers(args))
            throw kit.javaError(
              "java.lang.NullPointerException",
              'Cannot load from double array because "d" is null',
            );
          return apply(raw, date, args);
        },
      });
  }
  kit.copyArguments = (args, most = 7) => {
    const list = [];
    for (let i = 0; i < args.length && i < most; i++)
      define(list, i, {
        __proto__: null,
        value: kit.number(args[i]),
        writable: true,
        enumerable: true,
        configurable: true,
      });
    return list;
  };
  wrap("getTime", getTime);
  wrap("valueOf", getTime);
  wrap("setTime", P.setTime);
  wrap("getYear", P.getYear);
  kit.methods(P, {
    setYear(year) {
      const date = self(this);
      if (time(date) !== time(date)) apply(rawSetTime, date, [0]);
      const n = kit.number(year);
      if (n !== n) return apply(rawSetTime, date, [NaN]);
      const whole = kit.integer(n);
      return apply(setUTCFullYear, date, [whole >= 0 && whole <= 99 ? whole + 1900 : whole]);
    },
  });

  const utc = (part) => {
    const getter = P[`getUTC${part}`];
    return (date) => apply(getter, date, []);
  };
  const year = utc("FullYear");
  const month = utc("Month");
  const day = utc("Date");
  const weekday = utc("Day");
  const hours = utc("Hours");
  const minutes = utc("Minutes");
  const seconds = utc("Seconds");
  const millis = utc("Milliseconds");
  const DAYS = "SunMonTueWedThuFriSat";
  const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  const name = (names, n) => kit.slice(names, n * 3, n * 3 + 3);
  const pad = (n, size) => {
    let text = kit.text(n);
    while (text.length < size) text = `0${text}`;
    return text;
  };
  const yearText = (date) => (year(date) < 0 ? `000${year(date)}` : pad(year(date), 4));
  const clock = (date) =>
    `${pad(hours(date), 2)}:${pad(minutes(date), 2)}:${pad(seconds(date), 2)}`;
  const isoDay = (date) => `${yearText(date)}-${pad(month(date) + 1, 2)}-${pad(day(date), 2)}`;
  const dayText = (date) =>
    `${name(DAYS, weekday(date))} ${name(MONTHS, month(date))} ${pad(day(date), 2)} ${yearText(date)}`;
  const timeText = (date) => `${clock(date)} GMT+0000 (UTC)`;
  const full = (date) => `${dayText(date)} ${timeText(date)}`;
  const utcText = (date) =>
    `${name(DAYS, weekday(date))}, ${pad(day(date), 2)} ${name(MONTHS, month(date))} ${yearText(date)} ${clock(date)} GMT`;
  const shown = (method, format, invalid = () => "Invalid Date") =>
    kit.methods(P, {
      [method]() {
        const date = self(this);
        const t = time(date);
        return t !== t ? invalid() : format(date);
      },
    });
  const refuse = () => {
    throw kit.rangeError("Invalid Date");
  };
  shown("toString", full);
  shown("toDateString", dayText);
  shown("toTimeString", timeText);
  shown("toLocaleString", full);
  shown("toLocaleDateString", isoDay);
  shown("toLocaleTimeString", clock);
  shown("toUTCString", utcText, refuse);
  shown("toGMTString", utcText, refuse);
  shown("toISOString", (date) => `${isoDay(date)}T${clock(date)}.${pad(millis(date), 3)}Z`, refuse);
  kit.methods(P, {
    getTimezoneOffset() {
      const t = time(this);
      return t !== t ? NaN : 0;
    },
    toJSON() {
      const object = kit.toObject(this);
      const value = kit.primitive(object, "number");
      if (typeof value === "number" && value - value !== 0) return null;
      const iso = object.toISOString;
      if (typeof iso !== "function") throw kit.typeError("toISOString is not a function");
      return apply(iso, object, []);
    },
  });

  const read = (text) => kit.ask("parseDate", text) ?? NaN;
  const now = () => kit.settings?.timeMs ?? rawNow();
  const make = (args) => {
    if (args.length === 0) return now();
    if (args.length > 1) return apply(rawUtc, Raw, kit.copyArguments(args));
    const value = args[0];
    // A date goes through its text, and loses its milliseconds.
    const hint = value === P || isDate(value) ? "string" : "number";
    const primitive = kit.isObject(value) ? kit.primitive(value, hint) : value;
    return typeof primitive === "string" ? read(primitive) : kit.number(primitive);
  };
  kit.replaceConstructor("Date", (args, isNew) =>
    isNew ? construct(Raw, [make(args)]) : full(construct(Raw, [now()])),
  );
  kit.methods(g.Date, {
    UTC() {
      const args = kit.copyArguments(arguments);
      // Without a year it is 1900 there.
      return apply(rawUtc, Raw, args.length === 0 ? [0, 0] : args);
    },
    now() {
      return now();
    },
    parse(text) {
      return read(kit.text(text));
    },
  });
}
