/**
 * `Date.parse` as Nashorn does it, measured on 15.7: the form of ECMAScript first, and then a lenient reader that takes numbers,
 * names and signs in any order. The form is stricter than elsewhere: a fraction of one or two digits is read as so many
 * milliseconds (".67" is 67 ms), one of more than three is no time, and a lower-case "z" neither. The lenient one takes nearly anything: "1,2,3" is
 * 2 January 2003. A text without a zone is local time, and the local zone of the sandbox is UTC here.
 */
type Field = "year" | "month" | "day" | "hour" | "minute" | "second" | "millisecond";
type Fields = Partial<Record<Field, number>>;

const ISO =
  /^([+-]\d{6}|\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d?(?::?\d\d?)?)?)?$/;

const MOST: Fields = { hour: 24, minute: 59, second: 59, millisecond: 999 };

const NAMES: readonly {
  name: string;
  is: "month" | "day" | "half" | "zone" | "time";
  value: number;
}[] = [
  ..."monday tuesday wednesday thursday friday saturday sunday"
    .split(" ")
    .map((name) => ({ name, is: "day" as const, value: 0 })),
  ..."january february march april may june july august september october november december"
    .split(" ")
    .map((name, index) => ({ name, is: "month" as const, value: index + 1 })),
  { name: "am", is: "half", value: 0 },
  { name: "pm", is: "half", value: 12 },
  ...Object.entries({
    z: 0,
    gmt: 0,
    ut: 0,
    utc: 0,
    est: -5 * 60,
    edt: -4 * 60,
    cst: -6 * 60,
    cdt: -5 * 60,
    mst: -7 * 60,
    mdt: -6 * 60,
    pst: -8 * 60,
    pdt: -7 * 60,
  }).map(([name, value]) => ({ name, is: "zone" as const, value })),
  { name: "t", is: "time", value: 0 },
];

/** @returns epoch milliseconds or NaN */
export function parseDate(text: string): number {
  const strict = parseIso(text);
  return strict ?? parseLenient(text) ?? NaN;
}

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0;
  const [, hours, minutes] = /^.(\d\d?):?(\d*)$/.exec(zone) ?? [];
  return (zone.startsWith("-") ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Milliseconds of a date whose month counts from 1; the years 0 to 99 are themselves. */
function toTime(fields: Required<Fields>, minutesEast: number): number {
  const date = new Date(0);
  date.setUTCFullYear(fields.year, fields.month - 1, fields.day);
  date.setUTCHours(fields.hour, fields.minute, fields.second, fields.millisecond);
  // Beyond what a date can hold there is none.
  return new Date(date.getTime() - minutesEast * 60_000).getTime();
}

function parseIso(text: string): number | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const part = (index: number, otherwise: number) =>
    match[index] === undefined ? otherwise : Number(match[index]);
  const fields = {
    year: part(1, 0),
    month: part(2, 1),
    day: part(3, 1),
    hour: part(4, 0),
    minute: part(5, 0),
    second: part(6, 0),
    millisecond: part(7, 0),
  };
  if (fields.month < 1 || fields.month > 12 || fields.day < 1 || fields.day > 31) return undefined;
  const { hour, minute, second, millisecond } = fields;
  if (hour > 24 || minute > 59 || second > 59) return undefined;
  if (hour === 24 && minute + second + millisecond > 0) return undefined;
  return toTime(fields, offsetMinutes(match[8]));
}

function parseLenient(text: string): number | undefined {
  return new Lenient(text).parse();
}

/** Reads number by number and name by name; undefined as soon as something does not fit. */
class Lenient {
  readonly #text: string;
  #at = 0;
  #fields: Fields = {};
  #zone: number | undefined;
  #namedMonth = false;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): number | undefined {
    if (/^[+-]/.test(this.#text)) return undefined;
    while (this.#at < this.#text.length) if (!this.#step()) return undefined;
    return this.#result();
  }

  #peek(): string {
    return this.#text[this.#at] ?? "";
  }

  #skip(sign: string): boolean {
    if (this.#peek() !== sign) return false;
    this.#at++;
    return true;
  }

  /** More digits than that are the next number. */
  #number(most = 6): number {
    const digits = new RegExp(`^\\d{1,${most}}`).exec(this.#text.slice(this.#at))?.[0] ?? "";
    this.#at += digits.length;
    return Number(digits);
  }

  #step(): boolean {
    const sign = this.#peek();
    if (/\d/.test(sign)) {
      const value = this.#number();
      return this.#skip(":") ? this.#time(value) : this.#date(value);
    }
    if (/[A-z]/.test(sign)) return this.#name();
    if (sign === "+" || sign === "-") return this.#offset();
    if (sign === "(") return this.#parentheses();
    this.#at++;
    // Whatever else can be printed separates.
    return /[ -~]/.test(sign) && sign !== ")";
  }

  #set(fields: readonly Field[], value: number): boolean {
    const free = fields.find((field) => this.#fields[field] === undefined);
    if (free === undefined || value > (MOST[free] ?? Infinity)) return false;
    this.#fields[free] = value;
    return true;
  }

  #date(value: number): boolean {
    const set = this.#set(["year", "month", "day"], value);
    this.#skip("-");
    return set;
  }

  #time(first: number): boolean {
    const times = ["hour", "minute", "second", "millisecond"] as const;
    if (!this.#set(times, first)) return false;
    do {
      if (!/\d/.test(this.#peek()) || !this.#set(times, this.#number())) return false;
    } while (this.#skip(this.#fields.second === undefined ? ":" : "."));
    return true;
  }

  #name(): boolean {
    const word = (/^[A-z]+/.exec(this.#text.slice(this.#at))?.[0] ?? "").toLowerCase();
    this.#at += word.length;
    const found = NAMES.find(({ name, is }) =>
      is === "day" || is === "month" ? word.length >= 3 && name.startsWith(word) : name === word,
    );
    if (!found) return false;
    switch (found.is) {
      case "half": {
        const { hour } = this.#fields;
        if (hour === undefined) return false;
        if (hour <= 12) this.#fields.hour = hour + found.value;
        break;
      }
      case "month":
        if (this.#fields.month !== undefined) return false;
        this.#fields.month = found.value;
        this.#namedMonth = true;
        break;
      case "zone":
        if (this.#zone !== undefined) return false;
        this.#zone = found.value;
        return true;
      case "time":
        return false;
      case "day":
        break;
    }
    this.#skip("-");
    return true;
  }

  #offset(): boolean {
    const sign = this.#peek() === "-" ? -1 : 1;
    this.#at++;
    if (this.#at >= this.#text.length) return false;
    const hours = this.#number(2);
    this.#skip(":");
    const minutes = this.#number(2);
    if (this.#zone) return false;
    this.#zone = sign * (hours * 60 + minutes);
    return true;
  }

  #parentheses(): boolean {
    let depth = 0;
    do {
      const sign = this.#peek();
      if (sign === "") return true;
      if (sign === "(") depth++;
      if (sign === ")") depth--;
      this.#at++;
    } while (depth > 0);
    return true;
  }

  #result(): number | undefined {
    const given = this.#fields;
    if (given.year === undefined && given.hour === undefined) return undefined;
    if (given.hour !== undefined && given.minute === undefined) return undefined;
    const isDay = (n: number) => n >= 1 && n <= 31;
    let { year = 0, month = 1, day = 1 } = given;
    if (isDay(year)) {
      const first = year;
      year = day;
      if (this.#namedMonth) day = first;
      else [month, day] = [first, month];
    }
    if (month < 1 || month > 12 || !isDay(day)) return undefined;
    if (year >= 0 && year < 100) year += year >= 50 ? 1900 : 2000;
    const { hour = 0, minute = 0, second = 0, millisecond = 0 } = given;
    return toTime({ year, month, day, hour, minute, second, millisecond }, this.#zone ?? 0);
  }
}
