import type { Field, FieldError, Fields, Json } from "./field.ts";
import { spoken, spokenValues, UUID } from "./field.ts";
import type { EntityKind } from "./index.ts";

/** What validation must know of the rest of the Controller. */
export interface Surroundings {
  version: number;
  exists: (kind: EntityKind, id: string) => boolean;
}

/**
 * Reads an object that a client sent: unknown keys are dropped, null counts as absent, defaults are filled in, every
 * finding is collected. `previous` is what is stored: write-only fields, and fields that this API version does not know, survive a
 * PUT without them.
 */
export function acceptObject(
  fields: Fields,
  sent: Json,
  around: Surroundings,
  errors: FieldError[],
  previous?: Json,
  prefix = "",
): Json {
  const stored: Json = {};
  for (const [name, field] of Object.entries(fields)) {
    const path = prefix + name;
    const known = spoken(field, around.version) && field.readOnly !== true;
    // Appgate's Terraform provider clears a reference with an empty text.
    const given = field.type === "uuid" && sent[name] === "" ? undefined : sent[name];
    const value = known ? (given ?? undefined) : undefined;
    if (value === undefined) {
      const kept = !known || field.writeOnly === true ? previous?.[name] : undefined;
      if (kept === undefined && field.required === true && known) {
        errors.push({ field: path, message: "may not be null" });
        continue;
      }
      const filled = kept ?? defaultOf(field, sent, around);
      if (filled !== undefined) stored[name] = filled;
      continue;
    }
    const before = isObject(previous?.[name]) ? previous[name] : undefined;
    const read = acceptValue(field, value, around, errors, before, path);
    if (read !== undefined) stored[name] = read;
  }
  return stored;
}

function defaultOf(field: Field, sent: Json, around: Surroundings): unknown {
  switch (field.type) {
    case "strings":
      return field.optional === true ? undefined : [];
    case "uuids":
      return [];
    case "objects":
      return structuredClone(field.default ?? []);
    case "object": {
      if (field.fill === undefined) return undefined;
      if (field.fill !== true && field.fill(sent, around.version) === undefined) return undefined;
      return acceptObject(field.fields, {}, around, []);
    }
    case "any":
      return structuredClone(field.default);
    default:
      return typeof field.default === "function"
        ? field.default(sent, around.version)
        : field.default;
  }
}

function acceptValue(
  field: Field,
  value: unknown,
  around: Surroundings,
  errors: FieldError[],
  previous: Json | undefined,
  path: string,
): unknown {
  const refuse = (message: string): undefined => {
    errors.push({ field: path, message });
  };
  const text = (one: unknown, at: string, check?: (text: string) => string | undefined) => {
    if (typeof one !== "string") {
      errors.push({ field: at, message: "must be a string" });
      return undefined;
    }
    const finding = check?.(one);
    if (finding !== undefined) errors.push({ field: at, message: finding });
    return one;
  };
  const uuid = (one: unknown, at: string, reference: EntityKind | undefined) => {
    if (typeof one !== "string" || !UUID.test(one)) {
      errors.push({ field: at, message: "must be a valid UUID" });
      return undefined;
    }
    const id = one.toLowerCase();
    if (reference !== undefined && !around.exists(reference, id)) {
      errors.push({ field: at, message: `no such object: ${reference}/${id}` });
    }
    return id;
  };
  switch (field.type) {
    case "string":
      if (field.required === true && value === "") return refuse("may not be empty");
      return text(value, path, field.check);
    case "uuid":
      return uuid(value, path, field.reference);
    case "boolean":
      return typeof value === "boolean" ? value : refuse("must be a boolean");
    case "integer": {
      if (typeof value !== "number" || !Number.isInteger(value))
        return refuse("must be an integer");
      const { min = -Infinity, max = Infinity } = field;
      return value >= min && value <= max ? value : refuse(`must be from ${min} to ${max}`);
    }
    case "enum": {
      const values = spokenValues(field, around.version);
      const same = (one: string) =>
        field.anyCase === true && one.toLowerCase() === String(value).toLowerCase();
      const found = values.find((one) => one === value || same(one));
      return found ?? refuse(`must be one of ${values.join(", ")}`);
    }
    case "strings":
      if (!Array.isArray(value)) return refuse("must be a list");
      return value.map((one, index) => text(one, `${path}[${index}]`, field.check));
    case "uuids":
      if (!Array.isArray(value)) return refuse("must be a list");
      return value.map((one, index) => uuid(one, `${path}[${index}]`, field.reference));
    case "object":
      return isObject(value)
        ? acceptObject(field.fields, value, around, errors, previous, `${path}.`)
        : refuse("must be an object");
    case "objects":
      if (!Array.isArray(value)) return refuse("must be a list");
      return value.map((one: unknown, index) =>
        isObject(one)
          ? acceptObject(field.fields, one, around, errors, undefined, `${path}[${index}].`)
          : void errors.push({ field: `${path}[${index}]`, message: "must be an object" }),
      );
    case "any":
      return value;
  }
}

/** The object as a client of this API version sees it: no write-only fields, nothing that the version does not know. */
export function presentObject(fields: Fields, stored: Json, version: number): Json {
  const shown: Json = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = stored[name];
    if (value === undefined || field.writeOnly === true || !spoken(field, version)) continue;
    if (field.type === "object" && isObject(value))
      shown[name] = presentObject(field.fields, value, version);
    else if (field.type === "objects" && Array.isArray(value)) {
      shown[name] = value.filter(isObject).map((one) => presentObject(field.fields, one, version));
    } else shown[name] = value;
  }
  return shown;
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
