const ISO =
  /^([+-]\d{6}|\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/;

function offsetMs(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0;
  const [hours, minutes] = [zone.slice(1, 3), zone.slice(3).replace(":", "") || "0"];
  return (zone.startsWith("-") ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/**
 * `Date.parse` as Nashorn does it (measured on 15.7): a fraction of one or two digits is read as so many
 * milliseconds (".67" is 67 ms), one of more than three gives NaN, a lower-case "z" gives NaN, and eight digits in a row are a
 * year. A text without a zone is local time, and the local zone of the sandbox is UTC here.
 * @returns epoch milliseconds or NaN
 */
export function parseDate(text: string): number {
  const match = ISO.exec(text);
  if (match) {
    const part = (index: number, otherwise: number) =>
      match[index] === undefined ? otherwise : Number(match[index]);
    const [month, day, hour] = [part(2, 1), part(3, 1), part(4, 0)];
    const [minute, second, fraction] = [part(5, 0), part(6, 0), part(7, 0)];
    const late = hour === 24 && minute + second + fraction > 0;
    if (month < 1 || month > 12 || day < 1 || hour > 24 || late || minute > 59 || second > 59)
      return NaN;
    // Date.UTC reads the years 0 to 99 as 1900 to 1999, setUTCFullYear does not.
    const date = new Date(0);
    date.setUTCFullYear(part(1, 0), month - 1, day);
    if (date.getUTCMonth() !== month - 1) return NaN;
    date.setUTCHours(hour, minute, second, fraction);
    return date.getTime() - offsetMs(match[8]);
  }
  if (/^\d{5,8}$/.test(text)) return new Date(0).setUTCFullYear(Number(text), 0, 1);
  if (/^[+-]?\d/.test(text) && !/[a-z]{3}/i.test(text)) return NaN;
  const zoned = /\b(GMT|UTC|UT|Z|[ECMP][SD]T)\b|[+-]\d{4}/i.test(text);
  return Date.parse(zoned ? text : `${text} GMT`);
}
