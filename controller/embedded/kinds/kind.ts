import type { FieldError, Fields, Json } from "./field.ts";

/** One kind of object that the Controller keeps. Its path is its key in the registry. */
export interface Kind {
  /** How a person calls one. */
  label: string;
  /** Target of the privilege that guards it. */
  target: string;
  /** API version from which the collection exists. */
  since?: number;
  until?: number;
  /** Fields beside those that every object has. */
  fields: Fields;
  /** Fields that depend on the value of `type`; a value that is not listed is refused. */
  variants?: Readonly<Record<string, Fields>>;
  /** A sentence about what is wrong with a name. */
  checkName?: (name: string) => string | undefined;
  /** Rules that span fields. */
  check?: (stored: Json) => FieldError[];
  /** Read-only fields, computed from what is stored. */
  derive?: (stored: Json) => Json;
  /** Collections that clients may look at but not change here. */
  fixed?: true;
}

/** Fields of every object; `created`, `updated` and `id` are kept by the store. */
export const BASE_FIELDS = {
  id: { type: "uuid" },
  name: { type: "string", required: true },
  notes: { type: "string", default: "" },
  created: { type: "string", readOnly: true },
  updated: { type: "string", readOnly: true },
  tags: { type: "strings" },
  readOnly: { type: "boolean", readOnly: true, default: false, since: 24 },
} as const satisfies Fields;
