import { randomUUID } from "node:crypto";
import type { Clock } from "../../base/clock.ts";
import { SdpxError } from "../../base/errors.ts";
import { acceptObject, presentObject } from "./kinds/accept.ts";
import type { FieldError, Json } from "./kinds/field.ts";
import { UUID } from "./kinds/field.ts";
import type { EntityKind } from "./kinds/index.ts";
import { defaultSettings, GLOBAL_SETTINGS } from "./kinds/settings.ts";
import { ENTITY_KINDS, fieldsOf, KINDS, referencesOf } from "./kinds/index.ts";

/** An object as it is kept: all fields, write-only ones included. */
export type Stored = Json & { id: string; name: string; tags: string[] };

/** All objects by kind; JSON, for dump and load. Holds the values of secrets. */
export type Dump = Readonly<Record<EntityKind, readonly Stored[]>> & {
  readonly globalSettings: Json;
};

export interface StoreOptions {
  clock: Clock;
  /** Names are unique within a kind. What the product does is not documented; on unless told otherwise. */
  uniqueNames: boolean;
  /** Deleting what something refers to is refused. What the product does is not documented; on unless told otherwise. */
  refuseReferencedDeletes: boolean;
  /** Told after every change, once it is complete. */
  changed?: () => void;
}

export type Refusal =
  | { refused: "fields"; errors: FieldError[] }
  | { refused: "duplicate-id" }
  | { refused: "referenced"; by: string[] }
  | { refused: "read-only" }
  | { refused: "missing" };

/** What a change came to. */
export type Change = { stored: Stored } | { refusal: Refusal };

/** The Controller's configuration, in memory. Every change is whole or not made. */
export class Store {
  readonly #kinds: Record<EntityKind, Map<string, Stored>>;
  #settings: Json;
  readonly #options: StoreOptions;
  #lastMicros = 0;

  constructor(options: StoreOptions) {
    this.#options = options;
    this.#kinds = emptyKinds();
    this.#settings = defaultSettings();
  }

  list(kind: EntityKind): Stored[] {
    return [...this.#kinds[kind].values()];
  }

  get(kind: EntityKind, id: string): Stored | undefined {
    return this.#kinds[kind].get(id.toLowerCase());
  }

  /** @throws SdpxError `not-found` */
  require(kind: EntityKind, id: string): Stored {
    const found = this.get(kind, id);
    if (found !== undefined) return found;
    throw new SdpxError("not-found", "the embedded Controller has no such object", {
      where: `${kind}/${id}`,
    });
  }

  byName(kind: EntityKind, name: string): Stored | undefined {
    return this.list(kind).find((one) => one.name === name);
  }

  /** The object as a client of this API version sees it. */
  present(kind: EntityKind, stored: Stored, version: number): Json {
    const siteName =
      "siteName" in fieldsOf(kind, stored)
        ? this.get("sites", String(stored["site"]))?.name
        : undefined;
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
      id: typeof asked === "string" && asked !== "" ? asked.toLowerCase() : randomUUID(),
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
    this.#detach(kind, stored.id);
    this.#kinds[kind].delete(stored.id);
    this.#options.changed?.();
    return undefined;
  }

  /** Takes an object out of the lists that name it. */
  #detach(kind: EntityKind, id: string): void {
    for (const other of ENTITY_KINDS) {
      for (const stored of this.list(other)) {
        const fields = referencesOf(other, stored)
          .filter((one) => one.kind === kind && one.id === id)
          .map((one) => one.field);
        for (const field of fields) {
          const list = stored[field];
          if (!Array.isArray(list)) continue;
          stored[field] = list.filter((one) => one !== id);
          stored["updated"] = this.#timestamp();
        }
      }
    }
  }

  /**
   * Changes an object as another administrator would.
   * @throws SdpxError `not-found`, or `bad-input` with the findings
   */
  edit(kind: EntityKind, id: string, change: Json): Stored {
    const made = this.replace(kind, id, { ...this.require(kind, id), ...change }, Infinity);
    if ("stored" in made) return made.stored;
    throw new SdpxError("bad-input", "the embedded Controller refuses the change", {
      where: `${kind}/${id}`,
      list: [JSON.stringify(made.refusal)],
    });
  }

  /** Marks an object as kept by replication (API 24): nobody may change it by hand. */
  protect(kind: EntityKind, id: string): void {
    this.require(kind, id)["readOnly"] = true;
    this.#options.changed?.();
  }

  /** Who stands in the way of deleting an object, such as `entitlement "git" (conditions)`. */
  referencesTo(kind: EntityKind, id: string): string[] {
    return ENTITY_KINDS.flatMap((other) =>
      this.list(other).flatMap((stored) =>
        referencesOf(other, stored)
          .filter((one) => one.kind === kind && one.id === id && !one.detach)
          .map((reference) => `${KINDS[other].label} "${stored.name}" (${reference.field})`),
      ),
    );
  }

  /** The collective's settings as a client of this API version sees them. */
  settings(version: number): Json {
    return presentObject(GLOBAL_SETTINGS, this.#settings, version);
  }

  /** Replaces the settings; what is left out gets its default. */
  replaceSettings(body: Json, version: number): FieldError[] {
    const errors: FieldError[] = [];
    const around = { version, exists: () => true };
    const value = acceptObject(GLOBAL_SETTINGS, body, around, errors, this.#settings);
    if (errors.length > 0) return errors;
    this.#settings = value;
    this.#options.changed?.();
    return [];
  }

  /** Everything, secrets included. */
  dump(): Dump {
    const copy: Partial<Record<EntityKind, Stored[]>> = {};
    for (const kind of ENTITY_KINDS) copy[kind] = structuredClone(this.list(kind));
    return { ...(copy as Record<EntityKind, Stored[]>), globalSettings: { ...this.#settings } };
  }

  /** Replaces everything that a dump has. Later timestamps stay later than those in it. */
  load(dump: Partial<Dump>): void {
    for (const kind of ENTITY_KINDS) {
      const rows = dump[kind];
      if (rows === undefined) continue;
      this.#kinds[kind].clear();
      for (const stored of rows) {
        this.#kinds[kind].set(stored.id, structuredClone(stored));
        this.#lastMicros = Math.max(this.#lastMicros, microsOf(stored["updated"]));
      }
    }
    if (dump.globalSettings !== undefined)
      this.#settings = structuredClone({ ...dump.globalSettings });
    this.#options.changed?.();
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
    this.#options.changed?.();
    return stored;
  }

  /** RFC 3339 with microseconds; strictly increasing, so that every change can be told from the one before. */
  #timestamp(): string {
    this.#lastMicros = Math.max(this.#lastMicros + 1, this.#options.clock.now() * 1000);
    const micros = String(this.#lastMicros % 1000).padStart(3, "0");
    return new Date(Math.floor(this.#lastMicros / 1000)).toISOString().replace("Z", `${micros}Z`);
  }
}

/** Microseconds since the epoch of a timestamp that {@link Store} made; 0 for anything else. */
function microsOf(timestamp: unknown): number {
  const parts = /^(.{23})(\d{3})Z$/.exec(String(timestamp));
  const ms = parts === null ? NaN : Date.parse(`${parts[1] ?? ""}Z`);
  return Number.isNaN(ms) ? 0 : ms * 1000 + Number(parts?.[2]);
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
