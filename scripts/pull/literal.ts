const WIDTH = 100;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** A JSON value as a TypeScript literal, laid out as the repository's formatter does. */
export function literal(value: unknown, indent = 0): string {
  const pad = " ".repeat(indent + 2);
  const end = " ".repeat(indent);
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    const plain = value.every((one) => typeof one !== "object" || one === null);
    const line = `[${value.map((one) => literal(one)).join(", ")}]`;
    if (plain && indent + line.length + 20 <= WIDTH) return line;
    return `[\n${value.map((one) => `${pad}${literal(one, indent + 2)},\n`).join("")}${end}]`;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    if (entries.length === 0) return "{}";
    const lines = entries.map(([key, one]) => {
      // As a literal, "__proto__" would set the prototype instead of a property.
      const name =
        key === "__proto__" ? '["__proto__"]' : IDENTIFIER.test(key) ? key : JSON.stringify(key);
      return `${pad}${name}: ${literal(one, indent + 2)},\n`;
    });
    return `{\n${lines.join("")}${end}}`;
  }
  return JSON.stringify(value);
}
