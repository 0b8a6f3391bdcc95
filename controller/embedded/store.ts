import { randomUUID } from "node:crypto";
import type { Clock } from "../../base/clock.ts";
import { acceptObject, presentObject } from "./kinds/accept.ts";
import type { FieldError, Json } from "./kinds/field.ts";
import { UUID } from "./kinds/field.ts";
import type { EntityKind } from "./kinds/index.ts";
import { ENTITY_KINDS, fieldsOf, KINDS, referencesOf } from "./kinds/index.ts";

/** An object as it is kept: all fields, write-only ones included. */
export type Stored = Json & { id: string; name: string; tags: string[] };

/** All objects by kind; JSON, for dump and load. Holds the values of secrets. */
export type Dump = Readonly<Record<EntityKind, readonly Stored[]>>;

export interface StoreOptions {
  clock: Clock;
  /** Names are unique within a kind. What the product does is not documented; on unless told otherwise. */
  uniqueNames: boolean;
  /** Deleting what something refers to is refused. What the product does is not documented; on unless told otherwise. */
  refuseReferencedDeletes: boolean;
}

export type Refusal =
  | { refused: "fields"; errors: FieldError[] }
  | { refused: "duplicate-id" }
  | { refused: "referenced"; by: string[] }
  | { refused: "missing" };

/** What a change came to. */
export type Change = { stored: Stored } | { refusal: Refusal };

/** The Controller's configuration, in memory. Every change is whole or not made. */
export class Store {
  readonly #kinds: Record<EntityKind, Map<string, Stored>>;
  readonly #options: StoreOptions;
  #lastMicros = 0;

  constructor(options: StoreOptions) {
    this.#options = options;
    this.#kinds = emptyKinds();
  }

  list(kind: EntityKind): Stored[] {
    return [...this.#kinds[kind].values()];
  }

  get(kind: EntityKind, id: string): Stored | undefined {
    return this.#kinds[kind].get(id.toLowerCase());
  }

  byName(kind: EntityKind, name: string): Stored | undefined {
    return this.list(kind).find((one) => one.name === name);
  }

  /** The object as a client of this API version sees it. */
  present(kind: EntityKind, stored: Stored, version: number): Json {
    const siteName =
      kind === "entitlements" ? this.get("sites", String(stored["site"]))?.name : undefined;
    const full = siteName === undefined ? stored : { ...stored, siteName };
    return presentObject(fieldsOf(kind, stored), full, version);
  }

  create(kind: EntityKind, body: Json, version: number): Change {
    const asked = body["id"] ?? undefined;
    if (typeof asked === "string" && this.get(kind, asked) !== undefined)
      return { refusal: { refused: "duplicate-id" } };
    const made = this.#read(kind, body, version, undefined);
    if ("refusal" in made) return made;
    const now = this.#timestamp();
    return this.#kept(kind, {
      ...made.value,
      id: typeof asked === "string" ? asked.toLowerCase() : randomUUID(),
      created: now,
      updated: now,
    });
  }

  replace(kind: EntityKind, id: string, body: Json, version: number): Change {
    const previous = this.get(kind, id);
    if (previous === undefined) return { refusal: { refused: "missing" } };
    const made = this.#read(kind, body, version, previous);
    if ("refusal" in made) return made;
    return this.#kept(kind, {
      ...made.value,
      id: previous.id,
      created: previous["created"],
      updated: this.#timestamp(),
      readOnly: previous["readOnly"] ?? false,
    });
  }

  delete(kind: EntityKind, id: string): Refusal | undefined {
    const stored = this.get(kind, id);
    if (stored === undefined) return { refused: "missing" };
    const by = this.#options.refuseReferencedDeletes ? this.referencesTo(kind, stored.id) : [];
    if (by.length > 0) return { refused: "referenced", by };
    this.#kinds[kind].delete(stored.id);
    return undefined;
  }

  /** Who refers to an object, such as `entitlement "git" (conditions)`. */
  referencesTo(kind: EntityKind, id: string): string[] {
    return ENTITY_KINDS.flatMap((other) =>
      this.list(other).flatMap((stored) =>
        referencesOf(other, stored)
          .filter((reference) => reference.kind === kind && reference.id === id)
          .map((reference) => `${KINDS[other].label} "${stored.name}" (${reference.field})`),
      ),
    );
  }

  /** Everything, secrets included. */
  dump(): Dump {
    const copy: Partial<Record<EntityKind, Stored[]>> = {};
    for (const kind of ENTITY_KINDS) copy[kind] = structuredClone(this.list(kind));
    return copy as Dump;
  }

  /** Replaces everything by a dump. */
  load(dump: Dump): void {
    for (const kind of ENTITY_KINDS) {
      this.#kinds[kind].clear();
      for (const stored of dump[kind]) this.#kinds[kind].set(stored.id, structuredClone(stored));
    }
  }

  /** Puts an object as it is, for the objects that every Controller is delivered with. */
  seed(kind: EntityKind, body: Json & { id: string; name: string }): void {
    const errors: FieldError[] = [];
    const around = { version: Infinity, exists: () => true };
    const value = acceptObject(fieldsOf(kind, body), body, around, errors);
    if (errors.length > 0)
      throw new TypeError(`seed ${kind}/${body.name}: ${JSON.stringify(errors)}`);
    const now = this.#timestamp();
    this.#keep(kind, { ...value, id: body.id, created: now, updated: now });
  }

  #read(
    kind: EntityKind,
    body: Json,
    version: number,
    previous: Stored | undefined,
  ): { value: Json } | { refusal: Refusal } {
    const errors: FieldError[] = [];
    const { variants, checkName, check } = KINDS[kind];
    const around = {
      version,
      exists: (other: EntityKind, id: string) => this.get(other, id) !== undefined,
    };
    const value = acceptObject(fieldsOf(kind, body), body, around, errors, previous);
    if (version < 17 && previous === undefined && value["id"] === undefined) {
      errors.push({ field: "id", message: "may not be null" });
    }
    const type = value["type"];
    if (variants !== undefined && typeof type === "string" && !(type in variants)) {
      errors.push({ field: "type", message: `must be one of ${Object.keys(variants).join(", ")}` });
    }
    const name = value["name"];
    if (typeof name === "string") {
      const finding = checkName?.(name);
      if (finding !== undefined) errors.push({ field: "name", message: finding });
      const taken = this.byName(kind, name);
      if (this.#options.uniqueNames && taken !== undefined && taken.id !== previous?.id) {
        errors.push({ field: "name", message: "must be unique" });
      }
    }
    if (errors.length === 0 && check !== undefined) errors.push(...check(value));
    return errors.length > 0 ? { refusal: { refused: "fields", errors } } : { value };
  }

  #kept(kind: EntityKind, value: Json): Change {
    return { stored: this.#keep(kind, value) };
  }

  #keep(kind: EntityKind, value: Json): Stored {
    const stored = { ...value, ...KINDS[kind].derive?.(value) } as Stored;
    this.#kinds[kind].set(stored.id, stored);
    return stored;
  }

  /** RFC 3339 with microseconds; strictly increasing, so that every change can be told from the one before. */
  #timestamp(): string {
    this.#lastMicros = Math.max(this.#lastMicros + 1, this.#options.clock.now() * 1000);
    const micros = String(this.#lastMicros % 1000).padStart(3, "0");
    return new Date(Math.floor(this.#lastMicros / 1000)).toISOString().replace("Z", `${micros}Z`);
  }
}

function emptyKinds(): Record<EntityKind, Map<string, Stored>> {
  const kinds: Partial<Record<EntityKind, Map<string, Stored>>> = {};
  for (const kind of ENTITY_KINDS) kinds[kind] = new Map();
  return kinds as Record<EntityKind, Map<string, Stored>>;
}

/** Whether a text could be the id of an object. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
