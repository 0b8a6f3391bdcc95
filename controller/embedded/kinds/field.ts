import type { EntityKind } from "./index.ts";

/** A value as JSON has it. */
export type Json = Record<string, unknown>;

interface Common {
  /** 422 when it is left out (null counts as left out). */
  required?: true;
  /** API version from which the field exists; older clients neither see nor set it. */
  since?: number;
  /** Last API version that has it. */
  until?: number;
  /** Stored, never returned; a PUT without it keeps what is stored. */
  writeOnly?: true;
  /** Made by the Controller; ignored in what a client sends. */
  readOnly?: true;
}

/** One field of an object, as data: validation, defaults and the shape for each API version follow from it. */
export type Field = Common &
  (
    | { type: "string"; default?: string | Default; check?: (text: string) => string | undefined }
    | { type: "uuid"; default?: string; reference?: EntityKind }
    | { type: "boolean"; default?: boolean | Default }
    | { type: "integer"; default?: number; min?: number; max?: number }
    | {
        type: "enum";
        values: readonly string[];
        default?: string | Default;
        /** Read in any case, stored as it stands in `values`. */
        anyCase?: true;
        /** Values that came with a later API version than the field. */
        valuesSince?: Readonly<Record<string, number>>;
        /** Values that a later API version took away. */
        valuesUntil?: Readonly<Record<string, number>>;
      }
    /** `optional`: stays away when it is left out; otherwise it is empty then. */
    | { type: "strings"; optional?: true; check?: (text: string) => string | undefined }
    /** `detach`: deleting what is referred to takes it out of this list; otherwise the delete is refused. */
    | { type: "uuids"; reference?: EntityKind; onDelete?: "detach" }
    /** `fill`: present with its inner defaults even when a client leaves it out. */
    | { type: "object"; fields: Fields; fill?: true | Default }
    | { type: "objects"; fields: Fields; default?: readonly Json[] }
    /** Kept as it comes. */
    | { type: "any"; default?: unknown }
  );

/** A default that depends on the rest of the object and on the API version of the request. */
export type Default = (body: Json, version: number) => unknown;
export type Fields = Readonly<Record<string, Field>>;

export interface FieldError {
  field: string;
  message: string;
}

/** Whether a field exists in an API version. */
export function spoken(field: Field, version: number): boolean {
  return version >= (field.since ?? 0) && version <= (field.until ?? Infinity);
}

/** Values of an enumeration that an API version knows. */
export function spokenValues(field: Field & { type: "enum" }, version: number): readonly string[] {
  return field.values.filter(
    (value) =>
      version >= (field.valuesSince?.[value] ?? 0) &&
      version <= (field.valuesUntil?.[value] ?? Infinity),
  );
}

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
